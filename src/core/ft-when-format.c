#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

#include "core/ft-locale.h"

/* A format for each order of day and month, in g_date_time_format ()'s terms. Chosen by the
 * locale, so that English has both of its orders; a translation has the same text for both. */
typedef struct
{
  const char *day_first;
  const char *month_first;
} Format;

static char *
format_with (FtCivil civil, const char *format)
{
  int year, month, day;
  int minute = MAX (civil.minute, 0);
  ft_civil_get_date (civil, &year, &month, &day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, minute / 60, minute % 60, 0);
  char *text = time ? g_date_time_format (time, format) : NULL;
  return text ? text : ft_civil_to_string (civil);
}

static char *
format_ordered (FtCivil civil, Format format)
{
  return format_with (civil, ft_locale_is_month_first () ? format.month_first : format.day_first);
}

static gboolean
is_other_year (FtCivil civil, FtCivil now)
{
  int year, this_year;
  ft_civil_get_date (civil, &year, NULL, NULL);
  ft_civil_get_date (now, &this_year, NULL, NULL);
  return year != this_year;
}

/**
 * ft_when_format_time:
 *
 * Returns: (transfer full): "16:00" or "4:00 PM", as the locale has it; "" for all day
 */
char *
ft_when_format_time (FtCivil civil)
{
  if (!ft_civil_is_set (civil) || civil.minute == FT_ALL_DAY)
    return g_strdup ("");
  if (ft_locale_has_12_hours ())
    /* Translators: a time with twelve hours, "4:00 PM". */
    return format_with (civil, C_ ("time format", "%-I:%M %p"));
  /* Translators: a time with 24 hours, "16:00". */
  return format_with (civil, C_ ("time format", "%H:%M"));
}

/**
 * ft_when_format_day:
 *
 * Returns: (transfer full): "Thursday, 26 November", with the year if it is not @now's
 */
char *
ft_when_format_day (FtCivil civil, FtCivil now)
{
  if (!ft_civil_is_set (civil))
    return g_strdup ("");
  if (is_other_year (civil, now))
    return format_ordered (civil, (Format){ C_ ("date format", "%A, %-d %B %Y"),
                                            C_ ("date format", "%A, %B %-d, %Y") });
  return format_ordered (
      civil, (Format){ C_ ("date format", "%A, %-d %B"), C_ ("date format", "%A, %B %-d") });
}

/**
 * ft_when_format_date:
 *
 * Returns: (transfer full): "Thu 26 Nov"; "" if unset
 */
char *
ft_when_format_date (FtCivil civil, FtCivil now)
{
  if (!ft_civil_is_set (civil))
    return g_strdup ("");
  if (is_other_year (civil, now))
    return format_ordered (civil, (Format){ C_ ("date format", "%a %-d %b %Y"),
                                            C_ ("date format", "%a, %b %-d, %Y") });
  return format_ordered (
      civil, (Format){ C_ ("date format", "%a %-d %b"), C_ ("date format", "%a, %b %-d") });
}

/**
 * ft_when_format:
 *
 * Returns: (transfer full): "Thu 26 Nov, 16:00"; "" if unset
 */
char *
ft_when_format (FtCivil civil, FtCivil now)
{
  if (!ft_civil_is_set (civil))
    return g_strdup ("");
  g_autofree char *day = ft_when_format_date (civil, now);
  g_autofree char *time = civil.minute == FT_ALL_DAY ? g_strdup (C_ ("time", "all day"))
                                                     : ft_when_format_time (civil);
  /* Translators: a day and a time, "Thu 26 Nov, 16:00". */
  return g_strdup_printf (C_ ("day and time", "%s, %s"), day, time);
}

static const char *
near_day_name (int days)
{
  switch (days)
    {
    case -1:
      return C_ ("day", "Yesterday");
    case 0:
      return C_ ("day", "Today");
    case 1:
      return C_ ("day", "Tomorrow");
    default:
      return NULL;
    }
}

/**
 * ft_when_format_short:
 *
 * Returns: (transfer full): the shortest text that is clear from @now; "" if unset
 */
