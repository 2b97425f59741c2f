#pragma once

#include "core/ft-clock.h"

G_BEGIN_DECLS

/**
 * FtRingTimer:
 *
 * Rings once at a time of the wall clock, also when the machine slept until after it. When the computer's clock is
 * set, it has the #FtClock look at the time anew, whether it is set to ring or not.
 *
 * Signal: "rings".
 */
#define FT_TYPE_RING_TIMER (ft_ring_timer_get_type ())
G_DECLARE_FINAL_TYPE (FtRingTimer, ft_ring_timer, FT, RING_TIMER, GObject)

FtRingTimer *ft_ring_timer_new (FtClock *clock);
/* @at: seconds since 1970, UTC. Takes the place of the one before. A clock that stands still does not ring. */
void ft_ring_timer_set (FtRingTimer *self, gint64 at);

G_END_DECLS
