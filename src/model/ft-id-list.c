#define G_LOG_DOMAIN "ft-model"

#include "model/ft-id-list.h"

#include "model/ft-list-diff.h"
#include "model/ft-request.h"

/* So many rows a reading: a list view makes about two hundred at first. */
#define MAX_READ 256
/* Before the frame in which the rows were asked for is painted. */
#define READ_PRIORITY G_PRIORITY_HIGH_IDLE

/* An object that somebody holds; owned by the table, freed with the object. */
typedef struct
{
  FtIdList *list; /* borrowed */
  gint64 id;
  GObject *item;   /* weak */
  gboolean wanted; /* it has no row, or one that may not be right any more */
} Held;

typedef struct
{
  FtStore *store;
  GArray *ids;        /* gint64 */
  GHashTable *held;   /* &held->id → Held */
  GArray *wanted;     /* gint64: to be read */
  GArray *being_read; /* gint64: by @reading */
  FtRequest *asking;  /* for the ids */
  gboolean again;     /* something changed since @asking was asked */
  FtRequest *reading; /* of rows */
  GSource *source;    /* owned, while rows are wanted and none are being read */
} FtIdListPrivate;

static void list_model_init (GListModelInterface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FtIdList,
                                  ft_id_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FtIdList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static FtIdListPrivate *
get_private (gpointer self)
{
  return ft_id_list_get_instance_private (self);
}

/* --- Rows --- */

static void schedule (FtIdList *self);

static void
want (Held *held)
{
  if (held->wanted)
    return;
  held->wanted = TRUE;
  g_array_append_val (get_private (held->list)->wanted, held->id);
  schedule (held->list);
}

static void
take_rows (FtIdList *self, GPtrArray *rows)
{
  FtIdListPrivate *priv = get_private (self);
  g_autoptr (GArray) ids = g_array_ref (priv->being_read);

  for (guint i = 0; i < rows->len; i++)
    {
      Held *held = g_hash_table_lookup (priv->held, &g_array_index (ids, gint64, i));
      g_autoptr (GObject) item = held ? g_object_ref (held->item) : NULL;

      if (item && rows->pdata[i])
        FT_ID_LIST_GET_CLASS (self)->set_row (item, rows->pdata[i]);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FtIdListClass *klass = NULL;
  g_autoptr (FtIdList) self = ft_request_finish (data);

  if (!self)
    return;

  klass = FT_ID_LIST_GET_CLASS (self);
  rows = klass->read_finish (FT_STORE (source), result, &error);
  if (rows)
    take_rows (self, rows);
  else
    klass->failed (self, error);
  if (get_private (self)->wanted->len > 0)
    schedule (self);
}

/* What was asked for last is looked at now; what was scrolled past nobody holds any more. */
static gboolean
read_wanted_cb (gpointer data)
{
  FtIdList *self = data;
  FtIdListPrivate *priv = get_private (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_clear_pointer (&priv->source, g_source_unref);
  while (priv->wanted->len > 0 && ids->len < MAX_READ)
    {
      gint64 id = g_array_index (priv->wanted, gint64, priv->wanted->len - 1);
      Held *held = g_hash_table_lookup (priv->held, &id);

      g_array_set_size (priv->wanted, priv->wanted->len - 1);
      if (!held || !held->wanted)
        continue;
      held->wanted = FALSE;
      g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    {
      FtRequest *request = ft_request_start (&priv->reading, G_OBJECT (self));

      g_array_unref (priv->being_read);
      priv->being_read = g_array_ref (ids);
      FT_ID_LIST_GET_CLASS (self)->read (self, priv->store, (const gint64 *) ids->data, ids->len,
                                         ft_request_get_cancellable (request), read_cb, request);
    }
  return G_SOURCE_REMOVE;
}

static void
schedule (FtIdList *self)
{
  FtIdListPrivate *priv = get_private (self);

  if (priv->source || priv->reading || !priv->store)
    return;

  priv->source = g_idle_source_new ();
  g_source_set_priority (priv->source, READ_PRIORITY);
  g_source_set_static_name (priv->source, "[ft] read rows of a list");
  g_source_set_callback (priv->source, read_wanted_cb, self, NULL);
  g_source_attach (priv->source, g_main_context_get_thread_default ());
}

/* --- GListModel --- */

static GType
ft_id_list_get_item_type (GListModel *model)
{
  return FT_ID_LIST_GET_CLASS (model)->get_item_type ();
}

static guint
ft_id_list_get_n_items (GListModel *model)
{
  return get_private (model)->ids->len;
}

static void
gone_cb (gpointer data, GObject *where)
{
  Held *held = data;
  g_hash_table_remove (get_private (held->list)->held, &held->id);
}

static gpointer
ft_id_list_get_item (GListModel *model, guint position)
{
  FtIdListPrivate *priv = get_private (model);
  Held *held;
  gint64 id;

  if (position >= priv->ids->len)
    return NULL;
  id = g_array_index (priv->ids, gint64, position);
  held = g_hash_table_lookup (priv->held, &id);
  if (held)
    return g_object_ref (held->item);

  held = g_new0 (Held, 1);
  held->list = FT_ID_LIST (model);
  held->id = id;
  held->item = FT_ID_LIST_GET_CLASS (model)->new_item (id);
  g_object_weak_ref (held->item, gone_cb, held);
  g_hash_table_insert (priv->held, &held->id, held);
  want (held);
  return held->item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ft_id_list_get_item_type;
  interface->get_n_items = ft_id_list_get_n_items;
  interface->get_item = ft_id_list_get_item;
}

/* --- Ids --- */

/* Each run is carried out before it is told of. */
static void
become (FtIdList *self, GArray *ids)
{
  FtIdListPrivate *priv = get_private (self);
  g_autoptr (GArray) runs = ft_list_diff (priv->ids, ids, ft_list_same_id);

  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);

      ft_list_splice_ids (priv->ids, run, (const gint64 *) ids->data + run.position);
      g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
    }
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  FtIdListClass *klass = NULL;
  g_autoptr (FtIdList) self = ft_request_finish (data);

  if (!self)
    return;

  klass = FT_ID_LIST_GET_CLASS (self);
  ids = klass->query_finish (self, FT_STORE (source), result, &error);
  if (ids)
    become (self, ids);
  if (get_private (self)->again)
    ft_id_list_ask (self);
  else
    klass->answered (self, error);
}

void
ft_id_list_ask (FtIdList *self)
{
  FtIdListPrivate *priv = get_private (self);
  FtRequest *request = NULL;

  g_return_if_fail (FT_IS_ID_LIST (self));
  g_return_if_fail (priv->store != NULL);

  priv->again = priv->asking != NULL;
  if (priv->asking)
    return;
  request = ft_request_start (&priv->asking, G_OBJECT (self));
  FT_ID_LIST_GET_CLASS (self)->query (self, priv->store, ft_request_get_cancellable (request),
                                      query_cb, request);
}

void
ft_id_list_follow (FtIdList *self, FtChangeSet *change)
{
  GHashTableIter iter;
  Held *held;

  g_return_if_fail (FT_IS_ID_LIST (self));
  g_return_if_fail (change != NULL);

  g_hash_table_iter_init (&iter, get_private (self)->held);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &held))
    {
      gint64 lead_id = FT_ID_LIST_GET_CLASS (self)->get_lead_id (held->item);

      if (lead_id == 0 || change->everything || ft_change_set_has_lead (change, lead_id))
        want (held);
    }
  ft_id_list_ask (self);
}

