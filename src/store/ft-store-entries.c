#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-entries.h"
#include "store/ft-job-args.h"

/* --- Which --- */

/* A search that goes on from part to part. While a part is read it belongs to the database's
 * thread, else to the main one. */
typedef struct
{
  GTask *task; /* owned */
  FtEntries *entries;
  gboolean more;
} Query;

static void
free_query (Query *query)
{
  g_object_unref (query->task);
  g_clear_pointer (&query->entries, ft_entries_free);
  g_free (query);
}

static void
find_part (FtJob *job, FtDatabase **database)
{
  Query *query = job->request;
  query->more = ft_entries_next (query->entries, *database);
}

static void part_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
push_part (FtStore *self, Query *query)
{
  ft_store_push (self, push_part, find_part, query, NULL, g_task_get_cancellable (query->task),
                 part_cb, query);
}

static void
part_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FtStore *self = FT_STORE (source);
  Query *query = data;
  GError *error = NULL;

  if (!ft_store_finish_boolean (self, push_part, result, &error))
    g_task_return_error (query->task, error);
  else if (query->more)
    {
      push_part (self, query);
      return;
    }
  else
    g_task_return_pointer (query->task, g_steal_pointer (&query->entries),
                           (GDestroyNotify) ft_entries_free);
  free_query (query);
}

/**
 * ft_store_query_entries_async:
 * @query: which promises or contacts; copied
 */
void
ft_store_query_entries_async (FtStore *self,
                              const FtEntryQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  Query *looking;

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  looking = g_new0 (Query, 1);
  looking->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (looking->task, ft_store_query_entries_async);
  looking->entries = ft_entries_new (query);
  push_part (self, looking);
}

/**
 * ft_store_query_entries_finish:
 * @next_change: (out) (optional): the first instant at which time alone may change the answer, as a
 * promise turns late; G_MAXINT64 for never
 *
 * Returns: (transfer full) (element-type gint64): the ids in the order of the query
 */
GArray *
ft_store_query_entries_finish (FtStore *self,
                               GAsyncResult *result,
                               gint64 *next_change,
                               GError **error)
{
  g_autoptr (FtEntries) entries
      = ft_store_finish (self, ft_store_query_entries_async, result, error);

  if (!entries)
    return NULL;
  if (next_change)
    *next_change = ft_entries_get_next_change (entries);
  return ft_entries_steal (entries);
}

/* --- What they say --- */

static void
read_entries (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job,
                      ft_entries_read (*database, args->kind, &g_array_index (args->ids, gint64, 0),
                                       args->ids->len),
                      g_ptr_array_unref);
}

/**
 * ft_store_read_entries_async:
 * @kind: of the query that answered them
 * @ids: of what is looked at
 */
void
ft_store_read_entries_async (FtStore *self,
                             FtEntryKind kind,
                             const gint64 *ids,
                             guint n_ids,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  ft_store_push_args (self, ft_store_read_entries_async, read_entries,
                      (FtJobArgs){ .kind = kind, .ids = ft_job_args_copy_ids (ids, n_ids) },
                      cancellable, callback, data);
}

/**
 * ft_store_read_entries_finish:
 *
 * Returns: (transfer full) (element-type FtEntryRow): in the order asked; %NULL for those that are
 * gone
 */
GPtrArray *
ft_store_read_entries_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_entries_async, result, error);
}
