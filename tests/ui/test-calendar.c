/* The calendar on a real store, on Wednesday, 25 November 2026, 10:00 in Berlin. */

#include "ui/ft-all-day-row.h"
#include "ui/ft-block.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-calendar.h"
#include "ui/ft-day-cell.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-hour-grid.h"
#include "ui/ft-month-view.h"
#include "ui/ft-promise-block.h"
#include "ui/ft-slot-line.h"
#include "ui/ft-slot-offer.h"
#include "ui/ft-tell-popover.h"
#include "ui/ft-week-view.h"

#include "core/ft-week-layout.h"

#include "../model/model-fixture.h"

typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *calendar;
  gint64 activated;
  char *failure;
} Desk;

static void
activated_cb (FtCalendar *calendar, gint64 lead_id, gpointer data)
{
  ((Desk *) data)->activated = lead_id;
}

static void
failed_cb (FtDesk *desk, const char *message, GError *error, gpointer data)
{
  ((Desk *) data)->failure = g_strdup (message);
}

static void
set_up (Desk *desk, gconstpointer data)
{
  fixture_set_up (&desk->store, NULL);
  desk->desk = ft_desk_new (desk->store.store);
  g_signal_connect (desk->desk, "failed", G_CALLBACK (failed_cb), desk);
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
show (Desk *desk, FtCalendarView view, int width)
{
  desk->calendar = ft_calendar_new (desk->desk, view);
  g_signal_connect (desk->calendar, "lead-activated", G_CALLBACK (activated_cb), desk);
  desk->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, 760);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->calendar);
  gtk_window_present (GTK_WINDOW (desk->window));
  settle (desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  if (desk->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (desk->calendar), (gpointer *) &desk->calendar);
      gtk_window_destroy (GTK_WINDOW (desk->window));
      desk->window = NULL;
      settle (desk);
      g_assert_null (desk->calendar);
    }
  g_assert_cmpstr (desk->failure, ==, NULL);
  settle (desk);
  g_assert_finalize_object (desk->desk);
  fixture_tear_down (&desk->store, NULL);
}

/* --- Looking --- */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (Desk *desk, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (desk->calendar, type, found);
  return found;
}

/* The block of a lead that has these edges, NULL if there is none. */
static FtPromiseBlock *
find_block (Desk *desk, const char *name, FtEdges edges)
{
  g_autoptr (GPtrArray) blocks = find_all (desk, FT_TYPE_PROMISE_BLOCK);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FtBlock *block = ft_promise_block_get_block (g_ptr_array_index (blocks, i));

      if (block->edges == edges
          && g_str_equal (ft_promise_get_row (block->promise)->lead->name, name))
        return g_ptr_array_index (blocks, i);
    }
  return NULL;
}

#define BOTH (FT_EDGE_TARGET | FT_EDGE_PROMISED)

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (root, GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      const char *its = gtk_button_get_label (g_ptr_array_index (buttons, i));

      if (its != NULL && g_str_equal (its, label))
        return g_ptr_array_index (buttons, i);
    }
  return NULL;
}

static gboolean
has_text (Desk *desk, const char *text)
{
  g_autoptr (GPtrArray) labels = find_all (desk, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

static void
assert_civil (FtCivil civil, const char *expected)
{
  g_autofree char *text = ft_civil_to_string (civil);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Data --- */

static gint64
add (Desk *desk,
     const char *name,
     const char *promised,
     const char *target,
     const char *zone,
     gboolean agreed)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;
  FtCivil at;

  g_assert_true (ft_civil_from_string (promised, &at));
  promise = ft_promise_data_new (0, at, g_intern_string (zone), FT_CHANNEL_PHONE);
  g_assert_true (ft_civil_from_string (target, &promise->target));
  promise->agreed = agreed;
  edit = ft_gesture_add_lead (lead, promise, ft_clock_now (desk->store.clock));
  return fixture_apply (&desk->store, edit);
}

static FtPromiseData *
read_promise (Desk *desk, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = fixture_read (&desk->store, lead_id);

  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->state == FT_PROMISE_OPEN)
        return ft_promise_data_ref (promise);
    }
  return NULL;
}

