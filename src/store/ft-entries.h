#pragma once

#include "store/ft-database.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtEntries:
 *
 * The promises, contacts or leads of a query while they are looked for, a part at a time: which of them belong is a
 * rule and not in an index, and other jobs of the database's thread come in between.
 */
typedef struct _FtEntries FtEntries;

FtEntries *ft_entries_new (const FtEntryQuery *query);
void ft_entries_free (FtEntries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtEntries, ft_entries_free)
/* On the database's thread: the next part. FALSE when all were found. */
gboolean ft_entries_next (FtEntries *self, FtDatabase *database);
/* (transfer full) GArray of gint64, in the order of the query; once all were found */
GArray *ft_entries_steal (FtEntries *self);
/* The first instant at which time alone may change them, G_MAXINT64 for never. */
gint64 ft_entries_get_next_change (FtEntries *self);

/* NULL for those that do not exist. (transfer full) GPtrArray of FtEntryRow */
GPtrArray *ft_entries_read (FtDatabase *database, FtEntryKind kind, const gint64 *ids, guint n_ids);

G_END_DECLS
