#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-hour-grid.h"

#include "core/ft-week-layout.h"
#include "model/ft-lead.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-pool.h"
#include "ui/ft-calendar-text.h"

#include <glib/gi18n-lib.h>

#define HOUR_HEIGHT 52
/* The least width of one of several blocks at the same time. */
#define COLUMN_WIDTH 26
#define MAX_DAYS 7

struct _FtHourGrid
{
  GtkWidget parent_instance;

  /* Owned */
  FtBlockPool *pool;
  GPtrArray *blocks;   /* FtBlock, as set */
  GArray *places;      /* Place, of the pool's widgets */
  GPtrArray *folds;    /* GtkButton, borrowed from the widget tree */
  GArray *fold_places; /* Place */
  PangoLayout *hours[24];

  guint fill_source;
  gint32 first;
  int n_days;
  FtCivil now;
  int gutter;
  FtWeekGeometry geometry;
  int max_columns;
  int drop_day; /* index, -1 when nothing is held over the grid */
  int drop_minute;
};

/* Where a block or fold was placed. */
typedef struct
{
  int day;
  int start;
  int duration;
  int column;
  int n_columns;
  int span;
} Place;

enum
{
  DROPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtHourGrid, ft_hour_grid, GTK_TYPE_WIDGET)

static gboolean
is_rtl (FtHourGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* --- Placing the blocks --- */

static void
add_fold (FtHourGrid *self, int day, const FtWeekFold *fold)
{
  guint index = self->fold_places->len;
  Place place = { day, fold->start, fold->duration, fold->column, fold->n_columns, 1 };
  g_autofree char *text = g_strdup_printf (_ ("+%u"), fold->count);
  g_autofree char *name = ft_calendar_text_day (self->first + day);
  g_autofree char *label = NULL;
  GtkWidget *button;

  g_array_append_val (self->fold_places, place);
  if (index == self->folds->len)
    {
      button = gtk_button_new ();
      gtk_widget_add_css_class (button, "more");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 0);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.open-day");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->folds, button);
    }
  button = g_ptr_array_index (self->folds, index);
  label = g_strdup_printf (
      ngettext ("%u more promise on %s", "%u more promises on %s", fold->count), fold->count, name);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", self->first + day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fill_day (FtHourGrid *self, int day, GPtrArray *shown)
{
  guint n_blocks;
  guint first = ft_blocks_of_day (self->blocks, self->first + day, &n_blocks);
  g_autoptr (GArray) timed = g_array_new (FALSE, FALSE, sizeof (FtWeekBlock));
  g_autoptr (GArray) folds = NULL;

  for (guint i = first; i < first + n_blocks; i++)
    {
      const FtBlock *block = g_ptr_array_index (self->blocks, i);
      FtWeekBlock slot = { .id = i, .start = block->start, .duration = block->duration };

      if (block->start != FT_ALL_DAY)
        g_array_append_val (timed, slot);
    }

  folds = ft_week_layout_place ((FtWeekBlock *) (gpointer) timed->data, timed->len,
                                self->max_columns);
  for (guint i = 0; i < timed->len; i++)
    {
      const FtWeekBlock *slot = &g_array_index (timed, FtWeekBlock, i);
      Place place = { day, slot->start, slot->duration, slot->column, slot->n_columns, slot->span };

      if (slot->fold >= 0)
        continue;
      g_ptr_array_add (shown, g_ptr_array_index (self->blocks, slot->id));
      g_array_append_val (self->places, place);
    }
  for (guint i = 0; i < folds->len; i++)
    add_fold (self, day, &g_array_index (folds, FtWeekFold, i));
}

static void
fill (FtHourGrid *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_array_set_size (self->places, 0);
  g_array_set_size (self->fold_places, 0);
  for (int day = 0; day < self->n_days; day++)
    fill_day (self, day, shown);
  ft_block_pool_fill (self->pool, shown);
  while (self->folds->len > self->fold_places->len)
    gtk_widget_unparent (g_ptr_array_steal_index (self->folds, self->folds->len - 1));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
fill_idle_cb (gpointer data)
{
  FtHourGrid *self = data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* --- Size --- */

static void
ft_hour_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);
  /* Half an hour, the shortest block, holds a line of text however large the font. */
  int hour = MAX (HOUR_HEIGHT, 2 * (ft_line_height (widget) + 8));

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = 24 * hour;
  else
    {
      *minimum = self->gutter + self->n_days * 30;
      *natural = self->gutter + self->n_days * 120;
    }
}

static void
allocate_place (FtHourGrid *self, GtkWidget *child, const Place *place)
{
  FtRect rect = ft_week_geometry_rect (&self->geometry, place->day, place->start, place->duration,
                                       place->column, place->n_columns, place->span);

  /* A seam between neighbours, and the line of the day left to be seen. */
  rect.x += 1;
  rect.width = MAX (rect.width - 2, 1);
  rect.y += 1;
  rect.height = MAX (rect.height - 2, 1);
  ft_allocate_rect (child, rect);
}

static void
ft_hour_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);
  int max_columns = MAX ((width - self->gutter) / self->n_days / COLUMN_WIDTH, 1);

  self->geometry = (FtWeekGeometry){ width, height, self->gutter, self->n_days, is_rtl (self) };
  for (guint i = 0; i < widgets->len; i++)
    allocate_place (self, g_ptr_array_index (widgets, i), &g_array_index (self->places, Place, i));
  for (guint i = 0; i < self->folds->len; i++)
    allocate_place (self, g_ptr_array_index (self->folds, i),
                    &g_array_index (self->fold_places, Place, i));

  /* Children may not come and go while sizes are given out, so a new width is filled right after.
   */
  if (max_columns != self->max_columns)
    {
      self->max_columns = max_columns;
      if (self->fill_source == 0)
        self->fill_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fill_idle_cb, self, NULL);
    }
}

