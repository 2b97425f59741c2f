#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-week-view.h"

#include "ui/ft-all-day-row.h"
#include "ui/ft-allocate.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-day-menu.h"
#include "ui/ft-drag-edge.h"
#include "ui/ft-drag-scroll.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-hour-grid.h"
#include "ui/ft-page-gestures.h"

#include <glib/gi18n-lib.h>

#define MAX_DAYS 7
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
  GtkWidget *all_day;
  GtkWidget *scroller;
  GtkWidget *hours;

  guint scroll_source;

  gint32 first;
  int n_days;
  FtCivil now;
  gint32 focused_day;
  gboolean scrolled;
  double scroll_value; /* where the hours were */
};

G_DEFINE_FINAL_TYPE (FtWeekView, ft_week_view, GTK_TYPE_WIDGET)

static gboolean
is_rtl (FtWeekView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* --- The days' names --- */

static void
update_days (FtWeekView *self)
{
  g_autofree char *week = ft_calendar_text_week_number (self->first);

  gtk_label_set_text (GTK_LABEL (self->corner), self->n_days > 1 ? week : "");
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
      ft_toggle_css_class (self->days[i], "today", day == self->now.day);
    }
}

static gboolean
query_week_cb (
    GtkWidget *corner, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  FtWeekView *self = data;
  g_autofree char *week = ft_calendar_text_week (self->first);

  if (self->n_days == 1)
    return FALSE;
  gtk_tooltip_set_text (tooltip, week);
  return TRUE;
}

