#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtBlankCard:
 *
 * What stands in place of a card: how to begin while there is no lead at all (B1), else that one is to be chosen.
 * While a lead is on its way it is empty, so that nothing is said and taken back.
 */
#define FT_TYPE_BLANK_CARD (ft_blank_card_get_type ())
G_DECLARE_FINAL_TYPE (FtBlankCard, ft_blank_card, FT, BLANK_CARD, GtkWidget)

void ft_blank_card_set_desk (FtBlankCard *self, FtDesk *desk);

G_END_DECLS
