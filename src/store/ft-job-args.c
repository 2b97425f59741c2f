#define G_LOG_DOMAIN "ft-store"

#include "store/ft-job-args.h"

static void
free_args (gpointer data)
{
  FtJobArgs *self = data;

  g_clear_pointer (&self->query, ft_lead_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  g_free (self->what);
  g_free (self);
}

GArray *
ft_job_args_copy_ids (const gint64 *ids, guint n_ids)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);

  if (n_ids > 0)
    g_array_append_vals (copy, ids, n_ids);
  return copy;
}

void
ft_store_push_args (FtStore *self,
                    gpointer tag,
                    FtJobRun run,
                    FtJobArgs args,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  ft_store_push (self, tag, run, g_memdup2 (&args, sizeof args), free_args, cancellable, callback,
                 data);
}

void
ft_store_push_change_args (FtStore *self,
                           gpointer tag,
                           FtJobRun run,
                           FtJobArgs args,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  ft_store_push_change (self, tag, run, g_memdup2 (&args, sizeof args), free_args, cancellable,
                        callback, data);
}

const FtJobArgs *
ft_job_get_args (FtJob *job)
{
  return job->request;
}

void
ft_job_take_result (FtJob *job, gpointer result, gpointer free_result)
{
  job->result = result;
  job->free_result = (GDestroyNotify) free_result;
}
