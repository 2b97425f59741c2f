#include "core/ft-rhythm.h"

#include "coach.h"

static FtRhythm
rhythm_of (FtLeadCard *card, const char *now)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  return ft_rhythm_of (card, settings, instant_of (now), ZONE);
}

static void
test_decision_A1 (void)
{
  static const struct
  {
    const char *decision;
    const char *now;
    int days;
    gboolean near;
    const char *words;
  } cases[] = {
    { "2026-12-08", NOW, 12, TRUE, "decides in 12 days" },
    { "2026-11-26", NOW, 0, TRUE, "decides today" },
    { "2026-11-27", "2026-11-26 23:59", 1, TRUE, "decides tomorrow" },
    { "2026-11-25", NOW, -1, FALSE, "decision was 1 day ago" },
    { "2026-11-20", NOW, -6, FALSE, "decision was 6 days ago" },
    { "2026-12-26", NOW, 30, TRUE, "decides in 30 days" },
    { "2026-12-27", NOW, 31, FALSE, "decides in 31 days" },
    { "2027-01-01", "2026-12-31 23:30", 1, TRUE, "decides tomorrow" },
    /* Two days over the hour that exists twice still are two days. */
    { "2026-10-26", "2026-10-24 23:30", 2, TRUE, "decides in 2 days" },
    { "", NOW, 0, FALSE, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      card->lead->decision_day = day_of (cases[i].decision);
      FtRhythm rhythm = rhythm_of (card, cases[i].now);
      g_autofree char *words = ft_rhythm_decision_words (&rhythm);
      g_assert_cmpint (rhythm.decision_days, ==, cases[i].days);
      g_assert_cmpint (rhythm.near_decision, ==, cases[i].near);
      g_assert_cmpint (rhythm.has_decision, ==, *cases[i].decision != '\0');
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_fence_A3 (void)
{
  static const struct
  {
    const char *fence;
    gboolean fenced;
    const char *question;
  } cases[] = {
    { "2026-12-10", TRUE, "2026-12-10" },  { "2026-11-27", TRUE, "2026-11-27" },
    { "2026-11-26", FALSE, "2026-11-26" }, { "2026-11-01", FALSE, "2026-11-26" },
    { "", FALSE, "2026-11-26" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      card->lead->not_before_day = day_of (cases[i].fence);
      FtRhythm rhythm = rhythm_of (card, NOW);
      g_assert_cmpint (rhythm.fence_day, ==, cases[i].fenced ? day_of (cases[i].fence) : 0);
      g_assert_cmpint (rhythm.question_day, ==, day_of (cases[i].question));
    }
}

/* At most one decision question a week. */
static void
test_question_B3 (void)
{
  static const struct
  {
    const char *asked;
    const char *fence;
    const char *question;
  } cases[] = {
    { "2026-11-26 09:00", "", "2026-12-03" },
    { "2026-11-20 09:00", "", "2026-11-27" },
    { "2026-11-19 23:59", "", "2026-11-26" },
    { "2026-11-18 09:00", "", "2026-11-26" },
    { "2026-11-20 09:00", "2026-12-24", "2026-12-24" },
    { "2026-11-25 09:00", "2026-11-28", "2026-12-02" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      add_contact (card, "2026-11-10 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED)->asked
          = FT_ASKED_SALE;
      add_contact (card, cases[i].asked, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED)->asked
          = FT_ASKED_SALE;
      add_contact (card, "2026-11-26 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED)->asked
          = FT_ASKED_NEXT_STEP;
      card->lead->not_before_day = day_of (cases[i].fence);
      g_assert_cmpint (rhythm_of (card, NOW).question_day, ==, day_of (cases[i].question));
    }
}

static void
test_gauge_E4 (void)
{
  static const struct
  {
    const char *contacts[4];
    const char *decision;
    int interval;
    FtGauge gauge;
    int days_since;
  } cases[] = {
    { { "2026-11-26 09:00" }, "", 0, FT_GAUGE_RIGHT, 0 },
    { { "2026-11-19 09:00" }, "", 0, FT_GAUGE_RIGHT, 7 },
    { { "2026-11-18 23:59" }, "", 0, FT_GAUGE_QUIET, 8 },
    { { "2026-11-12 00:00" }, "", 0, FT_GAUGE_QUIET, 14 },
    { { "2026-11-11 23:59" }, "", 0, FT_GAUGE_INVISIBLE, 15 },
    /* Never contacted: since it came in, on 2 November. */
    { { NULL }, "", 0, FT_GAUGE_INVISIBLE, 24 },
    /* A week is seven days: the contact on its eighth does not count. */
    { { "2026-11-19 18:00", "2026-11-26 09:00" }, "", 0, FT_GAUGE_RIGHT, 0 },
    { { "2026-11-20 09:00", "2026-11-26 09:00" }, "", 0, FT_GAUGE_PEST, 0 },
    /* A call and the e-mail after it are one. */
    { { "2026-11-26 09:00", "2026-11-26 09:20" }, "", 0, FT_GAUGE_RIGHT, 0 },
    /* Near the decision two are welcome (A6), three are not. */
    { { "2026-11-23 09:00", "2026-11-26 09:00" }, "2026-12-10", 0, FT_GAUGE_RIGHT, 0 },
    { { "2026-11-21 09:00", "2026-11-23 09:00", "2026-11-26 09:00" },
      "2026-12-10",
      0,
      FT_GAUGE_PEST,
      0 },
    { { "2026-11-23 09:00", "2026-11-26 09:00" }, "2027-01-10", 0, FT_GAUGE_PEST, 0 },
    /* The lead's own interval. */
    { { "2026-11-19 09:00" }, "", 3, FT_GAUGE_QUIET, 7 },
    { { "2026-11-05 09:00" }, "", 30, FT_GAUGE_RIGHT, 21 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      for (int k = 0; k < 4 && cases[i].contacts[k]; k++)
        add_contact (card, cases[i].contacts[k], FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      card->lead->decision_day = day_of (cases[i].decision);
      card->lead->interval = cases[i].interval;
      FtRhythm rhythm = rhythm_of (card, NOW);
      g_assert_cmpstr (ft_gauge_to_string (rhythm.gauge), ==, ft_gauge_to_string (cases[i].gauge));
      g_assert_cmpint (rhythm.days_since, ==, cases[i].days_since);
    }
  g_assert_cmpstr (ft_gauge_words (FT_GAUGE_INVISIBLE), ==, "Invisible");
  g_assert_cmpstr (ft_gauge_to_string (FT_GAUGE_PEST), ==, "pest");
}

/* Unanswered calls bother, but do not bring one to mind; what they do themselves bothers nobody. */
static void
test_gauge_and_silence_E4_B8 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  add_contact (card, "2026-11-05 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  add_contact (card, "2026-11-23 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-24 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-25 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-26 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_NOTE);
  FtRhythm rhythm = rhythm_of (card, NOW);
  g_assert_cmpint (rhythm.gauge, ==, FT_GAUGE_INVISIBLE);
  g_assert_cmpint (rhythm.days_since, ==, 21);
  g_assert_cmpuint (rhythm.week_contacts, ==, 0);
  g_assert_cmpuint (rhythm.week_tries, ==, 3);
  g_assert_cmpuint (rhythm.n_contacts, ==, 4);

  add_contact (card, "2026-11-26 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  g_assert_cmpint (rhythm_of (card, NOW).gauge, ==, FT_GAUGE_PEST);

  g_autoptr (FtLeadCard) theirs = new_card ();
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-11-2%d 09:00", 2 + i);
      add_contact (theirs, at, FT_CHANNEL_PHONE, FT_OUTCOME_THEY_CALLED)->direction
          = FT_DIRECTION_IN;
    }
  rhythm = rhythm_of (theirs, NOW);
  g_assert_cmpint (rhythm.gauge, ==, FT_GAUGE_RIGHT);
  g_assert_cmpint (rhythm.days_since, ==, 0);
}

static void
test_limit_A6 (void)
{
  static const struct
  {
    const char *decision;
    guint limit;
  } cases[] = {
    { "2026-12-26", 2 }, { "2026-12-27", 1 }, { "2026-11-26", 2 }, { "2026-11-25", 1 }, { "", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      card->lead->decision_day = day_of (cases[i].decision);
      g_assert_cmpuint (rhythm_of (card, NOW).week_limit, ==, cases[i].limit);
    }
}

/* Weeks that hold a change of the clocks or of the year are seven days like any other. */
static void
test_gauge_over_clocks_and_years_E4 (void)
{
  static const struct
  {
    const char *contact;
    const char *now;
    FtGauge gauge;
    int days_since;
  } cases[] = {
    { "2026-03-23 00:30", "2026-03-30 23:30", FT_GAUGE_RIGHT, 7 }, /* 23 hours are missing one */
    { "2026-03-22 23:59", "2026-03-30 00:01", FT_GAUGE_QUIET, 8 },
    { "2026-10-19 00:30", "2026-10-26 23:30", FT_GAUGE_RIGHT, 7 }, /* 25 hours have one more */
    { "2026-10-18 23:59", "2026-10-26 00:01", FT_GAUGE_QUIET, 8 },
    { "2026-12-28 09:00", "2027-01-04 09:00", FT_GAUGE_RIGHT, 7 },
    { "2026-12-21 09:00", "2027-01-04 09:00", FT_GAUGE_QUIET, 14 },
    { "2026-12-20 09:00", "2027-01-04 09:00", FT_GAUGE_INVISIBLE, 15 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      card->lead->created_at = instant_of ("2026-01-02 09:00");
      add_contact (card, cases[i].contact, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      FtRhythm rhythm = rhythm_of (card, cases[i].now);
      g_assert_cmpint (rhythm.days_since, ==, cases[i].days_since);
      g_assert_cmpint (rhythm.gauge, ==, cases[i].gauge);
    }
}

/* Days are the user's: 23:30 yesterday in Berlin is today in UTC, and the night clocks change is
 * one night. */
static void
test_days_are_the_users (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();
  add_contact (card, "2026-03-28 23:30", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  card->lead->created_at = instant_of ("2026-03-01 09:00");
  FtRhythm rhythm = ft_rhythm_of (card, settings, instant_of ("2026-03-29 03:10"), ZONE);
  g_assert_cmpint (rhythm.days_since, ==, 1);
  rhythm = ft_rhythm_of (card, settings, instant_of ("2026-03-29 03:10"), "America/New_York");
  g_assert_cmpint (rhythm.days_since, ==, 0);
}

static void
test_limits_are_settings (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();
  add_contact (card, "2026-11-16 09:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED)->asked
      = FT_ASKED_SALE;
  settings->invisible_days = 9;
  settings->question_days = 20;
  FtRhythm rhythm = ft_rhythm_of (card, settings, instant_of (NOW), ZONE);
  g_assert_cmpint (rhythm.gauge, ==, FT_GAUGE_INVISIBLE);
  g_assert_cmpint (rhythm.question_day, ==, day_of ("2026-12-06"));
  settings->interval = 10;
  settings->invisible_days = 14;
  g_assert_cmpint (ft_rhythm_of (card, settings, instant_of (NOW), ZONE).gauge, ==, FT_GAUGE_RIGHT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/A1-decision", test_decision_A1);
  g_test_add_func ("/coach/A3-fence", test_fence_A3);
  g_test_add_func ("/coach/A6-limit", test_limit_A6);
  g_test_add_func ("/coach/B3-question", test_question_B3);
  g_test_add_func ("/coach/E4-gauge", test_gauge_E4);
  g_test_add_func ("/coach/E4-B8-gauge-and-silence", test_gauge_and_silence_E4_B8);
  g_test_add_func ("/coach/E4-gauge-over-clocks-and-years", test_gauge_over_clocks_and_years_E4);
  g_test_add_func ("/coach/days-are-the-users", test_days_are_the_users);
  g_test_add_func ("/coach/limits-are-settings", test_limits_are_settings);
  return g_test_run ();
}
