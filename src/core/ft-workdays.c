#define G_LOG_DOMAIN "ft-core"

#include "core/ft-workdays.h"

#define QUARTER 15

gboolean
ft_workdays_is (const FtSettings *settings, gint32 day)
{
  /* Nobody works on no day at all. */
  return (settings->work_days == 0 || settings->work_days >> ((day - 1) % 7) & 1)
         && ft_days_off_find (settings->days_off, day) == NULL;
}

/* The working hours, which end after they begin whatever was set. */
static int
minutes_a_day (const FtSettings *settings)
{
  return MAX (settings->day_ends - settings->day_begins, QUARTER);
}

static FtCivil
at_minute (FtCivil civil, int minute)
{
  return (FtCivil){ civil.day, minute, 0 };
}

FtCivil
ft_workdays_on_or_after (const FtSettings *settings, FtCivil civil)
{
  FtCivil day = civil;

  while (ft_civil_is_set (day) && !ft_workdays_is (settings, day.day))
    {
      const FtDayOffData *off = ft_days_off_find (settings->days_off, day.day);

      /* Over a long absence at once. */
      day = ft_civil_add_days (day, off != NULL ? off->last_day - day.day + 1 : 1);
    }
  /* Who is away until the calendar ends has no other day. */
  return ft_civil_is_set (day) ? day : civil;
}

gint32
ft_workdays_last_before (const FtSettings *settings, gint32 day)
{
  day--;
  while (day > 1 && !ft_workdays_is (settings, day))
    {
      const FtDayOffData *off = ft_days_off_find (settings->days_off, day);

      day = off != NULL ? off->first_day - 1 : day - 1;
    }
  return MAX (day, 1);
}

FtCivil
ft_workdays_add (const FtSettings *settings, FtCivil civil, int n)
{
  while (n-- > 0)
    civil = ft_workdays_on_or_after (settings, ft_civil_add_days (civil, 1));
  return civil;
}

FtCivil
ft_workdays_add_months (const FtSettings *settings, FtCivil civil, int n)
{
  int year, month, day;
  GDate date;

  ft_civil_get_date (civil, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  g_date_add_months (&date, n);
  return ft_workdays_on_or_after (settings,
                                  (FtCivil){ g_date_get_julian (&date), civil.minute, 0 });
}

FtCivil
ft_workdays_next_morning (const FtSettings *settings, FtCivil now)
{
  return at_minute (ft_workdays_add (settings, now, 1), settings->day_begins);
}

FtCivil
ft_workdays_add_minutes (const FtSettings *settings, FtCivil civil, int minutes)
{
  int length = minutes_a_day (settings);
  FtCivil day = ft_workdays_on_or_after (settings, civil);
  int at = day.day == civil.day ? MAX (civil.minute - settings->day_begins, 0) : 0;
  if (at >= length)
    {
      day = ft_workdays_add (settings, day, 1);
      at = 0;
    }
  at += minutes;
  while (at > length)
    {
      day = ft_workdays_add (settings, day, 1);
      at -= length;
    }
  /* The end of a day that lasts to midnight still is that day. */
  return at_minute (day, MIN (settings->day_begins + at, 1439));
}

FtCivil
ft_workdays_first_promise (const FtSettings *settings, FtCivil now)
{
  if (!ft_workdays_is (settings, now.day) || now.minute + 60 > settings->day_ends)
    return ft_workdays_next_morning (settings, now);
  int minute = MAX (now.minute + 60, settings->day_begins);
  return at_minute (now, minute / QUARTER * QUARTER);
}
