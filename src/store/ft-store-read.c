#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job-args.h"
#include "store/ft-query.h"
#include "store/ft-read.h"

/* --- Queries --- */

/**
 * ft_lead_query_new:
 * @search: (nullable): what was typed; blanks around it do not count
 */
FtLeadQuery *
ft_lead_query_new (FtLeadFilter filter, FtDayBounds bounds, const char *search)
{
  FtLeadQuery *query = g_new (FtLeadQuery, 1);
  *query = (FtLeadQuery){ filter, bounds, g_strdup (search ? search : ""), 0 };
  g_strstrip (query->search);
  return query;
}

FtLeadQuery *
ft_lead_query_copy (const FtLeadQuery *query)
{
  FtLeadQuery *copy = ft_lead_query_new (query->filter, query->bounds, query->search);
  copy->piece_id = query->piece_id;
  return copy;
}

void
ft_lead_query_free (FtLeadQuery *query)
{
  g_free (query->search);
  g_free (query);
}

/* --- Lists of leads --- */

static void
query_leads (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_query_leads (*database, args->query, args->limit), g_array_unref);
}

/**
 * ft_store_query_leads_async:
 * @limit: at most so many, 0 for all
 *
 * The ids of a query's leads in its order.
 */
void
ft_store_query_leads_async (FtStore *self,
                            const FtLeadQuery *query,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (query != NULL);
  ft_store_push_args (self, ft_store_query_leads_async, query_leads,
                      (FtJobArgs){ .query = ft_lead_query_copy (query), .limit = limit },
                      cancellable, callback, data);
}

/**
 * ft_store_query_leads_finish:
 *
 * Returns: (transfer full) (element-type gint64):
 */
GArray *
ft_store_query_leads_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_query_leads_async, result, error);
}

static void
place_leads (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_query_places (*database, args->query, args->ids, args->touched),
                      g_array_unref);
}

/**
 * ft_store_place_leads_async:
 * @query: as it was when @ids was read
 * @ids: (element-type gint64): the list, without changes until this is answered
 * @touched: (element-type gint64): leads that changed since, in any order
 *
 * Where the touched leads belong now. Costs a look at some twenty leads for each, not the list.
 */
void
ft_store_place_leads_async (FtStore *self,
                            const FtLeadQuery *query,
                            GArray *ids,
                            GArray *touched,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (query != NULL && *query->search == '\0');
  g_return_if_fail (ids != NULL && touched != NULL);
  ft_store_push_args (self, ft_store_place_leads_async, place_leads,
                      (FtJobArgs){ .query = ft_lead_query_copy (query),
                                   .ids = g_array_ref (ids),
                                   .touched = g_array_copy (touched) },
                      cancellable, callback, data);
}

/**
 * ft_store_place_leads_finish:
 *
 * Returns: (transfer full) (element-type FtPlace): those in the list in its order, then those that
 * are not
 */
GArray *
ft_store_place_leads_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_place_leads_async, result, error);
}

static void
read_rows (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job,
                      ft_read_rows (*database, (const gint64 *) args->ids->data, args->ids->len),
                      g_ptr_array_unref);
}

void
ft_store_read_rows_async (FtStore *self,
                          const gint64 *ids,
                          guint n_ids,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (ids != NULL || n_ids == 0);
  ft_store_push_args (self, ft_store_read_rows_async, read_rows,
                      (FtJobArgs){ .ids = ft_job_args_copy_ids (ids, n_ids) }, cancellable,
                      callback, data);
}

/**
 * ft_store_read_rows_finish:
 *
 * Returns: (transfer full) (element-type FtLeadRow): one for each id, %NULL where there is no such
 * lead
 */
GPtrArray *
ft_store_read_rows_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_rows_async, result, error);
}

static void
count_leads (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  FtCounts counts = ft_query_counts (*database, &args->bounds);
  ft_job_take_result (job, g_memdup2 (&counts, sizeof counts), g_free);
}

/**
 * ft_store_count_async:
 *
 * How many leads each filter has (E1, B1); takes no longer for a million leads than for ten.
 */
void
ft_store_count_async (FtStore *self,
                      FtDayBounds bounds,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_args (self, ft_store_count_async, count_leads, (FtJobArgs){ .bounds = bounds },
                      cancellable, callback, data);
}

gboolean
ft_store_count_finish (FtStore *self, GAsyncResult *result, FtCounts *counts, GError **error)
{
  g_autofree FtCounts *found = ft_store_finish (self, ft_store_count_async, result, error);
  if (found && counts)
    *counts = *found;
  return found != NULL;
}

/* --- One lead --- */

static void
read_card (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_read_card (*database, args->id, args->limit), ft_lead_card_unref);
}

void
ft_store_read_card_async (FtStore *self,
                          gint64 lead_id,
                          guint n_contacts,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_args (self, ft_store_read_card_async, read_card,
                      (FtJobArgs){ .id = lead_id, .limit = n_contacts }, cancellable, callback,
                      data);
}

/**
 * ft_store_read_card_finish:
 *
 * Returns: (transfer full) (nullable): %NULL without @error if there is no such lead
 */
FtLeadCard *
ft_store_read_card_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_card_async, result, error);
}

/* --- Promises --- */

static void
read_promises (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_read_promises (*database, args->from, args->to, args->limit),
                      g_ptr_array_unref);
}

void
ft_store_read_promises_async (FtStore *self,
                              gint64 from,
                              gint64 to,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_args (self, ft_store_read_promises_async, read_promises,
                      (FtJobArgs){ .from = from, .to = to, .limit = limit }, cancellable, callback,
                      data);
}

/**
 * ft_store_read_promises_finish:
 *
 * Returns: (transfer full) (element-type FtPromiseRow):
 */
GPtrArray *
ft_store_read_promises_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_promises_async, result, error);
}

static void
read_calendar (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (job, ft_read_calendar (*database, args->id, args->from, args->limit),
                      g_ptr_array_unref);
}

void
ft_store_read_calendar_async (FtStore *self,
                              gint64 after,
                              gint64 kept_since,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (limit > 0);
  ft_store_push_args (self, ft_store_read_calendar_async, read_calendar,
                      (FtJobArgs){ .id = after, .from = kept_since, .limit = limit }, cancellable,
                      callback, data);
}

/**
 * ft_store_read_calendar_finish:
 *
 * Returns: (transfer full) (element-type FtPromiseRow):
 */
GPtrArray *
ft_store_read_calendar_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_calendar_async, result, error);
}