/* --- Drawing --- */

static void
update_hours (FtHourGrid *self)
{
  int widest = 0;

  for (int hour = 0; hour < 24; hour++)
    {
      g_autofree char *text = ft_calendar_text_hour (hour);
      int width;

      g_clear_object (&self->hours[hour]);
      self->hours[hour] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_get_pixel_size (self->hours[hour], &width, NULL);
      widest = MAX (widest, width);
    }
  self->gutter = widest + 12;
}

static GdkRGBA
get_color (FtHourGrid *self, const char *name, float alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  color.alpha *= alpha;
  return color;
}

static void
fill_rect (
    GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
snapshot_grid (FtHourGrid *self, GtkSnapshot *snapshot)
{
  const FtWeekGeometry *g = &self->geometry;
  double days_x = g->rtl ? 0 : g->gutter;
  double days_width = g->width - g->gutter;
  GdkRGBA line = get_color (self, NULL, 0.13);
  GdkRGBA faint = get_color (self, NULL, 0.06);
  GdkRGBA shade = get_color (self, NULL, 0.03);
  GdkRGBA today = get_color (self, "accent_bg_color", 0.07);
  GdkRGBA dim = get_color (self, NULL, 0.7);

  for (int day = 0; day < g->n_days; day++)
    {
      FtRect rect = ft_week_geometry_day (g, day);

      if (self->first + day == self->now.day)
        fill_rect (snapshot, &today, rect.x, 0, rect.width, g->height);
      else if (ft_calendar_is_weekend (self->first + day))
        fill_rect (snapshot, &shade, rect.x, 0, rect.width, g->height);
      fill_rect (snapshot, &line, g->rtl ? rect.x + rect.width - 1 : rect.x, 0, 1, g->height);
    }
  for (int hour = 0; hour < 24; hour++)
    {
      double y = ft_week_geometry_y (g, hour * 60);
      int text_width;
      int text_height;

      fill_rect (snapshot, &faint, days_x, ft_week_geometry_y (g, hour * 60 + 30), days_width, 1);
      if (hour == 0)
        continue;
      fill_rect (snapshot, &line, days_x, y, days_width, 1);
      pango_layout_get_pixel_size (self->hours[hour], &text_width, &text_height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (g->rtl ? g->width - g->gutter + 6
                                                                     : g->gutter - 6 - text_width,
                                                              y - text_height / 2));
      gtk_snapshot_append_layout (snapshot, self->hours[hour], &dim);
      gtk_snapshot_restore (snapshot);
    }
}

static void
snapshot_now (FtHourGrid *self, GtkSnapshot *snapshot)
{
  int day = self->now.day - self->first;
  GdkRGBA color = get_color (self, "accent_color", 1);
  GskRoundedRect knob;
  FtRect rect;
  double y;

  if (day < 0 || day >= self->n_days || self->now.minute < 0)
    return;
  rect = ft_week_geometry_day (&self->geometry, day);
  y = ft_week_geometry_y (&self->geometry, self->now.minute);
  fill_rect (snapshot, &color, rect.x, y - 1, rect.width, 2);
  gsk_rounded_rect_init_from_rect (
      &knob,
      &GRAPHENE_RECT_INIT (self->geometry.rtl ? rect.x + rect.width - 5 : rect.x - 5, y - 5, 10,
                           10),
      5);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_drop (FtHourGrid *self, GtkSnapshot *snapshot)
{
  GdkRGBA color = get_color (self, "accent_color", 1);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GskRoundedRect outline;
  FtRect rect;

  if (self->drop_day < 0)
    return;
  rect = ft_week_geometry_rect (&self->geometry, self->drop_day, self->drop_minute,
                                MIN (30, FT_DAY_MINUTES - self->drop_minute), 0, 1, 1);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (rect.x, rect.y, rect.width, rect.height), 6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
  text = ft_calendar_text_time (self->drop_minute);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.x + 6, rect.y + 4));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
ft_hour_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);

  snapshot_grid (self, snapshot);
  GTK_WIDGET_CLASS (ft_hour_grid_parent_class)->snapshot (widget, snapshot);
  snapshot_now (self, snapshot);
  snapshot_drop (self, snapshot);
}