/* --- Size --- */

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
  int natural;

  gtk_widget_measure (self->all_day, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
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
  int header = get_header_height (self);
  int all_day = get_all_day_height (self);
  int top = header + all_day;

  ft_allocate_rect (self->corner, (FtRect){ geometry.rtl ? width - geometry.gutter : 0, 0,
                                            geometry.gutter, header });
  for (int i = 0; i < self->n_days; i++)
    {
      FtRect rect = ft_week_geometry_day (&geometry, i);

      ft_allocate_rect (self->days[i], (FtRect){ rect.x, 0, rect.width, header });
    }
  ft_all_day_row_set_gutter (FT_ALL_DAY_ROW (self->all_day), geometry.gutter);
  ft_allocate_rect (self->all_day, (FtRect){ 0, header, width, all_day });
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

/* What is held over the hours while they scroll is over another one. */
static void
value_changed_cb (GtkAdjustment *adjustment, gpointer data)
{
  FtWeekView *self = data;
  double value = gtk_adjustment_get_value (adjustment);

  ft_hour_grid_scrolled (FT_HOUR_GRID (self->hours), value - self->scroll_value);
  self->scroll_value = value;
}

/* --- Focus and keys --- */

static int
find_focused_header (FtWeekView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (int i = 0; i < self->n_days; i++)
    if (focus != NULL && focus == self->days[i])
      return i;
  return -1;
}

/* Up from the hours of a day (@line -1), or within what is all day. */
static void
focus_above (FtWeekView *self, int day, int line)
{
  if (line == 0
      || !ft_all_day_row_focus_line (FT_ALL_DAY_ROW (self->all_day), day, MAX (line, 0) - 1))
    gtk_widget_grab_focus (self->days[day]);
}

static void
focus_below (FtWeekView *self, int day, int line)
{
  if (!ft_all_day_row_focus_line (FT_ALL_DAY_ROW (self->all_day), day, line))
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
  if (day < 0 && !ft_all_day_row_get_focus (FT_ALL_DAY_ROW (self->all_day), &day, &line))
    {
      if (!ft_hour_grid_get_focus (FT_HOUR_GRID (self->hours), &julian, &minute))
        return FALSE;
      day = julian - self->first;
    }

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      focus_beside (self, day + (is_rtl (self) ? 1 : -1), minute);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      focus_beside (self, day + (is_rtl (self) ? -1 : 1), minute);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (line >= 0)
        focus_above (self, day, line);
      else if (minute >= 0 && !ft_hour_grid_move_focus (FT_HOUR_GRID (self->hours), -1))
        focus_above (self, day, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
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
find_day_above (
    GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute)
{
  FtWeekView *self = FT_WEEK_VIEW (widget);
  FtWeekGeometry geometry = get_geometry (self, gtk_widget_get_width (widget), 1);
  int column;

  if (y >= get_header_height (self) + get_all_day_height (self)
      || !ft_week_geometry_hit (&geometry, x, 0, &column, minute))
    return FALSE;
  *day = self->first + column;
  *minute = FT_ALL_DAY;
  return TRUE;
}

/* The names of the days and what is above the hours. */
static gint32
find_menu_day (GtkWidget *widget, double x, double y)
{
  gint32 day;
  int minute;

  if (x < 0)
    return ft_week_view_get_focused_day (FT_WEEK_VIEW (widget));
  return find_day_above (widget, NULL, x, y, &day, &minute) ? day : 0;
}

static void
hours_held_cb (FtHourGrid *hours, const GValue *value, int day, int minute, gpointer data)
{
  ft_drop_zone_hold (data, value, day, minute);
}

static void
hours_dropped_cb (FtHourGrid *hours, const GValue *value, int day, int minute, gpointer data)
{
  ft_drop_zone_drop (data, value, day, minute);
}

/* --- Class --- */

static void
ft_week_view_dispose (GObject *object)
{
  FtWeekView *self = FT_WEEK_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->all_day, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  for (int i = 0; i < MAX_DAYS; i++)
    g_clear_pointer (&self->days[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ft_week_view_parent_class)->dispose (object);
}

static void
ft_week_view_class_init (FtWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_week_view_dispose;
  widget_class->measure = ft_week_view_measure;
  widget_class->size_allocate = ft_week_view_size_allocate;
  widget_class->focus = ft_week_view_focus;
  widget_class->set_focus_child = ft_week_view_set_focus_child;
  gtk_widget_class_set_css_name (widget_class, "week");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  ft_drop_zone_install_signals (G_TYPE_FROM_CLASS (klass), NULL);
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
}

static void
ft_week_view_init (FtWeekView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment *adjustment;

  self->n_days = MAX_DAYS;

  self->corner = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->corner, "week-number");
  gtk_widget_set_has_tooltip (self->corner, TRUE);
  g_signal_connect_object (self->corner, "query-tooltip", G_CALLBACK (query_week_cb), self, 0);
  gtk_widget_set_parent (self->corner, widget);
  for (int i = 0; i < MAX_DAYS; i++)
    add_day (self, i);
  self->all_day = ft_all_day_row_new ();
  gtk_widget_set_parent (self->all_day, widget);

  self->hours = ft_hour_grid_new ();
  g_signal_connect_object (self->hours, "held", G_CALLBACK (hours_held_cb), self, 0);
  g_signal_connect_object (self->hours, "dropped", G_CALLBACK (hours_dropped_cb), self, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->hours);
  gtk_widget_set_parent (self->scroller, widget);
  /* Where there is nothing in the week, the focus stops at it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Week"), -1);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, 0);
  ft_drag_scroll_add (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  ft_drop_zone_add (widget, find_day_above);
  ft_drag_edge_add (widget, FALSE);
  ft_page_gestures_add (widget, FALSE);
  ft_day_menu_add (widget, find_menu_day);
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
  ft_all_day_row_set_days (FT_ALL_DAY_ROW (self->all_day), first, n_days);
  ft_hour_grid_set_days (FT_HOUR_GRID (self->hours), first, n_days);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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

  ft_all_day_row_set_blocks (FT_ALL_DAY_ROW (self->all_day), blocks);
  ft_hour_grid_set_blocks (FT_HOUR_GRID (self->hours), blocks);
}

void
ft_week_view_set_zone (FtWeekView *self, const char *own, const char *other)
{
  g_return_if_fail (FT_IS_WEEK_VIEW (self));

  ft_hour_grid_set_zone (FT_HOUR_GRID (self->hours), own, other);
}

gint32
ft_week_view_get_focused_day (FtWeekView *self)
{
  gint32 day;
  int line;

  g_return_val_if_fail (FT_IS_WEEK_VIEW (self), 0);

  if (ft_hour_grid_get_focus (FT_HOUR_GRID (self->hours), &day, &line))
    return day;
  if (ft_all_day_row_get_focus (FT_ALL_DAY_ROW (self->all_day), &day, &line))
    return self->first + day;
  return self->focused_day;
}

gboolean
ft_week_view_get_slot (FtWeekView *self, gint32 day, int minute, GdkRectangle *at)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FtRect rect;
  double x;
  double y;
  int top;

  g_return_val_if_fail (FT_IS_WEEK_VIEW (self), FALSE);

  if (!ft_hour_grid_get_slot (FT_HOUR_GRID (self->hours), day, minute, &rect)
      || !gtk_widget_translate_coordinates (self->hours, widget, rect.x, rect.y, &x, &y))
    return FALSE;
  top = get_header_height (self) + get_all_day_height (self);
  y = CLAMP (y, top, MAX (gtk_widget_get_height (widget) - rect.height, top));
  *at = (GdkRectangle){ x, y, rect.width, rect.height };
  return TRUE;
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
