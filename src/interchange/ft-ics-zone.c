#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-ics-zone.h"

#include "core/ft-zone.h"

#include <string.h>

gboolean
ft_ics_zone_is_utc (const char *zone)
{
  return g_str_equal (zone, "UTC") || g_str_equal (zone, "Etc/UTC");
}

struct icaltimetype
ft_ics_time (gint64 instant, gint32 offset, gboolean utc)
{
  struct icaltimetype time = icaltime_null_time ();
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (instant + offset);

  g_return_val_if_fail (date != NULL, time);
  time.year = g_date_time_get_year (date);
  time.month = g_date_time_get_month (date);
  time.day = g_date_time_get_day_of_month (date);
  time.hour = g_date_time_get_hour (date);
  time.minute = g_date_time_get_minute (date);
  time.second = g_date_time_get_second (date);
  time.zone = utc ? icaltimezone_get_utc_timezone () : NULL;
  return time;
}

/* From @instant on the clock is @to ahead of UTC, before that @from. */
static icalcomponent *
describe_change (GTimeZone *tz, gint64 instant, gint32 from, gint32 to, gint64 start)
{
  int interval = g_time_zone_find_interval (tz, G_TIME_TYPE_UNIVERSAL, instant);
  gboolean summer = interval >= 0 && g_time_zone_is_dst (tz, interval);
  icalcomponent *change
      = icalcomponent_new (summer ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (change, icalproperty_new_dtstart (ft_ics_time (start, from, FALSE)));
  icalcomponent_add_property (change, icalproperty_new_tzoffsetfrom (from));
  icalcomponent_add_property (change, icalproperty_new_tzoffsetto (to));
  if (interval >= 0)
    icalcomponent_add_property (
        change, icalproperty_new_tzname (g_time_zone_get_abbreviation (tz, interval)));
  return change;
}

/* Every change by itself and no rules: what a government decides fits no rule, and a calendar ends.
 */
icalcomponent *
ft_ics_zone_describe (const char *zone, gint64 from, gint64 to)
{
  const FtZone *table = ft_zone_lookup (zone);
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (zone);
  g_autoptr (GTimeZone) tz = known ? g_steal_pointer (&known) : g_time_zone_new_local ();
  icalcomponent *component = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  gint32 offset = ft_zone_get_offset (table, from);
  gint64 at = from;

  icalcomponent_add_property (component, icalproperty_new_tzid (zone));
  /* What held before the first change, from a day before which nobody looks. */
  icalcomponent_add_component (component,
                               describe_change (tz, from, offset, offset, MIN (from, 0)));
  while ((at = ft_zone_next_change (table, at)) <= to)
    {
      gint32 next = ft_zone_get_offset (table, at);
      icalcomponent_add_component (component, describe_change (tz, at, offset, next, at));
      offset = next;
    }
  return component;
}
