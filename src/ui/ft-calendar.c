#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar.h"

#include "core/ft-brief.h"
#include "core/ft-calendar-span.h"
#include "core/ft-slot.h"
#include "core/ft-when.h"
#include "model/ft-lead.h"
#include "ui/ft-away-bar.h"
#include "ui/ft-away-popover.h"
#include "ui/ft-block.h"
#include "ui/ft-block-mover.h"
#include "ui/ft-brief-tip.h"
#include "ui/ft-calendar-header.h"
#include "ui/ft-calendar-moves.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-drag-watch.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-month-view.h"
#include "ui/ft-slot-line.h"
#include "ui/ft-slot-offer.h"
#include "ui/ft-week-view.h"

#include <glib/gi18n-lib.h>

/* How often the line at now is looked after, in seconds. */
#define TICK 20
/* How long other days wait for what is promised in them, in milliseconds: they come into view
 * together, in one frame, but for a store that is busy nobody waits to turn the page. */
#define PATIENCE 100
/* How long it is said where a key has moved something, in seconds. */
#define SAID 6
/* What a key offers of another day. */
#define MORNING (10 * 60)
#define LAST_HOUR (23 * 60)

/* What is done when the days have come into view. */
typedef enum
{
  ARRIVAL_FOCUS = 1 << 0, /* on the day, wherever the focus was */
  ARRIVAL_WORK = 1 << 1,  /* at the hours of work */
} Arrival;

struct _FtCalendar
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *header;
  GtkWidget *month;
  GtkWidget *week;
  GtkWidget *overlay;
  GtkWidget *line;
  GtkWidget *tell;
  GtkWidget *offer;
  GtkWidget *away;

  /* Owned */
  FtDesk *desk;
  FtPromiseRange *range;
  FtBriefTip *brief;
  guint fill_source;
  guint tick_source;
  guint turn_source; /* while the days of @day are on their way into view */

  FtCalendarView view;
  gint32 day; /* what the view is about: in the month, in the week, the day */
  Arrival arrival;
  FtCivil now;
  double drag_x; /* where something is held, for what is asked when it is dropped */
  double drag_y;
  gint64 nudged; /* the promise a key has moved, until that is said; 0 for none */
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

static void say_nudged (FtCalendar *self);

/* --- What is in view --- */

static GtkWidget *
get_view (FtCalendar *self)
{
  return self->view == FT_CALENDAR_MONTH ? self->month : self->week;
}

static void
get_days (FtCalendar *self, gint32 *first, gint32 *last)
{
  ft_span_get_days ((FtSpan) self->view, self->day, ft_first_weekday (), first, last);
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
  gint32 first;
  gint32 last;

  /* What is still in view goes with the days. */
  if (self->turn_source != 0)
    return;
  blocks
      = ft_blocks_new (G_LIST_MODEL (self->range), ft_clock_get_zone (clock), ft_clock_now (clock));
  get_days (self, &first, &last);
  ft_blocks_add_marks (blocks, ft_promise_range_get_decisions (self->range),
                       ft_desk_get_settings (self->desk)->days_off, first, last);
  if (self->view == FT_CALENDAR_MONTH)
    ft_month_view_set_blocks (FT_MONTH_VIEW (self->month), blocks);
  else
    ft_week_view_set_blocks (FT_WEEK_VIEW (self->week), blocks);
}

static void
range_failed_cb (FtPromiseRange *range, GError *error, gpointer data)
{
  g_signal_emit_by_name (FT_CALENDAR (data)->desk, "failed", error->message, error);
}

static gboolean
fill_idle_cb (gpointer data)
{
  FtCalendar *self = data;

  self->fill_source = 0;
  fill (self);
  say_nudged (self);
  return G_SOURCE_REMOVE;
}

/* One change of the store is several of the list: they are drawn as one, before the next frame. */
static void
queue_fill (FtCalendar *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 2, fill_idle_cb, self, NULL);
}

