#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-notifier.h"

#include "remind/ft-notice-wire.h"

#include <glib/gi18n-lib.h>

#define GTK_NAME "org.gtk.Notifications"
#define GTK_PATH "/org/gtk/Notifications"
#define FREEDESKTOP_NAME "org.freedesktop.Notifications"
#define FREEDESKTOP_PATH "/org/freedesktop/Notifications"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Notification"

/* A service that has not answered for so long is said to be stuck; its answer still counts. */
#define STUCK_SECONDS 10

typedef enum
{
  VIA_PORTAL,
  VIA_GTK,
  VIA_FREEDESKTOP,
} Via;

/* A notice that a service has. */
typedef struct
{
  Via via;
  guint32 number; /* of VIA_FREEDESKTOP */
  char *action;   /* owned: of a press on the notice itself */
} Up;

struct _FtNotifier
{
  GObject parent_instance;

  char *application_id; /* or NULL */
  gboolean sandboxed;
  GCancellable *cancellable;
  GDBusConnection *bus; /* owned, NULL until it is there */
  gboolean ready;       /* it is known which services there are */
  gboolean has_gtk;
  gboolean gtk_refused; /* it does not know this application: not installed, or another database */
  gboolean has_freedesktop;
  gboolean knows_server;
  FtNoticeServer server;
  guint n_unknown; /* names of which it is not known yet whether somebody has them */
  guint watches[2];
  guint subscriptions[2];
  GQueue waiting; /* GTask, owned: until it is known whom to ask */
  GHashTable *up; /* char *id -> Up */
  char *problem;  /* or NULL */
};

enum
{
  PROP_PROBLEM = 1,
  N_PROPS
};

enum
{
  ACTION,
  AVAILABLE,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtNotifier, ft_notifier, G_TYPE_OBJECT)

static void
up_free (Up *up)
{
  g_free (up->action);
  g_free (up);
}

/* @problem: (transfer full) (nullable) */
static void
take_problem (FtNotifier *self, char *problem)
{
  gboolean same = g_strcmp0 (self->problem, problem) == 0;

  g_free (self->problem);
  self->problem = problem;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static char *
describe_problem (const GError *error)
{
  g_autofree char *message = NULL;
  g_autoptr (GError) stripped = NULL;

  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER))
    return g_strdup (_ ("No notification service runs on this desktop."));
  stripped = g_error_copy (error);
  g_dbus_error_strip_remote_error (stripped);
  /* Translators: %s is what the notification service says, in whatever language. */
  return g_strdup_printf (_ ("The notification service refused: %s"), stripped->message);
}

/* --- Showing --- */

typedef struct
{
  FtNotice *notice; /* owned */
  gboolean quietly;
  Via via;
  guint stuck; /* source */
} Show;

static void
show_free (Show *show)
{
  g_clear_handle_id (&show->stuck, g_source_remove);
  ft_notice_free (show->notice);
  g_free (show);
}

static void dispatch (GTask *task);

