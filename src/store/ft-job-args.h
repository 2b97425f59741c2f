#pragma once

#include "store/ft-job.h"

G_BEGIN_DECLS

/**
 * FtJobArgs:
 *
 * What a job is asked that reads, or marks, what is stored. Each job uses its part and leaves the
 * rest empty; what is owned here is freed with the job.
 */
typedef struct
{
  FtLeadQuery *query; /* owned */
  GArray *ids;        /* owned: gint64 */
  GArray *touched;    /* owned: gint64 */
  char *what;         /* owned */
  FtEntryKind kind;
  FtDayBounds bounds;
  gint64 id;
  gint64 from;
  gint64 to;
  guint limit;
} FtJobArgs;

/* (transfer full) a copy that may cross to the worker */
GArray *ft_job_args_copy_ids (const gint64 *ids, guint n_ids);

/* Takes what @args owns. */
void ft_store_push_args (FtStore *self,
                         gpointer tag,
                         FtJobRun run,
                         FtJobArgs args,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data);
/* The same for what changes something: once done it is done, cancelled or not. */
void ft_store_push_change_args (FtStore *self,
                                gpointer tag,
                                FtJobRun run,
                                FtJobArgs args,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* On the worker: what was asked. */
const FtJobArgs *ft_job_get_args (FtJob *job);
/* On the worker: the answer (transfer full), which @free_result, a GDestroyNotify for its type, frees. */
void ft_job_take_result (FtJob *job, gpointer result, gpointer free_result);

G_END_DECLS
