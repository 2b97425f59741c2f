#include "store-fixture.h"

#include <glib/gstdio.h>

/* --- Waiting --- */

void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;
  *kept = g_object_ref (result);
}

GAsyncResult *
await_result (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

gboolean
sync_open (FtStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_open_async (store, NULL, keep_result, &result);
  return ft_store_open_finish (store, await_result (&result), error);
}

gboolean
sync_close (FtStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_close_async (store, keep_result, &result);
  return ft_store_close_finish (store, await_result (&result), NULL);
}

FtChangeSet *
sync_apply (FtStore *store, FtEdit *edit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_apply_async (store, edit, NULL, keep_result, &result);
  return ft_store_apply_finish (store, await_result (&result), error);
}

FtChangeSet *
sync_undo (FtStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_undo_async (store, NULL, keep_result, &result);
  return ft_store_undo_finish (store, await_result (&result), error);
}

FtChangeSet *
sync_redo (FtStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_redo_async (store, NULL, keep_result, &result);
  return ft_store_redo_finish (store, await_result (&result), error);
}

GArray *
sync_query (FtStore *store, FtLeadFilter filter, FtDayBounds bounds, const char *search)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (filter, bounds, search);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  ft_store_query_leads_async (store, query, 0, NULL, keep_result, &result);
  ids = ft_store_query_leads_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return ids;
}

GArray *
sync_place (FtStore *store, FtLeadFilter filter, FtDayBounds bounds, GArray *ids, GArray *touched)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (filter, bounds, NULL);
  g_autoptr (GError) error = NULL;
  GArray *places;

  ft_store_place_leads_async (store, query, ids, touched, NULL, keep_result, &result);
  places = ft_store_place_leads_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return places;
}

GPtrArray *
sync_rows (FtStore *store, GArray *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  ft_store_read_rows_async (store, (gint64 *) ids->data, ids->len, NULL, keep_result, &result);
  rows = ft_store_read_rows_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return rows;
}

FtCounts
sync_count (FtStore *store, FtDayBounds bounds)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FtCounts counts;

  ft_store_count_async (store, bounds, NULL, keep_result, &result);
  ft_store_count_finish (store, await_result (&result), &counts, &error);
  g_assert_no_error (error);
  return counts;
}

FtLeadCard *
sync_card (FtStore *store, gint64 lead_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FtLeadCard *card;

  ft_store_read_card_async (store, lead_id, 0, NULL, keep_result, &result);
  card = ft_store_read_card_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return card;
}

GPtrArray *
sync_promises (FtStore *store, gint64 from, gint64 to, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  ft_store_read_promises_async (store, from, to, limit, NULL, keep_result, &result);
  rows = ft_store_read_promises_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return rows;
}

GPtrArray *
sync_due (FtStore *store, gint64 now, gint64 *next)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtDue) due = NULL;

  ft_store_read_due_async (store, now, NULL, keep_result, &result);
  due = ft_store_read_due_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  *next = due->ringing->next;
  return g_ptr_array_ref (due->rows);
}

void
sync_set_reminded (FtStore *store, gint64 promise_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ft_store_set_reminded_async (store, &promise_id, 1, NULL, keep_result, &result);
  ft_store_set_reminded_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
}

FtImportResult *
sync_import (FtStore *store,
             FtImportNext next,
             gpointer source,
             FtImportFlags flags,
             GCancellable *cancellable,
             GError **error)
{
  return sync_import_spread (store, next, source, flags, FT_IMPORT_NO_PROMISES, cancellable, error);
}

FtImportResult *
sync_import_spread (FtStore *store,
                    FtImportNext next,
                    gpointer source,
                    FtImportFlags flags,
                    int a_day,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_import_async (store, "Import", next, source, NULL, flags, a_day, NULL, NULL,
                         cancellable, keep_result, &result);
  return ft_store_import_finish (store, await_result (&result), error);
}

