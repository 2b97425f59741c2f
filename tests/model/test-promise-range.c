#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-promise-range.h"

static char *
describe (FtPromiseRange *range)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (range)); i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (range), i);
      g_autofree char *name = NULL;
      gboolean late;
      g_object_get (promise, "name", &name, "late", &late, NULL);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", name, late ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_range (FtPromiseRange *range, const char *expected)
{
  g_autofree char *text = describe (range);
  g_assert_cmpstr (text, ==, expected);
}

static gint32
day (int days)
{
  return fixture_civil (days, 0, 0).day;
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  FtPromiseRange *range = ft_promise_range_new (fixture->store);
  g_autoptr (Watch) watch = watch_new (range);
  guint *busies = count_signal (range, "notify::busy");
  gint32 first;
  gint32 last;
  gboolean busy;

  fixture_add (fixture, "Before", -1, 23, 59);
  fixture_add (fixture, "First", 0, 0, 0);
  fixture_add (fixture, "Last", 2, 23, 59);
  fixture_add (fixture, "After", 3, 0, 0);
  fixture_settle (fixture);
  assert_range (range, "");

  ft_promise_range_set_days (range, day (0), day (2));
  ft_promise_range_set_days (range, day (0), day (2));
  g_object_get (range, "busy", &busy, NULL);
  g_assert_true (busy);
  fixture_settle (fixture);
  assert_range (range, "First! Last");
  assert_changes (watch, "+2@0");
  g_assert_cmpuint (*busies, ==, 2);
  ft_promise_range_get_days (range, &first, &last);
  g_assert_cmpint (first, ==, day (0));
  g_assert_cmpint (last, ==, day (2));

  /* What was there stays until the other days have come; the newest of them count. */
  ft_promise_range_set_days (range, day (20), day (30));
  ft_promise_range_set_days (range, day (2), day (3));
  assert_range (range, "First! Last");
  fixture_settle (fixture);
  assert_range (range, "Last After");
  assert_changes (watch, "-1@0 +1@1");
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (range);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  FtPromiseRange *range = ft_promise_range_new (fixture->store);
  g_autoptr (Watch) watch = NULL;
  FtPromise *stays;
  gint64 b;

  fixture_add (fixture, "A", 0, 12, 0);
  b = fixture_add (fixture, "B", 1, 12, 0);
  fixture_add (fixture, "C", 2, 12, 0);
  ft_promise_range_set_days (range, day (0), day (6));
  fixture_settle (fixture);
  watch = watch_new (range);
  stays = g_list_model_get_item (G_LIST_MODEL (range), 2);

  /* Only the promise that changed is another object. */
  {
    g_autoptr (FtLeadCard) card = fixture_read (fixture, b);
    g_autoptr (FtEdit) edit
        = ft_gesture_move_target (card->promises->pdata[0], fixture_civil (1, 9, 0));
    fixture_apply (fixture, edit);
  }
  fixture_settle (fixture);
  assert_changes (watch, "-1+1@1");
  {
    g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (range), 1);
    g_autoptr (FtPromise) same = g_list_model_get_item (G_LIST_MODEL (range), 2);
    g_assert_cmpint (ft_promise_get_lead_id (promise), ==, b);
    g_assert_cmpint (ft_promise_get_row (promise)->promise->target_at, ==, fixture_at (1, 9, 0));
    g_assert_true (same == stays);
  }
  g_object_unref (stays);

  /* Late ones are told as time passes. */
  fixture_go_to (fixture, 0, 12, 1);
  fixture_settle (fixture);
  assert_changes (watch, "-1+1@0");
  assert_range (range, "A! B C");

  fixture_undo (fixture);
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_range (range, "A! B");
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (range);
}

static void
test_goes_away (Fixture *fixture, gconstpointer data)
{
  FtPromiseRange *range = ft_promise_range_new (fixture->store);
  FtPromise *promise;

  fixture_add (fixture, "A", 0, 12, 0);
  ft_promise_range_set_days (range, day (0), day (6));
  fixture_settle (fixture);
  promise = g_list_model_get_item (G_LIST_MODEL (range), 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (range), 1));
  ft_promise_range_set_days (range, day (0), day (7));
  g_assert_finalize_object (range);
  g_assert_finalize_object (promise);
  fixture_settle (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/promise-range/days", test_days);
  FIXTURE_TEST ("/promise-range/follows", test_follows);
  FIXTURE_TEST ("/promise-range/goes-away", test_goes_away);
  return g_test_run ();
}
