#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-week-view.h"

#include "core/ft-month-layout.h"
#include "model/ft-lead.h"
#include "ui/ft-allocate.h"
#include "ui/ft-block-pool.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-hour-grid.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 7
/* Lines of all-day promises before they fold. */
#define MAX_LINES 3
#define LINE_EXTRA 6
#define LINE_GAP 2
/* Where a day begins when it is not today. */
#define MORNING (8 * 60)

struct _FtWeekView
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *corner;
  GtkWidget *days[MAX_DAYS];
  GtkWidget *day_names[MAX_DAYS];
  GtkWidget *day_numbers[MAX_DAYS];
  GtkWidget *more[MAX_DAYS];
  GtkWidget *scroller;
  GtkWidget *hours;

  /* Owned */
  FtBlockPool *pool; /* of the all-day blocks */
  GPtrArray *blocks;
  GArray *places; /* Place, of the pool's widgets */
  guint scroll_source;

  gint32 first;
  int n_days;
  FtCivil now;
  gint32 focused_day;
  guint n_lines; /* of all-day promises */
  gboolean scrolled;
};

typedef struct
{
  int day;
  guint line;
} Place;

enum
{
  DROPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtWeekView, ft_week_view, GTK_TYPE_WIDGET)

static gboolean
is_rtl (FtWeekView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* --- The days' names and what is all day --- */

static void
update_days (FtWeekView *self)
{
  g_autofree char *week = ft_calendar_text_week_number (self->first);
  g_autofree char *week_label = ft_calendar_text_week (self->first);

  gtk_label_set_text (GTK_LABEL (self->corner), self->n_days > 1 ? week : "");
  gtk_widget_set_tooltip_text (self->corner, self->n_days > 1 ? week_label : NULL);
  for (int i = 0; i < MAX_DAYS; i++)
    {
      gint32 day = self->first + i;
      g_autofree char *name = ft_calendar_text_weekday (day, self->n_days == 1);
      g_autofree char *number = ft_calendar_text_day_number (day);
      g_autofree char *spoken = ft_calendar_text_day (day);
      g_autofree char *label = NULL;

      gtk_widget_set_visible (self->days[i], i < self->n_days);
      if (day == self->now.day)
        label = g_strdup_printf ("%s, %s", spoken, _ ("today"));
      gtk_label_set_text (GTK_LABEL (self->day_names[i]), name);
      gtk_label_set_text (GTK_LABEL (self->day_numbers[i]), number);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->days[i]), "i", day);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label != NULL ? label : spoken, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more[i]), "i", day);
      ft_toggle_css_class (self->days[i], "today", day == self->now.day);
    }
}

