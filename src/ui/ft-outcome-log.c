#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-log.h"

#include "core/ft-outcomes.h"
#include "core/ft-sale.h"
#include "ui/ft-outcome-words.h"

#include <glib/gi18n-lib.h>

/* With its time however far it is: the chips beside it have theirs. */
static char *
dup_label (FtOutcome outcome, FtCivil civil, FtCivil now)
{
  g_autofree char *day = ft_when_format_short ((FtCivil){ civil.day, FT_ALL_DAY, 0 }, now);
  g_autofree char *time = ft_when_format_time (civil);

  if (outcome == FT_OUTCOME_THEY_CALLED)
    return g_strdup (_ ("Within the Hour"));
  return g_strdup_printf (C_ ("day and time", "%s %s"), day, time);
}

static void
add_chip (GPtrArray *chips, const char *id, FtCivil civil, char *label)
{
  FtWhenChip *chip = g_new0 (FtWhenChip, 1);

  chip->id = id;
  chip->civil = civil;
  chip->label = label;
  g_ptr_array_add (chips, chip);
}

GPtrArray *
ft_outcome_chips (FtOutcome outcome,
                  const FtPromiseData *suggested,
                  const FtLeadData *lead,
                  const FtSettings *settings,
                  FtCivil now)
{
  g_autoptr (GPtrArray) usual = ft_when_chips_after (settings, lead->interval, now, outcome);
  GPtrArray *chips = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_when_chip_free);

  if (suggested != NULL)
    add_chip (chips, "suggested", suggested->promised,
              dup_label (outcome, suggested->promised, now));
  for (guint i = 0; i < usual->len; i++)
    {
      FtWhenChip *chip = g_ptr_array_index (usual, i);

      if (suggested == NULL || ft_civil_compare (chip->civil, suggested->promised) != 0)
        add_chip (chips, chip->id, chip->civil, g_strdup (chip->label));
    }
  return chips;
}

FtLeadCard *
ft_outcome_card_after (FtLeadCard *card, FtContactData *contact, gint64 promise_id)
{
  FtLeadCard *after = ft_lead_card_new (card->lead);

  contact->direction
      = contact->outcome == FT_OUTCOME_THEY_CALLED ? FT_DIRECTION_IN : FT_DIRECTION_OUT;
  g_ptr_array_add (after->contacts, contact);
  for (guint i = 0; i < card->contacts->len; i++)
    g_ptr_array_add (after->contacts, ft_contact_data_ref (g_ptr_array_index (card->contacts, i)));
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *other = g_ptr_array_index (card->promises, i);

      if (other->id != promise_id)
        g_ptr_array_add (after->promises, ft_promise_data_ref (other));
    }
  return after;
}

void
ft_outcome_complete_next (FtOutcome outcome,
                          FtPromiseData *next,
                          const FtPromiseData *suggested,
                          const FtPromiseData *promise)
{
  if (suggested != NULL
      && (outcome == FT_OUTCOME_DELIVERED || suggested->kind == FT_PROMISE_FRIENDLY))
    next->kind = suggested->kind;
  else if (promise != NULL && ft_outcome_is_retry (outcome))
    next->kind = promise->kind;
}

FtEdit *
ft_outcome_edit (FtLeadCard *card,
                 FtPromiseData *promise,
                 FtContactData *contact,
                 FtPromiseData *next,
                 const char *words,
                 const char *override,
                 const FtSettings *settings,
                 gint64 now,
                 const char *zone)
{
  FtSaleData *sale
      = contact->outcome == FT_OUTCOME_DELIVERED ? ft_sale_find_undelivered (card) : NULL;

  if (sale != NULL)
    return ft_gesture_delivered (card->lead, sale, card->promises, contact, next, settings, now,
                                 zone);
  return ft_gesture_log_outcome (card, promise, contact, next, words, override, now, zone);
}
