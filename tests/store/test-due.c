#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static char *
describe (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const FtPromiseRow *row = rows->pdata[i];
      g_string_append_printf (out, "%s%s %d", i ? ", " : "", row->lead->name,
                              (int) ((row->promise->target_at - NOW) / HOUR));
    }
  return g_string_free (out, FALSE);
}

/* @now in hours from NOW */
static void
assert_due (Fixture *fixture, int now, const char *expected, int next)
{
  gint64 found;
  g_autoptr (GPtrArray) rows = sync_due (fixture->store, NOW + now * HOUR, &found);
  g_autofree char *text = describe (rows);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (found, ==, next == 0 ? G_MAXINT64 : NOW + next * HOUR);
}

static void
assert_promises (Fixture *fixture, int from, int to, guint limit, const char *expected)
{
  g_autoptr (GPtrArray) rows
      = sync_promises (fixture->store, NOW + from * HOUR, NOW + to * HOUR, limit);
  g_autofree char *text = describe (rows);
  g_assert_cmpstr (text, ==, expected);
}

static gint64
get_promise_id (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  return ((FtPromiseData *) card->promises->pdata[0])->id;
}

static void
move_target (Fixture *fixture, gint64 lead_id, int target)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  g_autoptr (FtPromiseData) promise = ft_promise_data_copy (card->promises->pdata[0]);

  promise->target = ft_civil_from_instant (NOW + target * HOUR, "Europe/Berlin");
  put_promise (fixture, promise);
}

static void
set_setting (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_store_get_settings (fixture->store));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ft_settings_set (settings, name, value));
  ft_store_save_settings_async (fixture->store, settings, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (fixture->store, await_result (&result), &error));
  g_assert_no_error (error);
}

/* Quiet time has tests of its own. */
static void
never_quiet (Fixture *fixture)
{
  set_setting (fixture, "quiet-from", "0");
  set_setting (fixture, "quiet-until", "0");
}

static void
snooze (Fixture *fixture, gint64 promise_id, int until)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ft_store_snooze_async (fixture->store, promise_id, NOW + until * HOUR, NULL, keep_result,
                         &result);
  g_assert_true (ft_store_snooze_finish (fixture->store, await_result (&result), &error));
  g_assert_no_error (error);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  add_lead_with_promise (fixture, "Anna", 10, 5);
  add_lead_with_promise (fixture, "Bert", 30, 20);
  add_lead_with_promise (fixture, "Carla", 40, -40);
  assert_promises (fixture, 0, 24, 0, "Anna 5, Bert 20");
  assert_promises (fixture, 24, 48, 0, "Carla -40, Bert 20");
  assert_promises (fixture, 5, 6, 0, "Anna 5");
  assert_promises (fixture, 6, 10, 0, "");
  assert_promises (fixture, 10, 11, 0, "Anna 5");
  assert_promises (fixture, -100, 100, 0, "Carla -40, Anna 5, Bert 20");
  assert_promises (fixture, -100, 100, 2, "Carla -40, Anna 5");
  assert_promises (fixture, 5, 5, 0, "");
}

static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 10, 5);
  gint64 bert = add_lead_with_promise (fixture, "Bert", 10, 7);
  g_autoptr (FtChangeSet) undone = NULL;

  never_quiet (fixture);
  assert_due (fixture, 4, "", 5);
  assert_due (fixture, 5, "Anna 5", 7);
  assert_due (fixture, 8, "Anna 5, Bert 7", 0);

  /* So near the promised time that no other reminder follows. */
  ft_clock_set (fixture->clock, NOW + 10 * HOUR, NULL);
  sync_set_reminded (fixture->store, get_promise_id (fixture, anna));
  assert_due (fixture, 8, "Bert 7", 0);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Bert");
  fixture_reopen (fixture);
  assert_due (fixture, 8, "Bert 7", 0);

  /* Another target is another reminder; the one before it was shown. */
  move_target (fixture, anna, 6);
  assert_due (fixture, 8, "Anna 6, Bert 7", 0);
  undone = sync_undo (fixture->store, NULL);
  assert_due (fixture, 8, "Bert 7", 0);
  sync_set_reminded (fixture->store, get_promise_id (fixture, bert));
  sync_set_reminded (fixture->store, 12345);
  assert_due (fixture, 8, "", 0);
}

