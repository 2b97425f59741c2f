#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-reminder.h"

#include "remind/ft-announcer.h"
#include "remind/ft-ring-timer.h"
#include "remind/ft-shown.h"

/* A service that refused is asked again after so many seconds, then after twice as many … */
#define RETRY_FIRST 60
#define RETRY_MOST 3600

struct _FtReminder
{
  GObject parent_instance;

  FtStore *store;         /* owned */
  FtNotifier *notifier;   /* owned */
  FtSession *session;     /* owned */
  FtRingTimer *timer;     /* owned */
  FtAnnouncer *announcer; /* owned */
  GCancellable *cancellable;
  GHashTable *shown;   /* char *id -> FtShown: what is on the screen, or on its way there */
  GHashTable *unacked; /* gint64 promise: shown or on its way, and not yet written down */
  gint64 next;         /* reminder */
  gint64 retry_at;     /* or 0 */
  int retry_after;     /* seconds, 0 while all is well */
  gboolean asking;
  gboolean ask_again;  /* something happened while asking */
  gboolean refreshing; /* the same of what is shown */
  gboolean refresh_again;
};

enum
{
  PROP_NEXT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtReminder, ft_reminder, G_TYPE_OBJECT)

static void ask (FtReminder *self);
static void refresh (FtReminder *self);

static gint64
now_of (FtReminder *self)
{
  return ft_clock_now (ft_store_get_clock (self->store));
}

static const char *
zone_of (FtReminder *self)
{
  return ft_clock_get_zone (ft_store_get_clock (self->store));
}

/* --- When --- */

/* Rings at the next reminder, or when the service is to be asked again. */
static void
arm (FtReminder *self)
{
  ft_ring_timer_set (self->timer,
                     self->retry_at != 0 ? MIN (self->next, self->retry_at) : self->next);
}

static void
set_next (FtReminder *self, gint64 next)
{
  gboolean same = self->next == next;

  self->next = next;
  arm (self);
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEXT]);
}

static void
retry_later (FtReminder *self)
{
  self->retry_after = CLAMP (self->retry_after * 2, RETRY_FIRST, RETRY_MOST);
  self->retry_at = now_of (self) + self->retry_after;
  arm (self);
}

/* --- Writing down what was shown --- */

typedef struct
{
  FtReminder *self; /* owned */
  GArray *promises; /* owned: gint64 */
  char *id;         /* owned: of the notice */
} Sending;

static Sending *
sending_new (FtReminder *self, GArray *promises, const char *id)
{
  Sending *sending = g_new (Sending, 1);

  sending->self = g_object_ref (self);
  sending->promises = g_array_ref (promises);
  sending->id = g_strdup (id);
  return sending;
}

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->self);
  g_array_unref (sending->promises);
  g_free (sending->id);
  g_free (sending);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
hold (FtReminder *self, GArray *promises)
{
  for (guint i = 0; i < promises->len; i++)
    g_hash_table_add (self->unacked,
                      g_memdup2 (&g_array_index (promises, gint64, i), sizeof (gint64)));
}

static void
let_go (FtReminder *self, GArray *promises)
{
  for (guint i = 0; i < promises->len; i++)
    g_hash_table_remove (self->unacked, &g_array_index (promises, gint64, i));
}

static void
warn_unwritten (const GError *error)
{
  if (!g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED))
    g_warning ("A reminder could not be written down: %s", error->message);
}

static void
reminded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  g_autoptr (GError) error = NULL;

  /* Not written down, it rings once more at the next start, and not before: better twice than
   * never. */
  if (!ft_store_set_reminded_finish (FT_STORE (source), result, &error))
    {
      warn_unwritten (error);
      return;
    }
  let_go (sending->self, sending->promises);
  if (sending->self->store != NULL)
    ask (sending->self);
}

/* Takes @sending. */
static void
write_down (Sending *sending)
{
  ft_store_set_reminded_async (sending->self->store, (const gint64 *) sending->promises->data,
                               sending->promises->len, NULL, reminded_cb, sending);
}

/* --- Showing --- */

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  FtReminder *self = sending->self;
  g_autoptr (GError) error = NULL;
  gboolean done = ft_notifier_show_finish (FT_NOTIFIER (source), result, &error);
  FtShown *shown;

  if (self->store == NULL)
    return;
  shown = g_hash_table_lookup (self->shown, sending->id);
  if (!done)
    {
      /* The window's list has it; the service is asked again. */
      let_go (self, sending->promises);
      g_hash_table_remove (self->shown, sending->id);
      retry_later (self);
      return;
    }
  self->retry_after = 0;
  self->retry_at = 0;
  if (shown != NULL)
    shown->sending = FALSE;
  if (shown != NULL && shown->touched)
    refresh (self);
  write_down (g_steal_pointer (&sending));
}