static void
fail (GTask *task, GError *error)
{
  FtNotifier *self = g_task_get_source_object (task);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_problem (self, describe_problem (error));
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
sent_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  GTask *task = data; /* owned */
  FtNotifier *self = g_task_get_source_object (task);
  Show *show = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  Up *up;

  g_clear_handle_id (&show->stuck, g_source_remove);
  if (answer == NULL && show->via == VIA_GTK
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* GNOME's knows installed applications only; its other interface knows all. */
      g_clear_error (&error);
      self->gtk_refused = TRUE;
      dispatch (task);
      return;
    }
  if (answer == NULL)
    {
      fail (task, error);
      return;
    }
  up = g_new0 (Up, 1);
  up->via = show->via;
  if (show->via == VIA_FREEDESKTOP)
    g_variant_get (answer, "(u)", &up->number);
  up->action = g_action_print_detailed_name (show->notice->action, show->notice->target);
  g_hash_table_replace (self->up, g_strdup (show->notice->id), up);
  take_problem (self, NULL);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static gboolean
stuck_cb (gpointer data)
{
  GTask *task = data;
  Show *show = g_task_get_task_data (task);

  show->stuck = 0;
  take_problem (g_task_get_source_object (task),
                g_strdup (_ ("The notification service does not answer.")));
  return G_SOURCE_REMOVE;
}

/* There is no time limit: a slow service has the notice, and a second one would be one too many. */
static void
call (GTask *task,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *arguments,
      const char *answer)
{
  FtNotifier *self = g_task_get_source_object (task);
  Show *show = g_task_get_task_data (task);

  if (show->stuck == 0)
    show->stuck = g_timeout_add_seconds (STUCK_SECONDS, stuck_cb, task);
  g_dbus_connection_call (self->bus, name, path, interface, method, arguments,
                          G_VARIANT_TYPE (answer), G_DBUS_CALL_FLAGS_NONE, G_MAXINT,
                          self->cancellable, sent_cb, task);
}

static void
call_freedesktop (GTask *task)
{
  FtNotifier *self = g_task_get_source_object (task);
  Show *show = g_task_get_task_data (task);
  const Up *before = g_hash_table_lookup (self->up, show->notice->id);

  call (task, FREEDESKTOP_NAME, FREEDESKTOP_PATH, FREEDESKTOP_NAME, "Notify",
        ft_notice_to_freedesktop (
            show->notice, &self->server, FT_APPLICATION_ID,
            before != NULL && before->via == VIA_FREEDESKTOP ? before->number : 0, show->quietly),
        "(u)");
}

static void
capabilities_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  GTask *task = data; /* owned */
  FtNotifier *self = g_task_get_source_object (task);
  Show *show = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  g_autofree const char **names = NULL;

  if (answer == NULL)
    {
      g_clear_handle_id (&show->stuck, g_source_remove);
      fail (task, error);
      return;
    }
  g_variant_get (answer, "(^a&s)", &names);
  self->server.actions = g_strv_contains (names, "actions");
  self->server.body = g_strv_contains (names, "body");
  self->server.markup = g_strv_contains (names, "body-markup");
  self->knows_server = TRUE;
  call_freedesktop (task);
}

/* Takes the task. */
static void
dispatch (GTask *task)
{
  FtNotifier *self = g_task_get_source_object (task);
  Show *show = g_task_get_task_data (task);

  if (self->bus == NULL)
    {
      fail (task, g_error_new (G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, "No session bus"));
      return;
    }
  show->via = self->sandboxed                       ? VIA_PORTAL
              : self->has_gtk && !self->gtk_refused ? VIA_GTK
                                                    : VIA_FREEDESKTOP;
  switch (show->via)
    {
    case VIA_PORTAL:
      call (task, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "AddNotification",
            g_variant_new ("(s@a{sv})", show->notice->id,
                           ft_notice_to_gtk (show->notice, FT_APPLICATION_ID)),
            "()");
      break;
    case VIA_GTK:
      call (task, GTK_NAME, GTK_PATH, GTK_NAME, "AddNotification",
            g_variant_new ("(ss@a{sv})", self->application_id, show->notice->id,
                           ft_notice_to_gtk (show->notice, FT_APPLICATION_ID)),
            "()");
      break;
    case VIA_FREEDESKTOP:
    default:
      if (self->knows_server)
        {
          call_freedesktop (task);
          return;
        }
      show->stuck = g_timeout_add_seconds (STUCK_SECONDS, stuck_cb, task);
      g_dbus_connection_call (self->bus, FREEDESKTOP_NAME, FREEDESKTOP_PATH, FREEDESKTOP_NAME,
                              "GetCapabilities", NULL, G_VARIANT_TYPE ("(as)"),
                              G_DBUS_CALL_FLAGS_NONE, G_MAXINT, self->cancellable, capabilities_cb,
                              task);
      break;
    }
}

static void
set_ready (FtNotifier *self)
{
  GTask *task;

  self->ready = TRUE;
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    dispatch (task);
}

/* --- What the user does with them --- */

static const char *
find_number (FtNotifier *self, guint32 number, Up **up)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->up);
  while (g_hash_table_iter_next (&iter, &id, (gpointer *) up))
    if ((*up)->via == VIA_FREEDESKTOP && (*up)->number == number)
      return id;
  return NULL;
}

