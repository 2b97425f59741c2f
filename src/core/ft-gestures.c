#define G_LOG_DOMAIN "ft-core"

#include "core/ft-gestures.h"

#include "core/ft-gestures-private.h"

#include <glib/gi18n-lib.h>

FtEdit *
ft_gesture_new_edit (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *label = g_strdup_vprintf (format, args);
  va_end (args);
  return ft_edit_new (label);
}

void
ft_gesture_put_new_promise (FtEdit *edit, FtPromiseData *promise, gint64 lead_id, gint64 now)
{
  if (!promise)
    return;
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  copy->id = ft_edit_new_id (edit);
  copy->lead_id = lead_id;
  copy->state = FT_PROMISE_OPEN;
  copy->done_at = 0;
  copy->created_at = now;
  ft_edit_put_promise (edit, copy);
}

void
ft_gesture_put_done_promise (FtEdit *edit, FtPromiseData *promise, FtPromiseState state, gint64 at)
{
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  copy->state = state;
  copy->done_at = at;
  ft_edit_put_promise (edit, copy);
}

/**
 * ft_gesture_add_lead:
 * @lead: with any id; the edit has a copy with a new one
 * @promise: (nullable):
 * @now: an instant, when both were made
 *
 * Returns: (transfer full): "Add Anna Berg"
 */
FtEdit *
ft_gesture_add_lead (FtLeadData *lead, FtPromiseData *promise, gint64 now)
{
  g_return_val_if_fail (lead, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Add %s"), lead->name);
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);
  copy->id = ft_edit_new_id (edit);
  copy->created_at = now;
  ft_edit_put_lead (edit, copy);
  ft_gesture_put_new_promise (edit, promise, copy->id, now);
  return edit;
}

/**
 * ft_gesture_edit_lead:
 *
 * Returns: (transfer full): "Edit Anna Berg"
 */
FtEdit *
ft_gesture_edit_lead (FtLeadData *lead)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Edit %s"), lead->name);
  ft_edit_put_lead (edit, lead);
  return edit;
}

static const char *
contact_label (const FtContactData *contact)
{
  switch (contact->outcome)
    {
    case FT_OUTCOME_NOTE:
      return _ ("Note on %s");
    case FT_OUTCOME_SOLD:
      return _ ("Sold to %s");
    case FT_OUTCOME_DEFINITE_NO:
      return _ ("Definite no from %s");
    default:
      break;
    }
  switch (contact->channel)
    {
    case FT_CHANNEL_EMAIL:
      return _ ("Log e-mail with %s");
    case FT_CHANNEL_VISIT:
      return _ ("Log visit with %s");
    case FT_CHANNEL_POST:
      return _ ("Log card to %s");
    case FT_CHANNEL_PHONE:
      return _ ("Log call with %s");
    default:
      return _ ("Log contact with %s");
    }
}

static gboolean
keeps_promise (FtOutcome outcome, gboolean next)
{
  switch (outcome)
    {
    case FT_OUTCOME_REACHED:
    case FT_OUTCOME_PROPOSAL_SENT:
    case FT_OUTCOME_DELIVERED:
    case FT_OUTCOME_SOLD:
    case FT_OUTCOME_DEFINITE_NO:
      return TRUE;
    case FT_OUTCOME_NO_ANSWER:
    case FT_OUTCOME_THEY_WILL_CALL:
      return next;
    case FT_OUTCOME_THEY_CALLED: /* they left word: what I promised is still to do (C1) */
    case FT_OUTCOME_NOTE:
    default:
      return FALSE;
    }
}

static FtLeadState
state_after (FtLeadState state, FtOutcome outcome)
{
  switch (outcome)
    {
    case FT_OUTCOME_SOLD:
      return FT_LEAD_CUSTOMER;
    case FT_OUTCOME_DEFINITE_NO:
      return FT_LEAD_CLOSED;
    default:
      return state;
    }
}