/* @shown: (transfer full) (nullable) */
static void
show (FtReminder *self, FtShown *shown)
{
  if (shown == NULL)
    return;
  shown->sending = TRUE;
  hold (self, shown->promises);
  g_hash_table_replace (self->shown, g_strdup (shown->notice->id), shown);
  ft_notifier_show_async (self->notifier, shown->notice, FALSE, shown_cb,
                          sending_new (self, shown->promises, shown->notice->id));
}

/* @kind: of a notification of many. What is in it already stays in it. */
static void
show_many (FtReminder *self, FtShownKind kind, GArray *promises, GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer value;

  if (promises->len == 0)
    return;
  g_hash_table_iter_init (&iter, self->shown);
  while (kind != FT_SHOWN_EACH && g_hash_table_iter_next (&iter, NULL, &value))
    if (((FtShown *) value)->kind == kind)
      {
        GArray *before = ((FtShown *) value)->promises;
        g_array_append_vals (promises, before->data, before->len);
      }
  show (self, ft_shown_new (kind, promises, rows, ft_reminder_get_privacy (self), now_of (self),
                            zone_of (self)));
}

static GArray *
without_unacked (FtReminder *self, GArray *promises)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < promises->len; i++)
    {
      gint64 id = g_array_index (promises, gint64, i);
      if (!g_hash_table_contains (self->unacked, &id))
        g_array_append_val (left, id);
    }
  return left;
}

static void
show_due (FtReminder *self, const FtDue *due)
{
  g_autoptr (GArray) each = without_unacked (self, due->ringing->each);
  g_autoptr (GArray) away = without_unacked (self, due->ringing->away);
  g_autoptr (GArray) together = without_unacked (self, due->ringing->together);

  for (guint i = 0; i < each->len; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (one, g_array_index (each, gint64, i));
      show_many (self, FT_SHOWN_EACH, one, due->rows);
    }
  show_many (self, FT_SHOWN_AWAY, away, due->rows);
  show_many (self, FT_SHOWN_TOGETHER, together, due->rows);
}

/* --- Asking what is due --- */

static void
due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtReminder) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtDue) due = ft_store_read_due_finish (FT_STORE (source), result, &error);

  self->asking = FALSE;
  if (self->store == NULL)
    return;
  if (due == NULL)
    {
      if (!g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED))
        {
          g_warning ("What is due could not be read: %s", error->message);
          retry_later (self);
        }
      return;
    }
  if (self->retry_at <= now_of (self))
    self->retry_at = 0;
  set_next (self, MIN (due->ringing->next, ft_announcer_get_next (self->announcer, due)));
  show_due (self, due);
  ft_announcer_tell (self->announcer, due);
  if (self->ask_again)
    ask (self);
}

static void
ask (FtReminder *self)
{
  self->ask_again = self->asking;
  if (self->asking)
    return;
  self->asking = TRUE;
  ft_store_read_due_async (self->store, now_of (self), self->cancellable, due_cb,
                           g_object_ref (self));
}

/* --- Keeping what is shown true --- */

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* It was shown and written down before: if this fails, the list has it, and "problem" says so. */
  ft_notifier_show_finish (FT_NOTIFIER (source), result, NULL);
}

static void
update_shown (FtReminder *self, GPtrArray *rows)
{
  const FtSettings *settings = ft_store_get_settings (self->store);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      FtShown *shown = value;
      gboolean changed;
      const FtNotice *notice;

      if (shown->sending)
        {
          shown->touched = TRUE;
          continue;
        }
      shown->touched = FALSE;
      notice = ft_shown_update (shown, rows, settings, ft_reminder_get_privacy (self),
                                now_of (self), zone_of (self), &changed);
      if (notice == NULL)
        {
          ft_notifier_withdraw (self->notifier, id);
          g_hash_table_iter_remove (&iter);
        }
      else if (changed || !ft_notifier_has (self->notifier, id))
        ft_notifier_show_async (self->notifier, notice, TRUE, replaced_cb, NULL);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtReminder) self = data;
  g_autoptr (GPtrArray) rows = ft_store_read_reminders_finish (FT_STORE (source), result, NULL);

  self->refreshing = FALSE;
  if (self->store == NULL)
    return;
  if (rows != NULL)
    update_shown (self, rows);
  if (self->refresh_again)
    refresh (self);
}

static void
refresh (FtReminder *self)
{
  g_autoptr (GArray) ids = NULL;
  GHashTableIter iter;
  gpointer shown;

  self->refresh_again = self->refreshing;
  if (self->refreshing || g_hash_table_size (self->shown) == 0)
    return;
  self->refreshing = TRUE;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    {
      GArray *promises = ((FtShown *) shown)->promises;
      g_array_append_vals (ids, promises->data, promises->len);
    }
  ft_store_read_reminders_async (self->store, (const gint64 *) ids->data, ids->len,
                                 self->cancellable, read_cb, g_object_ref (self));
}

