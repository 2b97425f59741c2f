#define G_LOG_DOMAIN "ft-model"

#include "model/ft-entry-list.h"

#include "model/ft-alarm.h"

struct _FtEntryList
{
  FtIdList parent_instance;

  FtAlarm *alarm; /* when time alone changes the answer */
  FtEntryQuery query;
  gboolean has_query;
  gboolean busy;
  char *error;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtEntryList, ft_entry_list, FT_TYPE_ID_LIST)

/* --- State --- */

static void
set_busy (FtEntryList *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
set_error (FtEntryList *self, const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

/* --- What the list asks --- */

static gpointer
new_entry (gint64 id)
{
  return ft_entry_new (id);
}

static void
set_row (gpointer item, gpointer row)
{
  ft_entry_set_row (item, row);
}

static gint64
get_lead_id (gpointer item)
{
  FtEntryRow *row = ft_entry_get_row (item);
  return row ? row->lead->id : 0;
}

static void
query (FtIdList *list,
       FtStore *store,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data)
{
  ft_store_query_entries_async (store, &FT_ENTRY_LIST (list)->query, cancellable, callback, data);
}

static GArray *
query_finish (FtIdList *list, FtStore *store, GAsyncResult *result, GError **error)
{
  gint64 next_change;
  GArray *ids = ft_store_query_entries_finish (store, result, &next_change, error);

  if (ids)
    ft_alarm_set (FT_ENTRY_LIST (list)->alarm, next_change);
  return ids;
}

static void
read_rows (FtIdList *list,
           FtStore *store,
           const gint64 *ids,
           guint n_ids,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer data)
{
  ft_store_read_entries_async (store, FT_ENTRY_LIST (list)->query.kind, ids, n_ids, cancellable,
                               callback, data);
}

static void
answered (FtIdList *list, const GError *error)
{
  set_error (FT_ENTRY_LIST (list), error ? error->message : NULL);
  set_busy (FT_ENTRY_LIST (list), FALSE);
}

static void
failed (FtIdList *list, const GError *error)
{
  set_error (FT_ENTRY_LIST (list), error->message);
}

static void
store_changed_cb (FtEntryList *self, FtChangeSet *change)
{
  if (self->has_query)
    ft_id_list_follow (FT_ID_LIST (self), change);
}

/* A promise has turned late, or the days are those of another zone. */
static void
time_changed_cb (FtEntryList *self)
{
  if (self->has_query)
    ft_id_list_ask (FT_ID_LIST (self));
}

/* --- GObject --- */

static void
ft_entry_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtEntryList *self = FT_ENTRY_LIST (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_entry_list_dispose (GObject *object)
{
  g_clear_object (&FT_ENTRY_LIST (object)->alarm);

  G_OBJECT_CLASS (ft_entry_list_parent_class)->dispose (object);
}

static void
ft_entry_list_finalize (GObject *object)
{
  g_free (FT_ENTRY_LIST (object)->error);

  G_OBJECT_CLASS (ft_entry_list_parent_class)->finalize (object);
}

static void
ft_entry_list_class_init (FtEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FtIdListClass *list_class = FT_ID_LIST_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_entry_list_get_property;
  object_class->dispose = ft_entry_list_dispose;
  object_class->finalize = ft_entry_list_finalize;

  list_class->get_item_type = ft_entry_get_type;
  list_class->new_item = new_entry;
  list_class->set_row = set_row;
  list_class->get_lead_id = get_lead_id;
  list_class->query = query;
  list_class->query_finish = query_finish;
  list_class->read = read_rows;
  list_class->read_finish = ft_store_read_entries_finish;
  list_class->answered = answered;
  list_class->failed = failed;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_entry_list_init (FtEntryList *self)
{
}

/**
 * ft_entry_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list that is empty until ft_entry_list_set_query ()
 */
FtEntryList *
ft_entry_list_new (FtStore *store)
{
  FtEntryList *self;
  FtClock *clock;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_ENTRY_LIST, NULL);
  clock = ft_store_get_clock (store);
  self->alarm = ft_alarm_new (clock);
  g_signal_connect_object (self->alarm, "ring", G_CALLBACK (time_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (time_changed_cb), self, G_CONNECT_SWAPPED);
  ft_id_list_set_store (FT_ID_LIST (self), store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ft_entry_list_set_query:
 * @query: (nullable): which; copied
 *
 * What was shown goes at once, for its ids may be of something else.
 */
void
ft_entry_list_set_query (FtEntryList *self, const FtEntryQuery *query)
{
  g_return_if_fail (FT_IS_ENTRY_LIST (self));

  ft_id_list_clear (FT_ID_LIST (self));
  ft_alarm_set (self->alarm, G_MAXINT64);
  self->has_query = query != NULL;
  set_error (self, NULL);
  if (query)
    {
      self->query = *query;
      ft_id_list_ask (FT_ID_LIST (self));
    }
  set_busy (self, query != NULL);
}

gboolean
ft_entry_list_get_busy (FtEntryList *self)
{
  g_return_val_if_fail (FT_IS_ENTRY_LIST (self), FALSE);
  return self->busy;
}

const char *
ft_entry_list_get_error (FtEntryList *self)
{
  g_return_val_if_fail (FT_IS_ENTRY_LIST (self), NULL);
  return self->error;
}
