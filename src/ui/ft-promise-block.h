#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtPromiseBlock:
 *
 * One piece of the calendar as a button: whom the promise is made to, how and when; filled when they agreed
 * to the time and hollow when not (C3), a line at the promised edge, late as an icon and a colour. Draws
 * itself, so that a month of them is as many widgets and no more.
 *
 * Opening it activates the action "calendar.open-lead" with the lead's id; Ctrl and an arrow key
 * "calendar.nudge" with the promise's id, the edges and the minutes, with Shift for the promised edge; Shift
 * and Up or Down "calendar.set-effort" with the promise's id and the minutes it will take.
 */
#define FT_TYPE_PROMISE_BLOCK (ft_promise_block_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseBlock, ft_promise_block, FT, PROMISE_BLOCK, GtkWidget)

/* @compact: one line, as in the month; else as high as it takes time. */
GtkWidget *ft_promise_block_new (gboolean compact);
/* Shows another piece; @block is copied. */
void ft_promise_block_set_block (FtPromiseBlock *self, const FtBlock *block);
/* Borrowed; NULL before anything was set. */
const FtBlock *ft_promise_block_get_block (FtPromiseBlock *self);

typedef enum
{
  FT_BLOCK_BODY,
  FT_BLOCK_PROMISED, /* the line at what they were told */
  FT_BLOCK_EFFORT,   /* the lower edge: how long it takes */
} FtBlockPart;

/* What is grasped at a point; where the lower edge is the promised time too, that is its end side. */
FtBlockPart ft_promise_block_get_part (FtPromiseBlock *self, double x, double y);
/* Whether it is being dragged, and so must not go. */
void ft_promise_block_set_dragged (FtPromiseBlock *self, gboolean dragged);
gboolean ft_promise_block_is_dragged (FtPromiseBlock *self);

/**
 * FtBlockDrag:
 *
 * What is dragged when a block is: one of the two times of a promise, how many minutes below the
 * block's start it was grasped, and how many it takes.
 */
typedef struct
{
  FtPromise *promise;
  FtEdges edge; /* one of them */
  int grasp;
  int duration;
} FtBlockDrag;

/* What is dragged when the block is grasped at a point; @drag borrows from it. FALSE if it is not to be moved, or
 * not there. */
gboolean ft_promise_block_grasp (FtPromiseBlock *self, double x, double y, FtBlockDrag *drag);

#define FT_TYPE_BLOCK_DRAG (ft_block_drag_get_type ())
GType ft_block_drag_get_type (void) G_GNUC_CONST;

G_END_DECLS
