#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job.h"
#include "store/ft-score-read.h"

/* A reading that goes on from part to part. While a part is read it belongs to the database's
 * thread, else to the main one. */
typedef struct
{
  GTask *task; /* owned */
  FtScoreRead *read;
  gboolean more;
  FtProgress progress;
  gpointer progress_data;
} Reading;

static void
free_reading (Reading *reading)
{
  g_object_unref (reading->task);
  ft_score_read_free (reading->read);
  g_free (reading);
}

static void
read_part (FtJob *job, FtDatabase **database)
{
  Reading *reading = job->request;
  reading->more = ft_score_read_next (reading->read, *database);
}

static void part_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
push_part (FtStore *self, Reading *reading)
{
  ft_store_push (self, push_part, read_part, reading, NULL, g_task_get_cancellable (reading->task),
                 part_cb, reading);
}

static void
part_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FtStore *self = FT_STORE (source);
  Reading *reading = data;
  GError *error = NULL;

  if (!ft_store_finish_boolean (self, push_part, result, &error))
    {
      g_task_return_error (reading->task, error);
      free_reading (reading);
      return;
    }
  if (reading->more)
    {
      if (reading->progress)
        reading->progress (ft_score_read_get_fraction (reading->read), reading->progress_data);
      push_part (self, reading);
      return;
    }
  g_task_return_pointer (reading->task, ft_score_read_steal (reading->read),
                         (GDestroyNotify) ft_score_data_free);
  free_reading (reading);
}

/**
 * ft_store_read_score_async:
 * @first_weekday: the week's
 * @whole: with contacts and coverage; else promises alone
 * @progress: (nullable):
 */
void
ft_store_read_score_async (FtStore *self,
                           FtScorePeriod period,
                           GDateWeekday first_weekday,
                           gboolean whole,
                           FtProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Reading *reading;

  g_return_if_fail (FT_IS_STORE (self));

  reading = g_new0 (Reading, 1);
  reading->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (reading->task, ft_store_read_score_async);
  reading->read = ft_score_read_new (period, first_weekday, whole);
  reading->progress = progress;
  reading->progress_data = progress_data;
  push_part (self, reading);
}

/**
 * ft_store_read_score_finish:
 *
 * Returns: (transfer full): the score; %NULL with @error
 */
FtScoreData *
ft_store_read_score_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_score_async, result, error);
}
