/* Promises made, moved and told in the calendar by drops and keys, and what is said before. */

#include "calendar-fixture.h"

#include "ui/ft-day-cell.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-hour-grid.h"
#include "ui/ft-month-view.h"
#include "ui/ft-slot-line.h"
#include "ui/ft-slot-offer.h"
#include "ui/ft-tell-popover.h"
#include "ui/ft-week-view.h"

static void
nudge (Desk *desk, const char *name, FtEdges edge, int minutes)
{
  FtPromiseBlock *block = calendar_find_block (desk, name, BOTH);

  gtk_widget_grab_focus (GTK_WIDGET (block));
  gtk_widget_activate_action (GTK_WIDGET (block), "calendar.nudge", "(xii)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise), edge,
                              minutes);
  calendar_settle (desk);
}

static void
test_nudge_target (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtPromiseData) undone = NULL;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, -15);
  promise = calendar_read_promise (desk, id);
  calendar_assert_civil (promise->target, "2026-11-26 15:45");
  calendar_assert_civil (promise->promised, "2026-11-26 16:00");
  g_assert_true (promise->agreed);
  g_assert_cmpint (
      ft_promise_block_get_block (calendar_find_block (desk, "Anna Berg", BOTH))->promised_after,
      ==, 15);

  ft_desk_undo (desk->desk);
  calendar_settle (desk);
  undone = calendar_read_promise (desk, id);
  calendar_assert_civil (undone->target, "2026-11-26 16:00");
}

static GtkWidget *
find_popover (Desk *desk)
{
  for (GtkWidget *child = gtk_widget_get_first_child (desk->calendar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (FT_IS_TELL_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

/* Later than promised is another promise, and nothing moves before the question is answered. */
static void
test_told (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:30", FIXTURE_ZONE,
                            TRUE);
  g_autoptr (FtPromiseData) before = NULL;
  g_autoptr (FtPromiseData) after = NULL;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, FT_DAY_MINUTES);
  g_assert_nonnull (find_popover (desk));
  before = calendar_read_promise (desk, id);
  calendar_assert_civil (before->promised, "2026-11-26 16:00");

  g_signal_emit_by_name (calendar_find_button (find_popover (desk), "Told Them"), "clicked");
  calendar_settle (desk);
  g_assert_null (find_popover (desk));
  after = calendar_read_promise (desk, id);
  calendar_assert_civil (after->promised, "2026-11-27 16:00");
  calendar_assert_civil (after->target, "2026-11-27 15:30");
  g_assert_cmpint (after->id, !=, before->id);
}

static void
test_escape (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);
  g_autoptr (FtPromiseData) promise = NULL;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  gtk_popover_popdown (GTK_POPOVER (find_popover (desk)));
  calendar_settle (desk);
  g_assert_null (find_popover (desk));
  promise = calendar_read_promise (desk, id);
  calendar_assert_civil (promise->promised, "2026-11-26 16:00");
  g_assert_cmpstr (ft_store_get_undo_label (desk->store.store), !=, "Move promise");
}

/* Telling them becomes a promise of its own, in the same step of undo. */
static void
test_not_yet (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtPromiseData) undone = NULL;
  FtPromiseData *tell;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  g_signal_emit_by_name (calendar_find_button (find_popover (desk), "Not Yet"), "clicked");
  calendar_settle (desk);
  card = fixture_read (&desk->store, id);
  g_assert_cmpuint (card->promises->len, ==, 3);
  tell = g_ptr_array_index (card->promises, 0);
  g_assert_true (g_str_has_prefix (tell->purpose, "Tell them: "));
  calendar_assert_civil (tell->promised, "2026-11-25 11:00");
  calendar_assert_civil (((FtPromiseData *) g_ptr_array_index (card->promises, 1))->promised,
                         "2026-11-26 16:30");
  ft_desk_undo (desk->desk);
  calendar_settle (desk);
  undone = calendar_read_promise (desk, id);
  calendar_assert_civil (undone->promised, "2026-11-26 16:00");
}

