#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPieceBox:
 *
 * The romance piece to bring next, and which ones they had (A5). "Give" puts it on the promise to act on; the
 * contact that keeps the promise records it as given.
 */
#define FT_TYPE_PIECE_BOX (ft_piece_box_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceBox, ft_piece_box, FT, PIECE_BOX, GtkWidget)

void ft_piece_box_set_editor (FtPieceBox *self, FtCardEditor *editor);
void ft_piece_box_update (FtPieceBox *self);

G_END_DECLS
