#define G_LOG_DOMAIN "ft-core"

#include "core/ft-rhythm.h"

#include <glib/gi18n-lib.h>

#define DAYS_A_WEEK 7
/* Silence is not a no (B8): a second and a third try bother nobody, but not one a day. */
#define MORE_TRIES 2

gboolean
ft_contact_is_attempt (const FtContactData *contact)
{
  return contact->outcome != FT_OUTCOME_NOTE;
}

gboolean
ft_contact_is_heard (const FtContactData *contact)
{
  return ft_contact_is_attempt (contact) && contact->outcome != FT_OUTCOME_NO_ANSWER;
}

static gint32
day_of (gint64 instant, const char *zone)
{
  return ft_civil_from_instant (instant, zone).day;
}

static FtGauge
gauge_of (const FtRhythm *rhythm, const FtSettings *settings)
{
  /* Who wants to hear from me every two months is not forgotten after two weeks. */
  int invisible = MAX (settings->invisible_days, rhythm->interval);
  if (rhythm->week_contacts > rhythm->week_limit
      || rhythm->week_tries > rhythm->week_limit + MORE_TRIES)
    return FT_GAUGE_PEST;
  if (rhythm->days_since > invisible)
    return FT_GAUGE_INVISIBLE;
  return rhythm->days_since > rhythm->interval ? FT_GAUGE_QUIET : FT_GAUGE_RIGHT;
}

FtRhythm
ft_rhythm_of (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone)
{
  const FtLeadData *lead = card->lead;
  gint32 today = day_of (now, zone);
  gint32 heard_day = day_of (lead->created_at ? lead->created_at : now, zone);
  gint32 asked_day = 0;
  guint tried = 0; /* bit per day back from today: a call and the e-mail after it are one */
  guint heard = 0;
  FtRhythm rhythm = {
    .interval = lead->interval > 0 ? lead->interval : settings->interval,
    .has_decision = lead->decision_day != 0,
    .decision_days = lead->decision_day ? lead->decision_day - today : 0,
    .fence_day = lead->not_before_day > today ? lead->not_before_day : 0,
  };

  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      gint32 day = day_of (contact->at, zone);
      if (!ft_contact_is_attempt (contact) || contact->at > now)
        continue;
      rhythm.n_contacts++;
      if (contact->direction == FT_DIRECTION_OUT && today - day < DAYS_A_WEEK)
        {
          tried |= 1 << (today - day);
          if (ft_contact_is_heard (contact))
            heard |= 1 << (today - day);
        }
      if (contact->asked == FT_ASKED_SALE)
        asked_day = MAX (asked_day, day);
      if (!ft_contact_is_heard (contact))
        continue;
      heard_day = rhythm.contacted ? MAX (heard_day, day) : day;
      rhythm.contacted = TRUE;
    }

  rhythm.week_tries = __builtin_popcount (tried);
  rhythm.week_contacts = __builtin_popcount (heard);
  rhythm.days_since = MAX (today - heard_day, 0);
  rhythm.near_decision = rhythm.has_decision && rhythm.decision_days >= 0
                         && rhythm.decision_days <= settings->near_decision_days;
  rhythm.week_limit
      = rhythm.near_decision ? settings->contacts_near_decision : settings->contacts_a_week;
  rhythm.question_day = MAX (today, rhythm.fence_day);
  if (asked_day)
    rhythm.question_day = MAX (rhythm.question_day, asked_day + settings->question_days);
  rhythm.gauge = gauge_of (&rhythm, settings);
  return rhythm;
}

FtGauge
ft_rhythm_gauge_of_row (const FtLeadRow *row,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone)
{
  const FtLeadData *lead = row->lead;
  gint64 heard_at = row->heard_at ? row->heard_at : lead->created_at ? lead->created_at : now;
  FtRhythm rhythm = {
    .interval = lead->interval > 0 ? lead->interval : settings->interval,
    .days_since = MAX (day_of (now, zone) - day_of (heard_at, zone), 0),
  };
  return gauge_of (&rhythm, settings);
}

const char *
ft_gauge_to_string (FtGauge gauge)
{
  static const char *const names[] = { "pest", "right", "quiet", "invisible" };
  g_return_val_if_fail ((gsize) gauge < G_N_ELEMENTS (names), names[0]);
  return names[gauge];
}

const char *
ft_gauge_words (FtGauge gauge)
{
  switch (gauge)
    {
    case FT_GAUGE_PEST:
      return C_ ("gauge", "Pest");
    case FT_GAUGE_RIGHT:
      return C_ ("gauge", "Right");
    case FT_GAUGE_QUIET:
      return C_ ("gauge", "Quiet");
    case FT_GAUGE_INVISIBLE:
    default:
      return C_ ("gauge", "Invisible");
    }
}

char *
ft_rhythm_decision_words (const FtRhythm *rhythm)
{
  int days = rhythm->decision_days;
  if (!rhythm->has_decision)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_ ("decides today"));
  if (days == 1)
    return g_strdup (_ ("decides tomorrow"));
  if (days > 0)
    return g_strdup_printf (ngettext ("decides in %d day", "decides in %d days", days), days);
  return g_strdup_printf (ngettext ("decision was %d day ago", "decision was %d days ago", -days),
                          -days);
}
