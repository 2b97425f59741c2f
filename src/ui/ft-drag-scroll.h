#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something held near the top or bottom of @scroller scrolls it, the faster the nearer. */
void ft_drag_scroll_add (GtkScrolledWindow *scroller);

G_END_DECLS
