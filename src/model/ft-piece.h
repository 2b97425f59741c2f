#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtPiece:
 *
 * A romance piece of the library (A5). Immutable: what changed is another object. Properties, read-only: "id"
 * (int64), "name", "kind" (FtPieceKind as int), "head" (FtBenefitHead as int), "uri", "file-name", "retired",
 * "n-given" (uint), "given-at" (int64, last, 0 if never), "n-leads" (uint, who got it), "n-bought" (uint, of
 * those who bought then or later).
 */
#define FT_TYPE_PIECE (ft_piece_get_type ())
G_DECLARE_FINAL_TYPE (FtPiece, ft_piece, FT, PIECE, GObject)

FtPiece *ft_piece_new (FtPieceRow *row);
FtPieceData *ft_piece_get_data (FtPiece *self); /* borrowed */
gboolean ft_piece_equal (FtPiece *a, FtPiece *b);

G_END_DECLS
