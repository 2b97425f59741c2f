#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when-said.h"

static gboolean
is_past (const FtWhenSaid *said, FtCivil now, FtCivil day)
{
  if (said->hour >= 0)
    day.minute = said->hour * 60 + said->minute;
  return ft_civil_compare (day, now) < 0;
}

static FtCivil
add_months (FtCivil from, int months)
{
  int year;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, from.day);
  ft_civil_get_date (from, &year, NULL, NULL);
  if (year + months / 12 > 9990)
    return FT_CIVIL_NONE;
  g_date_add_months (&date, months);
  return (FtCivil){ g_date_get_julian (&date), FT_ALL_DAY, 0 };
}

static FtCivil
resolve_offset (const FtWhenSaid *said, FtCivil now, FtCivil today)
{
  FtCivil day = FT_CIVIL_NONE;
  switch (said->unit)
    {
    case FT_WHEN_DAYS:
      return ft_civil_add_days (today, said->offset);
    case FT_WHEN_WEEKS:
      day = ft_civil_add_days (today, 7 * said->offset);
      /* A weekday of that week, which begins on a Monday. */
      if (said->weekday && ft_civil_is_set (day))
        day = ft_civil_add_days (day, said->weekday - (int) ft_civil_get_weekday (day));
      return day;
    case FT_WHEN_MONTHS:
      return add_months (today, said->offset);
    case FT_WHEN_YEARS:
      return add_months (today, 12 * said->offset);
    case FT_WHEN_MINUTES:
    case FT_WHEN_HOURS:
    default:
      return FT_CIVIL_NONE;
    }
}

/* The next such day and month, or such day of a month: 29 February may be eight years away. */
static FtCivil
resolve_date (const FtWhenSaid *said, FtCivil now, FtCivil today)
{
  int year, month;
  if (said->year)
    return ft_civil_all_day (said->year, said->month, said->day);
  ft_civil_get_date (today, &year, &month, NULL);
  for (int i = 0; i <= 8 * 12; i++, month++)
    {
      if (month > 12)
        {
          month = 1;
          year++;
        }
      if (said->month && said->month != month)
        continue;
      FtCivil day = ft_civil_all_day (year, month, said->day);
      if (ft_civil_is_set (day) && !is_past (said, now, day))
        return day;
    }
  return FT_CIVIL_NONE;
}

/* Today's weekday is today only with a time still to come; the day itself is called "today". */
static FtCivil
resolve_weekday (const FtWhenSaid *said, FtCivil now, FtCivil today)
{
  int days = (said->weekday - (int) ft_civil_get_weekday (today) + 7) % 7;
  if (days == 0 && (said->hour < 0 || is_past (said, now, today)))
    days = 7;
  return ft_civil_add_days (today, days);
}

FtCivil
ft_when_said_resolve (const FtWhenSaid *said, FtCivil now)
{
  FtCivil today = { now.day, FT_ALL_DAY, 0 };
  FtCivil day;

  if (said->has_offset && (said->unit == FT_WHEN_MINUTES || said->unit == FT_WHEN_HOURS))
    {
      if (said->day || said->weekday || said->hour >= 0)
        return FT_CIVIL_NONE;
      return ft_civil_add_minutes (now, said->offset * (said->unit == FT_WHEN_HOURS ? 60 : 1));
    }
  if (said->has_offset && said->day)
    return FT_CIVIL_NONE;
  if (said->day)
    day = resolve_date (said, now, today);
  else if (said->has_offset)
    day = resolve_offset (said, now, today);
  else if (said->weekday)
    day = resolve_weekday (said, now, today);
  else if (said->hour >= 0)
    day = ft_civil_add_days (today, is_past (said, now, today) ? 1 : 0);
  else
    return FT_CIVIL_NONE;

  if (!ft_civil_is_set (day))
    return day;
  if (said->weekday && (int) ft_civil_get_weekday (day) != said->weekday)
    return FT_CIVIL_NONE;
  if (!said->year && is_past (said, now, day))
    return FT_CIVIL_NONE;
  if (said->hour >= 0)
    day.minute = said->hour * 60 + said->minute;
  return day;
}
