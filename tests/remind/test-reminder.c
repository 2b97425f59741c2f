#include "remind-fixture.h"

#include "core/ft-ringing.h"

/* "Lead 1" … @n, all promised for the same hour. */
static void
add_many (Reminding *r, int n, int promised)
{
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %d", i);
      remind_add (r, name, promised, promised);
    }
}

static void
assert_next (Reminding *r, gint64 seconds)
{
  g_assert_cmpint (ft_reminder_get_next (r->reminder), ==, NOW + seconds);
}

static void
assert_no_next (Reminding *r)
{
  g_assert_cmpint (ft_reminder_get_next (r->reminder), ==, FT_RING_NEVER);
}

/* --- When --- */

static void
count_cb (guint *count)
{
  ++*count;
}

/* At the second of its target, no earlier, and once. */
static void
test_due (Reminding *r, gconstpointer data)
{
  const BellNotice *notice;
  gint32 expires;
  guint n_told = 0;

  remind_add (r, "Anna", 1, 1);
  remind_start (r);
  remind_assert_rung (r, "", 0);
  assert_next (r, HOUR);
  g_signal_connect_swapped (r->reminder, "notify::next", G_CALLBACK (count_cb), &n_told);
  remind_go_to (r, HOUR - 1);
  remind_assert_rung (r, "", 0);
  g_assert_cmpuint (n_told, ==, 0);
  remind_go_to (r, HOUR);
  remind_assert_rung (r, "Anna", 1);
  assert_no_next (r);
  g_assert_cmpuint (n_told, ==, 1);
  remind_go_to (r, 2 * HOUR);
  remind_assert_rung (r, "Anna", 1);

  /* It stays on the screen until it was seen to. */
  notice = bell_find (r->bell, "Anna");
  g_variant_get_child (notice->arguments, 7, "i", &expires);
  g_assert_cmpint (expires, ==, 0);
}

/* Before the promised time once more (C6): heard, and in the place of the first. */
static void
test_twice (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", 3, 1);
  remind_start (r);
  remind_go_to (r, HOUR);
  remind_assert_rung (r, "Anna", 1);
  assert_next (r, 3 * HOUR - 15 * MINUTE);
  remind_go_to (r, 3 * HOUR - 15 * MINUTE - 1);
  remind_assert_rung (r, "Anna", 1);
  remind_go_to (r, 3 * HOUR - 15 * MINUTE);
  remind_assert_rung (r, "Anna", 2);
  assert_no_next (r);
}

/* What was shown is on record: the next start does not ring again, nor does any change. */
static void
test_once (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
  remind_add (r, "Bert", 100, 100);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 1);
  remind_stop (r);
  fixture_reopen (&r->base);
  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
  assert_next (r, 100 * HOUR);
}

static const struct
{
  const char *path;
  int promised, target; /* hours from Monday 9:00 */
  gint64 rings;
} quiet_cases[] = {
  { "/remind/reminder/quiet/waits-until-morning", 27, 13, 22 * HOUR },
  { "/remind/reminder/quiet/promised-in-it-comes-before", 14, 13, 11 * HOUR - 15 * MINUTE },
  { "/remind/reminder/quiet/its-first-minute", 48, 11, 22 * HOUR },
  { "/remind/reminder/quiet/its-last-hour", 48, 21, 22 * HOUR },
  { "/remind/reminder/quiet/just-over", 48, 22, 22 * HOUR },
  { "/remind/reminder/quiet/before-it", 48, 10, 10 * HOUR },
};

/* From 20:00 to 7:00 nothing rings; a promise for the night rings before it. */
static void
test_quiet (Reminding *r, gconstpointer data)
{
  int i = GPOINTER_TO_INT (data);
  gint64 rings = quiet_cases[i].rings;

  remind_set (r, "quiet-from", "1200");
  remind_set (r, "quiet-until", "420");
  remind_add (r, "Anna", quiet_cases[i].promised, quiet_cases[i].target);
  remind_start (r);
  assert_next (r, rings);
  remind_go_to (r, rings - 1);
  remind_assert_rung (r, "", 0);
  remind_go_to (r, rings);
  remind_assert_rung (r, "Anna", 1);
}

/* "10 Minutes" (B6), over a restart. */
static void
test_snoozed (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", 1, 1);

  remind_start (r);
  remind_go_to (r, HOUR);
  ft_reminder_snooze (r->reminder, remind_promise_id (r, anna));
  remind_settle (r);
  remind_assert_rung (r, "", 1);
  assert_next (r, HOUR + 10 * MINUTE);
  remind_stop (r);
  remind_start (r);
  remind_go_to (r, HOUR + 10 * MINUTE - 1);
  remind_assert_rung (r, "", 1);
  remind_go_to (r, HOUR + 10 * MINUTE);
  remind_assert_rung (r, "Anna", 2);
  remind_go_to (r, 2 * HOUR);
  remind_assert_rung (r, "Anna", 2);
}

