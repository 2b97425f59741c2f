#define G_LOG_DOMAIN "ft-core"

#include "core/ft-concerns.h"

#include <glib/gi18n-lib.h>

#include "core/ft-pieces.h"
#include "core/ft-when.h"
#include "core/ft-workdays.h"

#define DAYS_A_WEEK 7

static void
add (GArray *concerns, FtConcernKind kind, int n, gint32 day)
{
  FtConcern concern = { kind, n, day, NULL };
  g_array_append_val (concerns, concern);
}

static GArray *
new_concerns (void)
{
  return g_array_new (FALSE, FALSE, sizeof (FtConcern));
}

gboolean
ft_concerns_have (GArray *concerns, FtConcernKind kind)
{
  for (guint i = 0; i < concerns->len; i++)
    if (g_array_index (concerns, FtConcern, i).kind == kind)
      return TRUE;
  return FALSE;
}

void
ft_concerns_add_day_off (GArray *concerns, const FtSettings *settings, gint32 day)
{
  const FtDayOffData *off = ft_days_off_find (settings->days_off, day);

  if (off != NULL && off->kind == FT_DAY_OFF_AWAY)
    {
      FtCivil back = ft_workdays_on_or_after (settings, (FtCivil){ day, FT_ALL_DAY, 0 });

      add (concerns, FT_CONCERN_AWAY, 0, back.day);
    }
  else if (off != NULL)
    {
      FtConcern holiday = { FT_CONCERN_HOLIDAY, 0, day, g_intern_string (off->text) };

      g_array_append_val (concerns, holiday);
    }
  else if (!ft_workdays_is (settings, day))
    add (concerns, FT_CONCERN_DAY_OFF, 0, day);
}

const FtConcern *
ft_concerns_find_missing (GArray *concerns)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      const FtConcern *concern = &g_array_index (concerns, FtConcern, i);

      if (concern->kind == FT_CONCERN_NO_PROMISE || concern->kind == FT_CONCERN_NO_FALLBACK
          || concern->kind == FT_CONCERN_NO_ASKING)
        return concern;
    }
  return NULL;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);
  return g_str_equal (g_strstrip (x), g_strstrip (y));
}

static gboolean
brings_value (const FtContactData *contact)
{
  return contact->piece_id != 0 || contact->direction != FT_DIRECTION_OUT
         || contact->outcome != FT_OUTCOME_REACHED;
}

gboolean
ft_contact_is_empty_handed (const FtContactData *contact)
{
  return !brings_value (contact) && *contact->value == '\0';
}

gboolean
ft_contact_is_repeat (const FtContactData *contact, const FtContactData *before)
{
  return before && !brings_value (contact) && *contact->value != '\0'
         && is_same_text (contact->value, before->value);
}

/* The last contact of mine they heard of before @at, or NULL. */
static const FtContactData *
last_heard (const FtLeadCard *card, gint64 at)
{
  const FtContactData *last = NULL;
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (contact->direction == FT_DIRECTION_OUT && ft_contact_is_heard (contact)
          && contact->at <= at && (!last || contact->at > last->at))
        last = contact;
    }
  return last;
}

/* Contacts and other open promises in the seven days that end with @day. */
static int
count_week (const FtLeadCard *card, gint64 promise_id, gint32 day, const char *zone)
{
  int n = 0;
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      gint32 at = ft_civil_from_instant (contact->at, zone).day;
      n += contact->direction == FT_DIRECTION_OUT && ft_contact_is_heard (contact) && at <= day
           && day - at < DAYS_A_WEEK;
    }
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      n += promise->state == FT_PROMISE_OPEN && promise->id != promise_id
           && promise->target.day <= day && day - promise->target.day < DAYS_A_WEEK;
    }
  return n;
}

/* What is brought: the same as last time, a piece they have, or nothing. */
static void
add_value_concerns (GArray *concerns,
                    const FtLeadCard *card,
                    const FtContactData *last,
                    const char *value,
                    gint64 piece_id)
{
  gint32 given_day = piece_id ? ft_pieces_given_day (card, piece_id) : 0;
  if (given_day)
    add (concerns, FT_CONCERN_SAME_PIECE, 0, given_day);
  if (piece_id != 0)
    return;
  if (!*value)
    add (concerns, FT_CONCERN_EMPTY_HANDED, 0, 0);
  else if (last && is_same_text (value, last->value))
    add (concerns, FT_CONCERN_REPEAT, 0, 0);
}

static gboolean
is_near_decision (const FtLeadData *lead, const FtSettings *settings, gint32 day)
{
  int days = lead->decision_day - day;
  return lead->decision_day && days >= 0 && days <= settings->near_decision_days;
}

/* Sooner than they want to hear of me: the day after, full weeks, the interval. */
static void
add_rhythm_concerns (GArray *concerns,
                     const FtLeadCard *card,
                     const FtPromiseData *promise,
                     const FtSettings *settings,
                     const FtRhythm *rhythm,
                     gint32 last_day,
                     const char *zone)
{
  gint32 day = promise->promised.day;
  int n = count_week (card, promise->id, day, zone);
  gboolean near = is_near_decision (card->lead, settings, day);
  int limit = near ? settings->contacts_near_decision : settings->contacts_a_week;

  if (last_day && day - last_day <= 1)
    add (concerns, FT_CONCERN_DAILY, 0, 0);
  if (n >= limit)
    add (concerns, FT_CONCERN_WEEK_FULL, n, 0);
  else if (n >= settings->contacts_a_week && promise->piece_id == 0)
    add (concerns, FT_CONCERN_NO_PIECE, 0, 0);
  else if (!near && last_day && day - last_day < rhythm->interval)
    add (concerns, FT_CONCERN_SOON, rhythm->interval, 0);
}

