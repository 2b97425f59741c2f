#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-keeper.h"

#include "core/ft-channels.h"
#include "core/ft-outcomes.h"

#include <glib/gi18n-lib.h>

struct _FtKeeper
{
  GObject parent_instance;

  FtReminder *reminder; /* owned */
  FtStore *store;       /* owned */
  gboolean applying;    /* the change to come is ours */
  gboolean undoable;    /* the last change was ours */
};

G_DEFINE_FINAL_TYPE (FtKeeper, ft_keeper, G_TYPE_OBJECT)

/* --- The edit --- */

static FtPromiseData *
find_open (const FtLeadCard *card, gint64 promise_id, guint *n_others)
{
  FtPromiseData *found = NULL;

  *n_others = 0;
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN)
        continue;
      if (promise->id == promise_id)
        found = promise;
      else
        ++*n_others;
    }
  return found;
}

FtEdit *
ft_keeper_edit (const FtLeadCard *card,
                gint64 promise_id,
                const FtSettings *settings,
                gint64 now,
                const char *zone,
                FtPromiseData **next)
{
  FtChannelRate rates[FT_N_CHANNELS];
  guint n_others;
  FtPromiseData *promise = find_open (card, promise_id, &n_others);
  g_autoptr (FtContactData) contact = NULL;
  FtOutcome outcome;

  *next = NULL;
  if (promise == NULL)
    return NULL;
  /* What was sent is to be followed through (C7). */
  outcome = promise->kind == FT_PROMISE_SEND ? FT_OUTCOME_DELIVERED : FT_OUTCOME_REACHED;
  contact = ft_contact_data_new (card->lead->id, now, promise->channel, outcome);
  contact->piece_id = promise->piece_id;
  g_free (contact->value);
  contact->value = g_strdup (promise->value);
  ft_channels_count (card->contacts, rates);
  if (n_others == 0 || outcome == FT_OUTCOME_DELIVERED)
    *next = ft_outcome_new_promise (card, outcome, ft_channels_default (card->lead, rates), 0,
                                    settings, ft_civil_from_instant (now, zone), zone);
  return ft_gesture_log_outcome (card, promise, contact, *next, "", "", now, zone);
}

/* --- Keeping --- */

typedef struct
{
  FtKeeper *self;      /* owned */
  FtLeadData *lead;    /* owned, NULL until it is read */
  FtPromiseData *next; /* owned, or NULL */
  gint64 promise_id;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  g_object_unref (keeping->self);
  g_clear_pointer (&keeping->lead, ft_lead_data_unref);
  g_clear_pointer (&keeping->next, ft_promise_data_unref);
  g_free (keeping);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

static void
said_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* It is done and on record, whether that could be said or not. */
  ft_notifier_show_finish (FT_NOTIFIER (source), result, NULL);
}

static void
say (FtKeeper *self, const FtNotice *notice)
{
  ft_notifier_show_async (ft_reminder_get_notifier (self->reminder), notice, FALSE, said_cb, NULL);
}

static void
say_failed (FtKeeper *self, const GError *error)
{
  g_autoptr (FtNotice) notice = ft_notice_new ("kept", _ ("This was not saved"));

  g_free (notice->body);
  notice->body = g_strdup (error->message);
  notice->action = FT_ACTION_SHOW_LIST;
  notice->target = g_variant_ref_sink (g_variant_new_string ("all"));
  say (self, notice);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Keeping) keeping = data;
  FtKeeper *self = keeping->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_apply_finish (FT_STORE (source), result, &error);
  g_autoptr (FtNotice) notice = NULL;

  self->applying = FALSE;
  if (self->store == NULL)
    return;
  if (change == NULL)
    {
      say_failed (self, error);
      return;
    }
  self->undoable = TRUE;
  notice
      = ft_notice_of_kept (keeping->lead, keeping->next, ft_reminder_get_privacy (self->reminder),
                           ft_clock_now (ft_store_get_clock (self->store)));
  say (self, notice);
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Keeping) keeping = data;
  FtKeeper *self = keeping->self;
  FtStore *store = FT_STORE (source);
  FtClock *clock = ft_store_get_clock (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (store, result, &error);
  g_autoptr (FtEdit) edit = NULL;

  if (self->store == NULL)
    return;
  if (error != NULL)
    {
      say_failed (self, error);
      return;
    }
  /* Pressed twice, or done in the window meanwhile: it is kept already. */
  if (card != NULL)
    edit = ft_keeper_edit (card, keeping->promise_id, ft_store_get_settings (store),
                           ft_clock_now (clock), ft_clock_get_zone (clock), &keeping->next);
  if (edit == NULL)
    return;
  keeping->lead = ft_lead_data_ref (card->lead);
  self->applying = TRUE;
  ft_store_apply_async (store, edit, NULL, applied_cb, g_steal_pointer (&keeping));
}

static void
withdraw (FtKeeper *self)
{
  ft_notifier_withdraw (ft_reminder_get_notifier (self->reminder), "kept");
}

/* Only the last change is the one that Undo takes back. */
static void
changed_cb (FtKeeper *self)
{
  if (self->applying)
    return;
  if (self->undoable)
    withdraw (self);
  self->undoable = FALSE;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtKeeper) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_undo_finish (FT_STORE (source), result, &error);

  if (change == NULL && self->store != NULL)
    say_failed (self, error);
}

/* --- Class --- */

static void
ft_keeper_dispose (GObject *object)
{
  FtKeeper *self = FT_KEEPER (object);

  g_clear_object (&self->reminder);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ft_keeper_parent_class)->dispose (object);
}

static void
ft_keeper_class_init (FtKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_keeper_dispose;
}

static void
ft_keeper_init (FtKeeper *self)
{
}

FtKeeper *
ft_keeper_new (FtReminder *reminder)
{
  FtKeeper *self;

  g_return_val_if_fail (FT_IS_REMINDER (reminder), NULL);

  self = g_object_new (FT_TYPE_KEEPER, NULL);
  self->reminder = g_object_ref (reminder);
  self->store = g_object_ref (ft_reminder_get_store (reminder));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ft_keeper_keep (FtKeeper *self, gint64 lead_id, gint64 promise_id)
{
  Keeping *keeping;

  g_return_if_fail (FT_IS_KEEPER (self));

  keeping = g_new0 (Keeping, 1);
  keeping->self = g_object_ref (self);
  keeping->promise_id = promise_id;
  ft_store_read_card_async (self->store, lead_id, 0, NULL, card_cb, keeping);
}

void
ft_keeper_undo (FtKeeper *self)
{
  g_return_if_fail (FT_IS_KEEPER (self));

  if (!self->undoable)
    return;
  ft_store_undo_async (self->store, NULL, undone_cb, g_object_ref (self));
}
