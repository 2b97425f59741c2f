#define G_LOG_DOMAIN "ft-core"

#include "core/ft-slot.h"

#include "core/ft-workdays.h"

/* When nobody is to be rung, by their own clock. */
#define NIGHT_FROM (21 * 60)
#define NIGHT_UNTIL (8 * 60)

gboolean
ft_slot_is_night (int minute)
{
  return minute < NIGHT_UNTIL || minute >= NIGHT_FROM;
}

static void
add (GArray *concerns, FtConcernKind kind, int n, gint32 day)
{
  FtConcern concern = { kind, n, day, NULL };

  g_array_append_val (concerns, concern);
}

static int
minutes_of (const FtPromiseData *promise, const FtSettings *settings)
{
  return promise->effort > 0 ? promise->effort : settings->slot_minutes;
}

GArray *
ft_slot_concerns (const FtPromiseData *promise,
                  GPtrArray *others,
                  const FtSettings *settings,
                  const char *zone)
{
  GArray *concerns = ft_concerns_of_room (promise, others, settings, zone);
  FtCivil theirs = promise->target;
  FtCivil own = theirs;
  FtCivilKind kind = FT_CIVIL_PLAIN;
  gboolean timed = theirs.minute != FT_ALL_DAY;

  if (timed)
    {
      gint64 instant = ft_civil_to_instant (theirs, promise->zone, &kind);

      /* Of a time that does not exist, the one it is due at. */
      theirs = ft_civil_from_instant (instant, promise->zone);
      own = ft_civil_from_instant (instant, zone);
    }
  ft_concerns_add_day_off (concerns, settings, own.day);
  if (timed && ft_workdays_is (settings, own.day)
      && (own.minute < settings->day_begins
          || own.minute + minutes_of (promise, settings) > settings->day_ends))
    add (concerns, FT_CONCERN_OUTSIDE_HOURS, 0, 0);
  if (timed && ft_civil_compare (own, theirs) != 0 && ft_slot_is_night (theirs.minute))
    add (concerns, FT_CONCERN_THEIR_NIGHT, theirs.minute, theirs.day);
  if (kind == FT_CIVIL_IN_GAP)
    add (concerns, FT_CONCERN_SKIPPED, 0, 0);
  else if (kind == FT_CIVIL_AMBIGUOUS)
    add (concerns, FT_CONCERN_TWICE, 0, 0);
  return concerns;
}

/* An all-day promise can be kept until its day is over. */
static gboolean
is_over (const FtPromiseData *promise, const char *zone, gint64 now)
{
  if (promise->target.minute == FT_ALL_DAY)
    return promise->target.day < ft_civil_from_instant (now, zone).day;
  return ft_civil_to_instant (promise->target, promise->zone, NULL) < now;
}

char *
ft_slot_dup_words (const FtPromiseData *promise,
                   GPtrArray *others,
                   const FtSettings *settings,
                   const char *zone,
                   gint64 now)
{
  g_autoptr (GArray) concerns = ft_slot_concerns (promise, others, settings, zone);
  g_autoptr (GString) words = g_string_new (NULL);

  /* Nothing else matters of it then. */
  if (is_over (promise, zone, now))
    {
      g_array_set_size (concerns, 0);
      add (concerns, FT_CONCERN_OVER, 0, 0);
    }
  for (guint i = 0; i < concerns->len; i++)
    {
      g_autofree char *one = ft_concern_words (&g_array_index (concerns, FtConcern, i),
                                               ft_civil_from_instant (now, zone));

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, one);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
