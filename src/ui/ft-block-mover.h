#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves the blocks of @calendar by the pointer to the drop zones within it (ft-drop-zone.h), until it is let go or
 * Escape gives it back. GTK's own drag and drop would take the keyboard to itself, and the block would not come
 * back by key on X11. @overlay: where the block is drawn while it is on its way */
void ft_block_mover_add (GtkWidget *calendar, GtkOverlay *overlay);

G_END_DECLS
