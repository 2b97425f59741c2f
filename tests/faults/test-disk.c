#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

/* --- A disk that fails --- */

/* Every operation of SQLite on its files goes through here; the one that brings @countdown to 0
 * fails. */

static sqlite3_vfs *real_vfs;
static sqlite3_vfs failing_vfs;
static int countdown; /* 0: nothing fails */
static gboolean failed;
static sqlite3_int64 room = G_MAXINT64; /* bytes any file may have */

typedef struct
{
  sqlite3_file base;
  sqlite3_file real[1]; /* as large as the real one says */
} FailingFile;

static gboolean
fails (void)
{
  if (g_atomic_int_get (&countdown) == 0 || !g_atomic_int_dec_and_test (&countdown))
    return FALSE;
  failed = TRUE;
  return TRUE;
}

#define REAL(file) (((FailingFile *) (file))->real)

static int
fail_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
fail_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return fails () ? SQLITE_IOERR_READ
                  : REAL (file)->pMethods->xRead (REAL (file), data, size, offset);
}

static int
fail_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  if (offset + size > room)
    return SQLITE_FULL;
  return fails () ? SQLITE_IOERR_WRITE
                  : REAL (file)->pMethods->xWrite (REAL (file), data, size, offset);
}

static int
fail_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fail_sync (sqlite3_file *file, int flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
fail_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails () ? SQLITE_IOERR_FSTAT : REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fail_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
fail_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
fail_check_lock (sqlite3_file *file, int *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
fail_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
fail_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fail_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods failing_methods = {
  .iVersion = 1,
  .xClose = fail_close,
  .xRead = fail_read,
  .xWrite = fail_write,
  .xTruncate = fail_truncate,
  .xSync = fail_sync,
  .xFileSize = fail_file_size,
  .xLock = fail_lock,
  .xUnlock = fail_unlock,
  .xCheckReservedLock = fail_check_lock,
  .xFileControl = fail_control,
  .xSectorSize = fail_sector_size,
  .xDeviceCharacteristics = fail_characteristics,
};

static int
fail_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  int code = real_vfs->xOpen (real_vfs, name, REAL (file), flags, out_flags);
  file->pMethods = code == SQLITE_OK ? &failing_methods : NULL;
  return code;
}

static void
install_failing_vfs (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  failing_vfs = *real_vfs;
  failing_vfs.zName = "failing";
  failing_vfs.szOsFile = sizeof (FailingFile) + real_vfs->szOsFile;
  failing_vfs.xOpen = fail_open;
  sqlite3_vfs_register (&failing_vfs, TRUE);
}

/* --- A change, failing wherever it can --- */

static FtEdit *
make_edit (guint n)
{
  g_autofree char *name = g_strdup_printf ("Lead %u", n);
  g_autoptr (FtEdit) edit = ft_edit_new (name);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = NULL;

  lead->id = ft_edit_new_id (edit);
  promise = new_promise (lead->id, n, n);
  promise->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  ft_edit_put_promise (edit, promise);
  return g_steal_pointer (&edit);
}

static guint
count (Fixture *fixture)
{
  return sync_count (fixture->store, fixture_bounds (fixture)).n_leads;
}

static void
assert_well (Fixture *fixture)
{
  g_auto (GStrv) problems = sync_check (fixture->store);
  g_autofree char *all = g_strjoinv ("; ", problems);
  g_assert_cmpstr (all, ==, "");
}

static void
assert_told (const GError *error)
{
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO);
  g_assert_cmpuint (strlen (error->message), >, 30);
}

typedef FtChangeSet *(*Try) (Fixture *fixture, GError **error);

static FtChangeSet *
try_apply (Fixture *fixture, GError **error)
{
  g_autoptr (FtEdit) edit = make_edit (50);
  return sync_apply (fixture->store, edit, error);
}

static FtChangeSet *
try_undo (Fixture *fixture, GError **error)
{
  return sync_undo (fixture->store, error);
}

/* Lets the first, second, … operation fail until it goes well; @by is what it does to the number of
 * leads. */
