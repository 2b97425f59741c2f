#include "random-life.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* A file as each version of the schema left it, made by the scripts of that version, with a life in
 * it that has a row in every table: it opens, keeps all, is found to be in order, and what was done
 * in it can still be undone. */

#define N_VERSIONS 8
#define N_STEPS 110
#define SCRIPT "/app/followthrough/store/schema/%d.sql"

/* --- SQL --- */

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *handle;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  return handle;
}

static void
run_sql (sqlite3 *handle, const char *sql)
{
  char *message = NULL;
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* The rows of a query, a line each, values parted by @separator. (transfer full) */
static GPtrArray *
read_sql (sqlite3 *handle, const char *sql, const char *separator)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *select;

  g_test_message ("%s", sql);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &select, NULL), ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);
      for (int i = 0; i < sqlite3_column_count (select); i++)
        g_string_append_printf (line, "%s%s", i > 0 ? separator : "",
                                (const char *) sqlite3_column_text (select, i));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_assert_cmpint (sqlite3_finalize (select), ==, SQLITE_OK);
  return lines;
}

/* Words are kept in tables of the index's own. */
static GPtrArray *
read_tables (sqlite3 *handle)
{
  return read_sql (handle,
                   "SELECT name FROM sqlite_master WHERE type = 'table' "
                   "AND name NOT LIKE 'lead_words_%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
                   "");
}

/* "id, uid, name": as this version has them. (transfer full) */
static char *
read_columns (sqlite3 *handle, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (GPtrArray) names = read_sql (handle, sql, "");

  g_ptr_array_add (names, NULL);
  return g_str_equal (table, "lead_words") ? g_strdup ("rowid, who, rest, digits")
                                           : g_strjoinv (", ", (char **) names->pdata);
}

/* --- An old file --- */

static sqlite3 *
make_empty (const char *path, int version)
{
  sqlite3 *handle = open_file (path);
  g_autofree char *last = g_strdup_printf ("PRAGMA application_id = 0x46745468; "
                                           "PRAGMA user_version = %d",
                                           version);

  for (int i = 1; i <= version; i++)
    {
      g_autofree char *name = g_strdup_printf (SCRIPT, i);
      g_autoptr (GBytes) script
          = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *sql = NULL;
      g_assert_nonnull (script);
      sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
      run_sql (handle, sql);
    }
  run_sql (handle, last);
  return handle;
}

/* The file at @path as @version would have had it. Counts of what it did not know are not in it. */
static void
make_old (const char *path, int version)
{
  g_autofree char *newer = g_strconcat (path, ".newer", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS newer", newer);
  g_autoptr (GPtrArray) tables = NULL;
  sqlite3 *handle;

  g_assert_cmpint (g_rename (path, newer), ==, 0);
  handle = make_empty (path, version);
  tables = read_tables (handle);
  run_sql (handle, attach);
  run_sql (handle, "BEGIN");
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      g_autofree char *columns = read_columns (handle, table);
      g_autofree char *sql = g_strdup_printf (
          "DELETE FROM main.%s; INSERT INTO main.%s (%s) SELECT %s FROM newer.%s", table, table,
          columns, columns, table);
      run_sql (handle, sql);
    }
  if (version < 4)
    run_sql (handle, "DELETE FROM main.tally WHERE what > 3");
  if (version < 8)
    run_sql (handle, "UPDATE main.lead_words SET who = replace (who, ' obrien', '')");
  run_sql (handle, "COMMIT");
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_cmpint (g_remove (newer), ==, 0);
}

/* What is not derived, as far as @version knew it: table → rows. (transfer full) */
static char *
describe (const char *path, const char *columns_of)
{
  static const char *const kept[]
      = { "announced", "ask",   "contact",  "day_off", "fact",    "lead",     "piece",
          "promise",   "reach", "reminded", "sale",    "setting", "undo_log", NULL };
  sqlite3 *handle = open_file (path);
  sqlite3 *old = open_file (columns_of);
  g_autoptr (GPtrArray) tables = read_tables (old);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      g_autofree char *columns = read_columns (old, table);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY 1", columns, table);
      g_autoptr (GPtrArray) rows = NULL;
      if (!g_strv_contains (kept, table))
        continue;
      rows = read_sql (handle, sql, "|");
      g_ptr_array_add (rows, NULL);
      if (rows->len > 1)
        {
          g_autofree char *joined = g_strjoinv ("\n", (char **) rows->pdata);
          g_string_append_printf (all, "%s\n%s\n", table, joined);
        }
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (old), ==, SQLITE_OK);
  return g_string_free (all, FALSE);
}

