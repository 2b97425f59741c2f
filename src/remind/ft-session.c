#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-session.h"

#define LOGIND "org.freedesktop.login1"
#define LOGIND_SESSION "org.freedesktop.login1.Session"
#define PROPERTIES "org.freedesktop.DBus.Properties"

/* Who may say whether the screen is locked. */
enum
{
  GNOME,
  FREEDESKTOP,
  LOGIN,
  N_SOURCES
};

static const struct
{
  const char *name;
  const char *path;
} savers[] = {
  [GNOME] = { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" },
  [FREEDESKTOP] = { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
};

struct _FtSession
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *session; /* owned, NULL until and unless there is one */
  GDBusConnection *system;  /* owned, the same */
  guint watches[G_N_ELEMENTS (savers)];
  guint subscriptions[G_N_ELEMENTS (savers)];
  guint sleep_subscription;
  guint lock_subscription;
  FtLock locks[N_SOURCES];
};

enum
{
  LOCK_CHANGED,
  RESUMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtSession, ft_session, G_TYPE_OBJECT)

static void
set_lock (FtSession *self, int source, FtLock lock)
{
  FtLock before = ft_session_get_lock (self);

  self->locks[source] = lock;
  if (ft_session_get_lock (self) != before)
    g_signal_emit (self, signals[LOCK_CHANGED], 0);
}

/* --- Screen savers --- */

typedef struct
{
  FtSession *self; /* owned */
  int source;
} Question;

static void
active_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (FtSession) self = question->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  gboolean active;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      /* Some offer the name without the answer. */
      set_lock (self, question->source, FT_LOCK_UNKNOWN);
      return;
    }
  g_variant_get (answer, "(b)", &active);
  set_lock (self, question->source, active ? FT_LOCK_LOCKED : FT_LOCK_OPEN);
}

static int
find_saver (const char *name)
{
  return g_str_equal (name, savers[GNOME].name) ? GNOME : FREEDESKTOP;
}

static void
saver_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  FtSession *self = data;
  Question *question = g_new (Question, 1);

  question->self = g_object_ref (self);
  question->source = find_saver (name);
  g_dbus_connection_call (bus, name, savers[question->source].path, name, "GetActive", NULL,
                          G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          self->cancellable, active_cb, question);
}

static void
saver_vanished_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  set_lock (FT_SESSION (data), find_saver (name), FT_LOCK_UNKNOWN);
}

static void
saver_changed_cb (GDBusConnection *bus,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *parameters,
                  gpointer data)
{
  gboolean active;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &active);
  set_lock (FT_SESSION (data), find_saver (interface), active ? FT_LOCK_LOCKED : FT_LOCK_OPEN);
}

static void
session_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtSession) self = data;

  self->session = g_bus_get_finish (result, NULL);
  if (self->session == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    {
      self->subscriptions[i] = g_dbus_connection_signal_subscribe (
          self->session, savers[i].name, savers[i].name, "ActiveChanged", NULL, NULL,
          G_DBUS_SIGNAL_FLAGS_NONE, saver_changed_cb, self, NULL);
      self->watches[i] = g_bus_watch_name_on_connection (
          self->session, savers[i].name, G_BUS_NAME_WATCHER_FLAGS_NONE, saver_appeared_cb,
          saver_vanished_cb, self, NULL);
    }
}

/* --- logind --- */

static void
locked_hint_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    set_lock (self, LOGIN, FT_LOCK_UNKNOWN);
  else
    set_lock (self, LOGIN, g_variant_get_boolean (value) ? FT_LOCK_LOCKED : FT_LOCK_OPEN);
}

static void
ask_locked_hint (FtSession *self)
{
  g_dbus_connection_call (self->system, LOGIND, "/org/freedesktop/login1/session/auto", PROPERTIES,
                          "Get", g_variant_new ("(ss)", LOGIND_SESSION, "LockedHint"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          self->cancellable, locked_hint_cb, g_object_ref (self));
}

/* The signal comes from the session's own path, which "auto" stands for: it is asked again. */
static void
session_changed_cb (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer data)
{
  ask_locked_hint (data);
}

static void
prepare_for_sleep_cb (GDBusConnection *bus,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer data)
{
  gboolean going;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &going);
  if (!going)
    g_signal_emit (data, signals[RESUMED], 0);
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtSession) self = data;

  self->system = g_bus_get_finish (result, NULL);
  if (self->system == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->sleep_subscription = g_dbus_connection_signal_subscribe (
      self->system, LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep",
      "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE, prepare_for_sleep_cb, self, NULL);
  self->lock_subscription = g_dbus_connection_signal_subscribe (
      self->system, LOGIND, PROPERTIES, "PropertiesChanged", NULL, LOGIND_SESSION,
      G_DBUS_SIGNAL_FLAGS_NONE, session_changed_cb, self, NULL);
  ask_locked_hint (self);
}

/* --- Class --- */

static void
unsubscribe (GDBusConnection *bus, guint *subscription)
{
  if (*subscription != 0)
    g_dbus_connection_signal_unsubscribe (bus, *subscription);
  *subscription = 0;
}

static void
ft_session_dispose (GObject *object)
{
  FtSession *self = FT_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (savers); i++)
    {
      g_clear_handle_id (&self->watches[i], g_bus_unwatch_name);
      unsubscribe (self->session, &self->subscriptions[i]);
    }
  unsubscribe (self->system, &self->sleep_subscription);
  unsubscribe (self->system, &self->lock_subscription);
  g_clear_object (&self->session);
  g_clear_object (&self->system);
  G_OBJECT_CLASS (ft_session_parent_class)->dispose (object);
}

static void
ft_session_finalize (GObject *object)
{
  g_object_unref (FT_SESSION (object)->cancellable);
  G_OBJECT_CLASS (ft_session_parent_class)->finalize (object);
}

static void
ft_session_class_init (FtSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_session_finalize;

  signals[LOCK_CHANGED] = g_signal_new ("lock-changed", FT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUMED] = g_signal_new ("resumed", FT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ft_session_init (FtSession *self)
{
  self->cancellable = g_cancellable_new ();
}

gboolean
ft_session_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

FtSession *
ft_session_new (void)
{
  FtSession *self = g_object_new (FT_TYPE_SESSION, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
  return self;
}

FtLock
ft_session_get_lock (FtSession *self)
{
  FtLock lock = FT_LOCK_UNKNOWN;

  g_return_val_if_fail (FT_IS_SESSION (self), FT_LOCK_UNKNOWN);

  for (int i = 0; i < N_SOURCES; i++)
    lock = MAX (lock, self->locks[i]);
  return lock;
}
