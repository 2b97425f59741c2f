#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-month-view.h"

#include "core/ft-month-layout.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-pool.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-day-cell.h"
#include "ui/ft-day-menu.h"
#include "ui/ft-day-range.h"
#include "ui/ft-drag-edge.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-more-button.h"
#include "ui/ft-page-gestures.h"

/* Week numbers are left out where every pixel is needed for names. */
#define GUTTER 32
#define GUTTER_FROM 520
#define LINE_GAP 2
/* Border and padding of a line, as in the style sheet. */
#define LINE_EXTRA 6

struct _FtMonthView
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *weekdays[7];
  GtkWidget *weeks[FT_MONTH_WEEKS];
  GtkWidget *cells[FT_MONTH_CELLS];
  GtkWidget *more[FT_MONTH_CELLS];

  /* Owned */
  FtBlockPool *pool;
  GPtrArray *blocks; /* FtBlock, of all the days there are */
  GArray *places;    /* Place, of the pool's widgets */
  guint fill_source;

  FtMonthGeometry geometry; /* below the weekdays */
  int header;
  guint capacity;
  gint32 first;
  int month; /* as of ft_month_of () */
  gint32 today;
  gint32 focused_day;
  int drop_cell;
};

typedef struct
{
  int cell;
  guint line;
} Place;

G_DEFINE_FINAL_TYPE (FtMonthView, ft_month_view, GTK_TYPE_WIDGET)

static gboolean
is_rtl (FtMonthView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* --- What is shown of a day --- */

/* In a month the promised time of a day adds nothing to the target of the same day. */
static gboolean
is_shown (const FtBlock *block)
{
  /* Why a day is off stands beside its number. */
  if (block->kind == FT_BLOCK_OF_DAY_OFF)
    return FALSE;
  return block->edges != FT_EDGE_PROMISED || block->promised.day != block->target.day;
}

static void
fill_cell (FtMonthView *self, int cell, GPtrArray *shown)
{
  guint n_blocks;
  guint first = ft_blocks_of_day (self->blocks, self->first + cell, &n_blocks);
  const FtDayOffData *day_off = NULL;
  guint n_items = 0;
  guint n_promises = 0;
  guint n_shown;
  Place place = { cell, 0 };

  for (guint i = first; i < first + n_blocks; i++)
    {
      const FtBlock *block = g_ptr_array_index (self->blocks, i);

      n_items += is_shown (block);
      n_promises += is_shown (block) && block->kind == FT_BLOCK_OF_PROMISE;
      if (day_off == NULL)
        day_off = block->day_off;
    }
  n_shown = ft_month_shown (n_items, self->capacity);

  for (guint i = first; i < first + n_blocks && place.line < n_shown; i++)
    {
      if (!is_shown (g_ptr_array_index (self->blocks, i)))
        continue;
      g_ptr_array_add (shown, g_ptr_array_index (self->blocks, i));
      g_array_append_val (self->places, place);
      place.line++;
    }

  ft_day_cell_set_n_promises (FT_DAY_CELL (self->cells[cell]), n_promises);
  ft_day_cell_set_day_off (FT_DAY_CELL (self->cells[cell]), day_off);
  ft_more_button_set (self->more[cell], self->first + cell, n_items - n_shown);
}

static void
fill (FtMonthView *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_array_set_size (self->places, 0);
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    fill_cell (self, i, shown);
  ft_block_pool_fill (self->pool, shown);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
fill_idle_cb (gpointer data)
{
  FtMonthView *self = data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Children may not come and go while sizes are given out, so a new size is filled right after. */
static void
queue_fill (FtMonthView *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fill_idle_cb, self, NULL);
}

/* --- Size --- */

static void
ft_month_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 34 : FT_MONTH_WEEKS * 30;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 110 : FT_MONTH_WEEKS * 90;
}

static void
update_geometry (FtMonthView *self, int width, int height)
{
  guint capacity;

  gtk_widget_measure (self->weekdays[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &self->header, NULL,
                      NULL);
  self->geometry.width = width;
  self->geometry.height = MAX (height - self->header, 1);
  self->geometry.gutter = width >= GUTTER_FROM ? GUTTER : 0;
  self->geometry.head = ft_day_cell_get_head (FT_DAY_CELL (self->cells[0]));
  self->geometry.line = LINE_EXTRA + ft_line_height (GTK_WIDGET (self));
  self->geometry.gap = LINE_GAP;
  self->geometry.rtl = is_rtl (self);

  capacity = ft_month_geometry_capacity (&self->geometry);
  if (capacity != self->capacity)
    {
      self->capacity = capacity;
      queue_fill (self);
    }
}

static void
ft_month_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);

  update_geometry (self, width, height);
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    {
      FtRect rect = ft_month_geometry_cell (&self->geometry, i);

      if (i < 7)
        ft_allocate_rect (self->weekdays[i], (FtRect){ rect.x, 0, rect.width, self->header });
      if (i % 7 == 0)
        {
          double x = self->geometry.rtl ? width - self->geometry.gutter : 0;

          gtk_widget_set_child_visible (self->weeks[i / 7], self->geometry.gutter > 0);
          ft_allocate_rect (self->weeks[i / 7],
                            (FtRect){ x, rect.y + self->header, GUTTER, rect.height });
        }
      rect.y += self->header;
      ft_allocate_rect (self->cells[i], rect);

      if (gtk_widget_get_visible (self->more[i]))
        {
          rect = ft_month_geometry_line (&self->geometry, i,
                                         self->capacity > 0 ? self->capacity - 1 : 0);
          rect.y += self->header;
          /* Where not even one line fits, the count stands beside the day's number. */
          if (self->capacity == 0)
            rect = (FtRect){ rect.x + (self->geometry.rtl ? 0 : rect.width / 2),
                             rect.y - self->geometry.head, rect.width / 2, self->geometry.head };
          ft_allocate_rect (self->more[i], rect);
        }
    }

  for (guint i = 0; i < widgets->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      FtRect rect = ft_month_geometry_line (&self->geometry, place->cell, place->line);

      rect.y += self->header;
      gtk_widget_set_child_visible (g_ptr_array_index (widgets, i), place->line < self->capacity);
      ft_allocate_rect (g_ptr_array_index (widgets, i), rect);
    }
}