static void
test_copy (Desk *desk, gconstpointer data)
{
  GValue value = G_VALUE_INIT;
  GdkContentProvider *content;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  g_signal_emit_by_name (calendar_find_button (find_popover (desk), "Copy Message"), "clicked");
  calendar_settle (desk);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (desk->window));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Anna Berg"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "16:30"));
  g_value_unset (&value);
}

/* Drops a value at a point. */
static gboolean
drop (GtkWidget *widget, const GValue *value, double x, double y)
{
  gint32 day;
  int minute;

  if (!ft_drop_zone_find (widget, value, x, y, &day, &minute))
    return FALSE;
  ft_drop_zone_drop (widget, value, day, minute);
  return TRUE;
}

static void
test_drop_lead (Desk *desk, gconstpointer data)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Carl");
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, NULL, ft_clock_now (desk->store.clock));
  gint64 id = fixture_apply (&desk->store, edit);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  GtkWidget *grid;
  GValue value = G_VALUE_INIT;
  double width;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  grids = calendar_find_all (desk, FT_TYPE_HOUR_GRID);
  grid = g_ptr_array_index (grids, 0);
  width = (gtk_widget_get_width (grid) - ft_hour_grid_get_gutter (FT_HOUR_GRID (grid))) / 7.0;
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  g_assert_true (drop (grid, &value, ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)) + 4.5 * width,
                       ft_hour_grid_get_y (FT_HOUR_GRID (grid), 14 * 60 + 20)));
  /* In the hours nothing is dropped. */
  g_assert_false (drop (grid, &value, 2, 100));
  calendar_settle (desk);
  promise = calendar_read_promise (desk, id);
  g_assert_nonnull (promise);
  calendar_assert_civil (promise->promised, "2026-11-27 14:15");
  g_assert_nonnull (calendar_find_block (desk, "Carl", BOTH));
}

static void
test_drop_block (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-30 16:00", "2026-11-30 16:00",
                            "America/New_York", TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  GtkWidget *month;
  GValue value = G_VALUE_INIT;
  FtBlockDrag drag = { .edge = FT_EDGE_TARGET };
  graphene_rect_t bounds;

  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  months = calendar_find_all (desk, FT_TYPE_MONTH_VIEW);
  month = g_ptr_array_index (months, 0);
  cells = calendar_find_all (desk, FT_TYPE_DAY_CELL);
  /* Onto Friday 27 November: the time of day stays, in their zone too. */
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, 32), month, &bounds));
  drag.promise
      = ft_promise_block_get_block (calendar_find_block (desk, "Anna Berg", BOTH))->promise;
  g_value_init (&value, FT_TYPE_BLOCK_DRAG);
  g_value_set_boxed (&value, &drag);
  g_assert_true (drop (month, &value, bounds.origin.x + 20, bounds.origin.y + 20));
  calendar_settle (desk);
  g_value_unset (&value);
  promise = calendar_read_promise (desk, id);
  calendar_assert_civil (promise->target, "2026-11-27 16:00");
  calendar_assert_civil (promise->promised, "2026-11-30 16:00");
  g_assert_null (find_popover (desk));
}

static void
hold_block (Desk *desk, GtkWidget *view, const char *name, int day, int minute)
{
  FtBlockDrag drag = { .edge = FT_EDGE_TARGET, .duration = 30 };
  GValue value = G_VALUE_INIT;

  drag.promise = ft_promise_block_get_block (calendar_find_block (desk, name, BOTH))->promise;
  g_value_init (&value, FT_TYPE_BLOCK_DRAG);
  g_value_set_boxed (&value, &drag);
  ft_drop_zone_hold (view, &value, day, minute);
  g_value_unset (&value);
  calendar_settle (desk);
}

