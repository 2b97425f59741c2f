#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job.h"
#include "store/ft-read.h"

typedef struct
{
  GArray *ids; /* owned: gint64, or NULL */
  gint64 before;
  guint limit;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request);
}

static void
set_result (FtJob *job, gpointer result, gpointer free_result)
{
  job->result = result;
  job->free_result = (GDestroyNotify) free_result;
}

static void
query_sales (FtJob *job, FtDatabase **database)
{
  set_result (job, ft_read_open_sales (*database), g_array_unref);
}

/**
 * ft_store_query_sales_async:
 *
 * The ids of all open sales: eight bytes for each of them, however much there is to read.
 */
void
ft_store_query_sales_async (FtStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push (self, ft_store_query_sales_async, query_sales, NULL, NULL, cancellable, callback,
                 data);
}

/**
 * ft_store_query_sales_finish:
 *
 * Returns: (transfer full) (element-type gint64):
 */
GArray *
ft_store_query_sales_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_query_sales_async, result, error);
}

static void
read_sales (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  set_result (job,
              ft_read_sales (*database, (const gint64 *) request->ids->data, request->ids->len),
              g_ptr_array_unref);
}

void
ft_store_read_sales_async (FtStore *self,
                           const gint64 *ids,
                           guint n_ids,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Request request = { .ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids) };

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (ids != NULL || n_ids == 0);
  if (n_ids > 0)
    g_array_append_vals (request.ids, ids, n_ids);
  ft_store_push (self, ft_store_read_sales_async, read_sales, g_memdup2 (&request, sizeof request),
                 free_request, cancellable, callback, data);
}

/**
 * ft_store_read_sales_finish:
 *
 * Returns: (transfer full) (element-type FtSaleRow): one for each id, %NULL where there is no such
 * sale
 */
GPtrArray *
ft_store_read_sales_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_sales_async, result, error);
}

static void
read_cards (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  set_result (job, ft_read_cards (*database, request->before, request->limit), g_ptr_array_unref);
}

/**
 * ft_store_read_cards_async:
 * @before: an instant, exclusive
 * @limit: at most so many, 0 for all
 */
void
ft_store_read_cards_async (FtStore *self,
                           gint64 before,
                           guint limit,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Request request = { .before = before, .limit = limit };

  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push (self, ft_store_read_cards_async, read_cards, g_memdup2 (&request, sizeof request),
                 free_request, cancellable, callback, data);
}

/**
 * ft_store_read_cards_finish:
 *
 * Returns: (transfer full) (element-type FtPromiseRow): whom to write to
 */
GPtrArray *
ft_store_read_cards_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_cards_async, result, error);
}
