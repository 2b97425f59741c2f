#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-ics-event.h"

#include "core/ft-address.h"
#include "core/ft-channels.h"
#include "core/ft-zone.h"
#include "interchange/ft-ics-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTES_A_DAY 1440
/* A uid is ours for ever; this makes it one in the world. */
#define UID_SUFFIX "@followthrough.app"

/* --- Text --- */

/* libical escapes what iCalendar has a meaning for; what it has no letter for becomes a blank. */
static char *
clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (clean, c == '\r'                            ? '\n'
                                      : c != '\n' && g_unichar_iscntrl (c) ? ' '
                                                                           : c);
    }
  return g_string_free (clean, FALSE);
}

typedef icalproperty *(*NewText) (const char *text);

static void
add_text (icalcomponent *event, NewText new_text, const char *text)
{
  g_autofree char *safe = clean (text);

  if (*safe != '\0')
    icalcomponent_add_property (event, new_text (safe));
}

static char *
make_summary (const FtLeadData *lead, const FtPromiseData *promise)
{
  const char *what
      = *promise->purpose != '\0' ? promise->purpose : ft_channel_words (promise->channel);
  g_autofree char *summary
      = *what == '\0' ? g_strdup (lead->name)
                      /* Translators: who, and what for */
                      : g_strdup_printf (C_ ("calendar entry", "%s: %s"), lead->name, what);

  if (promise->state == FT_PROMISE_KEPT)
    return g_strconcat ("✓ ", summary, NULL);
  return g_steal_pointer (&summary);
}

static void
add_reaches (GPtrArray *lines, GPtrArray *reaches)
{
  for (guint i = 0; i < reaches->len; i++)
    g_ptr_array_add (lines, g_strdup (((FtReach *) reaches->pdata[i])->value));
}

/* What to know with nothing but a telephone at hand (E9). No facts and no notes: a calendar is
 * shown to others. */
static char *
make_description (const FtLeadData *lead, const FtPromiseData *promise)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (*promise->purpose != '\0')
    g_ptr_array_add (lines, g_strdup (promise->purpose));
  if (*promise->value != '\0')
    g_ptr_array_add (lines, g_strdup_printf (_ ("Brings them: %s"), promise->value));
  if (*lead->company != '\0')
    g_ptr_array_add (lines, g_strdup (lead->company));
  add_reaches (lines, lead->phones);
  add_reaches (lines, lead->emails);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
add_location (icalcomponent *event, const FtLeadData *lead, const char *home)
{
  g_auto (GStrv) lines = ft_address_lines (lead, home);
  g_autofree char *location = g_strjoinv (", ", lines);

  add_text (event, icalproperty_new_location, location);
}

/* --- Times --- */

static struct icaltimetype
make_date (gint32 day)
{
  struct icaltimetype date = icaltime_null_date ();

  ft_civil_get_date ((FtCivil){ day, FT_ALL_DAY, 0 }, &date.year, &date.month, &date.day);
  return date;
}

/* An all-day time of a day that a zone left out is due on the next; see #FtCivil. */
static gint32
find_day (gint32 day, const char *zone)
{
  FtCivilKind kind;
  gint64 instant = ft_civil_to_instant ((FtCivil){ day, FT_ALL_DAY, 0 }, zone, &kind);

  return kind == FT_CIVIL_IN_GAP ? ft_civil_from_instant (instant, zone).day : day;
}

static gint32
add_day (icalcomponent *event, FtCivil promised, const char *zone)
{
  gint32 day = find_day (promised.day, zone);

  icalcomponent_add_property (event, icalproperty_new_dtstart (make_date (day)));
  icalcomponent_add_property (event, icalproperty_new_dtend (make_date (day + 1)));
  return day;
}

/* In a gap iCalendar would count on from before it, and we ring when it is over: so the time is
 * written which the clock then shows. The second pass of an hour has no name in iCalendar but that
 * of UTC. */
static void
add_time (icalcomponent *event,
          const FtPromiseData *promise,
          const char *zone,
          const FtIcsHabits *habits,
          FtIcsPlace *place)
{
  FtCivilKind kind;
  gint64 instant = ft_civil_to_instant (promise->promised, zone, &kind);
  gboolean utc = ft_ics_zone_is_utc (zone) || kind == FT_CIVIL_AMBIGUOUS;
  gint32 offset = utc ? 0 : ft_zone_get_offset (ft_zone_lookup (zone), instant);
  icalproperty *start = icalproperty_new_dtstart (ft_ics_time (instant, offset, utc));
  int minutes = promise->effort > 0 ? promise->effort : habits->slot_minutes;

  if (!utc)
    icalproperty_add_parameter (start, icalparameter_new_tzid (zone));
  icalcomponent_add_property (event, start);
  icalcomponent_add_property (event,
                              icalproperty_new_duration (icaldurationtype_from_int (minutes * 60)));
  *place = (FtIcsPlace){ instant, utc ? NULL : zone };
}