/* C6: of the target, and once more before the promised time. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 10, 5);
  gint64 id = get_promise_id (fixture, anna);
  gint64 second = NOW + 10 * HOUR - 15 * 60;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gint64 next;

  never_quiet (fixture);
  add_lead_with_promise (fixture, "Bert", 20, 20); /* once, at one time */
  ft_clock_set (fixture->clock, NOW + 5 * HOUR, NULL);
  sync_set_reminded (fixture->store, id);
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (GPtrArray) rows = sync_due (fixture->store, second - 1, &next);
      g_assert_cmpuint (rows->len, ==, 0);
      g_assert_cmpint (next, ==, second);
      fixture_reopen (fixture);
    }
  then = sync_due (fixture->store, second, &next);
  g_assert_cmpuint (then->len, ==, 1);
  g_assert_cmpint (next, ==, NOW + 20 * HOUR);
  ft_clock_set (fixture->clock, second, NULL);
  sync_set_reminded (fixture->store, id);
  fixture_reopen (fixture);
  after = sync_due (fixture->store, NOW + 11 * HOUR, &next);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpint (next, ==, NOW + 20 * HOUR);

  /* Who is reminded for the first time only now is not reminded twice. */
  move_target (fixture, anna, 6);
  before = sync_due (fixture->store, second, &next);
  g_assert_cmpuint (before->len, ==, 1);
  sync_set_reminded (fixture->store, id);
  assert_due (fixture, 11, "", 20);
}

static void
test_done_is_not_due (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 10, 5);
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, anna);
  g_autoptr (FtPromiseData) kept = ft_promise_data_copy (card->promises->pdata[0]);
  g_autoptr (FtChangeSet) undone = NULL;

  never_quiet (fixture);
  kept->state = FT_PROMISE_KEPT;
  kept->done_at = NOW;
  put_promise (fixture, kept);
  assert_due (fixture, 8, "", 0);
  assert_promises (fixture, 0, 100, 0, "");
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Anna");
  undone = sync_undo (fixture->store, NULL);
  assert_due (fixture, 8, "Anna 5", 0);
}

/* A promise at 16:00 in the computer's own zone is at 16:00 wherever it travels; one in another
 * zone is not moved. */
static void
test_traveller (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 bert = add_lead_with_promise (fixture, "Bert", 4, 4);
  g_autoptr (FtPromiseData) promise = new_promise (anna, 3, 3);
  guint n_changes;

  never_quiet (fixture);
  promise->zone = g_intern_string ("");
  put_promise (fixture, promise);
  assert_due (fixture, 10, "Anna 3, Bert 4", 0);

  n_changes = fixture->changes->len;
  ft_clock_set (fixture->clock, NOW, "America/New_York");
  while (fixture->changes->len == n_changes)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (((FtChangeSet *) fixture->changes->pdata[n_changes])->everything);
  assert_due (fixture, 10, "Bert 4, Anna 9", 0);

  /* Also if it travelled while the program was closed. */
  sync_close (fixture->store);
  ft_clock_set (fixture->clock, NOW, "Europe/Berlin");
  g_assert_true (sync_open (fixture->store, NULL));
  assert_due (fixture, 10, "Anna 3, Bert 4", 0);
  g_assert_cmpint (bert, >, 0);
}

/* The new year is not another zone: nothing is to be derived anew. */
static void
test_new_year (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtPromiseData) promise = new_promise (anna, 3, 3);
  GStatBuf before, after;

  promise->zone = g_intern_string ("");
  put_promise (fixture, promise);
  sync_close (fixture->store);
  g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
  ft_clock_set (fixture->clock, NOW + 400 * DAY, NULL);
  g_assert_true (sync_open (fixture->store, NULL));
  sync_close (fixture->store);
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_true (sync_open (fixture->store, NULL));
}

/* One for all day rings as the working day begins, not as it ends. */
static void
test_all_day (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtPromiseData) promise = new_promise (anna, 24, 24);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) then = NULL;
  gint64 next;

  promise->promised.minute = FT_ALL_DAY;
  promise->target.minute = FT_ALL_DAY;
  put_promise (fixture, promise);
  set_setting (fixture, "day-begins", "600");
  before = sync_due (fixture->store, NOW + 25 * HOUR - 1, &next);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpint (next, ==, NOW + 25 * HOUR);
  then = sync_due (fixture->store, NOW + 25 * HOUR, &next);
  g_assert_cmpuint (then->len, ==, 1);
  ft_clock_set (fixture->clock, NOW + 25 * HOUR, NULL);
  sync_set_reminded (fixture->store, get_promise_id (fixture, anna));
  fixture_reopen (fixture);
  assert_due (fixture, 48, "", 0);
}

