#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* Does harm behind the store's back. */
static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *handle;

  sync_close (fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_true (sync_open (fixture->store, NULL));
}

static void
assert_found (Fixture *fixture, const char *harm, const char *problem, const char *repair)
{
  g_auto (GStrv) problems = NULL;
  g_autofree char *all = NULL;

  g_test_message ("%s", harm);
  run_sql (fixture, harm);
  problems = sync_check (fixture->store);
  all = g_strjoinv ("; ", problems);
  g_assert_nonnull (strstr (all, problem));
  run_sql (fixture, repair);
}

static void
test_well (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) empty = sync_check (fixture->store);
  g_auto (GStrv) problems = NULL;

  g_assert_cmpuint (g_strv_length (empty), ==, 0);
  add_lead_with_promise (fixture, "Anna", 5, 4);
  problems = sync_check (fixture->store);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_harm (Fixture *fixture, gconstpointer data)
{
  add_lead_with_promise (fixture, "Anna", 5, 4);
  add_lead (fixture, "Bert", "Oz Pools");

  assert_found (fixture, "UPDATE lead_place SET due_at = due_at + 60 WHERE kind = 0", "“Anna”",
                "UPDATE lead_place SET due_at = due_at - 60 WHERE kind = 0");
  assert_found (fixture, "UPDATE due SET target_at = target_at + 60", "time of a promise to “Anna”",
                "UPDATE due SET target_at = target_at - 60");
  assert_found (fixture, "UPDATE tally SET n = n + 1 WHERE what = 2", "counts",
                "UPDATE tally SET n = n - 1 WHERE what = 2");
  assert_found (fixture, "INSERT INTO tally VALUES (1, 5, 1)", "counts",
                "DELETE FROM tally WHERE bucket = 5 AND what = 1");
  assert_found (fixture, "UPDATE lead SET name = 'Berta' WHERE name = 'Bert'",
                "“Berta” is not found", "UPDATE lead SET name = 'Bert' WHERE name = 'Berta'");
  assert_found (fixture, "INSERT INTO match_key VALUES (1, 999)", "import would recognise",
                "DELETE FROM match_key WHERE hash = 1");
  assert_found (fixture,
                "PRAGMA foreign_keys = OFF; UPDATE reach SET lead_id = lead_id; "
                "INSERT INTO reach VALUES (9999, 999, 0, '', '1')",
                "reach", "DELETE FROM reach WHERE id = 9999");
  assert_found (fixture, "INSERT INTO sale_place VALUES (777, 1, 0)", "board",
                "DELETE FROM sale_place WHERE sale_id = 777");
  assert_found (fixture, "UPDATE due SET is_card = 1", "time of a promise",
                "UPDATE due SET is_card = 0");
  assert_found (fixture, "INSERT INTO due VALUES (777, 1, 0, 0, 0, 0, 0, 0)", "calendar",
                "DELETE FROM due WHERE promise_id = 777");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/check/well", test_well);
  FIXTURE_ADD ("/store/check/harm", test_harm);
  return g_test_run ();
}
