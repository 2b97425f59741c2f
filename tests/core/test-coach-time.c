#include "core/ft-gap.h"
#include "core/ft-padding.h"
#include "core/ft-settings.h"
#include "core/ft-spread.h"
#include "core/ft-steps.h"
#include "core/ft-workdays.h"

#include "coach.h"

static void
test_settings_by_name (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtSettings) usual = ft_settings_new ();
  const char *const *names = ft_settings_get_names ();
  g_assert_cmpuint (g_strv_length ((char **) names), ==, 27);
  for (; *names; names++)
    {
      g_autofree char *value = ft_settings_get (settings, *names);
      int least, most;
      g_assert_nonnull (value);
      g_assert_true (ft_settings_set (settings, *names, value));
      if (!ft_settings_get_range (*names, &least, &most))
        continue;
      g_assert_false (ft_settings_set (settings, *names, "-1"));
      g_assert_false (ft_settings_set (settings, *names, "100000"));
      g_assert_false (ft_settings_set (settings, *names, ""));
      g_assert_false (ft_settings_set (settings, *names, "7 days"));
    }
  g_assert_true (ft_settings_equal (settings, usual));
  g_assert_null (ft_settings_get (settings, "nonsense"));
  g_assert_false (ft_settings_set (settings, "nonsense", "1"));

  g_assert_true (ft_settings_set (settings, "interval", "10"));
  g_assert_cmpint (settings->interval, ==, 10);
  g_assert_false (ft_settings_equal (settings, usual));
  g_assert_true (ft_settings_set (settings, "currency", "EUR"));
  g_assert_false (ft_settings_set (settings, "currency", "eur"));
  g_assert_false (ft_settings_set (settings, "currency", "EURO"));
  g_autoptr (FtSettings) copy = ft_settings_copy (settings);
  g_assert_true (ft_settings_equal (settings, copy));
  g_assert_cmpstr (copy->currency, ==, "EUR");
}

static void
test_quiet (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new (); /* 20:00 to 7:00 */
  g_assert_false (ft_settings_is_quiet (settings, 19 * 60 + 59));
  g_assert_true (ft_settings_is_quiet (settings, 20 * 60));
  g_assert_true (ft_settings_is_quiet (settings, 0));
  g_assert_true (ft_settings_is_quiet (settings, 6 * 60 + 59));
  g_assert_false (ft_settings_is_quiet (settings, 7 * 60));
  settings->quiet_from = 12 * 60;
  settings->quiet_until = 13 * 60;
  g_assert_true (ft_settings_is_quiet (settings, 12 * 60));
  g_assert_false (ft_settings_is_quiet (settings, 13 * 60));
  settings->quiet_until = 12 * 60;
  g_assert_false (ft_settings_is_quiet (settings, 12 * 60));
}

static void
test_workdays (void)
{
  static const struct
  {
    int days;
    const char *from;
    int n;
    const char *to;
  } cases[] = {
    { 0x1f, "2026-11-26 14:00", 1, "2026-11-27 14:00" },
    { 0x1f, "2026-11-27 14:00", 1, "2026-11-30 14:00" },
    { 0x1f, "2026-11-28 14:00", 1, "2026-11-30 14:00" },
    { 0x1f, "2026-11-26 14:00", 3, "2026-12-01 14:00" },
    { 0x1f, "2026-12-31", 1, "2027-01-01" },
    { 0x3f, "2026-11-27 14:00", 1, "2026-11-28 14:00" }, /* Saturdays too */
    { 0x4f, "2026-11-26 14:00", 1, "2026-11-29 14:00" }, /* Sunday to Thursday */
    { 0x02, "2026-11-26 14:00", 2, "2026-12-08 14:00" }, /* Tuesdays alone */
    { 0x00, "2026-11-27 14:00", 1, "2026-11-28 14:00" }, /* no day at all is every day */
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      settings->work_days = cases[i].days;
      assert_civil (ft_workdays_add (settings, civil_of (cases[i].from), cases[i].n), cases[i].to);
    }
}

