#define G_LOG_DOMAIN "ft-model"

#include "model/ft-lead-list.h"

#include "model/ft-lead-cache.h"
#include "model/ft-lead-order.h"

struct _FtLeadList
{
  GObject parent_instance;

  FtLeadOrder *order; /* which leads, in which order */
  FtLeadCache *cache; /* the objects of them */
  FtLeadFilter filter;
  gint64 piece_id; /* whom FT_FILTER_NOT_GIVEN lacks */
  char *search;
  char *error;
};

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_SEARCH,
  PROP_BUSY,
  PROP_TRUNCATED,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void ft_lead_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FtLeadList,
                               ft_lead_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ft_lead_list_model_init))

static void
set_error (FtLeadList *self, const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

/* --- Callbacks --- */

static void
order_changed_cb (FtLeadList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
order_busy_cb (FtLeadList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
order_truncated_cb (FtLeadList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRUNCATED]);
}

static void
order_error_cb (FtLeadList *self)
{
  set_error (self, ft_lead_order_get_error (self->order));
}

static void
cache_failed_cb (FtLeadList *self, GError *error)
{
  set_error (self, error->message);
}

static void
store_changed_cb (FtLeadList *self, FtChangeSet *change)
{
  /* What could not be read is asked for again now. */
  set_error (self, ft_lead_order_get_error (self->order));
  if (change->everything)
    ft_lead_cache_read_again (self->cache);
  else if (change->rows)
    ft_lead_cache_take_rows (self->cache, change->rows);
}

static void
clock_changed_cb (FtLeadList *self)
{
  ft_lead_list_renew (self);
}

static GArray *
get_ids (FtLeadList *self)
{
  return ft_lead_order_get_ids (self->order);
}

/* --- GListModel --- */

static GType
ft_lead_list_get_item_type (GListModel *model)
{
  return FT_TYPE_LEAD;
}

static guint
ft_lead_list_get_n_items (GListModel *model)
{
  return get_ids (FT_LEAD_LIST (model))->len;
}

static gpointer
ft_lead_list_get_item (GListModel *model, guint position)
{
  FtLeadList *self = FT_LEAD_LIST (model);
  return position < get_ids (self)->len ? ft_lead_cache_get (self->cache, position) : NULL;
}

static void
ft_lead_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ft_lead_list_get_item_type;
  iface->get_n_items = ft_lead_list_get_n_items;
  iface->get_item = ft_lead_list_get_item;
}

/* --- GObject --- */

static void
ft_lead_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_int (value, self->filter);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ft_lead_list_get_busy (self));
      break;
    case PROP_TRUNCATED:
      g_value_set_boolean (value, ft_lead_order_get_truncated (self->order));
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      ft_lead_list_set_filter (self, g_value_get_int (value));
      break;
    case PROP_SEARCH:
      ft_lead_list_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_list_dispose (GObject *object)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  g_clear_object (&self->cache);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (ft_lead_list_parent_class)->dispose (object);
}

static void
ft_lead_list_finalize (GObject *object)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  g_free (self->search);
  g_free (self->error);

  G_OBJECT_CLASS (ft_lead_list_parent_class)->finalize (object);
}

static void
ft_lead_list_class_init (FtLeadListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = readable | G_PARAM_WRITABLE;

  object_class->get_property = ft_lead_list_get_property;
  object_class->set_property = ft_lead_list_set_property;
  object_class->dispose = ft_lead_list_dispose;
  object_class->finalize = ft_lead_list_finalize;

  props[PROP_FILTER] = g_param_spec_int ("filter", NULL, NULL, FT_FILTER_ALL, FT_FILTER_NOT_GIVEN,
                                         FT_FILTER_ALL, settable);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", settable);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  props[PROP_TRUNCATED] = g_param_spec_boolean ("truncated", NULL, NULL, FALSE, readable);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_lead_list_init (FtLeadList *self)
{
  self->search = g_strdup ("");
}

static FtLeadList *
new_empty (FtStore *store)
{
  FtLeadList *self;

  self = g_object_new (FT_TYPE_LEAD_LIST, NULL);
  self->order = ft_lead_order_new (store);
  self->cache = ft_lead_cache_new (store, self->order);
  g_signal_connect_object (self->order, "changed", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "notify::busy", G_CALLBACK (order_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "notify::truncated", G_CALLBACK (order_truncated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "notify::error", G_CALLBACK (order_error_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (cache_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (clock_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * ft_lead_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of all open leads that is being read
 */
FtLeadList *
ft_lead_list_new (FtStore *store)
{
  FtLeadList *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = new_empty (store);
  ft_lead_order_set_query (self->order, self->filter, self->search);
  return self;
}

/**
 * ft_lead_list_new_not_given:
 * @store: an open store
 *
 * Returns: (transfer full): a list of the open leads that have not had a piece (A5), empty until
 *   ft_lead_list_set_piece ()
 */
FtLeadList *
ft_lead_list_new_not_given (FtStore *store)
{
  FtLeadList *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = new_empty (store);
  self->filter = FT_FILTER_NOT_GIVEN;
  return self;
}

/**
 * ft_lead_list_set_piece:
 * @piece_id: of the library
 *
 * Shows those that have not had this piece. Of a list of ft_lead_list_new_not_given () only.
 */
void
ft_lead_list_set_piece (FtLeadList *self, gint64 piece_id)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));
  g_return_if_fail (self->filter == FT_FILTER_NOT_GIVEN);

  if (self->piece_id == piece_id)
    return;
  self->piece_id = piece_id;
  ft_lead_order_set_piece_query (self->order, FT_FILTER_NOT_GIVEN, "", piece_id);
}

/**
 * ft_lead_list_set_filter:
 *
 * Shows another part of the desk. What was shown stays until its leads have come.
 */
void
ft_lead_list_set_filter (FtLeadList *self, FtLeadFilter filter)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));
  g_return_if_fail (filter >= 0 && filter < FT_N_FILTERS);

  if (self->filter == filter)
    return;
  self->filter = filter;
  /* A search looks at all leads whatever the filter. */
  if (*self->search == '\0')
    ft_lead_order_set_query (self->order, filter, "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

FtLeadFilter
ft_lead_list_get_filter (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), FT_FILTER_ALL);
  return self->filter;
}

/**
 * ft_lead_list_set_search:
 * @search: (nullable): what to look for in all leads; "" to show the filter again
 *
 * Call it at every key: the answer to what was typed before never comes through.
 */
void
ft_lead_list_set_search (FtLeadList *self, const char *search)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));

  if (g_str_equal (self->search, search ? search : ""))
    return;
  g_free (self->search);
  self->search = g_strdup (search ? search : "");
  ft_lead_order_set_query (self->order, self->filter, self->search);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

const char *
ft_lead_list_get_search (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), "");
  return self->search;
}

gboolean
ft_lead_list_get_busy (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), FALSE);
  return ft_lead_order_get_busy (self->order);
}

void
ft_lead_list_renew (FtLeadList *self)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));

  ft_lead_cache_renew (self->cache);
  ft_lead_order_renew (self->order);
}

guint
ft_lead_list_find (FtLeadList *self, gint64 lead_id)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), G_MAXUINT);

  GArray *ids = get_ids (self);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == lead_id)
      return i;
  return G_MAXUINT;
}

gint64
ft_lead_list_get_id_at (FtLeadList *self, guint position)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), 0);
  GArray *ids = get_ids (self);
  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}
