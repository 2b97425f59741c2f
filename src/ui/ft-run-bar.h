#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtRunBar:
 *
 * "Start Calling" (B4): the leads late and due today, card by card. While it runs it says how far it has come;
 * stopping keeps the place.
 */
#define FT_TYPE_RUN_BAR (ft_run_bar_get_type ())
G_DECLARE_FINAL_TYPE (FtRunBar, ft_run_bar, FT, RUN_BAR, GtkWidget)

void ft_run_bar_set_desk (FtRunBar *self, FtDesk *desk);

G_END_DECLS
