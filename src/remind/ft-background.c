#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-background.h"

#include <glib/gi18n-lib.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GDBusConnection *bus; /* owned, NULL until it is there */
  guint subscription;
  gboolean wanted;
  gboolean active;
} Request;

static void
stop_listening (Request *request)
{
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  request->subscription = 0;
}

static void
request_free (Request *request)
{
  g_clear_object (&request->bus);
  g_free (request);
}

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  GTask *task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) answer = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  answer = g_variant_get_child_value (parameters, 1);
  g_variant_lookup (answer, "autostart", "b", &request->active);
  g_task_return_boolean (task, TRUE);
  stop_listening (request);
}

/* The answer may come before the call returns: it is listened for where the portal gives it. */
static void
listen (GTask *task, const char *token)
{
  Request *request = g_task_get_task_data (task);
  const char *name = g_dbus_connection_get_unique_name (request->bus);
  g_autofree char *sender = g_strdelimit (g_strdup (name + 1), ".", '_');
  g_autofree char *handle = g_strconcat (PORTAL_PATH "/request/", sender, "/", token, NULL);

  request->subscription = g_dbus_connection_signal_subscribe (
      request->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", handle, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), g_object_unref);
}

static void
requested_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (answer != NULL || request->subscription == 0) /* it will answer, or has already */
    return;
  g_dbus_error_strip_remote_error (error);
  g_task_return_error (task, g_steal_pointer (&error));
  stop_listening (request);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  const char *const command[] = { "follow-through", "--gapplication-service", NULL };
  g_autofree char *token = g_strdup_printf ("follow_through_%u", g_random_int ());
  GVariantBuilder options;
  GError *error = NULL;

  request->bus = g_bus_get_finish (result, &error);
  if (request->bus == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  listen (task, token);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (
      &options, "{sv}", "reason",
      g_variant_new_string (_ ("Reminders of promises come with the window closed.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (request->bus, PORTAL_NAME, PORTAL_PATH,
                          "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", g_variant_builder_end (&options)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, requested_cb,
                          g_steal_pointer (&task));
}

void
ft_background_request_async (gboolean active, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, ft_background_request_async);
  request->wanted = active;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, task);
}

gboolean
ft_background_request_finish (GAsyncResult *result, gboolean *active, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (active != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *active = ((Request *) g_task_get_task_data (G_TASK (result)))->active;
  return TRUE;
}
