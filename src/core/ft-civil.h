#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FT_ALL_DAY (-1)

/**
 * FtCivil:
 * @day: a Julian day as in #GDate, 0 for "no time"
 * @minute: 0 … 1439, or %FT_ALL_DAY
 * @fold: in an hour that exists twice, 0 for its first pass, 1 for its second
 *
 * A time as a person says it: a day and a minute on the clock of some place. A promise is kept at
 * a civil time whatever happens to clocks and zones; the instant is derived. The zone stands beside
 * it (an IANA name, interned; "" is the computer's own zone).
 *
 * The rule for an hour that does not exist: the promise is due at the first minute after the gap.
 * For an hour that exists twice: at its first pass, unless @fold says the second.
 */
typedef struct
{
  gint32 day;
  gint16 minute;
  guint8 fold;
} FtCivil;

typedef enum
{
  FT_CIVIL_PLAIN,
  FT_CIVIL_IN_GAP,    /* this minute does not exist there that day */
  FT_CIVIL_AMBIGUOUS, /* this minute exists twice there that day */
} FtCivilKind;

#define FT_CIVIL_NONE ((FtCivil){ 0, 0, 0 })

FtCivil ft_civil (int year, int month, int day, int hour, int minute);
FtCivil ft_civil_all_day (int year, int month, int day);
gboolean ft_civil_is_set (FtCivil civil);
int ft_civil_compare (FtCivil a, FtCivil b);
FtCivil ft_civil_add_days (FtCivil civil, int days);
FtCivil ft_civil_add_minutes (FtCivil civil, int minutes);
void ft_civil_get_date (FtCivil civil, int *year, int *month, int *day);
GDateWeekday ft_civil_get_weekday (FtCivil civil);

/* The instant (seconds since 1970, UTC) of a civil time in a zone; of an all-day one, the last
 * minute of that day, so that it is late only when the day is over. 0 if unset. */
gint64 ft_civil_to_instant (FtCivil civil, const char *zone, FtCivilKind *kind);
FtCivil ft_civil_from_instant (gint64 instant, const char *zone);

/* "2026-11-26 16:00", all day "2026-11-26"; parsing also takes "T" for the blank. For storage,
 * exports and the command line, never for the screen. */
char *ft_civil_to_string (FtCivil civil);
gboolean ft_civil_from_string (const char *string, FtCivil *civil);

/* An interned IANA name, or NULL when this computer does not know it; "" is its own zone. */
const char *ft_zone_intern (const char *zone);
/* The IANA name of the computer's own zone, interned; ft_clock_refresh () looks again. */
const char *ft_zone_local (void);

/**
 * FtDayBounds:
 *
 * The instants that divide the desk into late, today, this week and later, in the user's own zone.
 */
typedef struct
{
  gint64 now;
  gint64 today_end;    /* the first instant of tomorrow */
  gint64 week_end;     /* the first instant of next week */
  gint32 today;        /* today's Julian day */
} FtDayBounds;

FtDayBounds ft_day_bounds (gint64 now, const char *zone, GDateWeekday first_weekday);

/* The first day of the week of the user's locale (LC_TIME). */
GDateWeekday ft_first_weekday (void);

G_END_DECLS
