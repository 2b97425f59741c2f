#define G_LOG_DOMAIN "ft-store"

#include "store/ft-database-private.h"
#include "store/ft-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/resource.h>

G_DEFINE_QUARK (ft - store - error - quark, ft_store_error)

static const char *
full_text (void)
{
  return _ ("There is no room left on the disk. Nothing was changed; make room and try again.");
}

static GError *
may_not_grow (void)
{
  return g_error_new_literal (
      FT_STORE_ERROR, FT_STORE_ERROR_FULL,
      _ ("The file may not grow any further: the system limits how large files get, or the disk "
         "cannot hold a larger one. Nothing was changed; raise the limit or move the database to "
         "another disk."));
}

/* SQLite tells only that it could not write, and the system's own answer may be lost by then. */
static gboolean
is_size_limited (void)
{
  struct rlimit limit;

  return getrlimit (RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

static GError *
not_allowed (const char *path)
{
  return path ? g_error_new (FT_STORE_ERROR, FT_STORE_ERROR_NOT_ALLOWED,
                             _ ("“%s” cannot be opened: permission denied. Check who owns the file "
                                "and its folder."),
                             path)
              : g_error_new_literal (
                  FT_STORE_ERROR, FT_STORE_ERROR_NOT_ALLOWED,
                  _ ("The database cannot be written: permission denied. Nothing was changed; "
                     "check who owns the file and its folder."));
}

GError *
ft_failure_from_sqlite (int code, int system_errno, const char *detail)
{
  if (system_errno == EFBIG || (code == SQLITE_IOERR_WRITE && is_size_limited ()))
    return may_not_grow ();
  if (system_errno == ENOSPC || system_errno == EDQUOT)
    code = SQLITE_FULL;

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
    case SQLITE_FULL:
      return g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_FULL, full_text ());
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return g_error_new_literal (
          FT_STORE_ERROR, FT_STORE_ERROR_BUSY,
          _ ("Another program is using the database. Close it and try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return g_error_new_literal (
          FT_STORE_ERROR, FT_STORE_ERROR_DAMAGED,
          _ ("The database is damaged. Nothing was changed; go back to a backup of it."));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return not_allowed (NULL);
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return g_error_new (FT_STORE_ERROR, FT_STORE_ERROR_INVALID,
                          _ ("The change contradicts what is stored, and was not made (%s)."),
                          detail);
    default:
      return g_error_new (
          FT_STORE_ERROR, FT_STORE_ERROR_IO,
          _ ("The database could not be read or written (%s). Nothing was changed; check the disk "
             "and try again."),
          system_errno != 0 ? g_strerror (system_errno) : detail);
    }
}

GError *
ft_failure_from_errno (int error_number, const char *path)
{
  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
      return g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_FULL, full_text ());
    case EFBIG:
      return may_not_grow ();
    case EACCES:
    case EPERM:
    case EROFS:
      return not_allowed (path);
    default:
      return g_error_new (FT_STORE_ERROR, FT_STORE_ERROR_IO, _ ("“%s” cannot be opened: %s."), path,
                          g_strerror (error_number));
    }
}

GError *
ft_failure_newer (const char *path)
{
  return g_error_new (FT_STORE_ERROR, FT_STORE_ERROR_NEWER,
                      _ ("“%s” was written by a newer release of Follow Through. It was left "
                         "untouched; install that "
                         "release to open it."),
                      path);
}
