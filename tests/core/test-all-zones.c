#include "core/ft-zone.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Every place that can be chosen, around every change of its clocks: what a clock shows is compared
 * with the C library, which reads the same tables by other means, and each time must be its own
 * again, be it said once, twice or never. */

#define MINUTE 60
#define DAY 86400

typedef struct
{
  const char *zone;
  const FtZone *offsets;
} Place;

static GPtrArray *
read_places (void)
{
  const char *directory = g_getenv ("TZDIR");
  g_autofree char *path
      = g_build_filename (directory ? directory : "/usr/share/zoneinfo", "zone.tab", NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      if (*lines[i] != '#' && g_strv_length (fields) >= 3)
        g_ptr_array_add (names, g_strdup (fields[2]));
    }
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_assert_cmpuint (names->len, >, 350);
  return names;
}

static gint64
instant_of (int year)
{
  return (ft_civil_all_day (year, 1, 1).day - ft_civil_all_day (1970, 1, 1).day)
         * G_GINT64_CONSTANT (86400);
}

static void
go_to (const char *zone)
{
  g_assert_true (g_setenv ("TZ", zone, TRUE));
  tzset ();
}

/* Not in Dublin when the tables have ended: its summer is its standard time, and by the rule that
 * says so glibc errs by an hour. */
static void
assert_as_libc (Place place, gint64 instant)
{
  FtCivil civil = ft_civil_from_instant (instant, place.zone);
  time_t at = instant;
  struct tm tm;
  int year, month, day;

  if (g_str_equal (place.zone, "Europe/Dublin") && instant >= instant_of (2037))
    return;
  g_assert_nonnull (localtime_r (&at, &tm));
  ft_civil_get_date (civil, &year, &month, &day);
  if (year != tm.tm_year + 1900 || month != tm.tm_mon + 1 || day != tm.tm_mday
      || civil.minute != tm.tm_hour * 60 + tm.tm_min
      || ft_zone_get_offset (place.offsets, instant) != tm.tm_gmtoff)
    g_error ("%s: at %" G_GINT64_FORMAT " the clock does not show %04d-%02d-%02d %02d:%02d",
             place.zone, instant, year, month, day, civil.minute / 60, civil.minute % 60);
}

static void
assert_own_again (Place place, gint64 instant)
{
  FtCivil civil = ft_civil_from_instant (instant, place.zone);
  FtCivil other = { civil.day, civil.minute, !civil.fold };
  FtCivilKind kind;
  gint64 back = ft_civil_to_instant (civil, place.zone, &kind);
  gint64 pass = ft_civil_to_instant (other, place.zone, NULL);

  if (back != instant)
    g_error ("%s: %" G_GINT64_FORMAT " comes back as %" G_GINT64_FORMAT, place.zone, instant, back);
  g_assert_cmpint (kind, !=, FT_CIVIL_IN_GAP);
  /* The other pass is another instant where there is one, earlier or later as it says. */
  if (kind == FT_CIVIL_PLAIN)
    g_assert_true (pass == instant && civil.fold == 0);
  else
    g_assert_true (civil.fold ? pass < instant : pass > instant);
}

/* Minutes that clocks skip are due when they are over; time never runs backwards. */
static void
assert_in_order (Place place, gint64 change)
{
  FtCivil before = ft_civil_from_instant (change - DAY / 2, place.zone);
  gint64 last = G_MININT64;

  for (int minute = 0; minute <= 1440; minute += 5)
    {
      FtCivil civil = ft_civil_add_minutes (before, minute);
      FtCivilKind kind;
      gint64 instant = ft_civil_to_instant (civil, place.zone, &kind);

      g_assert_cmpint (instant, >=, last);
      last = instant;
      if (kind == FT_CIVIL_IN_GAP)
        {
          FtCivil shown = ft_civil_from_instant (instant, place.zone);
          g_assert_cmpint (ft_civil_compare (shown, civil), >, 0);
          g_assert_cmpint (instant, ==, change);
        }
    }
}

static guint
check_changes (Place place, int from, int to)
{
  guint n_changes = 0;

  for (gint64 change = ft_zone_next_change (place.offsets, instant_of (from));
       change < instant_of (to); change = ft_zone_next_change (place.offsets, change))
    {
      g_assert_cmpint (change % MINUTE, ==, 0);
      for (int minute = -125; minute <= 125; minute += 5)
        {
          assert_as_libc (place, change + minute * MINUTE);
          assert_own_again (place, change + minute * MINUTE);
        }
      for (int minute = -1; minute <= 1; minute++)
        assert_own_again (place, change + minute * MINUTE);
      assert_as_libc (place, change - 1);
      assert_in_order (place, change);
      n_changes++;
    }
  return n_changes;
}

