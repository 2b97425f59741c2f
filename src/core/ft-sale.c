#define G_LOG_DOMAIN "ft-core"

#include "core/ft-sale.h"

#include "core/ft-gestures-private.h"
#include "core/ft-outcomes.h"
#include "core/ft-sale-steps.h"

#include <glib/gi18n-lib.h>

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static GPtrArray *
read_checklists (const FtSettings *settings)
{
  GPtrArray *list = ft_checklists_parse (settings->checklists);
  return list ? list : ft_checklists_parse ("");
}

/* --- What a sale is --- */

FtSaleData *
ft_sale_suggest (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone)
{
  g_return_val_if_fail (card && settings, NULL);
  g_autoptr (GPtrArray) checklists = read_checklists (settings);
  const FtSaleData *last = card->sales->len > 0 ? card->sales->pdata[0] : NULL;
  const FtChecklist *checklist = ft_checklists_find (checklists, last ? last->checklist : "");
  const FtChecklistStep *delivery = ft_checklist_get_delivery (checklist);
  FtCivil today = ft_civil_from_instant (now, zone);
  FtSaleData *sale = ft_sale_data_new (card->lead->id, now, "");

  set_text (&sale->checklist, checklist->name);
  if (delivery)
    sale->delivery_day = ft_checklist_step_when (delivery, settings, today).day;
  for (int i = 0; i < FT_N_BENEFITS && !*sale->benefit.text; i++)
    {
      sale->benefit.head = card->lead->benefits[i].head;
      set_text (&sale->benefit.text, card->lead->benefits[i].text);
    }
  return sale;
}

FtSaleData *
ft_sale_find_undelivered (const FtLeadCard *card)
{
  for (guint i = 0; i < card->sales->len; i++)
    {
      FtSaleData *sale = card->sales->pdata[i];
      if (sale->delivered_at == 0 && sale->delivery_day != 0)
        return sale;
    }
  return NULL;
}

FtSaleData *
ft_sale_find (const FtLeadCard *card, gint64 sale_id)
{
  for (guint i = 0; i < card->sales->len; i++)
    if (((FtSaleData *) card->sales->pdata[i])->id == sale_id)
      return card->sales->pdata[i];
  return NULL;
}

GPtrArray *
ft_sale_get_coming (const FtSaleData *sale, GPtrArray *promises, const FtChecklist *checklist)
{
  GPtrArray *coming = g_ptr_array_new ();
  for (guint i = 0; i < checklist->steps->len; i++)
    {
      FtChecklistStep *step = checklist->steps->pdata[i];
      if (step->on && step->after == FT_AFTER_DELIVERY && sale->delivered_at == 0
          && sale->delivery_day != 0 && !ft_sale_has_step (sale, promises, step))
        g_ptr_array_add (coming, step);
    }
  return coming;
}

/* --- Sold --- */

FtEdit *
ft_gesture_sold (const FtLeadCard *card,
                 FtPromiseData *promise,
                 FtContactData *contact,
                 FtSaleData *sale,
                 const FtSettings *settings,
                 gint64 now,
                 const char *zone)
{
  g_return_val_if_fail (card && card->lead->id > 0, NULL);
  g_return_val_if_fail (contact && sale && settings, NULL);
  g_autoptr (GPtrArray) checklists = read_checklists (settings);
  const FtChecklist *checklist = ft_checklists_find (checklists, sale->checklist);
  gboolean friendly = !ft_sale_has_friendly (card->promises, promise);
  FtEdit *edit = ft_gesture_log_outcome (card, promise, contact, NULL, "", "", now, zone);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  copy->id = ft_edit_new_id (edit);
  copy->lead_id = card->lead->id;
  if (copy->sold_at == 0)
    copy->sold_at = now;
  copy->created_at = now;
  ft_edit_put_sale (edit, copy);
  ft_sale_put_steps (edit, card->lead, copy, checklist, FT_AFTER_SALE, friendly, settings, now,
                     zone);
  /* What waits for a delivery that there is not to be is due now. */
  if (copy->delivery_day == 0)
    ft_sale_put_steps (edit, card->lead, copy, checklist, FT_AFTER_DELIVERY, friendly, settings,
                       now, zone);
  return edit;
}

/* --- Delivered --- */

static FtPromiseData *
find_delivery (GPtrArray *promises, const FtSaleData *sale)
{
  for (guint i = 0; i < promises->len; i++)
    {
      FtPromiseData *promise = promises->pdata[i];
      if (promise->sale_id == sale->id && promise->kind == FT_PROMISE_DELIVERY
          && promise->state == FT_PROMISE_OPEN)
        return promise;
    }
  return NULL;
}

