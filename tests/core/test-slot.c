#define G_LOG_DOMAIN "ft-test"

#include "core/ft-slot.h"

#define ZONE "Europe/Berlin"

static FtPromiseData *
new_promise (const char *target, const char *zone)
{
  FtCivil at;

  g_assert_true (ft_civil_from_string (target, &at));
  return ft_promise_data_new (1, at, g_intern_string (zone), FT_CHANNEL_PHONE);
}

/* What is said of each time, on the working week of the practices: Monday to Friday, 9 to 18
 * o'clock. */
static void
test_table (void)
{
  static const struct
  {
    const char *target;
    const char *zone;
    const char *words;
  } table[] = {
    { "2026-11-26 10:00", ZONE, "" },
    { "2026-11-26 17:30", ZONE, "" },
    { "2026-11-26", ZONE, "" },
    { "2026-11-25 10:00", ZONE, "" },
    { "2026-11-25 09:45", ZONE, "That time is over already." },
    { "2026-11-24 14:00", ZONE, "That time is over already." },
    { "2026-11-25", ZONE, "" },
    { "2026-11-24", ZONE, "That time is over already." },
    /* My 09:00. */
    { "2026-11-25 03:00", "America/New_York", "That time is over already." },
    { "2026-11-26 08:45", ZONE, "That is outside your working hours." },
    { "2026-11-26 17:45", ZONE, "That is outside your working hours." },
    { "2026-11-28", ZONE, "Saturday, 28 November is not a working day of yours." },
    { "2026-11-28 07:00", ZONE, "Saturday, 28 November is not a working day of yours." },
    { "2026-11-26 14:00", ZONE, "You have promised something else at that time." },
    { "2026-11-26 14:45", ZONE, "" },
    /* My 13:00 is their 07:00, my 14:30 their 08:30. */
    { "2026-11-25 07:00", "America/New_York", "It is 07:00 there." },
    { "2026-11-25 08:30", "America/New_York", "" },
    /* In the three weeks between the two clock changes they are five hours behind. */
    { "2027-03-22 08:00", "America/New_York", "" },
    { "2027-03-22 07:45", "America/New_York", "It is 07:45 there." },
    /* My 16:15 is their 21:00, by three quarters of an hour. */
    { "2026-11-25 21:00", "Asia/Kathmandu", "It is 21:00 there." },
    { "2026-11-25 20:45", "Asia/Kathmandu", "" },
    /* A zone that shows the same as mine is nobody's night but mine. */
    { "2026-11-25 22:00", "Europe/Paris", "That is outside your working hours." },
    /* It does not exist there: due at 03:00, which is my 09:00 of a Sunday. */
    { "2027-03-14 02:30", "America/New_York",
      "Sunday, 14 March 2027 is not a working day of yours. It is 03:00 there. "
      "Clocks skip this time that day: the first minute after it counts." },
    /* Half an hour is all that Lord Howe turns back. */
    { "2027-04-04 01:45", "Australia/Lord_Howe",
      "Saturday, 3 April 2027 is not a working day of yours. It is 01:45 there. "
      "Clocks show this time twice that day: the first one counts." },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  gint64 now = ft_civil_to_instant (ft_civil (2026, 11, 25, 10, 0), ZONE, NULL);
  FtPromiseData *other = new_promise ("2026-11-26 14:15", ZONE);

  other->id = 7;
  other->effort = 30;
  g_ptr_array_add (others, other);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (FtPromiseData) promise = new_promise (table[i].target, table[i].zone);
      g_autofree char *words = NULL;

      promise->effort = 30;
      words = ft_slot_dup_words (promise, others, settings, ZONE, now);
      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* A promise is not in its own way, and a full day is said. */
static void
test_itself (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_autoptr (FtPromiseData) promise = new_promise ("2026-11-26 10:00", ZONE);
  g_autoptr (GArray) alone = NULL;
  g_autoptr (GArray) full = NULL;

  promise->id = 3;
  g_ptr_array_add (others, ft_promise_data_ref (promise));
  alone = ft_slot_concerns (promise, others, settings, ZONE);
  g_assert_cmpuint (alone->len, ==, 0);

  for (int i = 0; i < settings->contacts_a_day; i++)
    {
      FtPromiseData *other = new_promise ("2026-11-26 15:00", ZONE);

      other->id = 10 + i;
      g_ptr_array_add (others, other);
    }
  full = ft_slot_concerns (promise, others, settings, ZONE);
  g_assert_cmpuint (full->len, ==, 1);
  g_assert_true (ft_concerns_have (full, FT_CONCERN_DAY_FULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot/table", test_table);
  g_test_add_func ("/slot/itself", test_itself);
  return g_test_run ();
}
