#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include "interchange/ft-import-source.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Nobody promises so many contacts a day. */
#define NOT_SAID G_MININT

/* Several files are one import: one transaction, one step of undo. */
typedef struct
{
  GPtrArray *sources; /* FtImportSource */
  guint current;
} Chain;

static void
chain_free (gpointer data)
{
  Chain *chain = data;
  g_ptr_array_unref (chain->sources);
  g_free (chain);
}

/* An FtImportNext: the rows of one source after the other. */
static gboolean
chain_next (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  Chain *chain = data;
  g_autoptr (GError) failure = NULL;

  for (; chain->current < chain->sources->len; chain->current++)
    {
      FtImportSource *source = g_ptr_array_index (chain->sources, chain->current);
      double own = 0;
      gboolean found = ft_import_source_next (source, row, &own, &failure);
      *fraction = (chain->current + own) / chain->sources->len;
      if (found)
        return TRUE;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  *fraction = 1;
  return FALSE;
}

typedef struct
{
  gboolean json;
  gboolean dry_run;
  int per_day;
  char **map;
  char **files;
} Import;

static void
import_free (Import *import)
{
  g_strfreev (import->map);
  g_strfreev (import->files);
  g_free (import);
}

/* --- The summary --- */

static void
add_count (JsonBuilder *builder, const char *key, guint count)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, count);
}

static void
print_json (FtRun *run, const FtImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_builder_begin_object (builder);
  add_count (builder, "created", result->created);
  add_count (builder, "merged", result->merged);
  add_count (builder, "unchanged", result->unchanged);
  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      const FtImportReject *reject = g_ptr_array_index (result->rejected, i);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, reject->file);
      add_count (builder, "line", reject->line);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, reject->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  g_autofree char *text = json_generator_to_data (generator, NULL);
  ft_run_print (run, "%s\n", text);
}

static void
print_text (FtRun *run, const FtImportResult *result, gboolean dry_run)
{
  ft_run_print (run, _ ("%u created, %u merged, %u unchanged, %u rejected\n"), result->created,
                result->merged, result->unchanged, result->rejected->len);
  if (result->promised > 0)
    ft_run_print (run,
                  ngettext ("%u lead without a promise got its first one\n",
                            "%u leads without a promise got their first one\n", result->promised),
                  result->promised);
  for (guint i = 0; i < result->rejected->len; i++)
    {
      const FtImportReject *reject = g_ptr_array_index (result->rejected, i);
      ft_run_print (run, "%s:%u: %s\n", reject->file, reject->line, reject->reason);
    }
  if (dry_run)
    ft_run_print (run, "%s\n", _ ("This was a dry run: nothing was changed."));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  const Import *import = ft_run_get_data (run);
  g_autoptr (FtImportResult) counts = ft_store_import_finish (FT_STORE (source), result, &error);

  if (counts == NULL)
    ft_run_fail (run, "%s", error->message);
  else if (import->json)
    print_json (run, counts);
  else
    print_text (run, counts, import->dry_run);
}

/* --- Reading the files --- */

/* A file as a source of rows with the mapping asked for; NULL with the reason said. */
static FtImportSource *
open_source (FtRun *run, const Import *import, const char *name)
{
  g_autoptr (GFile) file = ft_run_locate (run, name);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  if (!g_file_load_contents (file, NULL, &contents, &length, NULL, &error))
    {
      ft_run_fail (run, _ ("“%s” could not be read: %s"), name, error->message);
      return NULL;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (contents, length);
  FtCivil now = ft_clock_civil (ft_run_get_clock (run));
  g_autoptr (FtImportSource) source
      = ft_import_source_new (name, bytes, FT_ENCODING_AUTO, '\0', now, &error);
  if (source == NULL)
    {
      ft_run_fail (run, "%s: %s", name, error->message);
      return NULL;
    }
  FtCsvMapping *mapping = ft_import_source_get_mapping (source);
  if (mapping == NULL)
    return g_steal_pointer (&source);
  for (guint i = 0; import->map != NULL && import->map[i] != NULL; i++)
    if (!ft_csv_mapping_override (mapping, import->map[i], &error))
      {
        ft_run_misuse (run, "%s: %s", name, error->message);
        return NULL;
      }
  if (!ft_csv_mapping_check (mapping, &error))
    {
      ft_run_fail (run, "%s: %s", name, error->message);
      return NULL;
    }
  return g_steal_pointer (&source);
}

static void
read_files (FtRun *run)
{
  const Import *import = ft_run_get_data (run);
  guint n = g_strv_length (import->files);
  g_autofree char *base = g_path_get_basename (import->files[0]);
  g_autofree char *label
      = n == 1 ? g_strdup_printf (_ ("Import %s"), base)
               : g_strdup_printf (ngettext ("Import %u File", "Import %u Files", n), n);
  Chain *chain = g_new0 (Chain, 1);

  chain->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_import_source_free);
  for (guint i = 0; i < n; i++)
    {
      FtImportSource *source = open_source (run, import, import->files[i]);
      if (source == NULL)
        {
          chain_free (chain);
          return;
        }
      g_ptr_array_add (chain->sources, source);
    }
  ft_store_import_async (ft_run_get_store (run), label, chain_next, chain, chain_free,
                         import->dry_run ? FT_IMPORT_DRY_RUN : FT_IMPORT_DEFAULT,
                         import->per_day != NOT_SAID ? import->per_day : FT_IMPORT_AS_SET, NULL,
                         NULL, NULL, imported_cb, ft_run_ref (run));
}

static void
import (FtRun *run)
{
  Import *self = g_new0 (Import, 1);
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->map,
      N_ ("Read this field from this column of a CSV file, by its header or number"),
      "FIELD=COLUMN" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run,
      N_ ("Say what would happen, change nothing"), NULL },
    { "per-day", 0, 0, G_OPTION_ARG_INT, &self->per_day,
      N_ ("Promise a first contact to so many leads without one a working day; 0 for none"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print one JSON object"), NULL },
    { NULL },
  };

  self->per_day = NOT_SAID;
  ft_run_set_data (run, self, (GDestroyNotify) import_free);
  if (!ft_run_parse (run, entries, 1, G_MAXUINT, &self->files))
    return;
  if (self->per_day < 0 && self->per_day != NOT_SAID)
    ft_run_misuse (run, "%s", _ ("--per-day needs a number, or 0 for no promises"));
  else
    ft_run_with_store (run, read_files);
}

const FtCommand ft_command_import = {
  .name = "import",
  .arguments = "FILE… [--map FIELD=COLUMN]… [--dry-run] [--per-day N] [--json]",
  .summary = N_ ("Read leads from CSV, vCard and JSON files"),
  .run = import,
};
