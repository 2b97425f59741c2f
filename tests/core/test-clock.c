#include "core/ft-clock.h"

#define BERLIN "Europe/Berlin"

static void
count_cb (FtClock *clock, guint *n)
{
  (*n)++;
}

static void
test_real (void)
{
  g_autoptr (FtClock) clock = ft_clock_new ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  gint64 now = ft_clock_now (clock);
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_cmpstr (ft_clock_get_zone (clock), ==, ft_zone_local ());
}

static void
test_fixed (void)
{
  guint n_changed = 0;
  FtClock *clock = ft_clock_new_fixed (1795705200, BERLIN);
  g_signal_connect (clock, "changed", G_CALLBACK (count_cb), &n_changed);

  g_autofree char *civil = ft_civil_to_string (ft_clock_civil (clock));
  g_assert_cmpstr (civil, ==, "2026-11-26 16:00");
  g_assert_cmpint (ft_clock_now (clock), ==, 1795705200);
  g_assert_cmpuint (n_changed, ==, 0);

  ft_clock_set (clock, 1795705260, NULL);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (ft_clock_get_zone (clock), ==, BERLIN);
  g_assert_cmpint (ft_clock_civil (clock).minute, ==, 16 * 60 + 1);

  ft_clock_set (clock, 1795705260, "America/New_York");
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpint (ft_clock_civil (clock).minute, ==, 10 * 60 + 1);
  g_assert_finalize_object (clock);
}

static void
test_second_pass (void)
{
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1792888200, BERLIN);
  g_assert_cmpint (ft_clock_civil (clock).fold, ==, 0);
  ft_clock_set (clock, 1792891800, NULL);
  g_assert_cmpint (ft_clock_civil (clock).fold, ==, 1);
  g_assert_cmpint (ft_clock_civil (clock).minute, ==, 150);
}

/* The computer goes to another zone: seen when the clock is told to look, not before. */
static void
test_refresh (void)
{
  guint n_changed = 0;
  g_autofree char *old = g_strdup (g_getenv ("TZ"));
  FtClock *clock = ft_clock_new ();
  FtCivil noon = ft_civil (2026, 7, 1, 12, 0);
  g_signal_connect (clock, "changed", G_CALLBACK (count_cb), &n_changed);

  g_setenv ("TZ", ":Asia/Kathmandu", TRUE);
  ft_clock_refresh (clock);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (ft_clock_get_zone (clock), ==, "Asia/Kathmandu");
  g_assert_cmpint (ft_civil_to_instant (noon, "", NULL), ==,
                   ft_civil_to_instant (noon, "Asia/Kathmandu", NULL));

  g_setenv ("TZ", BERLIN, TRUE);
  g_assert_cmpstr (ft_clock_get_zone (clock), ==, "Asia/Kathmandu");
  ft_clock_refresh (clock);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpstr (ft_zone_local (), ==, BERLIN);

  /* A rule instead of a name still is the right time. */
  g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
  ft_clock_refresh (clock);
  g_assert_cmpint (ft_civil_to_instant (noon, NULL, NULL), ==,
                   ft_civil_to_instant (noon, BERLIN, NULL));

  if (old)
    g_setenv ("TZ", old, TRUE);
  else
    g_unsetenv ("TZ");
  ft_clock_refresh (clock);
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/real", test_real);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/second-pass", test_second_pass);
  g_test_add_func ("/clock/refresh", test_refresh);
  return g_test_run ();
}
