#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job-args.h"
#include "store/ft-read.h"

static void
query_sales (FtJob *job, FtDatabase **database)
{
  ft_job_take_result (job, ft_read_open_sales (*database), g_array_unref);
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
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job,
                      ft_read_sales (*database, (const gint64 *) args->ids->data, args->ids->len),
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
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (ids != NULL || n_ids == 0);
  ft_store_push_args (self, ft_store_read_sales_async, read_sales,
                      (FtJobArgs){ .ids = ft_job_args_copy_ids (ids, n_ids) }, cancellable,
                      callback, data);
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
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_read_cards (*database, args->to, args->limit), g_ptr_array_unref);
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
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_args (self, ft_store_read_cards_async, read_cards,
                      (FtJobArgs){ .to = before, .limit = limit }, cancellable, callback, data);
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
