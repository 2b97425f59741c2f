#pragma once

#include "model/ft-piece.h"

G_BEGIN_DECLS

/* A romance piece in words (A5). */

const char *ft_piece_kind_words (FtPieceKind kind); /* "Document" */
/* "Document · Save time · Retired" (transfer full) */
char *ft_piece_about_words (const FtPieceData *piece);
/* "Given to 12, 3 bought afterwards": counts, no proof (transfer full) */
char *ft_piece_given_words (FtPiece *piece);

G_END_DECLS