static void
look_again (FtReminder *self)
{
  refresh (self);
  ask (self);
}

static void
resumed_cb (FtReminder *self)
{
  ft_clock_refresh (ft_store_get_clock (self->store));
}

static void
closed_cb (FtReminder *self, const char *id)
{
  g_hash_table_remove (self->shown, id);
}

/* --- Class --- */

static void
ft_reminder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NEXT:
      g_value_set_int64 (value, FT_REMINDER (object)->next);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_reminder_dispose (GObject *object)
{
  FtReminder *self = FT_REMINDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->timer);
  g_clear_object (&self->announcer);
  g_clear_object (&self->store);
  g_clear_object (&self->notifier);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ft_reminder_parent_class)->dispose (object);
}

static void
ft_reminder_finalize (GObject *object)
{
  FtReminder *self = FT_REMINDER (object);

  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->unacked);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ft_reminder_parent_class)->finalize (object);
}

static void
ft_reminder_class_init (FtReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_reminder_get_property;
  object_class->dispose = ft_reminder_dispose;
  object_class->finalize = ft_reminder_finalize;

  props[PROP_NEXT]
      = g_param_spec_int64 ("next", NULL, NULL, 0, FT_RING_NEVER, FT_RING_NEVER,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_reminder_init (FtReminder *self)
{
  self->cancellable = g_cancellable_new ();
  self->next = FT_RING_NEVER;
  self->shown
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ft_shown_free);
  self->unacked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

FtReminder *
ft_reminder_new (FtStore *store, FtNotifier *notifier, FtSession *session)
{
  FtReminder *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);
  g_return_val_if_fail (FT_IS_NOTIFIER (notifier), NULL);
  g_return_val_if_fail (FT_IS_SESSION (session), NULL);

  self = g_object_new (FT_TYPE_REMINDER, NULL);
  self->store = g_object_ref (store);
  self->notifier = g_object_ref (notifier);
  self->session = g_object_ref (session);
  self->timer = ft_ring_timer_new (ft_store_get_clock (store));
  self->announcer = ft_announcer_new (store, notifier);
  g_signal_connect_object (self->timer, "rings", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->announcer, "told", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->announcer, "refused", G_CALLBACK (retry_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (look_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (look_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "available", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lock-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "resumed", G_CALLBACK (resumed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

gint64
ft_reminder_get_next (FtReminder *self)
{
  g_return_val_if_fail (FT_IS_REMINDER (self), FT_RING_NEVER);
  return self->next;
}

FtStore *
ft_reminder_get_store (FtReminder *self)
{
  g_return_val_if_fail (FT_IS_REMINDER (self), NULL);
  return self->store;
}

FtNotifier *
ft_reminder_get_notifier (FtReminder *self)
{
  g_return_val_if_fail (FT_IS_REMINDER (self), NULL);
  return self->notifier;
}

FtNoticePrivacy
ft_reminder_get_privacy (FtReminder *self)
{
  FtLock lock;

  g_return_val_if_fail (FT_IS_REMINDER (self), ((FtNoticePrivacy){ TRUE, FALSE }));

  /* Where nobody says whether it is locked, what is to be hidden is hidden. */
  lock = ft_session_get_lock (self->session);
  return (FtNoticePrivacy){
    .hide_names = ft_store_get_settings (self->store)->hide_names && lock != FT_LOCK_OPEN,
    .show_sensitive = lock == FT_LOCK_OPEN,
  };
}

/* --- What its buttons do --- */

static void
snoozed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtReminder) self = data;
  g_autoptr (GError) error = NULL;

  if (!ft_store_snooze_finish (FT_STORE (source), result, &error))
    warn_unwritten (error);
  else if (self->store != NULL)
    ask (self);
}

void
ft_reminder_snooze (FtReminder *self, gint64 promise_id)
{
  g_autofree char *id = ft_notice_id_of_promise (promise_id);

  g_return_if_fail (FT_IS_REMINDER (self));

  g_hash_table_remove (self->shown, id);
  ft_notifier_withdraw (self->notifier, id);
  ft_store_snooze_async (self->store, promise_id, now_of (self) + FT_SNOOZE_SECONDS, NULL,
                         snoozed_cb, g_object_ref (self));
}

static void
stopped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ft_store_save_settings_finish (FT_STORE (source), result, &error))
    g_warning ("The setting could not be saved: %s", error->message);
}

void
ft_reminder_stop_mornings (FtReminder *self)
{
  g_autoptr (FtSettings) settings = NULL;

  g_return_if_fail (FT_IS_REMINDER (self));

  settings = ft_settings_copy (ft_store_get_settings (self->store));
  settings->morning = FALSE;
  ft_announcer_withdraw (self->announcer);
  ft_store_save_settings_async (self->store, settings, NULL, stopped_cb, NULL);
}