FtEdit *
ft_gesture_log (FtLeadData *lead,
                FtLeadData *changed,
                FtPromiseData *promise,
                FtContactData *contact,
                FtPromiseData *next,
                gint64 now)
{
  FtEdit *edit = ft_gesture_new_edit (contact_label (contact), lead->name);

  g_autoptr (FtContactData) logged = ft_contact_data_copy (contact);
  logged->id = ft_edit_new_id (edit);
  logged->lead_id = lead->id;
  logged->promise_id = promise ? promise->id : 0;
  if (logged->at == 0)
    logged->at = now;
  if (logged->outcome == FT_OUTCOME_THEY_CALLED)
    logged->direction = FT_DIRECTION_IN;

  g_autoptr (FtLeadData) copy = changed ? ft_lead_data_ref (changed) : ft_lead_data_copy (lead);
  copy->state = state_after (lead->state, contact->outcome);
  if (changed || copy->state != lead->state)
    ft_edit_put_lead (edit, copy);
  if (promise && promise->state == FT_PROMISE_OPEN
      && keeps_promise (contact->outcome, next != NULL))
    ft_gesture_put_done_promise (edit, promise, FT_PROMISE_KEPT, logged->at);
  ft_gesture_put_new_promise (edit, next, lead->id, now);
  ft_edit_put_contact (edit, logged);
  return edit;
}

/**
 * ft_gesture_log_contact:
 * @lead: whose; its state follows a sale or a definite no (D5), for which the caller's copy has
 *   the customer's words
 * @promise: (nullable): the open promise it was about
 * @contact: its lead and promise are set in the edit's copy; without a time it is now
 * @next: (nullable):
 * @now: an instant
 *
 * Returns: (transfer full): "Log call with Anna Berg"
 */
FtEdit *
ft_gesture_log_contact (FtLeadData *lead,
                        FtPromiseData *promise,
                        FtContactData *contact,
                        FtPromiseData *next,
                        gint64 now)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  g_return_val_if_fail (contact, NULL);
  return ft_gesture_log (lead, NULL, promise, contact, next, now);
}

/**
 * ft_gesture_add_promise:
 *
 * Returns: (transfer full): "Promise to Anna Berg"
 */
FtEdit *
ft_gesture_add_promise (FtLeadData *lead, FtPromiseData *next, gint64 now)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  g_return_val_if_fail (next, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Promise to %s"), lead->name);
  ft_gesture_put_new_promise (edit, next, lead->id, now);
  return edit;
}

/**
 * ft_gesture_move_target:
 * @target: if later than the promised time, that is taken (C2)
 *
 * Returns: (transfer full): "Move target"
 */
FtEdit *
ft_gesture_move_target (FtPromiseData *promise, FtCivil target)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  g_return_val_if_fail (ft_civil_is_set (target), NULL);
  FtEdit *edit = ft_edit_new (_ ("Move target"));
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);
  copy->target = ft_civil_compare (target, promise->promised) > 0 ? promise->promised : target;
  ft_edit_put_promise (edit, copy);
  return edit;
}

/* The target as long before the new promised time as it was before the old one. */
static FtCivil
moved_target (const FtPromiseData *promise, FtCivil promised)
{
  FtCivil target = ft_civil_add_days (promised, promise->target.day - promise->promised.day);
  if (promise->target.minute == FT_ALL_DAY)
    target.minute = FT_ALL_DAY;
  else if (promise->promised.minute != FT_ALL_DAY)
    target = ft_civil_add_minutes (target, promise->target.minute - promise->promised.minute);
  if (!ft_civil_is_set (target) || ft_civil_compare (target, promised) > 0)
    return promised;
  return target;
}

/**
 * ft_gesture_move_promise:
 * @zone: (nullable): of @promised, %NULL for the zone it had
 *
 * They are told another time: the new promise is not agreed to yet (C3).
 *
 * Returns: (transfer full): "Move promise"
 */
FtEdit *
ft_gesture_move_promise (FtPromiseData *promise, FtCivil promised, const char *zone, gint64 now)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  g_return_val_if_fail (ft_civil_is_set (promised), NULL);
  FtEdit *edit = ft_edit_new (_ ("Move promise"));
  ft_gesture_put_done_promise (edit, promise, FT_PROMISE_MOVED, now);

  g_autoptr (FtPromiseData) next = ft_promise_data_copy (promise);
  g_free (next->uid);
  next->uid = g_strdup ("");
  next->promised = promised;
  next->target = moved_target (promise, promised);
  if (zone)
    next->zone = g_intern_string (zone);
  next->promised_at = next->target_at = 0;
  next->agreed = FALSE;
  next->cause = FT_CAUSE_NONE; /* why the old one was missed is kept there (A7) */
  ft_gesture_put_new_promise (edit, next, promise->lead_id, now);
  return edit;
}

