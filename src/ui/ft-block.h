#pragma once

#include <gio/gio.h>

#include "model/ft-promise.h"

G_BEGIN_DECLS

/**
 * FtEdges:
 *
 * Which of a promise's two times stand in a block (C2).
 */
typedef enum
{
  FT_EDGE_TARGET = 1 << 0,
  FT_EDGE_PROMISED = 1 << 1,
} FtEdges;

/**
 * FtBlock:
 * @promise: owned
 * @day: the Julian day it stands in
 * @start: minute of that day, or %FT_ALL_DAY
 * @duration: minutes, 0 when it is all day
 * @promised_after: minutes from @start to the promised edge, if it stands in here
 * @target: in the user's own zone
 * @promised: in the user's own zone
 *
 * A piece of the calendar: where a promise stands in the user's own time. Target and promised time near to
 * each other are one block with both edges; far apart they are two blocks.
 */
typedef struct
{
  FtPromise *promise;
  FtEdges edges;
  gint32 day;
  int start;
  int duration;
  int promised_after;
  FtCivil target;
  FtCivil promised;
  gboolean late;
} FtBlock;

FtBlock *ft_block_copy (const FtBlock *self);
void ft_block_free (FtBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtBlock, ft_block_free)

/* Whether both stand for the same piece, before and after a change. */
gboolean ft_block_is_same_piece (const FtBlock *a, const FtBlock *b);
/* Whether they look alike. */
gboolean ft_block_equal (const FtBlock *a, const FtBlock *b);

/* The blocks of a list of #FtPromise as of @now (an instant) in the user's @zone: by day, all-day ones
 * first, then by time. (transfer full) (element-type FtBlock) */
GPtrArray *ft_blocks_new (GListModel *promises, const char *zone, gint64 now);
/* Those of one day, in order: the index of the first, and how many. */
guint ft_blocks_of_day (GPtrArray *blocks, gint32 day, guint *n_blocks);

/* "Anna Berg, phone, Thursday 26 November 16:00, late": for a screen reader. (transfer full) */
char *ft_block_dup_label (const FtBlock *self);
/* "15:00, promised 16:00": under the name. (transfer full) */
char *ft_block_dup_detail (const FtBlock *self);

G_END_DECLS