/* --- Focus and keys --- */

/* The cell and line that have the focus; line -1 is the day itself. FALSE if nothing here has it.
 */
static gboolean
get_focus (FtMonthView *self, int *cell, int *line)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);
  guint index;

  if (focus == NULL)
    return FALSE;
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    if (focus == self->cells[i] || focus == self->more[i])
      {
        *cell = i;
        *line = focus == self->cells[i] ? -1 : (int) self->capacity - 1;
        return TRUE;
      }
  if (!g_ptr_array_find (widgets, focus, &index))
    return FALSE;
  *cell = g_array_index (self->places, Place, index).cell;
  *line = g_array_index (self->places, Place, index).line;
  return TRUE;
}

static GtkWidget *
get_at (FtMonthView *self, int cell, int line)
{
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);

  if (line < 0)
    return self->cells[cell];
  for (guint i = 0; i < widgets->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->cell == cell && (int) place->line == line)
        return g_ptr_array_index (widgets, i);
    }
  if (gtk_widget_get_visible (self->more[cell]) && line == MAX ((int) self->capacity - 1, 0))
    return self->more[cell];
  return NULL;
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  FtMonthView *self = data;
  int cell;
  int line;
  int by = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK))
      || !get_focus (self, &cell, &line))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      by = is_rtl (self) ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      by = is_rtl (self) ? -1 : 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (line >= 0)
        {
          gtk_widget_grab_focus (get_at (self, cell, line - 1));
          return TRUE;
        }
      by = -7;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (get_at (self, cell, line + 1) != NULL)
        {
          gtk_widget_grab_focus (get_at (self, cell, line + 1));
          return TRUE;
        }
      by = 7;
      break;
    default:
      return FALSE;
    }

  if (cell + by >= 0 && cell + by < FT_MONTH_CELLS)
    gtk_widget_grab_focus (self->cells[cell + by]);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show-day", "i",
                                self->first + cell + by);
  return TRUE;
}

