#pragma once

#include "ui/ft-promise-block.h"

G_BEGIN_DECLS

/* While the lower edge of a block is dragged: how many minutes it would take. @block is NULL when it is over. */
typedef void (*FtEffortShow) (GtkWidget *hours, FtPromiseBlock *block, int effort);

/* Lets the blocks of @hours, a day from midnight to midnight high, be made longer and shorter by their lower
 * edge: activates "calendar.set-effort" (promise, minutes). Escape gives it back. */
void ft_effort_drag_add (GtkWidget *hours, FtEffortShow show);

G_END_DECLS
