#define G_LOG_DOMAIN "ft-app"

#include "app/ft-reminder.h"

#include "core/ft-when.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <sys/timerfd.h>
#include <unistd.h>

struct _FtReminder
{
  GObject parent_instance;

  GApplication *application; /* owned */
  FtStore *store;            /* owned */
  GCancellable *cancellable;
  GHashTable *shown; /* gint64 promise -> gint64 lead, of the notifications that are up */
  int timer;         /* timerfd of the wall clock */
  guint timer_source;
  gboolean asking;
  gboolean ask_again; /* something happened while asking */
};

G_DEFINE_FINAL_TYPE (FtReminder, ft_reminder, G_TYPE_OBJECT)

static void ask (FtReminder *self);

/* --- The notification --- */

static char *
notification_id (gint64 promise)
{
  return g_strdup_printf ("promise-%" G_GINT64_FORMAT, promise);
}

/* Some notification services read a body as markup, some do not and show escapes as they are. A
 * word joiner, which is drawn as nothing, leaves no tag and no entity for either. */
static char *
make_inert (const char *text)
{
  GString *inert = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (inert, *p);
      if (*p == '<' || *p == '&')
        g_string_append (inert, "\u2060");
    }
  return g_string_free (inert, FALSE);
}

static char *
describe (FtReminder *self, const FtPromiseRow *row)
{
  FtClock *clock = ft_store_get_clock (self->store);
  const FtPromiseData *promise = row->promise;
  FtCivil here = promise->promised;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (here.minute != FT_ALL_DAY)
    here = ft_civil_from_instant (promise->promised_at, ft_clock_get_zone (clock));
  g_ptr_array_add (parts, ft_when_format_short (here, ft_clock_civil (clock)));
  if (*promise->purpose != '\0')
    g_ptr_array_add (parts, make_inert (promise->purpose));
  if (*row->lead->company != '\0')
    g_ptr_array_add (parts, make_inert (row->lead->company));
  if (promise->channel == FT_CHANNEL_PHONE && *ft_lead_data_get_phone (row->lead) != '\0')
    g_ptr_array_add (parts, make_inert (ft_lead_data_get_phone (row->lead)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
notify_of (FtReminder *self, const FtPromiseRow *row)
{
  g_autoptr (GNotification) notification = g_notification_new (row->lead->name);
  g_autofree char *body = describe (self, row);
  g_autofree char *id = notification_id (row->promise->id);
  gint64 key = row->promise->id;
  gint64 lead = row->lead->id;

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.open-lead", "x", lead);
  g_application_send_notification (self->application, id, notification);
  g_hash_table_insert (self->shown, g_memdup2 (&key, sizeof key), g_memdup2 (&lead, sizeof lead));
}

/* --- Asking what is due --- */

static void
reminded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Not written down, it will ring once more at the next start: better twice than never. */
  if (!ft_store_set_reminded_finish (FT_STORE (source), result, &error)
      && !g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED))
    g_warning ("A reminder could not be written down: %s", error->message);
}

/* Rings at @next, and when the clock is set. */
static void
arm (FtReminder *self, gint64 next)
{
  /* Armed even with nothing to wait for: only an armed timer hears of the clock being set. */
  gint64 far = ft_clock_now (ft_store_get_clock (self->store)) + 3650 * G_GINT64_CONSTANT (86400);
  struct itimerspec spec = { .it_value = { .tv_sec = MIN (next, far) } };

  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) != 0)
    g_warning ("The reminder's timer could not be set: %s", g_strerror (errno));
}

