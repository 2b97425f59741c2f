#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar.h"

#include "core/ft-month-layout.h"
#include "model/ft-lead.h"
#include "ui/ft-block.h"
#include "ui/ft-calendar-header.h"
#include "ui/ft-calendar-moves.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-month-view.h"
#include "ui/ft-week-view.h"

#include <glib/gi18n-lib.h>

/* How often the line at now is looked after, in seconds. */
#define TICK 20

struct _FtCalendar
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *header;
  GtkWidget *month;
  GtkWidget *week;
  GtkWidget *tell;

  /* Owned */
  FtDesk *desk;
  FtPromiseRange *range;
  guint fill_source;
  guint tick_source;

  FtCalendarView view;
  gint32 day; /* what the view is about: in the month, in the week, the day */
  FtCivil now;
  double drag_x; /* where something is held, for what is asked when it is dropped */
  double drag_y;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  LEAD_ACTIVATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCalendar, ft_calendar, GTK_TYPE_WIDGET)

/* --- What is in view --- */

static void
get_days (FtCalendar *self, gint32 *first, gint32 *last)
{
  GDate date;

  switch (self->view)
    {
    case FT_CALENDAR_MONTH:
      *first = ft_month_first_day (self->day, ft_first_weekday ());
      *last = *first + FT_MONTH_CELLS - 1;
      break;
    case FT_CALENDAR_WEEK:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, self->day);
      *first = self->day - (g_date_get_weekday (&date) - ft_first_weekday () + 7) % 7;
      *last = *first + 6;
      break;
    case FT_CALENDAR_DAY:
    default:
      *first = *last = self->day;
      break;
    }
}

static void
update_header (FtCalendar *self)
{
  FtCalendarHeader *header = FT_CALENDAR_HEADER (self->header);
  gint32 first;
  gint32 last;
  g_autofree char *week = NULL;
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  get_days (self, &first, &last);
  /* The week is of the month that has most of its days. */
  month = ft_calendar_text_month (self->view == FT_CALENDAR_WEEK ? first + 3 : self->day);
  switch (self->view)
    {
    case FT_CALENDAR_MONTH:
      ft_calendar_header_set_title (header, month, "");
      ft_calendar_header_set_steps (header, _ ("Previous Month"), _ ("Next Month"));
      break;
    case FT_CALENDAR_WEEK:
      week = ft_calendar_text_week (first);
      ft_calendar_header_set_title (header, week, month);
      ft_calendar_header_set_steps (header, _ ("Previous Week"), _ ("Next Week"));
      break;
    case FT_CALENDAR_DAY:
    default:
      day = ft_calendar_text_day (self->day);
      ft_calendar_header_set_title (header, day, month);
      ft_calendar_header_set_steps (header, _ ("Previous Day"), _ ("Next Day"));
      break;
    }
}

static void
fill (FtCalendar *self)
{
  FtClock *clock = ft_desk_get_clock (self->desk);
  g_autoptr (GPtrArray) blocks = NULL;

  blocks
      = ft_blocks_new (G_LIST_MODEL (self->range), ft_clock_get_zone (clock), ft_clock_now (clock));
  if (self->view == FT_CALENDAR_MONTH)
    ft_month_view_set_blocks (FT_MONTH_VIEW (self->month), blocks);
  else
    ft_week_view_set_blocks (FT_WEEK_VIEW (self->week), blocks);
}

static gboolean
fill_idle_cb (gpointer data)
{
  FtCalendar *self = data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* One change of the store is several of the list: they are drawn as one, before the next frame. */
static void
range_changed_cb (GListModel *range, guint position, guint removed, guint added, gpointer data)
{
  FtCalendar *self = data;

  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 2, fill_idle_cb, self, NULL);
}

static void
show (FtCalendar *self)
{
  gint32 first;
  gint32 last;
  gboolean month = self->view == FT_CALENDAR_MONTH;

  if (self->desk == NULL)
    return;

  get_days (self, &first, &last);
  if (month)
    {
      ft_month_view_set_day (FT_MONTH_VIEW (self->month), self->day, self->now.day,
                             ft_first_weekday ());
    }
  else
    {
      ft_week_view_set_now (FT_WEEK_VIEW (self->week), self->now);
      ft_week_view_set_days (FT_WEEK_VIEW (self->week), first, last - first + 1);
    }
  gtk_widget_set_visible (self->month, month);
  gtk_widget_set_visible (self->week, !month);
  update_header (self);
  ft_promise_range_set_days (self->range, first, last);
  fill (self);
}