/* The hours of the lead on the card stand beside one's own, where theirs are others. */
static void
update_zone (FtCalendar *self)
{
  FtLeadCard *card = ft_card_get_data (ft_desk_get_card (self->desk));
  FtClock *clock = ft_desk_get_clock (self->desk);
  const char *own = ft_clock_get_zone (clock);
  const char *other = NULL;

  if (card != NULL && ft_civil_is_set (ft_brief_local_time (card->lead, ft_clock_now (clock), own)))
    other = card->lead->zone;
  ft_week_view_set_zone (FT_WEEK_VIEW (self->week), own, other);
}

static void
card_changed_cb (FtCard *card, GParamSpec *spec, gpointer data)
{
  update_zone (data);
}

static void
focus_day (FtCalendar *self)
{
  if (self->view == FT_CALENDAR_MONTH)
    ft_month_view_focus_day (FT_MONTH_VIEW (self->month), self->day);
  else
    ft_week_view_focus_day (FT_WEEK_VIEW (self->week), self->day);
}

/* Puts the days into view, with what is known of them. Where the focus was within the calendar, it
 * stays: on the day that came into view. */
static void
show (FtCalendar *self)
{
  gint32 first;
  gint32 last;
  gboolean month = self->view == FT_CALENDAR_MONTH;
  Arrival arrival = self->arrival;

  if (self->desk == NULL)
    return;

  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->arrival = 0;
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
      update_zone (self);
    }
  gtk_widget_set_visible (self->month, month);
  gtk_widget_set_visible (self->week, !month);
  update_header (self);
  ft_promise_range_set_days (self->range, first, last);
  fill (self);
  if (arrival & ARRIVAL_FOCUS)
    focus_day (self);
  if ((arrival & ARRIVAL_WORK) && !month)
    ft_week_view_scroll_to_work (FT_WEEK_VIEW (self->week));
  say_nudged (self);
}

static gboolean
patience_cb (gpointer data)
{
  show (data);
  return G_SOURCE_REMOVE;
}

static void
range_busy_cb (FtPromiseRange *range, GParamSpec *spec, gpointer data)
{
  FtCalendar *self = data;
  gboolean busy;

  g_object_get (range, "busy", &busy, NULL);
  if (!busy && self->turn_source != 0)
    show (self);
}

/* Turns to other days of the same view, which come when it is known what is promised in them. */
static void
turn_to (FtCalendar *self, gint32 day, Arrival arrival)
{
  gint32 first;
  gint32 last;
  gboolean busy;

  self->day = day;
  self->arrival |= arrival;
  if (gtk_widget_get_focus_child (get_view (self)) != NULL)
    self->arrival |= ARRIVAL_FOCUS;
  get_days (self, &first, &last);
  ft_promise_range_set_days (self->range, first, last);
  g_object_get (self->range, "busy", &busy, NULL);
  if (!busy || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  else if (self->turn_source == 0)
    self->turn_source = g_timeout_add (PATIENCE, patience_cb, self);
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
  ft_calendar_header_set_now (FT_CALENDAR_HEADER (self->header), now);
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
  update_zone (data);
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

/* Nobody carries a month: of one, the week it is about. */
static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);

  gtk_widget_activate_action (
      widget, self->view == FT_CALENDAR_DAY ? "win.print-day" : "win.print-week", "i", self->day);
}

static void
show_day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (FT_CALENDAR (widget), g_variant_get_int32 (parameter), 0);
}

/* Somewhere else altogether: at its work, and by key from there on. */
static void
jump_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (FT_CALENDAR (widget), g_variant_get_int32 (parameter), ARRIVAL_FOCUS | ARRIVAL_WORK);
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

static FtPromise *
find_promise (FtCalendar *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->range));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (self->range), i);

      if (ft_promise_get_id (promise) == id
          && ft_promise_get_row (promise)->promise->state == FT_PROMISE_OPEN)
        return g_steal_pointer (&promise);
    }
  return NULL;
}

/* What was scrolled out of sight is pointed to at the edge it is beyond: a popover has to be on the
 * screen. */