static void
due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtReminder) self = data;
  g_autoptr (GError) error = NULL;
  gint64 next;
  g_autoptr (GPtrArray) due = ft_store_read_due_finish (FT_STORE (source), result, &next, &error);

  self->asking = FALSE;
  if (self->store == NULL)
    return;
  if (due == NULL)
    {
      if (!g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED))
        g_warning ("What is due could not be read: %s", error->message);
      return;
    }
  arm (self, next);
  if (due->len > 0)
    {
      g_autofree gint64 *ids = g_new (gint64, due->len);
      for (guint i = 0; i < due->len; i++)
        {
          const FtPromiseRow *row = g_ptr_array_index (due, i);
          notify_of (self, row);
          ids[i] = row->promise->id;
        }
      ft_store_set_reminded_async (self->store, ids, due->len, NULL, reminded_cb, NULL);
    }
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
  ft_store_read_due_async (self->store, ft_clock_now (ft_store_get_clock (self->store)),
                           self->cancellable, due_cb, g_object_ref (self));
}

/* --- Taking back what is no longer due --- */

static gboolean
is_still_due (const FtLeadCard *card, gint64 promise_id, gint64 now)
{
  for (guint i = 0; card != NULL && i < card->promises->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (card->promises, i);
      if (promise->id == promise_id)
        return promise->state == FT_PROMISE_OPEN && promise->target_at <= now;
    }
  return FALSE;
}

typedef struct
{
  FtReminder *self; /* owned */
  gint64 lead;
} Recheck;

/* The lead's notifications that have nothing to remind of any more. */
static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Recheck *recheck = data;
  g_autoptr (FtReminder) self = recheck->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);
  GHashTableIter iter;
  gpointer promise, lead;

  if (error != NULL || self->store == NULL)
    return;
  gint64 now = ft_clock_now (ft_store_get_clock (self->store));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &promise, &lead))
    if (*(gint64 *) lead == recheck->lead && !is_still_due (card, *(gint64 *) promise, now))
      {
        g_autofree char *id = notification_id (*(gint64 *) promise);
        g_application_withdraw_notification (self->application, id);
        g_hash_table_iter_remove (&iter);
      }
}

static void
recheck_shown (FtReminder *self, const FtChangeSet *change)
{
  g_autoptr (GHashTable) leads = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer lead;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &lead))
    if (ft_change_set_has_lead (change, *(gint64 *) lead))
      g_hash_table_add (leads, lead);
  g_hash_table_iter_init (&iter, leads);
  while (g_hash_table_iter_next (&iter, &lead, NULL))
    {
      Recheck *recheck = g_new (Recheck, 1);
      recheck->self = g_object_ref (self);
      recheck->lead = *(gint64 *) lead;
      ft_store_read_card_async (self->store, recheck->lead, 1, self->cancellable, card_cb, recheck);
    }
}

static void
store_changed_cb (FtStore *store, FtChangeSet *change, FtReminder *self)
{
  recheck_shown (self, change);
  ask (self);
}

static gboolean
timer_cb (int fd, GIOCondition condition, gpointer data)
{
  FtReminder *self = data;
  guint64 expirations;

  if (read (fd, &expirations, sizeof expirations) > 0)
    ask (self);
  else if (errno == ECANCELED) /* The computer's clock was set. */
    ft_clock_refresh (ft_store_get_clock (self->store));
  return G_SOURCE_CONTINUE;
}

/* --- Class --- */

static void
ft_reminder_dispose (GObject *object)
{
  FtReminder *self = FT_REMINDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (ft_reminder_parent_class)->dispose (object);
}

static void
ft_reminder_finalize (GObject *object)
{
  FtReminder *self = FT_REMINDER (object);

  if (self->timer >= 0)
    close (self->timer);
  g_hash_table_unref (self->shown);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ft_reminder_parent_class)->finalize (object);
}

static void
ft_reminder_class_init (FtReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_reminder_dispose;
  object_class->finalize = ft_reminder_finalize;
}

static void
ft_reminder_init (FtReminder *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer >= 0)
    self->timer_source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    g_warning ("There is no timer for reminders: %s", g_strerror (errno));
}

FtReminder *
ft_reminder_new (GApplication *application, FtStore *store)
{
  FtReminder *self = g_object_new (FT_TYPE_REMINDER, NULL);

  self->application = g_object_ref (application);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