/* Where the focus was within the calendar, it stays: on the day that came into view. */
static void
show_day (FtCalendar *self, gint32 day)
{
  gboolean month = self->view == FT_CALENDAR_MONTH;
  GtkWidget *view = month ? self->month : self->week;
  gboolean focused = gtk_widget_get_focus_child (view) != NULL;

  self->day = day;
  show (self);
  if (!focused)
    return;
  if (month)
    ft_month_view_focus_day (FT_MONTH_VIEW (self->month), day);
  else
    ft_week_view_focus_day (FT_WEEK_VIEW (self->week), day);
}

/* --- Time --- */

static void
update_now (FtCalendar *self)
{
  FtCivil now = ft_clock_civil (ft_desk_get_clock (self->desk));
  gboolean another_day = now.day != self->now.day;
  gboolean follows = self->day == self->now.day;

  if (ft_civil_compare (now, self->now) == 0)
    return;
  self->now = now;
  ft_week_view_set_now (FT_WEEK_VIEW (self->week), now);
  /* Who looks at today looks at the new day after midnight. */
  if (another_day && follows)
    self->day = now.day;
  if (another_day)
    show (self);
  else
    fill (self);
}

static gboolean
tick_cb (gpointer data)
{
  update_now (data);
  return G_SOURCE_CONTINUE;
}

static void
clock_changed_cb (FtClock *clock, gpointer data)
{
  update_now (data);
  fill (data);
}

static void
ft_calendar_map (GtkWidget *widget)
{
  FtCalendar *self = FT_CALENDAR (widget);

  update_now (self);
  self->tick_source = g_timeout_add_seconds (TICK, tick_cb, self);
  GTK_WIDGET_CLASS (ft_calendar_parent_class)->map (widget);
}

static void
ft_calendar_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&FT_CALENDAR (widget)->tick_source, g_source_remove);
  GTK_WIDGET_CLASS (ft_calendar_parent_class)->unmap (widget);
}

/* --- Actions --- */

static void
go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ft_calendar_go (FT_CALENDAR (widget), g_variant_get_int32 (parameter));
}

static void
today_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ft_calendar_go_today (FT_CALENDAR (widget));
}

static void
show_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_day (FT_CALENDAR (widget), g_variant_get_int32 (parameter));
}

static void
open_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);
  gboolean focused = gtk_widget_get_focus_child (widget) != NULL;

  self->day = g_variant_get_int32 (parameter);
  ft_calendar_set_view (self, FT_CALENDAR_DAY);
  show (self);
  if (focused)
    ft_week_view_focus_day (FT_WEEK_VIEW (self->week), self->day);
}

static void
open_lead_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAD_ACTIVATED], 0, g_variant_get_int64 (parameter));
}

static void
nudge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkRectangle at = { 0, 0, gtk_widget_get_width (widget), 1 };
  graphene_rect_t bounds;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->range));
  gint64 id;
  int edge;
  int minutes;

  g_variant_get (parameter, "(xii)", &id, &edge, &minutes);
  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds))
    at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (self->range), i);

      if (ft_promise_get_id (promise) != id)
        continue;
      ft_calendar_nudge (FT_TELL_POPOVER (self->tell), self->desk, promise, edge, minutes, &at);
      return;
    }
}