static GdkRectangle
clamp_rectangle (FtCalendar *self, double x, double y, double width, double height)
{
  int right = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 1, 0);
  int bottom = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 1, 0);
  int left = CLAMP ((int) x, 0, right);
  int top = CLAMP ((int) y, 0, bottom);

  return (GdkRectangle){ left, top, CLAMP ((int) (x + width) - left, 1, right - left + 1),
                         CLAMP ((int) (y + height) - top, 1, bottom - top + 1) };
}

static void
nudge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkRectangle at = { 0, 0, gtk_widget_get_width (widget), 1 };
  graphene_rect_t bounds;
  g_autoptr (FtPromise) promise = NULL;
  gint64 id;
  gint32 first;
  gint32 last;
  gint32 day;
  int edge;
  int minutes;

  g_variant_get (parameter, "(xii)", &id, &edge, &minutes);
  promise = find_promise (self, id);
  if (promise == NULL)
    return;
  if (focus != NULL && gtk_widget_compute_bounds (focus, widget, &bounds))
    at = clamp_rectangle (self, bounds.origin.x, bounds.origin.y, bounds.size.width,
                          bounds.size.height);
  self->nudged = id;
  day = ft_calendar_nudge (FT_TELL_POPOVER (self->tell), self->desk, promise, edge, minutes, &at);
  get_days (self, &first, &last);
  /* What leaves the view is gone after. */
  if (day != 0 && (day < first || day > last))
    turn_to (self, day, 0);
}

static void
set_effort_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);
  g_autoptr (FtPromise) promise = NULL;
  gint64 id;
  int minutes;

  g_variant_get (parameter, "(xi)", &id, &minutes);
  promise = find_promise (self, id);
  if (promise != NULL)
    {
      self->nudged = id;
      ft_calendar_set_effort (self->desk, promise, minutes);
    }
}

/* --- What a slot means --- */

/* (element-type FtPromiseData) */
static GPtrArray *
list_promises (FtCalendar *self)
{
  GPtrArray *promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->range));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (self->range), i);

      g_ptr_array_add (promises, ft_promise_data_ref (ft_promise_get_row (promise)->promise));
    }
  return promises;
}

static void
say (FtCalendar *self, FtPromiseData *promise, guint seconds)
{
  FtClock *clock = ft_desk_get_clock (self->desk);
  const char *zone = ft_clock_get_zone (clock);
  g_autoptr (GPtrArray) others = list_promises (self);
  FtSettings *settings = ft_store_get_settings (ft_desk_get_store (self->desk));
  FtCivil own = promise->target;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (own.minute != FT_ALL_DAY)
    own = ft_civil_from_instant (ft_civil_to_instant (own, promise->zone, NULL), zone);
  when = ft_when_format (own, self->now);
  words = ft_slot_dup_words (promise, others, settings, zone, ft_clock_now (clock));
  ft_slot_line_say (FT_SLOT_LINE (self->line), when, words, seconds);
}