static void
fail_everywhere (Fixture *fixture, Try try, int by)
{
  guint before = count (fixture);
  guint n_failures = 0;

  for (int n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FtChangeSet) change = NULL;
      guint n_changes = fixture->changes->len;

      failed = FALSE;
      g_atomic_int_set (&countdown, n);
      change = try (fixture, &error);
      g_atomic_int_set (&countdown, 0);
      if (!failed)
        {
          g_assert_no_error (error);
          break;
        }
      if (change)
        {
          /* What failed was not needed for it. */
          g_assert_cmpuint (count (fixture), ==, before + by);
          break;
        }
      assert_told (error);
      n_failures++;
      g_assert_cmpuint (fixture->changes->len, ==, n_changes);
      g_assert_cmpuint (count (fixture), ==, before);
      assert_well (fixture);
    }
  g_assert_cmpuint (n_failures, >, 3);
  g_assert_cmpuint (count (fixture), ==, before + by);
  assert_well (fixture);
  fixture_reopen (fixture);
  g_assert_cmpuint (count (fixture), ==, before + by);
}

static void
test_io_error (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (FtEdit) edit = make_edit (i);
      g_autoptr (FtChangeSet) change = sync_apply (fixture->store, edit, NULL);
      g_assert_nonnull (change);
    }
  fail_everywhere (fixture, try_apply, 1);
  fail_everywhere (fixture, try_undo, -1);
}

/* --- A disk that is full --- */

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == 0 ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static rlim_t
get_size (const char *path)
{
  GStatBuf info;
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* Adds leads until there is no more room. */
static guint
fill (Fixture *fixture, GError **error)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (FtEdit) edit = make_edit (n);
      g_autoptr (FtChangeSet) change = sync_apply (fixture->store, edit, error);
      if (!change)
        return n;
    }
}

static void
assert_goes_on (Fixture *fixture, guint n)
{
  g_autoptr (FtEdit) edit = make_edit (n);
  g_autoptr (FtChangeSet) change = NULL;

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count (fixture), ==, n);
  assert_well (fixture);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  fixture_reopen (fixture);
  g_assert_cmpuint (count (fixture), ==, n + 1);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  guint n;
  g_autoptr (GError) error = NULL;

  room = get_size (fixture->path) + 64 * 1024;
  n = fill (fixture, &error);
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL);
  /* All that is there can still be read. */
  assert_well (fixture);
  room = G_MAXINT64;
  assert_goes_on (fixture, n);
}

/* The same by the system's own limit, which SQLite takes for a failure to write: it is said which. */
static void
test_limited (Fixture *fixture, gconstpointer data)
{
  guint n;
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  set_limit (get_size (fixture->path) + 64 * 1024);
  n = fill (fixture, &error);
  set_limit (0);
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "may not grow"));
  assert_goes_on (fixture, n);
}

static gboolean
next_row (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  guint *n = data;
  g_autofree char *name = g_strdup_printf ("Imported %u", *n);

  if ((*n)++ == 3000)
    return FALSE;
  row->lead = ft_lead_data_new (name);
  return TRUE;
}

static void
test_full_while_importing (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result = NULL;

  add_lead (fixture, "Anna", NULL);
  room = get_size (fixture->path) + 64 * 1024;
  g_assert_null (sync_import (fixture->store, next_row, &n, FT_IMPORT_DEFAULT, NULL, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture), ==, 1);

  room = 32 * 1024;
  g_assert_false (sync_backup (fixture->store, backup, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  room = G_MAXINT64;
  n = 0;
  result = sync_import (fixture->store, next_row, &n, FT_IMPORT_DEFAULT, NULL, NULL);
  g_assert_cmpuint (result->created, ==, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install_failing_vfs ();
  FIXTURE_ADD ("/faults/disk/io-error", test_io_error);
  FIXTURE_ADD ("/faults/disk/full", test_full);
  FIXTURE_ADD ("/faults/disk/limited", test_limited);
  FIXTURE_ADD ("/faults/disk/full-while-importing", test_full_while_importing);
  return g_test_run ();
}
