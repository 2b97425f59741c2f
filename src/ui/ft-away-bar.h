#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtAwayBar:
 *
 * One line while something is promised for days away (E6): how much, and the button that promises it anew (the
 * action "win.promise-anew"). Not there when nothing is.
 */
#define FT_TYPE_AWAY_BAR (ft_away_bar_get_type ())
G_DECLARE_FINAL_TYPE (FtAwayBar, ft_away_bar, FT, AWAY_BAR, GtkWidget)

GtkWidget *ft_away_bar_new (FtDesk *desk);

G_END_DECLS
