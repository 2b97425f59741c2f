#pragma once

#include <adwaita.h>

#include "interchange/ft-csv-mapping.h"

G_BEGIN_DECLS

/**
 * FtImportColumns:
 *
 * The columns of a table, each with its header, its first values and what it is taken to hold, which
 * the user can change. Columns in which nothing stands are left out.
 *
 * Signal "changed" (guint column, FtField field): the user chose another field.
 */
#define FT_TYPE_IMPORT_COLUMNS (ft_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (FtImportColumns, ft_import_columns, FT, IMPORT_COLUMNS, AdwPreferencesGroup)

/* Shows @mapping; rows for the same columns stay, so that focus and place stay too. */
void ft_import_columns_show (FtImportColumns *self, const FtCsvMapping *mapping);

G_END_DECLS
