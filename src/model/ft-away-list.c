#define G_LOG_DOMAIN "ft-model"

#include "model/ft-away-list.h"

#include "model/ft-request.h"

/* Days around an absence in which room is looked for. */
#define AROUND 14

struct _FtAwayList
{
  GObject parent_instance;

  FtStore *store;
  GPtrArray *items;    /* FtPromise, owned */
  GPtrArray *others;   /* FtPromiseData, owned: what is promised in and around the absences */
  GPtrArray *absences; /* FtDayOffData, owned: those not over, as they are being read */
  GPtrArray *found;    /* FtPromise, owned: of those read already */
  GHashTable *seen;    /* gint64: the promises of @others */
  guint next;          /* the absence to read */
  gint32 today;
  FtRequest *request;
  gboolean changed; /* since @request was asked */
};

enum
{
  PROP_0,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void ft_away_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FtAwayList,
                               ft_away_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ft_away_list_model_init))

static const char *
get_zone (FtAwayList *self)
{
  return ft_clock_get_zone (ft_store_get_clock (self->store));
}

static const FtDayOffData *
find_absence (FtAwayList *self, const FtPromiseData *promise)
{
  for (guint i = 0; i < self->absences->len; i++)
    if (ft_away_of (promise, self->absences->pdata[i], get_zone (self)) != FT_AWAY_NOTHING)
      return self->absences->pdata[i];
  return NULL;
}

static gboolean
same_items (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!ft_promise_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* They are few: a list that differs is another list. */
static void
become (FtAwayList *self, GPtrArray *items)
{
  guint before = self->items->len;

  if (same_items (self->items, items))
    return;
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, items->len);
  if (before != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

static void read_next (FtAwayList *self);
static void begin (FtAwayList *self);

static void
take_rows (FtAwayList *self, GPtrArray *rows)
{
  gint64 now = ft_clock_now (ft_store_get_clock (self->store));

  for (guint i = 0; i < rows->len; i++)
    {
      FtPromiseRow *row = rows->pdata[i];

      if (!g_hash_table_add (self->seen, g_memdup2 (&row->promise->id, sizeof (gint64))))
        continue;
      g_ptr_array_add (self->others, ft_promise_data_ref (row->promise));
      if (find_absence (self, row->promise) != NULL)
        g_ptr_array_add (self->found, ft_promise_new (row, now));
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  g_autoptr (FtAwayList) self = ft_request_finish (data);

  if (self == NULL)
    return;
  if (self->changed)
    begin (self);
  else if (rows != NULL)
    {
      take_rows (self, rows);
      read_next (self);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
read_next (FtAwayList *self)
{
  const FtDayOffData *absence;
  FtRequest *request;
  gint64 from;
  gint64 to;

  if (self->next >= self->absences->len)
    {
      become (self, self->found);
      return;
    }
  absence = self->absences->pdata[self->next++];
  from = ft_civil_to_instant ((FtCivil){ MAX (absence->first_day - AROUND, self->today), 0, 0 },
                              get_zone (self), NULL);
  to = ft_civil_to_instant ((FtCivil){ absence->last_day + AROUND + 1, 0, 0 }, get_zone (self),
                            NULL);
  request = ft_request_start (&self->request, G_OBJECT (self));
  ft_store_read_promises_async (self->store, from, to, 0, ft_request_get_cancellable (request),
                                read_cb, request);
}

static GPtrArray *
new_promises (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
}

static void
begin (FtAwayList *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  GPtrArray *days_off = ft_store_get_settings (self->store)->days_off;

  self->changed = FALSE;
  self->today = ft_clock_civil (clock).day;
  self->next = 0;
  g_ptr_array_set_size (self->absences, 0);
  for (guint i = 0; i < days_off->len; i++)
    {
      FtDayOffData *day_off = days_off->pdata[i];

      if (day_off->kind == FT_DAY_OFF_AWAY && day_off->last_day >= self->today)
        g_ptr_array_add (self->absences, ft_day_off_data_ref (day_off));
    }
  g_ptr_array_unref (self->found);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_unref (self->others);
  self->others = new_promises ();
  g_hash_table_remove_all (self->seen);
  read_next (self);
}

static void
changed_cb (FtAwayList *self)
{
  if (self->request != NULL)
    self->changed = TRUE;
  else
    begin (self);
}

static GType
ft_away_list_get_item_type (GListModel *model)
{
  return FT_TYPE_PROMISE;
}

static guint
ft_away_list_get_n_items (GListModel *model)
{
  return FT_AWAY_LIST (model)->items->len;
}

static gpointer
ft_away_list_get_item (GListModel *model, guint position)
{
  FtAwayList *self = FT_AWAY_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
ft_away_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ft_away_list_get_item_type;
  iface->get_n_items = ft_away_list_get_n_items;
  iface->get_item = ft_away_list_get_item;
}

static void
ft_away_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, FT_AWAY_LIST (object)->items->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_away_list_dispose (GObject *object)
{
  FtAwayList *self = FT_AWAY_LIST (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ft_away_list_parent_class)->dispose (object);
}

static void
ft_away_list_finalize (GObject *object)
{
  FtAwayList *self = FT_AWAY_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->absences);
  g_ptr_array_unref (self->found);
  g_hash_table_unref (self->seen);
  G_OBJECT_CLASS (ft_away_list_parent_class)->finalize (object);
}

static void
ft_away_list_class_init (FtAwayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_away_list_get_property;
  object_class->dispose = ft_away_list_dispose;
  object_class->finalize = ft_away_list_finalize;
  props[PROP_N_ITEMS]
      = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[FAILED] = g_signal_new ("failed", FT_TYPE_AWAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_away_list_init (FtAwayList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->others = new_promises ();
  self->absences = ft_days_off_new ();
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

FtAwayList *
ft_away_list_new (FtStore *store)
{
  FtAwayList *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_AWAY_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  begin (self);
  return self;
}

FtAway
ft_away_list_suggest (FtAwayList *self, FtPromise *promise, FtCivil *before, FtCivil *after)
{
  const FtDayOffData *absence;
  FtPromiseData *data;

  g_return_val_if_fail (FT_IS_AWAY_LIST (self), FT_AWAY_NOTHING);
  g_return_val_if_fail (FT_IS_PROMISE (promise), FT_AWAY_NOTHING);

  data = ft_promise_get_row (promise)->promise;
  absence = find_absence (self, data);
  *before = *after = FT_CIVIL_NONE;
  if (absence == NULL)
    return FT_AWAY_NOTHING;
  ft_away_suggest (data, absence, self->others, ft_store_get_settings (self->store),
                   ft_clock_now (ft_store_get_clock (self->store)), get_zone (self), before, after);
  return ft_away_of (data, absence, get_zone (self));
}
