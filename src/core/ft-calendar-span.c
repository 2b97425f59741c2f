#define G_LOG_DOMAIN "ft-core"

#include "core/ft-calendar-span.h"

#include "core/ft-month-layout.h"

/* Years beyond are no dates of ours, and GDate ends at 65535. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2999

void
ft_span_get_days (FtSpan span, gint32 day, GDateWeekday first_weekday, gint32 *first, gint32 *last)
{
  switch (span)
    {
    case FT_SPAN_MONTH:
      *first = ft_month_first_day (day, first_weekday);
      *last = *first + FT_MONTH_CELLS - 1;
      break;
    case FT_SPAN_WEEK:
      *first = day - (ft_civil_get_weekday ((FtCivil){ day, 0, 0 }) - (int) first_weekday + 7) % 7;
      *last = *first + 6;
      break;
    case FT_SPAN_DAY:
    default:
      *first = *last = day;
      break;
    }
}

gint32
ft_span_step (FtSpan span, gint32 day, int by)
{
  GDate date;
  gint64 other = day + (gint64) by * (span == FT_SPAN_WEEK ? 7 : 1);

  g_date_clear (&date, 1);
  if (span == FT_SPAN_MONTH)
    {
      g_date_set_julian (&date, day);
      by = CLAMP (by, -12 * LAST_YEAR, 12 * LAST_YEAR);
      other = g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1 + by;
      if (other < 12 * FIRST_YEAR || other >= 12 * (LAST_YEAR + 1))
        return day;
      if (by < 0)
        g_date_subtract_months (&date, -by);
      else
        g_date_add_months (&date, by);
      return g_date_get_julian (&date);
    }
  if (other < ft_civil_all_day (FIRST_YEAR, 1, 1).day
      || other > ft_civil_all_day (LAST_YEAR, 12, 31).day)
    return day;
  return other;
}
