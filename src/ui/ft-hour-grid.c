#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-hour-grid.h"

#include "core/ft-week-layout.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-pool.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-effort-drag.h"
#include "ui/ft-hour-lines.h"
#include "ui/ft-more-button.h"
#include "ui/ft-promise-block.h"

#include <glib/gi18n-lib.h>

#define HOUR_HEIGHT 52
/* The least width of one of several blocks at the same time. */
#define COLUMN_WIDTH 28
/* Days narrower than this have no room for names side by side: later blocks lie over earlier ones.
 */
#define NARROW_DAY 110
#define INDENT 8
/* Half an hour, the shortest block, holds a line of text. */
#define SHORTEST 30
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
  FtHourLines *lines;
  GValue held; /* what is held over the grid, unset when nothing is */

  guint fill_source;
  gint32 first;
  int n_days;
  guint days_off; /* bit 0 is the first of the days */
  FtCivil now;
  FtWeekGeometry geometry;
  int max_columns;
  gboolean narrow;
  int slot_day; /* the slot that is outlined: its column, -1 for none */
  int slot_minute;
  int slot_duration;
  int effort; /* that is being dragged, 0 when none is */
  double held_x;
  double held_y;
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
  int depth;
} Place;

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
  Place place = { day, fold->start, fold->duration, fold->column, fold->n_columns, 1, 0 };

  g_array_append_val (self->fold_places, place);
  if (index == self->folds->len)
    {
      GtkWidget *button = ft_more_button_new ();

      gtk_widget_remove_css_class (button, "flat");
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->folds, button);
    }
  ft_more_button_set (g_ptr_array_index (self->folds, index), self->first + day, fold->count);
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

      if (block->kind == FT_BLOCK_OF_DAY_OFF)
        self->days_off |= 1u << day;
      if (block->start != FT_ALL_DAY)
        g_array_append_val (timed, slot);
    }

  if (self->narrow)
    folds = ft_week_layout_place_over ((FtWeekBlock *) (gpointer) timed->data, timed->len,
                                       self->max_columns, SHORTEST);
  else
    folds = ft_week_layout_place ((FtWeekBlock *) (gpointer) timed->data, timed->len,
                                  self->max_columns);
  for (guint i = 0; i < timed->len; i++)
    {
      const FtWeekBlock *slot = &g_array_index (timed, FtWeekBlock, i);
      Place place = { day,        slot->start, slot->duration, slot->column, slot->n_columns,
                      slot->span, slot->depth };

      if (slot->fold >= 0)
        continue;
      g_ptr_array_add (shown, g_ptr_array_index (self->blocks, slot->id));
      g_array_append_val (self->places, place);
    }
  for (guint i = 0; i < folds->len; i++)
    add_fold (self, day, &g_array_index (folds, FtWeekFold, i));
}

/* A block that lies over another is drawn after it and hit before it; the focus goes in order of
 * time. */
static void
order_widgets (FtHourGrid *self)
{
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);
  GtkWidget *before = NULL;

  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      if (gtk_widget_get_prev_sibling (widget) != before)
        gtk_widget_insert_after (widget, GTK_WIDGET (self), before);
      before = widget;
    }
}

static void
fill (FtHourGrid *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  self->days_off = 0;
  g_array_set_size (self->places, 0);
  g_array_set_size (self->fold_places, 0);
  for (int day = 0; day < self->n_days; day++)
    fill_day (self, day, shown);
  ft_block_pool_fill (self->pool, shown);
  order_widgets (self);
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
      int gutter = ft_hour_lines_get_gutter (self->lines);

      *minimum = gutter + self->n_days * 30;
      *natural = gutter + self->n_days * 120;
    }
}

static void
allocate_place (FtHourGrid *self, GtkWidget *child, const Place *place)
{
  FtRect rect = ft_week_geometry_rect_indented (&self->geometry, place->day, place->start,
                                                place->duration, place->column, place->n_columns,
                                                place->span, MIN (place->depth, 3) * INDENT);

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
  int gutter = ft_hour_lines_get_gutter (self->lines);
  int day_width = (width - gutter) / self->n_days;
  int max_columns = MAX (day_width / COLUMN_WIDTH, 1);

  self->geometry = (FtWeekGeometry){ width, height, gutter, self->n_days, is_rtl (self) };
  for (guint i = 0; i < widgets->len; i++)
    allocate_place (self, g_ptr_array_index (widgets, i), &g_array_index (self->places, Place, i));
  for (guint i = 0; i < self->folds->len; i++)
    allocate_place (self, g_ptr_array_index (self->folds, i),
                    &g_array_index (self->fold_places, Place, i));

  /* Children may not come and go while sizes are given out, so a new width is filled right after.
   */
  if (max_columns != self->max_columns || self->narrow != (day_width < NARROW_DAY))
    {
      self->max_columns = max_columns;
      self->narrow = day_width < NARROW_DAY;
      if (self->fill_source == 0)
        self->fill_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fill_idle_cb, self, NULL);
    }
}

