#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSaleFields:
 *
 * What was bought, its value and the day of its delivery, edited where they stand, and which kind of sale it is.
 */
#define FT_TYPE_SALE_FIELDS (ft_sale_fields_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleFields, ft_sale_fields, FT, SALE_FIELDS, GtkWidget)

GtkWidget *ft_sale_fields_new (FtDesk *desk);
void ft_sale_fields_set_row (FtSaleFields *self, FtSaleRow *row);

G_END_DECLS