/**
 * ft_gesture_edit_promise:
 *
 * Returns: (transfer full): "Edit promise"
 */
FtEdit *
ft_gesture_edit_promise (FtPromiseData *promise)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  FtEdit *edit = ft_edit_new (_ ("Edit promise"));
  ft_edit_put_promise (edit, promise);
  return edit;
}

/**
 * ft_gesture_cancel_promise:
 *
 * Returns: (transfer full): "Cancel promise"
 */
FtEdit *
ft_gesture_cancel_promise (FtPromiseData *promise, gint64 now)
{
  g_return_val_if_fail (promise && promise->id > 0, NULL);
  FtEdit *edit = ft_edit_new (_ ("Cancel promise"));
  ft_gesture_put_done_promise (edit, promise, FT_PROMISE_CANCELLED, now);
  return edit;
}

/* What ended it becomes a note: nothing that was heard is lost. */
static void
keep_closing_words (FtLeadData *lead)
{
  char **fields[] = { &lead->closing_words, &lead->override_words };
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!**fields[i])
        continue;
      char *notes = g_strconcat (lead->notes, *lead->notes ? "\n" : "", *fields[i], NULL);
      g_free (lead->notes);
      lead->notes = notes;
      g_free (*fields[i]);
      *fields[i] = g_strdup ("");
    }
}

/**
 * ft_gesture_reopen_lead:
 * @next: (nullable):
 *
 * Returns: (transfer full): "Reopen Anna Berg"
 */
FtEdit *
ft_gesture_reopen_lead (FtLeadData *lead, FtPromiseData *next, gint64 now)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Reopen %s"), lead->name);
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);
  copy->state = FT_LEAD_OPEN;
  keep_closing_words (copy);
  ft_edit_put_lead (edit, copy);
  ft_gesture_put_new_promise (edit, next, lead->id, now);
  return edit;
}

/**
 * ft_gesture_remove_lead:
 *
 * Returns: (transfer full): "Delete Anna Berg"
 */
FtEdit *
ft_gesture_remove_lead (FtLeadData *lead)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Delete %s"), lead->name);
  ft_edit_remove_lead (edit, lead->id);
  return edit;
}

/**
 * ft_gesture_edit_contact:
 *
 * Returns: (transfer full): "Correct contact"
 */
FtEdit *
ft_gesture_edit_contact (FtContactData *contact)
{
  g_return_val_if_fail (contact && contact->id > 0, NULL);
  FtEdit *edit = ft_edit_new (_ ("Correct contact"));
  ft_edit_put_contact (edit, contact);
  return edit;
}

/**
 * ft_gesture_put_day_off:
 * @day_off: with id 0 if it is new
 *
 * Returns: (transfer full): "Away", "Holiday Christmas"
 */
FtEdit *
ft_gesture_put_day_off (FtDayOffData *day_off)
{
  FtEdit *edit;

  g_return_val_if_fail (day_off != NULL, NULL);

  edit = day_off->kind == FT_DAY_OFF_AWAY ? ft_edit_new (_ ("Mark Days Away"))
                                          : ft_gesture_new_edit (_ ("Holiday %s"), day_off->text);
  if (day_off->id == 0)
    day_off->id = ft_edit_new_id (edit);
  ft_edit_put_day_off (edit, day_off);
  return edit;
}

/**
 * ft_gesture_remove_day_off:
 *
 * Returns: (transfer full): an edit
 */
FtEdit *
ft_gesture_remove_day_off (const FtDayOffData *day_off)
{
  FtEdit *edit;

  g_return_val_if_fail (day_off != NULL && day_off->id > 0, NULL);

  edit = day_off->kind == FT_DAY_OFF_AWAY
             ? ft_edit_new (_ ("Not Away After All"))
             : ft_gesture_new_edit (_ ("Remove Holiday %s"), day_off->text);
  ft_edit_remove_day_off (edit, day_off->id);
  return edit;
}
