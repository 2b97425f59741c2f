#define G_LOG_DOMAIN "ft-core"

#include "core/ft-steps.h"

#include <glib/gi18n-lib.h>

#include "core/ft-workdays.h"

#define AFTER_BEGIN 60

FtPromiseData *
ft_steps_new_promise (const FtLeadData *lead,
                      const FtSettings *settings,
                      FtCivil now,
                      const char *zone,
                      FtChannel channel,
                      gint64 piece_id)
{
  FtCivil when = ft_workdays_next_morning (settings, now);
  when.minute = MIN (when.minute + AFTER_BEGIN, MAX (settings->day_ends - 1, when.minute));
  FtPromiseData *promise = ft_promise_data_new (lead->id, when, zone, channel);
  promise->kind = FT_PROMISE_FOLLOW_THROUGH;
  promise->piece_id = piece_id;
  g_free (promise->purpose);
  promise->purpose = g_strdup (_ ("Follow through"));
  return promise;
}

gboolean
ft_steps_is_done (const FtPromiseData *promise, FtStep step)
{
  return promise->steps >> step & 1;
}

guint
ft_steps_count_done (const FtPromiseData *promise)
{
  return __builtin_popcount (promise->steps & ((1 << FT_N_STEPS) - 1));
}

FtPromiseData *
ft_steps_tick (const FtPromiseData *promise, FtStep step, gboolean done)
{
  g_return_val_if_fail ((guint) step < FT_N_STEPS, NULL);
  FtPromiseData *copy = ft_promise_data_copy (promise);
  copy->steps = done ? copy->steps | 1u << step : copy->steps & ~(1u << step);
  return copy;
}

const char *
ft_step_words (FtStep step)
{
  switch (step)
    {
    case FT_STEP_ARRIVED:
      return _ ("Did it arrive?");
    case FT_STEP_CLARIFY:
      return _ ("Here to clarify: any questions?");
    case FT_STEP_NEW:
      return _ ("Something new for them");
    case FT_STEP_MEET:
    default:
      return _ ("The next meeting, or the sale");
    }
}