static void
fill_all_day (FtWeekView *self, int day, GPtrArray *shown)
{
  guint n_blocks;
  guint first = ft_blocks_of_day (self->blocks, self->first + day, &n_blocks);
  guint n_items = 0;
  guint n_shown;
  guint n_more;

  /* All-day blocks come first in their day. */
  while (n_items < n_blocks
         && ((FtBlock *) g_ptr_array_index (self->blocks, first + n_items))->start == FT_ALL_DAY)
    n_items++;
  n_shown = ft_month_shown (n_items, MAX_LINES);
  for (guint line = 0; line < n_shown; line++)
    {
      Place place = { day, line };

      g_ptr_array_add (shown, g_ptr_array_index (self->blocks, first + line));
      g_array_append_val (self->places, place);
    }
  self->n_lines = MAX (self->n_lines, MIN (n_items, MAX_LINES));

  n_more = n_items - n_shown;
  gtk_widget_set_visible (self->more[day], n_more > 0);
  if (n_more > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("+%u"), n_more);
      g_autofree char *name = ft_calendar_text_day (self->first + day);
      g_autofree char *label = NULL;

      label = g_strdup_printf (ngettext ("%u more promise on %s", "%u more promises on %s", n_more),
                               n_more, name);
      gtk_button_set_label (GTK_BUTTON (self->more[day]), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->more[day]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

static void
fill (FtWeekView *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  self->n_lines = 0;
  g_array_set_size (self->places, 0);
  for (int day = 0; day < MAX_DAYS; day++)
    if (day < self->n_days)
      fill_all_day (self, day, shown);
    else
      gtk_widget_set_visible (self->more[day], FALSE);
  ft_block_pool_fill (self->pool, shown);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Size --- */

static int
get_line (FtWeekView *self)
{
  return ft_line_height (GTK_WIDGET (self)) + LINE_EXTRA;
}

static int
get_header_height (FtWeekView *self)
{
  int natural;

  gtk_widget_measure (self->days[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_all_day_height (FtWeekView *self)
{
  return self->n_lines * (get_line (self) + LINE_GAP) + (self->n_lines > 0 ? LINE_GAP : 0);
}

static void
ft_week_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  FtWeekView *self = FT_WEEK_VIEW (widget);

  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int above = get_header_height (self) + get_all_day_height (self);

      *minimum += above;
      *natural += above;
    }
}

static FtWeekGeometry
get_geometry (FtWeekView *self, int width, int height)
{
  return (FtWeekGeometry){ width, height, ft_hour_grid_get_gutter (FT_HOUR_GRID (self->hours)),
                           self->n_days, is_rtl (self) };
}

static void
ft_week_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FtWeekView *self = FT_WEEK_VIEW (widget);
  FtWeekGeometry geometry = get_geometry (self, width, height);
  GPtrArray *widgets = ft_block_pool_get_widgets (self->pool);
  int header = get_header_height (self);
  int line = get_line (self);
  int top = header + get_all_day_height (self);

  ft_allocate_rect (self->corner, (FtRect){ geometry.rtl ? width - geometry.gutter : 0, 0,
                                            geometry.gutter, header });
  for (int i = 0; i < self->n_days; i++)
    {
      FtRect rect = ft_week_geometry_day (&geometry, i);

      ft_allocate_rect (self->days[i], (FtRect){ rect.x, 0, rect.width, header });
      if (gtk_widget_get_visible (self->more[i]))
        ft_allocate_rect (self->more[i],
                          (FtRect){ rect.x + 1, header + (MAX_LINES - 1) * (line + LINE_GAP),
                                    rect.width - 2, line });
    }
  for (guint i = 0; i < widgets->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      FtRect rect = ft_week_geometry_day (&geometry, place->day);

      ft_allocate_rect (
          g_ptr_array_index (widgets, i),
          (FtRect){ rect.x + 1, header + place->line * (line + LINE_GAP), rect.width - 2, line });
    }
  ft_allocate_rect (self->scroller, (FtRect){ 0, top, width, MAX (height - top, 1) });
}

/* --- Scrolling to the work --- */

static gboolean
scroll_idle_cb (gpointer data)
{
  FtWeekView *self = data;
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gboolean today = self->now.day >= self->first && self->now.day < self->first + self->n_days;
  int minute = today ? MAX (self->now.minute, 0) : MORNING;
  double above = today ? gtk_adjustment_get_page_size (adjustment) / 3 : 12;

  self->scroll_source = 0;
  gtk_adjustment_set_value (adjustment,
                            ft_hour_grid_get_y (FT_HOUR_GRID (self->hours), minute) - above);
  return G_SOURCE_REMOVE;
}

/* The first time there is a height to scroll in. */
static void
adjustment_changed_cb (GtkAdjustment *adjustment, gpointer data)
{
  FtWeekView *self = data;

  if (self->scrolled || gtk_adjustment_get_page_size (adjustment) <= 1)
    return;
  self->scrolled = TRUE;
  ft_week_view_scroll_to_work (self);
}

/* --- Focus and keys --- */

static int
find_focused_header (FtWeekView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (int i = 0; i < self->n_days; i++)
    if (focus != NULL && (focus == self->days[i] || focus == self->more[i]))
      return i;
  return -1;
}

/* The all-day block of a day and line, or NULL. */
static GtkWidget *
get_all_day (FtWeekView *self, int day, int line)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->day == day && (int) place->line == line)
        return g_ptr_array_index (ft_block_pool_get_widgets (self->pool), i);
    }
  return NULL;
}

static gboolean
find_focused_all_day (FtWeekView *self, int *day, int *line)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint index;

  if (focus == NULL || !g_ptr_array_find (ft_block_pool_get_widgets (self->pool), focus, &index))
    return FALSE;
  *day = g_array_index (self->places, Place, index).day;
  *line = g_array_index (self->places, Place, index).line;
  return TRUE;
}

