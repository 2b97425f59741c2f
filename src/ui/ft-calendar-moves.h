#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"
#include "ui/ft-promise-block.h"
#include "ui/ft-tell-popover.h"

G_BEGIN_DECLS

/* What a drag or a key in the calendar does, through the desk and so to be undone. Slots are in the
 * user's own zone. */

/**
 * FtSlot:
 * @keep_minute: only the day was chosen: the time of day stays
 */
typedef struct
{
  gint32 day;
  int minute;
  gboolean keep_minute;
} FtSlot;

/* Moves the target, which is free as long as it is not after the promised time; else the promised time
 * moves, which first asks with @tell, at a place of its parent, whether the customer knows. */
void ft_calendar_move (FtTellPopover *tell,
                       FtDesk *desk,
                       FtPromise *promise,
                       FtEdges edge,
                       FtSlot slot,
                       const GdkRectangle *at);
/* By so many minutes, whole days staying at the same time of day. Returns the user's day it is on now, 0 if it has
 * not moved (yet). */
gint32 ft_calendar_nudge (FtTellPopover *tell,
                          FtDesk *desk,
                          FtPromise *promise,
                          FtEdges edge,
                          int minutes,
                          const GdkRectangle *at);
/* How long it will take, in minutes. */
void ft_calendar_set_effort (FtDesk *desk, FtPromise *promise, int minutes);
/* What would be promised if @value, an #FtBlockDrag, an #FtLead or a lead's id, were dropped at a slot: with that
 * time as its target. (transfer full) (nullable) */
FtPromiseData *ft_calendar_consider (FtDesk *desk, const GValue *value, FtSlot slot);
/* A promise to a lead at a slot (B6); without a time of day, at the next full hour, or 10:00 of another day. */
void ft_calendar_promise_to_lead (FtDesk *desk, gint64 lead_id, FtSlot slot);

G_END_DECLS