static void
test_first_promise_E5 (void)
{
  static const struct
  {
    const char *now;
    const char *first;
  } cases[] = {
    { "2026-11-26 14:30", "2026-11-26 15:30" }, { "2026-11-26 14:37", "2026-11-26 15:30" },
    { "2026-11-26 06:00", "2026-11-26 09:00" }, { "2026-11-26 17:00", "2026-11-26 18:00" },
    { "2026-11-26 17:01", "2026-11-27 09:00" }, { "2026-11-27 19:00", "2026-11-30 09:00" },
    { "2026-11-28 11:00", "2026-11-30 09:00" }, { "2026-12-31 20:00", "2027-01-01 09:00" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_civil (ft_workdays_first_promise (settings, civil_of (cases[i].now)), cases[i].first);
}

static void
test_spread_B1 (void)
{
  static const char *const evenly[]
      = { "2026-11-27 09:00", "2026-11-27 11:15", "2026-11-27 13:30", "2026-11-27 15:45",
          "2026-11-30 09:00", "2026-11-30 11:15", "2026-11-30 13:30", "2026-11-30 15:45",
          "2026-12-01 09:00" };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtSpread) spread = ft_spread_new (settings, 4, civil_of (NOW), ZONE);
  g_autoptr (FtSpread) early
      = ft_spread_new (settings, 4, civil_of ("2026-11-26 09:00"), ZONE);
  g_autoptr (FtSpread) begun
      = ft_spread_new (settings, 4, civil_of ("2026-11-26 09:01"), ZONE);
  FtCivil before = FT_CIVIL_NONE;
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (evenly); i++)
    assert_civil (ft_spread_next (spread, ""), evenly[i]);

  /* Whatever the number: so many a day, all on working days, in order, over the end of the year. */
  for (guint i = 0; i < 2000; i++)
    {
      FtCivil civil = ft_spread_next (spread, ZONE);
      g_assert_true (ft_workdays_is (settings, civil.day));
      g_assert_cmpint (ft_civil_compare (before, civil), <, 0);
      n = civil.day == before.day ? n + 1 : 1;
      g_assert_cmpint (n, <=, 4);
      before = civil;
    }
  /* A day that has not begun is one. */
  assert_civil (ft_spread_next (early, ""), "2026-11-26 09:00");
  assert_civil (ft_spread_next (begun, ""), "2026-11-27 09:00");
}

/* Over days away and holidays as over a weekend. */
static void
test_spread_over_days_off_B1 (void)
{
  static const char *const promised[]
      = { "2026-11-27 09:00", "2026-12-04 09:00", "2026-12-07 09:00", "2026-12-08 09:00" };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) off
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_day_off_data_unref);

  g_ptr_array_add (off, ft_day_off_data_new (FT_DAY_OFF_AWAY, day_of ("2026-11-30"),
                                             day_of ("2026-12-03"), "Sea"));
  ft_settings_set_days_off (settings, off);
  g_autoptr (FtSpread) spread = ft_spread_new (settings, 1, civil_of (NOW), ZONE);
  for (gsize i = 0; i < G_N_ELEMENTS (promised); i++)
    assert_civil (ft_spread_next (spread, ""), promised[i]);
}

/* What is promised already keeps its room: its time, and its place in a full day. */
static void
test_spread_beside_promises_E10 (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtSpread *spread = ft_spread_new (settings, 4, civil_of (NOW), ZONE);

  ft_spread_take (spread, instant_of ("2026-11-27 09:00"), TRUE, 0);
  ft_spread_take (spread, instant_of ("2026-11-27 11:00"), TRUE, 60);
  ft_spread_take (spread, instant_of ("2026-11-27 13:45"), TRUE, 0); /* just after */
  ft_spread_take (spread, instant_of ("2026-11-30 00:00"), FALSE, 0);
  assert_civil (ft_spread_next (spread, ""), "2026-11-27 09:15");
  assert_civil (ft_spread_next (spread, ""), "2026-11-27 12:00");
  assert_civil (ft_spread_next (spread, ""), "2026-11-27 13:30");
  assert_civil (ft_spread_next (spread, ""), "2026-11-27 15:45");
  assert_civil (ft_spread_next (spread, ""), "2026-11-30 09:00");
  ft_spread_free (spread);

  /* One below what fits in a day, and as many as fit. */
  settings->contacts_a_day = 6;
  spread = ft_spread_new (settings, 4, civil_of (NOW), ZONE);
  for (int i = 0; i < 11; i++)
    ft_spread_take (spread, instant_of (i < 5 ? "2026-11-27 17:00" : "2026-11-30 17:00"), i % 2, 0);
  assert_civil (ft_spread_next (spread, ""), "2026-11-27 09:00");
  assert_civil (ft_spread_next (spread, ""), "2026-12-01 09:00");
  ft_spread_free (spread);

  /* A day out of the house has no minute left, though it is one promise. */
  spread = ft_spread_new (settings, 4, civil_of (NOW), ZONE);
  ft_spread_take (spread, instant_of ("2026-11-27 08:00"), TRUE, 10 * 60);
  assert_civil (ft_spread_next (spread, ""), "2026-11-30 09:00");
  ft_spread_free (spread);

  /* More than is thought to fit, as was asked for; then some are at the same time. */
  spread = ft_spread_new (settings, 50, civil_of (NOW), ZONE);
  for (int i = 0; i < 50; i++)
    g_assert_cmpint (ft_spread_next (spread, "").day, ==, day_of ("2026-11-27"));
  g_assert_cmpint (ft_spread_next (spread, "").day, ==, day_of ("2026-11-30"));
  ft_spread_free (spread);
}

