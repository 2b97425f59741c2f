#pragma once

#include "store/ft-database.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

typedef struct _FtJob FtJob;
typedef struct _FtWorker FtWorker;

/* What a job does, on the worker's thread. @database is NULL while the store is closed, which jobs hear of only if
 * they set @when_closed. */
typedef void (*FtJobRun) (FtJob *job, FtDatabase **database);

/**
 * FtJob:
 *
 * Something to be done on the database's thread, and its answer, which goes back to the context that asked.
 * Nothing that may belong to a thread (the task, the request) is ever freed on the worker.
 */
struct _FtJob
{
  GTask *task; /* owned */
  FtJobRun run;
  gboolean when_closed;
  gint64 now;       /* when it was asked */
  const char *zone; /* interned */

  gpointer request; /* owned */
  GDestroyNotify free_request;

  gpointer result; /* owned */
  GDestroyNotify free_result;
  FtChangeSet *change; /* owned, or NULL: to be told to all */
  gboolean has_labels; /* these were read: */
  char *undo_label;    /* owned */
  char *redo_label;    /* owned */
  FtSettings *settings; /* owned, or NULL: as they are on disk now */
  GError *error;       /* owned */
};

FtWorker *ft_worker_new (void);
/* Finishes the jobs given to it, closes the database, and ends the thread, waiting for it. */
void ft_worker_free (FtWorker *self);
/* (transfer full) */
void ft_worker_push (FtWorker *self, FtJob *job);

/* What ft-store.c has for the files beside it. @request (transfer full). */
void ft_store_push (FtStore *self,
                    gpointer tag,
                    FtJobRun run,
                    gpointer request,
                    GDestroyNotify free_request,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data);
/* The same for what changes something: once done it is done, cancelled or not. */
void ft_store_push_change (FtStore *self,
                           gpointer tag,
                           FtJobRun run,
                           gpointer request,
                           GDestroyNotify free_request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);
gpointer ft_store_finish (FtStore *self, gpointer tag, GAsyncResult *result, GError **error);
/* For jobs without a result: whether it was done. */
gboolean ft_store_finish_boolean (FtStore *self, gpointer tag, GAsyncResult *result, GError **error);
/* On the main side, when a job is done: tells the world, then the caller. Takes the job. */
void ft_store_answer (FtJob *job);

/* On the worker: what the undo and redo buttons say now. */
void ft_job_read_labels (FtJob *job, FtDatabase *database);

G_END_DECLS