static GtkWidget *
find_block (GtkWidget *widget, gint64 promise_id)
{
  if (FT_IS_PROMISE_BLOCK (widget))
    {
      const FtBlock *block = ft_promise_block_get_block (FT_PROMISE_BLOCK (widget));

      return gtk_widget_get_mapped (widget) && block != NULL && block->kind == FT_BLOCK_OF_PROMISE
                     && ft_promise_get_id (block->promise) == promise_id
                 ? widget
                 : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_block (child, promise_id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What a key has moved is said when it has arrived, by eye and by screen reader. */
static void
say_nudged (FtCalendar *self)
{
  g_autoptr (FtPromise) promise = NULL;
  GtkWidget *block;

  if (self->nudged == 0 || self->turn_source != 0)
    return;
  promise = find_promise (self, self->nudged);
  if (promise == NULL)
    return;
  say (self, ft_promise_get_row (promise)->promise, SAID);
  /* In another week it is another widget. */
  block = find_block (get_view (self), self->nudged);
  if (block != NULL && gtk_widget_get_focus_child (get_view (self)) != NULL)
    gtk_widget_grab_focus (block);
  self->nudged = 0;
}

/* Where a day, or with @minute a slot of it, is; FALSE if it is not in view. */
static gboolean
find_place (FtCalendar *self, gint32 day, int minute, GdkRectangle *at)
{
  double x;
  double y;

  if (!(self->view == FT_CALENDAR_MONTH
            ? ft_month_view_get_day (FT_MONTH_VIEW (self->month), day, at)
            : ft_week_view_get_slot (FT_WEEK_VIEW (self->week), day, minute, at))
      || !gtk_widget_translate_coordinates (get_view (self), GTK_WIDGET (self), at->x, at->y, &x,
                                            &y))
    return FALSE;
  *at = clamp_rectangle (self, x, y, at->width, at->height);
  return TRUE;
}

static void
offer (FtCalendar *self, gint32 day, int minute)
{
  FtSlot slot = { day, minute, FALSE };
  g_autoptr (GPtrArray) others = list_promises (self);
  GdkRectangle at;

  if (find_place (self, day, minute, &at))
    ft_slot_offer_open (FT_SLOT_OFFER (self->offer), slot, others, &at);
}

static void
offer_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint32 day;
  int minute;

  g_variant_get (parameter, "(ii)", &day, &minute);
  offer (FT_CALENDAR (widget), day, minute);
}

static gint32
get_focused_day (FtCalendar *self)
{
  gint32 day = self->view == FT_CALENDAR_MONTH
                   ? ft_month_view_get_focused_day (FT_MONTH_VIEW (self->month))
                   : ft_week_view_get_focused_day (FT_WEEK_VIEW (self->week));
  gint32 first;
  gint32 last;

  get_days (self, &first, &last);
  return day < first || day > last ? self->day : day;
}

/* The same by key: on the day that has the focus, at the next hour or in the morning. */
static void
offer_focused (FtCalendar *self)
{
  gint32 day = get_focused_day (self);

  offer (self, day,
         day == self->now.day && self->now.minute < LAST_HOUR ? (self->now.minute / 60 + 1) * 60
                                                              : MORNING);
}

/* --- Days off --- */

static void
ask_away (FtCalendar *self, gint32 first, gint32 last)
{
  GdkRectangle at = { gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                      gtk_widget_get_height (self->header), 1, 1 };

  if (self->view == FT_CALENDAR_MONTH)
    find_place (self, last, 0, &at);
  ft_away_popover_ask (FT_AWAY_POPOVER (self->away), first, last, &at);
}

static void
away_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint32 first;
  gint32 last;

  g_variant_get (parameter, "(ii)", &first, &last);
  ask_away (FT_CALENDAR (widget), first, last);
}

static void
mark_away_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FtCalendar *self = FT_CALENDAR (widget);
  gint32 day = MAX (get_focused_day (self), self->now.day);

  ask_away (self, day, day);
}

/* --- Keys, drops --- */