/* Tab enters at the day that had the focus last and leaves the month again; the arrows do the rest.
 */
static gboolean
ft_month_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);
  int cell = self->focused_day - self->first;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (self->cells[CLAMP (cell, 0, FT_MONTH_CELLS - 1)]);
}

static void
ft_month_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);
  int cell;
  int line;

  GTK_WIDGET_CLASS (ft_month_view_parent_class)->set_focus_child (widget, child);
  if (child != NULL && get_focus (self, &cell, &line))
    self->focused_day = self->first + cell;
}

/* --- Drop --- */

/* The day alone is chosen: the time of day stays. */
static gboolean
find_day (GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);
  int cell = ft_month_geometry_hit (&self->geometry, x, y - self->header);

  *day = self->first + cell;
  *minute = FT_ALL_DAY;
  return cell >= 0;
}

static void
held_cb (FtMonthView *self, const GValue *value, int day, int minute)
{
  int cell = day == 0 ? -1 : day - self->first;

  if (self->drop_cell == cell)
    return;
  if (self->drop_cell >= 0)
    ft_day_cell_set_drop (FT_DAY_CELL (self->cells[self->drop_cell]), FALSE);
  self->drop_cell = cell;
  if (cell >= 0)
    ft_day_cell_set_drop (FT_DAY_CELL (self->cells[cell]), TRUE);
}

/* --- Days --- */

static gint32
find_menu_day (GtkWidget *widget, double x, double y)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);
  int line;
  int cell;

  if (x < 0)
    return get_focus (self, &cell, &line) ? self->first + cell : 0;
  cell = ft_month_geometry_hit (&self->geometry, x, y - self->header);
  return cell >= 0 ? self->first + cell : 0;
}

/* Where only the day itself is. */
static gint32
find_empty_day (GtkWidget *widget, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || gtk_widget_get_ancestor (picked, FT_TYPE_DAY_CELL) == NULL)
    return 0;
  return find_menu_day (widget, x, y);
}

static void
show_range (GtkWidget *widget, gint32 first, gint32 last)
{
  FtMonthView *self = FT_MONTH_VIEW (widget);

  for (int i = 0; i < FT_MONTH_CELLS; i++)
    ft_day_cell_set_drop (FT_DAY_CELL (self->cells[i]),
                          self->first + i >= first && self->first + i <= last);
}

/* --- Class --- */

static void
ft_month_view_dispose (GObject *object)
{
  FtMonthView *self = FT_MONTH_VIEW (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->pool, ft_block_pool_free);
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    {
      g_clear_pointer (&self->cells[i], gtk_widget_unparent);
      g_clear_pointer (&self->more[i], gtk_widget_unparent);
    }
  for (int i = 0; i < 7; i++)
    g_clear_pointer (&self->weekdays[i], gtk_widget_unparent);
  for (int i = 0; i < FT_MONTH_WEEKS; i++)
    g_clear_pointer (&self->weeks[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ft_month_view_parent_class)->dispose (object);
}

static void
ft_month_view_finalize (GObject *object)
{
  FtMonthView *self = FT_MONTH_VIEW (object);

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->places);
  G_OBJECT_CLASS (ft_month_view_parent_class)->finalize (object);
}

static void
ft_month_view_class_init (FtMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_month_view_dispose;
  object_class->finalize = ft_month_view_finalize;
  widget_class->measure = ft_month_view_measure;
  widget_class->size_allocate = ft_month_view_size_allocate;
  widget_class->focus = ft_month_view_focus;
  widget_class->set_focus_child = ft_month_view_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "month");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  ft_drop_zone_install_signals (G_TYPE_FROM_CLASS (klass), G_CALLBACK (held_cb));
}