/* --- Tests --- */

static void
test_week (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *block;

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  add (desk, "Bo", "2026-11-24 09:00", "2026-11-24 09:00", FIXTURE_ZONE, FALSE);
  add (desk, "Next Week", "2026-12-02 09:00", "2026-12-02 09:00", FIXTURE_ZONE, FALSE);
  add (desk, "All Day", "2026-11-27", "2026-11-27", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);

  gtk_test_accessible_assert_property (desk->calendar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Calendar");
  g_assert_true (has_text (desk, "Week 48"));
  g_assert_true (has_text (desk, "November 2026"));

  block = find_block (desk, "Anna Berg", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_role (block, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (
      block, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Anna Berg, phone, Thursday 26 November 15:00, promised Thursday 26 November 16:00");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (block), "hollow"));

  block = find_block (desk, "Bo", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bo, phone, Tuesday 24 November 09:00, late, not agreed");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (block), "late"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (block), "hollow"));

  block = find_block (desk, "All Day", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All Day, phone, Friday 27 November, all day");
  /* Above the hours, not among them. */
  g_assert_true (FT_IS_ALL_DAY_ROW (gtk_widget_get_parent (GTK_WIDGET (block))));
  g_assert_null (find_block (desk, "Next Week", BOTH));
}

static void
test_apart (Desk *desk, gconstpointer data)
{
  add (desk, "Far", "2026-11-27 16:00", "2026-11-26 09:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  g_assert_cmpint (ft_promise_block_get_block (find_block (desk, "Far", FT_EDGE_TARGET))->start, ==,
                   9 * 60);
  g_assert_cmpint (ft_promise_block_get_block (find_block (desk, "Far", FT_EDGE_PROMISED))->start,
                   ==, 16 * 60);
  gtk_test_accessible_assert_property (find_block (desk, "Far", FT_EDGE_PROMISED),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Far, phone, promised Friday 27 November 16:00");
}

/* Their 09:00 in New York is my 15:00, and on the days between the two clock changes my 14:00. */
static void
test_zones (Desk *desk, gconstpointer data)
{
  add (desk, "Winter", "2026-11-26 09:00", "2026-11-26 09:00", "America/New_York", TRUE);
  add (desk, "Between", "2026-10-28 09:00", "2026-10-28 09:00", "America/New_York", TRUE);
  add (desk, "Kathmandu", "2026-11-26 00:30", "2026-11-26 00:30", "Asia/Kathmandu", TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  g_assert_cmpint (ft_promise_block_get_block (find_block (desk, "Winter", BOTH))->start, ==,
                   15 * 60);
  /* Their Thursday night is my Wednesday evening. */
  assert_civil (ft_promise_block_get_block (find_block (desk, "Kathmandu", BOTH))->target,
                "2026-11-25 19:45");
  ft_calendar_go (FT_CALENDAR (desk->calendar), -4);
  settle (desk);
  g_assert_cmpint (ft_promise_block_get_block (find_block (desk, "Between", BOTH))->start, ==,
                   14 * 60);
}

static void
test_month_folds (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = NULL;
  GtkWidget *more;
  int view;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %02d", i);

      add (desk, name, "2026-11-30 10:00", "2026-11-30 10:00", FIXTURE_ZONE, TRUE);
    }
  show (desk, FT_CALENDAR_MONTH, 1280);

  g_assert_true (has_text (desk, "November 2026"));
  blocks = find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (blocks->len, >=, 1);
  g_assert_cmpuint (blocks->len, <, 12);
  g_assert_nonnull (find_block (desk, "Lead 00", BOTH));
  {
    g_autofree char *label = g_strdup_printf ("+%u", 12 - blocks->len);

    more = find_button (desk->calendar, label);
  }
  g_assert_nonnull (more);

  g_signal_emit_by_name (more, "clicked");
  settle (desk);
  g_object_get (desk->calendar, "view", &view, NULL);
  g_assert_cmpint (view, ==, FT_CALENDAR_DAY);
  g_assert_true (has_text (desk, "Monday 30 November"));
  g_assert_nonnull (find_block (desk, "Lead 11", BOTH));
}

static void
test_month_cells (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = NULL;

  add (desk, "One", "2026-11-25 16:00", "2026-11-25 16:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_MONTH, 800);
  cells = find_all (desk, FT_TYPE_DAY_CELL);
  g_assert_cmpuint (cells->len, ==, 42);
  for (guint i = 0; i < cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (cells, i);

      gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
      g_assert_cmpint (gtk_widget_has_css_class (cell, "outside"), ==, i < 6 || i > 35);
      if (i == 30)
        gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "Wednesday 25 November, today, 1 promise");
      g_assert_cmpint (gtk_widget_has_css_class (cell, "today"), ==, i == 30);
    }
}

static void
test_open (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);

  show (desk, FT_CALENDAR_MONTH, 1280);
  gtk_widget_activate_action (GTK_WIDGET (find_block (desk, "Anna Berg", BOTH)), "block.open",
                              NULL);
  g_assert_cmpint (desk->activated, ==, id);
}

static void
test_go (Desk *desk, gconstpointer data)
{
  FtCalendar *calendar;

  add (desk, "Next Year", "2027-01-01 10:00", "2027-01-01 10:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_MONTH, 1280);
  calendar = FT_CALENDAR (desk->calendar);
  ft_calendar_go (calendar, 2);
  settle (desk);
  g_assert_true (has_text (desk, "January 2027"));
  g_assert_nonnull (find_block (desk, "Next Year", BOTH));
  g_signal_emit_by_name (find_button (desk->calendar, "Today"), "clicked");
  settle (desk);
  g_assert_true (has_text (desk, "November 2026"));
  g_assert_null (find_block (desk, "Next Year", BOTH));

  ft_calendar_set_view (calendar, FT_CALENDAR_WEEK);
  ft_calendar_go (calendar, 6);
  settle (desk);
  g_assert_true (has_text (desk, "Week 1"));
  ft_calendar_go (calendar, -1);
  settle (desk);
  g_assert_true (has_text (desk, "Week 53"));
  g_assert_nonnull (find_button (desk->calendar, "Month"));
}

/* What was changed by others is followed; the widget and the focus stay. */
static void
test_follows (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  FtPromiseBlock *block;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  show (desk, FT_CALENDAR_WEEK, 1280);
  block = find_block (desk, "Anna Berg", BOTH);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  promise = read_promise (desk, id);
  edit = ft_gesture_move_target (promise, ft_civil (2026, 11, 26, 15, 30));
  fixture_apply (&desk->store, edit);
  settle (desk);
  g_assert_true (find_block (desk, "Anna Berg", BOTH) == block);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (block)));
  g_assert_cmpint (ft_promise_block_get_block (block)->start, ==, 15 * 60 + 30);
}

static void
nudge (Desk *desk, const char *name, FtEdges edge, int minutes)
{
  FtPromiseBlock *block = find_block (desk, name, BOTH);

  gtk_widget_grab_focus (GTK_WIDGET (block));
  gtk_widget_activate_action (GTK_WIDGET (block), "calendar.nudge", "(xii)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise), edge,
                              minutes);
  settle (desk);
}

static void
test_nudge_target (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtPromiseData) undone = NULL;

  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, -15);
  promise = read_promise (desk, id);
  assert_civil (promise->target, "2026-11-26 15:45");
  assert_civil (promise->promised, "2026-11-26 16:00");
  g_assert_true (promise->agreed);
  g_assert_cmpint (
      ft_promise_block_get_block (find_block (desk, "Anna Berg", BOTH))->promised_after, ==, 15);

  ft_desk_undo (desk->desk);
  settle (desk);
  undone = read_promise (desk, id);
  assert_civil (undone->target, "2026-11-26 16:00");
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
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:30", FIXTURE_ZONE, TRUE);
  g_autoptr (FtPromiseData) before = NULL;
  g_autoptr (FtPromiseData) after = NULL;

  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, FT_DAY_MINUTES);
  g_assert_nonnull (find_popover (desk));
  before = read_promise (desk, id);
  assert_civil (before->promised, "2026-11-26 16:00");

  g_signal_emit_by_name (find_button (find_popover (desk), "Told Them"), "clicked");
  settle (desk);
  g_assert_null (find_popover (desk));
  after = read_promise (desk, id);
  assert_civil (after->promised, "2026-11-27 16:00");
  assert_civil (after->target, "2026-11-27 15:30");
  g_assert_cmpint (after->id, !=, before->id);
}

static void
test_escape (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  g_autoptr (FtPromiseData) promise = NULL;

  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  gtk_popover_popdown (GTK_POPOVER (find_popover (desk)));
  settle (desk);
  g_assert_null (find_popover (desk));
  promise = read_promise (desk, id);
  assert_civil (promise->promised, "2026-11-26 16:00");
  g_assert_cmpstr (ft_store_get_undo_label (desk->store.store), !=, "Move promise");
}

/* Telling them becomes a promise of its own, in the same step of undo. */
static void
test_not_yet (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtPromiseData) undone = NULL;
  FtPromiseData *tell;

  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  g_signal_emit_by_name (find_button (find_popover (desk), "Not Yet"), "clicked");
  settle (desk);
  card = fixture_read (&desk->store, id);
  g_assert_cmpuint (card->promises->len, ==, 3);
  tell = g_ptr_array_index (card->promises, 0);
  g_assert_true (g_str_has_prefix (tell->purpose, "Tell them: "));
  assert_civil (tell->promised, "2026-11-25 11:00");
  assert_civil (((FtPromiseData *) g_ptr_array_index (card->promises, 1))->promised,
                "2026-11-26 16:30");
  ft_desk_undo (desk->desk);
  settle (desk);
  undone = read_promise (desk, id);
  assert_civil (undone->promised, "2026-11-26 16:00");
}

static void
test_copy (Desk *desk, gconstpointer data)
{
  GValue value = G_VALUE_INIT;
  GdkContentProvider *content;

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_PROMISED, 30);
  g_signal_emit_by_name (find_button (find_popover (desk), "Copy Message"), "clicked");
  settle (desk);
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

  show (desk, FT_CALENDAR_WEEK, 1280);
  grids = find_all (desk, FT_TYPE_HOUR_GRID);
  grid = g_ptr_array_index (grids, 0);
  width = (gtk_widget_get_width (grid) - ft_hour_grid_get_gutter (FT_HOUR_GRID (grid))) / 7.0;
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);
  g_assert_true (drop (grid, &value, ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)) + 4.5 * width,
                       ft_hour_grid_get_y (FT_HOUR_GRID (grid), 14 * 60 + 20)));
  /* In the hours nothing is dropped. */
  g_assert_false (drop (grid, &value, 2, 100));
  settle (desk);
  promise = read_promise (desk, id);
  g_assert_nonnull (promise);
  assert_civil (promise->promised, "2026-11-27 14:15");
  g_assert_nonnull (find_block (desk, "Carl", BOTH));
}