/* From when the tables have been right to the minute to when they have ended and rules go on. */
static void
test_changes (void)
{
  g_autoptr (GPtrArray) names = read_places ();
  guint n_changes = 0;

  for (guint i = 0; i < names->len; i++)
    {
      Place place = { names->pdata[i], ft_zone_lookup (names->pdata[i]) };

      g_assert_nonnull (ft_zone_intern (place.zone));
      go_to (place.zone);
      n_changes += check_changes (place, 2010, 2014);
      n_changes += check_changes (place, 2024, 2028);
      n_changes += check_changes (place, 2036, 2040);
    }
  g_assert_cmpuint (n_changes, >, 2000);
}

/* No change is overlooked: on the way there are none that the C library knows of and we do not. */
static void
test_none_overlooked (void)
{
  g_autoptr (GPtrArray) names = read_places ();

  for (guint i = 0; i < names->len; i++)
    {
      Place place = { names->pdata[i], ft_zone_lookup (names->pdata[i]) };

      go_to (place.zone);
      for (gint64 at = instant_of (2025); at < instant_of (2028); at += 5 * DAY)
        assert_as_libc (place, at);
      for (gint64 at = instant_of (2035); at < instant_of (2042); at += 16 * DAY)
        assert_as_libc (place, at);
    }
}

/* No day is longer or shorter than clocks make it, and all day is until its last minute, be its
 * last hour skipped (Nuuk). */
static void
test_days (void)
{
  g_autoptr (GPtrArray) names = read_places ();
  gint32 first = ft_civil_all_day (2026, 1, 1).day;

  for (guint i = 0; i < names->len; i += 3)
    for (gint32 day = first; day < first + 366; day++)
      {
        const char *zone = names->pdata[i];
        gint64 begin = ft_civil_to_instant ((FtCivil){ day, 0, 0 }, zone, NULL);
        gint64 next = ft_civil_to_instant ((FtCivil){ day + 1, 0, 0 }, zone, NULL);
        gint64 last = ft_civil_to_instant ((FtCivil){ day, FT_ALL_DAY, 0 }, zone, NULL);
        FtDayBounds bounds = ft_day_bounds (begin, zone, G_DATE_MONDAY);

        g_assert_true (next - begin >= 22 * 3600 && next - begin <= 26 * 3600);
        if (last < begin || last >= next)
          g_error ("%s: day %d does not end in itself", zone, day);
        g_assert_cmpint (ft_civil_from_instant (last, zone).day, ==, day);
        g_assert_cmpint (bounds.today, ==, day);
        g_assert_cmpint (bounds.today_end, ==, next);
        g_assert_true (bounds.week_end >= next && bounds.week_end - begin <= 8 * DAY);
      }
}

/* A name is of this computer's or of none: whatever is made of one, or else put in its place. */
static void
test_spoilt_names (void)
{
  static const char noise[] = "/.:+-_ aZ0\n%\\\xff";
  g_autoptr (GPtrArray) names = read_places ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  FtCivil civil = ft_civil (2026, 11, 26, 16, 0);
  gint64 local = ft_civil_to_instant (civil, "", NULL);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (known, names->pdata[i]);
  for (int n = 0; n < 3000; n++)
    {
      g_autofree char *name = g_strdup (names->pdata[n % names->len]);
      gsize length = strlen (name);
      const char *interned;

      name[g_rand_int_range (rand, 0, length)] = noise[g_rand_int_range (rand, 0, sizeof noise)];
      interned = ft_zone_intern (name);
      if (!interned)
        {
          g_assert_false (g_hash_table_contains (known, name));
          continue;
        }
      g_assert_cmpstr (interned, ==, name);
      g_assert_true (interned == ft_zone_intern (name));
      g_assert_null (strstr (name, ".."));
    }
  g_assert_cmpint (ft_civil_to_instant (civil, "Europe/Berlin/", NULL), ==, local);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zones/spoilt-names", test_spoilt_names);
  g_test_add_func ("/zones/days", test_days);
  g_test_add_func ("/zones/changes", test_changes);
  g_test_add_func ("/zones/none-overlooked", test_none_overlooked);
  return g_test_run ();
}
