#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-all-day-row.h"

#include "core/ft-month-layout.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-pool.h"
#include "ui/ft-more-button.h"

#define MAX_DAYS 7
/* Lines of promises before they fold. */
#define MAX_LINES 3
#define LINE_EXTRA 6
#define LINE_GAP 2

struct _FtAllDayRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *more[MAX_DAYS];

  /* Owned */
  FtBlockPool *pool;
  GPtrArray *blocks;
  GArray *places; /* Place, of the pool's widgets */

  gint32 first;
  int n_days;
  int gutter;
  guint n_lines;
  guint n_shown[MAX_DAYS];
};

typedef struct
{
  int day;
  guint line;
} Place;

G_DEFINE_FINAL_TYPE (FtAllDayRow, ft_all_day_row, GTK_TYPE_WIDGET)

static void
fill_day (FtAllDayRow *self, int day, GPtrArray *shown)
{
  guint n_blocks;
  guint first = ft_blocks_of_day (self->blocks, self->first + day, &n_blocks);
  guint n_items = 0;

  /* All-day blocks come first in their day. */
  while (n_items < n_blocks
         && ((FtBlock *) g_ptr_array_index (self->blocks, first + n_items))->start == FT_ALL_DAY)
    n_items++;
  self->n_shown[day] = ft_month_shown (n_items, MAX_LINES);
  for (guint line = 0; line < self->n_shown[day]; line++)
    {
      Place place = { day, line };

      g_ptr_array_add (shown, g_ptr_array_index (self->blocks, first + line));
      g_array_append_val (self->places, place);
    }
  self->n_lines = MAX (self->n_lines, MIN (n_items, MAX_LINES));
  ft_more_button_set (self->more[day], self->first + day, n_items - self->n_shown[day]);
}

static void
fill (FtAllDayRow *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint before = self->n_lines;

  self->n_lines = 0;
  g_array_set_size (self->places, 0);
  for (int day = 0; day < MAX_DAYS; day++)
    if (day < self->n_days)
      fill_day (self, day, shown);
    else
      ft_more_button_set (self->more[day], 0, 0);
  ft_block_pool_fill (self->pool, shown);
  if (self->n_lines != before)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- Size --- */

static int
get_line (FtAllDayRow *self)
{
  return ft_line_height (GTK_WIDGET (self)) + LINE_EXTRA;
}

static void
ft_all_day_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  FtAllDayRow *self = FT_ALL_DAY_ROW (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->n_lines > 0)
    *minimum = *natural = self->n_lines * (get_line (self) + LINE_GAP) + LINE_GAP;
}

static void
ft_all_day_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtAllDayRow *self = FT_ALL_DAY_ROW (widget);
  FtWeekGeometry geometry = { width, height, self->gutter, self->n_days,
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL };
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);
  int line = get_line (self);

  for (int i = 0; i < self->n_days; i++)
    {
      FtRect rect = ft_week_geometry_day (&geometry, i);

      if (gtk_widget_get_visible (self->more[i]))
        ft_allocate_rect (self->more[i], (FtRect){ rect.x + 1, (MAX_LINES - 1) * (line + LINE_GAP),
                                                   rect.width - 2, line });
    }
  for (guint i = 0; i < widgets->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      FtRect rect = ft_week_geometry_day (&geometry, place->day);

      ft_allocate_rect (
          g_ptr_array_index (widgets, i),
          (FtRect){ rect.x + 1, place->line * (line + LINE_GAP), rect.width - 2, line });
    }
}

/* --- Class --- */

static void
ft_all_day_row_dispose (GObject *object)
{
  FtAllDayRow *self = FT_ALL_DAY_ROW (object);

  g_clear_pointer (&self->pool, ft_block_pool_free);
  for (int i = 0; i < MAX_DAYS; i++)
    g_clear_pointer (&self->more[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ft_all_day_row_parent_class)->dispose (object);
}

static void
ft_all_day_row_finalize (GObject *object)
{
  FtAllDayRow *self = FT_ALL_DAY_ROW (object);

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->places);
  G_OBJECT_CLASS (ft_all_day_row_parent_class)->finalize (object);
}

static void
ft_all_day_row_class_init (FtAllDayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_all_day_row_dispose;
  object_class->finalize = ft_all_day_row_finalize;
  widget_class->measure = ft_all_day_row_measure;
  widget_class->size_allocate = ft_all_day_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "allday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_all_day_row_init (FtAllDayRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->n_days = MAX_DAYS;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->pool = ft_block_pool_new (widget, TRUE);
  for (int i = 0; i < MAX_DAYS; i++)
    {
      self->more[i] = ft_more_button_new ();
      gtk_widget_set_parent (self->more[i], widget);
    }
}

GtkWidget *
ft_all_day_row_new (void)
{
  return g_object_new (FT_TYPE_ALL_DAY_ROW, NULL);
}

void
ft_all_day_row_set_days (FtAllDayRow *self, gint32 first, int n_days)
{
  g_return_if_fail (FT_IS_ALL_DAY_ROW (self));
  g_return_if_fail (n_days >= 1 && n_days <= MAX_DAYS);

  self->first = first;
  self->n_days = n_days;
  fill (self);
}

void
ft_all_day_row_set_gutter (FtAllDayRow *self, int gutter)
{
  g_return_if_fail (FT_IS_ALL_DAY_ROW (self));

  if (self->gutter == gutter)
    return;
  self->gutter = gutter;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ft_all_day_row_set_blocks (FtAllDayRow *self, GPtrArray *blocks)
{
  g_return_if_fail (FT_IS_ALL_DAY_ROW (self));
  g_return_if_fail (blocks != NULL);

  g_ptr_array_ref (blocks);
  g_ptr_array_unref (self->blocks);
  self->blocks = blocks;
  fill (self);
}

gboolean
ft_all_day_row_get_focus (FtAllDayRow *self, int *day, int *line)
{
  GtkWidget *focus;
  guint index;

  g_return_val_if_fail (FT_IS_ALL_DAY_ROW (self), FALSE);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (focus == NULL)
    return FALSE;
  for (int i = 0; i < self->n_days; i++)
    if (focus == self->more[i])
      {
        *day = i;
        *line = self->n_shown[i];
        return TRUE;
      }
  if (!g_ptr_array_find (ft_block_pool_get_widgets (self->pool), focus, &index))
    return FALSE;
  *day = g_array_index (self->places, Place, index).day;
  *line = g_array_index (self->places, Place, index).line;
  return TRUE;
}

gboolean
ft_all_day_row_focus_line (FtAllDayRow *self, int day, int line)
{
  gboolean folded;

  g_return_val_if_fail (FT_IS_ALL_DAY_ROW (self), FALSE);
  g_return_val_if_fail (day >= 0 && day < self->n_days, FALSE);

  folded = gtk_widget_get_visible (self->more[day]);
  if (line < 0)
    line = (int) self->n_shown[day] - (folded ? 0 : 1);
  if (folded && line == (int) self->n_shown[day])
    return gtk_widget_grab_focus (self->more[day]);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->day == day && (int) place->line == line)
        return gtk_widget_grab_focus (
            g_ptr_array_index (ft_block_pool_get_widgets (self->pool), i));
    }
  return FALSE;
}