static void
invoked_cb (GDBusConnection *bus,
            const char *sender,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters,
            gpointer data)
{
  g_autoptr (FtNotifier) self = g_object_ref (data);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const char *key;
  guint32 number;
  Up *up;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    return;
  g_variant_get (parameters, "(u&s)", &number, &key);
  if (find_number (self, number, &up) == NULL)
    return;
  if (g_action_parse_detailed_name (g_str_equal (key, "default") ? up->action : key, &name, &target,
                                    NULL))
    g_signal_emit (self, signals[ACTION], 0, name, target);
}

static void
closed_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *signal,
           GVariant *parameters,
           gpointer data)
{
  FtNotifier *self = data;
  g_autofree char *id = NULL;
  guint32 number;
  Up *up;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uu)")))
    return;
  g_variant_get (parameters, "(uu)", &number, NULL);
  id = g_strdup (find_number (self, number, &up));
  if (id == NULL)
    return;
  g_hash_table_remove (self->up, id);
  g_signal_emit (self, signals[CLOSED], 0, id);
}

/* --- Services that come and go --- */

static void
activatable_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtNotifier) self = data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autofree const char **names = NULL;

  if (answer == NULL || self->has_gtk || self->has_freedesktop)
    return;
  g_variant_get (answer, "(^a&s)", &names);
  if (!g_strv_contains (names, FREEDESKTOP_NAME))
    take_problem (self, g_strdup (_ ("No notification service runs on this desktop.")));
}

static void
look_for_services (FtNotifier *self)
{
  if (self->has_gtk || self->has_freedesktop)
    {
      take_problem (self, NULL);
      return;
    }
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "ListActivatableNames", NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable,
                          activatable_cb, g_object_ref (self));
}

static void
service_changed (FtNotifier *self, const char *name, gboolean there)
{
  gboolean gtk = g_str_equal (name, GTK_NAME);
  gboolean known = self->n_unknown == 0;

  if (gtk)
    self->has_gtk = there;
  else
    self->has_freedesktop = there;
  self->gtk_refused = self->gtk_refused && !(gtk && there);
  if (!gtk && !there)
    {
      GHashTableIter iter;
      gpointer up;

      /* It kept them in its head. GNOME's keeps them on disk. */
      g_hash_table_iter_init (&iter, self->up);
      while (g_hash_table_iter_next (&iter, NULL, &up))
        if (((Up *) up)->via == VIA_FREEDESKTOP)
          g_hash_table_iter_remove (&iter);
      self->knows_server = FALSE;
    }
  if (!known && --self->n_unknown > 0)
    return;
  look_for_services (self);
  if (!known)
    set_ready (self);
  else if (there)
    g_signal_emit (self, signals[AVAILABLE], 0);
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  service_changed (data, name, TRUE);
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  service_changed (data, name, FALSE);
}

static void
watch (FtNotifier *self)
{
  const char *const names[] = { GTK_NAME, FREEDESKTOP_NAME };

  self->subscriptions[0] = g_dbus_connection_signal_subscribe (
      self->bus, FREEDESKTOP_NAME, FREEDESKTOP_NAME, "ActionInvoked", FREEDESKTOP_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, invoked_cb, self, NULL);
  self->subscriptions[1] = g_dbus_connection_signal_subscribe (
      self->bus, FREEDESKTOP_NAME, FREEDESKTOP_NAME, "NotificationClosed", FREEDESKTOP_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, closed_cb, self, NULL);
  self->n_unknown = G_N_ELEMENTS (names);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (i == 0 && self->application_id == NULL)
      self->n_unknown--; /* it could not be started by its buttons */
    else
      self->watches[i] = g_bus_watch_name_on_connection (
          self->bus, names[i], G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb, self, NULL);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtNotifier) self = data;
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&bus);
      return;
    }
  self->bus = bus;
  if (bus == NULL)
    {
      take_problem (self, g_strdup (_ ("No notification service runs on this desktop.")));
      set_ready (self);
    }
  else if (self->sandboxed)
    set_ready (self);
  else
    watch (self);
}

