#define G_LOG_DOMAIN "ft-model"

#include "model/ft-sale-board.h"

#include "model/ft-list-diff.h"
#include "model/ft-request.h"

struct _FtSaleBoard
{
  GObject parent_instance;

  FtStore *store;      /* owned */
  GArray *ids;         /* gint64 */
  GHashTable *objects; /* gint64 → FtSale, not owned: those that somebody holds */
  GHashTable *wanted;  /* gint64: to be read */
  gboolean loaded;
  guint idle; /* reads what is wanted, all of a frame at once */
  FtRequest *query;
};

enum
{
  PROP_LOADED = 1,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* --- Objects of those that are looked at --- */

static void
gone_cb (gpointer data, GObject *was)
{
  FtSaleBoard *self = data;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value == was)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (FtSaleBoard) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_sales_finish (FT_STORE (source), result, &error);

  g_weak_ref_clear (weak);
  if (self == NULL)
    return;
  if (rows == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      FtSaleRow *row = rows->pdata[i];
      FtSale *sale = row != NULL ? g_hash_table_lookup (self->objects, &row->sale->id) : NULL;

      if (sale != NULL)
        ft_sale_set_row (sale, row);
    }
}

static gboolean
read_wanted (gpointer data)
{
  FtSaleBoard *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GWeakRef *weak;
  GHashTableIter iter;
  gpointer key;

  self->idle = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (self->objects, key))
      g_array_append_val (ids, *(gint64 *) key);
  g_hash_table_remove_all (self->wanted);
  if (ids->len == 0)
    return G_SOURCE_REMOVE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  ft_store_read_sales_async (self->store, (const gint64 *) ids->data, ids->len, NULL, read_cb,
                             weak);
  return G_SOURCE_REMOVE;
}

static void
want (FtSaleBoard *self, gint64 id)
{
  g_hash_table_add (self->wanted, g_memdup2 (&id, sizeof id));
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, read_wanted, self, NULL);
}

/* --- GListModel --- */

static GType
ft_sale_board_get_item_type (GListModel *model)
{
  return FT_TYPE_SALE;
}

static guint
ft_sale_board_get_n_items (GListModel *model)
{
  return FT_SALE_BOARD (model)->ids->len;
}

static gpointer
ft_sale_board_get_item (GListModel *model, guint position)
{
  FtSaleBoard *self = FT_SALE_BOARD (model);
  FtSale *sale;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  sale = g_hash_table_lookup (self->objects, &id);
  if (sale != NULL)
    return g_object_ref (sale);
  sale = ft_sale_new (id);
  g_hash_table_insert (self->objects, g_memdup2 (&id, sizeof id), sale);
  g_object_weak_ref (G_OBJECT (sale), gone_cb, self);
  want (self, id);
  return sale;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ft_sale_board_get_item_type;
  interface->get_n_items = ft_sale_board_get_n_items;
  interface->get_item = ft_sale_board_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FtSaleBoard,
                               ft_sale_board,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- Following the store --- */

static void
splice (FtSaleBoard *self, GArray *ids, FtListRun run)
{
  if (run.removed > 0)
    g_array_remove_range (self->ids, run.position, run.removed);
  if (run.added > 0)
    g_array_insert_vals (self->ids, run.position, &g_array_index (ids, gint64, run.position),
                         run.added);
  g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_sales_finish (FT_STORE (source), result, &error);
  g_autoptr (FtSaleBoard) self = ft_request_finish (data);
  g_autoptr (GArray) runs = NULL;

  if (self == NULL)
    return;
  if (ids == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  runs = ft_list_diff (self->ids, ids, ft_list_same_id);
  for (guint i = 0; i < runs->len; i++)
    splice (self, ids, g_array_index (runs, FtListRun, i));
  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
}

static void
query (FtSaleBoard *self)
{
  FtRequest *request = ft_request_start (&self->query, G_OBJECT (self));
  ft_store_query_sales_async (self->store, ft_request_get_cancellable (request), queried_cb,
                              request);
}

/* What is looked at of the touched leads is read anew. */
static void
renew_objects (FtSaleBoard *self, FtChangeSet *change)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      FtSaleRow *row = ft_sale_get_row (value);

      if (row == NULL || ft_change_set_has_lead (change, row->lead->id))
        want (self, *(gint64 *) key);
    }
}

static void
store_changed_cb (FtSaleBoard *self, FtChangeSet *change)
{
  if (!change->sales && !change->everything)
    return;
  renew_objects (self, change);
  query (self);
}

/* --- GObject --- */

static void
ft_sale_board_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, FT_SALE_BOARD (object)->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_sale_board_dispose (GObject *object)
{
  FtSaleBoard *self = FT_SALE_BOARD (object);
  GHashTableIter iter;
  gpointer value;

  g_clear_handle_id (&self->idle, g_source_remove);
  ft_request_drop (&self->query);
  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_object_weak_unref (value, gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_sale_board_parent_class)->dispose (object);
}

static void
ft_sale_board_finalize (GObject *object)
{
  FtSaleBoard *self = FT_SALE_BOARD (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (ft_sale_board_parent_class)->finalize (object);
}

static void
ft_sale_board_class_init (FtSaleBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_sale_board_get_property;
  object_class->dispose = ft_sale_board_dispose;
  object_class->finalize = ft_sale_board_finalize;

  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_SALE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_sale_board_init (FtSaleBoard *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->objects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * ft_sale_board_new:
 * @store: an open store
 *
 * Returns: (transfer full): a board that is being read, empty until "items-changed"
 */
FtSaleBoard *
ft_sale_board_new (FtStore *store)
{
  FtSaleBoard *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_SALE_BOARD, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  query (self);
  return self;
}

gboolean
ft_sale_board_get_loaded (FtSaleBoard *self)
{
  g_return_val_if_fail (FT_IS_SALE_BOARD (self), FALSE);
  return self->loaded;
}