gint32
ft_sale_get_delivery_day (const FtSaleData *sale, GPtrArray *promises)
{
  g_return_val_if_fail (sale && promises, 0);
  const FtPromiseData *delivery = find_delivery (promises, sale);
  return delivery ? delivery->promised.day : sale->delivery_day;
}

/* What waited for the delivery is due, but for what became so before, when it seemed that there was
 * to be none. With
 * @call in its place, the call of the checklist is not. */
static void
put_waiting (FtEdit *edit,
             const FtLeadData *lead,
             const FtSaleData *sale,
             GPtrArray *promises,
             const FtPromiseData *call,
             const FtSettings *settings,
             gint64 now,
             const char *zone)
{
  g_autoptr (GPtrArray) checklists = read_checklists (settings);
  g_autoptr (FtChecklist) rest
      = ft_checklist_copy (ft_checklists_find (checklists, sale->checklist));

  for (guint i = 0; i < rest->steps->len; i++)
    {
      FtChecklistStep *step = rest->steps->pdata[i];
      if ((call && step->kind == FT_PROMISE_FOLLOW_THROUGH)
          || ft_sale_has_step (sale, promises, step))
        step->on = FALSE;
    }
  ft_sale_put_steps (edit, lead, sale, rest, FT_AFTER_DELIVERY,
                     !ft_sale_has_friendly (promises, NULL), settings, now, zone);
}

static FtContactData *
new_contact (const FtLeadData *lead, FtOutcome outcome, FtChannel channel, gint64 now)
{
  return ft_contact_data_new (lead->id, now, channel, outcome);
}

FtEdit *
ft_gesture_delivered (const FtLeadData *lead,
                      FtSaleData *sale,
                      GPtrArray *promises,
                      FtContactData *contact,
                      FtPromiseData *call,
                      const FtSettings *settings,
                      gint64 now,
                      const char *zone)
{
  g_return_val_if_fail (lead && lead->id > 0, NULL);
  g_return_val_if_fail (sale && sale->id > 0 && promises, NULL);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);
  g_autoptr (FtContactData) logged
      = contact ? ft_contact_data_copy (contact)
                : new_contact (lead, FT_OUTCOME_DELIVERED, FT_CHANNEL_VISIT, now);
  FtPromiseData *delivery = find_delivery (promises, sale);
  FtEdit *edit = ft_gesture_new_edit (_ ("Delivered to %s"), lead->name);

  if (logged->at == 0)
    logged->at = now;
  logged->id = ft_edit_new_id (edit);
  logged->lead_id = lead->id;
  logged->promise_id = delivery ? delivery->id : 0;
  copy->delivered_at = logged->at;
  ft_edit_put_sale (edit, copy);
  if (delivery)
    ft_gesture_put_done_promise (edit, delivery, FT_PROMISE_KEPT, logged->at);
  if (call)
    {
      g_autoptr (FtPromiseData) own = ft_promise_data_copy (call);
      own->kind = FT_PROMISE_FOLLOW_THROUGH;
      own->lead_id = lead->id;
      ft_sale_put_step (edit, own, sale->id, now);
    }
  put_waiting (edit, lead, copy, promises, call, settings, now, zone);
  ft_edit_put_contact (edit, logged);
  return edit;
}

/* --- Steps --- */

static FtEdit *
tick_call (const FtLeadData *lead,
           GPtrArray *promises,
           FtPromiseData *step,
           const FtSettings *settings,
           gint64 now,
           const char *zone)
{
  FtChannel channel = step->channel != FT_CHANNEL_NONE ? step->channel : ft_sale_channel_of (lead);
  g_autoptr (FtContactData) contact = new_contact (lead, FT_OUTCOME_REACHED, channel, now);
  FtEdit *edit = ft_gesture_new_edit (_ ("Done for %s: %s"), lead->name, step->purpose);

  contact->id = ft_edit_new_id (edit);
  contact->promise_id = step->id;
  ft_gesture_put_done_promise (edit, step, FT_PROMISE_KEPT, now);
  if (step->kind == FT_PROMISE_FRIENDLY && !ft_sale_has_friendly (promises, step))
    {
      g_autoptr (FtPromiseData) next = ft_sale_new_friendly (lead, settings, now, zone);
      ft_gesture_put_new_promise (edit, next, lead->id, now);
    }
  ft_edit_put_contact (edit, contact);
  return edit;
}

