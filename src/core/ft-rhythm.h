#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtGauge:
 *
 * Neither pest nor invisible (E4).
 */
typedef enum
{
  FT_GAUGE_PEST,      /* more contacts in a week than are welcome */
  FT_GAUGE_RIGHT,     /* within the lead's interval */
  FT_GAUGE_QUIET,     /* longer ago than the interval */
  FT_GAUGE_INVISIBLE, /* at the back of their mind */
} FtGauge;

/**
 * FtRhythm:
 * @days_since: whole days since they last heard of me; of a lead never contacted, since it came in
 * @contacted: whether they ever did
 * @n_contacts: made or tried, for the five dots (D4)
 * @week_contacts: days of the last seven on which they heard of me by my doing
 * @week_tries: days of the last seven on which I tried, with or without an answer
 * @week_limit: how many are welcome now (B3, A6)
 * @near_decision: whether the decision is near enough for more of them, with a piece (A6)
 * @has_decision: whether @decision_days is known
 * @decision_days: until the decision, negative when it is over (A1)
 * @interval: days to the next contact, the lead's own or the setting (B3)
 * @fence_day: until this day no decision question, 0 if there is no fence any more (A3)
 * @question_day: from when the decision question may be asked; today or later (A3, B3)
 *
 * Where a lead stands in time, from its own history.
 */
typedef struct
{
  FtGauge gauge;
  int days_since;
  gboolean contacted;
  guint n_contacts;
  guint week_contacts;
  guint week_tries;
  guint week_limit;
  gboolean near_decision;
  gboolean has_decision;
  int decision_days;
  int interval;
  gint32 fence_day;
  gint32 question_day;
} FtRhythm;

/* @now: an instant; days are those of @zone, the user's. */
FtRhythm ft_rhythm_of (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone);

/* The gauge from what a row of the list knows: right, quiet or invisible; whether I am a pest only the
 * history tells. */
FtGauge ft_rhythm_gauge_of_row (const FtLeadRow *row,
                                const FtSettings *settings,
                                gint64 now,
                                const char *zone);

/* Whether a contact is one of the five (D4): all but notes, tried ones too. */
gboolean ft_contact_is_attempt (const FtContactData *contact);
/* Whether they heard of me by it: an unanswered call bothers them, but does not bring me to mind. */
gboolean ft_contact_is_heard (const FtContactData *contact);

/* "pest", "right", …: for exports and the command line. */
const char *ft_gauge_to_string (FtGauge gauge);
/* "Right", "Invisible"; transfer none. */
const char *ft_gauge_words (FtGauge gauge);
/* "decides in 12 days" (A1), "" if not known; transfer full. */
char *ft_rhythm_decision_words (const FtRhythm *rhythm);

G_END_DECLS
