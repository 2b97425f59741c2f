#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  GString *names;
  guint stop_at;
} Sink;

static gboolean
take_card (gpointer data, FtLeadCard *card, GError **error)
{
  Sink *sink = data;
  if (sink->stop_at == card->lead->id)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "no room");
      return FALSE;
    }
  g_string_append_printf (sink->names, "%s %u %u;", card->lead->name, card->promises->len,
                          card->contacts->len);
  return TRUE;
}

static gboolean
sync_export (FtStore *store, Sink *sink, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_export_async (store, NULL, take_card, sink, NULL, keep_result, &result);
  return ft_store_export_finish (store, await_result (&result), error);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) some = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Sink all = { names, 0 };
  Sink stopping = { some, 0 };
  gint64 bert;

  add_lead_with_promise (fixture, "Anna", 5, 4);
  bert = add_lead (fixture, "Bert", NULL);
  g_assert_true (sync_export (fixture->store, &all, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (names->str, ==, "Anna 1 0;Bert 0 0;");

  stopping.stop_at = bert;
  g_assert_false (sync_export (fixture->store, &stopping, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_cmpstr (some->str, ==, "Anna 1 0;");
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (FtStore) copy = ft_store_new (path, fixture->clock);
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;
  GStatBuf info;

  add_lead_with_promise (fixture, "Anna", 5, 4);
  g_assert_true (sync_backup (fixture->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  add_lead (fixture, "Bert", NULL);

  /* A database like the first, as it was, with what can be undone. */
  g_assert_true (sync_open (copy, &error));
  g_assert_no_error (error);
  {
    g_autoptr (GArray) ids = sync_query (copy, FT_FILTER_ALL, fixture_bounds (fixture), "anna");
    g_assert_cmpuint (ids->len, ==, 1);
  }
  problems = sync_check (copy);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
  undone = sync_undo (copy, &error);
  g_assert_cmpstr (undone->label, ==, "Anna");
  sync_close (copy);
}

static void
test_backup_never_overwrites (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "taken", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  g_assert_false (sync_backup (fixture->store, path, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_NOT_ALLOWED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "precious");
  g_clear_error (&error);
  g_assert_false (sync_backup (fixture->store, nowhere, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, nowhere));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/export/all", test_export);
  FIXTURE_ADD ("/store/export/backup", test_backup);
  FIXTURE_ADD ("/store/export/backup-never-overwrites", test_backup_never_overwrites);
  return g_test_run ();
}
