#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtCardAid:
 *
 * What is needed to write a thank-you card by hand, beside its tick (B11): the postal address, asked for in
 * place if it is missing; something personal to mention (E7); the benefit it served (E2); and a text to
 * begin with.
 */
#define FT_TYPE_CARD_AID (ft_card_aid_get_type ())
G_DECLARE_FINAL_TYPE (FtCardAid, ft_card_aid, FT, CARD_AID, GtkWidget)

GtkWidget *ft_card_aid_new (FtDesk *desk);
/* @second: the card is the one after the delivery. */
void ft_card_aid_set (FtCardAid *self, FtLeadData *lead, const FtSaleData *sale, gboolean second);

G_END_DECLS
