/* What the calendar shows, and how one goes through it. */

#include "calendar-fixture.h"

#include "ui/ft-all-day-row.h"
#include "ui/ft-calendar-text.h"
#include "ui/ft-day-cell.h"
#include "ui/ft-hour-grid.h"
#include "ui/ft-month-view.h"
#include "ui/ft-week-view.h"

static void
test_week (Desk *desk, gconstpointer data)
{
  FtPromiseBlock *block;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Bo", "2026-11-24 09:00", "2026-11-24 09:00", FIXTURE_ZONE, FALSE);
  calendar_add (desk, "Next Week", "2026-12-02 09:00", "2026-12-02 09:00", FIXTURE_ZONE, FALSE);
  calendar_add (desk, "All Day", "2026-11-27", "2026-11-27", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);

  gtk_test_accessible_assert_property (desk->calendar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Calendar");
  g_assert_true (calendar_has_text (desk, "Week 48"));
  g_assert_true (calendar_has_text (desk, "November 2026"));

  block = calendar_find_block (desk, "Anna Berg", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_role (block, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (
      block, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Anna Berg, phone, Thursday 26 November 15:00, promised Thursday 26 November 16:00");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (block), "hollow"));

  block = calendar_find_block (desk, "Bo", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bo, phone, Tuesday 24 November 09:00, late, not agreed");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (block), "late"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (block), "hollow"));

  block = calendar_find_block (desk, "All Day", BOTH);
  g_assert_nonnull (block);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All Day, phone, Friday 27 November, all day");
  /* Above the hours, not among them. */
  g_assert_true (FT_IS_ALL_DAY_ROW (gtk_widget_get_parent (GTK_WIDGET (block))));
  g_assert_null (calendar_find_block (desk, "Next Week", BOTH));
}

static void
test_apart (Desk *desk, gconstpointer data)
{
  calendar_add (desk, "Far", "2026-11-27 16:00", "2026-11-26 09:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  g_assert_cmpint (
      ft_promise_block_get_block (calendar_find_block (desk, "Far", FT_EDGE_TARGET))->start, ==,
      9 * 60);
  g_assert_cmpint (
      ft_promise_block_get_block (calendar_find_block (desk, "Far", FT_EDGE_PROMISED))->start, ==,
      16 * 60);
  gtk_test_accessible_assert_property (calendar_find_block (desk, "Far", FT_EDGE_PROMISED),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Far, phone, promised Friday 27 November 16:00");
}

/* Their 09:00 in New York is my 15:00, and on the days between the two clock changes my 14:00. */
static void
test_zones (Desk *desk, gconstpointer data)
{
  calendar_add (desk, "Winter", "2026-11-26 09:00", "2026-11-26 09:00", "America/New_York", TRUE);
  calendar_add (desk, "Between", "2026-10-28 09:00", "2026-10-28 09:00", "America/New_York", TRUE);
  calendar_add (desk, "Kathmandu", "2026-11-26 00:30", "2026-11-26 00:30", "Asia/Kathmandu", TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  g_assert_cmpint (ft_promise_block_get_block (calendar_find_block (desk, "Winter", BOTH))->start,
                   ==, 15 * 60);
  /* Their Thursday night is my Wednesday evening. */
  calendar_assert_civil (
      ft_promise_block_get_block (calendar_find_block (desk, "Kathmandu", BOTH))->target,
      "2026-11-25 19:45");
  ft_calendar_go (FT_CALENDAR (desk->calendar), -4);
  calendar_settle (desk);
  g_assert_cmpint (ft_promise_block_get_block (calendar_find_block (desk, "Between", BOTH))->start,
                   ==, 14 * 60);
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

      calendar_add (desk, name, "2026-11-30 10:00", "2026-11-30 10:00", FIXTURE_ZONE, TRUE);
    }
  calendar_show (desk, FT_CALENDAR_MONTH, 1280);

  g_assert_true (calendar_has_text (desk, "November 2026"));
  blocks = calendar_find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (blocks->len, >=, 1);
  g_assert_cmpuint (blocks->len, <, 12);
  g_assert_nonnull (calendar_find_block (desk, "Lead 00", BOTH));
  {
    g_autofree char *label = g_strdup_printf ("+%u", 12 - blocks->len);

    more = calendar_find_button (desk->calendar, label);
  }
  g_assert_nonnull (more);

  g_signal_emit_by_name (more, "clicked");
  calendar_settle (desk);
  g_object_get (desk->calendar, "view", &view, NULL);
  g_assert_cmpint (view, ==, FT_CALENDAR_DAY);
  g_assert_true (calendar_has_text (desk, "Monday 30 November"));
  g_assert_nonnull (calendar_find_block (desk, "Lead 11", BOTH));
}

static void
test_month_cells (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = NULL;

  calendar_add (desk, "One", "2026-11-25 16:00", "2026-11-25 16:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_MONTH, 800);
  cells = calendar_find_all (desk, FT_TYPE_DAY_CELL);
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
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);

  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  gtk_widget_activate_action (GTK_WIDGET (calendar_find_block (desk, "Anna Berg", BOTH)),
                              "block.open", NULL);
  g_assert_cmpint (desk->activated, ==, id);
}

static void
test_go (Desk *desk, gconstpointer data)
{
  FtCalendar *calendar;

  calendar_add (desk, "Next Year", "2027-01-01 10:00", "2027-01-01 10:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  calendar = FT_CALENDAR (desk->calendar);
  ft_calendar_go (calendar, 2);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "January 2027"));
  g_assert_nonnull (calendar_find_block (desk, "Next Year", BOTH));
  g_signal_emit_by_name (calendar_find_button (desk->calendar, "Today"), "clicked");
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "November 2026"));
  g_assert_null (calendar_find_block (desk, "Next Year", BOTH));

  ft_calendar_set_view (calendar, FT_CALENDAR_WEEK);
  ft_calendar_go (calendar, 6);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "Week 1"));
  ft_calendar_go (calendar, -1);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "Week 53"));
  g_assert_nonnull (calendar_find_button (desk->calendar, "Month"));
}

