#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtAwayPopover:
 *
 * Marks days as away (E6) or as a public holiday, in words as they are typed, or changes what was marked.
 */
#define FT_TYPE_AWAY_POPOVER (ft_away_popover_get_type ())
G_DECLARE_FINAL_TYPE (FtAwayPopover, ft_away_popover, FT, AWAY_POPOVER, GtkPopover)

GtkWidget *ft_away_popover_new (FtDesk *desk);
/* Asks about the days @first … @last, at a place of its parent. If they are marked as just that already, it is
 * changed. */
void ft_away_popover_ask (FtAwayPopover *self, gint32 first, gint32 last, const GdkRectangle *at);

G_END_DECLS