static void
ft_hour_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ft_hour_grid_parent_class)->css_changed (widget, change);
  update_hours (FT_HOUR_GRID (widget));
}

/* --- Drop --- */

static void
set_drop (FtHourGrid *self, int day, int minute)
{
  if (self->drop_day == day && self->drop_minute == minute)
    return;
  self->drop_day = day;
  self->drop_minute = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The slot for what is held at a point: of a block, where its start would be. */
static gboolean
find_slot (FtHourGrid *self, const GValue *value, double x, double y, int *day, int *minute)
{
  if (!ft_week_geometry_hit (&self->geometry, x, y, day, minute))
    return FALSE;
  if (value != NULL && G_VALUE_HOLDS (value, FT_TYPE_BLOCK_DRAG))
    {
      const FtBlockDrag *drag = g_value_get_boxed (value);
      int exact = (int) (y * FT_DAY_MINUTES / MAX (self->geometry.height, 1));

      *minute = ft_week_snap (exact - drag->grasp);
    }
  return TRUE;
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  FtHourGrid *self = data;
  int day;
  int minute;

  if (!find_slot (self, gtk_drop_target_get_value (target), x, y, &day, &minute))
    {
      set_drop (self, -1, 0);
      return 0;
    }
  set_drop (self, day, minute);
  return gdk_drop_get_actions (gtk_drop_target_get_current_drop (target)) & GDK_ACTION_MOVE
             ? GDK_ACTION_MOVE
             : GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target, gpointer data)
{
  set_drop (data, -1, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  FtHourGrid *self = data;
  int day;
  int minute;

  set_drop (self, -1, 0);
  if (!find_slot (self, value, x, y, &day, &minute))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, value, self->first + day, minute);
  return TRUE;
}

/* --- Class --- */

static void
ft_hour_grid_dispose (GObject *object)
{
  FtHourGrid *self = FT_HOUR_GRID (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->pool, ft_block_pool_free);
  while (self->folds->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->folds, self->folds->len - 1));
  for (int hour = 0; hour < 24; hour++)
    g_clear_object (&self->hours[hour]);
  G_OBJECT_CLASS (ft_hour_grid_parent_class)->dispose (object);
}

static void
ft_hour_grid_finalize (GObject *object)
{
  FtHourGrid *self = FT_HOUR_GRID (object);

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->folds);
  g_array_unref (self->places);
  g_array_unref (self->fold_places);
  G_OBJECT_CLASS (ft_hour_grid_parent_class)->finalize (object);
}