/* My own time, in seconds from the beginning of the entry (C2); of a day, when work begins. */
static int
find_alarm (const FtPromiseData *promise,
            const char *zone,
            gint32 day,
            gint64 start,
            const FtIcsHabits *habits)
{
  FtCivil target = ft_civil_is_set (promise->target) ? promise->target : promise->promised;

  if (target.minute == FT_ALL_DAY)
    target = (FtCivil){ find_day (target.day, zone), habits->day_begins, 0 };
  if (promise->promised.minute == FT_ALL_DAY)
    return ((target.day - day) * MINUTES_A_DAY + target.minute) * 60;
  return MIN (ft_civil_to_instant (target, zone, NULL) - start, 0);
}

static void
add_alarm (icalcomponent *event, int seconds, const char *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (icaltriggertype_from_int (seconds)));
  add_text (alarm, icalproperty_new_description, summary);
  icalcomponent_add_component (event, alarm);
}

/* --- The entry --- */

static void
add_x (icalcomponent *event, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (event, property);
}

/* When and how often it was changed is not recorded: an entry is as new as the calendar it stands
 * in. */
static void
add_revision (icalcomponent *event, const FtPromiseData *promise, gint64 now)
{
  struct icaltimetype written = ft_ics_time (now, 0, TRUE);
  gint64 age = promise->created_at > 0 ? MAX (now - promise->created_at, 0) : 0;

  icalcomponent_add_property (event, icalproperty_new_dtstamp (written));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (written));
  if (promise->created_at > 0)
    icalcomponent_add_property (
        event, icalproperty_new_created (ft_ics_time (promise->created_at, 0, TRUE)));
  icalcomponent_add_property (event, icalproperty_new_sequence (MIN (age / 60, G_MAXINT)));
}

/* A promise that was kept stays where it stood, ticked and taking no time. One to which nobody has
 * agreed yet is tentative (C3). */
static void
add_state (icalcomponent *event, const FtPromiseData *promise)
{
  gboolean kept = promise->state == FT_PROMISE_KEPT;
  gboolean busy = !kept && promise->promised.minute != FT_ALL_DAY;

  icalcomponent_add_property (event, icalproperty_new_status (kept || promise->agreed
                                                                  ? ICAL_STATUS_CONFIRMED
                                                                  : ICAL_STATUS_TENTATIVE));
  icalcomponent_add_property (
      event, icalproperty_new_transp (busy ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  add_x (event, "X-FOLLOW-THROUGH-STATE", ft_promise_state_to_string (promise->state));
}

gboolean
ft_ics_event_is_due (const FtPromiseData *promise)
{
  return ft_civil_is_set (promise->promised)
         && (promise->state == FT_PROMISE_OPEN || promise->state == FT_PROMISE_KEPT);
}

icalcomponent *
ft_ics_event_new (const FtLeadData *lead,
                  const FtPromiseData *promise,
                  const char *zone,
                  const FtIcsHabits *habits,
                  FtIcsPlace *place)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = g_strconcat (promise->uid, UID_SUFFIX, NULL);
  g_autofree char *summary = make_summary (lead, promise);
  g_autofree char *description = make_description (lead, promise);
  const char *own_zone = *promise->zone != '\0' ? promise->zone : zone;
  gint32 day = 0;

  *place = (FtIcsPlace){ 0, NULL };
  add_text (event, icalproperty_new_uid, uid);
  add_revision (event, promise, habits->now);
  if (promise->promised.minute == FT_ALL_DAY)
    day = add_day (event, promise->promised, own_zone);
  else
    add_time (event, promise, own_zone, habits, place);
  add_text (event, icalproperty_new_summary, summary);
  add_text (event, icalproperty_new_description, description);
  if (promise->channel == FT_CHANNEL_VISIT)
    add_location (event, lead, habits->home);
  add_text (event, icalproperty_new_categories, ft_channel_words (promise->channel));
  add_state (event, promise);
  if (promise->state == FT_PROMISE_OPEN)
    add_alarm (event, find_alarm (promise, own_zone, day, place->instant, habits), summary);
  return event;
}
