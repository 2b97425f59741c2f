#define G_LOG_DOMAIN "ft-core"

#include "core/ft-away.h"

#include "core/ft-slot.h"
#include "core/ft-week-layout.h"
#include "core/ft-workdays.h"

static FtCivil
in_own_zone (FtCivil civil, const char *civil_zone, const char *zone)
{
  if (civil.minute == FT_ALL_DAY)
    return civil;
  return ft_civil_from_instant (ft_civil_to_instant (civil, civil_zone, NULL), zone);
}

FtAway
ft_away_of (const FtPromiseData *promise, const FtDayOffData *absence, const char *zone)
{
  if (promise->state != FT_PROMISE_OPEN || promise->kind == FT_PROMISE_DELIVERY
      || absence->kind != FT_DAY_OFF_AWAY)
    return FT_AWAY_NOTHING;
  if (ft_day_off_data_has (absence, in_own_zone (promise->promised, promise->zone, zone).day))
    return FT_AWAY_PROMISED;
  if (ft_day_off_data_has (absence, in_own_zone (promise->target, promise->zone, zone).day))
    return FT_AWAY_TARGET;
  return FT_AWAY_NOTHING;
}

guint
ft_away_count (
    GPtrArray *rows, GPtrArray *days_off, gint32 first_day, gint32 last_day, const char *zone)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < days_off->len; j++)
      {
        const FtDayOffData *absence = days_off->pdata[j];

        if (absence->first_day < first_day || absence->first_day > last_day
            || ft_away_of (((FtPromiseRow *) rows->pdata[i])->promise, absence, zone)
                   == FT_AWAY_NOTHING)
          continue;
        n++;
        break;
      }
  return n;
}

static gboolean
will_do (const FtPromiseData *promise,
         FtCivil at,
         GPtrArray *others,
         const FtSettings *settings,
         gint64 now,
         const char *zone)
{
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  g_autoptr (GArray) concerns = NULL;

  copy->promised = copy->target = at;
  if (ft_civil_to_instant (at, promise->zone, NULL) <= now)
    return FALSE;
  concerns = ft_slot_concerns (copy, others, settings, zone);
  return !ft_concerns_have (concerns, FT_CONCERN_SLOT_FULL)
         && !ft_concerns_have (concerns, FT_CONCERN_OUTSIDE_HOURS)
         && !ft_concerns_have (concerns, FT_CONCERN_THEIR_NIGHT);
}

/* On a day of the user's. */
static FtCivil
find_time (const FtPromiseData *promise,
           gint32 day,
           GPtrArray *others,
           const FtSettings *settings,
           gint64 now,
           const char *zone)
{
  FtCivil own = in_own_zone (promise->promised, promise->zone, zone);
  FtCivil same = { day, own.minute, 0 };
  FtCivil at;

  if (own.minute == FT_ALL_DAY)
    return same;
  for (int i = 0; i < FT_DAY_MINUTES / FT_SLOT_MINUTES; i++)
    {
      FtCivil one = { day, (gint16) ((own.minute + i * FT_SLOT_MINUTES) % FT_DAY_MINUTES), 0 };

      at = ft_civil_from_instant (ft_civil_to_instant (one, zone, NULL), promise->zone);
      if (will_do (promise, at, others, settings, now, zone))
        return at;
    }
  /* No room at all: then at the same time, if that is still to come. */
  at = ft_civil_from_instant (ft_civil_to_instant (same, zone, NULL), promise->zone);
  return ft_civil_to_instant (at, promise->zone, NULL) > now ? at : FT_CIVIL_NONE;
}

void
ft_away_suggest (const FtPromiseData *promise,
                 const FtDayOffData *absence,
                 GPtrArray *others,
                 const FtSettings *settings,
                 gint64 now,
                 const char *zone,
                 FtCivil *before,
                 FtCivil *after)
{
  gint32 today = ft_civil_from_instant (now, zone).day;
  FtCivil back = { absence->last_day + 1, 0, 0 };
  gint32 day = absence->first_day - 1;

  while (day >= today && !ft_workdays_is (settings, day))
    day--;
  *before = day >= today ? find_time (promise, day, others, settings, now, zone) : FT_CIVIL_NONE;
  back = ft_workdays_on_or_after (settings, back);
  *after = find_time (promise, back.day, others, settings, now, zone);
}
