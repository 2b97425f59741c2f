#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-alarm.h"
#include "model/ft-tally.h"

static void
test_alarm (void)
{
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1000, "UTC");
  FtAlarm *alarm = ft_alarm_new (clock);
  guint *rings = count_signal (alarm, "ring");

  ft_alarm_set (alarm, 2000);
  ft_clock_set (clock, 1999, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (*rings, ==, 0);
  ft_clock_set (clock, 5000, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (*rings, ==, 1);
  ft_clock_set (clock, 6000, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (*rings, ==, 1);

  /* What is past already rings too, but not from within. */
  ft_alarm_set (alarm, 10);
  g_assert_cmpuint (*rings, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (*rings, ==, 2);
  ft_alarm_set (alarm, 7000);
  ft_alarm_set (alarm, G_MAXINT64);
  ft_clock_set (clock, 8000, NULL);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (alarm);
}

/* On a clock that runs, it waits for it. */
static void
test_alarm_waits (void)
{
  g_autoptr (FtClock) clock = ft_clock_new ();
  FtAlarm *alarm = ft_alarm_new (clock);
  guint *rings = count_signal (alarm, "ring");
  gint64 at = ft_clock_now (clock) + 1;

  ft_alarm_set (alarm, at);
  while (*rings == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ft_clock_now (clock), >=, at);
  g_assert_finalize_object (alarm);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  FtTally *tally = ft_tally_new (fixture->store);
  guint *changes = count_signal (tally, "changed");
  guint *passes = count_signal (tally, "passed");
  const FtCounts *counts = ft_tally_get_counts (tally);

  fixture_add (fixture, "Without", G_MAXINT, 0, 0);
  fixture_add (fixture, "Late", 0, 9, 0);
  fixture_add (fixture, "Today", 0, 12, 0);
  fixture_add (fixture, "Tomorrow", 1, 12, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (counts->n[FT_FILTER_ALL], ==, 4);
  g_assert_cmpuint (counts->n[FT_FILTER_LATE], ==, 1);
  g_assert_cmpuint (counts->n[FT_FILTER_TODAY], ==, 1);
  g_assert_cmpuint (counts->n[FT_FILTER_WEEK], ==, 1);
  g_assert_cmpuint (counts->n[FT_FILTER_WITHOUT], ==, 1);
  g_assert_cmpuint (*passes, ==, 0);

  *changes = 0;
  fixture_go_to (fixture, 0, 11, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (*changes, ==, 0);
  g_assert_cmpuint (*passes, ==, 0);
  fixture_go_to (fixture, 0, 12, 1);
  fixture_settle (fixture);
  g_assert_cmpuint (counts->n[FT_FILTER_LATE], ==, 2);
  g_assert_cmpuint (counts->n[FT_FILTER_TODAY], ==, 0);
  g_assert_cmpuint (*passes, >=, 1);

  /* Midnight is a mark of its own. */
  *passes = 0;
  fixture_go_to (fixture, 1, 0, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (counts->n[FT_FILTER_TODAY], ==, 1);
  g_assert_cmpuint (*passes, >=, 1);
  g_assert_cmpint (ft_tally_get_bounds (tally).today, ==, fixture_civil (1, 0, 0).day);
  g_assert_finalize_object (tally);
  fixture_settle (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/alarm", test_alarm);
  g_test_add_func ("/tally/alarm-waits", test_alarm_waits);
  FIXTURE_TEST ("/tally/counts", test_counts);
  return g_test_run ();
}
