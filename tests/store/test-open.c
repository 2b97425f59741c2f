#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

static guint
get_mode (const char *path)
{
  GStatBuf info;
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_private_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);

  add_lead (fixture, "Anna", NULL);
  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (get_mode (journal), ==, 0600);
  g_assert_cmpuint (get_mode (lock), ==, 0600);
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  add_lead (fixture, "Anna", NULL);
  fixture_reopen (fixture);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna");
  sync_close (fixture->store);
  g_assert_null (ft_store_get_undo_label (fixture->store));
  g_assert_true (sync_open (fixture->store, NULL));
  g_assert_true (sync_open (fixture->store, NULL));
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Anna");
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna");
}

static void
test_second_instance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtStore) second = ft_store_new (fixture->path, fixture->clock);
  g_autoptr (GError) error = NULL;

  g_assert_false (sync_open (second, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  sync_close (fixture->store);
  g_assert_true (sync_open (second, &error));
  g_assert_no_error (error);
  sync_close (second);
  g_assert_true (sync_open (fixture->store, &error));
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("x");
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (GError) error = NULL;

  sync_close (fixture->store);
  change = sync_apply (fixture->store, edit, &error);
  g_assert_null (change);
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED);
  g_assert_true (sync_open (fixture->store, NULL));
}

/* Writes the file, tries to open it, and checks that not a byte of it changed. */
static void
assert_refused (Fixture *fixture, const char *content, gsize length, FtStoreError code)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *after = NULL;
  gsize after_length;
  g_autoptr (FtStore) store = ft_store_new (path, fixture->clock);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  g_assert_false (sync_open (store, &error));
  g_assert_error (error, FT_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (content, length, after, after_length);
  g_object_run_dispose (G_OBJECT (store));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  add_lead (fixture, "Anna", NULL);
  sync_close (fixture->store);
  run_sql (fixture->path, "PRAGMA user_version = 999");
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  assert_refused (fixture, content, length, FT_STORE_ERROR_NEWER);
  run_sql (fixture->path, "PRAGMA user_version = 7");
  g_assert_true (sync_open (fixture->store, NULL));
}

/* As the sixth version left it: with less to know of reminders. */
static void
make_sixth_version (const char *path)
{
  run_sql (path, "DROP TABLE announced; DROP INDEX reminded_shown; DROP INDEX due_snoozed; "
                 "DROP INDEX due_all_day; DROP INDEX due_unreminded; "
                 "CREATE INDEX due_unreminded ON due (target_at) WHERE reminded = 0; "
                 "ALTER TABLE reminded DROP COLUMN snoozed_until; "
                 "ALTER TABLE reminded DROP COLUMN shown_at; "
                 "ALTER TABLE due DROP COLUMN target_day; "
                 "ALTER TABLE due DROP COLUMN snoozed_until; PRAGMA user_version = 6");
}

/* As the fifth version left it: with less quick ways to its records. */
static void
make_fifth_version (const char *path)
{
  make_sixth_version (path);
  run_sql (path, "DROP INDEX contact_at; DROP INDEX promise_promised; DROP INDEX contact_sold; "
                 "DROP INDEX contact_piece; CREATE INDEX contact_piece ON contact (piece_id) "
                 "WHERE piece_id IS NOT NULL; PRAGMA user_version = 5");
}

/* As the third version left it: with what it knew, and without what it did not. */
static void
make_third_version (const char *path)
{
  make_fifth_version (path);
  run_sql (path, "DROP INDEX promise_kept; DROP INDEX promise_sale; DROP INDEX due_card; DROP TABLE sale_place; "
                 "ALTER TABLE promise DROP COLUMN sale_id; ALTER TABLE promise DROP COLUMN reason; "
                 "DROP TABLE sale; ALTER TABLE due DROP COLUMN is_card; "
                 "ALTER TABLE lead_place DROP COLUMN forgotten; DELETE FROM tally WHERE what > 3; "
                 "PRAGMA user_version = 3");
}

static void
make_first_version (const char *path)
{
  make_third_version (path);
  run_sql (path, "DROP TABLE day_off; DROP INDEX lead_decision; "
                 "DROP TABLE setting; DROP INDEX due_once; ALTER TABLE lead_place DROP COLUMN heard_at; "
                 "PRAGMA user_version = 1");
}

static void
log_contact (Fixture *fixture, gint64 lead_id, gint64 at, FtOutcome outcome)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit = ft_edit_new ("log");
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead_with_promise (fixture, "Anna", 5, 5);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  add_lead (fixture, "Berta", NULL);
  log_contact (fixture, id, NOW - 9 * DAY, FT_OUTCOME_REACHED);
  log_contact (fixture, id, NOW - 2 * DAY, FT_OUTCOME_NO_ANSWER);
  log_contact (fixture, id, NOW - 1 * DAY, FT_OUTCOME_NOTE);
  sync_close (fixture->store);
  make_first_version (fixture->path);
  g_assert_true (sync_open (fixture->store, &error));
  g_assert_no_error (error);

  assert_leads (fixture, FT_FILTER_ALL, "", "Anna, Berta");
  g_array_append_val (ids, id);
  rows = sync_rows (fixture->store, ids);
  g_assert_cmpint (((FtLeadRow *) rows->pdata[0])->heard_at, ==, NOW - 9 * DAY);
  g_assert_cmpint (((FtLeadRow *) rows->pdata[0])->last_contact_at, ==, NOW - 2 * DAY);
  /* What was done before can still be undone. */
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "log");
  fixture_reopen (fixture);
}

static void
become_customer (FtLeadData *lead)
{
  lead->state = FT_LEAD_CUSTOMER;
}

