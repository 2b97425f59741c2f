#define G_LOG_DOMAIN "ft-core"

#include "core/ft-outcomes.h"

#include "core/ft-gestures-private.h"
#include "core/ft-gestures.h"
#include "core/ft-workdays.h"

#include <glib/gi18n-lib.h>

#define HALF_HOUR 30
#define FRIENDLY_MONTHS 3
#define FALLBACK_DAYS 2 /* working days that they get to call by themselves */
#define SLOT_LATER 180  /* minutes until another try the same day */

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* --- What belongs after an outcome --- */

/* On the half hour, within working hours. */
static FtCivil
at_work (const FtSettings *settings, FtCivil civil)
{
  int last = MAX (settings->day_ends - HALF_HOUR, settings->day_begins);
  int minute = civil.minute - civil.minute % HALF_HOUR;
  civil.minute = CLAMP (minute, settings->day_begins, last);
  civil.fold = 0;
  return civil;
}

/* An hour from now at most, on a round five minutes. */
static FtCivil
within_hour (FtCivil now)
{
  FtCivil civil = ft_civil_add_minutes (now, 60);
  civil.minute -= civil.minute % 5;
  return civil;
}

/* Later today, else the other half of the next working day: who did not answer at this hour may at
 * another (B8). */
static FtCivil
other_slot (const FtSettings *settings, FtCivil now)
{
  int noon = (settings->day_begins + settings->day_ends) / 2;
  FtCivil later = { now.day, now.minute + SLOT_LATER, 0 };
  FtCivil next = ft_workdays_next_morning (settings, now);

  if (ft_workdays_is (settings, now.day) && now.minute >= settings->day_begins
      && later.minute <= settings->day_ends - HALF_HOUR)
    return at_work (settings, later);
  next.minute = now.minute > noon ? settings->day_begins + 60 : noon + 60;
  return at_work (settings, next);
}

static FtPromiseData *
new_promise (
    const FtLeadData *lead, FtCivil when, const char *zone, FtChannel channel, const char *purpose)
{
  FtPromiseData *promise = ft_promise_data_new (lead->id, when, zone, channel);
  set_text (&promise->purpose, purpose);
  return promise;
}

static FtPromiseData *
new_friendly (const FtLeadData *lead,
              const FtSettings *settings,
              FtCivil now,
              const char *zone,
              FtChannel channel)
{
  FtCivil when = ft_workdays_add_months (settings, now, FRIENDLY_MONTHS);
  FtPromiseData *promise
      = new_promise (lead, at_work (settings, when), zone, channel, _ ("See how they are doing"));
  promise->kind = FT_PROMISE_FRIENDLY;
  return promise;
}

/* Whether a friendly call is ahead beyond the promise that comes first, which this contact is about
 * (D8). */
static gboolean
is_friendly_ahead (const FtLeadCard *card)
{
  const FtPromiseData *first = NULL;
  gboolean ahead = FALSE;

  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN || !ft_promise_data_is_contact (promise))
        continue;
      if (!first)
        first = promise; /* they come by target */
      else
        ahead = ahead || promise->kind == FT_PROMISE_FRIENDLY;
    }
  return ahead;
}

