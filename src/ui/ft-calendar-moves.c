#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-calendar-moves.h"

#include "core/ft-gestures.h"
#include "core/ft-week-layout.h"
#include "model/ft-lead.h"

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

  /* What the clocks skip, or show twice, stays what was meant where it is the same clock. */
  if (own.minute == FT_ALL_DAY || g_str_equal (zone, get_own_zone (desk)))
    return own;
  return ft_civil_from_instant (ft_civil_to_instant (own, get_own_zone (desk), NULL), zone);
}

/* A slot for one of a promise's times, as its own zone has it. */
static FtCivil
slot_of_edge (FtDesk *desk, FtPromiseData *data, FtEdges edge, FtSlot slot)
{
  FtCivil before = edge == FT_EDGE_PROMISED ? data->promised : data->target;

  if (slot.keep_minute)
    {
      if (before.minute != FT_ALL_DAY)
        before = ft_civil_from_instant (ft_civil_to_instant (before, data->zone, NULL),
                                        get_own_zone (desk));
      slot.minute = before.minute;
    }
  return slot_to_zone (desk, slot, data->zone);
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

/* Returns whether it is moved, without a question. */
static gboolean
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
    return FALSE;
  if (edge == FT_EDGE_TARGET && instant <= ft_civil_to_instant (data->promised, data->zone, NULL))
    {
      g_autoptr (FtEdit) edit = ft_gesture_move_target (data, civil);

      ft_desk_apply (desk, edit, FALSE, NULL, NULL);
      return TRUE;
    }
  ft_tell_popover_ask (tell, desk, promise,
                       edge == FT_EDGE_TARGET ? promised_with_target (data, civil) : civil, at);
  return FALSE;
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
  move_to (tell, desk, promise, edge, slot_of_edge (desk, data, edge, slot), at);
}

gint32
ft_calendar_nudge (FtTellPopover *tell,
                   FtDesk *desk,
                   FtPromise *promise,
                   FtEdges edge,
                   int minutes,
                   const GdkRectangle *at)
{
  FtPromiseData *data;
  FtCivil civil;

  g_return_val_if_fail (FT_IS_DESK (desk), 0);
  g_return_val_if_fail (FT_IS_PROMISE (promise), 0);

  data = ft_promise_get_row (promise)->promise;
  civil = edge == FT_EDGE_PROMISED ? data->promised : data->target;
  if (minutes % FT_DAY_MINUTES == 0)
    civil = ft_civil_add_days (civil, minutes / FT_DAY_MINUTES);
  else if (civil.minute != FT_ALL_DAY)
    civil = ft_civil_add_minutes (civil, minutes);
  if (!move_to (tell, desk, promise, edge, civil, at))
    return 0;
  if (civil.minute != FT_ALL_DAY)
    civil = ft_civil_from_instant (ft_civil_to_instant (civil, data->zone, NULL),
                                   get_own_zone (desk));
  return civil.day;
}

void
ft_calendar_set_effort (FtDesk *desk, FtPromise *promise, int minutes)
{
  g_autoptr (FtPromiseData) copy = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (FT_IS_PROMISE (promise));

  if (ft_promise_get_row (promise)->promise->effort == minutes)
    return;
  copy = ft_promise_data_copy (ft_promise_get_row (promise)->promise);
  copy->effort = minutes;
  edit = ft_gesture_edit_promise (copy);
  ft_desk_apply (desk, edit, FALSE, NULL, NULL);
}

/* --- A lead dropped on a slot --- */

/* Where only the day was chosen, the next full hour, or the morning of another day. */
static FtCivil
slot_of_lead (FtDesk *desk, FtSlot slot, const char *zone)
{
  if (slot.keep_minute)
    {
      FtCivil now = ft_clock_civil (ft_desk_get_clock (desk));
      int next_hour = (now.minute / 60 + 1) * 60;

      slot.minute = slot.day == now.day && next_hour < FT_DAY_MINUTES ? next_hour : MORNING;
    }
  return slot_to_zone (desk, slot, zone);
}

FtPromiseData *
ft_calendar_consider (FtDesk *desk, const GValue *value, FtSlot slot)
{
  FtPromiseData *promise;
  FtLeadCard *card;
  FtLeadData *lead = NULL;
  const char *zone;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  if (G_VALUE_HOLDS (value, FT_TYPE_BLOCK_DRAG))
    {
      const FtBlockDrag *drag = g_value_get_boxed (value);

      promise = ft_promise_data_copy (ft_promise_get_row (drag->promise)->promise);
      promise->target = slot_of_edge (desk, promise, drag->edge, slot);
      return promise;
    }
  card = ft_card_get_data (ft_desk_get_card (desk));
  if (G_VALUE_HOLDS (value, FT_TYPE_LEAD))
    {
      FtLeadRow *row = ft_lead_get_row (g_value_get_object (value));

      lead = row != NULL ? row->lead : NULL;
    }
  else if (G_VALUE_HOLDS_INT64 (value) && card != NULL
           && card->lead->id == g_value_get_int64 (value))
    lead = card->lead;
  if (lead == NULL)
    return NULL;
  zone = *lead->zone != '\0' ? lead->zone : get_own_zone (desk);
  return ft_promise_data_new (lead->id, slot_of_lead (desk, slot, zone), zone, lead->channel);
}

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

  zone = *card->lead->zone != '\0' ? card->lead->zone : get_own_zone (drop->desk);
  channel = card->lead->channel != FT_CHANNEL_NONE ? card->lead->channel : FT_CHANNEL_PHONE;
  promise = ft_promise_data_new (card->lead->id, slot_of_lead (drop->desk, drop->slot, zone), zone,
                                 channel);
  edit
      = ft_gesture_add_promise (card->lead, promise, ft_clock_now (ft_desk_get_clock (drop->desk)));
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
