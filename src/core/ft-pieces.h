#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* Who got which romance piece, and what comes next (A5). */

/* The UTC day @piece_id was first given to this lead, 0 if it was not. */
gint32 ft_pieces_given_day (const FtLeadCard *card, gint64 piece_id);
/* The piece to bring next: one this lead has not had, which serves one of its benefits if there is
 * such a one, else the first in the order of @pieces (element-type FtPieceData). Borrowed, NULL if it
 * had all. (A5, C7) */
FtPieceData *ft_pieces_next (GPtrArray *pieces, const FtLeadCard *card);

G_END_DECLS