FtPromiseData *
ft_outcome_new_promise (const FtLeadCard *card,
                        FtOutcome outcome,
                        FtChannel channel,
                        gint64 piece_id,
                        const FtSettings *settings,
                        FtCivil now,
                        const char *zone)
{
  g_return_val_if_fail (card && settings, NULL);
  g_return_val_if_fail (ft_civil_is_set (now) && now.minute != FT_ALL_DAY, NULL);
  const FtLeadData *lead = card->lead;
  int interval = lead->interval > 0 ? lead->interval : settings->interval;
  FtCivil when;

  switch (outcome)
    {
    case FT_OUTCOME_REACHED:
      if (lead->state == FT_LEAD_CUSTOMER)
        return is_friendly_ahead (card) ? NULL : new_friendly (lead, settings, now, zone, channel);
      when = ft_workdays_on_or_after (settings, ft_civil_add_days (now, interval));
      return new_promise (lead, at_work (settings, when), zone, channel, "");
    case FT_OUTCOME_NO_ANSWER:
      return new_promise (lead, other_slot (settings, now), zone, channel, "");
    case FT_OUTCOME_THEY_WILL_CALL:
      when = ft_workdays_add (settings, now, FALLBACK_DAYS);
      return new_promise (lead, at_work (settings, when), zone, channel,
                          _ ("Call if they have not"));
    case FT_OUTCOME_THEY_CALLED:
      return new_promise (lead, within_hour (now), zone, channel, _ ("Return their call"));
    case FT_OUTCOME_PROPOSAL_SENT:
      when = ft_workdays_add (settings, now, settings->proposal_days);
      return new_promise (lead, at_work (settings, when), zone, channel,
                          _ ("Ask about the proposal"));
    case FT_OUTCOME_DELIVERED:
      return ft_steps_new_promise (lead, settings, now, zone, channel, piece_id);
    case FT_OUTCOME_SOLD:
      return new_friendly (lead, settings, now, zone, channel);
    case FT_OUTCOME_DEFINITE_NO:
    case FT_OUTCOME_NOTE:
    default:
      return NULL;
    }
}

/* --- Outcomes --- */

static gboolean
is_asked_already (const FtLeadData *lead, const char *text)
{
  for (guint i = 0; i < lead->asks->len; i++)
    {
      const FtAsk *ask = lead->asks->pdata[i];
      if (ask->done_day == 0 && g_str_equal (ask->text, text))
        return TRUE;
    }
  return FALSE;
}

/* The lead as this contact leaves it, NULL if as it was. */
static FtLeadData *
change_lead (const FtLeadData *lead,
             const FtContactData *contact,
             const char *closing_words,
             const char *override_words,
             gint32 day)
{
  gboolean ends = contact->outcome == FT_OUTCOME_DEFINITE_NO;
  gboolean asked = *contact->asked_for && !is_asked_already (lead, contact->asked_for);
  FtLeadData *changed;

  if (!ends && !asked)
    return NULL;
  changed = ft_lead_data_copy (lead);
  if (ends)
    {
      set_text (&changed->closing_words, closing_words);
      set_text (&changed->override_words, override_words);
    }
  if (asked)
    {
      g_ptr_array_add (changed->asks, ft_ask_new (day, 0, contact->asked_for));
      changed->nothing_else_day = 0;
    }
  return changed;
}

/* What a sale and a definite no answer is the question for it, said or not (D3). */
static FtContactData *
complete_contact (FtContactData *contact, const char *closing_words, gint64 now)
{
  FtContactData *copy = ft_contact_data_copy (contact);
  gboolean sold = copy->outcome == FT_OUTCOME_SOLD;

  if (copy->at == 0)
    copy->at = now;
  if (!sold && copy->outcome != FT_OUTCOME_DEFINITE_NO)
    return copy;
  if (copy->asked == FT_ASKED_NOTHING)
    copy->asked = FT_ASKED_SALE;
  if (copy->answer == FT_ANSWER_NONE)
    copy->answer = sold ? FT_ANSWER_YES : FT_ANSWER_NO;
  /* The history has their words where they belong in time. */
  if (!sold && *copy->heard == '\0')
    set_text (&copy->heard, closing_words);
  return copy;
}

FtEdit *
ft_gesture_log_outcome (const FtLeadCard *card,
                        FtPromiseData *promise,
                        FtContactData *contact,
                        FtPromiseData *next,
                        const char *closing_words,
                        const char *override_words,
                        gint64 now,
                        const char *zone)
{
  g_return_val_if_fail (card && card->lead->id > 0, NULL);
  g_return_val_if_fail (contact, NULL);
  g_return_val_if_fail (closing_words && override_words, NULL);
  g_autoptr (FtContactData) complete = complete_contact (contact, closing_words, now);
  gint32 day = ft_civil_from_instant (complete->at, zone).day;
  g_autoptr (FtLeadData) changed
      = change_lead (card->lead, complete, closing_words, override_words, day);
  FtEdit *edit = ft_gesture_log (card->lead, changed, promise, complete, next, now);

  for (guint i = 0; complete->outcome == FT_OUTCOME_DEFINITE_NO && i < card->promises->len; i++)
    {
      FtPromiseData *other = card->promises->pdata[i];
      if (other->state == FT_PROMISE_OPEN && (!promise || other->id != promise->id))
        ft_gesture_put_done_promise (edit, other, FT_PROMISE_CANCELLED, complete->at);
    }
  return edit;
}