/* What is wrong with a slot is said while something is held over it, and no longer. */
static void
test_held (Desk *desk, gconstpointer data)
{
  gint32 thursday = ft_civil (2026, 11, 26, 0, 0).day;
  GtkWidget *week;
  GtkWidget *line;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Bo", "2026-11-26 14:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Tom", "2026-11-27 10:00", "2026-11-27 10:00", "America/New_York", TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  week = calendar_find_one (desk, FT_TYPE_WEEK_VIEW);
  g_assert_null (calendar_find_one (desk, FT_TYPE_SLOT_LINE));

  hold_block (desk, week, "Anna Berg", thursday, 11 * 60);
  line = calendar_find_one (desk, FT_TYPE_SLOT_LINE);
  g_assert_nonnull (line);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==, "Thu 26 Nov, 11:00");
  hold_block (desk, week, "Anna Berg", thursday, 14 * 60);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==,
                   "Thu 26 Nov, 14:00 · You have promised something else at that time.");
  hold_block (desk, week, "Anna Berg", thursday + 2, 7 * 60);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==,
                   "Sat 28 Nov, 07:00 · Saturday, 28 November is not a working day of yours.");
  hold_block (desk, week, "Tom", thursday + 1, 9 * 60);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==,
                   "Fri 27 Nov, 09:00 · It is 03:00 there.");
  ft_drop_zone_hold (week, NULL, 0, 0);
  calendar_settle (desk);
  g_assert_null (calendar_find_one (desk, FT_TYPE_SLOT_LINE));
}

/* A key says where it has moved something to. */
static void
test_nudge_says (Desk *desk, gconstpointer data)
{
  GtkWidget *line;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Bo", "2026-11-25 16:00", "2026-11-25 16:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, -FT_DAY_MINUTES);
  line = calendar_find_one (desk, FT_TYPE_SLOT_LINE);
  g_assert_nonnull (line);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==,
                   "Wed 25 Nov, 16:00 · You have promised something else at that time.");
}

static void
test_offer (Desk *desk, gconstpointer data)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Carl");
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, NULL, ft_clock_now (desk->store.clock));
  gint64 id = fixture_apply (&desk->store, edit);
  gint32 friday = ft_civil (2026, 11, 27, 0, 0).day;
  g_autoptr (FtPromiseData) promise = NULL;
  GtkWidget *button;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  calendar_put_on_card (desk, id);
  gtk_widget_activate_action (desk->calendar, "calendar.offer", "(ii)", friday, 14 * 60);
  calendar_settle (desk);
  button = calendar_find_button (desk->calendar, "Promise Carl Something");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Promise Carl something at Fri 27 Nov, 14:00");
  g_signal_emit_by_name (button, "clicked");
  calendar_settle (desk);
  promise = calendar_read_promise (desk, id);
  g_assert_nonnull (promise);
  calendar_assert_civil (promise->promised, "2026-11-27 14:00");
  g_assert_null (calendar_find_one (desk, FT_TYPE_SLOT_OFFER));
  ft_desk_undo (desk->desk);
  calendar_settle (desk);
  g_assert_null (calendar_find_block (desk, "Carl", BOTH));
}

/* A slot without a lead on the card asks to whom; the first that is found is a press of Enter away.
 */
static void
test_offer_anybody (Desk *desk, gconstpointer data)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Carl Core");
  g_autoptr (FtLeadData) other = ft_lead_data_new ("Anna Berg");
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, NULL, ft_clock_now (desk->store.clock));
  g_autoptr (FtEdit) other_edit
      = ft_gesture_add_lead (other, NULL, ft_clock_now (desk->store.clock));
  gint64 id = fixture_apply (&desk->store, edit);
  gint32 friday = ft_civil (2026, 11, 27, 0, 0).day;
  g_autoptr (FtPromiseData) promise = NULL;
  GtkWidget *entry;

  fixture_apply (&desk->store, other_edit);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  ft_desk_show_lead (desk->desk, 0);
  calendar_settle (desk);
  gtk_widget_activate_action (desk->calendar, "calendar.offer", "(ii)", friday, 14 * 60);
  calendar_settle (desk);
  g_assert_nonnull (calendar_find_one (desk, FT_TYPE_SLOT_OFFER));
  g_assert_true (calendar_has_text (desk, "Anna Berg"));
  entry = calendar_find_one (desk, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "carl");
  g_signal_emit_by_name (entry, "search-changed");
  calendar_settle (desk);
  g_assert_false (calendar_has_text (desk, "Anna Berg"));
  g_signal_emit_by_name (entry, "activate");
  calendar_settle (desk);
  promise = calendar_read_promise (desk, id);
  g_assert_nonnull (promise);
  calendar_assert_civil (promise->promised, "2026-11-27 14:00");
  g_assert_null (calendar_find_one (desk, FT_TYPE_SLOT_OFFER));
}

