#define G_LOG_DOMAIN "ft-model"

#include "model/ft-card.h"

#include "core/ft-pieces.h"
#include "model/ft-list-diff.h"
#include "model/ft-request.h"

#include <string.h>

struct _FtCard
{
  GObject parent_instance;

  FtStore *store;
  FtPieceList *pieces; /* owned, or NULL */
  gint64 lead_id;
  FtLeadCard *data; /* owned, of @lead_id or, until that has come, of the one before */

  /* Derived from @data, the time, the settings and the pieces. */
  FtRhythm rhythm;
  FtHint hint;
  FtChannelRate rates[FT_N_CHANNELS];
  FtPieceData *next_piece; /* owned, or NULL */

  GListStore *history; /* FtHistoryItem */
  FtRequest *request;
};

enum
{
  PROP_0,
  PROP_LEAD_ID,
  PROP_DATA,
  PROP_HISTORY,
  N_PROPS
};

enum
{
  GONE,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCard, ft_card, G_TYPE_OBJECT)

/* --- History --- */

/* Latest first; of one moment, first what was done and then what it did to the promise. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  FtHistoryItem *x = *(FtHistoryItem *const *) a;
  FtHistoryItem *y = *(FtHistoryItem *const *) b;
  gint64 x_at = ft_history_item_get_at (x);
  gint64 y_at = ft_history_item_get_at (y);
  if (x_at != y_at)
    return x_at > y_at ? -1 : 1;
  return (ft_history_item_get_contact (x) == NULL) - (ft_history_item_get_contact (y) == NULL);
}

static gboolean
same_item (gconstpointer a, gconstpointer b)
{
  return ft_history_item_equal (*(FtHistoryItem *const *) a, *(FtHistoryItem *const *) b);
}

static void
clear_item (gpointer item)
{
  g_clear_object ((FtHistoryItem **) item);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FtHistoryItem *));
  g_array_set_clear_func (items, clear_item);
  return items;
}

/* My last contact they heard of before the one at @position; contacts are latest first. */
static const FtContactData *
find_before (const FtLeadCard *card, guint position)
{
  for (guint i = position + 1; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (contact->direction == FT_DIRECTION_OUT && ft_contact_is_heard (contact))
        return contact;
    }
  return NULL;
}

static const char *
find_piece_name (FtCard *self, gint64 piece_id)
{
  FtPieceData *piece
      = self->pieces && piece_id != 0 ? ft_piece_list_find (self->pieces, piece_id) : NULL;
  return piece ? piece->name : NULL;
}

static GArray *
make_items (FtCard *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  const char *zone = ft_clock_get_zone (clock);
  FtCivil now = ft_clock_civil (clock);
  GArray *items = new_items ();
  FtHistoryItem *item;

  for (guint i = 0; self->data && i < self->data->contacts->len; i++)
    {
      FtContactData *contact = self->data->contacts->pdata[i];
      item = ft_history_item_new_contact (contact, find_before (self->data, i),
                                          find_piece_name (self, contact->piece_id), now, zone);
      g_array_append_val (items, item);
    }
  for (guint i = 0; self->data && i < self->data->promises->len; i++)
    {
      FtPromiseData *promise = self->data->promises->pdata[i];
      if (promise->state == FT_PROMISE_OPEN)
        continue;
      item = ft_history_item_new_promise (promise, now, zone);
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  return items;
}

static void
update_history (FtCard *self)
{
  g_autoptr (GArray) old = new_items ();
  g_autoptr (GArray) items = make_items (self);
  g_autoptr (GArray) runs = NULL;
  GListModel *history = G_LIST_MODEL (self->history);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      FtHistoryItem *item = g_list_model_get_item (history, i);
      g_array_append_val (old, item);
    }
  runs = ft_list_diff (old, items, same_item);
  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      gpointer *added = run.added > 0 ? &g_array_index (items, gpointer, run.position) : NULL;
      g_list_store_splice (self->history, run.position, run.removed, added, run.added);
    }
}

/* --- What follows --- */

static void
derive (FtCard *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  const char *zone = ft_clock_get_zone (clock);
  const FtSettings *settings = ft_store_get_settings (self->store);
  gint64 now = ft_clock_now (clock);
  FtPieceData *next = NULL;

  g_clear_pointer (&self->next_piece, ft_piece_data_unref);
  memset (&self->rhythm, 0, sizeof self->rhythm);
  memset (self->rates, 0, sizeof self->rates);
  self->hint = FT_HINT_NONE;
  if (!self->data)
    return;
  self->rhythm = ft_rhythm_of (self->data, settings, now, zone);
  self->hint = ft_hints_of (self->data, settings, now, zone);
  ft_channels_count (self->data->contacts, self->rates);
  if (self->pieces)
    next = ft_pieces_next (ft_piece_list_get_pieces (self->pieces), self->data);
  self->next_piece = next ? ft_piece_data_ref (next) : NULL;
}

/* All that is shown is right before anybody is told. */
static void
update (FtCard *self)
{
  derive (self);
  update_history (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATA]);
}

static void
renew_cb (FtCard *self)
{
  ft_card_renew (self);
}

