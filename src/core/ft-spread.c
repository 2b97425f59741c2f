#define G_LOG_DOMAIN "ft-core"

#include "core/ft-spread.h"

#include "core/ft-slot.h"
#include "core/ft-workdays.h"

#include <string.h>

#define QUARTER 15
#define MINUTES_A_DAY 1440
/* What is taken is kept in pieces of as many minutes. */
#define GRAIN 5
#define N_GRAINS (MINUTES_A_DAY / GRAIN)

typedef struct
{
  int n; /* promises of the day, timed or not */
  guint8 taken[N_GRAINS];
} Day;

struct _FtSpread
{
  FtSettings *settings; /* owned */
  int a_day;
  const char *zone;
  GHashTable *days; /* gint32 → Day: what is promised already, owned */

  FtCivil day;          /* being filled, at the begin of work */
  int given;            /* of the new ones, that day */
  guint8 own[N_GRAINS]; /* where these are */
};

FtSpread *
ft_spread_new (const FtSettings *settings, int a_day, FtCivil now, const char *zone)
{
  FtSpread *self = g_new0 (FtSpread, 1);
  FtCivil first = { now.day, (gint16) settings->day_begins, 0 };

  self->settings = ft_settings_copy (settings);
  self->a_day = MAX (a_day, 1);
  self->zone = zone;
  self->days = g_hash_table_new_full (g_int_hash, g_int_equal, NULL, g_free);
  if (now.minute > settings->day_begins)
    first = ft_civil_add_days (first, 1);
  self->day = ft_workdays_on_or_after (settings, first);
  return self;
}

void
ft_spread_free (FtSpread *self)
{
  g_hash_table_unref (self->days);
  ft_settings_unref (self->settings);
  g_free (self);
}

/* The key of a day stands in front of it, so that one block holds both. */
typedef struct
{
  gint32 key;
  Day day;
} KeyedDay;

static Day *
get_day (FtSpread *self, gint32 day)
{
  KeyedDay *keyed = g_hash_table_lookup (self->days, &day);

  if (keyed == NULL)
    {
      keyed = g_new0 (KeyedDay, 1);
      keyed->key = day;
      g_hash_table_insert (self->days, &keyed->key, keyed);
    }
  return &keyed->day;
}

static int
last_grain (int minute, int length)
{
  return MIN ((minute + length + GRAIN - 1) / GRAIN, N_GRAINS);
}

static void
mark (guint8 *grains, int minute, int length)
{
  for (int i = minute / GRAIN; i < last_grain (minute, length); i++)
    grains[i] = TRUE;
}

static gboolean
is_free (const guint8 *grains, int minute, int length)
{
  for (int i = minute / GRAIN; i < last_grain (minute, length); i++)
    if (grains[i])
      return FALSE;
  return TRUE;
}

void
ft_spread_take (FtSpread *self, gint64 target_at, gboolean timed, int effort)
{
  FtCivil target = ft_civil_from_instant (target_at, self->zone);
  Day *day = get_day (self, target.day);

  day->n++;
  if (timed)
    mark (day->taken, target.minute, effort > 0 ? effort : self->settings->slot_minutes);
}

static FtCivil
on_their_clock (FtSpread *self, int minute, const char *zone)
{
  FtCivil own = { self->day.day, (gint16) minute, 0 };

  if (*zone == '\0' || g_str_equal (zone, self->zone))
    return own;
  return ft_civil_from_instant (ft_civil_to_instant (own, self->zone, NULL), zone);
}

/* The first quarter from @preferred on, then from the morning on, that will do; -1 if none. */
static int
find_slot (FtSpread *self,
           const Day *day,
           int preferred,
           const char *zone,
           gboolean beside_own,
           gboolean by_day)
{
  int begins = self->settings->day_begins;
  int length = self->settings->slot_minutes;
  int n = MAX ((self->settings->day_ends - begins - length) / QUARTER + 1, 1);

  for (int i = 0; i < n; i++)
    {
      int minute = MIN (begins + (preferred + i) % n * QUARTER, MINUTES_A_DAY - 1);

      if ((day == NULL || is_free (day->taken, minute, length))
          && (!beside_own || is_free (self->own, minute, length))
          && (!by_day || !ft_slot_is_night (on_their_clock (self, minute, zone).minute)))
        return minute;
    }
  return -1;
}

/* Better two at once than one in their night, and better both than another day. */
static int
find_minute (FtSpread *self, const Day *day, const char *zone)
{
  static const struct
  {
    gboolean beside_own;
    gboolean by_day;
  } wishes[] = { { TRUE, TRUE }, { FALSE, TRUE }, { TRUE, FALSE }, { FALSE, FALSE } };
  int length = MAX (self->settings->day_ends - self->settings->day_begins, QUARTER);
  int preferred = (gint64) length * self->given / self->a_day / QUARTER;
  gboolean own_clock = *zone == '\0' || g_str_equal (zone, self->zone);
  int minute = -1;

  /* By one's own clock there is no night in the working hours. */
  for (gsize i = 0; i < G_N_ELEMENTS (wishes) && minute < 0; i++)
    if (!own_clock || !wishes[i].by_day)
      minute = find_slot (self, day, preferred, zone, wishes[i].beside_own, wishes[i].by_day);
  return minute;
}

FtCivil
ft_spread_next (FtSpread *self, const char *zone)
{
  /* As many as were asked for find room on an empty day, whatever else is thought to fit. */
  int room = MAX (self->settings->contacts_a_day, self->a_day);

  for (;;)
    {
      const KeyedDay *keyed = g_hash_table_lookup (self->days, &self->day.day);
      const Day *day = keyed != NULL ? &keyed->day : NULL;
      int minute = -1;

      if (self->given < MIN (self->a_day, room - (day != NULL ? day->n : 0)))
        minute = find_minute (self, day, zone);
      if (minute >= 0)
        {
          mark (self->own, minute, self->settings->slot_minutes);
          self->given++;
          return on_their_clock (self, minute, zone);
        }
      /* The calendar ends with the year 9999. */
      if (!ft_civil_is_set (ft_civil_add_days (self->day, 8)))
        return FT_CIVIL_NONE;
      self->day = ft_workdays_add (self->settings, self->day, 1);
      self->given = 0;
      memset (self->own, FALSE, sizeof self->own);
    }
}
