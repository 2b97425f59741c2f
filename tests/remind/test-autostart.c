#include "remind/ft-autostart.h"

#include "bell.h"

#include <glib/gstdio.h>

#define ID "org.example.Follow"

static const struct
{
  const char *content;
  gboolean active;
} contents[] = {
  { "[Desktop Entry]\nExec=a\n", TRUE },
  { "[Desktop Entry]\nExec=a\nHidden=true\n", FALSE },
  { "[Desktop Entry]\nExec=a\nHidden=false\n", TRUE },
  { "[Desktop Entry]\nExec=a\nX-GNOME-Autostart-enabled=false\n", FALSE },
  { "[Desktop Entry]\nExec=a\nX-GNOME-Autostart-enabled=true\n", TRUE },
  { "[Desktop Entry]\nExec=a\nHidden=true\nX-GNOME-Autostart-enabled=true\n", FALSE },
  { "[Desktop Entry]\nName=a\n", FALSE },
  { "[Another]\nExec=a\n", FALSE },
  { "Exec=a\n", FALSE },
  { "", FALSE },
  { "\xff\xfe", FALSE },
};

static void
test_is_active (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (ft_autostart_is_active (contents[i].content, strlen (contents[i].content)),
                       ==, contents[i].active);
    }
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
set (FtAutostart *autostart, gboolean active, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ft_autostart_set_async (autostart, active, keep_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ft_autostart_set_finish (autostart, result, error);
}

static void
await (FtAutostart *autostart, gboolean active)
{
  while (ft_autostart_get_active (autostart) != active)
    g_main_context_iteration (NULL, TRUE);
}

/* It is what a desktop starts, in the background; changed from outside, it is believed; off, it is
 * gone. */
static void
test_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *path = g_build_filename (folder, ID ".desktop", NULL);
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (FtAutostart) autostart = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *exec = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  autostart = ft_autostart_new (ID, FALSE);
  g_assert_true (set (autostart, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (ft_autostart_get_active (autostart));
  g_assert_true (g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, &error));
  exec = g_key_file_get_string (key_file, "Desktop Entry", "Exec", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (exec, "\" --gapplication-service"));
  g_assert_true (g_str_has_prefix (exec, "\"/"));

  g_key_file_set_boolean (key_file, "Desktop Entry", "Hidden", TRUE);
  g_assert_true (g_key_file_save_to_file (key_file, path, &error));
  await (autostart, FALSE);
  g_assert_true (set (autostart, TRUE, &error));
  g_assert_true (ft_autostart_get_active (autostart));
  g_assert_true (set (autostart, FALSE, &error));
  g_assert_false (ft_autostart_get_active (autostart));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  /* What is off already can be switched off. */
  g_assert_true (set (autostart, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Where the folder should be is a file: it says so, either way, and stays off. */
static void
test_unwritable (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autoptr (FtAutostart) autostart = NULL;

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  autostart = ft_autostart_new (ID, FALSE);
  for (int active = 0; active < 2; active++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (set (autostart, active, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, ID ".desktop"));
      g_assert_false (ft_autostart_get_active (autostart));
    }
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

/* --- In a sandbox --- */

static const char PORTAL_XML[]
    = "<node><interface name='org.freedesktop.portal.Background'>"
      "<method name='RequestBackground'><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
      "</interface></node>";

/* The portal, in the test's own process. */
typedef struct
{
  gboolean allows;
  gboolean refuses; /* it answers with an error */
  gboolean early;   /* the response comes before the call returns */

  /* The last request. */
  GDBusConnection *bus; /* borrowed */
  char *sender;
  char *handle;
  GVariant *asked; /* options */
} Portal;

static void
portal_clear (Portal *portal)
{
  g_clear_pointer (&portal->sender, g_free);
  g_clear_pointer (&portal->handle, g_free);
  g_clear_pointer (&portal->asked, g_variant_unref);
}

static char *
make_handle (Portal *portal)
{
  g_autofree char *escaped = g_strdelimit (g_strdup (portal->sender + 1), ".", '_');
  const char *token;

  g_assert_true (g_variant_lookup (portal->asked, "handle_token", "&s", &token));
  return g_strconcat ("/org/freedesktop/portal/desktop/request/", escaped, "/", token, NULL);
}

static void
respond (Portal *portal, GDBusConnection *bus, const char *handle, const char *sender)
{
  GVariantBuilder results;
  gboolean wanted;

  g_assert_true (g_variant_lookup (portal->asked, "autostart", "b", &wanted));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&results, "{sv}", "autostart",
                         g_variant_new_boolean (wanted && portal->allows));
  g_dbus_connection_emit_signal (bus, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", portal->allows ? 0 : 1, &results),
                                 NULL);
}

static gboolean
answered_cb (gpointer data)
{
  Portal *portal = data;

  respond (portal, portal->bus, portal->handle, portal->sender);
  return G_SOURCE_REMOVE;
}

static void
requested_cb (GDBusConnection *bus,
              const char *sender,
              const char *path,
              const char *interface,
              const char *method,
              GVariant *arguments,
              GDBusMethodInvocation *invocation,
              gpointer data)
{
  Portal *portal = data;

  if (portal->refuses)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Refused", "not today");
      return;
    }
  portal_clear (portal);
  portal->bus = bus;
  portal->sender = g_strdup (sender);
  portal->asked = g_variant_get_child_value (arguments, 1);
  portal->handle = make_handle (portal);
  if (portal->early)
    respond (portal, bus, portal->handle, sender);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", portal->handle));
  if (portal->early)
    return;
  /* The user thinks about it. */
  g_idle_add_full (G_PRIORITY_LOW, answered_cb, portal, NULL);
}

static const struct
{
  const char *path;
  Portal portal;
} portals[] = {
  { "/remind/autostart/portal/allows", { .allows = TRUE } },
  { "/remind/autostart/portal/allows-at-once", { .allows = TRUE, .early = TRUE } },
  { "/remind/autostart/portal/denies", { .allows = FALSE } },
  { "/remind/autostart/portal/refuses", { .refuses = TRUE } },
};

/* The portal is asked, and the switch shows its answer, whatever was wanted. */
static void
test_portal (gconstpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = requested_cb };
  Portal portal = portals[GPOINTER_TO_INT (data)].portal;
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (FtAutostart) autostart = ft_autostart_new (ID, TRUE);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);

  g_test_dbus_up (daemon);
  bus = bus_offer ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", PORTAL_XML,
                   &vtable, &portal);
  g_assert_true (set (autostart, TRUE, &error) == portal.allows);
  if (portal.allows)
    {
      g_autofree const char **command = NULL;

      g_assert_no_error (error);
      await (autostart, TRUE);
      g_assert_true (g_variant_lookup (portal.asked, "commandline", "^a&s", &command));
      g_assert_cmpstr (command[0], ==, "follow-through");
      g_assert_cmpstr (command[1], ==, "--gapplication-service");
      g_assert_true (set (autostart, FALSE, &error));
      await (autostart, FALSE);
    }
  else
    {
      g_assert_nonnull (strstr (error->message, portal.refuses ? "not today" : "does not let"));
      g_assert_false (ft_autostart_get_active (autostart));
    }
  portal_clear (&portal);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_clear_object (&autostart);
  g_clear_object (&bus);
  g_test_dbus_down (daemon);
  g_rmdir (folder);
}

/* No portal there: it says so. */
static void
test_no_portal (void)
{
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (FtAutostart) autostart = ft_autostart_new (ID, TRUE);
  g_autoptr (GError) error = NULL;

  g_test_dbus_up (daemon);
  g_assert_false (set (autostart, TRUE, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
  g_assert_false (ft_autostart_get_active (autostart));
  g_clear_object (&autostart);
  g_test_dbus_down (daemon);
}

int
main (int argc, char **argv)
{
  /* Not G_TEST_OPTION_ISOLATE_DIRS, which never frees what it sets. */
  g_autofree char *home = g_dir_make_tmp ("ft-autostart-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remind/autostart/is-active", test_is_active);
  g_test_add_func ("/remind/autostart/file", test_file);
  g_test_add_func ("/remind/autostart/unwritable", test_unwritable);
  for (guint i = 0; i < G_N_ELEMENTS (portals); i++)
    g_test_add_data_func (portals[i].path, GINT_TO_POINTER (i), test_portal);
  g_test_add_func ("/remind/autostart/portal/none", test_no_portal);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return status;
}
