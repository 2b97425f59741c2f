#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSaleReferral:
 *
 * "Who else should know?" and what they said: asked once it is delivered (D8).
 */
#define FT_TYPE_SALE_REFERRAL (ft_sale_referral_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleReferral, ft_sale_referral, FT, SALE_REFERRAL, GtkWidget)

GtkWidget *ft_sale_referral_new (FtDesk *desk);
/* Hidden until it is delivered. */
void ft_sale_referral_set_sale (FtSaleReferral *self, FtSaleData *sale);

G_END_DECLS
