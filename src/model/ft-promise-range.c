#define G_LOG_DOMAIN "ft-model"

#include "model/ft-promise-range.h"

#include "model/ft-alarm.h"
#include "model/ft-list-diff.h"
#include "model/ft-request.h"

struct _FtPromiseRange
{
  GObject parent_instance;

  FtStore *store;
  gint32 first; /* Julian days, 0 before they are set */
  gint32 last;
  GArray *items;  /* FtPromise, owned */
  GPtrArray *decisions; /* FtLeadData, owned */
  FtAlarm *alarm; /* when the next one becomes late */
  FtRequest *request;
  gboolean changed; /* since @request was asked */
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_DECISIONS,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void ft_promise_range_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FtPromiseRange,
                               ft_promise_range,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ft_promise_range_model_init))

static FtPromise *
get_promise (GArray *items, guint position)
{
  return g_array_index (items, FtPromise *, position);
}

static void
set_busy (FtPromiseRange *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static gboolean
same_promise (gconstpointer a, gconstpointer b)
{
  return ft_promise_equal (*(FtPromise *const *) a, *(FtPromise *const *) b);
}

static void
clear_promise (gpointer item)
{
  g_clear_object ((FtPromise **) item);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FtPromise *));
  g_array_set_clear_func (items, clear_promise);
  return items;
}

static void
set_alarm (FtPromiseRange *self, gint64 now)
{
  gint64 at = G_MAXINT64;
  for (guint i = 0; i < self->items->len; i++)
    {
      const FtPromiseData *promise = ft_promise_get_row (get_promise (self->items, i))->promise;
      if (promise->state == FT_PROMISE_OPEN && promise->promised_at >= now)
        at = MIN (at, promise->promised_at + 1);
    }
  ft_alarm_set (self->alarm, at);
}

/* Takes over the promises that differ, and leaves the others as they are. */
static void
become (FtPromiseRange *self, GArray *items)
{
  g_autoptr (GArray) runs = ft_list_diff (self->items, items, same_promise);

  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      if (run.removed > 0)
        g_array_remove_range (self->items, run.position, run.removed);
      for (guint j = run.position; j < run.position + run.added; j++)
        g_object_ref (get_promise (items, j));
      if (run.added > 0)
        g_array_insert_vals (self->items, run.position,
                             &g_array_index (items, FtPromise *, run.position), run.added);
      g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
    }
}

static gboolean
same_leads (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FtLeadData *x = a->pdata[i];
      const FtLeadData *y = b->pdata[i];

      if (x->id != y->id || !ft_lead_data_equal (x, y))
        return FALSE;
    }
  return TRUE;
}

static void
set_decisions (FtPromiseRange *self, GPtrArray *decisions)
{
  if (same_leads (self->decisions, decisions))
    return;
  g_ptr_array_unref (self->decisions);
  self->decisions = g_ptr_array_ref (decisions);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DECISIONS]);
}

static void read_promises (FtPromiseRange *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtAgenda) agenda = ft_store_read_agenda_finish (FT_STORE (source), result, &error);
  g_autoptr (FtPromiseRange) self = ft_request_finish (data);

  if (!self)
    return;

  if (agenda)
    {
      g_autoptr (GArray) items = new_items ();
      gint64 now = ft_clock_now (ft_store_get_clock (self->store));
      for (guint i = 0; i < agenda->promises->len; i++)
        {
          FtPromise *promise = ft_promise_new (agenda->promises->pdata[i], now);
          g_array_append_val (items, promise);
        }
      become (self, items);
      set_decisions (self, agenda->decisions);
      set_alarm (self, now);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);

  if (self->changed && !self->request)
    read_promises (self);
  set_busy (self, self->request != NULL);
}

static void
read_promises (FtPromiseRange *self)
{
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));

  self->changed = FALSE;
  ft_store_read_agenda_async (self->store, self->first, self->last,
                              ft_request_get_cancellable (request), read_cb, request);
}

static void
store_changed_cb (FtPromiseRange *self)
{
  if (self->first == 0)
    return;
  if (self->request)
    self->changed = TRUE;
  else
    read_promises (self);
}

/* The days of another zone are other instants. */
static void
clock_changed_cb (FtPromiseRange *self)
{
  if (self->first != 0)
    read_promises (self);
}

static GType
ft_promise_range_get_item_type (GListModel *model)
{
  return FT_TYPE_PROMISE;
}

static guint
ft_promise_range_get_n_items (GListModel *model)
{
  return FT_PROMISE_RANGE (model)->items->len;
}

static gpointer
ft_promise_range_get_item (GListModel *model, guint position)
{
  FtPromiseRange *self = FT_PROMISE_RANGE (model);
  return position < self->items->len ? g_object_ref (get_promise (self->items, position)) : NULL;
}

static void
ft_promise_range_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ft_promise_range_get_item_type;
  iface->get_n_items = ft_promise_range_get_n_items;
  iface->get_item = ft_promise_range_get_item;
}

static void
ft_promise_range_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtPromiseRange *self = FT_PROMISE_RANGE (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_DECISIONS:
      g_value_set_boxed (value, self->decisions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_promise_range_dispose (GObject *object)
{
  FtPromiseRange *self = FT_PROMISE_RANGE (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->alarm);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_promise_range_parent_class)->dispose (object);
}

static void
ft_promise_range_finalize (GObject *object)
{
  FtPromiseRange *self = FT_PROMISE_RANGE (object);

  g_array_unref (self->items);
  g_ptr_array_unref (self->decisions);

  G_OBJECT_CLASS (ft_promise_range_parent_class)->finalize (object);
}

static void
ft_promise_range_class_init (FtPromiseRangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_promise_range_get_property;
  object_class->dispose = ft_promise_range_dispose;
  object_class->finalize = ft_promise_range_finalize;

  props[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DECISIONS]
      = g_param_spec_boxed ("decisions", NULL, NULL, G_TYPE_PTR_ARRAY,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_PROMISE_RANGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_promise_range_init (FtPromiseRange *self)
{
  self->items = new_items ();
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_data_unref);
}

/**
 * ft_promise_range_new:
 *
 * Returns: (transfer full): a range that is empty until ft_promise_range_set_days ()
 */
FtPromiseRange *
ft_promise_range_new (FtStore *store)
{
  FtPromiseRange *self;
  FtClock *clock;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_PROMISE_RANGE, NULL);
  self->store = g_object_ref (store);
  clock = ft_store_get_clock (store);
  self->alarm = ft_alarm_new (clock);
  g_signal_connect_object (self->alarm, "ring", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ft_promise_range_set_days:
 * @first: the first Julian day, in the user's zone
 * @last: the last
 *
 * Reads the promises and decisions of other days; those shown stay until then.
 */
void
ft_promise_range_set_days (FtPromiseRange *self, gint32 first, gint32 last)
{
  g_return_if_fail (FT_IS_PROMISE_RANGE (self));
  g_return_if_fail (first > 0 && last >= first);

  if (self->first == first && self->last == last)
    return;
  self->first = first;
  self->last = last;
  read_promises (self);
  set_busy (self, TRUE);
}

void
ft_promise_range_get_days (FtPromiseRange *self, gint32 *first, gint32 *last)
{
  g_return_if_fail (FT_IS_PROMISE_RANGE (self));

  *first = self->first;
  *last = self->last;
}

GPtrArray *
ft_promise_range_get_decisions (FtPromiseRange *self)
{
  g_return_val_if_fail (FT_IS_PROMISE_RANGE (self), NULL);
  return self->decisions;
}