char *
ft_when_format_short (FtCivil civil, FtCivil now)
{
  int days = civil.day - now.day;
  g_autofree char *day = NULL;
  if (!ft_civil_is_set (civil))
    return g_strdup ("");
  if (ABS (days) > 6)
    {
      if (is_other_year (civil, now))
        return format_ordered (
            civil, (Format){ C_ ("date format", "%-d %b %Y"), C_ ("date format", "%b %-d, %Y") });
      return format_ordered (
          civil, (Format){ C_ ("date format", "%-d %b"), C_ ("date format", "%b %-d") });
    }
  if (near_day_name (days))
    day = g_strdup (near_day_name (days));
  else
    day = format_with (civil, "%a");
  if (civil.minute == FT_ALL_DAY)
    return g_steal_pointer (&day);
  g_autofree char *time = ft_when_format_time (civil);
  /* Translators: a near day and a time, "Today 16:00". */
  return g_strdup_printf (C_ ("day and time", "%s %s"), day, time);
}

/**
 * ft_when_format_distance:
 * @day: a Julian day
 * @today: a Julian day
 *
 * Returns: (transfer full): "6 days ago", "in 12 days"
 */
char *
ft_when_format_distance (gint32 day, gint32 today)
{
  int days = day - today;
  switch (days)
    {
    case -1:
      return g_strdup (C_ ("distance", "yesterday"));
    case 0:
      return g_strdup (C_ ("distance", "today"));
    case 1:
      return g_strdup (C_ ("distance", "tomorrow"));
    default:
      break;
    }
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -days), -days);
  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);
}

/* @weekday_only: whether the weekday alone is clear */
static char *
say_day (FtCivil civil, FtCivil now, gboolean weekday_only)
{
  if (weekday_only)
    /* Translators: a day in a sentence: "I’ll call you Thursday", "el %A". */
    return format_with (civil, C_ ("date in a sentence", "%A"));
  if (is_other_year (civil, now))
    return format_ordered (civil, (Format){ C_ ("date in a sentence", "%A, %-d %B %Y"),
                                            C_ ("date in a sentence", "%A, %B %-d, %Y") });
  return format_ordered (civil, (Format){ C_ ("date in a sentence", "%A, %-d %B"),
                                          C_ ("date in a sentence", "%A, %B %-d") });
}

static char *
say_at (char *day, FtCivil civil)
{
  g_autofree char *owned = day;
  if (civil.minute == FT_ALL_DAY)
    return g_steal_pointer (&owned);
  g_autofree char *time = ft_when_format_time (civil);
  /* Translators: in a sentence, "Thursday at 16:00". */
  return g_strdup_printf (C_ ("sentence", "%s at %s"), owned, time);
}

/**
 * ft_when_say:
 *
 * Returns: (transfer full): for the middle of a sentence; a weekday alone is one of the six days
 *   before or after @now
 */
char *
ft_when_say (FtCivil civil, FtCivil now)
{
  int days = civil.day - now.day;
  if (!ft_civil_is_set (civil))
    return g_strdup ("");
  switch (days)
    {
    case -1:
      return say_at (g_strdup (C_ ("sentence", "yesterday")), civil);
    case 0:
      return say_at (g_strdup (C_ ("sentence", "today")), civil);
    case 1:
      return say_at (g_strdup (C_ ("sentence", "tomorrow")), civil);
    default:
      return say_at (say_day (civil, now, ABS (days) < 7), civil);
    }
}

static const char *
sentence_of (const FtPromiseData *promise)
{
  /* Translators: what to say aloud; %s is "today", "Thursday at 16:00". */
  if (promise->kind == FT_PROMISE_SEND || promise->kind == FT_PROMISE_DELIVERY)
    return _ ("You’ll have it by %s.");
  switch (promise->channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("I’ll call you %s.");
    case FT_CHANNEL_EMAIL:
      return _ ("I’ll write to you %s.");
    case FT_CHANNEL_VISIT:
      return _ ("I’ll come by %s.");
    case FT_CHANNEL_POST:
      return _ ("I’ll send you a card %s.");
    case FT_CHANNEL_NONE:
    default:
      return _ ("I’ll be in touch %s.");
    }
}

/**
 * ft_when_sentence:
 * @now: what the clock reads where the promise's zone is
 *
 * Returns: (transfer full): what to say aloud so that the customer knows day, time and how (B2)
 */
char *
ft_when_sentence (const FtPromiseData *promise, FtCivil now)
{
  g_return_val_if_fail (promise, NULL);
  if (!ft_civil_is_set (promise->promised))
    return g_strdup ("");
  /* "Friday" is one to come in a promise. */
  FtCivil promised = promise->promised;
  g_autofree char *when = promised.day < now.day ? say_at (say_day (promised, now, FALSE), promised)
                                                 : ft_when_say (promised, now);
  return g_strdup_printf (sentence_of (promise), when);
}
