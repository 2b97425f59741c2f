#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Days chosen by dragging over them, from one empty place to another; what is chosen is away (the action
 * "calendar.away"). Escape gives up. */

/* The Julian day whose empty place is at a point of @widget, 0 if there is none. */
typedef gint32 (*FtDayRangeFind) (GtkWidget *widget, double x, double y);
/* Shows that these days are chosen; with 0 none. */
typedef void (*FtDayRangeShow) (GtkWidget *widget, gint32 first, gint32 last);

void ft_day_range_add (GtkWidget *widget, FtDayRangeFind find, FtDayRangeShow show);

G_END_DECLS