GArray *
ft_concerns_of_promise (const FtLeadCard *card,
                        const FtPromiseData *promise,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone)
{
  GArray *concerns = new_concerns ();
  FtRhythm rhythm = ft_rhythm_of (card, settings, now, zone);
  const FtContactData *last = last_heard (card, now);
  gint32 today = ft_civil_from_instant (now, zone).day;
  gint32 last_day = last ? ft_civil_from_instant (last->at, zone).day : 0;
  int ahead = promise->promised.day - today;

  if (ft_civil_compare (promise->target, promise->promised) > 0)
    add (concerns, FT_CONCERN_TARGET_LATE, 0, 0);
  /* What I owe them comes as soon as it can; and after a delivery one asks the next day (C7). */
  if (promise->kind == FT_PROMISE_CONTACT)
    add_rhythm_concerns (concerns, card, promise, settings, &rhythm, last_day, zone);
  if (card->lead->state != FT_LEAD_CUSTOMER && ahead > settings->far_days)
    add (concerns, FT_CONCERN_FAR, ahead, 0);
  ft_concerns_add_day_off (concerns, settings, promise->promised.day);
  if (promise->kind == FT_PROMISE_CONTACT)
    add_value_concerns (concerns, card, last, promise->value, promise->piece_id);
  if (!promise->agreed)
    add (concerns, FT_CONCERN_NOT_AGREED, 0, 0);
  return concerns;
}

static FtConcernKind
missing_promise (FtOutcome outcome)
{
  switch (outcome)
    {
    case FT_OUTCOME_THEY_WILL_CALL:
      return FT_CONCERN_NO_FALLBACK;
    case FT_OUTCOME_PROPOSAL_SENT:
      return FT_CONCERN_NO_ASKING;
    default:
      return FT_CONCERN_NO_PROMISE;
    }
}

/* Whether the lead has an open promise that the contact does not keep. */
static gboolean
has_other_promise (const FtLeadCard *card, const FtContactData *contact)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state == FT_PROMISE_OPEN && promise->id != contact->promise_id)
        return TRUE;
    }
  return FALSE;
}

GArray *
ft_concerns_of_contact (const FtLeadCard *card,
                        const FtContactData *contact,
                        const FtPromiseData *next,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone)
{
  GArray *concerns = new_concerns ();
  FtRhythm rhythm = ft_rhythm_of (card, settings, now, zone);
  gint32 today = ft_civil_from_instant (now, zone).day;

  if (contact->outcome != FT_OUTCOME_DEFINITE_NO && contact->outcome != FT_OUTCOME_NOTE && !next
      && !has_other_promise (card, contact))
    add (concerns, missing_promise (contact->outcome), 0, 0);
  if (contact->asked == FT_ASKED_SALE && rhythm.fence_day)
    add (concerns, FT_CONCERN_FENCED, 0, rhythm.fence_day);
  else if (contact->asked == FT_ASKED_SALE && rhythm.question_day > today)
    add (concerns, FT_CONCERN_ASKED_LATELY, 0, rhythm.question_day);
  if (contact->direction == FT_DIRECTION_OUT && contact->outcome == FT_OUTCOME_REACHED)
    add_value_concerns (concerns, card, last_heard (card, now), contact->value, contact->piece_id);
  return concerns;
}

static int
minutes_of (const FtPromiseData *promise, const FtSettings *settings)
{
  return promise->effort > 0 ? promise->effort : settings->slot_minutes;
}

GArray *
ft_concerns_of_room (const FtPromiseData *promise,
                     GPtrArray *others,
                     const FtSettings *settings,
                     const char *zone)
{
  GArray *concerns = new_concerns ();
  gint64 from = ft_civil_to_instant (promise->target, promise->zone, NULL);
  gint64 until = from + minutes_of (promise, settings) * 60;
  gint32 day = ft_civil_from_instant (from, zone).day;
  gboolean timed = promise->target.minute != FT_ALL_DAY;
  gboolean overlap = FALSE;
  int n = 0;

  for (guint i = 0; i < others->len; i++)
    {
      const FtPromiseData *other = others->pdata[i];
      /* A card or a delivery is for some time of its day: nobody waits at the hour it is reminded of. */
      if (other->state != FT_PROMISE_OPEN || (promise->id != 0 && other->id == promise->id)
          || !ft_promise_data_is_contact (other))
        continue;
      gint64 begins = ft_civil_to_instant (other->target, other->zone, NULL);
      gint64 ends = begins + minutes_of (other, settings) * 60;
      n += ft_civil_from_instant (begins, zone).day == day;
      overlap = overlap
                || (timed && other->target.minute != FT_ALL_DAY && begins < until && from < ends);
    }
  if (overlap)
    add (concerns, FT_CONCERN_SLOT_FULL, 0, 0);
  if (n >= settings->contacts_a_day)
    add (concerns, FT_CONCERN_DAY_FULL, n, day);
  return concerns;
}