static void
test_drop_block (Desk *desk, gconstpointer data)
{
  gint64 id
      = add (desk, "Anna Berg", "2026-11-30 16:00", "2026-11-30 16:00", "America/New_York", TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  GtkWidget *month;
  GValue value = G_VALUE_INIT;
  FtBlockDrag drag = { .edge = FT_EDGE_TARGET };
  graphene_rect_t bounds;

  show (desk, FT_CALENDAR_MONTH, 1280);
  months = find_all (desk, FT_TYPE_MONTH_VIEW);
  month = g_ptr_array_index (months, 0);
  cells = find_all (desk, FT_TYPE_DAY_CELL);
  /* Onto Friday 27 November: the time of day stays, in their zone too. */
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, 32), month, &bounds));
  drag.promise = ft_promise_block_get_block (find_block (desk, "Anna Berg", BOTH))->promise;
  g_value_init (&value, FT_TYPE_BLOCK_DRAG);
  g_value_set_boxed (&value, &drag);
  g_assert_true (drop (month, &value, bounds.origin.x + 20, bounds.origin.y + 20));
  settle (desk);
  g_value_unset (&value);
  promise = read_promise (desk, id);
  assert_civil (promise->target, "2026-11-27 16:00");
  assert_civil (promise->promised, "2026-11-30 16:00");
  g_assert_null (find_popover (desk));
}

