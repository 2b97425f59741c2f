#pragma once

#include "model/ft-id-list.h"
#include "model/ft-sale.h"

G_BEGIN_DECLS

/**
 * FtSaleBoard:
 *
 * All sales with something left to do, the one due first on top (B11): an #FtIdList of #FtSale. Follows the store.
 *
 * Property: "loaded" (boolean): whether the ids have been read once. Signal: "failed" (GError *): they could not be;
 * what is shown may be out of date.
 */
#define FT_TYPE_SALE_BOARD (ft_sale_board_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleBoard, ft_sale_board, FT, SALE_BOARD, FtIdList)

FtSaleBoard *ft_sale_board_new (FtStore *store);
gboolean ft_sale_board_get_loaded (FtSaleBoard *self);

G_END_DECLS