/* By their clock, and not in their night; the clocks change on 29 March 2026 in Berlin, in New York on the 8th. */
static void
test_spread_by_their_clock_E8 (void)
{
  static const struct
  {
    const char *now;
    const char *zone;
    const char *first;
  } cases[] = {
    { "2026-11-26 14:30", "America/New_York", "2026-11-27 08:00" },    /* 14:00 in Berlin */
    { "2026-03-12 14:30", "America/New_York", "2026-03-13 08:00" },    /* 13:00 in Berlin */
    { "2026-03-27 14:30", "Asia/Tokyo", "2026-03-30 16:00" },          /* 9:00 in Berlin, in summer */
    { "2026-03-26 14:30", "Asia/Tokyo", "2026-03-27 17:00" },
    { "2026-12-31 14:30", "Australia/Sydney", "2027-01-01 19:00" },    /* 9:00, and next year */
    { "2026-11-26 14:30", "Pacific/Honolulu", "2026-11-26 22:00" },    /* never by day: as it comes */
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtSpread) spread = ft_spread_new (settings, 4, civil_of (cases[i].now), ZONE);
      assert_civil (ft_spread_next (spread, cases[i].zone), cases[i].first);
    }
}

/* The calendar ends, and nothing loops. */
static void
test_spread_to_the_end_B1 (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtSpread) spread = ft_spread_new (settings, 1, civil_of ("9999-12-01 14:30"), ZONE);
  int n = 0;

  while (ft_civil_is_set (ft_spread_next (spread, "")))
    n++;
  g_assert_cmpint (n, >=, 15);
  g_assert_cmpint (n, <=, 23);
}

