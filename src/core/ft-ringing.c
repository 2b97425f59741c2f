#define G_LOG_DOMAIN "ft-core"

#include "core/ft-ringing.h"

#include "core/ft-workdays.h"

/* Of a day. */
#define LAST_MINUTE (24 * 60 - 1)

static gint64
instant_of (gint32 day, int minute, const char *zone)
{
  return ft_civil_to_instant ((FtCivil){ day, minute, 0 }, zone, NULL);
}

/* --- Quiet time --- */

static gboolean
is_quiet (const FtSettings *settings, gint64 at, const char *zone)
{
  return ft_settings_is_quiet (settings, ft_civil_from_instant (at, zone).minute);
}

/* Of the quiet time that @at is in. */
static gint64
quiet_begin (const FtSettings *settings, gint64 at, const char *zone)
{
  FtCivil civil = ft_civil_from_instant (at, zone);
  gint32 day = civil.minute >= settings->quiet_from ? civil.day : civil.day - 1;
  return instant_of (day, settings->quiet_from, zone);
}

static gint64
quiet_end (const FtSettings *settings, gint64 at, const char *zone)
{
  FtCivil civil = ft_civil_from_instant (at, zone);
  gint32 day = civil.minute < settings->quiet_until ? civil.day : civil.day + 1;
  return instant_of (day, settings->quiet_until, zone);
}

static gint64
obey_quiet (gint64 at, const FtRing *ring, const FtSettings *settings, const char *zone)
{
  gint64 before, end;

  if (!is_quiet (settings, at, zone))
    return at;
  before = quiet_begin (settings, at, zone) - FT_RING_AHEAD;
  end = quiet_end (settings, at, zone);
  return ring->promised_at < end && before >= ring->created_at ? before : end;
}

/* --- One promise --- */

gint64
ft_ring_first_at (const FtRing *ring, const FtSettings *settings, const char *zone)
{
  gint64 at = ring->target_day > 0 ? instant_of (ring->target_day, settings->day_begins, zone)
                                   : ring->target_at;
  return obey_quiet (at, ring, settings, zone);
}

gint64
ft_ring_at (const FtRing *ring, const FtSettings *settings, const char *zone)
{
  gint64 at = FT_RING_NEVER;

  if (ring->reminded == FT_REMINDED_NOT)
    at = ft_ring_first_at (ring, settings, zone);
  else if (ring->reminded == FT_REMINDED_ONCE)
    {
      at = obey_quiet (ring->promised_at - FT_RING_AHEAD, ring, settings, zone);
      /* Quiet time has moved it to where the first one was: that was enough. */
      if (at < ft_ring_first_at (ring, settings, zone) + FT_RING_AHEAD
          && at != ring->promised_at - FT_RING_AHEAD)
        at = FT_RING_NEVER;
    }
  return ring->snoozed_until > 0 ? MIN (at, ring->snoozed_until) : at;
}

/* --- All of them --- */

typedef struct
{
  gint64 at;
  gint64 promise_id;
  gboolean missed;
} Due;

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const Due *x = a, *y = b;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return (x->promise_id > y->promise_id) - (x->promise_id < y->promise_id);
}

static void
append_ids (GArray *due, gboolean missed, GArray *ids)
{
  for (guint i = 0; i < due->len; i++)
    {
      const Due *one = &g_array_index (due, Due, i);
      if (!one->missed == !missed)
        g_array_append_val (ids, one->promise_id);
    }
}

FtRinging *
ft_ringing_new (GArray *rings, const FtSettings *settings, gint64 now, const char *zone)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (Due));
  gboolean quiet = is_quiet (settings, now, zone);
  gint64 woken = quiet ? quiet_end (settings, now, zone) : now;
  FtRinging *ringing = g_new0 (FtRinging, 1);
  guint n_missed = 0;

  ringing->each = g_array_new (FALSE, FALSE, sizeof (gint64));
  ringing->away = g_array_new (FALSE, FALSE, sizeof (gint64));
  ringing->together = g_array_new (FALSE, FALSE, sizeof (gint64));
  ringing->next = FT_RING_NEVER;
  for (guint i = 0; i < rings->len; i++)
    {
      const FtRing *ring = &g_array_index (rings, FtRing, i);
      gint64 at = ft_ring_at (ring, settings, zone);
      gboolean snoozed = ring->snoozed_until > 0 && ring->snoozed_until <= now;
      Due one = { at, ring->promise_id, now - MAX (at, ring->created_at) > FT_RING_GRACE };

      /* What was missed before quiet time began waits, too. */
      if (at <= now && quiet && !snoozed)
        at = woken;
      if (at > now)
        {
          ringing->next = MIN (ringing->next, at);
          continue;
        }
      n_missed += one.missed;
      g_array_append_val (due, one);
    }

  g_array_sort (due, compare_due);
  append_ids (due, TRUE, n_missed > 1 ? ringing->away : ringing->each);
  append_ids (due, FALSE, due->len - n_missed > FT_RING_SINGLY ? ringing->together : ringing->each);
  return ringing;
}

void
ft_ringing_free (FtRinging *ringing)
{
  g_array_unref (ringing->each);
  g_array_unref (ringing->away);
  g_array_unref (ringing->together);
  g_free (ringing);
}

gint64
ft_ringing_morning (const FtSettings *settings, gint32 last_day, gint64 now, const char *zone)
{
  FtCivil civil = ft_civil_from_instant (now, zone);
  FtCivil first = { civil.day, settings->day_begins, 0 };
  FtRing ring = { .promised_at = FT_RING_NEVER };
  gint64 at;

  if (!settings->morning)
    return FT_RING_NEVER;
  if (last_day >= civil.day
      || (civil.minute >= settings->day_ends && settings->day_ends > settings->day_begins))
    first.day++;
  first = ft_workdays_on_or_after (settings, first);
  at = obey_quiet (instant_of (first.day, first.minute, zone), &ring, settings, zone);
  return at <= now && is_quiet (settings, now, zone) ? quiet_end (settings, now, zone) : at;
}

FtLeaving
ft_ringing_leaving (const FtSettings *settings, gint32 last_evening, gint64 now, const char *zone)
{
  gint32 today = ft_civil_from_instant (now, zone).day;
  /* Due before any quiet time ends: it is of no use after it. */
  FtRing ring = { .promised_at = 0 };
  FtLeaving leaving = { .at = FT_RING_NEVER };

  for (guint i = 0; settings->morning && i < settings->days_off->len; i++)
    {
      const FtDayOffData *day_off = settings->days_off->pdata[i];
      gint32 evening;

      if (day_off->kind != FT_DAY_OFF_AWAY || day_off->first_day < today)
        continue;
      evening = ft_workdays_last_before (settings, day_off->first_day);
      if (evening <= last_evening)
        continue;
      if (leaving.evening == 0)
        leaving = (FtLeaving){ FT_RING_NEVER, evening, day_off->first_day, day_off->last_day };
      else if (leaving.evening == evening)
        leaving.last_day = MAX (leaving.last_day, day_off->last_day);
    }
  if (leaving.evening == 0)
    return leaving;
  /* A day that ends at midnight ends before the next one begins. */
  leaving.at = instant_of (leaving.evening, MIN (settings->day_ends, LAST_MINUTE), zone);
  leaving.at = obey_quiet (leaving.at, &ring, settings, zone);
  if (leaving.at <= now && is_quiet (settings, now, zone))
    leaving.at = quiet_end (settings, now, zone);
  return leaving;
}