gboolean
sync_backup (FtStore *store, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_backup_async (store, path, NULL, keep_result, &result);
  return ft_store_backup_finish (store, await_result (&result), error);
}

char **
sync_check (FtStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char **problems;

  ft_store_check_async (store, NULL, keep_result, &result);
  problems = ft_store_check_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return problems;
}

/* --- A store --- */

static void
changed_cb (FtStore *store, FtChangeSet *change, gpointer data)
{
  Fixture *fixture = data;
  g_ptr_array_add (fixture->changes, ft_change_set_ref (change));
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = ft_store_new (fixture->path, fixture->clock);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
  sync_open (fixture->store, &error);
  g_assert_no_error (error);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("ft-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "deeper", "leads.db", NULL);
  fixture->clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  fixture->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_change_set_unref);
  open_store (fixture);
}

void
fixture_reopen (Fixture *fixture)
{
  sync_close (fixture->store);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  open_store (fixture);
}

void
fixture_reset (Fixture *fixture)
{
  sync_close (fixture->store);
  g_remove (fixture->path);
  g_assert_true (sync_open (fixture->store, NULL));
}

static void
remove_all (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir)
    {
      while ((name = g_dir_read_name (dir)))
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          remove_all (child);
        }
      g_dir_close (dir);
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) problems = sync_check (fixture->store);
  g_autofree char *all = g_strjoinv ("; ", problems);

  g_assert_cmpstr (all, ==, "");
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
  g_ptr_array_unref (fixture->changes);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

FtDayBounds
fixture_bounds (Fixture *fixture)
{
  return ft_day_bounds (ft_clock_now (fixture->clock), ft_clock_get_zone (fixture->clock),
                        G_DATE_MONDAY);
}

/* --- Records --- */

static FtChangeSet *
apply (Fixture *fixture, FtEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FtChangeSet *change = sync_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  return change;
}

FtPromiseData *
new_promise (gint64 lead_id, int promised, int target)
{
  FtPromiseData *promise = ft_promise_data_new (
      lead_id, ft_civil_from_instant (NOW + promised * HOUR, "Europe/Berlin"), "Europe/Berlin",
      FT_CHANNEL_PHONE);
  promise->target = ft_civil_from_instant (NOW + target * HOUR, "Europe/Berlin");
  return promise;
}

gint64
add_lead (Fixture *fixture, const char *name, const char *company)
{
  g_autoptr (FtEdit) edit = ft_edit_new (name);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtChangeSet) change = NULL;

  lead->id = ft_edit_new_id (edit);
  if (company)
    {
      g_free (lead->company);
      lead->company = g_strdup (company);
    }
  ft_edit_put_lead (edit, lead);
  change = apply (fixture, edit);
  return change->lead_id;
}

gint64
add_lead_with_promise (Fixture *fixture, const char *name, int promised, int target)
{
  g_autoptr (FtEdit) edit = ft_edit_new (name);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  lead->id = ft_edit_new_id (edit);
  promise = new_promise (lead->id, promised, target);
  promise->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  ft_edit_put_promise (edit, promise);
  change = apply (fixture, edit);
  return change->lead_id;
}

void
put_promise (Fixture *fixture, FtPromiseData *promise)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("put promise");
  g_autoptr (FtChangeSet) change = NULL;

  if (promise->id == 0)
    promise->id = ft_edit_new_id (edit);
  ft_edit_put_promise (edit, promise);
  change = apply (fixture, edit);
}

void
edit_lead (Fixture *fixture, gint64 id, void (*change) (FtLeadData *lead))
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = ft_edit_new ("edit");
  g_autoptr (FtChangeSet) done = NULL;

  change (lead);
  ft_edit_put_lead (edit, lead);
  done = apply (fixture, edit);
}

char *
describe_leads (FtStore *store, GArray *ids)
{
  g_autoptr (GPtrArray) rows = sync_rows (store, ids);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      FtLeadRow *row = rows->pdata[i];
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", row ? row->lead->name : "(none)");
    }
  return g_string_free (names, FALSE);
}
