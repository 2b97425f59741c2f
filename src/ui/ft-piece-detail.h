#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPieceDetail:
 *
 * One romance piece (A5): what it is, how many got it and how many of those bought; who has not had it yet, who
 * got it when; and its name, link and file, to be edited.
 *
 * Signal "show-lead" (gint64): a lead of a list was clicked; to give it to them is for their card.
 */
#define FT_TYPE_PIECE_DETAIL (ft_piece_detail_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceDetail, ft_piece_detail, FT, PIECE_DETAIL, GtkWidget)

GtkWidget *ft_piece_detail_new (FtDesk *desk);
void ft_piece_detail_set_piece (FtPieceDetail *self, FtPiece *piece); /* NULL for none */

G_END_DECLS
