#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-check.h"
#include "store/ft-import.h"
#include "store/ft-job.h"
#include "store/ft-read.h"
#include "store/ft-setting.h"

/* --- Import --- */

typedef struct
{
  char *label; /* owned */
  FtImportNext next;
  gpointer source; /* owned */
  GDestroyNotify free_source;
  FtImportFlags flags;
  int a_day;
  FtProgress progress;
  gpointer progress_data;
  GMainContext *context; /* owned; which asked */
} ImportRequest;

static void
free_import_request (gpointer data)
{
  ImportRequest *request = data;
  if (request->free_source)
    request->free_source (request->source);
  g_main_context_unref (request->context);
  g_free (request->label);
  g_free (request);
}

typedef struct
{
  FtProgress progress;
  gpointer data;
  double fraction;
} Progress;

static gboolean
progress_cb (gpointer data)
{
  Progress *progress = data;
  progress->progress (progress->fraction, progress->data);
  return G_SOURCE_REMOVE;
}

/* On the worker. Sent the same way as the answer, which therefore comes last. */
static void
send_progress (double fraction, gpointer data)
{
  const ImportRequest *request = data;
  Progress progress = { request->progress, request->progress_data, fraction };
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_cb, g_memdup2 (&progress, sizeof progress), g_free);
  g_source_attach (source, request->context);
  g_source_unref (source);
}

static void
import_rows (FtJob *job, FtDatabase **database)
{
  ImportRequest *request = job->request;
  FtImport import = {
    .label = request->label,
    .next = request->next,
    .source = request->source,
    .flags = request->flags,
    .a_day = request->a_day,
    .cancellable = g_task_get_cancellable (job->task),
    .progress = request->progress ? send_progress : NULL,
    .progress_data = request,
  };
  FtImportResult *result = ft_import_run (*database, &import);

  job->result = result;
  job->free_result = (GDestroyNotify) ft_import_result_free;
  if (!result || (request->flags & FT_IMPORT_DRY_RUN))
    return;
  if (import.set)
    job->settings = ft_setting_read (*database);
  if (!import.changed)
    return;
  job->change = ft_change_set_new (request->label);
  job->change->everything = TRUE;
  ft_job_read_labels (job, *database);
}

/**
 * ft_store_import_async:
 * @label: what the undo button says, translated
 * @next: (scope call): called on the database's thread
 * @source: (transfer full): for @next
 * @free_source: called on the thread of the caller
 * @a_day: first promises a working day, %FT_IMPORT_AS_SET or %FT_IMPORT_NO_PROMISES
 * @progress: (nullable): called on the thread of the caller, at most a hundred times, and before
 * the callback
 *
 * Takes rows over as leads: all in one transaction and one step of undo, or none when it is
 * cancelled
 * (%G_IO_ERROR_CANCELLED) or fails.
 */
void
ft_store_import_async (FtStore *self,
                       const char *label,
                       FtImportNext next,
                       gpointer source,
                       GDestroyNotify free_source,
                       FtImportFlags flags,
                       int a_day,
                       FtProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  ImportRequest request = { g_strdup (label),
                            next,
                            source,
                            free_source,
                            flags,
                            a_day,
                            progress,
                            progress_data,
                            g_main_context_ref_thread_default () };

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (label != NULL && next != NULL);
  ft_store_push_change (self, ft_store_import_async, import_rows,
                        g_memdup2 (&request, sizeof request), free_import_request, cancellable,
                        callback, data);
}

/**
 * ft_store_import_finish:
 *
 * Returns: (transfer full): how many rows became what
 */
FtImportResult *
ft_store_import_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_import_async, result, error);
}

/* --- Export --- */

typedef struct
{
  FtExportBegin begin; /* or NULL */
  FtExportEach each;
  gpointer sink; /* borrowed */
} ExportRequest;

static gint64
find_next_lead (FtDatabase *database, gint64 id)
{
  FtStatement *select = ft_statement (database, "SELECT min(id) FROM lead WHERE id > ?");
  ft_bind_int (select, id);
  return ft_lookup_int (select, 0);
}

static void
export_leads (FtJob *job, FtDatabase **database)
{
  const ExportRequest *request = job->request;
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gint64 id = 0;

  if (request->begin)
    {
      g_autoptr (GPtrArray) pieces = ft_read_pieces (*database);
      g_autoptr (FtSettings) settings = ft_setting_read (*database);
      if (ft_database_is_failed (*database)
          || !request->begin (request->sink, pieces, settings, &job->error))
        return;
    }
  while ((id = find_next_lead (*database, id)) != 0)
    {
      g_autoptr (FtLeadCard) card = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
        return;
      card = ft_read_card (*database, id, 0);
      if (card && !request->each (request->sink, card, &job->error))
        return;
    }
}

/**
 * ft_store_export_async:
 * @begin: (nullable) (scope call): called on the database's thread before the first lead
 * @each: (scope call): called on the database's thread with each lead, in order of id
 * @sink: for @each; must live until this is answered
 */
void
ft_store_export_async (FtStore *self,
                       FtExportBegin begin,
                       FtExportEach each,
                       gpointer sink,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  ExportRequest request = { begin, each, sink };

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (each != NULL);
  ft_store_push (self, ft_store_export_async, export_leads, g_memdup2 (&request, sizeof request),
                 g_free, cancellable, callback, data);
}

gboolean
ft_store_export_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_export_async, result, error);
}

/* --- Backup and check --- */

static void
back_up (FtJob *job, FtDatabase **database)
{
  ft_backup (*database, job->request);
}

/**
 * ft_store_backup_async:
 * @path: of a file that does not exist
 *
 * Copies what is stored, with what can be undone. The copy is on disk when this is answered; it is
 * a database like the first.
 */
void
ft_store_backup_async (FtStore *self,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (path != NULL);
  ft_store_push_change (self, ft_store_backup_async, back_up, g_strdup (path), g_free, cancellable,
                        callback, data);
}

gboolean
ft_store_backup_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_backup_async, result, error);
}

static void
check (FtJob *job, FtDatabase **database)
{
  job->result = ft_check (*database);
  job->free_result = (GDestroyNotify) g_strfreev;
}

/**
 * ft_store_check_async:
 *
 * Reads all there is: half a minute for a million leads.
 */
void
ft_store_check_async (FtStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push (self, ft_store_check_async, check, NULL, NULL, cancellable, callback, data);
}

/**
 * ft_store_check_finish:
 *
 * Returns: (transfer full): what is wrong, in the user's language; empty if nothing
 */
char **
ft_store_check_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_check_async, result, error);
}