static void
test_padding_C2 (void)
{
  static const struct
  {
    const char *now;
    int effort;
    const char *target;
    const char *promised;
  } cases[] = {
    { "2026-11-26 10:00", 15, "2026-11-26 10:15", "2026-11-26 11:30" },
    { "2026-11-26 10:00", 60, "2026-11-26 11:00", "2026-11-26 12:00" },
    { "2026-11-26 10:10", 61, "2026-11-26 11:15", "2026-11-26 13:00" },
    { "2026-11-26 10:00", 240, "2026-11-26 14:00", "2026-11-26 18:00" },
    { "2026-11-26 10:00", 241, "2026-11-26 14:15", "2026-11-27 18:00" },
    { "2026-11-26 16:30", 60, "2026-11-26 17:30", "2026-11-27 09:30" },
    { "2026-11-27 17:30", 60, "2026-11-30 09:30", "2026-11-30 10:30" },
    { "2026-11-28 12:00", 30, "2026-11-30 09:30", "2026-11-30 10:30" }, /* Saturday */
    { "2026-11-26 07:00", 30, "2026-11-26 09:30", "2026-11-26 10:30" },
    { "2026-11-26 20:00", 30, "2026-11-27 09:30", "2026-11-27 10:30" },
    { "2026-12-30 09:00", 1080, "2026-12-31 18:00", "2027-01-04 18:00" },
    { "2026-11-26 10:00", 0, "2026-11-26 10:15", "2026-11-26 11:30" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtPadding padding = ft_padding_suggest (settings, civil_of (cases[i].now), cases[i].effort);
      assert_civil (padding.target, cases[i].target);
      assert_civil (padding.promised, cases[i].promised);
    }
  /* There always is room to beat it, within the hours of work. */
  for (int effort = 1; effort < 3000; effort += 7)
    for (int minute = 0; minute < 1440; minute += 37)
      {
        FtCivil now = { day_of (NOW), minute, 0 };
        FtPadding padding = ft_padding_suggest (settings, now, effort);
        g_assert_cmpint (ft_civil_compare (padding.target, now), >, 0);
        g_assert_cmpint (ft_civil_compare (padding.promised, padding.target), >, 0);
        g_assert_cmpint (padding.promised.minute, <=, settings->day_ends);
        g_assert_true (ft_workdays_is (settings, padding.promised.day));
      }
}

static void
test_gap_contacts_A2 (void)
{
  static const struct
  {
    const char *promised;
    const char *other; /* open promise there is already */
    const char *decision;
    const char *contacts;
  } cases[] = {
    { "2026-12-03 10:00", "", "", "" }, /* seven days are near */
    { "2026-12-04 10:00", "", "", "" }, /* eight are far, but the next week is the promise's */
    { "2026-12-17 10:00", "", "", "2026-12-03 2026-12-10" },
    { "2026-12-16 10:00", "", "", "2026-12-03 2026-12-10" },
    { "2027-01-07 10:00", "", "", "2026-12-03 2026-12-10 2026-12-17 2026-12-24 2026-12-31" },
    { "2026-12-17 10:00", "2026-12-04 10:00", "", "2026-12-10" },
    /* Decides on Wednesday 16 December: the last three days are 13, 14 and 15. */
    { "2026-12-22 10:00", "", "2026-12-16", "2026-12-03 2026-12-10 2026-12-15*" },
    { "2026-12-14 10:00", "", "2026-12-16", "2026-12-03 2026-12-10" },
    { "2026-12-22 10:00", "2026-12-14 09:00", "2026-12-16", "2026-12-03 2026-12-10" },
    /* Decides on Monday: the last working day before is Friday. */
    { "2026-12-22 10:00", "", "2026-12-14", "2026-12-03 2026-12-11* 2026-12-17" },
    { "2026-12-22 10:00", "", "2026-11-20", "2026-12-03 2026-12-10 2026-12-17" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) promise = new_promise (cases[i].promised);
      g_autoptr (GString) result = g_string_new (NULL);
      card->lead->decision_day = day_of (cases[i].decision);
      if (*cases[i].other)
        add_promise (card, cases[i].other);
      g_autoptr (GArray) contacts = ft_gap_contacts (card, promise, settings, day_of (NOW));
      for (guint k = 0; k < contacts->len; k++)
        {
          const FtGapContact *contact = &g_array_index (contacts, FtGapContact, k);
          g_autofree char *day = ft_civil_to_string ((FtCivil){ contact->day, FT_ALL_DAY, 0 });
          g_string_append_printf (result, "%s%s%s", k > 0 ? " " : "", day,
                                  contact->last_days ? "*" : "");
        }
      g_assert_cmpstr (result->str, ==, cases[i].contacts);
    }

  g_autoptr (FtLeadCard) customer = new_card ();
  g_autoptr (FtPromiseData) friendly = new_promise ("2027-02-26 10:00");
  customer->lead->state = FT_LEAD_CUSTOMER;
  g_autoptr (GArray) none = ft_gap_contacts (customer, friendly, settings, day_of (NOW));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_four_steps_C7 (void)
{
  static const struct
  {
    const char *now;
    const char *promised;
  } cases[] = {
    { "2026-11-26 14:30", "2026-11-27 10:00" },
    { "2026-11-27 08:00", "2026-11-30 10:00" },
    { "2026-12-31 23:59", "2027-01-01 10:00" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = ft_steps_new_promise (
          card->lead, settings, civil_of (cases[i].now), ZONE, FT_CHANNEL_PHONE, 5);
      assert_civil (promise->promised, cases[i].promised);
      g_assert_cmpint (promise->kind, ==, FT_PROMISE_FOLLOW_THROUGH);
      g_assert_cmpint (promise->lead_id, ==, 7);
      g_assert_cmpint (promise->piece_id, ==, 5);
      g_assert_cmpstr (promise->purpose, ==, "Follow through");
      g_assert_cmpuint (ft_steps_count_done (promise), ==, 0);
    }

  g_autoptr (FtPromiseData) none = new_promise ("2026-11-27 10:00");
  g_autoptr (FtPromiseData) two = ft_steps_tick (none, FT_STEP_CLARIFY, TRUE);
  g_autoptr (FtPromiseData) both = ft_steps_tick (two, FT_STEP_MEET, TRUE);
  g_autoptr (FtPromiseData) one = ft_steps_tick (both, FT_STEP_CLARIFY, FALSE);
  g_assert_cmpuint (none->steps, ==, 0);
  g_assert_true (ft_steps_is_done (both, FT_STEP_CLARIFY));
  g_assert_cmpuint (ft_steps_count_done (both), ==, 2);
  g_assert_false (ft_steps_is_done (one, FT_STEP_CLARIFY));
  g_assert_true (ft_steps_is_done (one, FT_STEP_MEET));
  g_assert_cmpstr (ft_step_words (FT_STEP_ARRIVED), ==, "Did it arrive?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/settings-by-name", test_settings_by_name);
  g_test_add_func ("/coach/B6-quiet", test_quiet);
  g_test_add_func ("/coach/workdays", test_workdays);
  g_test_add_func ("/coach/A2-gap-contacts", test_gap_contacts_A2);
  g_test_add_func ("/coach/B1-spread", test_spread_B1);
  g_test_add_func ("/coach/B1-spread-over-days-off", test_spread_over_days_off_B1);
  g_test_add_func ("/coach/B1-spread-to-the-end", test_spread_to_the_end_B1);
  g_test_add_func ("/coach/C2-padding", test_padding_C2);
  g_test_add_func ("/coach/C7-four-steps", test_four_steps_C7);
  g_test_add_func ("/coach/E10-spread-beside-promises", test_spread_beside_promises_E10);
  g_test_add_func ("/coach/E8-spread-by-their-clock", test_spread_by_their_clock_E8);
  g_test_add_func ("/coach/E5-first-promise", test_first_promise_E5);
  return g_test_run ();
}