/* Who asks for ten minutes at 19:55 is up at 20:05. */
static void
test_snoozed_into_quiet (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", 10, 10);

  remind_set (r, "quiet-from", "1200");
  remind_set (r, "quiet-until", "420");
  remind_start (r);
  remind_go_to (r, 11 * HOUR - 5 * MINUTE);
  ft_reminder_snooze (r->reminder, remind_promise_id (r, anna));
  remind_settle (r);
  assert_next (r, 11 * HOUR + 5 * MINUTE);
  remind_go_to (r, 11 * HOUR + 5 * MINUTE);
  remind_assert_rung (r, "Anna", 2);
}

/* As the working day begins where the user is, also on the day that the clocks change. */
static void
test_all_day (Reminding *r, gconstpointer data)
{
  g_autoptr (FtPromiseData) summer = NULL;
  g_autoptr (FtPromiseData) tomorrow = NULL;
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) nine = g_date_time_new (berlin, 2027, 3, 28, 9, 0, 0);
  gint64 anna = add_lead (&r->base, "Anna", NULL);

  summer = ft_promise_data_new (anna, ft_civil_all_day (2027, 3, 28), "Europe/Berlin",
                                FT_CHANNEL_PHONE);
  put_promise (&r->base, summer);
  remind_start (r);
  g_assert_cmpint (ft_reminder_get_next (r->reminder), ==, g_date_time_to_unix (nine));

  tomorrow = ft_promise_data_new (anna, ft_civil_all_day (2026, 11, 24), "Europe/Berlin",
                                  FT_CHANNEL_PHONE);
  put_promise (&r->base, tomorrow);
  remind_settle (r);
  assert_next (r, DAY);
  ft_clock_set (r->base.clock, NOW, "America/New_York");
  remind_settle (r);
  assert_next (r, DAY + 6 * HOUR);
  remind_go_to (r, DAY + 6 * HOUR);
  remind_assert_rung (r, "Anna", 1);
}

/* --- How many --- */

static const struct
{
  const char *path;
  int n;
  gint64 late; /* seconds */
  const char *titles;
  guint n_loud;
} group_cases[] = {
  { "/remind/reminder/group/three", 3, 0, "Lead 1, Lead 2, Lead 3", 3 },
  { "/remind/reminder/group/four", 4, 0, "4 promises are due", 1 },
  { "/remind/reminder/group/in-the-grace", 2, 300, "Lead 1, Lead 2", 2 },
  { "/remind/reminder/group/away", 2, 301, "While you were away: 2 promises", 1 },
  { "/remind/reminder/group/away-one", 1, 7200, "Lead 1", 1 },
  { "/remind/reminder/group/away-many", 40, DAY, "While you were away: 40 promises", 1 },
};

static void
test_group (Reminding *r, gconstpointer data)
{
  int i = GPOINTER_TO_INT (data);

  add_many (r, group_cases[i].n, 1);
  ft_clock_set (r->base.clock, NOW + HOUR + group_cases[i].late, NULL);
  remind_start (r);
  remind_assert_rung (r, group_cases[i].titles, group_cases[i].n_loud);
  if (group_cases[i].n == 4)
    g_assert_cmpstr (bell_find (r->bell, "4 promises are due")->body, ==,
                     "Lead 1, Lead 2 and 2 more");
  /* All of them are on record. */
  remind_stop (r);
  remind_start (r);
  g_assert_cmpuint (r->bell->n_loud, ==, group_cases[i].n_loud);
}

/* What was missed after that is counted with it, in its place. */
static void
test_group_grows (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", 1, 1);
  remind_add (r, "Bert", 1, 1);
  remind_add (r, "Carla", 5, 5);
  remind_add (r, "Dora", 5, 5);
  ft_clock_set (r->base.clock, NOW + 2 * HOUR, NULL);
  remind_start (r);
  remind_assert_rung (r, "While you were away: 2 promises", 1);
  remind_go_to (r, 6 * HOUR);
  remind_assert_rung (r, "While you were away: 4 promises", 2);
}

/* It says only what is still to be done, and says that quietly. */
static void
test_group_shrinks (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", 1, 1);
  gint64 bert = remind_add (r, "Bert", 2, 2);

  ft_clock_set (r->base.clock, NOW + 3 * HOUR, NULL);
  remind_start (r);
  remind_assert_rung (r, "While you were away: 2 promises", 1);
  g_assert_cmpstr (bell_find (r->bell, "While you were away: 2 promises")->body, ==, "Anna, Bert");
  remind_change (r, anna, remind_keep);
  remind_assert_rung (r, "While you were away: 1 promise", 1);
  g_assert_cmpstr (bell_find (r->bell, "While you were away: 1 promise")->body, ==, "Bert");
  g_assert_cmpuint (r->bell->n_quiet, ==, 1);
  remind_change (r, bert, remind_keep);
  remind_assert_rung (r, "", 1);
}

