#define G_LOG_DOMAIN "ft-model"

#include "model/ft-sale.h"

struct _FtSale
{
  GObject parent_instance;

  gint64 id;
  FtSaleRow *row; /* owned, or NULL */
};

enum
{
  PROP_ID = 1,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtSale, ft_sale, G_TYPE_OBJECT)

static void
ft_sale_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtSale *self = FT_SALE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_ROW:
      g_value_set_pointer (value, self->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_sale_finalize (GObject *object)
{
  g_clear_pointer (&FT_SALE (object)->row, ft_sale_row_unref);

  G_OBJECT_CLASS (ft_sale_parent_class)->finalize (object);
}

static void
ft_sale_class_init (FtSaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_sale_get_property;
  object_class->finalize = ft_sale_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ROW]
      = g_param_spec_pointer ("row", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_sale_init (FtSale *self)
{
}

FtSale *
ft_sale_new (gint64 id)
{
  FtSale *self = g_object_new (FT_TYPE_SALE, NULL);

  self->id = id;
  return self;
}

gint64
ft_sale_get_id (FtSale *self)
{
  g_return_val_if_fail (FT_IS_SALE (self), 0);
  return self->id;
}

FtSaleRow *
ft_sale_get_row (FtSale *self)
{
  g_return_val_if_fail (FT_IS_SALE (self), NULL);
  return self->row;
}

void
ft_sale_set_row (FtSale *self, FtSaleRow *row)
{
  g_return_if_fail (FT_IS_SALE (self));
  g_return_if_fail (row != NULL);

  if (row == self->row)
    return;
  ft_sale_row_ref (row);
  g_clear_pointer (&self->row, ft_sale_row_unref);
  self->row = row;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}