/* --- Drawing --- */

static void
snapshot_slot (FtHourGrid *self, GtkSnapshot *snapshot)
{
  g_autofree char *text = NULL;

  if (self->slot_day < 0)
    return;
  if (self->effort > 0)
    /* Translators: minutes that a promise will take. */
    text = g_strdup_printf (ngettext ("%d min", "%d min", self->effort), self->effort);
  else
    text = ft_calendar_text_time (self->slot_minute);
  ft_hour_lines_snapshot_slot (self->lines, snapshot, &self->geometry, self->slot_day,
                               self->slot_minute, self->slot_duration, text);
}

static void
ft_hour_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);

  ft_hour_lines_snapshot (self->lines, snapshot, &self->geometry, self->first, self->now,
                          self->days_off);
  GTK_WIDGET_CLASS (ft_hour_grid_parent_class)->snapshot (widget, snapshot);
  ft_hour_lines_snapshot_now (self->lines, snapshot, &self->geometry, self->first, self->now);
  snapshot_slot (self, snapshot);
}

static void
renew_lines (FtHourGrid *self)
{
  if (self->lines == NULL)
    return;
  ft_hour_lines_renew (self->lines);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ft_hour_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ft_hour_grid_parent_class)->css_changed (widget, change);
  renew_lines (FT_HOUR_GRID (widget));
}

/* --- Slots: held over, clicked, made longer --- */

/* Outlines a slot of a day, a column; -1 for none. */
static void
set_slot (FtHourGrid *self, int day, int minute, int duration)
{
  if (self->slot_day == day && self->slot_minute == minute && self->slot_duration == duration)
    return;
  self->slot_day = day;
  self->slot_minute = minute;
  self->slot_duration = duration;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The slot for what is held at a point: of a block, where its start would be. */
static gboolean
find_slot (GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);
  int column;

  if (!ft_week_geometry_hit (&self->geometry, x, y, &column, minute))
    return FALSE;
  *day = self->first + column;
  self->held_x = x;
  self->held_y = y;
  if (value != NULL && G_VALUE_HOLDS (value, FT_TYPE_BLOCK_DRAG))
    {
      const FtBlockDrag *drag = g_value_get_boxed (value);
      int exact = (int) (y * FT_DAY_MINUTES / MAX (self->geometry.height, 1));

      *minute = ft_week_snap (exact - drag->grasp);
    }
  return TRUE;
}

static void
held_cb (FtHourGrid *self, const GValue *value, int day, int minute)
{
  int duration = SHORTEST;

  if (value != NULL && G_VALUE_HOLDS (value, FT_TYPE_BLOCK_DRAG))
    duration = MAX (((FtBlockDrag *) g_value_get_boxed (value))->duration, SHORTEST);
  if (value != &self->held)
    {
      g_value_unset (&self->held);
      if (day != 0 && value != NULL)
        {
          g_value_init (&self->held, G_VALUE_TYPE (value));
          g_value_copy (value, &self->held);
        }
    }
  set_slot (self, day == 0 ? -1 : day - self->first, minute, duration);
}

static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  FtHourGrid *self = data;
  int day;
  int minute;

  if (n_press != 1 || gtk_widget_pick (data, x, y, GTK_PICK_DEFAULT) != data
      || !ft_week_geometry_hit (&self->geometry, x, y, &day, &minute))
    return;
  gtk_widget_activate_action (data, "calendar.offer", "(ii)", self->first + day,
                              minute - minute % SHORTEST);
}

static void
effort_cb (GtkWidget *widget, FtPromiseBlock *block, int effort)
{
  FtHourGrid *self = FT_HOUR_GRID (widget);
  const FtBlock *piece = block != NULL ? ft_promise_block_get_block (block) : NULL;

  self->effort = effort;
  if (piece == NULL)
    set_slot (self, -1, 0, 0);
  else
    set_slot (self, piece->day - self->first, piece->start, effort);
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
  g_clear_pointer (&self->lines, ft_hour_lines_free);
  g_value_unset (&self->held);
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

  ft_drop_zone_install_signals (G_TYPE_FROM_CLASS (klass), G_CALLBACK (held_cb));
}

