#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A swipe along the line of reading, by finger, on a touchpad or with a sideways wheel, activates
 * "calendar.go" back (-1) or forth (+1); with @vertical one up or down and the wheel do so too. */
void ft_page_gestures_add (GtkWidget *widget, gboolean vertical);

G_END_DECLS
