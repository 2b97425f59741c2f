#pragma once

#include <gio/gio.h>

#include "model/ft-entry.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtEntryList:
 *
 * What is behind a figure, as a GListModel of #FtEntry: it holds the ids of all (8 bytes each), and reads
 * the rows of those somebody looks at only. It follows the store, and is spliced, not refilled.
 *
 * Properties, read-only: "busy" (the ids are being asked for), "error" (string or NULL).
 */
#define FT_TYPE_ENTRY_LIST (ft_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (FtEntryList, ft_entry_list, FT, ENTRY_LIST, GObject)

FtEntryList *ft_entry_list_new (FtStore *store);
/* Other ones; NULL for none. */
void ft_entry_list_set_query (FtEntryList *self, const FtEntryQuery *query);
gboolean ft_entry_list_get_busy (FtEntryList *self);
const char *ft_entry_list_get_error (FtEntryList *self);

G_END_DECLS
