#pragma once

#include <gtk/gtk.h>

#include "model/ft-piece.h"

G_BEGIN_DECLS

/**
 * FtPieceListRow:
 *
 * A romance piece in the library (A5), in two lines: its name; what it is, and to how many it was given.
 */
#define FT_TYPE_PIECE_LIST_ROW (ft_piece_list_row_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceListRow, ft_piece_list_row, FT, PIECE_LIST_ROW, GtkWidget)

GtkWidget *ft_piece_list_row_new (void);
void ft_piece_list_row_set_piece (FtPieceListRow *self, FtPiece *piece);

G_END_DECLS
