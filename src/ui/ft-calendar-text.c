#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar-text.h"

#include "core/ft-locale.h"
#include "core/ft-month-layout.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

static char *
format_day (gint32 day, const char *format)
{
  GDate date;
  char text[256];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, format, &date);
  return g_strdup (text);
}

char *
ft_calendar_text_month (gint32 day)
{
  /* Translators: a month and a year as a title; %OB is the month's name on its own. */
  return format_day (day, _ ("%OB %Y"));
}

char *
ft_calendar_text_week_number (gint32 first_day)
{
  int min_days = ft_locale_is_neutral () ? 4 : nl_langinfo (_NL_TIME_WEEK_1STWEEK)[0];

  return g_strdup_printf ("%d", ft_week_number (first_day, CLAMP (min_days, 1, 7)));
}

char *
ft_calendar_text_week (gint32 first_day)
{
  g_autofree char *number = ft_calendar_text_week_number (first_day);

  /* Translators: the number of a week of the year. */
  return g_strdup_printf (_ ("Week %s"), number);
}

char *
ft_calendar_text_weekday (gint32 day, gboolean in_full)
{
  return format_day (day, in_full ? "%A" : "%a");
}

char *
ft_calendar_text_day (gint32 day)
{
  /* Translators: a day in full, without the year. */
  return format_day (day, _ ("%A %-d %B"));
}

char *
ft_calendar_text_day_number (gint32 day)
{
  return format_day (day, "%-d");
}

char *
ft_calendar_text_hour (int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);

  return g_date_time_format (time, ft_locale_has_12_hours () ? "%-I %p" : "%H:%M");
}

char *
ft_calendar_text_time (int minute)
{
  FtCivil civil = { 1, (gint16) minute, 0 };

  return ft_when_format_time (civil);
}

gboolean
ft_calendar_is_weekend (gint32 day)
{
  /* Both are counted from the day that week-1stday names, a Sunday or a Monday, as 1. */
  guint base = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int first_work = nl_langinfo (_NL_TIME_FIRST_WORKDAY)[0];
  int offset = base == 19971201 ? 0 : -1; /* from Monday */
  int monday_based = ft_locale_is_neutral () ? 0 : (first_work - 1 + offset + 7) % 7;
  int weekday;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  weekday = g_date_get_weekday (&date) - G_DATE_MONDAY;
  return (monday_based - weekday + 7) % 7 == 1 || (monday_based - weekday + 7) % 7 == 2;
}

char *
ft_calendar_text_day_off (const FtDayOffData *day_off)
{
  if (day_off->kind == FT_DAY_OFF_AWAY)
    /* Translators: an absence of the user, and why. */
    return *day_off->text != '\0' ? g_strdup_printf (_ ("Away: %s"), day_off->text)
                                  : g_strdup (_ ("Away"));
  return g_strdup (*day_off->text != '\0' ? day_off->text : _ ("Public Holiday"));
}
