#pragma once

#include <adwaita.h>

#include "core/ft-import-row.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* Rows for lists in the import window; what comes from a file is never taken for markup. */

/* A lead as it would come in, or why it would not. @now: what the wall clock reads. */
GtkWidget *ft_import_preview_row_new (const FtImportRow *row, FtCivil now);
/* A row of the file that was not taken, with its line and the reason. */
GtkWidget *ft_import_reject_row_new (const FtImportReject *reject);
/* "Created  12". */
GtkWidget *ft_import_count_row_new (const char *title, guint count);

G_END_DECLS