/* --- What changes meanwhile --- */

static void
test_kept (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", -1, -1);

  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
  remind_change (r, anna, remind_keep);
  remind_assert_rung (r, "", 1);
}

static void
move_to_two (FtPromiseData *promise)
{
  promise->target = promise->promised = ft_civil_from_instant (NOW + 2 * HOUR, promise->zone);
}

/* Another time is another reminder. */
static void
test_moved (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", 1, 1);

  remind_start (r);
  remind_go_to (r, HOUR);
  remind_change (r, anna, move_to_two);
  remind_assert_rung (r, "", 1);
  assert_next (r, 2 * HOUR);
  remind_go_to (r, 2 * HOUR);
  remind_assert_rung (r, "Anna", 2);
}

static void
test_undone (Reminding *r, gconstpointer data)
{
  g_autoptr (FtChangeSet) undone = NULL;

  remind_start (r);
  remind_add (r, "Anna", -1, -1);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 1);
  undone = sync_undo (r->base.store, NULL);
  g_assert_nonnull (undone);
  remind_settle (r);
  remind_assert_rung (r, "", 1);
}

static void
rename_lead (FtLeadData *lead)
{
  g_free (lead->name);
  lead->name = g_strdup ("Anna Őri 安娜");
}

/* It says the name as it is now. */
static void
test_renamed (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", -1, -1);

  remind_start (r);
  edit_lead (&r->base, anna, rename_lead);
  remind_settle (r);
  remind_assert_rung (r, "Anna Őri 安娜", 1);
}

/* Closed by the user: it does not come again by itself. */
static void
test_dismissed (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", -1, -1);

  remind_start (r);
  bell_dismiss (r->bell, "Anna");
  remind_settle (r);
  edit_lead (&r->base, anna, rename_lead);
  remind_settle (r);
  remind_assert_rung (r, "", 1);
  g_assert_cmpuint (r->bell->n_quiet, ==, 0);
}

/* --- The morning --- */

static void
test_morning (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", 5, 5);
  remind_set (r, "morning", "1");
  remind_start (r);
  remind_assert_rung (r, "1 promise for today", 1);
  assert_next (r, 5 * HOUR);
  remind_stop (r);
  remind_start (r);
  g_assert_cmpuint (r->bell->n_loud, ==, 1);
  assert_next (r, 5 * HOUR);

  ft_reminder_stop_mornings (r->reminder);
  remind_settle (r);
  g_assert_false (ft_store_get_settings (r->base.store)->morning);
  remind_go_to (r, 2 * DAY);
  g_assert_cmpuint (r->bell->n_loud, ==, 2);
  bell_find (r->bell, "Anna");
}

/* With nothing to tell it is silent, and the next one is on the next working day. */
static void
test_morning_of_nothing (Reminding *r, gconstpointer data)
{
  remind_set (r, "morning", "1");
  ft_clock_set (r->base.clock, NOW + 4 * DAY, NULL);
  remind_start (r);
  remind_assert_rung (r, "", 0);
  assert_next (r, 7 * DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  REMIND_ADD ("/remind/reminder/B6/due", NULL, test_due);
  REMIND_ADD ("/remind/reminder/C6/twice", NULL, test_twice);
  REMIND_ADD ("/remind/reminder/once", NULL, test_once);
  for (guint i = 0; i < G_N_ELEMENTS (quiet_cases); i++)
    REMIND_ADD (quiet_cases[i].path, GINT_TO_POINTER (i), test_quiet);
  REMIND_ADD ("/remind/reminder/B6/snoozed", NULL, test_snoozed);
  REMIND_ADD ("/remind/reminder/B6/snoozed-into-quiet", NULL, test_snoozed_into_quiet);
  REMIND_ADD ("/remind/reminder/all-day", NULL, test_all_day);
  for (guint i = 0; i < G_N_ELEMENTS (group_cases); i++)
    REMIND_ADD (group_cases[i].path, GINT_TO_POINTER (i), test_group);
  REMIND_ADD ("/remind/reminder/group/grows", NULL, test_group_grows);
  REMIND_ADD ("/remind/reminder/group/shrinks", NULL, test_group_shrinks);
  REMIND_ADD ("/remind/reminder/kept", NULL, test_kept);
  REMIND_ADD ("/remind/reminder/moved", NULL, test_moved);
  REMIND_ADD ("/remind/reminder/undone", NULL, test_undone);
  REMIND_ADD ("/remind/reminder/renamed", NULL, test_renamed);
  REMIND_ADD ("/remind/reminder/dismissed", NULL, test_dismissed);
  REMIND_ADD ("/remind/reminder/morning/once", NULL, test_morning);
  REMIND_ADD ("/remind/reminder/morning/of-nothing", NULL, test_morning_of_nothing);
  return remind_run ();
}
