#include "remind-fixture.h"

/* Reminders where the notification service is slow, refuses, dies, or is not there. */

/* There is no second one while the first is on its way, whatever changes. */
static void
test_slow (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  r->bell->holds = TRUE;
  remind_start (r);
  g_assert_cmpuint (r->bell->held->len, ==, 1);
  remind_add (r, "Bert", 9, 9);
  remind_go_to (r, HOUR);
  g_assert_cmpuint (r->bell->held->len, ==, 1);
  bell_release (r->bell);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 1);
  remind_stop (r);
  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
}

/* Ended before the service had it: better twice than never. */
static void
test_ended_before (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  r->bell->holds = TRUE;
  remind_start (r);
  g_assert_cmpuint (r->bell->held->len, ==, 1);
  remind_stop (r);
  bell_forget (r->bell);
  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
  remind_stop (r);
  remind_start (r);
  remind_assert_rung (r, "Anna", 1);
}

/* Kept before the service has answered: taken away as soon as it has. */
static void
test_kept_on_its_way (Reminding *r, gconstpointer data)
{
  gint64 anna = remind_add (r, "Anna", -1, -1);

  r->bell->holds = TRUE;
  remind_start (r);
  remind_change (r, anna, remind_keep);
  bell_release (r->bell);
  assert_titles (r->bell, "Anna");
  remind_settle (r);
  remind_assert_rung (r, "", 1);
}

static void
test_refused (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  r->bell->refuses = TRUE;
  remind_start (r);
  remind_assert_rung (r, "", 0);
  g_assert_cmpstr (ft_notifier_get_problem (r->notifier), ==,
                   "The notification service refused: not today");
  r->bell->refuses = FALSE;
  remind_go_to (r, MINUTE);
  remind_assert_rung (r, "Anna", 1);
  g_assert_null (ft_notifier_get_problem (r->notifier));
}

/* Nothing is written down as shown that nobody showed; it rings when somebody comes. */
static void
test_missing (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  bell_stop (r->bell);
  remind_start (r);
  WAIT_UNTIL (ft_notifier_get_problem (r->notifier) != NULL);
  g_assert_cmpstr (ft_notifier_get_problem (r->notifier), ==,
                   "No notification service runs on this desktop.");
  remind_stop (r);
  remind_start (r);
  bell_start (r->bell);
  WAIT_UNTIL (r->bell->shown->len > 0);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 1);
  g_assert_null (ft_notifier_get_problem (r->notifier));
}

/* A service that was restarted has forgotten all: what is still due comes back, without a sound. */
static void
test_gone_and_back (Reminding *r, gconstpointer data)
{
  gint64 bert = 0;
  g_autofree char *id = NULL;

  remind_add (r, "Anna", -1, -1);
  remind_start (r);
  bert = remind_add (r, "Bert", -1, -1);
  remind_settle (r);
  remind_assert_rung (r, "Anna, Bert", 2);
  id = ft_notice_id_of_promise (remind_promise_id (r, bert));
  bell_stop (r->bell);
  WAIT_UNTIL (!ft_notifier_has (r->notifier, id));
  remind_change (r, bert, remind_keep);
  bell_start (r->bell);
  WAIT_UNTIL (r->bell->shown->len > 0);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 2);
  g_assert_cmpuint (r->bell->n_quiet, ==, 1);
}

/* It dies with the reminder in its hands. */
static void
test_dies (Reminding *r, gconstpointer data)
{
  remind_add (r, "Anna", -1, -1);
  r->bell->holds = TRUE;
  remind_start (r);
  g_assert_cmpuint (r->bell->held->len, ==, 1);
  bell_stop (r->bell);
  WAIT_UNTIL (ft_notifier_get_problem (r->notifier) != NULL);
  bell_start (r->bell);
  WAIT_UNTIL (r->bell->shown->len > 0);
  remind_settle (r);
  remind_assert_rung (r, "Anna", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  REMIND_ADD ("/remind/reminder/service/slow", NULL, test_slow);
  REMIND_ADD ("/remind/reminder/service/ended-before", NULL, test_ended_before);
  REMIND_ADD ("/remind/reminder/service/kept-on-its-way", NULL, test_kept_on_its_way);
  REMIND_ADD ("/remind/reminder/service/refused", NULL, test_refused);
  REMIND_ADD ("/remind/reminder/service/missing", NULL, test_missing);
  REMIND_ADD ("/remind/reminder/service/gone-and-back", NULL, test_gone_and_back);
  REMIND_ADD ("/remind/reminder/service/dies", NULL, test_dies);
  return remind_run ();
}
