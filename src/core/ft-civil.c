#define G_LOG_DOMAIN "ft-core"

#include "core/ft-civil.h"

#include <langinfo.h>
#include <string.h>

#include "core/ft-locale.h"
#include "core/ft-zone.h"

#define MINUTES_A_DAY 1440
#define SECONDS_A_DAY 86400
#define EPOCH_DAY 719163 /* 1970-01-01 as a Julian day of GDate */
#define LAST_YEAR 9999

static gint32
last_day (void)
{
  static gsize day = 0;
  if (g_once_init_enter (&day))
    {
      GDate date;
      g_date_set_dmy (&date, 31, G_DATE_DECEMBER, LAST_YEAR);
      g_once_init_leave (&day, g_date_get_julian (&date));
    }
  return day;
}

/**
 * ft_civil:
 *
 * Returns: the civil time, or %FT_CIVIL_NONE if there is no such date or minute
 */
FtCivil
ft_civil (int year, int month, int day, int hour, int minute)
{
  FtCivil civil = ft_civil_all_day (year, month, day);
  if (civil.day == 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FT_CIVIL_NONE;
  civil.minute = hour * 60 + minute;
  return civil;
}

/**
 * ft_civil_all_day:
 *
 * Returns: the day without a time, or %FT_CIVIL_NONE if there is no such date
 */
FtCivil
ft_civil_all_day (int year, int month, int day)
{
  GDate date;
  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month (month, year))
    return FT_CIVIL_NONE;
  g_date_set_dmy (&date, day, month, year);
  return (FtCivil){ g_date_get_julian (&date), FT_ALL_DAY, 0 };
}

gboolean
ft_civil_is_set (FtCivil civil)
{
  return civil.day != 0;
}

/**
 * ft_civil_compare:
 *
 * Orders as the promises fall due: an all-day time comes after every minute of its day, no time
 * at all comes first.
 */
int
ft_civil_compare (FtCivil a, FtCivil b)
{
  int x = a.minute == FT_ALL_DAY ? MINUTES_A_DAY : a.minute;
  int y = b.minute == FT_ALL_DAY ? MINUTES_A_DAY : b.minute;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  if (x != y)
    return x < y ? -1 : 1;
  return (int) a.fold - (int) b.fold;
}

/**
 * ft_civil_add_days:
 *
 * The same minute some days later or earlier, in its first pass.
 *
 * Returns: %FT_CIVIL_NONE if @civil is unset or the result is outside the years 1 to 9999
 */
FtCivil
ft_civil_add_days (FtCivil civil, int days)
{
  gint64 day = (gint64) civil.day + days;
  if (civil.day == 0 || day < 1 || day > last_day ())
    return FT_CIVIL_NONE;
  return (FtCivil){ day, civil.minute, days == 0 ? civil.fold : 0 };
}

/**
 * ft_civil_add_minutes:
 *
 * What the clock on the wall reads if no zone changes its offset in between. An all-day time stays
 * all day and moves by whole days only.
 */
FtCivil
ft_civil_add_minutes (FtCivil civil, int minutes)
{
  if (minutes == 0)
    return civil;
  if (civil.minute == FT_ALL_DAY)
    return ft_civil_add_days (civil, minutes / MINUTES_A_DAY);
  gint64 sum = (gint64) civil.minute + minutes;
  gint64 days = sum >= 0 ? sum / MINUTES_A_DAY : -((MINUTES_A_DAY - 1 - sum) / MINUTES_A_DAY);
  FtCivil result = ft_civil_add_days (civil, days);
  if (result.day != 0)
    result = (FtCivil){ result.day, sum - days * MINUTES_A_DAY, 0 };
  return result;
}

/**
 * ft_civil_get_date:
 * @year: (out) (optional):
 * @month: (out) (optional):
 * @day: (out) (optional):
 *
 * The calendar date, all 0 if @civil is unset.
 */
void
ft_civil_get_date (FtCivil civil, int *year, int *month, int *day)
{
  int y = 0, m = 0, d = 0;
  if (civil.day > 0)
    {
      GDate date;
      g_date_clear (&date, 1);
      g_date_set_julian (&date, civil.day);
      y = g_date_get_year (&date);
      m = g_date_get_month (&date);
      d = g_date_get_day (&date);
    }
  if (year)
    *year = y;
  if (month)
    *month = m;
  if (day)
    *day = d;
}

GDateWeekday
ft_civil_get_weekday (FtCivil civil)
{
  return civil.day > 0 ? (civil.day - 1) % 7 + 1 : G_DATE_BAD_WEEKDAY;
}

/**
 * ft_civil_to_instant:
 * @zone: (nullable): an IANA name; "" and %NULL are the computer's own zone
 * @kind: (out) (optional): whether the minute exists there, once
 *
 * See #FtCivil for the rule where it does not exist, or exists twice. A zone this computer does
 * not know counts as its own.
 */
