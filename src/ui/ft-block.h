#pragma once

#include <gio/gio.h>

#include "core/ft-day-off.h"
#include "core/ft-keeping.h"
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
 * FtBlockKind:
 * @FT_BLOCK_OF_PROMISE: a promise, or one of its edges
 * @FT_BLOCK_OF_DECISION: a quiet mark: a lead decides that day (A1)
 * @FT_BLOCK_OF_DAY_OFF: a quiet mark: away (E6), or a public holiday
 */
typedef enum
{
  FT_BLOCK_OF_PROMISE,
  FT_BLOCK_OF_DECISION,
  FT_BLOCK_OF_DAY_OFF,
} FtBlockKind;

/**
 * FtBlock:
 * @promise: owned; NULL of a mark
 * @lead: owned: who decides, else NULL
 * @day_off: owned: what it is, else NULL
 * @day: the Julian day it stands in
 * @start: minute of that day, or %FT_ALL_DAY
 * @duration: minutes, 0 when it is all day
 * @promised_after: minutes from @start to the promised edge, if it stands in here
 * @target: in the user's own zone
 * @promised: in the user's own zone
 *
 * @keeping: how the promise stands: open, late, kept, repaired (B7)
 *
 * A piece of the calendar: where a promise stands in the user's own time. Target and promised time near to
 * each other are one block with both edges; far apart they are two blocks.
 */
typedef struct
{
  FtBlockKind kind;
  FtPromise *promise;
  FtLeadData *lead;
  FtDayOffData *day_off;
  FtEdges edges;
  gint32 day;
  int start;
  int duration;
  int promised_after;
  FtCivil target;
  FtCivil promised;
  gboolean late;
  FtKeeping keeping;
} FtBlock;

FtBlock *ft_block_copy (const FtBlock *self);
void ft_block_free (FtBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtBlock, ft_block_free)

/* Whether both stand for the same piece, before and after a change. */
gboolean ft_block_is_same_piece (const FtBlock *a, const FtBlock *b);
/* Whether they look alike. */
gboolean ft_block_equal (const FtBlock *a, const FtBlock *b);

/* Which piece it is: the same number before and after a change, and no other's. */
gint64 ft_block_get_key (const FtBlock *self);
/* Whom or what it is about: "Anna Berg", "Away". (transfer full) */
char *ft_block_dup_name (const FtBlock *self);
/* The lead to open, 0 if it is about none. */
gint64 ft_block_get_lead_id (const FtBlock *self);
/* Whether it is a promise that can still be moved. */
gboolean ft_block_is_open (const FtBlock *self);
/* Whether it is drawn quietly, as what is not a contact: marks, thank-you cards and deliveries. */
gboolean ft_block_is_quiet (const FtBlock *self);

/* The blocks of a list of #FtPromise as of @now (an instant) in the user's @zone: by day, all-day ones
 * first, then by time. (transfer full) (element-type FtBlock) */
GPtrArray *ft_blocks_new (GListModel *promises, const char *zone, gint64 now);
/* Adds the marks of the days @first … @last: who decides (element-type FtLeadData), and what days are off
 * (element-type FtDayOffData). */
void ft_blocks_add_marks (
    GPtrArray *blocks, GPtrArray *decisions, GPtrArray *days_off, gint32 first, gint32 last);
/* Those of one day, in order: the index of the first, and how many. */
guint ft_blocks_of_day (GPtrArray *blocks, gint32 day, guint *n_blocks);

/* "Anna Berg, phone, Thursday 26 November 16:00, late": for a screen reader. (transfer full) */
char *ft_block_dup_label (const FtBlock *self);
/* "15:00, promised 16:00": under the name. (transfer full) */
char *ft_block_dup_detail (const FtBlock *self);

G_END_DECLS
