#pragma once

#include <gtk/gtk.h>

#include "core/ft-rhythm.h"

G_BEGIN_DECLS

/**
 * FtGaugeBar:
 *
 * Where a lead stands between pest and invisible (E4): four segments from too much to too little, the one it
 * is in stands out. Says nothing to a screen reader: the word is beside it.
 */
#define FT_TYPE_GAUGE_BAR (ft_gauge_bar_get_type ())
G_DECLARE_FINAL_TYPE (FtGaugeBar, ft_gauge_bar, FT, GAUGE_BAR, GtkWidget)

void ft_gauge_bar_set_gauge (FtGaugeBar *self, FtGauge gauge);
FtGauge ft_gauge_bar_get_gauge (FtGaugeBar *self);

G_END_DECLS
