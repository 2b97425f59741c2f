#define G_LOG_DOMAIN "ft-store"

#include "store/ft-job.h"

#include "store/ft-undo.h"

#include <glib/gi18n-lib.h>

/* g_task_run_in_thread () would run jobs out of order, and finalize the store on its thread. */

struct _FtWorker
{
  GThread *thread;
  GAsyncQueue *jobs;
};

/* Ends the thread. */
static FtJob last_job;

static gboolean
answer_cb (gpointer data)
{
  ft_store_answer (data);
  return G_SOURCE_REMOVE;
}

static void
send_answer (FtJob *job)
{
  GSource *source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, answer_cb, job, NULL);
  g_source_set_static_name (source, "FtStore answer");
  g_source_attach (source, g_task_get_context (job->task));
  g_source_unref (source);
}

static void
run_job (FtJob *job, FtDatabase **database)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;
  if (!*database && !job->when_closed)
    {
      g_set_error_literal (&job->error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED,
                           _ ("The database is not open. Open it and try again."));
      return;
    }
  if (*database)
    ft_database_enter (*database, job->now, job->zone, cancellable);
  job->run (job, database);
  if (*database)
    {
      ft_database_take (*database, &job->error);
      ft_database_enter (*database, job->now, job->zone, NULL);
    }
}

static gpointer
run_thread (gpointer data)
{
  GAsyncQueue *jobs = data;
  FtDatabase *database = NULL;
  FtJob *job;

  while ((job = g_async_queue_pop (jobs)) != &last_job)
    {
      run_job (job, &database);
      send_answer (job);
    }
  g_clear_pointer (&database, ft_database_close);
  g_async_queue_unref (jobs);
  return NULL;
}

FtWorker *
ft_worker_new (void)
{
  FtWorker *self = g_new0 (FtWorker, 1);
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("ft-store", run_thread, g_async_queue_ref (self->jobs));
  return self;
}

void
ft_worker_push (FtWorker *self, FtJob *job)
{
  g_async_queue_push (self->jobs, job);
}

void
ft_worker_free (FtWorker *self)
{
  g_async_queue_push (self->jobs, &last_job);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
ft_job_read_labels (FtJob *job, FtDatabase *database)
{
  if (ft_database_is_failed (database))
    return;
  job->undo_label = ft_undo_dup_label (database);
  job->redo_label = ft_redo_dup_label (database);
  job->has_labels = TRUE;
}
