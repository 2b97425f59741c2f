#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtSale:
 *
 * A sale of the board. Its row arrives after the object, and again when anything of it changed.
 *
 * Properties: "id" (int64), "row" (notify only; use ft_sale_get_row ()).
 */
#define FT_TYPE_SALE (ft_sale_get_type ())
G_DECLARE_FINAL_TYPE (FtSale, ft_sale, FT, SALE, GObject)

FtSale *ft_sale_new (gint64 id);
gint64 ft_sale_get_id (FtSale *self);
FtSaleRow *ft_sale_get_row (FtSale *self); /* borrowed, NULL until it has been read */
void ft_sale_set_row (FtSale *self, FtSaleRow *row);

G_END_DECLS