/* What was recorded for undo before a table had more columns still applies: the removed promise comes
 * back, and a customer without one is counted. */
static void
test_migrate_undo (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead_with_promise (fixture, "Anna", 5, 5);
  g_autoptr (FtEdit) edit = ft_edit_new ("remove");
  g_autoptr (FtChangeSet) removed = NULL;
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (GError) error = NULL;

  edit_lead (fixture, add_lead (fixture, "Berta", NULL), become_customer);
  ft_edit_remove_lead (edit, id);
  removed = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (removed);
  sync_close (fixture->store);
  make_third_version (fixture->path);
  g_assert_true (sync_open (fixture->store, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n_forgotten, ==, 1);
  undone = sync_undo (fixture->store, &error);
  g_assert_no_error (error);
  card = sync_card (fixture->store, id);
  g_assert_cmpuint (card->promises->len, ==, 1);
  g_assert_cmpstr (((FtPromiseData *) card->promises->pdata[0])->reason, ==, "");
  redone = sync_redo (fixture->store, &error);
  g_assert_no_error (error);
  assert_leads (fixture, FT_FILTER_ALL, "", "Berta");
  fixture_reopen (fixture);
}

/* The script of the first version on an empty file. */
static void
test_migrate_script (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) script = g_resources_lookup_data ("/app/followthrough/store/schema/1.sql",
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *sql = NULL;

  g_assert_nonnull (script);
  sql = g_strdup_printf ("%.*s; PRAGMA application_id = 0x46745468; PRAGMA user_version = 1",
                         (int) g_bytes_get_size (script),
                         (const char *) g_bytes_get_data (script, NULL));
  sync_close (fixture->store);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  run_sql (fixture->path, sql);
  g_assert_true (sync_open (fixture->store, NULL));
  add_lead_with_promise (fixture, "Anna", 5, 5);
  fixture_reopen (fixture);
  assert_leads (fixture, FT_FILTER_ALL, "", "Anna");
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);
  g_autofree char *content = NULL;
  gsize length;

  run_sql (path, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  assert_refused (fixture, content, length, FT_STORE_ERROR_DAMAGED);
  assert_refused (fixture, "x", 1, FT_STORE_ERROR_DAMAGED);
  assert_refused (fixture, "name,phone\nAnna,030\n", 20, FT_STORE_ERROR_DAMAGED);
  memset (content, 0xa5, length);
  assert_refused (fixture, content, length, FT_STORE_ERROR_DAMAGED);
}

static void
test_damaged_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  for (guint i = 0; i < 30; i++)
    add_lead (fixture, "Anna", "Berg Roofing");
  sync_close (fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  /* The page that holds the schema, but not the header in front of it. */
  memset (content + 100, 0xff, 3000);
  assert_refused (fixture, content, length, FT_STORE_ERROR_DAMAGED);
  g_assert_true (sync_open (fixture->store, NULL));
}

/* What a program that was killed while it made the file leaves behind. */
static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (FtStore) store = ft_store_new (path, fixture->clock);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (sync_open (store, &error));
  g_assert_no_error (error);
  sync_close (store);
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtStore) store = ft_store_new (fixture->folder, fixture->clock);
  g_autofree char *lock = g_strconcat (fixture->folder, ".lock", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sync_open (store, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO);
  g_remove (lock);
}

/* Jobs asked before the last reference goes are still done. */
static void
test_dispose_finishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtEdit) edit = ft_edit_new ("Add Anna");
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  gpointer store = g_steal_pointer (&fixture->store);

  lead->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  ft_store_apply_async (store, edit, NULL, keep_result, &result);
  g_object_add_weak_pointer (store, &store);
  g_signal_handlers_disconnect_by_data (store, fixture);
  g_object_unref (store);
  await_result (&result);
  g_clear_object (&result);
  while (store)
    g_main_context_iteration (NULL, TRUE);

  fixture->store = ft_store_new (fixture->path, fixture->clock);
  g_assert_true (sync_open (fixture->store, NULL));
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna");
}

/* Many jobs asked at once are carried out in order. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N = 50
  };
  GAsyncResult *results[N] = { NULL };
  gint64 last = 0;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %u", i);
      g_autoptr (FtEdit) edit = ft_edit_new (name);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      lead->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, lead);
      ft_store_apply_async (fixture->store, edit, NULL, keep_result, &results[i]);
    }
  await_result (&results[N - 1]);
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (FtChangeSet) change = NULL;
      g_assert_nonnull (results[i]);
      change = ft_store_apply_finish (fixture->store, results[i], NULL);
      g_assert_cmpint (change->lead_id, >, last);
      last = change->lead_id;
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (fixture->changes->len, ==, N);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/open/private-files", test_private_files);
  FIXTURE_ADD ("/store/open/reopen", test_reopen);
  FIXTURE_ADD ("/store/open/second-instance", test_second_instance);
  FIXTURE_ADD ("/store/open/closed", test_closed);
  FIXTURE_ADD ("/store/open/newer", test_newer);
  FIXTURE_ADD ("/store/open/migrate", test_migrate);
  FIXTURE_ADD ("/store/open/migrate-undo", test_migrate_undo);
  FIXTURE_ADD ("/store/open/migrate-script", test_migrate_script);
  FIXTURE_ADD ("/store/open/foreign", test_foreign);
  FIXTURE_ADD ("/store/open/damaged-page", test_damaged_page);
  FIXTURE_ADD ("/store/open/empty-file", test_empty_file);
  FIXTURE_ADD ("/store/open/folder-in-the-way", test_folder_in_the_way);
  FIXTURE_ADD ("/store/open/dispose-finishes", test_dispose_finishes);
  FIXTURE_ADD ("/store/open/order", test_order);
  return g_test_run ();
}