/* --- Reading --- */

static void
take_data (FtCard *self, FtLeadCard *data)
{
  g_clear_pointer (&self->data, ft_lead_card_unref);
  self->data = data ? ft_lead_card_ref (data) : NULL;
  update (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  g_autoptr (FtCard) self = ft_request_finish (data);

  if (!self)
    return;

  if (error)
    {
      /* Rather nothing than the card of somebody else. */
      if (self->data && self->data->lead->id != self->lead_id)
        take_data (self, NULL);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (card || self->data)
    take_data (self, card);
  if (!card)
    g_signal_emit (self, signals[GONE], 0);
}

static void
read_card (FtCard *self)
{
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));

  ft_store_read_card_async (self->store, self->lead_id, FT_CARD_CONTACTS,
                            ft_request_get_cancellable (request), read_cb, request);
}

static void
store_changed_cb (FtCard *self, FtChangeSet *change)
{
  if (self->lead_id != 0 && ft_change_set_has_lead (change, self->lead_id))
    read_card (self);
}

/* --- GObject --- */

static void
ft_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtCard *self = FT_CARD (object);

  switch (prop_id)
    {
    case PROP_LEAD_ID:
      g_value_set_int64 (value, self->lead_id);
      break;
    case PROP_DATA:
      g_value_set_pointer (value, self->data);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FtCard *self = FT_CARD (object);

  switch (prop_id)
    {
    case PROP_LEAD_ID:
      ft_card_set_lead_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_card_dispose (GObject *object)
{
  FtCard *self = FT_CARD (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->pieces);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_card_parent_class)->dispose (object);
}

static void
ft_card_finalize (GObject *object)
{
  FtCard *self = FT_CARD (object);

  g_clear_pointer (&self->data, ft_lead_card_unref);
  g_clear_pointer (&self->next_piece, ft_piece_data_unref);
  g_object_unref (self->history);

  G_OBJECT_CLASS (ft_card_parent_class)->finalize (object);
}

static void
ft_card_class_init (FtCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_card_get_property;
  object_class->set_property = ft_card_set_property;
  object_class->dispose = ft_card_dispose;
  object_class->finalize = ft_card_finalize;

  props[PROP_LEAD_ID]
      = g_param_spec_int64 ("lead-id", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  props[PROP_DATA] = g_param_spec_pointer ("data", NULL, NULL, readable);
  props[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[GONE]
      = g_signal_new ("gone", FT_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FT_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_card_init (FtCard *self)
{
  self->history = g_list_store_new (FT_TYPE_HISTORY_ITEM);
}

FtCard *
ft_card_new (FtStore *store, FtPieceList *pieces)
{
  FtCard *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);
  g_return_val_if_fail (!pieces || FT_IS_PIECE_LIST (pieces), NULL);

  self = g_object_new (FT_TYPE_CARD, NULL);
  self->store = g_object_ref (store);
  if (pieces)
    {
      self->pieces = g_object_ref (pieces);
      g_signal_connect_object (pieces, "items-changed", G_CALLBACK (renew_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (renew_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (renew_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ft_card_set_lead_id:
 * @lead_id: the lead to show, 0 for none
 */
void
ft_card_set_lead_id (FtCard *self, gint64 lead_id)
{
  g_return_if_fail (FT_IS_CARD (self));
  g_return_if_fail (lead_id >= 0);

  if (self->lead_id == lead_id)
    return;
  self->lead_id = lead_id;
  if (lead_id != 0)
    read_card (self);
  else
    ft_request_drop (&self->request);
  g_object_freeze_notify (G_OBJECT (self));
  if (lead_id == 0 && self->data)
    take_data (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD_ID]);
  g_object_thaw_notify (G_OBJECT (self));
}

gint64
ft_card_get_lead_id (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), 0);
  return self->lead_id;
}

FtLeadCard *
ft_card_get_data (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->data;
}

FtPromiseData *
ft_card_get_promise (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->data
             ? ft_lead_card_next (self->data, ft_clock_now (ft_store_get_clock (self->store)))
             : NULL;
}

const FtRhythm *
ft_card_get_rhythm (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->data ? &self->rhythm : NULL;
}

FtHint
ft_card_get_hint (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), FT_HINT_NONE);
  return self->hint;
}

const FtChannelRate *
ft_card_get_rates (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->rates;
}

FtChannel
ft_card_get_channel (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), FT_CHANNEL_PHONE);
  return self->data ? ft_channels_default (self->data->lead, self->rates) : FT_CHANNEL_PHONE;
}

FtPieceData *
ft_card_get_next_piece (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->next_piece;
}

FtPieceList *
ft_card_get_pieces (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return self->pieces;
}

GListModel *
ft_card_get_history (FtCard *self)
{
  g_return_val_if_fail (FT_IS_CARD (self), NULL);
  return G_LIST_MODEL (self->history);
}

/**
 * ft_card_renew:
 *
 * Time has passed: the promise may be late by now, and times may read otherwise.
 */
void
ft_card_renew (FtCard *self)
{
  g_return_if_fail (FT_IS_CARD (self));

  if (self->data)
    update (self);
}
