#pragma once

#include "core/ft-civil.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtSpread:
 *
 * Where the first promises to many leads at once go: so many a working day, the order kept, evenly
 * over the working hours, around what is promised already (B1, E1, E10).
 */
typedef struct _FtSpread FtSpread;

/**
 * ft_spread_new:
 * @a_day: at most as many a day, at least 1
 * @now: on the clock of @zone
 * @zone: the user's own
 *
 * A day that has begun is not given to leads that came just now.
 */
FtSpread *ft_spread_new (const FtSettings *settings, int a_day, FtCivil now, const char *zone);
void ft_spread_free (FtSpread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtSpread, ft_spread_free)

/**
 * ft_spread_take:
 * @target_at: when the work on an open promise is to be done
 * @timed: FALSE if that is any time of its day
 * @effort: minutes it takes, 0 if nobody knows
 *
 * Keeps room for something that is promised already. To be said before the first ft_spread_next().
 */
void ft_spread_take (FtSpread *self, gint64 target_at, gboolean timed, int effort);

/**
 * ft_spread_next:
 * @zone: the customer's, "" for the user's own
 *
 * A day on which there is no room is passed over. Nobody is rung in their night while there is
 * another minute free that day (E8).
 *
 * Returns: the next first promise, on the customer's clock; %FT_CIVIL_NONE when all days are full
 */
FtCivil ft_spread_next (FtSpread *self, const char *zone);

G_END_DECLS
