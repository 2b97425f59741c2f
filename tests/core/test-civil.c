#include "core/ft-civil.h"

#include <string.h>

#define NEW_YORK "America/New_York"
#define BERLIN "Europe/Berlin"

static void
test_dates (void)
{
  static const struct
  {
    int year, month, day, hour, minute;
    gboolean valid;
  } cases[] = {
    { 2026, 11, 26, 16, 0, TRUE },  { 2028, 2, 29, 0, 0, TRUE },    { 2026, 2, 29, 0, 0, FALSE },
    { 2026, 12, 31, 23, 59, TRUE }, { 2026, 12, 31, 24, 0, FALSE }, { 2026, 12, 31, 0, 60, FALSE },
    { 2026, 13, 1, 0, 0, FALSE },   { 2026, 0, 1, 0, 0, FALSE },    { 2026, 1, 0, 0, 0, FALSE },
    { 0, 1, 1, 0, 0, FALSE },       { 1, 1, 1, 0, 0, TRUE },        { 9999, 12, 31, 0, 0, TRUE },
    { 10000, 1, 1, 0, 0, FALSE },   { 2026, 1, 1, -1, 0, FALSE },   { 2026, 4, 31, 1, 1, FALSE },
    { -2026, 1, 1, 1, 0, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int y, m, d;
      FtCivil civil
          = ft_civil (cases[i].year, cases[i].month, cases[i].day, cases[i].hour, cases[i].minute);
      g_assert_cmpint (ft_civil_is_set (civil), ==, cases[i].valid);
      if (!cases[i].valid)
        continue;
      ft_civil_get_date (civil, &y, &m, &d);
      g_assert_cmpint (y, ==, cases[i].year);
      g_assert_cmpint (m, ==, cases[i].month);
      g_assert_cmpint (d, ==, cases[i].day);
      g_assert_cmpint (civil.minute, ==, cases[i].hour * 60 + cases[i].minute);
    }
}

static void
assert_string (FtCivil civil, const char *expected)
{
  g_autofree char *string = ft_civil_to_string (civil);
  g_assert_cmpstr (string, ==, expected);
}

static void
test_strings (void)
{
  static const char *const round[]
      = { "2026-11-26 16:00", "2026-11-26", "0001-01-01 00:00", "9999-12-31 23:59" };
  static const char *const wrong[] = {
    "",
    "2026",
    "2026-11",
    "2026-11-31",
    "2026-11-26 ",
    "2026-11-26 24:00",
    "2026-11-26 16:60",
    "2026-11-26 16",
    "2026-11-26 16:00:00",
    " 2026-11-26",
    "2026-11-26x16:00",
    "26-11-2026",
    "2026/11/26",
    "2026-11-26 1600",
    "2026-1-6",
    "2026-11-26T",
    "+026-11-26",
    "2026-11-26 -1:00",
  };
  FtCivil civil;
  for (gsize i = 0; i < G_N_ELEMENTS (round); i++)
    {
      g_assert_true (ft_civil_from_string (round[i], &civil));
      assert_string (civil, round[i]);
    }
  g_assert_true (ft_civil_from_string ("2026-11-26T16:05", &civil));
  assert_string (civil, "2026-11-26 16:05");
  civil = ft_civil (2026, 1, 2, 3, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (ft_civil_from_string (wrong[i], &civil));
  assert_string (civil, "2026-01-02 03:04");
  assert_string (FT_CIVIL_NONE, "");
}

static void
test_order (void)
{
  /* Each is later than the one before. */
  const FtCivil order[] = {
    FT_CIVIL_NONE,
    ft_civil (2026, 11, 25, 23, 59),
    ft_civil (2026, 11, 26, 0, 0),
    ft_civil (2026, 11, 26, 1, 30),
    { ft_civil (2026, 11, 26, 0, 0).day, 90, 1 },
    ft_civil (2026, 11, 26, 23, 59),
    ft_civil_all_day (2026, 11, 26),
    ft_civil (2026, 11, 27, 0, 0),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (order); j++)
      {
        int sign = ft_civil_compare (order[i], order[j]);
        g_assert_cmpint ((sign > 0) - (sign < 0), ==, (i > j) - (i < j));
      }
}

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *from;
    int days, minutes;
    const char *to;
  } cases[] = {
    { "2026-12-31 23:30", 0, 30, "2027-01-01 00:00" },
    { "2027-01-01 00:00", 0, -1, "2026-12-31 23:59" },
    { "2026-11-26 16:00", 0, 1440, "2026-11-27 16:00" },
    { "2026-11-26 16:00", 0, -1440, "2026-11-25 16:00" },
    { "2026-11-26 16:00", 0, -961, "2026-11-25 23:59" },
    { "2026-11-26 16:00", 0, 0, "2026-11-26 16:00" },
    { "2026-11-26 16:00", 0, 100000, "2027-02-04 02:40" },
    { "2028-02-28 09:00", 1, 0, "2028-02-29 09:00" },
    { "2026-02-28 09:00", 1, 0, "2026-03-01 09:00" },
    { "2026-12-25", 7, 0, "2027-01-01" },
    { "2026-12-25", 0, 1439, "2026-12-25" },
    { "2026-12-25", 0, 2880, "2026-12-27" },
    { "2026-12-25", -25, 0, "2026-11-30" },
    { "9999-12-31 10:00", 1, 0, "" },
    { "9999-12-31 23:59", 0, 1, "" },
    { "0001-01-01 00:00", -1, 0, "" },
    { "2026-11-26", G_MAXINT, 0, "" },
    { "2026-11-26", G_MININT, 0, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtCivil civil;
      g_assert_true (ft_civil_from_string (cases[i].from, &civil));
      civil = ft_civil_add_days (civil, cases[i].days);
      if (cases[i].minutes)
        civil = ft_civil_add_minutes (civil, cases[i].minutes);
      assert_string (civil, cases[i].to);
    }
  g_assert_false (ft_civil_is_set (ft_civil_add_days (FT_CIVIL_NONE, 3)));
}

static void
test_weekday (void)
{
  g_assert_cmpint (ft_civil_get_weekday (ft_civil_all_day (2026, 11, 26)), ==, G_DATE_THURSDAY);
  g_assert_cmpint (ft_civil_get_weekday (ft_civil_all_day (2026, 11, 29)), ==, G_DATE_SUNDAY);
  g_assert_cmpint (ft_civil_get_weekday (ft_civil_all_day (2026, 11, 30)), ==, G_DATE_MONDAY);
  g_assert_cmpint (ft_civil_get_weekday (ft_civil_all_day (1970, 1, 1)), ==, G_DATE_THURSDAY);
  g_assert_cmpint (ft_civil_get_weekday (FT_CIVIL_NONE), ==, G_DATE_BAD_WEEKDAY);
}

/* Times and the instants they are, as the tz database and date(1) have them. */
static const struct
{
  const char *zone;
  const char *civil;
  guint fold;
  gint64 instant;
  FtCivilKind kind;
} instants[] = {
  { "UTC", "1970-01-01 00:00", 0, 0, FT_CIVIL_PLAIN },
  { "UTC", "1969-12-31 23:59", 0, -60, FT_CIVIL_PLAIN },
  { BERLIN, "2026-11-26 16:00", 0, 1795705200, FT_CIVIL_PLAIN },
  { BERLIN, "2026-07-01 16:00", 0, 1782914400, FT_CIVIL_PLAIN },
  /* 29 March 2026: 02:00 becomes 03:00. */
  { BERLIN, "2026-03-29 01:59", 0, 1774745940, FT_CIVIL_PLAIN },
  { BERLIN, "2026-03-29 02:00", 0, 1774746000, FT_CIVIL_IN_GAP },
  { BERLIN, "2026-03-29 02:30", 0, 1774746000, FT_CIVIL_IN_GAP },
  { BERLIN, "2026-03-29 02:59", 1, 1774746000, FT_CIVIL_IN_GAP },
  { BERLIN, "2026-03-29 03:00", 0, 1774746000, FT_CIVIL_PLAIN },
  /* 25 October 2026: 03:00 becomes 02:00. */
  { BERLIN, "2026-10-25 01:59", 0, 1792886340, FT_CIVIL_PLAIN },
  { BERLIN, "2026-10-25 02:00", 0, 1792886400, FT_CIVIL_AMBIGUOUS },
  { BERLIN, "2026-10-25 02:30", 0, 1792888200, FT_CIVIL_AMBIGUOUS },
  { BERLIN, "2026-10-25 02:30", 1, 1792891800, FT_CIVIL_AMBIGUOUS },
  { BERLIN, "2026-10-25 02:59", 1, 1792893540, FT_CIVIL_AMBIGUOUS },
  { BERLIN, "2026-10-25 03:00", 0, 1792893600, FT_CIVIL_PLAIN },
  { NEW_YORK, "2026-03-08 02:30", 0, 1772953200, FT_CIVIL_IN_GAP },
  { NEW_YORK, "2026-11-01 01:30", 0, 1793511000, FT_CIVIL_AMBIGUOUS },
  { NEW_YORK, "2026-11-01 01:30", 1, 1793514600, FT_CIVIL_AMBIGUOUS },
  /* All day: the last minute of the day. */
  { BERLIN, "2026-11-26", 0, 1795733940, FT_CIVIL_PLAIN },
  { BERLIN, "2026-03-29", 0, 1774821540, FT_CIVIL_PLAIN },
  /* Lord Howe moves by half an hour. */
  { "Australia/Lord_Howe", "2026-10-04 02:15", 0, 1791041400, FT_CIVIL_IN_GAP },
  { "Australia/Lord_Howe", "2026-10-04 02:30", 0, 1791041400, FT_CIVIL_PLAIN },
  { "Australia/Lord_Howe", "2026-04-05 01:45", 0, 1775313900, FT_CIVIL_AMBIGUOUS },
  { "Australia/Lord_Howe", "2026-04-05 01:45", 1, 1775315700, FT_CIVIL_AMBIGUOUS },
  { "Asia/Kathmandu", "2026-11-26 16:00", 0, 1795688100, FT_CIVIL_PLAIN },
  /* Samoa had no 30 December 2011. */
  { "Pacific/Apia", "2011-12-29 23:59", 0, 1325239140, FT_CIVIL_PLAIN },
  { "Pacific/Apia", "2011-12-30 12:00", 0, 1325239200, FT_CIVIL_IN_GAP },
  { "Pacific/Apia", "2011-12-30", 0, 1325239200, FT_CIVIL_IN_GAP },
  { "Pacific/Apia", "2011-12-31 00:00", 0, 1325239200, FT_CIVIL_PLAIN },
  /* Santiago's days begin at one on 6 September 2026; Dublin's summer is its standard time. */
  { "America/Santiago", "2026-09-06 00:00", 0, 1788667200, FT_CIVIL_IN_GAP },
  { "Europe/Dublin", "2026-07-01 12:00", 0, 1782903600, FT_CIVIL_PLAIN },
  /* In Nuuk 28 March 2026 has no last hour: it ends at 22:59. */
  { "America/Nuuk", "2026-03-28", 0, 1774745940, FT_CIVIL_PLAIN },
  { "America/Nuuk", "2026-03-28 23:30", 0, 1774746000, FT_CIVIL_IN_GAP },
  /* Casablanca moves for a month. */
  { "Africa/Casablanca", "2026-03-01 12:00", 0, 1772366400, FT_CIVIL_PLAIN },
  { "Africa/Casablanca", "2026-06-01 12:00", 0, 1780311600, FT_CIVIL_PLAIN },
  /* The rules go on when the tables end. */
  { BERLIN, "2040-07-02 16:00", 0, 2224850400, FT_CIVIL_PLAIN },
  { BERLIN, "2040-12-03 16:00", 0, 2238159600, FT_CIVIL_PLAIN },
  { BERLIN, "2040-03-25 02:30", 0, 2216250000, FT_CIVIL_IN_GAP },
  { NEW_YORK, "2039-11-06 01:30", 1, 2204173800, FT_CIVIL_AMBIGUOUS },
  { BERLIN, "2037-12-31 23:59", 0, 2145913140, FT_CIVIL_PLAIN },
  { BERLIN, "2038-01-01 00:00", 0, 2145913200, FT_CIVIL_PLAIN },
};

static void
test_instants (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      FtCivil civil;
      FtCivilKind kind;
      g_assert_true (ft_civil_from_string (instants[i].civil, &civil));
      civil.fold = instants[i].fold;
      gint64 instant = ft_civil_to_instant (civil, instants[i].zone, &kind);
      if (instant != instants[i].instant || kind != instants[i].kind)
        g_error ("%s %s: %" G_GINT64_FORMAT " (%d), not %" G_GINT64_FORMAT " (%d)",
                 instants[i].zone, instants[i].civil, instant, kind, instants[i].instant,
                 instants[i].kind);

      FtCivil back = ft_civil_from_instant (instant, instants[i].zone);
      if (kind != FT_CIVIL_IN_GAP && civil.minute != FT_ALL_DAY)
        g_assert_cmpint (ft_civil_compare (back, civil), ==, 0);
    }
  g_assert_cmpint (ft_civil_to_instant (FT_CIVIL_NONE, BERLIN, NULL), ==, 0);
}

