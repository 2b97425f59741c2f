/* What stands in the calendar besides what is to be done, on Wednesday, 25 November 2026, 10:00 in
 * Berlin. */

#include "ui/ft-all-day-row.h"
#include "ui/ft-anew-row.h"
#include "ui/ft-anew-window.h"
#include "ui/ft-away-popover.h"
#include "ui/ft-calendar.h"
#include "ui/ft-day-cell.h"
#include "ui/ft-days-off-group.h"
#include "ui/ft-promise-block.h"

#include "../model/model-fixture.h"

typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *calendar;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  fixture_set_up (&desk->store, NULL);
  desk->desk = ft_desk_new (desk->store.store);
}

static void
settle (Desk *desk)
{
  fixture_settle (&desk->store);
  if (desk->window != NULL)
    gtk_test_widget_wait_for_draw (desk->window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
show (Desk *desk, FtCalendarView view)
{
  desk->calendar = ft_calendar_new (desk->desk, view);
  desk->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1280, 760);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->calendar);
  gtk_window_present (GTK_WINDOW (desk->window));
  settle (desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk->window = NULL;
  settle (desk);
  g_assert_finalize_object (desk->desk);
  fixture_tear_down (&desk->store, NULL);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* The first block about that name, NULL if there is none. */
static FtPromiseBlock *
find_block (Desk *desk, const char *name)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  collect (desk->calendar, FT_TYPE_PROMISE_BLOCK, blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *its
          = ft_block_dup_name (ft_promise_block_get_block (g_ptr_array_index (blocks, i)));

      if (g_str_equal (its, name))
        return g_ptr_array_index (blocks, i);
    }
  return NULL;
}

static GtkWidget *
find_cell (Desk *desk, gint32 day)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  collect (desk->calendar, FT_TYPE_DAY_CELL, cells);
  for (guint i = 0; i < cells->len; i++)
    if (ft_day_cell_get_day (g_ptr_array_index (cells, i)) == day)
      return g_ptr_array_index (cells, i);
  return NULL;
}

static void
put_day_off (Desk *desk, FtDayOffKind kind, gint32 first, gint32 last, const char *text)
{
  g_autoptr (FtDayOffData) day_off = ft_day_off_data_new (kind, first, last, text);
  g_autoptr (FtEdit) edit = ft_gesture_put_day_off (day_off);

  fixture_apply (&desk->store, edit);
}

static gint64
add (Desk *desk, const char *name, gint32 decision_day)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = ft_promise_data_new (
      0, ft_civil (2026, 11, 26, 16, 0), g_intern_string (FIXTURE_ZONE), FT_CHANNEL_PHONE);
  g_autoptr (FtEdit) edit = NULL;

  promise->agreed = TRUE;
  lead->decision_day = decision_day;
  edit = ft_gesture_add_lead (lead, promise, ft_clock_now (desk->store.clock));
  return fixture_apply (&desk->store, edit);
}

/* A1: who decides that day is a quiet mark, which opens the lead and is not dragged. */
static void
test_decisions (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *mark;

  add (desk, "Anna Berg", ft_civil_all_day (2026, 11, 27).day);
  show (desk, FT_CALENDAR_WEEK);
  {
    g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

    collect (desk->calendar, FT_TYPE_PROMISE_BLOCK, blocks);
    g_assert_cmpuint (blocks->len, ==, 2);
    mark = g_ptr_array_index (blocks, 0);
  }
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Anna Berg decides, Friday 27 November");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (mark), "quiet"));
  g_assert_true (FT_IS_ALL_DAY_ROW (gtk_widget_get_parent (GTK_WIDGET (mark))));
  g_assert_cmpint (ft_promise_block_get_part (mark, 5, 5), ==, FT_BLOCK_BODY);
  g_assert_false (ft_block_is_open (ft_promise_block_get_block (mark)));

  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_MONTH);
  settle (desk);
  /* It is no promise. */
  gtk_test_accessible_assert_property (find_cell (desk, ft_civil_all_day (2026, 11, 27).day),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Friday 27 November, 0 promises");
}

/* E6: days away and holidays are shaded and named, follow what is changed and come back with undo.
 */