/* --- Keys, drops --- */

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      ft_calendar_go (data, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      ft_calendar_go (data, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ft_calendar_go_today (data);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
drag_motion_cb (GtkDropControllerMotion *controller, double x, double y, gpointer data)
{
  FtCalendar *self = data;

  self->drag_x = x;
  self->drag_y = y;
}

static void
dropped_cb (GtkWidget *view, const GValue *value, int day, int minute, gpointer data)
{
  FtCalendar *self = data;
  FtSlot slot = { day, minute, view == self->month };

  if (G_VALUE_HOLDS (value, FT_TYPE_BLOCK_DRAG))
    {
      FtBlockDrag *drag = g_value_get_boxed (value);
      GdkRectangle at = { (int) self->drag_x, (int) self->drag_y, 1, 1 };

      ft_calendar_move (FT_TELL_POPOVER (self->tell), self->desk, drag->promise, drag->edge, slot,
                        &at);
    }
  else if (G_VALUE_HOLDS (value, FT_TYPE_LEAD))
    ft_calendar_promise_to_lead (self->desk, ft_lead_get_id (g_value_get_object (value)), slot);
  else if (G_VALUE_HOLDS_INT64 (value))
    ft_calendar_promise_to_lead (self->desk, g_value_get_int64 (value), slot);
}

/* --- Class --- */

static void
ft_calendar_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_VIEW:
      g_value_set_int (value, FT_CALENDAR (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ft_calendar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  switch (id)
    {
    case PROP_VIEW:
      ft_calendar_set_view (FT_CALENDAR (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
ft_calendar_dispose (GObject *object)
{
  FtCalendar *self = FT_CALENDAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->range);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_calendar_parent_class)->dispose (object);
}

static void
ft_calendar_class_init (FtCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ft_calendar_get_property;
  object_class->set_property = ft_calendar_set_property;
  object_class->dispose = ft_calendar_dispose;
  widget_class->map = ft_calendar_map;
  widget_class->unmap = ft_calendar_unmap;
  gtk_widget_class_set_css_name (widget_class, "promisecalendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  properties[PROP_VIEW]
      = g_param_spec_int ("view", NULL, NULL, FT_CALENDAR_MONTH, FT_CALENDAR_DAY, FT_CALENDAR_MONTH,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LEAD_ACTIVATED]
      = g_signal_new ("lead-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_property_action (widget_class, "calendar.view", "view");
  gtk_widget_class_install_action (widget_class, "calendar.go", "i", go_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.show-day", "i", show_day_cb);
  gtk_widget_class_install_action (widget_class, "calendar.open-day", "i", open_day_cb);
  gtk_widget_class_install_action (widget_class, "calendar.open-lead", "x", open_lead_cb);
  gtk_widget_class_install_action (widget_class, "calendar.nudge", "(xii)", nudge_cb);
}

static void
ft_calendar_init (FtCalendar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *drag = gtk_drop_controller_motion_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  self->header = ft_calendar_header_new ();
  gtk_widget_set_parent (self->header, widget);
  self->month = ft_month_view_new ();
  gtk_widget_set_vexpand (self->month, TRUE);
  g_signal_connect_object (self->month, "dropped", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_set_parent (self->month, widget);
  self->week = ft_week_view_new ();
  gtk_widget_set_vexpand (self->week, TRUE);
  g_signal_connect_object (self->week, "dropped", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_set_parent (self->week, widget);

  self->tell = ft_tell_popover_new ();
  gtk_widget_set_parent (self->tell, widget);

  /* Before the hours, which would scroll. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (drag, "enter", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect (drag, "motion", G_CALLBACK (drag_motion_cb), self);
  gtk_widget_add_controller (widget, drag);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar"), -1);
}

GtkWidget *
ft_calendar_new (FtDesk *desk, FtCalendarView view)
{
  FtCalendar *self;
  FtClock *clock;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_CALENDAR, NULL);
  self->desk = g_object_ref (desk);
  self->range = ft_promise_range_new (ft_desk_get_store (desk));
  self->view = view;
  clock = ft_desk_get_clock (desk);
  self->now = ft_clock_civil (clock);
  self->day = self->now.day;
  g_signal_connect_object (self->range, "items-changed", G_CALLBACK (range_changed_cb), self, 0);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self, 0);
  show (self);
  return GTK_WIDGET (self);
}

void
ft_calendar_set_view (FtCalendar *self, FtCalendarView view)
{
  g_return_if_fail (FT_IS_CALENDAR (self));

  if (self->view == view)
    return;
  self->view = view;
  show (self);
  if (view != FT_CALENDAR_MONTH)
    ft_week_view_scroll_to_work (FT_WEEK_VIEW (self->week));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

void
ft_calendar_go_today (FtCalendar *self)
{
  g_return_if_fail (FT_IS_CALENDAR (self));

  show_day (self, self->now.day);
  if (self->view != FT_CALENDAR_MONTH)
    ft_week_view_scroll_to_work (FT_WEEK_VIEW (self->week));
}

void
ft_calendar_go (FtCalendar *self, int by)
{
  GDate date;

  g_return_if_fail (FT_IS_CALENDAR (self));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->day);
  switch (self->view)
    {
    case FT_CALENDAR_MONTH:
      if (by < 0)
        g_date_subtract_months (&date, -by);
      else
        g_date_add_months (&date, by);
      break;
    case FT_CALENDAR_WEEK:
      if (by < 0)
        g_date_subtract_days (&date, -by * 7);
      else
        g_date_add_days (&date, by * 7);
      break;
    case FT_CALENDAR_DAY:
    default:
      if (by < 0)
        g_date_subtract_days (&date, -by);
      else
        g_date_add_days (&date, by);
      break;
    }
  if (g_date_valid (&date))
    show_day (self, g_date_get_julian (&date));
}
