#define G_LOG_DOMAIN "ft-model"

#include "model/ft-room.h"

#include "model/ft-request.h"

struct _FtRoom
{
  GObject parent_instance;

  FtStore *store;
  FtPromiseData *promise; /* owned, or NULL */
  GPtrArray *others;      /* FtPromiseData, owned, of @day; NULL until they have been read */
  gint32 day;             /* of the target on the user's clock */
  GArray *concerns;       /* FtConcern */
  FtRequest *request;
};

enum
{
  PROP_0,
  PROP_CONCERNS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtRoom, ft_room, G_TYPE_OBJECT)

static const char *
get_zone (FtRoom *self)
{
  return ft_clock_get_zone (ft_store_get_clock (self->store));
}

static gboolean
same_concerns (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      FtConcern x = g_array_index (a, FtConcern, i);
      FtConcern y = g_array_index (b, FtConcern, i);
      if (x.kind != y.kind || x.n != y.n || x.day != y.day)
        return FALSE;
    }
  return TRUE;
}

static void
update (FtRoom *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->concerns);

  if (self->promise && self->others)
    self->concerns = ft_concerns_of_room (self->promise, self->others,
                                          ft_store_get_settings (self->store), get_zone (self));
  else
    self->concerns = g_array_new (FALSE, FALSE, sizeof (FtConcern));
  if (!same_concerns (old, self->concerns))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONCERNS]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  g_autoptr (FtRoom) self = ft_request_finish (data);

  /* What is not known is no reason to warn. */
  if (!self || !rows)
    return;

  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      FtPromiseRow *row = rows->pdata[i];
      g_ptr_array_add (self->others, ft_promise_data_ref (row->promise));
    }
  update (self);
}

/* The days on both sides too: a promise in another zone, or of all day, may reach into this one. */
static void
read_others (FtRoom *self)
{
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));
  FtCivil begin = { self->day - 1, 0, 0 };
  FtCivil end = { self->day + 2, 0, 0 };

  ft_store_read_promises_async (self->store, ft_civil_to_instant (begin, get_zone (self), NULL),
                                ft_civil_to_instant (end, get_zone (self), NULL), 0,
                                ft_request_get_cancellable (request), read_cb, request);
}

static void
store_changed_cb (FtRoom *self)
{
  if (self->promise)
    read_others (self);
}

static void
settings_cb (FtRoom *self)
{
  update (self);
}

/* --- GObject --- */

static void
ft_room_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtRoom *self = FT_ROOM (object);

  switch (prop_id)
    {
    case PROP_CONCERNS:
      g_value_set_pointer (value, self->concerns);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_room_dispose (GObject *object)
{
  FtRoom *self = FT_ROOM (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_room_parent_class)->dispose (object);
}

static void
ft_room_finalize (GObject *object)
{
  FtRoom *self = FT_ROOM (object);

  g_clear_pointer (&self->promise, ft_promise_data_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_array_unref (self->concerns);

  G_OBJECT_CLASS (ft_room_parent_class)->finalize (object);
}

static void
ft_room_class_init (FtRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_room_get_property;
  object_class->dispose = ft_room_dispose;
  object_class->finalize = ft_room_finalize;

  props[PROP_CONCERNS] = g_param_spec_pointer (
      "concerns", NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_room_init (FtRoom *self)
{
  self->concerns = g_array_new (FALSE, FALSE, sizeof (FtConcern));
}

FtRoom *
ft_room_new (FtStore *store)
{
  FtRoom *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_ROOM, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (settings_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* The user's day on which the work is to be done. */
static gint32
get_day (FtRoom *self, const FtPromiseData *promise)
{
  if (promise->target.minute == FT_ALL_DAY)
    return promise->target.day;
  return ft_civil_from_instant (ft_civil_to_instant (promise->target, promise->zone, NULL),
                                get_zone (self))
      .day;
}

/**
 * ft_room_set_promise:
 * @promise: (nullable): as it would be made
 *
 * As long as it stays on one day nothing is read again.
 */
void
ft_room_set_promise (FtRoom *self, const FtPromiseData *promise)
{
  FtPromiseData *copy;
  gint32 day;

  g_return_if_fail (FT_IS_ROOM (self));

  copy = promise ? ft_promise_data_copy (promise) : NULL;
  g_clear_pointer (&self->promise, ft_promise_data_unref);
  self->promise = copy;
  if (!copy || !ft_civil_is_set (copy->target))
    {
      g_clear_pointer (&self->promise, ft_promise_data_unref);
      ft_request_drop (&self->request);
      g_clear_pointer (&self->others, g_ptr_array_unref);
      self->day = 0;
      update (self);
      return;
    }
  copy->promised_at = ft_civil_to_instant (copy->promised, copy->zone, NULL);
  copy->target_at = ft_civil_to_instant (copy->target, copy->zone, NULL);
  day = get_day (self, copy);
  if (self->day != day)
    {
      self->day = day;
      g_clear_pointer (&self->others, g_ptr_array_unref);
      read_others (self);
    }
  update (self);
}

GArray *
ft_room_get_concerns (FtRoom *self)
{
  g_return_val_if_fail (FT_IS_ROOM (self), NULL);
  return self->concerns;
}
