#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ft_window_state_bind:
 *
 * Opens @window as it was closed last, and remembers how it is: its size, and whether it fills the screen. Where no
 * schema of the desktop's settings is installed it stays as it comes.
 */
void ft_window_state_bind (GtkWindow *window);

G_END_DECLS
