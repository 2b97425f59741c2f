#pragma once

#include <gio/gio.h>

#include "model/ft-sale.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtSaleBoard:
 *
 * All sales with something left to do, the one due first on top (B11): a GListModel of #FtSale. Holds their ids;
 * objects, and what is read of them, are only those that somebody looks at. Follows the store: what moves is
 * spliced, what stays is the same object.
 *
 * Property: "loaded" (boolean): whether the ids have been read once. Signal: "failed" (GError *): they could not be;
 * what is shown may be out of date.
 */
#define FT_TYPE_SALE_BOARD (ft_sale_board_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleBoard, ft_sale_board, FT, SALE_BOARD, GObject)

FtSaleBoard *ft_sale_board_new (FtStore *store);
gboolean ft_sale_board_get_loaded (FtSaleBoard *self);

G_END_DECLS