/* Up from the hours of a day, or within what is all day. */
static void
focus_above (FtWeekView *self, int day, int line)
{
  while (line >= 0 && get_all_day (self, day, line) == NULL)
    line--;
  gtk_widget_grab_focus (line >= 0 ? get_all_day (self, day, line) : self->days[day]);
}

static void
focus_below (FtWeekView *self, int day, int line)
{
  GtkWidget *next = get_all_day (self, day, line);

  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    ft_hour_grid_focus_day (FT_HOUR_GRID (self->hours), self->first + day, 0);
}

static void
focus_beside (FtWeekView *self, int day, int minute)
{
  if (day < 0 || day >= self->n_days)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show-day", "i", self->first + day);
  else if (minute < 0
           || !ft_hour_grid_focus_day (FT_HOUR_GRID (self->hours), self->first + day, minute))
    gtk_widget_grab_focus (self->days[day]);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  FtWeekView *self = data;
  int day = find_focused_header (self);
  int line = -1;
  int minute = -1;
  gint32 julian;

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK))
    return FALSE;
  if (day < 0 && !find_focused_all_day (self, &day, &line))
    {
      if (!ft_hour_grid_get_focus (FT_HOUR_GRID (self->hours), &julian, &minute))
        return FALSE;
      day = julian - self->first;
    }

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      focus_beside (self, day + ((key == GDK_KEY_Left) == is_rtl (self) ? 1 : -1), minute);
      return TRUE;
    case GDK_KEY_Up:
      if (minute < 0)
        focus_above (self, day, line - 1);
      else if (!ft_hour_grid_move_focus (FT_HOUR_GRID (self->hours), -1))
        focus_above (self, day, MAX_LINES - 1);
      return TRUE;
    case GDK_KEY_Down:
      if (minute < 0)
        focus_below (self, day, line + 1);
      else
        ft_hour_grid_move_focus (FT_HOUR_GRID (self->hours), 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Tab enters at the day that had the focus last and leaves again; the arrows do the rest. */
static gboolean
ft_week_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FtWeekView *self = FT_WEEK_VIEW (widget);
  int day = self->focused_day - self->first;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (day < 0 || day >= self->n_days)
    day = CLAMP (self->now.day - self->first, 0, self->n_days - 1);
  return gtk_widget_grab_focus (self->days[day]);
}

static void
ft_week_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  FtWeekView *self = FT_WEEK_VIEW (widget);
  int day;

  GTK_WIDGET_CLASS (ft_week_view_parent_class)->set_focus_child (widget, child);
  day = find_focused_header (self);
  if (day >= 0)
    self->focused_day = self->first + day;
}

/* --- Drop --- */

/* What is dropped above the hours is meant for the whole day. */
static gboolean
find_day_above (FtWeekView *self, double x, double y, int *day)
{
  FtWeekGeometry geometry = get_geometry (self, gtk_widget_get_width (GTK_WIDGET (self)), 1);
  int minute;

  return y < get_header_height (self) + get_all_day_height (self)
         && ft_week_geometry_hit (&geometry, x, 0, day, &minute);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  int day;

  if (!find_day_above (data, x, y, &day))
    return 0;
  return gdk_drop_get_actions (gtk_drop_target_get_current_drop (target)) & GDK_ACTION_MOVE
             ? GDK_ACTION_MOVE
             : GDK_ACTION_COPY;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  FtWeekView *self = data;
  int day;

  if (!find_day_above (self, x, y, &day))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, value, self->first + day, FT_ALL_DAY);
  return TRUE;
}

static void
hours_dropped_cb (FtHourGrid *hours, const GValue *value, int day, int minute, gpointer data)
{
  g_signal_emit (data, signals[DROPPED], 0, value, day, minute);
}

/* --- Class --- */

static void
ft_week_view_dispose (GObject *object)
{
  FtWeekView *self = FT_WEEK_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->pool, ft_block_pool_free);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  for (int i = 0; i < MAX_DAYS; i++)
    {
      g_clear_pointer (&self->days[i], gtk_widget_unparent);
      g_clear_pointer (&self->more[i], gtk_widget_unparent);
    }
  G_OBJECT_CLASS (ft_week_view_parent_class)->dispose (object);
}

static void
ft_week_view_finalize (GObject *object)
{
  FtWeekView *self = FT_WEEK_VIEW (object);

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->places);
  G_OBJECT_CLASS (ft_week_view_parent_class)->finalize (object);
}