FtEdit *
ft_gesture_tick_sale_step (const FtLeadData *lead,
                           FtSaleData *sale,
                           GPtrArray *promises,
                           FtPromiseData *step,
                           const FtSettings *settings,
                           gint64 now,
                           const char *zone)
{
  g_return_val_if_fail (lead && sale && promises, NULL);
  g_return_val_if_fail (step && step->id > 0, NULL);
  FtEdit *edit;

  if (step->kind == FT_PROMISE_DELIVERY)
    return ft_gesture_delivered (lead, sale, promises, NULL, NULL, settings, now, zone);
  if (ft_promise_data_is_contact (step))
    return tick_call (lead, promises, step, settings, now, zone);
  edit = ft_gesture_new_edit (_ ("Done for %s: %s"), lead->name, step->purpose);
  ft_gesture_put_done_promise (edit, step, FT_PROMISE_KEPT, now);
  return edit;
}

FtEdit *
ft_gesture_untick_sale_step (FtPromiseData *step)
{
  g_return_val_if_fail (step && step->id > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Not done yet: %s"), step->purpose);
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (step);
  set_text (&copy->reason, "");
  ft_gesture_put_done_promise (edit, copy, FT_PROMISE_OPEN, 0);
  return edit;
}

FtEdit *
ft_gesture_skip_sale_step (const FtLeadData *lead,
                           FtSaleData *sale,
                           GPtrArray *promises,
                           FtPromiseData *step,
                           const char *reason,
                           const FtSettings *settings,
                           gint64 now,
                           const char *zone)
{
  g_return_val_if_fail (lead && sale && sale->id > 0 && promises, NULL);
  g_return_val_if_fail (step && step->id > 0 && reason && settings, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Skip: %s"), step->purpose);
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (step);

  set_text (&copy->reason, reason);
  ft_gesture_put_done_promise (edit, copy, FT_PROMISE_CANCELLED, now);
  if (step->kind == FT_PROMISE_DELIVERY && sale->delivered_at == 0)
    {
      g_autoptr (FtSaleData) changed = ft_sale_data_copy (sale);

      changed->delivery_day = 0;
      ft_edit_put_sale (edit, changed);
      put_waiting (edit, lead, changed, promises, NULL, settings, now, zone);
    }
  return edit;
}

FtEdit *
ft_gesture_add_sale_step (FtSaleData *sale,
                          const char *text,
                          gint32 day,
                          const FtSettings *settings,
                          gint64 now,
                          const char *zone)
{
  g_return_val_if_fail (sale && sale->id > 0 && text, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Add step: %s"), text);
  FtCivil when = { day, 0, 0 };
  g_autoptr (FtPromiseData) step = ft_sale_new_task (
      sale->lead_id, settings, when, ft_civil_from_instant (now, zone), FT_PROMISE_STEP, text);
  ft_sale_put_step (edit, step, sale->id, now);
  return edit;
}

/* --- The sale changed --- */

static void
move_delivery (FtEdit *edit,
               const FtLeadData *lead,
               const FtSaleData *sale,
               GPtrArray *promises,
               const FtSettings *settings,
               gint64 now,
               const char *zone)
{
  FtPromiseData *delivery = find_delivery (promises, sale);
  FtCivil when = { sale->delivery_day, 0, 0 };
  g_autoptr (FtPromiseData) next = NULL;

  if (!delivery && (sale->delivery_day == 0 || sale->delivered_at != 0))
    return;
  if (delivery && sale->delivery_day == 0)
    {
      ft_gesture_put_done_promise (edit, delivery, FT_PROMISE_CANCELLED, now);
      put_waiting (edit, lead, sale, promises, NULL, settings, now, zone);
      return;
    }
  if (delivery && delivery->promised.day == sale->delivery_day)
    return;
  next = ft_sale_new_task (sale->lead_id, settings, when, ft_civil_from_instant (now, zone),
                           FT_PROMISE_DELIVERY,
                           delivery ? delivery->purpose : _ ("Deliver what was sold"));
  next->agreed = TRUE;
  if (delivery && !delivery->agreed)
    {
      g_autoptr (FtPromiseData) copy = ft_promise_data_copy (delivery);
      copy->promised = next->promised;
      copy->target = next->target;
      copy->agreed = TRUE;
      ft_edit_put_promise (edit, copy);
      return;
    }
  if (delivery)
    ft_gesture_put_done_promise (edit, delivery, FT_PROMISE_MOVED, now);
  ft_sale_put_step (edit, next, sale->id, now);
}

FtEdit *
ft_gesture_edit_sale (const FtLeadData *lead,
                      FtSaleData *sale,
                      GPtrArray *promises,
                      const FtSettings *settings,
                      gint64 now,
                      const char *zone)
{
  g_return_val_if_fail (lead && sale && sale->id > 0 && promises, NULL);
  FtEdit *edit = ft_edit_new (_ ("Edit sale"));
  ft_edit_put_sale (edit, sale);
  move_delivery (edit, lead, sale, promises, settings, now, zone);
  return edit;
}

FtEdit *
ft_gesture_change_checklist (const FtLeadData *lead,
                             FtSaleData *sale,
                             const FtChecklist *checklist,
                             GPtrArray *promises,
                             const FtSettings *settings,
                             gint64 now,
                             const char *zone)
{
  g_return_val_if_fail (lead && sale && sale->id > 0 && checklist && promises, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Checklist “%s”"), checklist->name);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);
  const FtChecklistStep *delivery = ft_checklist_get_delivery (checklist);
  g_autoptr (FtChecklist) rest = ft_checklist_copy (checklist);
  gboolean friendly = TRUE;

  set_text (&copy->checklist, checklist->name);
  if (!delivery)
    copy->delivery_day = 0;
  else if (copy->delivery_day == 0)
    copy->delivery_day
        = ft_checklist_step_when (delivery, settings, ft_civil_from_instant (sale->sold_at, zone))
              .day;
  ft_edit_put_sale (edit, copy);
  for (guint i = 0; i < promises->len; i++)
    {
      FtPromiseData *promise = promises->pdata[i];
      if (promise->kind == FT_PROMISE_FRIENDLY && promise->state == FT_PROMISE_OPEN)
        friendly = FALSE; /* it stays */
      else if (promise->sale_id == sale->id && promise->state == FT_PROMISE_OPEN
               && promise->kind != FT_PROMISE_STEP)
        ft_edit_remove_promise (edit, promise->id);
      else if (promise->sale_id == sale->id && promise->state == FT_PROMISE_KEPT)
        for (guint j = 0; j < rest->steps->len; j++)
          {
            /* A card that is written need not be written again. */
            FtChecklistStep *step = rest->steps->pdata[j];
            if (step->on && step->kind == promise->kind && step->kind != FT_PROMISE_STEP)
              {
                step->on = FALSE;
                break;
              }
          }
    }
  ft_sale_put_steps (edit, lead, copy, rest, FT_AFTER_SALE, friendly, settings, now, zone);
  if (copy->delivery_day == 0 || copy->delivered_at != 0)
    ft_sale_put_steps (edit, lead, copy, rest, FT_AFTER_DELIVERY, friendly, settings, now, zone);
  return edit;
}

FtEdit *
ft_gesture_set_referral (FtSaleData *sale, FtReferral referral, const char *words)
{
  g_return_val_if_fail (sale && sale->id > 0 && words, NULL);
  FtEdit *edit = ft_edit_new (_ ("Who else should know"));
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);
  copy->referral = referral;
  set_text (&copy->referral_words, words);
  ft_edit_put_sale (edit, copy);
  return edit;
}

FtEdit *
ft_gesture_remove_sale (const FtLeadCard *card, FtSaleData *sale)
{
  g_return_val_if_fail (card && sale && sale->id > 0, NULL);
  FtEdit *edit = ft_gesture_new_edit (_ ("Remove sale to %s"), card->lead->name);
  if (card->sales->len == 1 && card->lead->state == FT_LEAD_CUSTOMER)
    {
      g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
      lead->state = FT_LEAD_OPEN;
      ft_edit_put_lead (edit, lead);
    }
  ft_edit_remove_sale (edit, sale->id);
  return edit;
}

/* --- The card itself --- */

char *
ft_sale_card_words (const FtLeadData *lead, const FtSaleData *sale, gboolean second)
{
  const char *what = sale->what;

  if (second && *what)
    /* Translators: the name, and what they bought. */
    return g_strdup_printf (
        _ ("Dear %1$s,\n\nnow you have it: %2$s. I hope that you enjoy it every "
           "day. Thank you once more for your trust; I am there whenever there "
           "is a question."),
        lead->name, what);
  if (second)
    return g_strdup_printf (_ ("Dear %s,\n\nnow that you have it, I hope that you enjoy it every "
                               "day. Thank you once more for your trust; I am there whenever there "
                               "is a question."),
                            lead->name);
  if (*what)
    /* Translators: the name, and what they bought. */
    return g_strdup_printf (_ ("Dear %1$s,\n\nthank you for your order: %2$s. It was a pleasure to "
                               "talk with you, and we will do all to make you glad of it."),
                            lead->name, what);
  return g_strdup_printf (
      _ ("Dear %s,\n\nthank you for choosing us. It was a pleasure to talk with "
         "you, and we will do all to make you glad of it."),
      lead->name);
}
