#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar-moves.h"

#include "core/ft-gestures.h"
#include "core/ft-week-layout.h"
#include "ui/ft-tell-popover.h"

/* Where a promise of another day goes that was given no time. */
#define MORNING (10 * 60)

static const char *
get_own_zone (FtDesk *desk)
{
  return ft_clock_get_zone (ft_desk_get_clock (desk));
}

/* A slot of the user's day, as the promise's own zone has it. */
static FtCivil
slot_to_zone (FtDesk *desk, FtSlot slot, const char *zone)
{
  FtCivil own = { slot.day, (gint16) slot.minute, 0 };

  if (own.minute == FT_ALL_DAY)
    return own;
  return ft_civil_from_instant (ft_civil_to_instant (own, get_own_zone (desk), NULL), zone);
}

/* The promised time that leaves the target as long before it as it was. */
static FtCivil
promised_with_target (FtPromiseData *data, FtCivil target)
{
  FtCivil promised = ft_civil_add_days (target, data->promised.day - data->target.day);

  if (target.minute == FT_ALL_DAY || data->promised.minute == FT_ALL_DAY
      || data->target.minute == FT_ALL_DAY)
    return promised;
  return ft_civil_add_minutes (promised, data->promised.minute - data->target.minute);
}

static void
move_to (FtTellPopover *tell,
         FtDesk *desk,
         FtPromise *promise,
         FtEdges edge,
         FtCivil civil,
         const GdkRectangle *at)
{
  FtPromiseData *data = ft_promise_get_row (promise)->promise;
  FtCivil before = edge == FT_EDGE_PROMISED ? data->promised : data->target;
  gint64 instant = ft_civil_to_instant (civil, data->zone, NULL);

  if (ft_civil_compare (civil, before) == 0)
    return;
  if (edge == FT_EDGE_TARGET && instant <= ft_civil_to_instant (data->promised, data->zone, NULL))
    {
      g_autoptr (FtEdit) edit = ft_gesture_move_target (data, civil);

      ft_desk_apply (desk, edit, FALSE, NULL, NULL);
    }
  else
    ft_tell_popover_ask (tell, desk, promise,
                         edge == FT_EDGE_TARGET ? promised_with_target (data, civil) : civil, at);
}

void
ft_calendar_move (FtTellPopover *tell,
                  FtDesk *desk,
                  FtPromise *promise,
                  FtEdges edge,
                  FtSlot slot,
                  const GdkRectangle *at)
{
  FtPromiseData *data;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  data = ft_promise_get_row (promise)->promise;
  if (slot.keep_minute)
    {
      FtCivil before = edge == FT_EDGE_PROMISED ? data->promised : data->target;

      if (before.minute != FT_ALL_DAY)
        before = ft_civil_from_instant (ft_civil_to_instant (before, data->zone, NULL),
                                        get_own_zone (desk));
      slot.minute = before.minute;
    }
  move_to (tell, desk, promise, edge, slot_to_zone (desk, slot, data->zone), at);
}

void
ft_calendar_nudge (FtTellPopover *tell,
                   FtDesk *desk,
                   FtPromise *promise,
                   FtEdges edge,
                   int minutes,
                   const GdkRectangle *at)
{
  FtPromiseData *data;
  FtCivil civil;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  data = ft_promise_get_row (promise)->promise;
  civil = edge == FT_EDGE_PROMISED ? data->promised : data->target;
  if (minutes % FT_DAY_MINUTES == 0)
    civil = ft_civil_add_days (civil, minutes / FT_DAY_MINUTES);
  else if (civil.minute != FT_ALL_DAY)
    civil = ft_civil_add_minutes (civil, minutes);
  move_to (tell, desk, promise, edge, civil, at);
}

/* --- A lead dropped on a slot --- */

typedef struct
{
  FtDesk *desk;
  FtSlot slot;
} Drop;

static void
drop_free (Drop *drop)
{
  g_object_unref (drop->desk);
  g_free (drop);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

static void
card_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Drop) drop = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  FtClock *clock = ft_desk_get_clock (drop->desk);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;
  const char *zone;
  FtChannel channel;

  if (error != NULL)
    {
      g_signal_emit_by_name (drop->desk, "failed", error->message, error);
      return;
    }
  if (card == NULL)
    return;

  if (drop->slot.keep_minute)
    {
      FtCivil now = ft_clock_civil (clock);
      int next_hour = (now.minute / 60 + 1) * 60;

      drop->slot.minute
          = drop->slot.day == now.day && next_hour < FT_DAY_MINUTES ? next_hour : MORNING;
    }
  zone = *card->lead->zone != '\0' ? card->lead->zone : get_own_zone (drop->desk);
  channel = card->lead->channel != FT_CHANNEL_NONE ? card->lead->channel : FT_CHANNEL_PHONE;
  promise = ft_promise_data_new (card->lead->id, slot_to_zone (drop->desk, drop->slot, zone), zone,
                                 channel);
  edit = ft_gesture_add_promise (card->lead, promise, ft_clock_now (clock));
  ft_desk_apply (drop->desk, edit, FALSE, NULL, NULL);
}

void
ft_calendar_promise_to_lead (FtDesk *desk, gint64 lead_id, FtSlot slot)
{
  Drop *drop;

  g_return_if_fail (FT_IS_DESK (desk));

  drop = g_new (Drop, 1);
  drop->desk = g_object_ref (desk);
  drop->slot = slot;
  ft_store_read_card_async (ft_desk_get_store (desk), lead_id, 1, NULL, card_read_cb, drop);
}