static void
test_rtl (Desk *desk, gconstpointer data)
{
  graphene_rect_t monday;
  graphene_rect_t friday;
  int width;

  add (desk, "Monday", "2026-11-23 16:00", "2026-11-23 16:00", FIXTURE_ZONE, TRUE);
  add (desk, "Friday", "2026-11-27 16:00", "2026-11-27 16:00", FIXTURE_ZONE, TRUE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (desk, FT_CALENDAR_WEEK, 420);
  width = gtk_widget_get_width (desk->calendar);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_block (desk, "Monday", BOTH)),
                                            desk->calendar, &monday));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_block (desk, "Friday", BOTH)),
                                            desk->calendar, &friday));
  g_assert_cmpfloat (monday.origin.x, >, friday.origin.x);
  g_assert_cmpfloat (friday.origin.x, >=, 0);
  g_assert_cmpfloat (monday.origin.x + monday.size.width, <=, width);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Nothing is wider than the window, down to a telephone's. */
static void
test_narrow (Desk *desk, gconstpointer data)
{
  show (desk, FT_CALENDAR_WEEK, 360);
  for (FtCalendarView view = FT_CALENDAR_MONTH; view <= FT_CALENDAR_DAY; view++)
    {
      int minimum;

      ft_calendar_set_view (FT_CALENDAR (desk->calendar), view);
      settle (desk);
      gtk_widget_measure (desk->calendar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, 348);
    }
}