static void
ft_hour_grid_init (FtHourGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->n_days = 7;
  self->max_columns = 3;
  self->slot_day = -1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->folds = g_ptr_array_new ();
  self->fold_places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->pool = ft_block_pool_new (widget, FALSE);
  self->lines = ft_hour_lines_new (widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hours"),
                                  -1);

  ft_drop_zone_add (widget, find_slot);
  ft_effort_drag_add (widget, effort_cb);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
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
  return ft_hour_lines_get_gutter (self->lines);
}

void
ft_hour_grid_set_zone (FtHourGrid *self, const char *own, const char *other)
{
  gint32 day;

  g_return_if_fail (FT_IS_HOUR_GRID (self));

  /* As of today where that is in view: the clocks of both may change within the week. */
  day = self->now.day >= self->first && self->now.day < self->first + self->n_days ? self->now.day
                                                                                   : self->first;
  if (ft_hour_lines_set_zone (self->lines, own, other, day))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
ft_hour_grid_get_slot (FtHourGrid *self, gint32 day, int minute, FtRect *rect)
{
  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  if (day < self->first || day >= self->first + self->n_days || minute < 0)
    return FALSE;
  *rect = ft_week_geometry_rect (&self->geometry, day - self->first, minute,
                                 MIN (SHORTEST, FT_DAY_MINUTES - minute), 0, 1, 1);
  return TRUE;
}

void
ft_hour_grid_scrolled (FtHourGrid *self, double by)
{
  gint32 day;
  int minute;

  g_return_if_fail (FT_IS_HOUR_GRID (self));

  if (G_IS_VALUE (&self->held)
      && find_slot (GTK_WIDGET (self), &self->held, self->held_x, self->held_y + by, &day, &minute))
    ft_drop_zone_hold (GTK_WIDGET (self), &self->held, day, minute);
}

double
ft_hour_grid_get_y (FtHourGrid *self, int minute)
{
  g_return_val_if_fail (FT_IS_HOUR_GRID (self), 0);
  return ft_week_geometry_y (&self->geometry, minute);
}

/* The blocks and then the folds, as one list. */
static guint
count_places (FtHourGrid *self)
{
  return self->places->len + self->fold_places->len;
}

static const Place *
get_place (FtHourGrid *self, guint index)
{
  return index < self->places->len
             ? &g_array_index (self->places, Place, index)
             : &g_array_index (self->fold_places, Place, index - self->places->len);
}

static GtkWidget *
get_widget (FtHourGrid *self, guint index)
{
  return index < self->places->len
             ? g_ptr_array_index (ft_block_pool_get_widgets (self->pool), index)
             : g_ptr_array_index (self->folds, index - self->places->len);
}

static int
find_focus (FtHourGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus != NULL && i < count_places (self); i++)
    if (get_widget (self, i) == focus)
      return i;
  return -1;
}

gboolean
ft_hour_grid_get_focus (FtHourGrid *self, gint32 *day, int *minute)
{
  int index;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  index = find_focus (self);
  if (index < 0)
    return FALSE;
  *day = self->first + get_place (self, index)->day;
  *minute = get_place (self, index)->start;
  return TRUE;
}

/* Down the day in order of time, at the same time from the start side on. */
static int
rank (const Place *place)
{
  return place->start * 100 + place->column;
}

gboolean
ft_hour_grid_move_focus (FtHourGrid *self, int by)
{
  int index;
  int next = -1;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  index = find_focus (self);
  if (index < 0)
    return FALSE;
  for (guint i = 0; i < count_places (self); i++)
    {
      int beyond = (rank (get_place (self, i)) - rank (get_place (self, index))) * by;

      if (get_place (self, i)->day == get_place (self, index)->day && beyond > 0
          && (next < 0
              || beyond < (rank (get_place (self, next)) - rank (get_place (self, index))) * by))
        next = i;
    }
  return next >= 0 && gtk_widget_grab_focus (get_widget (self, next));
}

gboolean
ft_hour_grid_focus_day (FtHourGrid *self, gint32 day, int minute)
{
  GtkWidget *nearest = NULL;
  int distance = G_MAXINT;

  g_return_val_if_fail (FT_IS_HOUR_GRID (self), FALSE);

  for (guint i = 0; i < count_places (self); i++)
    {
      const Place *place = get_place (self, i);

      if (self->first + place->day == day && ABS (place->start - minute) < distance)
        {
          distance = ABS (place->start - minute);
          nearest = get_widget (self, i);
        }
    }
  return nearest != NULL && gtk_widget_grab_focus (nearest);
}