/* --- When it went wrong --- */

/**
 * ft_gesture_set_cause:
 *
 * Returns: (transfer full): "Say why it was missed"
 */
FtEdit *
ft_gesture_set_cause (FtPromiseData *promise, FtCause cause)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  FtEdit *edit = ft_edit_new (_ ("Say why it was missed"));
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  copy->cause = cause;
  ft_edit_put_promise (edit, copy);
  return edit;
}

/**
 * ft_gesture_repair_promise:
 * @zone: (nullable): of @promised, %NULL for the zone it had
 * @cause: NONE leaves it as it is
 *
 * Returns: (transfer full): "Move promise"
 */
FtEdit *
ft_gesture_repair_promise (
    FtPromiseData *promise, FtCivil promised, const char *zone, FtCause cause, gint64 now)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  if (cause != FT_CAUSE_NONE)
    copy->cause = cause;
  return ft_gesture_move_promise (copy, promised, zone, now);
}

/* --- Following through --- */

/**
 * ft_gesture_tick_step:
 *
 * Returns: (transfer full): "Follow through"
 */
FtEdit *
ft_gesture_tick_step (FtPromiseData *promise, FtStep step, gboolean done)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  g_return_val_if_fail ((guint) step < FT_N_STEPS, NULL);
  FtEdit *edit = ft_edit_new (_ ("Follow through"));
  g_autoptr (FtPromiseData) ticked = ft_steps_tick (promise, step, done);
  ft_edit_put_promise (edit, ticked);
  return edit;
}

/* --- Promises in a gap --- */

FtPromiseData *
ft_gap_new_promise (const FtPromiseData *far, const FtGapContact *gap, gint64 piece_id)
{
  g_return_val_if_fail (far && gap, NULL);
  FtCivil when = { gap->day, far->promised.minute, 0 };
  FtPromiseData *promise = ft_promise_data_new (far->lead_id, when, far->zone, far->channel);
  promise->piece_id = piece_id;
  set_text (&promise->purpose,
            gap->last_days ? _ ("Be in touch before they decide") : _ ("Bring something of value"));
  return promise;
}

/**
 * ft_gesture_add_promises:
 *
 * Returns: (transfer full): "3 promises to Anna Berg"
 */
FtEdit *
ft_gesture_add_promises (FtLeadData *lead, GPtrArray *promises, gint64 now)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  g_return_val_if_fail (promises && promises->len > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (
      g_dngettext (GETTEXT_PACKAGE, "%u promise to %s", "%u promises to %s", promises->len),
      promises->len, lead->name);
  ft_gesture_also_promise (edit, lead->id, promises, now);
  return edit;
}

/**
 * ft_gesture_also_promise:
 * @promises: (element-type FtPromiseData): may be empty
 */
void
ft_gesture_also_promise (FtEdit *edit, gint64 lead_id, GPtrArray *promises, gint64 now)
{
  g_return_if_fail (edit && promises);
  for (guint i = 0; i < promises->len; i++)
    ft_gesture_put_new_promise (edit, promises->pdata[i], lead_id, now);
}

/* --- Pieces --- */

/**
 * ft_gesture_put_piece:
 *
 * Returns: (transfer full): "Add Case study", "Edit Case study"
 */
FtEdit *
ft_gesture_put_piece (FtPieceData *piece)
{
  g_return_val_if_fail (piece && piece->id >= 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (piece->id == 0 ? _ ("Add %s") : _ ("Edit %s"), piece->name);
  g_autoptr (FtPieceData) copy = ft_piece_data_copy (piece);
  if (copy->id == 0)
    copy->id = ft_edit_new_id (edit);
  ft_edit_put_piece (edit, copy);
  return edit;
}