/* A month of five hundred is no more widgets than fit, and a step to the next uses them again. */
static void
test_many (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) again = NULL;
  guint same = 0;

  fixture_add_many (&desk->store, 4000);
  show (desk, FT_CALENDAR_MONTH, 1280);
  blocks = find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (blocks->len, >, 0);
  g_assert_cmpuint (blocks->len, <=, 42 * 6);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  settle (desk);
  ft_calendar_go (FT_CALENDAR (desk->calendar), -1);
  settle (desk);
  again = find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (again->len, ==, blocks->len);
  for (guint i = 0; i < again->len; i++)
    same += g_ptr_array_find (blocks, g_ptr_array_index (again, i), NULL);
  g_assert_cmpuint (same, >, 0);
}

static void
test_midnight (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = NULL;

  show (desk, FT_CALENDAR_MONTH, 800);
  fixture_go_to (&desk->store, 1, 0, 1);
  settle (desk);
  cells = find_all (desk, FT_TYPE_DAY_CELL);
  g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (cells, 30), "today"));
  g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (cells, 31), "today"));
}

static void
test_text (void)
{
  FtCivil day = ft_civil (2026, 11, 28, 0, 0); /* a Saturday */
  g_autofree char *month = ft_calendar_text_month (day.day);
  g_autofree char *spoken = ft_calendar_text_day (day.day);
  g_autofree char *hour = ft_calendar_text_hour (16);
  g_autofree char *all_day = ft_calendar_text_time (FT_ALL_DAY);

  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (spoken, ==, "Saturday 28 November");
  g_assert_cmpstr (hour, ==, "16:00");
  g_assert_cmpstr (all_day, ==, "");
  g_assert_false (ft_calendar_is_weekend (day.day - 1));
  g_assert_true (ft_calendar_is_weekend (day.day));
  g_assert_true (ft_calendar_is_weekend (day.day + 1));
  g_assert_false (ft_calendar_is_weekend (day.day + 2));
}

/* --- Before it goes wrong, and at a free slot --- */

