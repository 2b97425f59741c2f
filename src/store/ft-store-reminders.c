#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job-args.h"
#include "store/ft-read.h"
#include "store/ft-reminded.h"

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
  const FtJobArgs *args = ft_job_get_args (job);
  ft_reminded_forget_future (*database);
  ft_job_take_result (job, ft_reminded_read_due (*database, args->from), ft_due_free);
}

void
ft_store_read_due_async (FtStore *self,
                         gint64 now,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change_args (self, ft_store_read_due_async, read_due, (FtJobArgs){ .from = now },
                             cancellable, callback, data);
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
  const FtJobArgs *args = ft_job_get_args (job);
  ft_job_take_result (
      job, ft_read_whole_rows (*database, (const gint64 *) args->ids->data, args->ids->len),
      g_ptr_array_unref);
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
  ft_store_push_args (self, ft_store_read_reminders_async, read_reminders,
                      (FtJobArgs){ .ids = ft_job_args_copy_ids (promise_ids, n_ids) }, cancellable,
                      callback, data);
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
  const FtJobArgs *args = ft_job_get_args (job);
  ft_reminded_set (*database, (const gint64 *) args->ids->data, args->ids->len);
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
  ft_store_push_change_args (self, ft_store_set_reminded_async, set_reminded,
                             (FtJobArgs){ .ids = ft_job_args_copy_ids (promise_ids, n_ids) },
                             cancellable, callback, data);
}

gboolean
ft_store_set_reminded_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_set_reminded_async, result, error);
}

static void
snooze (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_reminded_snooze (*database, args->id, args->to);
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
  ft_store_push_change_args (self, ft_store_snooze_async, snooze,
                             (FtJobArgs){ .id = promise_id, .to = until }, cancellable, callback,
                             data);
}

gboolean
ft_store_snooze_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_snooze_async, result, error);
}

static void
set_announced (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);
  ft_announced_set (*database, args->what, args->id);
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
  ft_store_push_change_args (self, ft_store_set_announced_async, set_announced,
                             (FtJobArgs){ .id = day, .what = g_strdup (what) }, cancellable,
                             callback, data);
}

gboolean
ft_store_set_announced_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_set_announced_async, result, error);
}
