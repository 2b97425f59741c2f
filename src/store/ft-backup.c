#define G_LOG_DOMAIN "ft-store"

#include "store/ft-check.h"

#include "store/ft-database-private.h"
#include "store/ft-keep.h"
#include "store/ft-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Made here and not by SQLite, which would let others read it. */
static gboolean
create_file (FtDatabase *database, const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, NULL);
  ft_database_fail (database,
                    errno == EEXIST ? g_error_new (
                        FT_STORE_ERROR, FT_STORE_ERROR_NOT_ALLOWED,
                        _ ("“%s” exists already and was not touched. Choose another name."), path)
                                    : ft_failure_from_errno (errno, path));
  return FALSE;
}

/* On disk before it is said to be there, its name too. */
static void
flush_path (FtDatabase *database, const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);

  if (fd < 0 || fsync (fd) != 0)
    ft_database_fail (database, ft_failure_from_errno (errno, path));
  if (fd >= 0)
    g_close (fd, NULL);
}

/* On the database's thread, although files may be large: nothing can be changed meanwhile that the
 * copy would lack. */
void
ft_copy_files (FtDatabase *database, const char *from, const char *to)
{
  g_autofree char *from_folder = ft_keep_dup_folder (from);
  g_autofree char *to_folder = ft_keep_dup_folder (to);
  FtStatement *select
      = ft_statement (database, "SELECT DISTINCT file_hash FROM piece WHERE file_hash <> ''");

  while (ft_step (select))
    {
      GError *error = NULL;

      if (!ft_keep_take (to_folder, from_folder, ft_column_text (select, 0), &error))
        ft_database_fail (database, error);
    }
}

void
ft_backup (FtDatabase *database, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  FtStatement *vacuum;

  if (!create_file (database, path))
    return;
  vacuum = ft_statement (database, "VACUUM INTO ?");
  ft_bind_text (vacuum, path);
  ft_run (vacuum);
  if (!ft_database_is_failed (database))
    flush_path (database, path, O_RDWR);
  if (!ft_database_is_failed (database))
    flush_path (database, folder, O_RDONLY | O_DIRECTORY);
  if (!ft_database_is_failed (database))
    ft_copy_files (database, ft_database_get_path (database), path);
  if (ft_database_is_failed (database))
    g_unlink (path);
}
