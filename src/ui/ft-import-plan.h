#pragma once

#include <gio/gio.h>

#include "interchange/ft-import-source.h"

G_BEGIN_DECLS

/**
 * FtImportPlan:
 * @encoding: %FT_ENCODING_AUTO until the user chose one
 * @delimiter: 0 until the user chose one
 * @fields: FtField of each column, NULL as long as what was recognised stands
 *
 * How a file is to be read: what the user decided about it.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
  FtCivil now;
  FtEncoding encoding;
  char delimiter;
  gboolean has_header; /* counts if @fields is there */
  GArray *fields;
} FtImportPlan;

FtImportPlan *ft_import_plan_new (const char *name, GBytes *bytes, FtCivil now);
void ft_import_plan_free (FtImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtImportPlan, ft_import_plan_free)
/* (transfer full): what the user calls the file. */
char *ft_import_plan_dup_name (GFile *file);
void ft_import_plan_load_async (GFile *file, FtCivil now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtImportPlan *ft_import_plan_load_finish (GAsyncResult *result, GError **error);

/* Forgets what was decided about the columns: they are others now. */
void ft_import_plan_reset_fields (FtImportPlan *plan);
void ft_import_plan_take_fields (FtImportPlan *plan, const FtCsvMapping *mapping);

#define FT_IMPORT_N_PREVIEWS 5

/**
 * FtImportScan:
 * @source: stands before the first row; its mapping is for reading only
 * @previews: FtImportRow of the first rows
 * @n_rejected: rows of the file that cannot be taken
 *
 * What reading a file by a plan brings, found out off the main thread.
 */
typedef struct
{
  FtImportSource *source;
  GPtrArray *previews;
  guint n_rows;
  guint n_rejected;
} FtImportScan;

void ft_import_scan_free (FtImportScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtImportScan, ft_import_scan_free)

void ft_import_scan_async (const FtImportPlan *plan, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
FtImportScan *ft_import_scan_finish (GAsyncResult *result, GError **error);

G_END_DECLS
