#define G_LOG_DOMAIN "ft-app"

#include "app/ft-demo-folder.h"

#include <glib/gstdio.h>

char *
ft_demo_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("follow-through-demo-XXXXXX", &error);

  if (path == NULL)
    g_error ("There is no place for the sample leads: %s", error->message);
  return path;
}

void
ft_demo_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        ft_demo_folder_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