/* Keys without a modifier are ours, but not while something is typed or asked above us. */
static gboolean
is_typing (FtCalendar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  FtCalendar *self = data;

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) || is_typing (self))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      ft_calendar_go (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      ft_calendar_go (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_t:
      ft_calendar_go_today (self);
      return TRUE;
    case GDK_KEY_g:
      ft_calendar_header_ask_date (FT_CALENDAR_HEADER (self->header));
      return TRUE;
    case GDK_KEY_a:
      mark_away_cb (GTK_WIDGET (self), NULL, NULL);
      return TRUE;
    case GDK_KEY_p:
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      offer_focused (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
drag_motion_cb (double x, double y, gpointer data)
{
  FtCalendar *self = data;

  self->drag_x = x;
  self->drag_y = y;
}

static void
held_cb (GtkWidget *view, const GValue *value, int day, int minute, gpointer data)
{
  FtCalendar *self = data;
  FtSlot slot = { day, minute, view == self->month };
  g_autoptr (FtPromiseData) promise = NULL;

  if (day != 0 && value != NULL)
    promise = ft_calendar_consider (self->desk, value, slot);
  if (promise != NULL)
    say (self, promise, 0);
  else
    ft_slot_line_clear (FT_SLOT_LINE (self->line));
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

/* --- The brief --- */

static gboolean
query_tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  FtCalendar *self = FT_CALENDAR (widget);
  GtkWidget *picked = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GtkWidget *block
      = picked != NULL ? gtk_widget_get_ancestor (picked, FT_TYPE_PROMISE_BLOCK) : NULL;
  graphene_rect_t bounds;
  g_autofree char *markup = NULL;

  if (block == NULL || !gtk_widget_compute_bounds (block, widget, &bounds))
    return FALSE;
  markup = ft_brief_tip_dup_markup (self->brief,
                                    ft_promise_block_get_block (FT_PROMISE_BLOCK (block)));
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ bounds.origin.x, bounds.origin.y,
                                                      bounds.size.width, bounds.size.height });
  return TRUE;
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
  g_clear_handle_id (&self->turn_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->brief);
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
  gtk_widget_class_install_action (widget_class, "calendar.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "calendar.show-day", "i", show_day_cb);
  gtk_widget_class_install_action (widget_class, "calendar.jump", "i", jump_cb);
  gtk_widget_class_install_action (widget_class, "calendar.open-day", "i", open_day_cb);
  gtk_widget_class_install_action (widget_class, "calendar.open-lead", "x", open_lead_cb);
  gtk_widget_class_install_action (widget_class, "calendar.nudge", "(xii)", nudge_cb);
  gtk_widget_class_install_action (widget_class, "calendar.set-effort", "(xi)", set_effort_cb);
  gtk_widget_class_install_action (widget_class, "calendar.offer", "(ii)", offer_cb);
  gtk_widget_class_install_action (widget_class, "calendar.away", "(ii)", away_cb);
  gtk_widget_class_install_action (widget_class, "calendar.mark-away", NULL, mark_away_cb);
}

static GtkWidget *
add_view (FtCalendar *self, GtkWidget *box, GtkWidget *view)
{
  gtk_widget_set_vexpand (view, TRUE);
  g_signal_connect_object (view, "held", G_CALLBACK (held_cb), self, 0);
  g_signal_connect_object (view, "dropped", G_CALLBACK (dropped_cb), self, 0);
  gtk_box_append (GTK_BOX (box), view);
  return view;
}

static void
ft_calendar_init (FtCalendar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *views = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  self->header = ft_calendar_header_new ();
  gtk_widget_set_parent (self->header, widget);
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), views);
  gtk_widget_set_parent (self->overlay, widget);
  self->month = add_view (self, views, ft_month_view_new ());
  self->week = add_view (self, views, ft_week_view_new ());
  self->line = ft_slot_line_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->line);

  self->tell = ft_tell_popover_new ();
  gtk_widget_set_parent (self->tell, widget);

  /* Before the hours, which would scroll. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  ft_drag_watch_add (widget, drag_motion_cb, NULL, self, NULL);
  ft_block_mover_add (widget, GTK_OVERLAY (self->overlay));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar"), -1);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
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
  self->brief = ft_brief_tip_new (ft_desk_get_store (desk), GTK_WIDGET (self));
  self->offer = ft_slot_offer_new (desk);
  gtk_widget_set_parent (self->offer, GTK_WIDGET (self));
  self->away = ft_away_popover_new (desk);
  gtk_widget_set_parent (self->away, GTK_WIDGET (self));
  gtk_widget_insert_after (ft_away_bar_new (desk), GTK_WIDGET (self), self->header);
  self->view = view;
  clock = ft_desk_get_clock (desk);
  self->now = ft_clock_civil (clock);
  self->day = self->now.day;
  g_signal_connect_object (self->range, "items-changed", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->range, "notify::decisions", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->range, "notify::busy", G_CALLBACK (range_busy_cb), self, 0);
  g_signal_connect_object (self->range, "failed", G_CALLBACK (range_failed_cb), self, 0);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self, 0);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::data", G_CALLBACK (card_changed_cb),
                           self, 0);
  ft_calendar_header_set_now (FT_CALENDAR_HEADER (self->header), self->now);
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

  turn_to (self, self->now.day, ARRIVAL_WORK);
}

void
ft_calendar_go (FtCalendar *self, int by)
{
  g_return_if_fail (FT_IS_CALENDAR (self));
  turn_to (self, ft_span_step ((FtSpan) self->view, self->day, by), 0);
}
