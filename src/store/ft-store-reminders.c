#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job.h"
#include "store/ft-read.h"
#include "store/ft-reminded.h"

/* What the jobs ask; each uses its part. */
typedef struct
{
  GArray *ids; /* owned: gint64 */
  gint64 id;
  gint64 at;
  char *what; /* owned */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request->what);
  g_free (request);
}

static Request *
new_request (Request request)
{
  return g_memdup2 (&request, sizeof request);
}

static GArray *
copy_ids (const gint64 *ids, guint n_ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  if (n_ids > 0)
    g_array_append_vals (copy, ids, n_ids);
  return copy;
}

/* --- What is due --- */

void
ft_due_free (FtDue *due)
{
  ft_ringing_free (due->ringing);
  g_ptr_array_unref (due->rows);
  g_free (due);
}

static void
read_due (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  ft_reminded_forget_future (*database);
  job->result = ft_reminded_read_due (*database, request->at);
  job->free_result = (GDestroyNotify) ft_due_free;
}

void
ft_store_read_due_async (FtStore *self,
                         gint64 now,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change (self, ft_store_read_due_async, read_due,
                        new_request ((Request){ .at = now }), free_request, cancellable, callback,
                        data);
}

/**
 * ft_store_read_due_finish:
 *
 * Returns: (transfer full): what to remind of now (B6)
 */
FtDue *
ft_store_read_due_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_due_async, result, error);
}

static void
read_reminders (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  job->result
      = ft_read_whole_rows (*database, (const gint64 *) request->ids->data, request->ids->len);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
}

void
ft_store_read_reminders_async (FtStore *self,
                               const gint64 *promise_ids,
                               guint n_ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (promise_ids != NULL || n_ids == 0);
  ft_store_push (self, ft_store_read_reminders_async, read_reminders,
                 new_request ((Request){ .ids = copy_ids (promise_ids, n_ids) }), free_request,
                 cancellable, callback, data);
}

GPtrArray *
ft_store_read_reminders_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_reminders_async, result, error);
}

/* --- What was shown --- */

static void
set_reminded (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  ft_reminded_set (*database, (const gint64 *) request->ids->data, request->ids->len);
}

void
ft_store_set_reminded_async (FtStore *self,
                             const gint64 *promise_ids,
                             guint n_ids,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (promise_ids != NULL || n_ids == 0);
  ft_store_push_change (self, ft_store_set_reminded_async, set_reminded,
                        new_request ((Request){ .ids = copy_ids (promise_ids, n_ids) }),
                        free_request, cancellable, callback, data);
}

gboolean
ft_store_set_reminded_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_set_reminded_async, result, error);
}

static void
snooze (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  ft_reminded_snooze (*database, request->id, request->at);
}

void
ft_store_snooze_async (FtStore *self,
                       gint64 promise_id,
                       gint64 until,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change (self, ft_store_snooze_async, snooze,
                        new_request ((Request){ .id = promise_id, .at = until }), free_request,
                        cancellable, callback, data);
}

gboolean
ft_store_snooze_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_snooze_async, result, error);
}

static void
set_announced (FtJob *job, FtDatabase **database)
{
  const Request *request = job->request;
  ft_announced_set (*database, request->what, request->id);
}

void
ft_store_set_announced_async (FtStore *self,
                              const char *what,
                              gint32 day,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change (self, ft_store_set_announced_async, set_announced,
                        new_request ((Request){ .id = day, .what = g_strdup (what) }), free_request,
                        cancellable, callback, data);
}

gboolean
ft_store_set_announced_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_set_announced_async, result, error);
}