/* --- Class --- */

static void
ft_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, FT_NOTIFIER (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_notifier_dispose (GObject *object)
{
  FtNotifier *self = FT_NOTIFIER (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (self->watches); i++)
    {
      g_clear_handle_id (&self->watches[i], g_bus_unwatch_name);
      if (self->subscriptions[i] != 0)
        g_dbus_connection_signal_unsubscribe (self->bus, self->subscriptions[i]);
      self->subscriptions[i] = 0;
    }
  g_clear_object (&self->bus);
  G_OBJECT_CLASS (ft_notifier_parent_class)->dispose (object);
}

static void
ft_notifier_finalize (GObject *object)
{
  FtNotifier *self = FT_NOTIFIER (object);

  g_hash_table_unref (self->up);
  g_object_unref (self->cancellable);
  g_free (self->application_id);
  g_free (self->problem);
  G_OBJECT_CLASS (ft_notifier_parent_class)->finalize (object);
}

static void
ft_notifier_class_init (FtNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_notifier_get_property;
  object_class->dispose = ft_notifier_dispose;
  object_class->finalize = ft_notifier_finalize;

  props[PROP_PROBLEM]
      = g_param_spec_string ("problem", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[ACTION] = g_signal_new ("action", FT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
  signals[AVAILABLE] = g_signal_new ("available", FT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", FT_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ft_notifier_init (FtNotifier *self)
{
  self->cancellable = g_cancellable_new ();
  self->up = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) up_free);
}

FtNotifier *
ft_notifier_new (const char *application_id, gboolean sandboxed)
{
  FtNotifier *self = g_object_new (FT_TYPE_NOTIFIER, NULL);

  self->application_id = g_strdup (application_id);
  self->sandboxed = sandboxed;
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, g_object_ref (self));
  return self;
}

void
ft_notifier_stop (FtNotifier *self)
{
  g_return_if_fail (FT_IS_NOTIFIER (self));
  g_cancellable_cancel (self->cancellable);
}

const char *
ft_notifier_get_problem (FtNotifier *self)
{
  g_return_val_if_fail (FT_IS_NOTIFIER (self), NULL);
  return self->problem;
}

/* --- Showing --- */

void
ft_notifier_show_async (FtNotifier *self,
                        const FtNotice *notice,
                        gboolean quietly,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task;
  Show *show;

  g_return_if_fail (FT_IS_NOTIFIER (self));
  g_return_if_fail (notice != NULL);

  task = g_task_new (self, self->cancellable, callback, data);
  g_task_set_source_tag (task, ft_notifier_show_async);
  show = g_new0 (Show, 1);
  show->notice = ft_notice_copy (notice);
  show->quietly = quietly;
  g_task_set_task_data (task, show, (GDestroyNotify) show_free);
  if (self->ready)
    dispatch (task);
  else
    g_queue_push_tail (&self->waiting, task);
}

gboolean
ft_notifier_show_finish (FtNotifier *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ft_notifier_withdraw (FtNotifier *self, const char *id)
{
  const Up *up;

  g_return_if_fail (FT_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  up = g_hash_table_lookup (self->up, id);
  if (up == NULL)
    return;
  if (up->via == VIA_FREEDESKTOP)
    g_dbus_connection_call (self->bus, FREEDESKTOP_NAME, FREEDESKTOP_PATH, FREEDESKTOP_NAME,
                            "CloseNotification", g_variant_new ("(u)", up->number), NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  else if (up->via == VIA_GTK)
    g_dbus_connection_call (self->bus, GTK_NAME, GTK_PATH, GTK_NAME, "RemoveNotification",
                            g_variant_new ("(ss)", self->application_id, id), NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  else
    g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE,
                            "RemoveNotification", g_variant_new ("(s)", id), NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
  g_hash_table_remove (self->up, id);
}

gboolean
ft_notifier_has (FtNotifier *self, const char *id)
{
  g_return_val_if_fail (FT_IS_NOTIFIER (self), FALSE);
  return g_hash_table_contains (self->up, id);
}