static void
ft_hour_grid_class_init (FtHourGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_hour_grid_dispose;
  object_class->finalize = ft_hour_grid_finalize;
  widget_class->measure = ft_hour_grid_measure;
  widget_class->size_allocate = ft_hour_grid_size_allocate;
  widget_class->snapshot = ft_hour_grid_snapshot;
  widget_class->css_changed = ft_hour_grid_css_changed;
  gtk_widget_class_set_css_name (widget_class, "hours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[DROPPED]
      = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_VALUE, G_TYPE_INT, G_TYPE_INT);
}

static void
ft_hour_grid_init (FtHourGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GType types[] = { FT_TYPE_BLOCK_DRAG, FT_TYPE_LEAD, G_TYPE_INT64 };

  self->n_days = 7;
  self->max_columns = 3;
  self->drop_day = -1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->folds = g_ptr_array_new ();
  self->fold_places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->pool = ft_block_pool_new (widget, FALSE);
  update_hours (self);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hours"),
                                  -1);

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (drop, TRUE);
  g_signal_connect (drop, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
ft_hour_grid_new (void)
{
  return g_object_new (FT_TYPE_HOUR_GRID, NULL);
}

void
ft_hour_grid_set_days (FtHourGrid *self, gint32 first, int n_days)
{
  g_return_if_fail (FT_IS_HOUR_GRID (self));
  g_return_if_fail (n_days >= 1 && n_days <= MAX_DAYS);

  if (self->first == first && self->n_days == n_days)
    return;
  if (self->n_days != n_days)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->first = first;
  self->n_days = n_days;
  fill (self);
}

void
ft_hour_grid_set_now (FtHourGrid *self, FtCivil now)
{
  g_return_if_fail (FT_IS_HOUR_GRID (self));

  if (ft_civil_compare (self->now, now) == 0)
    return;
  self->now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ft_hour_grid_set_blocks (FtHourGrid *self, GPtrArray *blocks)
{
  g_return_if_fail (FT_IS_HOUR_GRID (self));
  g_return_if_fail (blocks != NULL);

  g_ptr_array_ref (blocks);
  g_ptr_array_unref (self->blocks);
  self->blocks = blocks;
  fill (self);
}

int
ft_hour_grid_get_gutter (FtHourGrid *self)
{
  g_return_val_if_fail (FT_IS_HOUR_GRID (self), 0);
  return self->gutter;
}

double
ft_hour_grid_get_y (FtHourGrid *self, int minute)
{
  g_return_val_if_fail (FT_IS_HOUR_GRID (self), 0);
  return ft_week_geometry_y (&self->geometry, minute);
}

static int
find_focus (FtHourGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint index;

  if (focus == NULL || !g_ptr_array_find (ft_block_pool_get_widgets (self->pool), focus, &index))
    return -1;
  return index;
}

gboolean
ft_hour_grid_get_focus (FtHourGrid *self, gint32 *day, int *minute)
{
  int index;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  index = find_focus (self);
  if (index < 0)
    return FALSE;
  *day = self->first + g_array_index (self->places, Place, index).day;
  *minute = g_array_index (self->places, Place, index).start;
  return TRUE;
}

gboolean
ft_hour_grid_move_focus (FtHourGrid *self, int by)
{
  GPtrArray *widgets;
  int index;
  int other;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  /* The widgets are in the order of days and times. */
  widgets = ft_block_pool_get_widgets (self->pool);
  index = find_focus (self);
  other = index + by;
  if (index < 0 || other < 0 || other >= (int) widgets->len
      || g_array_index (self->places, Place, index).day
             != g_array_index (self->places, Place, other).day)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (widgets, other));
}

gboolean
ft_hour_grid_focus_day (FtHourGrid *self, gint32 day, int minute)
{
  GtkWidget *nearest = NULL;
  int distance = G_MAXINT;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (self->first + place->day == day && ABS (place->start - minute) < distance)
        {
          distance = ABS (place->start - minute);
          nearest = g_ptr_array_index (ft_block_pool_get_widgets (self->pool), i);
        }
    }
  return nearest != NULL && gtk_widget_grab_focus (nearest);
}