static void
test_effort (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  FtPromiseBlock *block;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  block = calendar_find_block (desk, "Anna Berg", BOTH);
  g_assert_cmpint (ft_promise_block_get_part (block, 20, 4), ==, FT_BLOCK_BODY);
  g_assert_cmpint (
      ft_promise_block_get_part (block, 20, gtk_widget_get_height (GTK_WIDGET (block)) - 1), ==,
      FT_BLOCK_EFFORT);
  gtk_widget_activate_action (GTK_WIDGET (block), "calendar.set-effort", "(xi)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise), 90);
  calendar_settle (desk);
  promise = calendar_read_promise (desk, id);
  g_assert_cmpint (promise->effort, ==, 90);
  calendar_assert_civil (promise->target, "2026-11-26 16:00");
  block = calendar_find_block (desk, "Anna Berg", BOTH);
  g_assert_cmpint (ft_promise_block_get_block (block)->duration, ==, 90);
  g_assert_cmpstr (ft_store_get_undo_label (desk->store.store), !=, NULL);
}

/* Where the lower edge is what they were told, its end side is that, and the rest the effort. */
static void
test_parts (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *block;
  int width;
  int height;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  block = calendar_find_block (desk, "Anna Berg", BOTH);
  width = gtk_widget_get_width (GTK_WIDGET (block));
  height = gtk_widget_get_height (GTK_WIDGET (block));
  g_assert_cmpint (ft_promise_block_get_part (block, width - 2, height - 1), ==, FT_BLOCK_PROMISED);
  g_assert_cmpint (ft_promise_block_get_part (block, 2, height - 1), ==, FT_BLOCK_EFFORT);
  g_assert_cmpint (ft_promise_block_get_part (block, 2, height / 2), ==, FT_BLOCK_BODY);
}

/* By key into another week: the calendar goes along, and the focus with it. */
static void
test_nudge_week (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *block;

  calendar_add (desk, "Anna Berg", "2026-12-11 12:00", "2026-12-10 12:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 2);
  calendar_settle (desk);
  block = calendar_find_block (desk, "Anna Berg", FT_EDGE_TARGET);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  gtk_widget_activate_action (desk->calendar, "calendar.nudge", "(xii)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise),
                              FT_EDGE_TARGET, -7 * FT_DAY_MINUTES);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "Week 49"));
  block = calendar_find_block (desk, "Anna Berg", FT_EDGE_TARGET);
  calendar_assert_civil (ft_promise_block_get_block (block)->target, "2026-12-03 12:00");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk->window)) == GTK_WIDGET (block));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  DESK_TEST ("/calendar/nudge-target", test_nudge_target);
  DESK_TEST ("/calendar/nudge-week", test_nudge_week);
  DESK_TEST ("/calendar/told", test_told);
  DESK_TEST ("/calendar/escape", test_escape);
  DESK_TEST ("/calendar/not-yet", test_not_yet);
  DESK_TEST ("/calendar/copy", test_copy);
  DESK_TEST ("/calendar/drop-lead", test_drop_lead);
  DESK_TEST ("/calendar/drop-block", test_drop_block);
  DESK_TEST ("/calendar/held", test_held);
  DESK_TEST ("/calendar/nudge-says", test_nudge_says);
  DESK_TEST ("/calendar/offer", test_offer);
  DESK_TEST ("/calendar/offer-anybody", test_offer_anybody);
  DESK_TEST ("/calendar/effort", test_effort);
  DESK_TEST ("/calendar/parts", test_parts);
  return g_test_run ();
}
