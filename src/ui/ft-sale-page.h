#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSalePage:
 *
 * The board "After the Sale": every sale with something left to do as a card with its checklist, what is due first on
 * top (B11).
 *
 * Signal "show-lead" (gint64): the call card of this one is wanted.
 */
#define FT_TYPE_SALE_PAGE (ft_sale_page_get_type ())
G_DECLARE_FINAL_TYPE (FtSalePage, ft_sale_page, FT, SALE_PAGE, GtkWidget)

GtkWidget *ft_sale_page_new (FtDesk *desk);

G_END_DECLS
