#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something held at the start or end side of @widget turns the page, "calendar.go", and goes on to do so;
 * with @vertical at the top or bottom too. */
void ft_drag_edge_add (GtkWidget *widget, gboolean vertical);

G_END_DECLS
