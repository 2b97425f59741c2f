#include "core/ft-when.h"

#include "core/ft-records.h"

/* Thursday, 26 November 2026. */
#define NOW "2026-11-26 14:37"

static FtCivil
civil_of (const char *string)
{
  FtCivil civil = FT_CIVIL_NONE;
  if (*string)
    g_assert_true (ft_civil_from_string (string, &civil));
  return civil;
}

static void
test_formats (void)
{
  static const struct
  {
    const char *civil;
    const char *full;
    const char *brief;
    const char *time;
    const char *day;
  } cases[] = {
    { "2026-11-26 16:00", "Thu 26 Nov, 16:00", "Today 16:00", "16:00", "Thursday, 26 November" },
    { "2026-11-26", "Thu 26 Nov, all day", "Today", "", "Thursday, 26 November" },
    { "2026-11-27 09:05", "Fri 27 Nov, 09:05", "Tomorrow 09:05", "09:05", "Friday, 27 November" },
    { "2026-11-27", "Fri 27 Nov, all day", "Tomorrow", "", "Friday, 27 November" },
    { "2026-11-25 10:00", "Wed 25 Nov, 10:00", "Yesterday 10:00", "10:00",
      "Wednesday, 25 November" },
    { "2026-11-28 10:00", "Sat 28 Nov, 10:00", "Sat 10:00", "10:00", "Saturday, 28 November" },
    { "2026-12-02 10:00", "Wed 2 Dec, 10:00", "Wed 10:00", "10:00", "Wednesday, 2 December" },
    { "2026-12-02", "Wed 2 Dec, all day", "Wed", "", "Wednesday, 2 December" },
    { "2026-12-03 10:00", "Thu 3 Dec, 10:00", "3 Dec", "10:00", "Thursday, 3 December" },
    { "2026-11-20 16:00", "Fri 20 Nov, 16:00", "Fri 16:00", "16:00", "Friday, 20 November" },
    { "2026-11-19 16:00", "Thu 19 Nov, 16:00", "19 Nov", "16:00", "Thursday, 19 November" },
    { "2027-01-01 00:00", "Fri 1 Jan 2027, 00:00", "1 Jan 2027", "00:00",
      "Friday, 1 January 2027" },
    { "2025-12-31 23:59", "Wed 31 Dec 2025, 23:59", "31 Dec 2025", "23:59",
      "Wednesday, 31 December 2025" },
    { "", "", "", "", "" },
  };
  FtCivil now = civil_of (NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtCivil civil = civil_of (cases[i].civil);
      g_autofree char *full = ft_when_format (civil, now);
      g_autofree char *date = ft_when_format_date (civil, now);
      g_autofree char *brief = ft_when_format_short (civil, now);
      g_autofree char *time = ft_when_format_time (civil);
      g_autofree char *day = ft_when_format_day (civil, now);
      g_assert_true (g_str_has_prefix (full, date));
      g_assert_null (strstr (date, "all day"));
      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (time, ==, cases[i].time);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_near_days_across_the_year (void)
{
  g_autofree char *tomorrow
      = ft_when_format_short (civil_of ("2027-01-01 10:00"), civil_of ("2026-12-31 23:00"));
  g_autofree char *last
      = ft_when_format_short (civil_of ("2026-12-30"), civil_of ("2027-01-02 08:00"));
  g_assert_cmpstr (tomorrow, ==, "Tomorrow 10:00");
  g_assert_cmpstr (last, ==, "Wed");
}

static void
test_distance (void)
{
  static const struct
  {
    int days;
    const char *text;
  } cases[] = {
    { 0, "today" },       { 1, "tomorrow" },    { -1, "yesterday" },      { 2, "in 2 days" },
    { -2, "2 days ago" }, { 12, "in 12 days" }, { -400, "400 days ago" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ft_when_format_distance (739000 + cases[i].days, 739000);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sentence_B2 (void)
{
  static const struct
  {
    FtPromiseKind kind;
    FtChannel channel;
    const char *promised;
    const char *sentence;
  } cases[] = {
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-28 16:00",
      "I’ll call you Saturday at 16:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-26 16:00", "I’ll call you today at 16:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-27 09:00",
      "I’ll call you tomorrow at 09:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-12-02", "I’ll call you Wednesday." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-12-03 10:00",
      "I’ll call you Thursday, 3 December at 10:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-25 10:00",
      "I’ll call you Wednesday, 25 November at 10:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_EMAIL, "2026-11-27", "I’ll write to you tomorrow." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_VISIT, "2026-11-27 10:00", "I’ll come by tomorrow at 10:00." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_POST, "2026-11-26", "I’ll send you a card today." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_NONE, "2026-11-26", "I’ll be in touch today." },
    { FT_PROMISE_SEND, FT_CHANNEL_EMAIL, "2026-12-02 16:00",
      "You’ll have it by Wednesday at 16:00." },
    { FT_PROMISE_SEND, FT_CHANNEL_NONE, "2027-01-04", "You’ll have it by Monday, 4 January 2027." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise
          = ft_promise_data_new (1, civil_of (cases[i].promised), "", cases[i].channel);
      promise->kind = cases[i].kind;
      g_autofree char *sentence = ft_when_sentence (promise, civil_of (NOW));
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* "id label civil; …" */
static char *
describe (GPtrArray *chips)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < chips->len; i++)
    {
      const FtWhenChip *chip = chips->pdata[i];
      g_autofree char *civil = ft_civil_to_string (chip->civil);
      g_string_append_printf (text, "%s%s|%s|%s", i > 0 ? "; " : "", chip->id, chip->label, civil);
    }
  g_ptr_array_unref (chips);
  return g_string_free (text, FALSE);
}

static void
test_chips_E5 (void)
{
  static const struct
  {
    const char *now;
    const char *chips;
  } cases[] = {
    { "2026-11-24 09:12", /* Tuesday */
      "within-hour|Within the Hour|2026-11-24 10:10; today|Today 16:00|2026-11-24 16:00; "
      "tomorrow|Tomorrow 10:00|2026-11-25 10:00; in-3-days|In 3 Days|2026-11-27 10:00; "
      "next-week|Next Week|2026-12-01 09:15" },
    { "2026-11-24 15:59", /* just before four, and at four */
      "within-hour|Within the Hour|2026-11-24 16:55; today|Today 16:00|2026-11-24 16:00; "
      "tomorrow|Tomorrow 10:00|2026-11-25 10:00; in-3-days|In 3 Days|2026-11-27 10:00; "
      "next-week|Next Week|2026-12-01 16:00" },
    { "2026-11-26 16:00", /* Thursday: in three days is a Sunday */
      "within-hour|Within the Hour|2026-11-26 17:00; tomorrow|Tomorrow 10:00|2026-11-27 10:00; "
      "in-3-days|In 3 Days|2026-11-30 10:00; next-week|Next Week|2026-12-03 16:00" },
    { "2026-11-27 23:30", /* Friday night: the next working day is in three days */
      "within-hour|Within the Hour|2026-11-28 00:30; tomorrow|Mon 10:00|2026-11-30 10:00; "
      "next-week|Next Week|2026-12-04 18:00" },
    { "2026-12-26 06:00", /* Saturday morning, at the end of the year */
      "within-hour|Within the Hour|2026-12-26 07:00; tomorrow|Mon 10:00|2026-12-28 10:00; "
      "in-3-days|In 3 Days|2026-12-29 10:00; next-week|Next Week|2027-01-04 09:00" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *chips = describe (ft_when_chips (settings, civil_of (cases[i].now)));
      g_assert_cmpstr (chips, ==, cases[i].chips);
    }
}

/* Who works from Saturday to Wednesday, in the evening. */
static void
test_chips_as_set (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();

  settings->work_days = 0x67;
  settings->day_begins = 14 * 60;
  settings->day_ends = 22 * 60;
  settings->interval = 10;
  settings->proposal_days = 2;
  {
    g_autofree char *chips = describe (ft_when_chips (settings, civil_of ("2026-11-28 09:00")));
    g_assert_cmpstr (chips, ==,
                     "within-hour|Within the Hour|2026-11-28 10:00; "
                     "today|Today 20:00|2026-11-28 20:00; "
                     "tomorrow|Tomorrow 15:00|2026-11-29 15:00; "
                     "in-3-days|In 3 Days|2026-12-01 15:00; "
                     "next-week|Next Week|2026-12-05 14:00");
  }
  {
    g_autofree char *chips = describe (
        ft_when_chips_after (settings, 0, civil_of ("2026-11-25 15:00"), FT_OUTCOME_PROPOSAL_SENT));
    g_assert_cmpstr (chips, ==,
                     "next-morning|Sun 15:00|2026-11-29 15:00; "
                     "interval|5 Dec 15:00|2026-12-05 15:00");
  }
  /* Whatever was set, no minute is outside the day. */
  settings->day_begins = 23 * 60 + 59;
  settings->day_ends = 10;
  {
    g_autoptr (GPtrArray) chips = ft_when_chips (settings, civil_of ("2026-11-28 09:00"));
    for (guint i = 0; i < chips->len; i++)
      {
        const FtWhenChip *chip = chips->pdata[i];
        g_assert_cmpint (chip->civil.minute, >=, 0);
        g_assert_cmpint (chip->civil.minute, <=, 1439);
      }
  }
}

static void
test_chips_after_B3_C1_D1 (void)
{
  static const struct
  {
    const char *now;
    int interval;
    FtOutcome outcome;
    const char *chips;
  } cases[] = {
    { "2026-11-24 14:37", 0, FT_OUTCOME_REACHED,
      "next-morning|Tomorrow 10:00|2026-11-25 10:00; interval|1 Dec 14:30|2026-12-01 14:30" },
    { "2026-11-24 14:37", 14, FT_OUTCOME_REACHED, /* the lead's own */
      "next-morning|Tomorrow 10:00|2026-11-25 10:00; interval|8 Dec 14:30|2026-12-08 14:30" },
    { "2026-11-27 14:38", 0, FT_OUTCOME_NO_ANSWER, /* Friday */
      "next-morning|Mon 10:00|2026-11-30 10:00; interval|4 Dec 14:45|2026-12-04 14:45" },
    { "2026-11-28 08:00", 0, FT_OUTCOME_THEY_WILL_CALL, /* Saturday */
      "next-morning|Mon 10:00|2026-11-30 10:00; interval|7 Dec 09:00|2026-12-07 09:00" },
    { "2026-11-26 19:00", 0, FT_OUTCOME_PROPOSAL_SENT, /* Thursday: three business days */
      "next-morning|Tue 10:00|2026-12-01 10:00; interval|3 Dec 18:00|2026-12-03 18:00" },
    { "2026-12-30 14:00", 0, FT_OUTCOME_THEY_CALLED,
      "within-hour|Within the Hour|2026-12-30 15:00; interval|6 Jan 2027 14:00|2027-01-06 14:00" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *chips = describe (ft_when_chips_after (
          settings, cases[i].interval, civil_of (cases[i].now), cases[i].outcome));
      g_assert_cmpstr (chips, ==, cases[i].chips);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/format/formats", test_formats);
  g_test_add_func ("/when/format/near-days-across-the-year", test_near_days_across_the_year);
  g_test_add_func ("/when/format/distance", test_distance);
  g_test_add_func ("/when/format/sentence-B2", test_sentence_B2);
  g_test_add_func ("/when/chips/E5-new", test_chips_E5);
  g_test_add_func ("/when/chips/as-set", test_chips_as_set);
  g_test_add_func ("/when/chips/B3-C1-D1-after", test_chips_after_B3_C1_D1);
  return g_test_run ();
}
