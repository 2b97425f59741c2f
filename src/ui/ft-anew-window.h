#pragma once

#include "model/ft-away-list.h"
#include "model/ft-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtAnewWindow:
 *
 * What is promised for days on which the user will be away, to be promised anew before leaving (E6). A row goes
 * when that is done; the last one leaves a word that all is well.
 */
#define FT_TYPE_ANEW_WINDOW (ft_anew_window_get_type ())
G_DECLARE_FINAL_TYPE (FtAnewWindow, ft_anew_window, FT, ANEW_WINDOW, AdwWindow)

GtkWidget *ft_anew_window_new (GtkWindow *parent, FtDesk *desk);

G_END_DECLS
