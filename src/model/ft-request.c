#define G_LOG_DOMAIN "ft-model"

#include "model/ft-request.h"

struct _FtRequest
{
  GObject *owner;   /* borrowed, NULL when dropped */
  FtRequest **slot; /* of the owner */
  GCancellable *cancellable;
};

FtRequest *
ft_request_start (FtRequest **slot, GObject *owner)
{
  FtRequest *self = g_new0 (FtRequest, 1);

  ft_request_drop (slot);
  self->owner = owner;
  self->slot = slot;
  self->cancellable = g_cancellable_new ();
  *slot = self;
  return self;
}

GCancellable *
ft_request_get_cancellable (FtRequest *self)
{
  return self->cancellable;
}

void
ft_request_drop (FtRequest **slot)
{
  FtRequest *self = g_steal_pointer (slot);

  if (!self)
    return;
  self->owner = NULL;
  g_cancellable_cancel (self->cancellable);
}

gpointer
ft_request_finish (FtRequest *self)
{
  GObject *owner = self->owner;

  if (owner)
    {
      g_assert (*self->slot == self);
      *self->slot = NULL;
      g_object_ref (owner);
    }
  g_object_unref (self->cancellable);
  g_free (self);
  return owner;
}
