#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"
#include "ui/ft-calendar-moves.h"

G_BEGIN_DECLS

/**
 * FtSlotOffer:
 *
 * At a free slot: one click promises the lead on the card something then (B1, B6), and what would be wrong
 * with that is said first. The arrow keys move the slot by quarters and days.
 */
#define FT_TYPE_SLOT_OFFER (ft_slot_offer_get_type ())
G_DECLARE_FINAL_TYPE (FtSlotOffer, ft_slot_offer, FT, SLOT_OFFER, GtkPopover)

GtkWidget *ft_slot_offer_new (FtDesk *desk);
/* @others (element-type FtPromiseData): the open promises around it. Does nothing while no lead is on the card. */
void ft_slot_offer_open (FtSlotOffer *self, FtSlot slot, GPtrArray *others, const GdkRectangle *at);

G_END_DECLS
