#include "bell.h"

static const struct
{
  const char *name;
  const char *path;
  const char *withdraw;
  guint id; /* which argument it is */
  const char *xml;
} services[] = {
  [BELL_FREEDESKTOP] = {
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "CloseNotification", 1,
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
    "</interface></node>",
  },
  [BELL_GTK] = {
    "org.gtk.Notifications", "/org/gtk/Notifications", "RemoveNotification", 1,
    "<node><interface name='org.gtk.Notifications'>"
    "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/></method>"
    "<method name='RemoveNotification'><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/></method></interface></node>",
  },
  [BELL_PORTAL] = {
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "RemoveNotification", 0,
    "<node><interface name='org.freedesktop.portal.Notification'>"
    "<method name='AddNotification'><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/></method>"
    "<method name='RemoveNotification'><arg type='s' direction='in'/></method></interface></node>",
  },
};

static void
notice_free (BellNotice *notice)
{
  g_free (notice->key);
  g_free (notice->title);
  g_free (notice->body);
  g_variant_unref (notice->arguments);
  g_free (notice);
}

static int
find_key (Bell *bell, const char *key)
{
  for (guint i = 0; i < bell->shown->len; i++)
    if (g_str_equal (((BellNotice *) bell->shown->pdata[i])->key, key))
      return i;
  return -1;
}

static void
put (Bell *bell, BellNotice *notice, gboolean quiet)
{
  int before = find_key (bell, notice->key);

  if (before >= 0)
    {
      notice_free (bell->shown->pdata[before]);
      bell->shown->pdata[before] = notice;
    }
  else
    g_ptr_array_add (bell->shown, notice);
  bell->n_loud += !quiet;
  bell->n_quiet += quiet;
}

static void
take_away (Bell *bell, const char *key)
{
  int place = find_key (bell, key);
  if (place >= 0)
    g_ptr_array_remove_index (bell->shown, place);
}

/* --- What it is asked --- */

static void
show (Bell *bell, GDBusMethodInvocation *invocation)
{
  GVariant *arguments = g_dbus_method_invocation_get_parameters (invocation);
  BellNotice *notice = g_new0 (BellNotice, 1);

  notice->arguments = g_variant_ref (arguments);
  if (bell->kind != BELL_FREEDESKTOP)
    {
      guint id = services[bell->kind].id;
      g_autoptr (GVariant) fields = g_variant_get_child_value (arguments, id + 1);

      g_variant_get_child (arguments, id, "s", &notice->key);
      g_assert_true (g_variant_lookup (fields, "title", "s", &notice->title));
      if (!g_variant_lookup (fields, "body", "s", &notice->body))
        notice->body = g_strdup ("");
      put (bell, notice, FALSE);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autoptr (GVariant) hints = g_variant_get_child_value (arguments, 6);
      gboolean quiet = FALSE;
      guint32 number;

      g_variant_get_child (arguments, 1, "u", &number);
      g_variant_get_child (arguments, 3, "s", &notice->title);
      g_variant_get_child (arguments, 4, "s", &notice->body);
      g_variant_lookup (hints, "suppress-sound", "b", &quiet);
      if (number == 0)
        number = ++bell->last;
      notice->key = g_strdup_printf ("%u", number);
      put (bell, notice, quiet);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", number));
    }
}

static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Bell *bell = data;

  if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", bell->capabilities));
  else if (g_str_equal (method, services[bell->kind].withdraw))
    {
      g_autofree char *key = NULL;
      guint32 number;

      if (bell->kind != BELL_FREEDESKTOP)
        g_variant_get_child (arguments, services[bell->kind].id, "s", &key);
      else
        {
          g_variant_get (arguments, "(u)", &number);
          key = g_strdup_printf ("%u", number);
        }
      take_away (bell, key);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (bell->refuses)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Refused", "not today");
  else if (bell->holds)
    g_ptr_array_add (bell->held, invocation);
  else
    show (bell, invocation);
}

/* --- On the bus --- */

GDBusConnection *
bus_offer (const char *name,
           const char *path,
           const char *xml,
           const GDBusInterfaceVTable *vtable,
           gpointer data)
{
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  for (guint i = 0; node->interfaces[i] != NULL; i++)
    g_dbus_connection_register_object (bus, path, node->interfaces[i], vtable, data, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", name, 0), G_VARIANT_TYPE ("(u)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

Bell *
bell_new (BellKind kind)
{
  static const char *const usual[] = { "actions", "body", "body-markup", NULL };
  Bell *bell = g_new0 (Bell, 1);

  bell->kind = kind;
  bell->capabilities = usual;
  bell->held = g_ptr_array_new_with_free_func (g_object_unref);
  bell->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) notice_free);
  bell_start (bell);
  return bell;
}

void
bell_free (Bell *bell)
{
  bell_stop (bell);
  g_ptr_array_unref (bell->held);
  g_ptr_array_unref (bell->shown);
  g_free (bell);
}

void
bell_start (Bell *bell)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };

  g_assert_null (bell->bus);
  bell->bus = bus_offer (services[bell->kind].name, services[bell->kind].path,
                         services[bell->kind].xml, &vtable, bell);
}

void
bell_stop (Bell *bell)
{
  if (bell->bus == NULL)
    return;
  bell_forget (bell);
  g_dbus_connection_close_sync (bell->bus, NULL, NULL);
  g_clear_object (&bell->bus);
  g_ptr_array_set_size (bell->shown, 0);
}

void
bell_release (Bell *bell)
{
  bell->holds = FALSE;
  while (bell->held->len > 0)
    show (bell, g_ptr_array_steal_index (bell->held, 0));
}

void
bell_forget (Bell *bell)
{
  bell->holds = FALSE;
  g_ptr_array_set_size (bell->held, 0);
}

/* --- The screen --- */

char *
bell_titles (Bell *bell)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < bell->shown->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            ((BellNotice *) bell->shown->pdata[i])->title);
  return g_string_free (titles, FALSE);
}

static const BellNotice *
look_for (Bell *bell, const char *title)
{
  for (guint i = 0; i < bell->shown->len; i++)
    if (g_str_equal (((BellNotice *) bell->shown->pdata[i])->title, title))
      return bell->shown->pdata[i];
  return NULL;
}

const BellNotice *
bell_find (Bell *bell, const char *title)
{
  const BellNotice *notice = look_for (bell, title);

  if (notice == NULL)
    g_error ("“%s” is not on the screen", title);
  return notice;
}

gboolean
bell_shows (Bell *bell, const char *title)
{
  return look_for (bell, title) != NULL;
}

static void
emit (Bell *bell, const char *signal, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bell->bus, NULL, services[bell->kind].path,
                                 services[bell->kind].name, signal, arguments, &error);
  g_assert_no_error (error);
}

static guint32
number_of (Bell *bell, const char *title)
{
  return g_ascii_strtoull (bell_find (bell, title)->key, NULL, 10);
}

void
bell_press (Bell *bell, const char *title, const char *key)
{
  emit (bell, "ActionInvoked", g_variant_new ("(us)", number_of (bell, title), key));
}

void
bell_dismiss (Bell *bell, const char *title)
{
  guint32 number = number_of (bell, title);
  g_autofree char *key = g_strdup_printf ("%u", number);

  take_away (bell, key);
  emit (bell, "NotificationClosed", g_variant_new ("(uu)", number, 2));
}
