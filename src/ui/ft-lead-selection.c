#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-selection.h"

#include "model/ft-lead.h"

struct _FtLeadSelection
{
  GObject parent_instance;
  FtLeadList *list; /* owned */
  gint64 lead_id;
  guint position;        /* of lead_id in the list, or GTK_INVALID_LIST_POSITION */
  guint n_items;         /* as told to whoever listens */
  guint hole_at;         /* while a replacement is told in two steps: where in the list … */
  guint hole;            /* … and how many items are there that nobody has been told of */
  gboolean another_list; /* the next replacement is of a list by another one */
};

enum
{
  PROP_ITEM_TYPE = 1,
  PROP_LEAD_ID,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  PICKED,
  RENEWED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static GType
ft_lead_selection_get_item_type (GListModel *model)
{
  return FT_TYPE_LEAD;
}

static guint
ft_lead_selection_get_n_items (GListModel *model)
{
  return FT_LEAD_SELECTION (model)->n_items;
}

/* Where in the list that position of ours is. */
static guint
to_list (FtLeadSelection *self, guint position)
{
  return position < self->hole_at ? position : position + self->hole;
}

static gpointer
ft_lead_selection_get_item (GListModel *model, guint position)
{
  FtLeadSelection *self = FT_LEAD_SELECTION (model);

  return position < self->n_items
             ? g_list_model_get_item (G_LIST_MODEL (self->list), to_list (self, position))
             : NULL;
}

static void
ft_lead_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ft_lead_selection_get_item_type;
  iface->get_n_items = ft_lead_selection_get_n_items;
  iface->get_item = ft_lead_selection_get_item;
}

static gboolean
ft_lead_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return FT_LEAD_SELECTION (model)->position == position;
}

static GtkBitset *
ft_lead_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  FtLeadSelection *self = FT_LEAD_SELECTION (model);
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, self->position);
  return selection;
}

static gboolean
ft_lead_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  FtLeadSelection *self = FT_LEAD_SELECTION (model);
  gint64 id = ft_lead_list_get_id_at (self->list, to_list (self, position));

  if (id == 0)
    return FALSE;
  ft_lead_selection_set_lead_id (self, id);
  g_signal_emit (self, signals[PICKED], 0, id);
  return TRUE;
}

static void
ft_lead_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = ft_lead_selection_is_selected;
  iface->get_selection_in_range = ft_lead_selection_get_selection_in_range;
  iface->select_item = ft_lead_selection_select_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FtLeadSelection,
                               ft_lead_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ft_lead_selection_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          ft_lead_selection_selection_model_init))

static void
move_to (FtLeadSelection *self, guint position)
{
  guint old = self->position;

  if (old == position)
    return;
  self->position = position;
  if (old == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
  else if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  else
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), MIN (old, position),
                                           MAX (old, position) - MIN (old, position) + 1);
}

/* Only among what listeners have been told of: more is announced when the list says so. */
static guint
find_selected (FtLeadSelection *self)
{
  guint position = self->lead_id != 0 ? ft_lead_list_find (self->list, self->lead_id)
                                      : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION
      || (position >= self->hole_at && position - self->hole_at < self->hole))
    return GTK_INVALID_LIST_POSITION;
  if (position >= self->hole_at)
    position -= self->hole;
  return position < self->n_items ? position : GTK_INVALID_LIST_POSITION;
}

static void
announce (FtLeadSelection *self, guint position, guint removed, guint added)
{
  self->n_items = self->n_items - removed + added;
  /* Rows that are new ask is_selected () themselves, and the view moves those that stay. */
  self->position = find_selected (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  FtLeadSelection *self = user_data;
  gboolean another_list = self->another_list;

  g_assert (FT_IS_LEAD_SELECTION (self));

  self->another_list = FALSE;
  if (another_list && removed > 0 && added > 0)
    {
      self->hole_at = position;
      self->hole = added;
      announce (self, position, removed, 0);
      self->hole = 0;
      self->hole_at = G_MAXUINT;
      removed = 0;
    }
  announce (self, position, removed, added);
  g_assert (self->n_items == g_list_model_get_n_items (list));

  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
  if (another_list)
    g_signal_emit (self, signals[RENEWED], 0);
}

static void
query_changed_cb (GObject *list, GParamSpec *pspec, gpointer user_data)
{
  FT_LEAD_SELECTION (user_data)->another_list = TRUE;
}

static void
ft_lead_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtLeadSelection *self = FT_LEAD_SELECTION (object);

  switch (prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, FT_TYPE_LEAD);
      break;
    case PROP_LEAD_ID:
      g_value_set_int64 (value, self->lead_id);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_selection_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEAD_ID:
      ft_lead_selection_set_lead_id (FT_LEAD_SELECTION (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_selection_dispose (GObject *object)
{
  g_clear_object (&FT_LEAD_SELECTION (object)->list);
  G_OBJECT_CLASS (ft_lead_selection_parent_class)->dispose (object);
}

static void
ft_lead_selection_class_init (FtLeadSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_lead_selection_dispose;
  object_class->get_property = ft_lead_selection_get_property;
  object_class->set_property = ft_lead_selection_set_property;

  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LEAD_ID]
      = g_param_spec_int64 ("lead-id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[PICKED] = g_signal_new ("picked", FT_TYPE_LEAD_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RENEWED] = g_signal_new ("renewed", FT_TYPE_LEAD_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ft_lead_selection_init (FtLeadSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->hole_at = G_MAXUINT;
}

FtLeadSelection *
ft_lead_selection_new (FtLeadList *list)
{
  FtLeadSelection *self;

  g_return_val_if_fail (FT_IS_LEAD_LIST (list), NULL);

  self = g_object_new (FT_TYPE_LEAD_SELECTION, NULL);
  self->list = g_object_ref (list);
  self->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::filter", G_CALLBACK (query_changed_cb), self, 0);
  g_signal_connect_object (list, "notify::search", G_CALLBACK (query_changed_cb), self, 0);
  return self;
}

void
ft_lead_selection_set_lead_id (FtLeadSelection *self, gint64 lead_id)
{
  g_return_if_fail (FT_IS_LEAD_SELECTION (self));

  if (self->lead_id == lead_id)
    return;
  self->lead_id = lead_id;
  move_to (self, find_selected (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD_ID]);
}

gint64
ft_lead_selection_get_lead_id (FtLeadSelection *self)
{
  g_return_val_if_fail (FT_IS_LEAD_SELECTION (self), 0);
  return self->lead_id;
}

guint
ft_lead_selection_get_position (FtLeadSelection *self)
{
  g_return_val_if_fail (FT_IS_LEAD_SELECTION (self), GTK_INVALID_LIST_POSITION);
  return self->position;
}
