#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves the blocks of @calendar by the pointer to the drop zones within it (ft-drag-move.h). @overlay: where the block
 * is drawn while it is on its way */
void ft_block_mover_add (GtkWidget *calendar, GtkOverlay *overlay);

G_END_DECLS
