#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what is to be done with a day where it is pressed with the second button, held, or by the menu key:
 * promise something, be away, look at it. @find: the Julian day at a point of @widget, or, with a negative point,
 * the one that has the focus; 0 for none. */
typedef gint32 (*FtDayMenuFind) (GtkWidget *widget, double x, double y);

void ft_day_menu_add (GtkWidget *widget, FtDayMenuFind find);

G_END_DECLS