/* Every half hour of some years, in zones of every kind, is itself again, with its fold. */
static void
test_round_trip (void)
{
  static const char *const zones[] = { BERLIN,           NEW_YORK,           "Australia/Lord_Howe",
                                       "Asia/Kathmandu", "Pacific/Apia",     "America/Santiago",
                                       "Africa/Cairo",   "Asia/Tehran",      "Pacific/Kiritimati",
                                       "Europe/Dublin",  "America/St_Johns", "UTC" };
  static const gint64 years[] = { 1293840000 /* 2011 */, 1767225600 /* 2026 */,
                                  2114380800 /* 2037 */, 2145916800 /* 2038 */ };
  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++)
    for (gsize y = 0; y < G_N_ELEMENTS (years); y++)
      for (gint64 at = years[y]; at < years[y] + 366 * 86400; at += 1800)
        {
          FtCivil civil = ft_civil_from_instant (at, zones[z]);
          g_assert_cmpint (ft_civil_to_instant (civil, zones[z], NULL), ==, at);
        }
}

/* Against GLib's own, which is right wherever the time is neither missing nor there twice. */
static void
test_as_glib (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (NEW_YORK);
  for (int i = 0; i < 20000; i++)
    {
      gint64 at = g_rand_int_range (rand, -2000000000, 2000000000);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
      g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, tz);
      FtCivil civil = ft_civil_from_instant (at, NEW_YORK);
      g_autofree char *expected = g_date_time_format (there, "%Y-%m-%d %H:%M");
      assert_string (civil, expected);
    }
}

