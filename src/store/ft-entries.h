#pragma once

#include "store/ft-database.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* The promises or contacts of a query in its order. (transfer full) GArray of gint64 */
GArray *ft_entries_query (FtDatabase *database, const FtEntryQuery *query);
/* NULL for those that do not exist. (transfer full) GPtrArray of FtEntryRow */
GPtrArray *ft_entries_read (FtDatabase *database, FtEntryKind kind, const gint64 *ids, guint n_ids);

G_END_DECLS
