#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtCard:
 *
 * The lead on the call card. Set its "lead-id" and it reads the card, follows the store, and
 * notifies "data". What was shown stays until the new card has arrived. The latest FT_CARD_CONTACTS
 * contacts are read.
 *
 * Properties: "lead-id" (int64, settable, 0 for none), "data" (notify only; use ft_card_get_data ()),
 * "history" (GListModel of #FtHistoryItem: contacts and promises done, latest first; spliced, not
 * refilled).
 */
#define FT_CARD_CONTACTS 200
#define FT_TYPE_CARD (ft_card_get_type ())
G_DECLARE_FINAL_TYPE (FtCard, ft_card, FT, CARD, GObject)

FtCard *ft_card_new (FtStore *store);
void ft_card_set_lead_id (FtCard *self, gint64 lead_id);
gint64 ft_card_get_lead_id (FtCard *self);
/* Borrowed; NULL until it has been read, or if the lead is gone. */
FtLeadCard *ft_card_get_data (FtCard *self);
/* The promise to act on; borrowed, NULL if none. */
FtPromiseData *ft_card_get_promise (FtCard *self);
GListModel *ft_card_get_history (FtCard *self);

/**
 * FtHistoryItem:
 *
 * A contact, or a promise that was done or moved. Immutable. Properties, read-only: "title" ("Reached by
 * phone"), "when", "text" (what was heard, asked for and noted), "icon-name".
 */
#define FT_TYPE_HISTORY_ITEM (ft_history_item_get_type ())
G_DECLARE_FINAL_TYPE (FtHistoryItem, ft_history_item, FT, HISTORY_ITEM, GObject)

FtContactData *ft_history_item_get_contact (FtHistoryItem *self); /* borrowed or NULL */
FtPromiseData *ft_history_item_get_promise (FtHistoryItem *self); /* borrowed or NULL */

G_END_DECLS
