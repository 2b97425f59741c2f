#include "core/ft-away.h"

#define ZONE "Europe/Berlin"

/* Wednesday to Friday, 25 to 27 November 2026, seen on Monday the 23rd at 10:00. */
static FtDayOffData *
new_absence (void)
{
  gint32 day = ft_civil_all_day (2026, 11, 25).day;

  return ft_day_off_data_new (FT_DAY_OFF_AWAY, day, day + 2, "");
}

static FtPromiseData *
new_promise (const char *promised, const char *target, const char *zone)
{
  FtCivil at;
  FtPromiseData *promise;

  g_assert_true (ft_civil_from_string (promised, &at));
  promise = ft_promise_data_new (1, at, g_intern_string (zone), FT_CHANNEL_PHONE);
  g_assert_true (ft_civil_from_string (target, &promise->target));
  return promise;
}

static void
test_of (void)
{
  static const struct
  {
    const char *promised;
    const char *target;
    const char *zone;
    FtAway away;
  } table[] = {
    { "2026-11-24 16:00", "2026-11-24 15:00", ZONE, FT_AWAY_NOTHING },
    { "2026-11-25 00:00", "2026-11-24 15:00", ZONE, FT_AWAY_PROMISED },
    { "2026-11-27 23:59", "2026-11-27 15:00", ZONE, FT_AWAY_PROMISED },
    { "2026-11-28", "2026-11-27", ZONE, FT_AWAY_TARGET },
    { "2026-11-28", "2026-11-28", ZONE, FT_AWAY_NOTHING },
    /* Their evening of the 24th is my early morning of the 25th. */
    { "2026-11-24 19:00", "2026-11-24 19:00", "America/New_York", FT_AWAY_PROMISED },
    { "2026-11-24 17:00", "2026-11-24 17:00", "America/New_York", FT_AWAY_NOTHING },
    { "2026-11-28 11:00", "2026-11-28 11:00", "Pacific/Apia", FT_AWAY_PROMISED },
  };
  g_autoptr (FtDayOffData) absence = new_absence ();
  g_autoptr (FtDayOffData) holiday
      = ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, absence->first_day, absence->last_day, "");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (FtPromiseData) promise
          = new_promise (table[i].promised, table[i].target, table[i].zone);

      g_assert_cmpint (ft_away_of (promise, absence, ZONE), ==, table[i].away);
      g_assert_cmpint (ft_away_of (promise, holiday, ZONE), ==, FT_AWAY_NOTHING);
      promise->kind = FT_PROMISE_DELIVERY;
      g_assert_cmpint (ft_away_of (promise, absence, ZONE), ==, FT_AWAY_NOTHING);
      promise->kind = FT_PROMISE_CONTACT;
      promise->state = FT_PROMISE_KEPT;
      g_assert_cmpint (ft_away_of (promise, absence, ZONE), ==, FT_AWAY_NOTHING);
    }
}

static void
assert_suggested (const char *promised,
                  const char *zone,
                  GPtrArray *others,
                  FtCivil now,
                  const char *before,
                  const char *after)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtDayOffData) absence = new_absence ();
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  g_autoptr (FtPromiseData) promise = new_promise (promised, promised, zone);
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  FtCivil one;
  FtCivil other;

  g_ptr_array_add (days_off, ft_day_off_data_ref (absence));
  ft_settings_set_days_off (settings, days_off);
  promise->id = 99;
  ft_away_suggest (promise, absence, others, settings, ft_civil_to_instant (now, ZONE, NULL), ZONE,
                   &one, &other);
  before_text = ft_civil_is_set (one) ? ft_civil_to_string (one) : g_strdup ("");
  after_text = ft_civil_to_string (other);
  g_assert_cmpstr (before_text, ==, before);
  g_assert_cmpstr (after_text, ==, after);
}

/* E6: the last working day before, the first one after: the 28th is a Saturday. */
static void
test_suggest (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  FtCivil monday = ft_civil (2026, 11, 23, 10, 0);

  assert_suggested ("2026-11-26 16:00", ZONE, none, monday, "2026-11-24 16:00", "2026-11-30 16:00");
  assert_suggested ("2026-11-26", ZONE, none, monday, "2026-11-24", "2026-11-30");
  /* Outside one's hours the morning will do. */
  assert_suggested ("2026-11-26 19:30", ZONE, none, monday, "2026-11-24 09:00", "2026-11-30 09:00");
  /* Their 09:00 is my 15:00, and stays it. */
  assert_suggested ("2026-11-26 09:00", "America/New_York", none, monday, "2026-11-24 09:00",
                    "2026-11-30 09:00");
  /* On the last day what is over is over; in the evening nothing is left of it. */
  assert_suggested ("2026-11-26 10:00", ZONE, none, ft_civil (2026, 11, 24, 14, 0),
                    "2026-11-24 14:15", "2026-11-30 10:00");
  assert_suggested ("2026-11-26 10:00", ZONE, none, ft_civil (2026, 11, 24, 18, 0), "",
                    "2026-11-30 10:00");
  /* Already there. */
  assert_suggested ("2026-11-26 10:00", ZONE, none, ft_civil (2026, 11, 25, 8, 0), "",
                    "2026-11-30 10:00");

  /* Beside what is promised already. */
  g_ptr_array_add (others, new_promise ("2026-11-24 16:00", "2026-11-24 16:00", ZONE));
  g_ptr_array_add (others, new_promise ("2026-11-24 16:15", "2026-11-24 16:15", ZONE));
  assert_suggested ("2026-11-26 16:00", ZONE, others, monday, "2026-11-24 16:30",
                    "2026-11-30 16:00");
}

/* Those of the days that begin in between, each once. */
static void
test_count (void)
{
  static const char *const PROMISED[]
      = { "2026-11-24 16:00", "2026-11-25 16:00", "2026-11-27 16:00", "2026-12-10 16:00" };
  g_autoptr (FtDayOffData) absence = new_absence ();
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
  gint32 first = absence->first_day;

  for (guint i = 0; i < G_N_ELEMENTS (PROMISED); i++)
    {
      g_autoptr (FtPromiseData) promise = new_promise (PROMISED[i], PROMISED[i], ZONE);

      g_ptr_array_add (rows, ft_promise_row_new (promise, lead));
    }
  g_ptr_array_add (days_off, ft_day_off_data_ref (absence));
  g_ptr_array_add (days_off, ft_day_off_data_new (FT_DAY_OFF_AWAY, first + 2, first + 2, ""));
  g_ptr_array_add (days_off, ft_day_off_data_new (FT_DAY_OFF_AWAY, first + 15, first + 15, ""));
  g_assert_cmpuint (ft_away_count (rows, days_off, first, first + 2, ZONE), ==, 2);
  g_assert_cmpuint (ft_away_count (rows, days_off, first + 2, first + 15, ZONE), ==, 2);
  g_assert_cmpuint (ft_away_count (rows, days_off, first, first + 15, ZONE), ==, 3);
  g_assert_cmpuint (ft_away_count (rows, days_off, first + 3, first + 14, ZONE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/away/of", test_of);
  g_test_add_func ("/away/suggest", test_suggest);
  g_test_add_func ("/core/away/count", test_count);
  return g_test_run ();
}
