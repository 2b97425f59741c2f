#pragma once

#include <adwaita.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtImportDialog:
 *
 * Takes leads in from a file: shows what its columns are taken to hold and the first rows, imports in one step
 * that can be cancelled and undone, and says what became of every row.
 */
#define FT_TYPE_IMPORT_DIALOG (ft_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FtImportDialog, ft_import_dialog, FT, IMPORT_DIALOG, AdwWindow)

/* A window on @file, which is read when the window is shown. */
FtImportDialog *ft_import_dialog_new (FtStore *store, GFile *file);

G_END_DECLS
