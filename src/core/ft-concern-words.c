#define G_LOG_DOMAIN "ft-core"

#include <glib/gi18n-lib.h>

#include "core/ft-concerns.h"
#include "core/ft-when.h"

/* %d is the concern's number, %s its day. */
static const struct
{
  const char *practice;
  const char *words;
} concerns[FT_N_CONCERNS] = {
  [FT_CONCERN_DAILY] = { "E4", N_ ("That is one day after the other: never daily.") },
  [FT_CONCERN_NO_PIECE] = { "A6", N_ ("A second contact in one week comes with a piece.") },
  [FT_CONCERN_FENCED] = { "A3", N_ ("Not the decision question before %s: until then only what "
                                    "brings them value.") },
  [FT_CONCERN_ASKED_LATELY]
  = { "B3", N_ ("You asked for the decision lately. Ask again from %s on.") },
  [FT_CONCERN_EMPTY_HANDED] = { "B5", N_ ("Empty-handed: what does it bring them?") },
  [FT_CONCERN_REPEAT] = { "D7", N_ ("The same as last time. What is new for them?") },
  [FT_CONCERN_SAME_PIECE] = { "A5", N_ ("They have had that piece since %s.") },
  [FT_CONCERN_NO_PROMISE]
  = { "B1", N_ ("Nothing is promised next. When will they hear from you?") },
  [FT_CONCERN_NO_FALLBACK] = { "B9", N_ ("They may not call. When will you, if they have not?") },
  [FT_CONCERN_NO_ASKING]
  = { "D1", N_ ("Never send a proposal and hope: when will you ask about it?") },
  [FT_CONCERN_AWAY] = { "E6", N_ ("You are away then, back at work %s.") },
  [FT_CONCERN_HOLIDAY] = { "E10", N_ ("%s is a public holiday.") },
  [FT_CONCERN_SKIPPED]
  = { "E8", N_ ("Clocks skip this time that day: the first minute after it counts.") },
  [FT_CONCERN_TWICE]
  = { "E8", N_ ("Clocks show this time twice that day: the first one counts.") },
  [FT_CONCERN_DAY_OFF] = { "E10", N_ ("%s is not a working day of yours.") },
  [FT_CONCERN_SLOT_FULL] = { "B6", N_ ("You have promised something else at that time.") },
  [FT_CONCERN_TARGET_LATE] = { "C2", N_ ("Your own target is after what you promise.") },
  [FT_CONCERN_NOT_AGREED] = { "C3", N_ ("Have they said yes to that time?") },
  [FT_CONCERN_OVER] = { "E10", N_ ("That time is over already.") },
  [FT_CONCERN_OUTSIDE_HOURS] = { "E10", N_ ("That is outside your working hours.") },
  /* These have a number and are below. */
  [FT_CONCERN_SOON] = { "B3", NULL },
  [FT_CONCERN_WEEK_FULL] = { "B3", NULL },
  [FT_CONCERN_FAR] = { "A2", NULL },
  [FT_CONCERN_DAY_FULL] = { "E10", NULL },
  [FT_CONCERN_THEIR_NIGHT] = { "E8", NULL },
};

static char *
night_words (int minute)
{
  g_autofree char *time = ft_when_format_time ((FtCivil){ 1, (gint16) minute, 0 });

  /* Translators: the time on the customer's clock, in the night. */
  return g_strdup_printf (_ ("It is %s there."), time);
}

static char *
numbered_words (FtConcernKind kind, int n)
{
  switch (kind)
    {
    case FT_CONCERN_SOON:
      return g_strdup_printf (ngettext ("Sooner than %d day after the last contact.",
                                        "Sooner than %d days after the last contact.", n),
                              n);
    case FT_CONCERN_WEEK_FULL:
      return g_strdup_printf (ngettext ("%d contact within a week before it already.",
                                        "%d contacts within a week before it already.", n),
                              n);
    case FT_CONCERN_FAR:
      return g_strdup_printf (ngettext ("%d day is long: who shows up in between gets the sale.",
                                        "%d days are long: who shows up in between gets the sale.",
                                        n),
                              n);
    case FT_CONCERN_THEIR_NIGHT:
      return night_words (n);
    case FT_CONCERN_DAY_FULL:
    default:
      return g_strdup_printf (
          ngettext ("That day is full: %d promise.", "That day is full: %d promises.", n), n);
    }
}

char *
ft_concern_words (const FtConcern *concern, FtCivil now)
{
  g_return_val_if_fail ((guint) concern->kind < FT_N_CONCERNS, g_strdup (""));
  const char *words = concerns[concern->kind].words;
  if (!words)
    return numbered_words (concern->kind, concern->n);
  if (concern->day == 0)
    return g_strdup (_ (words));
  g_autofree char *day = ft_when_format_day ((FtCivil){ concern->day, FT_ALL_DAY, 0 }, now);
  if (concern->name && *concern->name)
    /* Translators: a day, and what its public holiday is called. */
    return g_strdup_printf (_ ("%s is a public holiday: %s."), day, concern->name);
  return g_strdup_printf (_ (words), day);
}

const char *
ft_concern_practice (FtConcernKind kind)
{
  g_return_val_if_fail ((guint) kind < FT_N_CONCERNS, "");
  return concerns[kind].practice;
}