/* What was changed by others is followed; the widget and the focus stay. */
static void
test_follows (Desk *desk, gconstpointer data)
{
  gint64 id = calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 16:00", FIXTURE_ZONE,
                            TRUE);
  FtPromiseBlock *block;
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  block = calendar_find_block (desk, "Anna Berg", BOTH);
  gtk_widget_grab_focus (GTK_WIDGET (block));
  promise = calendar_read_promise (desk, id);
  edit = ft_gesture_move_target (promise, ft_civil (2026, 11, 26, 15, 30));
  fixture_apply (&desk->store, edit);
  calendar_settle (desk);
  g_assert_true (calendar_find_block (desk, "Anna Berg", BOTH) == block);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (block)));
  g_assert_cmpint (ft_promise_block_get_block (block)->start, ==, 15 * 60 + 30);
}

static void
test_rtl (Desk *desk, gconstpointer data)
{
  graphene_rect_t monday;
  graphene_rect_t friday;
  int width;

  calendar_add (desk, "Monday", "2026-11-23 16:00", "2026-11-23 16:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Friday", "2026-11-27 16:00", "2026-11-27 16:00", FIXTURE_ZONE, TRUE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  calendar_show (desk, FT_CALENDAR_WEEK, 420);
  width = gtk_widget_get_width (desk->calendar);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (calendar_find_block (desk, "Monday", BOTH)),
                                            desk->calendar, &monday));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (calendar_find_block (desk, "Friday", BOTH)),
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
  calendar_show (desk, FT_CALENDAR_WEEK, 360);
  for (FtCalendarView view = FT_CALENDAR_MONTH; view <= FT_CALENDAR_DAY; view++)
    {
      int minimum;

      ft_calendar_set_view (FT_CALENDAR (desk->calendar), view);
      calendar_settle (desk);
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
  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  blocks = calendar_find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (blocks->len, >, 0);
  g_assert_cmpuint (blocks->len, <=, 42 * 6);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  calendar_settle (desk);
  ft_calendar_go (FT_CALENDAR (desk->calendar), -1);
  calendar_settle (desk);
  again = calendar_find_all (desk, FT_TYPE_PROMISE_BLOCK);
  g_assert_cmpuint (again->len, ==, blocks->len);
  for (guint i = 0; i < again->len; i++)
    same += g_ptr_array_find (blocks, g_ptr_array_index (again, i), NULL);
  g_assert_cmpuint (same, >, 0);
}

static void
test_midnight (Desk *desk, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = NULL;

  calendar_show (desk, FT_CALENDAR_MONTH, 800);
  fixture_go_to (&desk->store, 1, 0, 1);
  calendar_settle (desk);
  cells = calendar_find_all (desk, FT_TYPE_DAY_CELL);
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
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  grid = calendar_find_one (desk, FT_TYPE_HOUR_GRID);
  calendar_put_on_card (desk, near_id);
  gutter = ft_hour_grid_get_gutter (FT_HOUR_GRID (grid));
  calendar_put_on_card (desk, far_id);
  g_assert_cmpint (ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)), >, gutter + 20);
  calendar_put_on_card (desk, near_id);
  g_assert_cmpint (ft_hour_grid_get_gutter (FT_HOUR_GRID (grid)), ==, gutter);
}

