#define G_LOG_DOMAIN "ft-core"

#include "core/ft-keeping.h"

#include <glib/gi18n-lib.h>

#include "core/ft-when.h"

#define EARLY_SECONDS (15 * 60)
/* A call promised for 16:00 and written down when it was over was in time. */
#define IN_TIME_SECONDS (5 * 60)
#define DAY_SECONDS (24 * 60 * 60)

/* How long before the promised time it was done, negative how long after. A day was promised, not
 * an hour of it: only days before it are early. */
static gint64
seconds_ahead (const FtPromiseData *promise, gint64 at)
{
  gint64 ahead = promise->promised_at - at;
  if (promise->promised.minute != FT_ALL_DAY || ahead < 0)
    return ahead;
  return (gint64) (promise->promised.day - ft_civil_from_instant (at, promise->zone).day)
         * DAY_SECONDS;
}

FtKeeping
ft_keeping_of (const FtPromiseData *promise, gint64 now, gint64 *seconds)
{
  gboolean open = promise->state == FT_PROMISE_OPEN;
  gint64 ahead = seconds_ahead (promise, open ? now : promise->done_at);
  if (seconds)
    *seconds = open && ahead >= 0 ? 0 : ahead;

  switch (promise->state)
    {
    case FT_PROMISE_KEPT:
      if (ahead < -IN_TIME_SECONDS)
        return FT_KEEPING_REPAIRED;
      return ahead >= EARLY_SECONDS ? FT_KEEPING_EARLY : FT_KEEPING_KEPT;
    case FT_PROMISE_MOVED:
      return ahead < 0 ? FT_KEEPING_REPAIRED : FT_KEEPING_MOVED;
    case FT_PROMISE_CANCELLED:
      return FT_KEEPING_CANCELLED;
    case FT_PROMISE_OPEN:
    default:
      return ahead < 0 ? FT_KEEPING_LATE : FT_KEEPING_OPEN;
    }
}

static char *
early_words (gint64 seconds)
{
  int minutes = seconds / 60;
  int hours = minutes / 60;
  int days = hours / 24;
  if (hours < 1)
    return g_strdup_printf (ngettext ("%d min early", "%d min early", minutes), minutes);
  if (days < 2)
    return g_strdup_printf (ngettext ("%d h early", "%d h early", hours), hours);
  return g_strdup_printf (ngettext ("%d day early", "%d days early", days), days);
}

static char *
late_words (gint64 seconds)
{
  int minutes = MAX (seconds / 60, 1);
  int hours = minutes / 60;
  int days = hours / 24;
  if (hours < 1)
    return g_strdup_printf (ngettext ("%d min late", "%d min late", minutes), minutes);
  if (days < 2)
    return g_strdup_printf (ngettext ("%d h late", "%d h late", hours), hours);
  return g_strdup_printf (ngettext ("%d day late", "%d days late", days), days);
}

char *
ft_keeping_words (const FtPromiseData *promise, gint64 now)
{
  gint64 seconds;
  switch (ft_keeping_of (promise, now, &seconds))
    {
    case FT_KEEPING_LATE:
      return late_words (-seconds);
    case FT_KEEPING_EARLY:
      return early_words (seconds);
    case FT_KEEPING_KEPT:
      return g_strdup (C_ ("promise", "kept"));
    case FT_KEEPING_REPAIRED:
      return g_strdup (C_ ("promise", "missed, repaired"));
    case FT_KEEPING_MOVED:
      return g_strdup (C_ ("promise", "moved"));
    case FT_KEEPING_CANCELLED:
      return g_strdup (C_ ("promise", "cancelled"));
    case FT_KEEPING_OPEN:
    default:
      return g_strdup ("");
    }
}

const char *
ft_keeping_to_string (FtKeeping keeping)
{
  static const char *const names[]
      = { "open", "late", "early", "kept", "repaired", "moved", "cancelled" };
  g_return_val_if_fail ((gsize) keeping < G_N_ELEMENTS (names), names[0]);
  return names[keeping];
}

const char *
ft_cause_words (FtCause cause)
{
  switch (cause)
    {
    case FT_CAUSE_TIMING:
      return C_ ("cause", "Timing");
    case FT_CAUSE_TECHNIQUE:
      return C_ ("cause", "Technique");
    case FT_CAUSE_ORGANISATION:
      return C_ ("cause", "Organisation");
    case FT_CAUSE_NONE:
    default:
      return "";
    }
}

static const char *
apology_of (const FtPromiseData *promise)
{
  /* Translators: what to say aloud; %s is "yesterday at 16:00", "Friday at 16:00". */
  if (promise->kind == FT_PROMISE_SEND || promise->kind == FT_PROMISE_DELIVERY)
    return _ ("I promised it to you by %s, and you did not have it. I’m sorry.");
  switch (promise->channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("I promised to call you %s, and I didn’t. I’m sorry.");
    case FT_CHANNEL_EMAIL:
      return _ ("I promised to write to you %s, and I didn’t. I’m sorry.");
    case FT_CHANNEL_VISIT:
      return _ ("I promised to come by %s, and I didn’t. I’m sorry.");
    case FT_CHANNEL_POST:
      return _ ("I promised you a card %s, and you did not get it. I’m sorry.");
    case FT_CHANNEL_NONE:
    default:
      return _ ("I promised to be in touch %s, and I wasn’t. I’m sorry.");
    }
}

char *
ft_apology_words (const FtPromiseData *promise, FtCivil now)
{
  g_autofree char *when = ft_when_say (promise->promised, now);
  return g_strdup_printf (apology_of (promise), when);
}