static void
test_zone_names (void)
{
  static const char *const known[]
      = { "UTC", BERLIN, "America/Argentina/Buenos_Aires", "Etc/GMT+5" };
  static const char *const unknown[] = {
    "nonsense",  "Europe/Nowhere", "Europe",        "+01:00",        "CET-1CEST,M3.5.0,M10.5.0/3",
    "../passwd", "posix/UTC",      "Europe/../UTC", "europe/berlin", "localtime"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *copy = g_strdup (known[i]);
      const char *interned = ft_zone_intern (copy);
      g_assert_cmpstr (interned, ==, known[i]);
      g_assert_true (interned == g_intern_string (known[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (ft_zone_intern (unknown[i]));
  g_assert_null (ft_zone_intern (NULL));
  g_assert_cmpstr (ft_zone_intern (""), ==, "");
}

static void
test_unknown_zone_is_local (void)
{
  FtCivil civil = ft_civil (2026, 11, 26, 16, 0);
  gint64 local = ft_civil_to_instant (civil, "", NULL);
  g_assert_cmpint (ft_civil_to_instant (civil, NULL, NULL), ==, local);
  g_assert_cmpint (ft_civil_to_instant (civil, "Mars/Phobos", NULL), ==, local);
}

static void
test_day_bounds (void)
{
  static const struct
  {
    const char *now;
    const char *zone;
    GDateWeekday first;
    const char *today_end;
    const char *week_end;
  } cases[] = {
    { "2026-11-26 16:00", BERLIN, G_DATE_MONDAY, "2026-11-27 00:00", "2026-11-30 00:00" },
    { "2026-11-29 23:59", BERLIN, G_DATE_MONDAY, "2026-11-30 00:00", "2026-11-30 00:00" },
    { "2026-11-30 00:00", BERLIN, G_DATE_MONDAY, "2026-12-01 00:00", "2026-12-07 00:00" },
    { "2026-11-29 12:00", NEW_YORK, G_DATE_SUNDAY, "2026-11-30 00:00", "2026-12-06 00:00" },
    { "2026-11-28 12:00", NEW_YORK, G_DATE_SUNDAY, "2026-11-29 00:00", "2026-11-29 00:00" },
    { "2026-11-26 12:00", "Africa/Cairo", G_DATE_SATURDAY, "2026-11-27 00:00", "2026-11-28 00:00" },
    { "2026-12-31 23:00", BERLIN, G_DATE_MONDAY, "2027-01-01 00:00", "2027-01-04 00:00" },
    /* The week with 25 hours on its Sunday, and a day that begins at one. */
    { "2026-10-25 01:00", BERLIN, G_DATE_MONDAY, "2026-10-26 00:00", "2026-10-26 00:00" },
    { "2026-09-05 22:00", "America/Santiago", G_DATE_MONDAY, "2026-09-06 01:00",
      "2026-09-07 00:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtCivil now;
      g_assert_true (ft_civil_from_string (cases[i].now, &now));
      gint64 instant = ft_civil_to_instant (now, cases[i].zone, NULL);
      FtDayBounds bounds = ft_day_bounds (instant, cases[i].zone, cases[i].first);
      g_assert_cmpint (bounds.now, ==, instant);
      g_assert_cmpint (bounds.today, ==, now.day);
      assert_string (ft_civil_from_instant (bounds.today_end, cases[i].zone), cases[i].today_end);
      assert_string (ft_civil_from_instant (bounds.week_end, cases[i].zone), cases[i].week_end);
      g_assert_cmpint (ft_civil_from_instant (bounds.today_end - 60, cases[i].zone).day, ==,
                       now.day);
    }
}

static gpointer
convert_in_thread (gpointer data)
{
  static const char *const zones[] = { BERLIN, NEW_YORK, "Asia/Tokyo", "Asia/Kolkata", "" };
  gint64 sum = 0;
  for (int i = 0; i < 5000; i++)
    sum += ft_civil_to_instant (ft_civil (2026, 1 + i % 12, 1 + i % 28, i % 24, i % 60),
                                zones[i % G_N_ELEMENTS (zones)], NULL)
           % 1000003;
  *(gint64 *) data = sum;
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];
  gint64 sums[4];
  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("convert", convert_in_thread, &sums[i]);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (int i = 1; i < 4; i++)
    g_assert_cmpint (sums[i], ==, sums[0]);
}

static void
test_first_weekday (void)
{
  g_assert_cmpint (ft_first_weekday (), ==, G_DATE_MONDAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/civil/dates", test_dates);
  g_test_add_func ("/civil/strings", test_strings);
  g_test_add_func ("/civil/order", test_order);
  g_test_add_func ("/civil/arithmetic", test_arithmetic);
  g_test_add_func ("/civil/weekday", test_weekday);
  g_test_add_func ("/civil/instants", test_instants);
  g_test_add_func ("/civil/round-trip", test_round_trip);
  g_test_add_func ("/civil/as-glib", test_as_glib);
  g_test_add_func ("/civil/zone-names", test_zone_names);
  g_test_add_func ("/civil/unknown-zone-is-local", test_unknown_zone_is_local);
  g_test_add_func ("/civil/day-bounds", test_day_bounds);
  g_test_add_func ("/civil/threads", test_threads);
  g_test_add_func ("/civil/first-weekday", test_first_weekday);
  return g_test_run ();
}