/* Others may go on holding objects. */
static void
forget_items (FtIdList *self)
{
  FtIdListPrivate *priv = get_private (self);
  GHashTableIter iter;
  Held *held;

  g_hash_table_iter_init (&iter, priv->held);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &held))
    g_object_weak_unref (held->item, gone_cb, held);
  g_hash_table_remove_all (priv->held);
}

void
ft_id_list_clear (FtIdList *self)
{
  FtIdListPrivate *priv = get_private (self);
  guint n_items;

  g_return_if_fail (FT_IS_ID_LIST (self));

  ft_request_drop (&priv->asking);
  ft_request_drop (&priv->reading);
  priv->again = FALSE;
  n_items = priv->ids->len;
  g_array_set_size (priv->ids, 0);
  g_array_set_size (priv->wanted, 0);
  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
  forget_items (self);
}

/* --- GObject --- */

static void
ft_id_list_dispose (GObject *object)
{
  FtIdListPrivate *priv = get_private (object);

  if (priv->source)
    g_source_destroy (priv->source);
  g_clear_pointer (&priv->source, g_source_unref);
  ft_request_drop (&priv->asking);
  ft_request_drop (&priv->reading);
  forget_items (FT_ID_LIST (object));
  g_clear_object (&priv->store);

  G_OBJECT_CLASS (ft_id_list_parent_class)->dispose (object);
}

static void
ft_id_list_finalize (GObject *object)
{
  FtIdListPrivate *priv = get_private (object);

  g_array_unref (priv->ids);
  g_array_unref (priv->wanted);
  g_array_unref (priv->being_read);
  g_hash_table_unref (priv->held);

  G_OBJECT_CLASS (ft_id_list_parent_class)->finalize (object);
}

static void
ft_id_list_class_init (FtIdListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_id_list_dispose;
  object_class->finalize = ft_id_list_finalize;
}

static void
ft_id_list_init (FtIdList *self)
{
  FtIdListPrivate *priv = get_private (self);

  priv->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->being_read = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

void
ft_id_list_set_store (FtIdList *self, FtStore *store)
{
  FtIdListPrivate *priv = get_private (self);

  g_return_if_fail (FT_IS_ID_LIST (self));
  g_return_if_fail (FT_IS_STORE (store));
  g_return_if_fail (priv->store == NULL);

  priv->store = g_object_ref (store);
}
