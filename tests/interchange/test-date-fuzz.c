#define G_LOG_DOMAIN "ft-test"

#include "fuzz.h"
#include "interchange/ft-loose-date.h"

/* The dates of tables, however they are written. */

#define NOW G_GINT64_CONSTANT (1795420800)

static char *
write_date (FtCivil civil, FtDateOrder order, char separator, gboolean padded)
{
  int year, month, day;
  int first, second;

  ft_civil_get_date (civil, &year, &month, &day);
  if (order == FT_DATE_ORDER_LOCALE)
    return g_strdup_printf ("%04d%c%02d%c%02d", year, separator, month, separator, day);
  first = order == FT_DATE_ORDER_DAY_FIRST ? day : month;
  second = order == FT_DATE_ORDER_DAY_FIRST ? month : day;
  return padded ? g_strdup_printf ("%02d%c%02d%c%04d", first, separator, second, separator, year)
                : g_strdup_printf ("%d%c%d%c%04d", first, separator, second, separator, year);
}

static char *
write_time (int minute, gboolean halves)
{
  if (minute == FT_ALL_DAY)
    return g_strdup ("");
  if (halves)
    return g_strdup_printf (" %d:%02d %s", (minute / 60 + 11) % 12 + 1, minute % 60,
                            minute < 720 ? "AM" : "PM");
  return g_strdup_printf (" %02d:%02d", minute / 60, minute % 60);
}

/* A day and a time are read back however they are written. */
static void
test_dates (void)
{
  static const char separators[] = "-/.";
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint32 first = ft_civil_all_day (1900, 1, 1).day;
  gint32 end = ft_civil_all_day (2100, 1, 1).day;

  for (int i = 0; i < rounds (6000); i++)
    {
      FtCivil civil = { g_rand_int_range (rand, first, end), g_rand_int_range (rand, -1, 1440), 0 };
      FtCivil read = FT_CIVIL_NONE;
      FtDateOrder order = i % (FT_DATE_ORDER_MONTH_FIRST + 1);
      /* Dots are of places where the day comes first. */
      char separator
          = separators[g_rand_int_range (rand, 0, order == FT_DATE_ORDER_MONTH_FIRST ? 2 : 3)];
      g_autofree char *date = write_date (civil, order, separator, g_rand_boolean (rand));
      g_autofree char *time = write_time (civil.minute, g_rand_boolean (rand));
      g_autofree char *text = g_strconcat (date, time, NULL);

      if (!ft_loose_date_parse (text, order, "", ft_civil (2026, 1, 1, 0, 0), &read)
          || ft_civil_compare (read, civil) != 0)
        g_error ("“%s” is not read as it is written", text);
    }
}

/* An instant with an offset is what the clock of the zone shows then, on the days too on which that
 * clock is changed; in an hour that it has twice, which of the two is not lost. */
static void
test_offsets (void)
{
  static const char *const zones[]
      = { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (int i = 0; i < rounds (2000); i++)
    {
      const char *zone = zones[i % G_N_ELEMENTS (zones)];
      gint64 instant = NOW + g_rand_int_range (rand, -600000, 600000) * G_GINT64_CONSTANT (60);
      int offset = g_rand_int_range (rand, -14 * 4, 14 * 4 + 1) * 15;
      g_autoptr (GTimeZone) there = g_time_zone_new_offset (offset * 60);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
      g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, there);
      g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
      FtCivil read = FT_CIVIL_NONE;

      if (!ft_loose_date_parse (text, FT_DATE_ORDER_LOCALE, zone, ft_civil (2026, 1, 1, 0, 0),
                                &read)
          || ft_civil_to_instant (read, zone, NULL) != instant)
        g_error ("%s: “%s” is another instant", zone, text);
    }
}

/* Anything else is refused, or a date that can be stored. */
static void
test_any_date (void)
{
  static const char *const pieces[]
      = { "2026", "26",  "11", "31",   "0",      "-",     ".",
          "/",    ":",   " ",  "T",    "Z",      "+01",   "PM",
          "am",   "Uhr", "h",  "Nov",  "Mon",    "99999", "\342\200\257",
          "–",    ",",   "00", "24",   "60",     "1",     "9",
          "\t",   "x",   "٣",  "a.m.", "+99:99", "next",  "in",
          "" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  FtCivil now = ft_civil (2026, 11, 21, 12, 0);

  for (int i = 0; i < rounds (8000); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      FtCivil civil = FT_CIVIL_NONE;
      int minute = 0;

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (ft_loose_date_parse (text->str, i % 3, i % 2 ? "Europe/Berlin" : "", now, &civil))
        {
          g_assert_true (ft_civil_is_set (civil));
          assert_civil (civil);
        }
      if (ft_loose_time_parse (text->str, &minute))
        g_assert_true (minute >= 0 && minute < 1440);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-fuzz/dates", test_dates);
  g_test_add_func ("/date-fuzz/offsets", test_offsets);
  g_test_add_func ("/date-fuzz/any-date", test_any_date);
  return g_test_run ();
}