static void
assert_no_table_is_empty (const char *path)
{
  sqlite3 *handle = open_file (path);
  g_autoptr (GPtrArray) tables = read_tables (handle);

  g_assert_cmpuint (tables->len, >=, 12);
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1", (const char *) tables->pdata[i]);
      g_autoptr (GPtrArray) rows = read_sql (handle, sql, "");
      g_assert_cmpuint (rows->len, ==, 1);
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* --- Beside the records --- */

static void
save_settings (Fixture *fixture)
{
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_store_get_settings (fixture->store));
  g_autoptr (GAsyncResult) result = NULL;

  settings->interval = 12;
  ft_store_save_settings_async (fixture->store, settings, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (fixture->store, await_result (&result), NULL));
}

static void
announce (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  ft_store_set_announced_async (fixture->store, FT_ANNOUNCED_MORNING,
                                fixture_bounds (fixture).today, NULL, keep_result, &result);
  g_assert_true (ft_store_set_announced_finish (fixture->store, await_result (&result), NULL));
}

/* What lots might never fall on. */
static void
add_rare (Fixture *fixture, int version)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Pat O'Brien");
  gint32 today = fixture_bounds (fixture).today;
  g_autoptr (FtDayOffData) day_off
      = ft_day_off_data_new (FT_DAY_OFF_AWAY, today + 4, today + 9, "Alps");
  g_autoptr (FtEdit) edit = ft_edit_new ("rare");
  g_autoptr (FtChangeSet) change = NULL;

  piece->id = ft_edit_new_id (edit);
  ft_edit_put_piece (edit, piece);
  lead->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  if (version >= 3)
    {
      day_off->id = ft_edit_new_id (edit);
      ft_edit_put_day_off (edit, day_off);
    }
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

/* Of the first open promise there is. */
static void
remind (Fixture *fixture, Life *life)
{
  g_autoptr (GPtrArray) cards = life_read_all (life);

  for (guint i = 0; i < cards->len; i++)
    {
      const FtLeadCard *card = cards->pdata[i];
      if (card->promises->len == 0)
        continue;
      if (((FtPromiseData *) card->promises->pdata[0])->state == FT_PROMISE_OPEN)
        {
          sync_set_reminded (fixture->store, ((FtPromiseData *) card->promises->pdata[0])->id);
          return;
        }
    }
  g_assert_not_reached ();
}

static gboolean
has_sale_to_do (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  ft_store_query_sales_async (fixture->store, NULL, keep_result, &result);
  ids = ft_store_query_sales_finish (fixture->store, await_result (&result), NULL);
  return ids->len > 0;
}

static void
assert_check (Fixture *fixture)
{
  g_auto (GStrv) problems = sync_check (fixture->store);
  g_autofree char *all = g_strjoinv ("; ", problems);
  g_assert_cmpstr (all, ==, "");
}

static char *
describe_open (Fixture *fixture, const char *columns_of)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  char *all;

  g_assert_true (sync_backup (fixture->store, path, NULL));
  all = describe (path, columns_of);
  g_assert_cmpint (g_remove (path), ==, 0);
  return all;
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (Life) life = life_new (fixture->store, 40 + version, version);
  g_autofree char *old = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autofree char *content = NULL;
  gsize length;
  guint n_undone = 0;
  g_autoptr (GError) error = NULL;

  add_rare (fixture, version);
  for (guint i = 0; i < N_STEPS; i++)
    life_step (life);
  while (version >= 4 && !has_sale_to_do (fixture))
    life_step (life);
  add_rare (fixture, version);
  if (version >= 2)
    save_settings (fixture);
  if (version >= 7)
    announce (fixture);
  remind (fixture, life);
  sync_close (fixture->store);

  make_old (fixture->path, version);
  assert_no_table_is_empty (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (old, content, length, NULL));
  before = describe (old, old);

  g_assert_true (sync_open (fixture->store, &error));
  g_assert_no_error (error);
  assert_check (fixture);
  {
    g_autoptr (GArray) ids
        = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), "obrien");
    g_assert_cmpuint (ids->len, >, 0);
  }
  after = describe_open (fixture, old);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (ft_store_get_settings (fixture->store)->interval, ==, version >= 2 ? 12 : 7);

  /* What was done in it, undone to the beginning and made again. */
  while (life_undo (life))
    n_undone++;
  g_assert_cmpuint (n_undone, >, N_STEPS / 2);
  assert_check (fixture);
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n_leads, ==, 0);
  while (life_redo (life))
    n_undone--;
  g_assert_cmpuint (n_undone, ==, 0);
  assert_check (fixture);
  again = describe_open (fixture, old);
  g_assert_cmpstr (again, ==, before);

  /* And it is as alive as a new one. */
  for (guint i = 0; i < 20; i++)
    life_step (life);
  g_clear_pointer (&life, life_free);
  fixture_reopen (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version <= N_VERSIONS; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migrate/%d", version);
      g_test_add (path, Fixture, GINT_TO_POINTER (version), fixture_set_up, test_version,
                  fixture_tear_down);
    }
  return g_test_run ();
}
