#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtSaleBox:
 *
 * What was sold to the lead on the card: each sale that has something left to do with its checklist, and a line
 * for every earlier one (B11).
 */
#define FT_TYPE_SALE_BOX (ft_sale_box_get_type ())
G_DECLARE_FINAL_TYPE (FtSaleBox, ft_sale_box, FT, SALE_BOX, GtkWidget)

void ft_sale_box_set_editor (FtSaleBox *self, FtCardEditor *editor);
/* Shows what is on the card as of now. */
void ft_sale_box_update (FtSaleBox *self);
/* A sale is being logged: its first step has the focus when it is here, so that one press ticks it. */
void ft_sale_box_expect (FtSaleBox *self, gint64 lead_id);

G_END_DECLS