static void
test_days_off (Desk *desk, gconstpointer data)
{
  gint32 day = ft_civil_all_day (2026, 11, 26).day;

  show (desk, FT_CALENDAR_MONTH);
  put_day_off (desk, FT_DAY_OFF_AWAY, day, day + 1, "fair");
  put_day_off (desk, FT_DAY_OFF_HOLIDAY, day + 2, day + 2, "Town's day");
  settle (desk);
  g_assert_true (gtk_widget_has_css_class (find_cell (desk, day), "day-off"));
  gtk_test_accessible_assert_property (find_cell (desk, day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 26 November, Away: fair, 0 promises");
  gtk_test_accessible_assert_property (find_cell (desk, day + 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saturday 28 November, Town's day, 0 promises");
  g_assert_false (gtk_widget_has_css_class (find_cell (desk, day - 1), "day-off"));

  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_WEEK);
  settle (desk);
  g_assert_nonnull (find_block (desk, "Away: fair"));
  gtk_test_accessible_assert_property (find_block (desk, "Town's day"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Town's day, Saturday 28 November");
  fixture_undo (&desk->store);
  settle (desk);
  g_assert_null (find_block (desk, "Town's day"));
  g_assert_nonnull (find_block (desk, "Away: fair"));
}

/* What was kept stays to be seen, and is moved no more; which way they lean is in its name. */
static void
test_standing (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", 0);
  FtPromiseBlock *block;

  show (desk, FT_CALENDAR_WEEK);
  block = find_block (desk, "Anna Berg");
  g_assert_true (ft_block_is_open (ft_promise_block_get_block (block)));
  {
    g_autoptr (FtLeadCard) card = fixture_read (&desk->store, id);
    g_autoptr (FtContactData) contact = ft_contact_data_new (id, ft_clock_now (desk->store.clock),
                                                             FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
    g_autoptr (FtPromiseData) next = ft_promise_data_new (
        id, ft_civil (2026, 11, 27, 9, 0), g_intern_string (FIXTURE_ZONE), FT_CHANNEL_PHONE);
    g_autoptr (FtEdit) edit = NULL;

    contact->lean = FT_LEAN_TOWARDS;
    next->agreed = TRUE;
    edit = ft_gesture_log_contact (card->lead, card->promises->pdata[0], contact, next,
                                   ft_clock_now (desk->store.clock));
    fixture_apply (&desk->store, edit);
  }
  settle (desk);
  {
    g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
    guint n_kept = 0;

    collect (desk->calendar, FT_TYPE_PROMISE_BLOCK, blocks);
    g_assert_cmpuint (blocks->len, ==, 2);
    for (guint i = 0; i < 2; i++)
      {
        GtkWidget *widget = g_ptr_array_index (blocks, i);
        gboolean kept = gtk_widget_has_css_class (widget, "kept");

        n_kept += kept;
        g_assert_cmpint (ft_block_is_open (ft_promise_block_get_block (FT_PROMISE_BLOCK (widget))),
                         ==, !kept);
        gtk_test_accessible_assert_property (
            widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
            kept ? "Anna Berg, phone, Thursday 26 November 16:00, kept, leans towards yes"
                 : "Anna Berg, phone, Friday 27 November 09:00, leans towards yes");
      }
    g_assert_cmpuint (n_kept, ==, 1);
  }
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (root, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static GtkWidget *
find_only (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, type, found);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static void
type_into (GtkWidget *root, guint index, const char *text)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  collect (root, GTK_TYPE_ENTRY, entries);
  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (entries, index)), text);
}

/* E6: marked, changed and taken back in the popover, in words. */
static void
test_mark (Desk *desk, gconstpointer data)
{
  gint32 day = ft_civil_all_day (2026, 11, 26).day;
  GPtrArray *days_off;
  const FtDayOffData *day_off;
  GtkWidget *popover;

  show (desk, FT_CALENDAR_MONTH);
  gtk_widget_activate_action (desk->calendar, "calendar.away", "(ii)", day, day + 1);
  settle (desk);
  popover = find_only (desk->calendar, FT_TYPE_AWAY_POPOVER);
  type_into (popover, 1, "tomorrow never");
  g_assert_false (gtk_widget_get_sensitive (find_button (popover, "Mark Away")));
  type_into (popover, 1, "29 Nov");
  type_into (popover, 2, " fair ");
  g_signal_emit_by_name (find_button (popover, "Mark Away"), "clicked");
  settle (desk);
  days_off = ft_desk_get_settings (desk->desk)->days_off;
  g_assert_cmpuint (days_off->len, ==, 1);
  day_off = days_off->pdata[0];
  g_assert_cmpint (day_off->kind, ==, FT_DAY_OFF_AWAY);
  g_assert_cmpint (day_off->first_day, ==, day);
  g_assert_cmpint (day_off->last_day, ==, day + 3);
  g_assert_cmpstr (day_off->text, ==, "fair");

  /* The same days again are those that are marked. */
  gtk_widget_activate_action (desk->calendar, "calendar.away", "(ii)", day, day + 3);
  settle (desk);
  g_assert_nonnull (find_button (popover, "Save"));
  g_assert_null (find_button (popover, "Mark Away"));
  g_signal_emit_by_name (find_button (popover, "_Remove"), "clicked");
  settle (desk);
  g_assert_cmpuint (ft_desk_get_settings (desk->desk)->days_off->len, ==, 0);

  /* A holiday is one day unless it says more, and a year can be said. */
  gtk_widget_activate_action (desk->calendar, "calendar.mark-away", NULL);
  settle (desk);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (popover, "Public _Holiday")), TRUE);
  type_into (popover, 0, "2027-01-01");
  type_into (popover, 1, "");
  type_into (popover, 2, "New Year");
  g_signal_emit_by_name (find_button (popover, "Add Holiday"), "clicked");
  settle (desk);
  day_off = ft_desk_get_settings (desk->desk)->days_off->pdata[0];
  g_assert_cmpint (day_off->kind, ==, FT_DAY_OFF_HOLIDAY);
  g_assert_cmpint (day_off->first_day, ==, ft_civil_all_day (2027, 1, 1).day);
  g_assert_cmpint (day_off->last_day, ==, day_off->first_day);
}

/* E6: what falls into the days away is promised anew, one click each, until none is left. */
static void
test_anew (Desk *desk, gconstpointer data)
{
  gint32 day = ft_civil_all_day (2026, 11, 26).day;
  g_autoptr (FtLeadCard) card = NULL;
  GtkWidget *window;
  GtkWidget *bar;
  gint64 id;

  id = add (desk, "Anna Berg", 0);
  show (desk, FT_CALENDAR_MONTH);
  bar = find_button (desk->calendar, "Pro_mise Anew…");
  g_assert_null (bar);
  put_day_off (desk, FT_DAY_OFF_AWAY, day, day + 1, "");
  settle (desk);
  g_assert_nonnull (find_button (desk->calendar, "Pro_mise Anew…"));

  window = ft_anew_window_new (GTK_WINDOW (desk->window), desk->desk);
  gtk_window_present (GTK_WINDOW (window));
  settle (desk);
  find_only (window, FT_TYPE_ANEW_ROW);
  g_assert_nonnull (find_button (window, "Before: Wed 25 Nov, 16:00"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_button (window, "After: Mon 30 Nov, 16:00")), TRUE);
  g_signal_emit_by_name (find_button (window, "Told Them"), "clicked");
  settle (desk);
  g_assert_null (find_button (window, "Told Them"));
  g_assert_null (find_button (desk->calendar, "Pro_mise Anew…"));
  card = fixture_read (&desk->store, id);
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];

      g_assert_cmpint (promise->state, ==, i == 0 ? FT_PROMISE_OPEN : FT_PROMISE_MOVED);
      g_assert_cmpint (promise->promised.day, ==, i == 0 ? day + 4 : day);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Holidays as they are typed, and taken back. */
static void
test_holidays (Desk *desk, gconstpointer data)
{
  GtkWidget *group = ft_days_off_group_new (desk->desk);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  const FtDayOffData *day_off;
  GtkWidget *row;
  GtkWidget *window;

  show (desk, FT_CALENDAR_MONTH);
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  settle (desk);
  row = find_only (group, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "some day");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "25 Dec, Smith & Sons Day");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (row, "apply");
  settle (desk);
  gtk_editable_set_text (GTK_EDITABLE (row), "2027-01-01 New Year");
  g_signal_emit_by_name (row, "apply");
  settle (desk);
  g_assert_cmpuint (ft_desk_get_settings (desk->desk)->days_off->len, ==, 2);
  day_off = ft_desk_get_settings (desk->desk)->days_off->pdata[0];
  g_assert_cmpint (day_off->first_day, ==, ft_civil_all_day (2026, 12, 25).day);
  g_assert_cmpstr (day_off->text, ==, "Smith & Sons Day");
  day_off = ft_desk_get_settings (desk->desk)->days_off->pdata[1];
  g_assert_cmpstr (day_off->text, ==, "New Year");

  collect (group, ADW_TYPE_ACTION_ROW, buttons);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (buttons->pdata[0]), ==, "Smith &amp; Sons Day");
  g_ptr_array_set_size (buttons, 0);
  collect (group, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[i]), "user-trash-symbolic") == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        break;
      }
  settle (desk);
  g_assert_cmpuint (ft_desk_get_settings (desk->desk)->days_off->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, test) g_test_add (path, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/calendar-marks/decisions", test_decisions);
  ADD ("/calendar-marks/days-off", test_days_off);
  ADD ("/calendar-marks/standing", test_standing);
  ADD ("/calendar-marks/mark", test_mark);
  ADD ("/calendar-marks/anew", test_anew);
  ADD ("/calendar-marks/holidays", test_holidays);
  return g_test_run ();
}