static GtkWidget *
find_one (Desk *desk, GType type)
{
  g_autoptr (GPtrArray) found = find_all (desk, type);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static void
hold_block (Desk *desk, GtkWidget *view, const char *name, int day, int minute)
{
  FtBlockDrag drag = { .edge = FT_EDGE_TARGET, .duration = 30 };
  GValue value = G_VALUE_INIT;

  drag.promise = ft_promise_block_get_block (find_block (desk, name, BOTH))->promise;
  g_value_init (&value, FT_TYPE_BLOCK_DRAG);
  g_value_set_boxed (&value, &drag);
  ft_drop_zone_hold (view, &value, day, minute);
  g_value_unset (&value);
  settle (desk);
}

/* What is wrong with a slot is said while something is held over it, and no longer. */
static void
test_held (Desk *desk, gconstpointer data)
{
  gint32 thursday = ft_civil (2026, 11, 26, 0, 0).day;
  GtkWidget *week;
  GtkWidget *line;

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  add (desk, "Bo", "2026-11-26 14:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  add (desk, "Tom", "2026-11-27 10:00", "2026-11-27 10:00", "America/New_York", TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  week = find_one (desk, FT_TYPE_WEEK_VIEW);
  g_assert_null (find_one (desk, FT_TYPE_SLOT_LINE));

  hold_block (desk, week, "Anna Berg", thursday, 11 * 60);
  line = find_one (desk, FT_TYPE_SLOT_LINE);
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
  settle (desk);
  g_assert_null (find_one (desk, FT_TYPE_SLOT_LINE));
}

/* A key says where it has moved something to. */
static void
test_nudge_says (Desk *desk, gconstpointer data)
{
  GtkWidget *line;

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  add (desk, "Bo", "2026-11-25 16:00", "2026-11-25 16:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  nudge (desk, "Anna Berg", FT_EDGE_TARGET, -FT_DAY_MINUTES);
  line = find_one (desk, FT_TYPE_SLOT_LINE);
  g_assert_nonnull (line);
  g_assert_cmpstr (ft_slot_line_get_text (FT_SLOT_LINE (line)), ==,
                   "Wed 25 Nov, 16:00 · You have promised something else at that time.");
}

static void
put_on_card (Desk *desk, gint64 id)
{
  ft_desk_show_lead (desk->desk, id);
  settle (desk);
  g_assert_nonnull (ft_card_get_data (ft_desk_get_card (desk->desk)));
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

  show (desk, FT_CALENDAR_WEEK, 1280);
  put_on_card (desk, id);
  gtk_widget_activate_action (desk->calendar, "calendar.offer", "(ii)", friday, 14 * 60);
  settle (desk);
  button = find_button (desk->calendar, "Promise Carl Something");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Promise Carl something at Fri 27 Nov, 14:00");
  g_signal_emit_by_name (button, "clicked");
  settle (desk);
  promise = read_promise (desk, id);
  g_assert_nonnull (promise);
  assert_civil (promise->promised, "2026-11-27 14:00");
  g_assert_null (find_one (desk, FT_TYPE_SLOT_OFFER));
  ft_desk_undo (desk->desk);
  settle (desk);
  g_assert_null (find_block (desk, "Carl", BOTH));
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
  show (desk, FT_CALENDAR_WEEK, 1280);
  ft_desk_show_lead (desk->desk, 0);
  settle (desk);
  gtk_widget_activate_action (desk->calendar, "calendar.offer", "(ii)", friday, 14 * 60);
  settle (desk);
  g_assert_nonnull (find_one (desk, FT_TYPE_SLOT_OFFER));
  g_assert_true (has_text (desk, "Anna Berg"));
  entry = find_one (desk, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "carl");
  g_signal_emit_by_name (entry, "search-changed");
  settle (desk);
  g_assert_false (has_text (desk, "Anna Berg"));
  g_signal_emit_by_name (entry, "activate");
  settle (desk);
  promise = read_promise (desk, id);
  g_assert_nonnull (promise);
  assert_civil (promise->promised, "2026-11-27 14:00");
  g_assert_null (find_one (desk, FT_TYPE_SLOT_OFFER));
}

static void
test_effort (Desk *desk, gconstpointer data)
{
  gint64 id = add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE, TRUE);
  g_autoptr (FtPromiseData) promise = NULL;
  FtPromiseBlock *block;

  show (desk, FT_CALENDAR_WEEK, 1280);
  block = find_block (desk, "Anna Berg", BOTH);
  g_assert_cmpint (ft_promise_block_get_part (block, 20, 4), ==, FT_BLOCK_BODY);
  g_assert_cmpint (
      ft_promise_block_get_part (block, 20, gtk_widget_get_height (GTK_WIDGET (block)) - 1), ==,
      FT_BLOCK_EFFORT);
  gtk_widget_activate_action (GTK_WIDGET (block), "calendar.set-effort", "(xi)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise), 90);
  settle (desk);
  promise = read_promise (desk, id);
  g_assert_cmpint (promise->effort, ==, 90);
  assert_civil (promise->target, "2026-11-26 16:00");
  block = find_block (desk, "Anna Berg", BOTH);
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

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  block = find_block (desk, "Anna Berg", BOTH);
  width = gtk_widget_get_width (GTK_WIDGET (block));
  height = gtk_widget_get_height (GTK_WIDGET (block));
  g_assert_cmpint (ft_promise_block_get_part (block, width - 2, height - 1), ==, FT_BLOCK_PROMISED);
  g_assert_cmpint (ft_promise_block_get_part (block, 2, height - 1), ==, FT_BLOCK_EFFORT);
  g_assert_cmpint (ft_promise_block_get_part (block, 2, height / 2), ==, FT_BLOCK_BODY);
}

/* The hours of the lead on the card stand beside one's own while theirs are others. */
static void
test_other_zone (Desk *desk, gconstpointer data)
{
  g_autoptr (FtLeadData) near = ft_lead_data_new ("Near");
  g_autoptr (FtLeadData) far = ft_lead_data_new ("Far");
  g_autoptr (FtEdit) add_near = NULL;
  g_autoptr (FtEdit) add_far = NULL;
  gint64 near_id;
  gint64 far_id;
  GtkWidget *grid;
  int gutter;

  near->zone = g_intern_string ("Europe/Paris");
  far->zone = g_intern_string ("Asia/Kathmandu");
  add_near = ft_gesture_add_lead (near, NULL, ft_clock_now (desk->store.clock));
  add_far = ft_gesture_add_lead (far, NULL, ft_clock_now (desk->store.clock));
  near_id = fixture_apply (&desk->store, add_near);
  far_id = fixture_apply (&desk->store, add_far);
  show (desk, FT_CALENDAR_WEEK, 1280);
  grid = find_one (desk, FT_TYPE_HOUR_GRID);
  put_on_card (desk, near_id);
  gutter = ft_hour_grid_get_gutter (FT_HOUR_GRID (grid));
  put_on_card (desk, far_id);
  g_assert_cmpint (ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)), >, gutter + 20);
  put_on_card (desk, near_id);
  g_assert_cmpint (ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)), ==, gutter);
}