static void
ft_month_view_init (FtMonthView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drop_cell = -1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->pool = ft_block_pool_new (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  for (int i = 0; i < 7; i++)
    {
      self->weekdays[i] = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->weekdays[i]), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->weekdays[i], "weekday");
      gtk_widget_set_parent (self->weekdays[i], widget);
    }
  for (int i = 0; i < FT_MONTH_WEEKS; i++)
    {
      self->weeks[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->weeks[i], "week-number");
      gtk_label_set_yalign (GTK_LABEL (self->weeks[i]), 0);
      gtk_widget_set_parent (self->weeks[i], widget);
    }
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    {
      self->cells[i] = ft_day_cell_new ();
      gtk_widget_set_parent (self->cells[i], widget);
    }
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    {
      self->more[i] = ft_more_button_new ();
      gtk_widget_set_parent (self->more[i], widget);
    }

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  ft_drop_zone_add (widget, find_day);
  ft_drag_edge_add (widget, TRUE);
  ft_page_gestures_add (widget, TRUE);
  ft_day_menu_add (widget, find_menu_day);
  ft_day_range_add (widget, find_empty_day, show_range);
}

GtkWidget *
ft_month_view_new (void)
{
  return g_object_new (FT_TYPE_MONTH_VIEW, NULL);
}

static void
label_weeks (FtMonthView *self)
{
  for (int i = 0; i < FT_MONTH_CELLS; i += 7)
    {
      g_autofree char *number = ft_calendar_text_week_number (self->first + i);

      gtk_label_set_text (GTK_LABEL (self->weeks[i / 7]), number);
    }
}

/* Which never change, but with the first day of the week. */
static void
label_weekdays (FtMonthView *self)
{
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *weekday = ft_calendar_text_weekday (self->first + i, FALSE);

      gtk_label_set_text (GTK_LABEL (self->weekdays[i]), weekday);
    }
}

void
ft_month_view_set_day (FtMonthView *self, gint32 day, gint32 today, GDateWeekday first_weekday)
{
  gint32 first = ft_month_first_day (day, first_weekday);
  int month = ft_month_of (day);
  g_autofree char *label = NULL;

  g_return_if_fail (FT_IS_MONTH_VIEW (self));

  self->focused_day = day;
  if (self->first == first && self->month == month && self->today == today)
    return;
  if (self->first == 0 || (first - self->first) % 7 != 0)
    {
      self->first = first;
      label_weekdays (self);
    }
  self->first = first;
  self->month = month;
  self->today = today;
  label_weeks (self);
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    ft_day_cell_set_day (FT_DAY_CELL (self->cells[i]), first + i, first + i == today,
                         ft_month_of (first + i) != month);
  label = ft_calendar_text_month (day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

gint32
ft_month_view_get_focused_day (FtMonthView *self)
{
  g_return_val_if_fail (FT_IS_MONTH_VIEW (self), 0);
  return self->focused_day;
}

gboolean
ft_month_view_get_day (FtMonthView *self, gint32 day, GdkRectangle *at)
{
  FtRect rect;

  g_return_val_if_fail (FT_IS_MONTH_VIEW (self), FALSE);

  if (day < self->first || day >= self->first + FT_MONTH_CELLS)
    return FALSE;
  rect = ft_month_geometry_cell (&self->geometry, day - self->first);
  *at = (GdkRectangle){ rect.x, rect.y + self->header, rect.width, rect.height };
  return TRUE;
}

void
ft_month_view_set_blocks (FtMonthView *self, GPtrArray *blocks)
{
  g_return_if_fail (FT_IS_MONTH_VIEW (self));
  g_return_if_fail (blocks != NULL);

  g_ptr_array_ref (blocks);
  g_ptr_array_unref (self->blocks);
  self->blocks = blocks;
  fill (self);
}

void
ft_month_view_focus_day (FtMonthView *self, gint32 day)
{
  g_return_if_fail (FT_IS_MONTH_VIEW (self));

  if (day >= self->first && day < self->first + FT_MONTH_CELLS)
    gtk_widget_grab_focus (self->cells[day - self->first]);
}
