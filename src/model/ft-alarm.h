#pragma once

#include "core/ft-clock.h"

G_BEGIN_DECLS

/**
 * FtAlarm:
 *
 * Rings once when a clock has reached an instant, also when the clock was set past it.
 *
 * Signal "ring".
 */
#define FT_TYPE_ALARM (ft_alarm_get_type ())
G_DECLARE_FINAL_TYPE (FtAlarm, ft_alarm, FT, ALARM, GObject)

FtAlarm *ft_alarm_new (FtClock *clock);
/* Seconds since 1970 in UTC; G_MAXINT64 for never. In place of what it was set to. */
void ft_alarm_set (FtAlarm *self, gint64 at);

G_END_DECLS
