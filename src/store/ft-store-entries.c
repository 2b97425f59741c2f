#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-entries.h"
#include "store/ft-job.h"

typedef struct
{
  FtEntryQuery query;
  GArray *ids; /* owned, or NULL */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request);
}

static void
query_entries (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  job->result = ft_entries_query (*database, &request->query);
  job->free_result = (GDestroyNotify) g_array_unref;
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
  Request request;

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (query != NULL);

  request = (Request){ .query = *query };
  ft_store_push (self, ft_store_query_entries_async, query_entries,
                 g_memdup2 (&request, sizeof request), free_request, cancellable, callback, data);
}

/**
 * ft_store_query_entries_finish:
 *
 * Returns: (transfer full) (element-type gint64): the ids in the order of the query
 */
GArray *
ft_store_query_entries_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_query_entries_async, result, error);
}

static void
read_entries (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  job->result = ft_entries_read (*database, request->query.kind,
                                 &g_array_index (request->ids, gint64, 0), request->ids->len);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
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
  Request request;

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  request = (Request){ .query.kind = kind,
                       .ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids) };
  g_array_append_vals (request.ids, ids, n_ids);
  ft_store_push (self, ft_store_read_entries_async, read_entries,
                 g_memdup2 (&request, sizeof request), free_request, cancellable, callback, data);
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
