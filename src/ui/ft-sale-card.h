#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSaleCard:
 *
 * A sale with its checklist (B11): what was bought, for how much and until when, edited in place; its steps, to be
 * ticked or skipped; a step of one's own; and who else should know, once it is delivered (D8).
 *
 * Signals: "acting": something of it is about to be saved; "show-lead" (gint64): whose it is was clicked; "remove"
 * (gint64): this sale is to go, where the lead is not named.
 */
#define FT_TYPE_SALE_CARD (ft_sale_card_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleCard, ft_sale_card, FT, SALE_CARD, GtkWidget)

/* @with_lead: says whose it is, above everything. */
GtkWidget *ft_sale_card_new (FtDesk *desk, gboolean with_lead);
/* @row: (nullable): with the lead's other open promises among @promises it is known whether a friendly one is
 * ahead. */
void ft_sale_card_set_row (FtSaleCard *self, FtSaleRow *row);
/* The first step to tick. Returns whether there is one. */
gboolean ft_sale_card_focus_step (FtSaleCard *self);
/* Time has passed. */
void ft_sale_card_renew (FtSaleCard *self);

G_END_DECLS
