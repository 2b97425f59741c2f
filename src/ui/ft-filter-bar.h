#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtFilterBar:
 *
 * A pill for every filter of the lead list with how many leads are in it now. They press the action "win.filter".
 */
#define FT_TYPE_FILTER_BAR (ft_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (FtFilterBar, ft_filter_bar, FT, FILTER_BAR, GtkWidget)

GtkWidget *ft_filter_bar_new (void);
void ft_filter_bar_set_desk (FtFilterBar *self, FtDesk *desk);

G_END_DECLS