gint64
ft_civil_to_instant (FtCivil civil, const char *zone, FtCivilKind *kind)
{
  if (kind)
    *kind = FT_CIVIL_PLAIN;
  if (civil.day == 0)
    return 0;
  gboolean all_day = civil.minute == FT_ALL_DAY;
  int minute = all_day ? MINUTES_A_DAY - 1 : civil.minute;
  gint64 wall = ((gint64) civil.day - EPOCH_DAY) * SECONDS_A_DAY + minute * 60;
  FtCivilKind found;
  gint64 instant
      = ft_zone_to_instant (ft_zone_lookup (zone), wall, all_day || civil.fold, &found);
  /* A day whose last hour is skipped ends with the one before; it is not the next day yet. */
  if (all_day && found == FT_CIVIL_IN_GAP
      && ft_civil_from_instant (instant - 60, zone).day == civil.day)
    {
      instant -= 60;
      found = FT_CIVIL_PLAIN;
    }
  if (kind)
    *kind = found;
  return instant;
}

/**
 * ft_civil_from_instant:
 *
 * Returns: what a clock in @zone shows at @instant, with its fold
 */
FtCivil
ft_civil_from_instant (gint64 instant, const char *zone)
{
  const FtZone *table = ft_zone_lookup (zone);
  gint64 wall = instant + ft_zone_get_offset (table, instant);
  gint64 day = wall >= 0 ? wall / SECONDS_A_DAY : -((SECONDS_A_DAY - 1 - wall) / SECONDS_A_DAY);
  if (day + EPOCH_DAY < 1 || day + EPOCH_DAY > last_day ())
    return FT_CIVIL_NONE;
  FtCivil civil = { day + EPOCH_DAY, (wall - day * SECONDS_A_DAY) / 60, 0 };
  wall -= wall - day * SECONDS_A_DAY - civil.minute * 60;
  FtCivilKind kind;
  gint64 first = ft_zone_to_instant (table, wall, FALSE, &kind);
  if (kind == FT_CIVIL_AMBIGUOUS && first + 60 <= instant)
    civil.fold = 1;
  return civil;
}

char *
ft_civil_to_string (FtCivil civil)
{
  int year, month, day;
  if (civil.day == 0)
    return g_strdup ("");
  ft_civil_get_date (civil, &year, &month, &day);
  if (civil.minute == FT_ALL_DAY)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", year, month, day, civil.minute / 60,
                          civil.minute % 60);
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char **string, int n, int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++, (*string)++)
    {
      if (!g_ascii_isdigit (**string))
        return FALSE;
      *value = *value * 10 + (**string - '0');
    }
  return TRUE;
}

static gboolean
read_char (const char **string, const char *any)
{
  if (**string == '\0' || !strchr (any, **string))
    return FALSE;
  (*string)++;
  return TRUE;
}

/**
 * ft_civil_from_string:
 * @civil: (out): set only on success
 *
 * Returns: whether @string was a date, or a date and a time, and nothing else
 */
gboolean
ft_civil_from_string (const char *string, FtCivil *civil)
{
  int year, month, day, hour, minute;
  FtCivil result;
  g_return_val_if_fail (string && civil, FALSE);

  if (!read_digits (&string, 4, &year) || !read_char (&string, "-")
      || !read_digits (&string, 2, &month) || !read_char (&string, "-")
      || !read_digits (&string, 2, &day))
    return FALSE;
  if (*string == '\0')
    result = ft_civil_all_day (year, month, day);
  else if (read_char (&string, " T") && read_digits (&string, 2, &hour) && read_char (&string, ":")
           && read_digits (&string, 2, &minute) && *string == '\0')
    result = ft_civil (year, month, day, hour, minute);
  else
    return FALSE;
  if (result.day == 0)
    return FALSE;
  *civil = result;
  return TRUE;
}

FtDayBounds
ft_day_bounds (gint64 now, const char *zone, GDateWeekday first_weekday)
{
  FtCivil civil = ft_civil_from_instant (now, zone);
  FtCivil tomorrow = { civil.day + 1, 0, 0 };
  int into_week = (ft_civil_get_weekday (civil) - first_weekday + 7) % 7;
  FtCivil next_week = { civil.day + 7 - into_week, 0, 0 };
  return (FtDayBounds){
    .now = now,
    .today_end = ft_civil_to_instant (tomorrow, zone, NULL),
    .week_end = ft_civil_to_instant (next_week, zone, NULL),
    .today = civil.day,
  };
}

/**
 * ft_first_weekday:
 *
 * Returns: the weekday a week begins with for the user; Monday where the locale is no place's ("C")
 */
GDateWeekday
ft_first_weekday (void)
{
  if (ft_locale_is_neutral ())
    return G_DATE_MONDAY;
  union
  {
    const char *string;
    unsigned int word;
  } origin = { .string = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  /* The origin names a Sunday or a Monday; the first day counts from it, from 1. */
  int first = origin.word == 19971201 ? 1 : 0;
  int weekday = (first + nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] - 1) % 7;
  return weekday == 0 ? G_DATE_SUNDAY : weekday;
}
