#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-import-plan.h"

#include <glib/gi18n-lib.h>

/* Much more than a million leads. */
#define MAX_BYTES (1024 * 1024 * 1024)

FtImportPlan *
ft_import_plan_new (const char *name, GBytes *bytes, FtCivil now)
{
  FtImportPlan *plan = g_new0 (FtImportPlan, 1);

  plan->name = g_strdup (name);
  plan->bytes = g_bytes_ref (bytes);
  plan->now = now;
  plan->has_header = TRUE;
  return plan;
}

static FtImportPlan *
plan_copy (const FtImportPlan *plan)
{
  FtImportPlan *copy = ft_import_plan_new (plan->name, plan->bytes, plan->now);

  copy->encoding = plan->encoding;
  copy->delimiter = plan->delimiter;
  copy->has_header = plan->has_header;
  if (plan->fields != NULL)
    copy->fields = g_array_copy (plan->fields);
  return copy;
}

void
ft_import_plan_free (FtImportPlan *plan)
{
  g_free (plan->name);
  g_bytes_unref (plan->bytes);
  g_clear_pointer (&plan->fields, g_array_unref);
  g_free (plan);
}

void
ft_import_plan_reset_fields (FtImportPlan *plan)
{
  g_clear_pointer (&plan->fields, g_array_unref);
}

/**
 * ft_import_plan_take_fields:
 * @plan: a plan
 * @mapping: what the columns are recognised, or chosen, to hold
 *
 * Decides what @mapping says.
 */
void
ft_import_plan_take_fields (FtImportPlan *plan, const FtCsvMapping *mapping)
{
  ft_import_plan_reset_fields (plan);
  plan->has_header = mapping->has_header;
  plan->fields = g_array_new (FALSE, FALSE, sizeof (FtField));
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const FtCsvColumn *column = g_ptr_array_index (mapping->columns, i);

      g_array_append_val (plan->fields, column->field);
    }
}

/* Only what differs is set: a column that stays what it was recognised to be keeps its label. */
static void
apply_fields (const FtImportPlan *plan, FtCsvMapping *mapping)
{
  guint n = plan->fields != NULL ? MIN (plan->fields->len, mapping->columns->len) : 0;

  if (plan->fields != NULL)
    mapping->has_header = plan->has_header;
  for (guint i = 0; i < n; i++)
    {
      FtCsvColumn *column = g_ptr_array_index (mapping->columns, i);
      FtField field = g_array_index (plan->fields, FtField, i);

      if (column->field != field)
        {
          column->field = field;
          column->group = 0;
        }
    }
}

/* --- Loading --- */

char *
ft_import_plan_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
load_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = G_FILE (source_object);
  const FtCivil *now = task_data;
  g_autofree char *name = ft_import_plan_dup_name (file);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, &error);

  /* A folder has no leads, and a pipe may never end. */
  if (info != NULL
      && (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
          || g_file_info_get_size (info) > MAX_BYTES))
    g_set_error_literal (&error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT,
                         _ ("Choose a CSV, vCard or JSON file of at most one gigabyte."));
  else if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, ft_import_plan_new (name, bytes, *now),
                           (GDestroyNotify) ft_import_plan_free);
  else
    g_task_return_error (task, error);
}

/**
 * ft_import_plan_load_async:
 * @file: where the leads come from
 * @now: what the wall clock reads
 * @cancellable: to give up
 * @callback: called when done
 * @data: for @callback
 *
 * Reads a file, on another thread.
 */
void
ft_import_plan_load_async (GFile *file,
                           FtCivil now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);

  g_task_set_source_tag (task, ft_import_plan_load_async);
  g_task_set_task_data (task, g_memdup2 (&now, sizeof now), g_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * ft_import_plan_load_finish:
 * @result: from the callback
 * @error: why it cannot be read, in words
 *
 * Returns: (transfer full): a plan that leaves everything to be recognised
 */
FtImportPlan *
ft_import_plan_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Scanning --- */

static void
preview_free (gpointer row)
{
  ft_import_row_clear (row);
  g_free (row);
}

void
ft_import_scan_free (FtImportScan *scan)
{
  g_clear_pointer (&scan->source, ft_import_source_free);
  g_ptr_array_unref (scan->previews);
  g_free (scan);
}

/* A mapping without a name is no error of the file: it is for the user to put right. */
static gboolean
count_rows (FtImportScan *scan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  FtImportRow row = { NULL };

  while (ft_import_source_next (scan->source, &row, NULL, &failure))
    {
      scan->n_rows += row.attachment == NULL;
      scan->n_rejected += row.reason != NULL;
      if (row.attachment == NULL && scan->previews->len < FT_IMPORT_N_PREVIEWS)
        {
          g_ptr_array_add (scan->previews, g_memdup2 (&row, sizeof row));
          row = (FtImportRow){ NULL };
        }
      ft_import_row_clear (&row);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  ft_import_source_rewind (scan->source);
  if (failure == NULL || g_error_matches (failure, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
scan_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const FtImportPlan *plan = task_data;
  g_autoptr (FtImportScan) scan = g_new0 (FtImportScan, 1);
  GError *error = NULL;

  scan->previews = g_ptr_array_new_with_free_func (preview_free);
  scan->source = ft_import_source_new (plan->name, plan->bytes, plan->encoding, plan->delimiter,
                                       plan->now, &error);
  if (scan->source != NULL && ft_import_source_get_mapping (scan->source) != NULL)
    apply_fields (plan, ft_import_source_get_mapping (scan->source));
  if (scan->source == NULL || !count_rows (scan, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&scan), (GDestroyNotify) ft_import_scan_free);
}

/**
 * ft_import_scan_async:
 * @plan: how to read; is copied
 * @cancellable: to give up
 * @callback: called when done
 * @data: for @callback
 *
 * Reads a whole file by a plan, on another thread: what it holds, how many rows, and the first of
 * them.
 */
void
ft_import_scan_async (const FtImportPlan *plan,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, ft_import_scan_async);
  g_task_set_task_data (task, plan_copy (plan), (GDestroyNotify) ft_import_plan_free);
  g_task_run_in_thread (task, scan_thread);
}

/**
 * ft_import_scan_finish:
 * @result: from the callback
 * @error: what is wrong with the file, in words
 *
 * Returns: (transfer full): the scan
 */
FtImportScan *
ft_import_scan_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
