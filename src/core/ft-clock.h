#pragma once

#include <glib-object.h>

#include "core/ft-civil.h"

G_BEGIN_DECLS

/**
 * FtClock:
 *
 * The one place that knows what time it is and where; tests set it.
 */
#define FT_TYPE_CLOCK (ft_clock_get_type ())
G_DECLARE_FINAL_TYPE (FtClock, ft_clock, FT, CLOCK, GObject)

FtClock *ft_clock_new (void);
/* A clock that stands still at @now in @zone until ft_clock_set (). */
FtClock *ft_clock_new_fixed (gint64 now, const char *zone);
gint64 ft_clock_now (FtClock *self);
const char *ft_clock_get_zone (FtClock *self);
/* Whether it stands still. */
gboolean ft_clock_is_fixed (FtClock *self);
void ft_clock_set (FtClock *self, gint64 now, const char *zone);
/* The system's time was set, its zone changed or it slept: looks at the zone again, emits "changed". */
void ft_clock_refresh (FtClock *self);
/* What the user reads on the wall. */
FtCivil ft_clock_civil (FtClock *self);
/* "changed": the time was set or the zone changed; not emitted as time passes. */

G_END_DECLS
