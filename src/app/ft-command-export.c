#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include "interchange/ft-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Standard output may be another process's, at the other end of the bus: it is given text in pieces
 * of about this many bytes, each whole characters. */
#define PIECE 65536

typedef struct
{
  char *format_name;
  char *output;
  FtExportFormat format;
  GFile *file; /* owned: --output, or a temporary file on its way to standard output */
  gboolean temporary;
  GOutputStream *stream; /* owned */
  FtExport *writer;      /* owned, used on the database's thread while it runs */
} Export;

static void
export_free (Export *export)
{
  g_clear_pointer (&export->writer, ft_export_free);
  if (export->stream != NULL)
    {
      /* Closing a stream that is to replace a file would put half an export in its place. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();
      g_cancellable_cancel (cancelled);
      g_output_stream_close (export->stream, cancelled, NULL);
      g_object_unref (export->stream);
    }
  if (export->temporary)
    g_file_delete (export->file, NULL, NULL);
  g_clear_object (&export->file);
  g_free (export->format_name);
  g_free (export->output);
  g_free (export);
}

static const struct
{
  const char *name;
  FtExportFormat format;
} formats[] = {
  { "json", FT_EXPORT_JSON },
  { "csv", FT_EXPORT_CSV },
  { "csv-spreadsheet", FT_EXPORT_CSV_SPREADSHEET },
  { "vcf", FT_EXPORT_VCARD },
  { "ics", FT_EXPORT_ICS },
};

static gboolean
parse_format (const char *name, FtExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (name, formats[i].name) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static gboolean
print_file (FtRun *run, GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GString) piece = g_string_sized_new (PIECE + 8);
  g_autofree char *buffer = g_malloc (PIECE);
  gssize n;

  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, PIECE, NULL, error)) > 0)
    {
      const char *end;
      g_string_append_len (piece, buffer, n);
      g_utf8_validate_len (piece->str, piece->len, &end);
      g_autofree char *whole = g_strndup (piece->str, end - piece->str);
      ft_run_print (run, "%s", whole);
      g_string_erase (piece, 0, end - piece->str);
    }
  return n == 0;
}

static gboolean
conclude (FtRun *run, Export *self, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (!ft_export_finish (self->writer, error))
    return FALSE;
  stream = g_steal_pointer (&self->stream);
  if (!g_output_stream_close (stream, NULL, error))
    return FALSE;
  return !self->temporary || print_file (run, self->file, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;

  if (!ft_store_export_finish (FT_STORE (source), result, &error)
      || !conclude (run, ft_run_get_data (run), &error))
    ft_run_fail (run, _ ("The export failed: %s"), error->message);
}

static GOutputStream *
open_output (FtRun *run, Export *self, GError **error)
{
  if (self->output != NULL && !g_str_equal (self->output, "-"))
    self->file = ft_run_locate (run, self->output);
  else
    {
      g_autoptr (GFileIOStream) empty = NULL;
      self->file = g_file_new_tmp ("follow-through-XXXXXX", &empty, error);
      self->temporary = self->file != NULL;
      if (!self->temporary)
        return NULL;
    }
  return G_OUTPUT_STREAM (
      g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error));
}

static void
start (FtRun *run)
{
  Export *self = ft_run_get_data (run);
  g_autofree char *files = ft_store_dup_file_folder (ft_run_get_store (run));
  g_autoptr (GError) error = NULL;

  self->stream = open_output (run, self, &error);
  if (self->stream == NULL)
    {
      ft_run_fail (run, _ ("The export could not be written: %s"), error->message);
      return;
    }
  self->writer
      = ft_export_new (self->format, ft_store_get_clock (ft_run_get_store (run)), self->stream);
  ft_export_set_files (self->writer, files);
  ft_store_export_async (ft_run_get_store (run), ft_export_begin, ft_export_add, self->writer, NULL,
                         exported_cb, ft_run_ref (run));
}

static void export(FtRun *run)
{
  Export *self = g_new0 (Export, 1);
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &self->format_name,
      N_ ("json (everything), csv, csv-spreadsheet (cells guarded against formulas), vcf, ics"),
      "FORMAT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Write to this file, not to standard output"), "FILE" },
    { NULL },
  };

  ft_run_set_data (run, self, (GDestroyNotify) export_free);
  if (!ft_run_parse (run, entries, 0, 0, NULL))
    return;
  if (self->format_name == NULL)
    ft_run_misuse (run, _ ("Say which --format: json, csv, csv-spreadsheet, vcf or ics"));
  else if (!parse_format (self->format_name, &self->format))
    ft_run_misuse (run,
                   _ ("There is no format “%s”; there are json, csv, csv-spreadsheet, vcf and ics"),
                   self->format_name);
  else
    ft_run_with_store (run, start);
}

const FtCommand ft_command_export = {
  .name = "export",
  .arguments = "--format json|csv|csv-spreadsheet|vcf|ics [--output FILE]",
  .summary = N_ ("Write all leads with their promises and history"),
  .run = export,
};
