#pragma once

#include <gio/gio.h>

#include "core/ft-channels.h"
#include "core/ft-hints.h"
#include "core/ft-rhythm.h"
#include "model/ft-history-item.h"
#include "model/ft-piece-list.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtCard:
 *
 * The lead on the call card. Set its "lead-id" and it reads the card, follows the store, and
 * notifies "data". What was shown stays until the new card has arrived. The latest FT_CARD_CONTACTS
 * contacts are read.
 *
 * Properties: "lead-id" (int64, settable, 0 for none), "data" (notify only; use ft_card_get_data ();
 * also when time passing, the settings or the library of pieces may have changed what follows from it:
 * rhythm, hint, rates, next piece), "history" (GListModel of #FtHistoryItem: contacts and
 * promises done, latest first; spliced, not refilled).
 * Signals: "gone": there is no lead "lead-id" any more, after "data" has become NULL; "failed" (GError *): the
 * card could not be read, what it shows may be out of date.
 */
#define FT_CARD_CONTACTS 200
#define FT_TYPE_CARD (ft_card_get_type ())
G_DECLARE_FINAL_TYPE (FtCard, ft_card, FT, CARD, GObject)

/* @pieces (nullable): the library, from which the next piece comes */
FtCard *ft_card_new (FtStore *store, FtPieceList *pieces);
void ft_card_set_lead_id (FtCard *self, gint64 lead_id);
gint64 ft_card_get_lead_id (FtCard *self);
/* Borrowed; NULL until it has been read, or if the lead is gone. */
FtLeadCard *ft_card_get_data (FtCard *self);
/* The promise to act on; borrowed, NULL if none. */
FtPromiseData *ft_card_get_promise (FtCard *self);
/* What follows from the data, the time and the settings; right whenever "data" is notified. Without
 * data: NULL, no hint, no rates. */
const FtRhythm *ft_card_get_rhythm (FtCard *self);     /* borrowed (A1, A3, E4) */
FtHint ft_card_get_hint (FtCard *self);                /* (B10) */
const FtChannelRate *ft_card_get_rates (FtCard *self); /* borrowed, FT_N_CHANNELS of them (E8) */
FtChannel ft_card_get_channel (FtCard *self);          /* the one to use (E8) */
FtPieceData *ft_card_get_next_piece (FtCard *self);    /* borrowed, NULL if they had all (A5) */
FtPieceList *ft_card_get_pieces (FtCard *self);        /* borrowed or NULL */
GListModel *ft_card_get_history (FtCard *self);
/* Time has passed. */
void ft_card_renew (FtCard *self);

G_END_DECLS
