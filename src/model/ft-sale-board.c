#define G_LOG_DOMAIN "ft-model"

#include "model/ft-sale-board.h"

struct _FtSaleBoard
{
  FtIdList parent_instance;

  gboolean loaded;
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

G_DEFINE_FINAL_TYPE (FtSaleBoard, ft_sale_board, FT_TYPE_ID_LIST)

/* --- What the list asks --- */

static gpointer
new_sale (gint64 id)
{
  return ft_sale_new (id);
}

static void
set_row (gpointer item, gpointer row)
{
  ft_sale_set_row (item, row);
}

static gint64
get_lead_id (gpointer item)
{
  FtSaleRow *row = ft_sale_get_row (item);
  return row != NULL ? row->lead->id : 0;
}

static void
query (FtIdList *list,
       FtStore *store,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data)
{
  ft_store_query_sales_async (store, cancellable, callback, data);
}

static GArray *
query_finish (FtIdList *list, FtStore *store, GAsyncResult *result, GError **error)
{
  return ft_store_query_sales_finish (store, result, error);
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
  ft_store_read_sales_async (store, ids, n_ids, cancellable, callback, data);
}

static void
failed (FtIdList *list, const GError *error)
{
  g_signal_emit (list, signals[FAILED], 0, error);
}

static void
answered (FtIdList *list, const GError *error)
{
  FtSaleBoard *self = FT_SALE_BOARD (list);

  if (error != NULL)
    failed (list, error);
  else if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
    }
}

static void
store_changed_cb (FtSaleBoard *self, FtChangeSet *change)
{
  if (change->sales || change->everything)
    ft_id_list_follow (FT_ID_LIST (self), change);
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
ft_sale_board_class_init (FtSaleBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FtIdListClass *list_class = FT_ID_LIST_CLASS (klass);

  object_class->get_property = ft_sale_board_get_property;

  list_class->get_item_type = ft_sale_get_type;
  list_class->new_item = new_sale;
  list_class->set_row = set_row;
  list_class->get_lead_id = get_lead_id;
  list_class->query = query;
  list_class->query_finish = query_finish;
  list_class->read = read_rows;
  list_class->read_finish = ft_store_read_sales_finish;
  list_class->answered = answered;
  list_class->failed = failed;

  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_SALE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_sale_board_init (FtSaleBoard *self)
{
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
  ft_id_list_set_store (FT_ID_LIST (self), store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ft_id_list_ask (FT_ID_LIST (self));
  return self;
}

gboolean
ft_sale_board_get_loaded (FtSaleBoard *self)
{
  g_return_val_if_fail (FT_IS_SALE_BOARD (self), FALSE);
  return self->loaded;
}
