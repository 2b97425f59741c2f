#pragma once

#include "core/ft-import-row.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* What a row brings beside its lead. What is there already, by its uid or just the same, is not added again. */

/* The library; @ids (gint64 of the source → gint64 in the database) learns what its pieces are called here. */
void ft_import_pieces (FtDatabase *database, GPtrArray *pieces, GHashTable *ids);
/* Returns whether any was added. */
gboolean ft_import_days_off (FtDatabase *database, GPtrArray *days_off);
/* The sales, promises and contacts of a lead; @pieces as ft_import_pieces () left it. Returns whether any was added. */
gboolean ft_import_history (FtDatabase *database,
                            gint64 lead_id,
                            gboolean is_new,
                            const FtImportRow *row,
                            GHashTable *pieces);

G_END_DECLS