static void
test_jump (Desk *desk, gconstpointer data)
{
  calendar_add (desk, "Next Year", "2027-04-15 10:00", "2027-04-15 10:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  gtk_widget_activate_action (desk->calendar, "calendar.jump", "i",
                              ft_civil (2027, 4, 14, 0, 0).day);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "April 2027"));
  g_assert_nonnull (calendar_find_block (desk, "Next Year", BOTH));
  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_MONTH);
  gtk_widget_activate_action (desk->calendar, "calendar.jump", "i",
                              ft_civil (2026, 1, 12, 0, 0).day);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "January 2026"));
}

/* In a narrow pane two at the same time are both told apart, and a later one lies over an earlier
 * one. */
static void
test_narrow_overlap (Desk *desk, gconstpointer data)
{
  graphene_rect_t anna;
  graphene_rect_t bo;
  graphene_rect_t later;

  calendar_add (desk, "Anna Berg", "2026-11-26 16:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Bo Ek", "2026-11-26 14:00", "2026-11-26 14:00", FIXTURE_ZONE, TRUE);
  calendar_add (desk, "Later", "2026-11-26 15:00", "2026-11-26 15:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_WEEK, 540);
  calendar_settle (desk); /* the layout of a new width comes a frame after it */
  g_assert_true (gtk_widget_compute_bounds (
      GTK_WIDGET (calendar_find_block (desk, "Anna Berg", BOTH)), desk->calendar, &anna));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (calendar_find_block (desk, "Bo Ek", BOTH)),
                                            desk->calendar, &bo));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (calendar_find_block (desk, "Later", BOTH)),
                                            desk->calendar, &later));
  g_assert_cmpfloat (anna.origin.x + anna.size.width, <=, bo.origin.x);
  g_assert_cmpfloat (later.origin.x, >, anna.origin.x);
  g_assert_cmpfloat (later.size.width, >, anna.size.width);
  g_assert_cmpfloat (later.origin.y, <, anna.origin.y + anna.size.height);
  /* And is hit first. */
  g_assert_true (
      gtk_widget_pick (desk->calendar, later.origin.x + 8, later.origin.y + 8, GTK_PICK_DEFAULT)
      == GTK_WIDGET (calendar_find_block (desk, "Later", BOTH)));
}

static void
test_failure (Desk *desk, gconstpointer data)
{
  calendar_show (desk, FT_CALENDAR_WEEK, 800);
  ft_store_close_async (desk->store.store, NULL, NULL);
  calendar_settle (desk);
  ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  calendar_settle (desk);
  g_assert_nonnull (desk->failure);
  g_clear_pointer (&desk->failure, g_free);
}

/* --- Scrolling and swiping --- */

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* which its widget holds */
    }
  g_assert_not_reached ();
}

