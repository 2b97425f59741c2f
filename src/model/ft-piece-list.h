#pragma once

#include <gio/gio.h>

#include "model/ft-piece.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtPieceList:
 *
 * The library of romance pieces (A5) as a GListModel of #FtPiece: those in use first, in the order they were
 * added; retired ones last. Follows the store, and is spliced, not refilled.
 */
#define FT_TYPE_PIECE_LIST (ft_piece_list_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceList, ft_piece_list, FT, PIECE_LIST, GObject)

FtPieceList *ft_piece_list_new (FtStore *store);
/* (element-type FtPieceData): as ft_pieces_next () wants them. Borrowed, until "items-changed". */
GPtrArray *ft_piece_list_get_pieces (FtPieceList *self);
/* NULL if there is none. Borrowed. */
FtPieceData *ft_piece_list_find (FtPieceList *self, gint64 piece_id);

G_END_DECLS