/* Put off: across a restart, until it rang, and only while the promise is at this time. */
static void
test_snooze (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 5, 5);
  gint64 id = get_promise_id (fixture, anna);

  never_quiet (fixture);
  ft_clock_set (fixture->clock, NOW + 5 * HOUR, NULL);
  assert_due (fixture, 5, "Anna 5", 0);
  snooze (fixture, id, 6);
  assert_due (fixture, 5, "", 6);
  fixture_reopen (fixture);
  assert_due (fixture, 5, "", 6);
  assert_due (fixture, 6, "Anna 5", 0);
  ft_clock_set (fixture->clock, NOW + 6 * HOUR, NULL);
  sync_set_reminded (fixture->store, id);
  assert_due (fixture, 7, "", 0);

  /* At another time it is another reminder. */
  snooze (fixture, id, 8);
  move_target (fixture, anna, 4);
  assert_due (fixture, 7, "Anna 4", 0);
  fixture_reopen (fixture);
}

/* A clock that was wrong takes no reminder away: shown too early, it comes again in its time. */
static void
test_set_back (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 5, 5);

  never_quiet (fixture);
  ft_clock_set (fixture->clock, NOW + 5 * HOUR, NULL);
  sync_set_reminded (fixture->store, get_promise_id (fixture, anna));
  /* A correction by minutes is no reason to ring twice. */
  ft_clock_set (fixture->clock, NOW + 5 * HOUR - 9 * 60, NULL);
  assert_due (fixture, 5, "", 0);
  ft_clock_set (fixture->clock, NOW, NULL);
  assert_due (fixture, 0, "", 5);
  assert_due (fixture, 5, "Anna 5", 0);
  fixture_reopen (fixture);
  assert_due (fixture, 5, "Anna 5", 0);
}

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->result = g_object_ref (result);
  g_main_loop_quit (answer->loop);
}

static void
assert_told (Fixture *fixture, gint32 morning, gint32 leaving)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtDue) due = NULL;

  ft_store_read_due_async (fixture->store, NOW, NULL, answered_cb, &answer);
  g_main_loop_run (loop);
  result = answer.result;
  due = ft_store_read_due_finish (fixture->store, result, NULL);
  g_assert_nonnull (due);
  g_assert_cmpint (due->morning_day, ==, morning);
  g_assert_cmpint (due->leaving_day, ==, leaving);
}

static void
tell (Fixture *fixture, const char *what, gint32 day)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  ft_store_set_announced_async (fixture->store, what, day, NULL, answered_cb, &answer);
  g_main_loop_run (loop);
  result = answer.result;
  g_assert_true (ft_store_set_announced_finish (fixture->store, result, NULL));
}

/* What was told of once a day, each by itself; it survives a restart, and no clock that was wrong.
 */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  gint32 today = ft_clock_civil (fixture->clock).day;

  assert_told (fixture, 0, 0);
  tell (fixture, FT_ANNOUNCED_LEAVING, today - 3);
  assert_told (fixture, 0, today - 3);
  tell (fixture, FT_ANNOUNCED_MORNING, today);
  tell (fixture, FT_ANNOUNCED_LEAVING, today - 1);
  fixture_reopen (fixture);
  assert_told (fixture, today, today - 1);
  tell (fixture, FT_ANNOUNCED_LEAVING, today + 400);
  assert_told (fixture, today, 0);
}

/* Nothing rings in quiet time, and nothing is lost by it. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  add_lead_with_promise (fixture, "Early", 26, 20); /* at 5:00, for 11:00 */
  assert_due (fixture, 21, "", 22);
  assert_due (fixture, 22, "Early 20", 0);
  set_setting (fixture, "quiet-until", "300");
  assert_due (fixture, 19, "", 20);
  assert_due (fixture, 20, "Early 20", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/due/range", test_range);
  FIXTURE_ADD ("/store/due/reminders", test_reminders);
  FIXTURE_ADD ("/store/due/C6/twice", test_twice);
  FIXTURE_ADD ("/store/due/done-is-not-due", test_done_is_not_due);
  FIXTURE_ADD ("/store/due/traveller", test_traveller);
  FIXTURE_ADD ("/store/due/new-year", test_new_year);
  FIXTURE_ADD ("/store/due/all-day", test_all_day);
  FIXTURE_ADD ("/store/due/snooze", test_snooze);
  FIXTURE_ADD ("/store/due/set-back", test_set_back);
  FIXTURE_ADD ("/store/due/quiet", test_quiet);
  FIXTURE_ADD ("/store/due/told", test_told);
  return g_test_run ();
}
