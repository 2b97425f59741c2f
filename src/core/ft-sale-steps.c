#define G_LOG_DOMAIN "ft-core"

#include "core/ft-sale-steps.h"

#include "core/ft-gestures-private.h"
#include "core/ft-sale.h"
#include "core/ft-workdays.h"

#include <glib/gi18n-lib.h>

#define HALF_HOUR 30
#define FRIENDLY_MONTHS 3

/* By their clock: nobody is called at five in the morning because it is ten here. */
static FtCivil
now_there (const FtLeadData *lead, gint64 now, const char *zone)
{
  return ft_civil_from_instant (now, *lead->zone ? lead->zone : zone);
}

static FtCivil
at_work (const FtSettings *settings, FtCivil civil)
{
  int last = MAX (settings->day_ends - HALF_HOUR, settings->day_begins);
  civil.minute = CLAMP (civil.minute - civil.minute % HALF_HOUR, settings->day_begins, last);
  civil.fold = 0;
  return civil;
}

FtPromiseData *
ft_sale_new_task (gint64 lead_id,
                  const FtSettings *settings,
                  FtCivil day,
                  FtCivil now,
                  FtPromiseKind kind,
                  const char *text)
{
  FtPromiseData *promise;
  FtCivil promised = { day.day, FT_ALL_DAY, 0 };
  FtCivil target = { day.day, settings->day_begins, 0 };

  if (day.day == now.day && kind != FT_PROMISE_DELIVERY)
    target.minute = CLAMP (now.minute + HALF_HOUR, settings->day_begins, 24 * 60 - 1);
  promise = ft_promise_data_new (lead_id, promised, "",
                                 kind == FT_PROMISE_CARD ? FT_CHANNEL_POST : FT_CHANNEL_NONE);
  promise->target = target;
  promise->kind = kind;
  g_free (promise->purpose);
  promise->purpose = g_strdup (text);
  return promise;
}

/* The day of a task that is due "today": while there is an hour of it left. */
static FtCivil
not_today_if_over (const FtSettings *settings, FtCivil day, FtCivil now)
{
  if (day.day == now.day && now.minute + 60 > settings->day_ends)
    return ft_workdays_add (settings, day, 1);
  return day;
}

FtChannel
ft_sale_channel_of (const FtLeadData *lead)
{
  return lead->channel == FT_CHANNEL_NONE || lead->channel == FT_CHANNEL_POST ? FT_CHANNEL_PHONE
                                                                              : lead->channel;
}

/* The promise of a step; @now: what the user's clock reads. */
static FtPromiseData *
make_step (const FtLeadData *lead,
           const FtChecklistStep *step,
           const FtSettings *settings,
           gint64 instant,
           const char *zone)
{
  FtCivil now = ft_civil_from_instant (instant, zone);
  FtCivil there = now_there (lead, instant, zone);
  FtPromiseData *promise;
  FtCivil when;

  switch (step->kind)
    {
    case FT_PROMISE_FOLLOW_THROUGH:
    case FT_PROMISE_CONTACT:
    case FT_PROMISE_FRIENDLY:
      when = ft_checklist_step_when (step, settings, there);
      if (step->kind == FT_PROMISE_FOLLOW_THROUGH && when.day != there.day)
        when.minute = settings->day_begins + 60; /* as ft_steps_new_promise () has it (C7) */
      when = at_work (settings, when);
      if (when.day == there.day && when.minute <= there.minute)
        when = at_work (settings, ft_workdays_next_morning (settings, there));
      promise = ft_promise_data_new (lead->id, when, lead->zone, ft_sale_channel_of (lead));
      promise->kind = step->kind;
      g_free (promise->purpose);
      promise->purpose = g_strdup (step->text);
      return promise;
    case FT_PROMISE_CARD:
    case FT_PROMISE_DELIVERY:
    case FT_PROMISE_STEP:
    case FT_PROMISE_SEND:
    default:
      when = not_today_if_over (settings, ft_checklist_step_when (step, settings, now), now);
      return ft_sale_new_task (lead->id, settings, when, now, step->kind, step->text);
    }
}

void
ft_sale_put_step (FtEdit *edit, FtPromiseData *promise, gint64 sale_id, gint64 now)
{
  promise->sale_id = sale_id;
  ft_gesture_put_new_promise (edit, promise, promise->lead_id, now);
}

FtPromiseData *
ft_sale_new_friendly (const FtLeadData *lead,
                      const FtSettings *settings,
                      gint64 now,
                      const char *zone)
{
  g_return_val_if_fail (lead && settings, NULL);
  g_autoptr (FtChecklistStep) usual
      = ft_checklist_step_new (_ ("See how they are doing"), FT_PROMISE_FRIENDLY, FRIENDLY_MONTHS,
                               FT_UNIT_MONTHS, FT_AFTER_SALE);
  return make_step (lead, usual, settings, now, zone);
}

gboolean
ft_sale_has_friendly (GPtrArray *promises, const FtPromiseData *but)
{
  for (guint i = 0; i < promises->len; i++)
    {
      const FtPromiseData *promise = promises->pdata[i];
      if (promise->kind == FT_PROMISE_FRIENDLY && promise->state == FT_PROMISE_OPEN
          && (!but || promise->id != but->id))
        return TRUE;
    }
  return FALSE;
}

gboolean
ft_sale_has_step (const FtSaleData *sale, GPtrArray *promises, const FtChecklistStep *step)
{
  for (guint i = 0; i < promises->len; i++)
    {
      const FtPromiseData *promise = promises->pdata[i];
      if (promise->sale_id == sale->id && promise->kind == step->kind
          && g_str_equal (promise->purpose, step->text))
        return TRUE;
    }
  return FALSE;
}

void
ft_sale_put_steps (FtEdit *edit,
                   const FtLeadData *lead,
                   const FtSaleData *sale,
                   const FtChecklist *checklist,
                   FtAfter after,
                   gboolean with_friendly,
                   const FtSettings *settings,
                   gint64 now,
                   const char *zone)
{
  for (guint i = 0; i < checklist->steps->len; i++)
    {
      const FtChecklistStep *step = checklist->steps->pdata[i];
      g_autoptr (FtPromiseData) promise = NULL;

      if (!step->on || step->after != after || (step->kind == FT_PROMISE_FRIENDLY && !with_friendly)
          || (step->kind == FT_PROMISE_DELIVERY && sale->delivery_day == 0))
        continue;
      promise = make_step (lead, step, settings, now, zone);
      if (step->kind == FT_PROMISE_DELIVERY)
        promise->promised.day = promise->target.day = sale->delivery_day;
      ft_sale_put_step (edit, promise, sale->id, now);
    }
}
