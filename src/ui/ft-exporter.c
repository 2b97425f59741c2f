#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-exporter.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GFile *file;
  GFileOutputStream *stream;
  FtExport *export; /* used on the database's thread while it runs */
  FtExportFormat format;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->export, ft_export_free);
  if (job->stream != NULL && !g_output_stream_is_closed (G_OUTPUT_STREAM (job->stream)))
    {
      /* A cancelled close leaves the file that was there in its place. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (job->stream), cancelled, NULL);
    }
  g_clear_object (&job->stream);
  g_clear_object (&job->file);
  g_free (job);
}

static void
return_error (GTask *task, Job *job, GError *error)
{
  g_autofree char *name = g_file_get_parse_name (job->file);

  g_prefix_error (&error, _ ("“%s” could not be written: "), name);
  g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ft_store_export_finish (FT_STORE (source), result, &error)
      || !ft_export_finish (job->export, &error)
      || !g_output_stream_close (G_OUTPUT_STREAM (job->stream), NULL, &error))
    {
      return_error (task, job, error);
      return;
    }
  g_task_return_pointer (task, g_file_get_parse_name (job->file), g_free);
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  FtStore *store = g_task_get_source_object (task);
  g_autofree char *files = ft_store_dup_file_folder (store);
  GError *error = NULL;

  job->stream = g_file_replace_finish (G_FILE (source), result, &error);
  if (job->stream == NULL)
    {
      return_error (task, job, error);
      return;
    }
  job->export
      = ft_export_new (job->format, ft_store_get_clock (store), G_OUTPUT_STREAM (job->stream));
  ft_export_set_files (job->export, files);
  ft_store_export_async (store, ft_export_begin, ft_export_add, job->export,
                         g_task_get_cancellable (task), exported_cb, g_steal_pointer (&task));
}

void
ft_exporter_write_async (FtStore *store,
                         FtExportFormat format,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (FT_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (store, cancellable, callback, data);
  g_task_set_source_tag (task, ft_exporter_write_async);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->format = format;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* Names and numbers of people: nobody else's to read. */
  g_file_replace_async (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, G_PRIORITY_DEFAULT, cancellable,
                        replaced_cb, task);
}

char *
ft_exporter_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Asking --- */

typedef struct
{
  GtkNativeDialog *chooser;
  FtStore *store;
  FtExportFormat format;
} Question;

static void
question_free (Question *question)
{
  gtk_native_dialog_destroy (question->chooser);
  g_object_unref (question->chooser);
  g_object_unref (question->store);
  g_free (question);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *name = ft_exporter_write_finish (result, &error);

  if (name != NULL)
    g_task_return_pointer (task, name, g_free);
  else
    g_task_return_error (task, error);
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  ft_exporter_write_async (question->store, question->format, file, g_task_get_cancellable (task),
                           written_cb, g_object_ref (task));
}

static const char *
suggested_name (FtExportFormat format)
{
  switch (format)
    {
    case FT_EXPORT_CSV:
    case FT_EXPORT_CSV_SPREADSHEET:
      return _ ("leads.csv");
    case FT_EXPORT_VCARD:
      return _ ("leads.vcf");
    case FT_EXPORT_ICS:
      return _ ("promises.ics");
    case FT_EXPORT_JSON:
    default:
      return _ ("leads.json");
    }
}

void
ft_exporter_ask_async (GtkWindow *parent,
                       FtStore *store,
                       FtExportFormat format,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task;
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FT_IS_STORE (store));

  task = g_task_new (parent, cancellable, callback, data);
  g_task_set_source_tag (task, ft_exporter_ask_async);
  question = g_new0 (Question, 1);
  question->store = g_object_ref (store);
  question->format = format;
  question->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
      format == FT_EXPORT_ICS ? _ ("Export Promises") : _ ("Export Leads"), parent,
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), suggested_name (format));
  gtk_native_dialog_set_modal (question->chooser, TRUE);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_signal_connect (question->chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (question->chooser);
}

char *
ft_exporter_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
