#define G_LOG_DOMAIN "ft-model"

#include "model/ft-promise.h"

struct _FtPromise
{
  GObject parent_instance;

  FtPromiseRow *row;
  gboolean late;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_LEAD_ID,
  PROP_NAME,
  PROP_COMPANY,
  PROP_PURPOSE,
  PROP_LATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtPromise, ft_promise, G_TYPE_OBJECT)

static void
ft_promise_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtPromise *self = FT_PROMISE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->row->promise->id);
      break;
    case PROP_LEAD_ID:
      g_value_set_int64 (value, self->row->lead->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->row->lead->name);
      break;
    case PROP_COMPANY:
      g_value_set_string (value, self->row->lead->company);
      break;
    case PROP_PURPOSE:
      g_value_set_string (value, self->row->promise->purpose);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_promise_finalize (GObject *object)
{
  FtPromise *self = FT_PROMISE (object);

  ft_promise_row_unref (self->row);

  G_OBJECT_CLASS (ft_promise_parent_class)->finalize (object);
}

static void
ft_promise_class_init (FtPromiseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_promise_get_property;
  object_class->finalize = ft_promise_finalize;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_LEAD_ID] = g_param_spec_int64 ("lead-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  props[PROP_COMPANY] = g_param_spec_string ("company", NULL, NULL, "", flags);
  props[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, "", flags);
  props[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_promise_init (FtPromise *self)
{
}

FtPromise *
ft_promise_new (FtPromiseRow *row, gint64 now)
{
  FtPromise *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (FT_TYPE_PROMISE, NULL);
  self->row = ft_promise_row_ref (row);
  self->late = ft_promise_data_is_late (row->promise, now);
  return self;
}

FtPromiseRow *
ft_promise_get_row (FtPromise *self)
{
  g_return_val_if_fail (FT_IS_PROMISE (self), NULL);
  return self->row;
}

gint64
ft_promise_get_id (FtPromise *self)
{
  g_return_val_if_fail (FT_IS_PROMISE (self), 0);
  return self->row->promise->id;
}

gint64
ft_promise_get_lead_id (FtPromise *self)
{
  g_return_val_if_fail (FT_IS_PROMISE (self), 0);
  return self->row->lead->id;
}

gboolean
ft_promise_get_late (FtPromise *self)
{
  g_return_val_if_fail (FT_IS_PROMISE (self), FALSE);
  return self->late;
}

gboolean
ft_promise_equal (FtPromise *a, FtPromise *b)
{
  g_return_val_if_fail (FT_IS_PROMISE (a) && FT_IS_PROMISE (b), FALSE);

  /* The instants too: they change with the rules of a zone. */
  const FtPromiseData *x = a->row->promise;
  const FtPromiseData *y = b->row->promise;
  return x->id == y->id && a->late == b->late && a->row->lean == b->row->lean && x->promised_at == y->promised_at
         && x->target_at == y->target_at && ft_promise_data_equal (x, y)
         && ft_lead_data_equal (a->row->lead, b->row->lead);
}
