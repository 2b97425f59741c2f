#include "remind/ft-autostart.h"

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
  autostart = ft_autostart_new (ID);
  g_assert_true (set (autostart, TRUE, &error));
  g_assert_no_error (error);
  await (autostart, TRUE);
  g_assert_true (g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, &error));
  exec = g_key_file_get_string (key_file, "Desktop Entry", "Exec", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (exec, "\" --gapplication-service"));
  g_assert_true (g_str_has_prefix (exec, "\"/"));

  g_key_file_set_boolean (key_file, "Desktop Entry", "Hidden", TRUE);
  g_assert_true (g_key_file_save_to_file (key_file, path, &error));
  await (autostart, FALSE);
  g_assert_true (set (autostart, TRUE, &error));
  await (autostart, TRUE);
  g_assert_true (set (autostart, FALSE, &error));
  await (autostart, FALSE);
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
  autostart = ft_autostart_new (ID);
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
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return status;
}