static void
ft_week_view_class_init (FtWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_week_view_dispose;
  object_class->finalize = ft_week_view_finalize;
  widget_class->measure = ft_week_view_measure;
  widget_class->size_allocate = ft_week_view_size_allocate;
  widget_class->focus = ft_week_view_focus;
  widget_class->set_focus_child = ft_week_view_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "week");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[DROPPED]
      = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_VALUE, G_TYPE_INT, G_TYPE_INT);
}

static void
add_day (FtWeekView *self, int i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->day_names[i] = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->day_names[i]), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->day_names[i], "name");
  gtk_box_append (GTK_BOX (box), self->day_names[i]);
  self->day_numbers[i] = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day_numbers[i], "number");
  gtk_widget_add_css_class (self->day_numbers[i], "numeric");
  gtk_widget_set_halign (self->day_numbers[i], GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->day_numbers[i]);

  self->days[i] = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->days[i]), box);
  gtk_widget_add_css_class (self->days[i], "flat");
  gtk_widget_add_css_class (self->days[i], "day-name");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->days[i]), "i", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->days[i]), "calendar.open-day");
  gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));

  self->more[i] = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->more[i], "more");
  gtk_widget_add_css_class (self->more[i], "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (self->more[i])), GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more[i]), "i", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more[i]), "calendar.open-day");
  gtk_widget_set_visible (self->more[i], FALSE);
  gtk_widget_set_parent (self->more[i], GTK_WIDGET (self));
}

static void
ft_week_view_init (FtWeekView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GType types[] = { FT_TYPE_BLOCK_DRAG, FT_TYPE_LEAD, G_TYPE_INT64 };

  self->n_days = MAX_DAYS;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->pool = ft_block_pool_new (widget, TRUE);

  self->corner = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->corner, "week-number");
  gtk_widget_set_parent (self->corner, widget);
  for (int i = 0; i < MAX_DAYS; i++)
    add_day (self, i);

  self->hours = ft_hour_grid_new ();
  g_signal_connect_object (self->hours, "dropped", G_CALLBACK (hours_dropped_cb), self, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->hours);
  gtk_widget_set_parent (self->scroller, widget);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
      G_CALLBACK (adjustment_changed_cb), self, 0);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect (drop, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
ft_week_view_new (void)
{
  return g_object_new (FT_TYPE_WEEK_VIEW, NULL);
}

void
ft_week_view_set_days (FtWeekView *self, gint32 first, int n_days)
{
  g_return_if_fail (FT_IS_WEEK_VIEW (self));
  g_return_if_fail (n_days >= 1 && n_days <= MAX_DAYS);

  if (self->first == first && self->n_days == n_days)
    return;
  self->first = first;
  self->n_days = n_days;
  update_days (self);
  ft_hour_grid_set_days (FT_HOUR_GRID (self->hours), first, n_days);
  fill (self);
}

void
ft_week_view_set_now (FtWeekView *self, FtCivil now)
{
  gboolean another_day;

  g_return_if_fail (FT_IS_WEEK_VIEW (self));

  another_day = self->now.day != now.day;
  self->now = now;
  ft_hour_grid_set_now (FT_HOUR_GRID (self->hours), now);
  if (another_day && self->first != 0)
    update_days (self);
}

void
ft_week_view_set_blocks (FtWeekView *self, GPtrArray *blocks)
{
  g_return_if_fail (FT_IS_WEEK_VIEW (self));
  g_return_if_fail (blocks != NULL);

  g_ptr_array_ref (blocks);
  g_ptr_array_unref (self->blocks);
  self->blocks = blocks;
  ft_hour_grid_set_blocks (FT_HOUR_GRID (self->hours), blocks);
  fill (self);
}

void
ft_week_view_focus_day (FtWeekView *self, gint32 day)
{
  g_return_if_fail (FT_IS_WEEK_VIEW (self));

  if (day >= self->first && day < self->first + self->n_days)
    gtk_widget_grab_focus (self->days[day - self->first]);
}

void
ft_week_view_scroll_to_work (FtWeekView *self)
{
  g_return_if_fail (FT_IS_WEEK_VIEW (self));

  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GTK_PRIORITY_RESIZE + 1, scroll_idle_cb, self, NULL);
}
