#pragma once

#include "core/ft-records.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/**
 * FtIcsHabits:
 *
 * What an entry says besides what the records hold.
 */
typedef struct
{
  gint64 now;       /* when it is written */
  const char *home; /* country code of the user, "" if not known */
  int slot_minutes; /* of a promise whose effort is not known */
  int day_begins;   /* minute at which a day without a time is rung */
} FtIcsHabits;

/**
 * FtIcsPlace:
 *
 * When an entry begins: @zone is the name its time is in, interned; NULL for a day and for a time in UTC.
 */
typedef struct
{
  gint64 instant;
  const char *zone;
} FtIcsPlace;

/* Whether it has an entry: those that stand no longer (moved, cancelled) have none. */
gboolean ft_ics_event_is_due (const FtPromiseData *promise);
/**
 * ft_ics_event_new:
 * @zone: of promises without one
 * @place: (out):
 *
 * Returns: (transfer full): a VEVENT
 */
icalcomponent *ft_ics_event_new (const FtLeadData *lead,
                                 const FtPromiseData *promise,
                                 const char *zone,
                                 const FtIcsHabits *habits,
                                 FtIcsPlace *place);

G_END_DECLS