/* Whether the wheel was taken. */
static gboolean
scroll (Desk *desk, GType view, double dx, double dy)
{
  GtkEventController *controller
      = find_controller (calendar_find_one (desk, view), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gboolean taken = FALSE;

  g_signal_emit_by_name (controller, "scroll", dx, dy, &taken);
  calendar_settle (desk);
  return taken;
}

static void
swipe (Desk *desk, GType view, double vx, double vy)
{
  g_signal_emit_by_name (find_controller (calendar_find_one (desk, view), GTK_TYPE_GESTURE_SWIPE),
                         "swipe", vx, vy);
  calendar_settle (desk);
}

/* A notch of the wheel is a month; parts of one add up. */
static void
test_scroll_month (Desk *desk, gconstpointer data)
{
  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  g_assert_true (scroll (desk, FT_TYPE_MONTH_VIEW, 0, 1));
  g_assert_true (calendar_has_text (desk, "December 2026"));
  g_assert_true (scroll (desk, FT_TYPE_MONTH_VIEW, 0, -1));
  g_assert_true (calendar_has_text (desk, "November 2026"));
  g_assert_true (scroll (desk, FT_TYPE_MONTH_VIEW, 0, 0.5));
  g_assert_true (calendar_has_text (desk, "November 2026"));
  g_assert_true (scroll (desk, FT_TYPE_MONTH_VIEW, 0, 0.5));
  g_assert_true (calendar_has_text (desk, "December 2026"));
  /* Sideways too. */
  g_assert_true (scroll (desk, FT_TYPE_MONTH_VIEW, -1, 0));
  g_assert_true (calendar_has_text (desk, "November 2026"));
}

/* In the week up and down belongs to the hours, and sideways turns the page. */
static void
test_scroll_week (Desk *desk, gconstpointer data)
{
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  g_assert_false (scroll (desk, FT_TYPE_WEEK_VIEW, 0, 1));
  g_assert_true (calendar_has_text (desk, "Week 48"));
  g_assert_true (scroll (desk, FT_TYPE_WEEK_VIEW, 1, 0));
  g_assert_true (calendar_has_text (desk, "Week 49"));
  g_assert_true (scroll (desk, FT_TYPE_WEEK_VIEW, -1, 0));
  g_assert_true (scroll (desk, FT_TYPE_WEEK_VIEW, -1, 0));
  g_assert_true (calendar_has_text (desk, "Week 47"));
}

/* A finger pulls in what is on the side it comes from; where one reads from right to left, that is
 * the other. A slow one turns nothing. */
static void
test_swipe (Desk *desk, gconstpointer data)
{
  calendar_show (desk, FT_CALENDAR_WEEK, 1280);
  swipe (desk, FT_TYPE_WEEK_VIEW, -900, 40);
  g_assert_true (calendar_has_text (desk, "Week 49"));
  swipe (desk, FT_TYPE_WEEK_VIEW, 900, 40);
  g_assert_true (calendar_has_text (desk, "Week 48"));
  swipe (desk, FT_TYPE_WEEK_VIEW, 90, 0);
  swipe (desk, FT_TYPE_WEEK_VIEW, 40, -900);
  g_assert_true (calendar_has_text (desk, "Week 48"));

  gtk_widget_set_direction (calendar_find_one (desk, FT_TYPE_WEEK_VIEW), GTK_TEXT_DIR_RTL);
  swipe (desk, FT_TYPE_WEEK_VIEW, 900, 0);
  g_assert_true (calendar_has_text (desk, "Week 49"));
  g_assert_true (scroll (desk, FT_TYPE_WEEK_VIEW, 1, 0));
  g_assert_true (calendar_has_text (desk, "Week 48"));

  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_MONTH);
  calendar_settle (desk);
  swipe (desk, FT_TYPE_MONTH_VIEW, 0, -900);
  g_assert_true (calendar_has_text (desk, "December 2026"));
  swipe (desk, FT_TYPE_MONTH_VIEW, 0, 900);
  g_assert_true (calendar_has_text (desk, "November 2026"));
}

/* Steps that come faster than the store answers: the last one counts, and its days come with what
 * is promised in them. */
static void
test_go_fast (Desk *desk, gconstpointer data)
{
  calendar_add (desk, "In May", "2027-05-12 10:00", "2027-05-12 10:00", FIXTURE_ZONE, TRUE);
  calendar_show (desk, FT_CALENDAR_MONTH, 1280);
  for (int i = 0; i < 6; i++)
    ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "May 2027"));
  g_assert_nonnull (calendar_find_block (desk, "In May", BOTH));
  ft_calendar_go (FT_CALENDAR (desk->calendar), 1);
  ft_calendar_set_view (FT_CALENDAR (desk->calendar), FT_CALENDAR_DAY);
  calendar_settle (desk);
  g_assert_true (calendar_has_text (desk, "Friday 25 June"));
  g_assert_null (calendar_find_block (desk, "In May", BOTH));
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
  DESK_TEST ("/calendar/right-to-left", test_rtl);
  DESK_TEST ("/calendar/narrow", test_narrow);
  DESK_TEST ("/calendar/many", test_many);
  DESK_TEST ("/calendar/midnight", test_midnight);
  DESK_TEST ("/calendar/other-zone", test_other_zone);
  DESK_TEST ("/calendar/jump", test_jump);
  DESK_TEST ("/calendar/narrow-overlap", test_narrow_overlap);
  DESK_TEST ("/calendar/failure", test_failure);
  DESK_TEST ("/calendar/scroll-month", test_scroll_month);
  DESK_TEST ("/calendar/scroll-week", test_scroll_week);
  DESK_TEST ("/calendar/swipe", test_swipe);
  DESK_TEST ("/calendar/go-fast", test_go_fast);
  return g_test_run ();
}
