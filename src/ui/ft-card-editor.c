#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-card-editor.h"

#include "core/ft-gestures.h"
#include "core/ft-when.h"

struct _FtCardEditor
{
  GObject parent_instance;

  FtDesk *desk;           /* owned */
  FtLeadData *lead;       /* owned, what was sent last and is not on the card yet, or NULL */
  FtPromiseData *promise; /* owned, the same of a promise */
  guint n_pending;
};

/* One edit under way. */
typedef struct
{
  FtCardEditor *self; /* owned */
  GObject *owner;     /* owned or NULL */
  gint64 subject;
  FtCardSaved saved;
} Pending;

G_DEFINE_FINAL_TYPE (FtCardEditor, ft_card_editor, G_TYPE_OBJECT)

static void
forget_sent (FtCardEditor *self)
{
  if (self->n_pending > 0)
    return;
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  g_clear_pointer (&self->promise, ft_promise_data_unref);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_desk_apply_finish (FT_DESK (source), result, &error);

  g_assert (pending->self->n_pending > 0);

  pending->self->n_pending--;
  /* On success the card still shows the state before; its "data" tells when it has caught up. */
  if (error != NULL)
    forget_sent (pending->self);
  if (pending->saved != NULL)
    pending->saved (pending->owner, pending->subject, error);

  g_clear_object (&pending->owner);
  g_object_unref (pending->self);
  g_free (pending);
}

static void
ft_card_editor_dispose (GObject *object)
{
  FtCardEditor *self = FT_CARD_EDITOR (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  g_clear_pointer (&self->promise, ft_promise_data_unref);

  G_OBJECT_CLASS (ft_card_editor_parent_class)->dispose (object);
}

static void
ft_card_editor_class_init (FtCardEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_card_editor_dispose;
}

static void
ft_card_editor_init (FtCardEditor *self)
{
}

FtCardEditor *
ft_card_editor_new (FtDesk *desk)
{
  FtCardEditor *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_CARD_EDITOR, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::data", G_CALLBACK (forget_sent), self,
                           G_CONNECT_SWAPPED);
  return self;
}

FtDesk *
ft_card_editor_get_desk (FtCardEditor *self)
{
  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), NULL);

  return self->desk;
}

FtLeadCard *
ft_card_editor_get_card (FtCardEditor *self)
{
  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), NULL);

  return ft_card_get_data (ft_desk_get_card (self->desk));
}

gint64
ft_card_editor_get_lead_id (FtCardEditor *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self);

  return card != NULL ? card->lead->id : 0;
}

FtPromiseData *
ft_card_editor_get_promise (FtCardEditor *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self);

  return card != NULL ? ft_lead_card_next (card, ft_card_editor_now (self)) : NULL;
}

gint64
ft_card_editor_now (FtCardEditor *self)
{
  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), 0);

  return ft_clock_now (ft_desk_get_clock (self->desk));
}

FtCivil
ft_card_editor_now_in (FtCardEditor *self, const char *zone)
{
  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), FT_CIVIL_NONE);

  if (zone == NULL || zone[0] == '\0')
    return ft_clock_civil (ft_desk_get_clock (self->desk));
  return ft_civil_from_instant (ft_card_editor_now (self), zone);
}

gboolean
ft_card_editor_zone_differs (FtCardEditor *self, const char *zone, gint64 instant)
{
  const char *own;

  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), FALSE);

  if (zone == NULL || zone[0] == '\0')
    return FALSE;
  own = ft_clock_get_zone (ft_desk_get_clock (self->desk));
  return ft_civil_compare (ft_civil_from_instant (instant, zone),
                           ft_civil_from_instant (instant, own))
         != 0;
}

char *
ft_card_editor_dup_own_time (FtCardEditor *self, FtCivil civil, const char *zone)
{
  gint64 instant;
  FtCivil own;

  g_return_val_if_fail (FT_IS_CARD_EDITOR (self), NULL);

  instant = ft_civil_to_instant (civil, zone, NULL);
  if (civil.minute == FT_ALL_DAY || !ft_card_editor_zone_differs (self, zone, instant))
    return NULL;
  own = ft_civil_from_instant (instant, ft_clock_get_zone (ft_desk_get_clock (self->desk)));
  if (own.day == civil.day)
    return ft_when_format_time (own);
  return ft_when_format (own, ft_card_editor_now_in (self, ""));
}

/**
 * ft_card_editor_dup_lead:
 *
 * Returns: (transfer full) (nullable): the lead shown, with all that was sent to be saved
 */
FtLeadData *
ft_card_editor_dup_lead (FtCardEditor *self)
{
  FtLeadCard *card = ft_card_editor_get_card (self);

  if (card == NULL)
    return NULL;
  if (self->lead != NULL && self->lead->id == card->lead->id)
    return ft_lead_data_copy (self->lead);
  return ft_lead_data_copy (card->lead);
}

FtPromiseData *
ft_card_editor_dup_promise (FtCardEditor *self, gint64 id)
{
  FtLeadCard *card = ft_card_editor_get_card (self);

  if (self->promise != NULL && self->promise->id == id)
    return ft_promise_data_copy (self->promise);
  for (guint i = 0; card != NULL && i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->id == id)
        return ft_promise_data_copy (promise);
    }
  return NULL;
}

void
ft_card_editor_apply (FtCardEditor *self,
                      FtEdit *edit,
                      gboolean then_next,
                      gint64 subject,
                      gpointer owner,
                      FtCardSaved saved)
{
  Pending *pending;

  g_return_if_fail (FT_IS_CARD_EDITOR (self));
  g_return_if_fail (edit != NULL);

  pending = g_new0 (Pending, 1);
  pending->self = g_object_ref (self);
  pending->owner = owner != NULL ? g_object_ref (owner) : NULL;
  pending->subject = subject;
  pending->saved = saved;
  self->n_pending++;
  ft_desk_apply (self->desk, edit, then_next, applied_cb, pending);
}

void
ft_card_editor_save_lead (FtCardEditor *self, FtLeadData *lead, gpointer owner, FtCardSaved saved)
{
  g_autoptr (FtLeadData) before = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_return_if_fail (FT_IS_CARD_EDITOR (self));
  g_return_if_fail (lead != NULL);

  before = ft_card_editor_dup_lead (self);
  if (before != NULL && before->id == lead->id && ft_lead_data_equal (before, lead))
    {
      if (saved != NULL)
        saved (owner, lead->id, NULL);
      return;
    }
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  self->lead = ft_lead_data_copy (lead);
  edit = ft_gesture_edit_lead (lead);
  ft_card_editor_apply (self, edit, FALSE, lead->id, owner, saved);
}

void
ft_card_editor_save_promise (FtCardEditor *self,
                             FtPromiseData *promise,
                             gpointer owner,
                             FtCardSaved saved)
{
  g_autoptr (FtPromiseData) before = NULL;
  g_autoptr (FtEdit) edit = NULL;

  g_return_if_fail (FT_IS_CARD_EDITOR (self));
  g_return_if_fail (promise != NULL);

  before = ft_card_editor_dup_promise (self, promise->id);
  if (before != NULL && ft_promise_data_equal (before, promise))
    {
      if (saved != NULL)
        saved (owner, promise->id, NULL);
      return;
    }
  g_clear_pointer (&self->promise, ft_promise_data_unref);
  self->promise = ft_promise_data_copy (promise);
  edit = ft_gesture_edit_promise (promise);
  ft_card_editor_apply (self, edit, FALSE, promise->id, owner, saved);
}
