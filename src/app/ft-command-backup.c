#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include <glib/gi18n-lib.h>

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;

  const char *path = ft_run_get_data (run);
  g_autofree char *files = ft_store_dup_file_folder_of (path);

  if (!ft_store_backup_finish (FT_STORE (source), result, &error))
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  ft_run_print (run, _ ("The database was copied to %s\n"), path);
  if (g_file_test (files, G_FILE_TEST_IS_DIR))
    ft_run_print (run, _ ("The files of its romance pieces are in %s; keep both together.\n"), files);
}

static void
back_up (FtRun *run)
{
  ft_store_backup_async (ft_run_get_store (run), ft_run_get_data (run), NULL, backed_up_cb,
                         ft_run_ref (run));
}

static void
backup (FtRun *run)
{
  g_auto (GStrv) words = NULL;

  if (!ft_run_parse (run, NULL, 1, 1, &words))
    return;
  g_autoptr (GFile) file = ft_run_locate (run, words[0]);
  char *path = g_file_get_path (file);
  if (path == NULL)
    {
      ft_run_misuse (run, _ ("“%s” is not a file on this computer"), words[0]);
      return;
    }
  ft_run_set_data (run, path, g_free);
  ft_run_with_store (run, back_up);
}

const FtCommand ft_command_backup = {
  .name = "backup",
  .arguments = "FILE",
  .summary = N_ ("Write a consistent copy of the database to a new file"),
  .run = backup,
};

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = ft_data_file_restore_finish (FT_DATA_FILE (source), result, &error);

  if (kept == NULL)
    ft_run_fail (run, "%s", error->message);
  else if (*kept == '\0')
    ft_run_print (run, "%s\n", _ ("The backup was restored."));
  else
    ft_run_print (run, _ ("The backup was restored; the database before is kept as %s\n"), kept);
}

static void
restore (FtRun *run)
{
  g_auto (GStrv) words = NULL;

  if (!ft_run_parse (run, NULL, 1, 1, &words))
    return;
  g_autoptr (GFile) file = ft_run_locate (run, words[0]);
  g_autofree char *path = g_file_get_path (file);
  if (path == NULL)
    ft_run_misuse (run, _ ("“%s” is not a file on this computer"), words[0]);
  else
    ft_data_file_restore_async (ft_run_get_file (run), path, restored_cb, ft_run_ref (run));
}

const FtCommand ft_command_restore = {
  .name = "restore",
  .arguments = "FILE",
  .summary = N_ ("Put a backup in the place of the database, which is kept"),
  .run = restore,
};
