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
 * "calendar.nudge" with the promise's id, the edges and the minutes, with Shift for the promised edge.
 */
#define FT_TYPE_PROMISE_BLOCK (ft_promise_block_get_type ())
G_DECLARE_FINAL_TYPE (FtPromiseBlock, ft_promise_block, FT, PROMISE_BLOCK, GtkWidget)

/* @compact: one line, as in the month; else as high as it takes time. */
GtkWidget *ft_promise_block_new (gboolean compact);
/* Shows another piece; @block is copied. */
void ft_promise_block_set_block (FtPromiseBlock *self, const FtBlock *block);
/* Borrowed; NULL before anything was set. */
const FtBlock *ft_promise_block_get_block (FtPromiseBlock *self);

/**
 * FtBlockDrag:
 *
 * What is dragged when a block is: one of the two times of a promise, and how many minutes below the
 * block's start it was grasped.
 */
typedef struct
{
  FtPromise *promise;
  FtEdges edge; /* one of them */
  int grasp;    /* minutes */
} FtBlockDrag;

#define FT_TYPE_BLOCK_DRAG (ft_block_drag_get_type ())
GType ft_block_drag_get_type (void) G_GNUC_CONST;

G_END_DECLS
