#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* What was promised for days on which one is away (E6): to be promised anew before leaving. */

typedef enum
{
  FT_AWAY_NOTHING,  /* it is not in the absence */
  FT_AWAY_TARGET,   /* my own target is: it can be moved without a word */
  FT_AWAY_PROMISED, /* what they were told is: they have to be told */
} FtAway;

/* How a promise stands to an absence, by the days of the user's @zone. What is only to arrive at them on a day is
 * not for the user to do, and in no absence. */
FtAway ft_away_of (const FtPromiseData *promise, const FtDayOffData *absence, const char *zone);

/* How many of @rows (element-type FtPromiseRow) are in an absence that begins on one of these Julian days. */
guint ft_away_count (GPtrArray *rows, GPtrArray *days_off, gint32 first_day, gint32 last_day, const char *zone);

/**
 * ft_away_suggest:
 * @before: (out): on the last working day before leaving, FT_CIVIL_NONE if that is over
 * @after: (out): on the first working day after the return
 * @others: (element-type FtPromiseData): the open promises around both
 *
 * The times to promise instead, in the promise's own zone: at the same time of day where there is room for it in
 * the working hours and in theirs, else at the next quarter of an hour that will do.
 */
void ft_away_suggest (const FtPromiseData *promise,
                      const FtDayOffData *absence,
                      GPtrArray *others,
                      const FtSettings *settings,
                      gint64 now,
                      const char *zone,
                      FtCivil *before,
                      FtCivil *after);

G_END_DECLS
