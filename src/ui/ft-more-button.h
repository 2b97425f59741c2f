#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "+4": so many more promises a day than there is room for. Opens the day ("calendar.open-day"). */

GtkWidget *ft_more_button_new (void);
/* Hidden while @n is 0. @day is Julian. */
void ft_more_button_set (GtkWidget *button, gint32 day, guint n);

G_END_DECLS
