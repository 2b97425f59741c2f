#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the focus from @widget and all that is in it, before it is hidden or removed: GTK 4.8 would not forget what
 * had it. */
void ft_focus_leave (GtkWidget *widget);

G_END_DECLS
