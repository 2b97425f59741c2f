#define G_LOG_DOMAIN "ft-model"

#include "model/ft-entry-list.h"

#include "model/ft-list-diff.h"
#include "model/ft-request.h"

/* So many rows a reading: a list view makes about two hundred at first. */
#define MAX_READ 256
/* Before the frame in which the rows were asked for is painted. */
#define READ_PRIORITY G_PRIORITY_HIGH_IDLE

struct _FtEntryList
{
  GObject parent_instance;

  FtStore *store;
  FtEntryQuery query;
  gboolean has_query;
  GArray *ids;         /* gint64 */
  GHashTable *entries; /* id → FtEntry that somebody holds, borrowed */
  GArray *wanted;      /* gint64, without a row that is right */
  FtRequest *asking;   /* for the ids */
  gboolean again;      /* something changed since @asking was asked */
  FtRequest *reading;  /* of rows */
  GSource *source;     /* owned, while rows are wanted and none are being read */
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

static void schedule (FtEntryList *self);

/* --- GListModel --- */

static GType
ft_entry_list_get_item_type (GListModel *model)
{
  return FT_TYPE_ENTRY;
}

static guint
ft_entry_list_get_n_items (GListModel *model)
{
  return FT_ENTRY_LIST (model)->ids->len;
}

static void
want (FtEntryList *self, gint64 id)
{
  g_array_append_val (self->wanted, id);
  schedule (self);
}

static void
entry_gone_cb (gpointer data, GObject *where)
{
  FtEntryList *self = data;
  gint64 id = ft_entry_get_id (FT_ENTRY (where));
  g_hash_table_remove (self->entries, &id);
}

static gpointer
ft_entry_list_get_item (GListModel *model, guint position)
{
  FtEntryList *self = FT_ENTRY_LIST (model);
  FtEntry *entry;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  entry = g_hash_table_lookup (self->entries, &id);
  if (entry)
    return g_object_ref (entry);
  entry = ft_entry_new (id);
  g_object_weak_ref (G_OBJECT (entry), entry_gone_cb, self);
  g_hash_table_insert (self->entries, g_memdup2 (&id, sizeof id), entry);
  want (self, id);
  return entry;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ft_entry_list_get_item_type;
  interface->get_n_items = ft_entry_list_get_n_items;
  interface->get_item = ft_entry_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FtEntryList,
                               ft_entry_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

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

/* --- Rows --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_entries_finish (FT_STORE (source), result, &error);
  g_autoptr (FtEntryList) self = ft_request_finish (data);

  if (!self)
    return;

  for (guint i = 0; rows && i < rows->len; i++)
    {
      FtEntryRow *row = rows->pdata[i];
      gint64 id = !row ? 0 : row->promise ? row->promise->id : row->contact->id;
      FtEntry *entry = g_hash_table_lookup (self->entries, &id);
      g_autoptr (FtEntry) held = entry ? g_object_ref (entry) : NULL;
      if (held)
        ft_entry_set_row (held, row);
    }
  if (!rows)
    set_error (self, error->message);
  if (self->wanted->len > 0)
    schedule (self);
}

/* What was asked for last is looked at now; what was scrolled past nobody holds any more. */
static gboolean
read_wanted_cb (gpointer data)
{
  FtEntryList *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_clear_pointer (&self->source, g_source_unref);
  while (self->wanted->len > 0 && ids->len < MAX_READ)
    {
      gint64 id = g_array_index (self->wanted, gint64, self->wanted->len - 1);
      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (g_hash_table_contains (self->entries, &id))
        g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    {
      FtRequest *request = ft_request_start (&self->reading, G_OBJECT (self));
      ft_store_read_entries_async (self->store, self->query.kind, (const gint64 *) ids->data,
                                   ids->len, ft_request_get_cancellable (request), read_cb,
                                   request);
    }
  return G_SOURCE_REMOVE;
}

static void
schedule (FtEntryList *self)
{
  if (self->source || self->reading || !self->store)
    return;

  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, READ_PRIORITY);
  g_source_set_static_name (self->source, "[ft] read entries");
  g_source_set_callback (self->source, read_wanted_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

/* --- Ids --- */

/* Each run is carried out before it is told of. */
static void
become (FtEntryList *self, GArray *ids)
{
  g_autoptr (GArray) runs = ft_list_diff (self->ids, ids, ft_list_same_id);

  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      if (run.removed > 0)
        g_array_remove_range (self->ids, run.position, run.removed);
      if (run.added > 0)
        g_array_insert_vals (self->ids, run.position, &g_array_index (ids, gint64, run.position),
                             run.added);
      g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
    }
}

static void ask (FtEntryList *self);

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_entries_finish (FT_STORE (source), result, &error);
  g_autoptr (FtEntryList) self = ft_request_finish (data);

  if (!self)
    return;

  if (ids)
    become (self, ids);
  set_error (self, ids ? NULL : error->message);
  if (self->again)
    ask (self);
  else
    set_busy (self, FALSE);
}

static void
ask (FtEntryList *self)
{
  FtRequest *request = ft_request_start (&self->asking, G_OBJECT (self));

  self->again = FALSE;
  ft_store_query_entries_async (self->store, &self->query, ft_request_get_cancellable (request),
                                query_cb, request);
}

static void
store_changed_cb (FtEntryList *self, FtChangeSet *change)
{
  GHashTableIter iter;
  gpointer value;

  if (!self->has_query)
    return;
  /* An entry of a lead that changed may read otherwise now. */
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      FtEntryRow *row = ft_entry_get_row (value);
      if (!row || change->everything || ft_change_set_has_lead (change, row->lead->id))
        want (self, ft_entry_get_id (value));
    }
  if (self->asking)
    self->again = TRUE;
  else
    ask (self);
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

/* Others may go on holding entries. */
static void
forget_entries (FtEntryList *self)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_object_weak_unref (entry, entry_gone_cb, self);
  g_hash_table_remove_all (self->entries);
}

static void
ft_entry_list_dispose (GObject *object)
{
  FtEntryList *self = FT_ENTRY_LIST (object);

  if (self->source)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  ft_request_drop (&self->asking);
  ft_request_drop (&self->reading);
  forget_entries (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_entry_list_parent_class)->dispose (object);
}

static void
ft_entry_list_finalize (GObject *object)
{
  FtEntryList *self = FT_ENTRY_LIST (object);

  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->entries);
  g_free (self->error);

  G_OBJECT_CLASS (ft_entry_list_parent_class)->finalize (object);
}

static void
ft_entry_list_class_init (FtEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_entry_list_get_property;
  object_class->dispose = ft_entry_list_dispose;
  object_class->finalize = ft_entry_list_finalize;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_entry_list_init (FtEntryList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_ENTRY_LIST, NULL);
  self->store = g_object_ref (store);
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
  guint n_items;

  g_return_if_fail (FT_IS_ENTRY_LIST (self));

  ft_request_drop (&self->asking);
  ft_request_drop (&self->reading);
  n_items = self->ids->len;
  g_array_set_size (self->ids, 0);
  g_array_set_size (self->wanted, 0);
  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
  forget_entries (self);
  self->has_query = query != NULL;
  self->again = FALSE;
  set_error (self, NULL);
  if (query)
    {
      self->query = *query;
      ask (self);
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
