#pragma once

#include "model/ft-entry.h"
#include "model/ft-id-list.h"

G_BEGIN_DECLS

/**
 * FtEntryList:
 *
 * What is behind a figure, as an #FtIdList of #FtEntry. It follows the store.
 *
 * Properties, read-only: "busy" (the ids are being asked for), "error" (string or NULL).
 */
#define FT_TYPE_ENTRY_LIST (ft_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (FtEntryList, ft_entry_list, FT, ENTRY_LIST, FtIdList)

FtEntryList *ft_entry_list_new (FtStore *store);
/* Other ones; NULL for none. */
void ft_entry_list_set_query (FtEntryList *self, const FtEntryQuery *query);
gboolean ft_entry_list_get_busy (FtEntryList *self);
const char *ft_entry_list_get_error (FtEntryList *self);

G_END_DECLS
