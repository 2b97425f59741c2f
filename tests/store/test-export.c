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

/* --- A calendar, slice by slice --- */

static void
set_state (Fixture *fixture, gint64 lead_id, FtPromiseState state, gint64 done_at)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  g_autoptr (FtPromiseData) promise = ft_promise_data_copy (card->promises->pdata[0]);

  promise->state = state;
  promise->done_at = done_at;
  put_promise (fixture, promise);
}

static char *
read_calendar (Fixture *fixture, guint slice)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;

      ft_store_read_calendar_async (fixture->store, after, NOW - 7 * DAY, slice, NULL, keep_result,
                                    &result);
      rows = ft_store_read_calendar_finish (fixture->store, await_result (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, <=, slice);
      if (rows->len == 0)
        return g_string_free (g_steal_pointer (&names), FALSE);
      for (guint i = 0; i < rows->len; i++)
        {
          const FtPromiseRow *row = rows->pdata[i];
          g_assert_false (row->lead->partial);
          g_assert_cmpint (row->promise->id, >, after);
          after = row->promise->id;
          g_string_append_printf (names, "%s;", row->lead->name);
        }
    }
}

static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FtPromiseState state;
    gint64 done_at;
  } promises[] = {
    { "open", FT_PROMISE_OPEN, 0 },
    { "kept", FT_PROMISE_KEPT, NOW - DAY },
    { "kept long ago", FT_PROMISE_KEPT, NOW - 8 * DAY },
    { "moved", FT_PROMISE_MOVED, NOW - DAY },
    { "cancelled", FT_PROMISE_CANCELLED, NOW - DAY },
    { "open too", FT_PROMISE_OPEN, 0 },
  };

  for (guint slice = 1; slice < 4; slice++)
    {
      g_autofree char *nothing = read_calendar (fixture, slice);
      g_assert_cmpstr (nothing, ==, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    set_state (fixture, add_lead_with_promise (fixture, promises[i].name, 5, 4), promises[i].state,
               promises[i].done_at);
  for (guint slice = 1; slice < 5; slice++)
    {
      g_autofree char *names = read_calendar (fixture, slice);
      g_assert_cmpstr (names, ==, "open;kept;open too;");
    }
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
  FIXTURE_ADD ("/store/export/calendar", test_calendar);
  FIXTURE_ADD ("/store/export/backup", test_backup);
  FIXTURE_ADD ("/store/export/backup-never-overwrites", test_backup_never_overwrites);
  return g_test_run ();
}