static void
test_jump (Desk *desk, gconstpointer data)
{
  add (desk, "Next Year", "2027-04-15 10:00", "2027-04-15 10:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  gtk_widget_activate_action (desk->calendar, "calendar.jump", "i",
                              ft_civil (2027, 4, 14, 0, 0).day);
  settle (desk);
  g_assert_true (has_text (desk, "April 2027"));
  g_assert_nonnull (find_block (desk, "Next Year", BOTH));
  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_MONTH);
  gtk_widget_activate_action (desk->calendar, "calendar.jump", "i",
                              ft_civil (2026, 1, 12, 0, 0).day);
  settle (desk);
  g_assert_true (has_text (desk, "January 2026"));
}

/* In a narrow pane two at the same time are both told apart, and a later one lies over an earlier
 * one. */
static void
test_narrow_overlap (Desk *desk, gconstpointer data)
{
  graphene_rect_t anna;
  graphene_rect_t bo;
  graphene_rect_t later;

  add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  add (desk, "Bo Ek", "2026-11-26 14:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  add (desk, "Later", "2026-11-26 15:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 540);
  settle (desk); /* the layout of a new width comes a frame after it */
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_block (desk, "Anna Berg", BOTH)),
                                            desk->calendar, &anna));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_block (desk, "Bo Ek", BOTH)),
                                            desk->calendar, &bo));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_block (desk, "Later", BOTH)),
                                            desk->calendar, &later));
  g_assert_cmpfloat (anna.origin.x + anna.size.width, <=, bo.origin.x);
  g_assert_cmpfloat (later.origin.x, >, anna.origin.x);
  g_assert_cmpfloat (later.size.width, >, anna.size.width);
  g_assert_cmpfloat (later.origin.y, <, anna.origin.y + anna.size.height);
  /* And is hit first. */
  g_assert_true (
      gtk_widget_pick (desk->calendar, later.origin.x + 8, later.origin.y + 8, GTK_PICK_DEFAULT)
      == GTK_WIDGET (find_block (desk, "Later", BOTH)));
}

