#pragma once

#include "core/ft-civil.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* When a reminder of a promise rings (B6): at its target and, where that is earlier, once more before the promised
 * time (C6); one for all day when the working day begins. Pure functions. Instants are seconds since 1970 in UTC. */

/* The second reminder comes so many seconds before the promised time. */
#define FT_RING_AHEAD (15 * 60)
/* So much later than it should have come, it was missed: the machine slept or was off. */
#define FT_RING_GRACE (5 * 60)
/* So many at once are shown one by one; more are one notification. */
#define FT_RING_SINGLY 3
/* "10 Minutes" (B6). */
#define FT_SNOOZE_SECONDS (10 * 60)

/* Never. */
#define FT_RING_NEVER G_MAXINT64

/* Which reminders of a promise, at the times it has now, were shown. */
typedef enum
{
  FT_REMINDED_NOT = 0,
  FT_REMINDED_ONCE = 1, /* of the target; the promised time is still to come */
  FT_REMINDED_ALL = 2,
} FtReminded;

/**
 * FtRing:
 *
 * What an open promise rings by.
 */
typedef struct
{
  gint64 promise_id;
  gint64 target_at;
  gint64 promised_at;
  gint64 created_at;
  gint64 snoozed_until; /* 0: not snoozed */
  gint32 target_day;    /* of a target for all day, its Julian day; 0 of one with a time */
  FtReminded reminded;
} FtRing;

/**
 * ft_ring_at:
 * @zone: the user's
 *
 * When it rings next, which may be past. In quiet time nothing rings but what was snoozed into it: a
 * reminder waits until it is over. Where that would be after the promised time, it comes before quiet
 * time begins, unless the promise was made later than that.
 *
 * Returns: an instant, or %FT_RING_NEVER
 */
gint64 ft_ring_at (const FtRing *ring, const FtSettings *settings, const char *zone);
/* The same as if none had been shown yet: whether a notification on the screen is still due. */
gint64 ft_ring_first_at (const FtRing *ring, const FtSettings *settings, const char *zone);

/**
 * FtRinging:
 * @each: (element-type gint64): promises to remind of one by one
 * @away: (element-type gint64): those missed, two or more: one notification
 * @together: (element-type gint64): more at once than are shown singly: one notification
 * @next: the instant of the next reminder after these
 *
 * What rings now. Each in the order of its time.
 */
typedef struct
{
  GArray *each;
  GArray *away;
  GArray *together;
  gint64 next;
} FtRinging;

/* @rings: (element-type FtRing). (transfer full) */
FtRinging *ft_ringing_new (GArray *rings, const FtSettings *settings, gint64 now, const char *zone);
void ft_ringing_free (FtRinging *ringing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtRinging, ft_ringing_free)

/**
 * ft_ringing_morning:
 * @last_day: Julian day of the last morning told of, 0 for none
 *
 * When the day is told of next: as the working day begins, or later that day if the machine was off.
 *
 * Returns: an instant, past or now if it is to be told of now; or %FT_RING_NEVER
 */
gint64 ft_ringing_morning (const FtSettings *settings, gint32 last_day, gint64 now, const char *zone);

/**
 * FtLeaving:
 * @at: when to tell of it: an instant, past or now if it is to be told of now; or %FT_RING_NEVER
 * @evening: the last working day before, a Julian day: what has been told of when it was told
 * @first_day: the first day away
 * @last_day: the last day away before the next working day
 *
 * The days away to be told of next (E6): absences with no day of work in between are one.
 */
typedef struct
{
  gint64 at;
  gint32 evening;
  gint32 first_day;
  gint32 last_day;
} FtLeaving;

/**
 * ft_ringing_leaving:
 * @last_evening: the last one told of, 0 for none
 *
 * When what falls into days away is told of, so that it is promised anew before leaving (E6): as the last working
 * day before them ends. On a Friday, then, for days away from Monday: what is to be written or called at the office
 * still can be. Where that was missed, or the days were marked later, it is told of until the first of them is over.
 * What would come in quiet time comes before it begins.
 */
FtLeaving ft_ringing_leaving (const FtSettings *settings, gint32 last_evening, gint64 now, const char *zone);

G_END_DECLS