static void
test_failure (Desk *desk, gconstpointer data)
{
  show (desk, FT_CALENDAR_WEEK, 800);
  ft_store_close_async (desk->store.store, NULL, NULL);
  settle (desk);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  settle (desk);
  g_assert_nonnull (desk->failure);
  g_clear_pointer (&desk->failure, g_free);
}

#define DESK_TEST(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

/* By key into another week: the calendar goes along, and the focus with it. */
static void
test_nudge_week (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *block;

  add (desk, "Anna Berg", "2026-12-11 12:00", "2026-12-10 12:00", FIXTURE_ZONE, TRUE);
  show (desk, FT_CALENDAR_WEEK, 1280);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 2);
  settle (desk);
  block = find_block (desk, "Anna Berg", FT_EDGE_TARGET);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  gtk_widget_activate_action (desk->calendar, "calendar.nudge", "(xii)",
                              ft_promise_get_id (ft_promise_block_get_block (block)->promise),
                              FT_EDGE_TARGET, -7 * FT_DAY_MINUTES);
  settle (desk);
  g_assert_true (has_text (desk, "Week 49"));
  block = find_block (desk, "Anna Berg", FT_EDGE_TARGET);
  assert_civil (ft_promise_block_get_block (block)->target, "2026-12-03 12:00");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (desk->window)) == GTK_WIDGET (block));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/text", test_text);
  DESK_TEST ("/calendar/week", test_week);
  DESK_TEST ("/calendar/apart", test_apart);
  DESK_TEST ("/calendar/zones", test_zones);
  DESK_TEST ("/calendar/month-folds", test_month_folds);
  DESK_TEST ("/calendar/month-cells", test_month_cells);
  DESK_TEST ("/calendar/open", test_open);
  DESK_TEST ("/calendar/go", test_go);
  DESK_TEST ("/calendar/follows", test_follows);
  DESK_TEST ("/calendar/nudge-target", test_nudge_target);
  DESK_TEST ("/calendar/nudge-week", test_nudge_week);
  DESK_TEST ("/calendar/told", test_told);
  DESK_TEST ("/calendar/escape", test_escape);
  DESK_TEST ("/calendar/not-yet", test_not_yet);
  DESK_TEST ("/calendar/copy", test_copy);
  DESK_TEST ("/calendar/drop-lead", test_drop_lead);
  DESK_TEST ("/calendar/drop-block", test_drop_block);
  DESK_TEST ("/calendar/right-to-left", test_rtl);
  DESK_TEST ("/calendar/narrow", test_narrow);
  DESK_TEST ("/calendar/many", test_many);
  DESK_TEST ("/calendar/midnight", test_midnight);
  DESK_TEST ("/calendar/held", test_held);
  DESK_TEST ("/calendar/nudge-says", test_nudge_says);
  DESK_TEST ("/calendar/offer", test_offer);
  DESK_TEST ("/calendar/offer-anybody", test_offer_anybody);
  DESK_TEST ("/calendar/effort", test_effort);
  DESK_TEST ("/calendar/parts", test_parts);
  DESK_TEST ("/calendar/other-zone", test_other_zone);
  DESK_TEST ("/calendar/jump", test_jump);
  DESK_TEST ("/calendar/narrow-overlap", test_narrow_overlap);
  DESK_TEST ("/calendar/failure", test_failure);
  return g_test_run ();
}
