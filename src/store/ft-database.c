#define G_LOG_DOMAIN "ft-store"

#include "store/ft-database-private.h"
#include "store/ft-schema.h"
#include "store/ft-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define CACHE_KIBIBYTES 16384
#define PROGRESS_INSTRUCTIONS 2000 /* about 0.1 ms */

struct _FtDatabase
{
  sqlite3 *handle; /* owned */
  char *path;
  int lock_fd;            /* owned */
  GHashTable *statements; /* SQL literal → FtStatement, owned */
  GError *failure;        /* owned */

  gint64 now;
  const char *zone;          /* interned */
  GCancellable *cancellable; /* borrowed while a job runs */

  gint64 last_id;
  gint64 undo_at;
  gint64 n_commits;
  gint64 n_changes;    /* of SQLite, when the transaction began */
  GHashTable *tallies; /* gint64 (what, bucket) → int */
};

/* --- Failure --- */

void
ft_database_note (FtDatabase *self, int code)
{
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || self->failure)
    return;
  self->failure = ft_failure_from_sqlite (
      code, self->handle ? sqlite3_system_errno (self->handle) : 0,
      self->handle ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
}

void
ft_database_fail (FtDatabase *self, GError *error)
{
  if (self->failure)
    g_error_free (error);
  else
    self->failure = error;
}

gboolean
ft_database_is_failed (FtDatabase *self)
{
  return self->failure != NULL;
}

gboolean
ft_database_take (FtDatabase *self, GError **error)
{
  if (!self->failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}

/* --- Statements --- */

FtStatement *
ft_statement (FtDatabase *self, const char *sql)
{
  FtStatement *statement = g_hash_table_lookup (self->statements, sql);
  if (statement && ft_statement_is_prepared (statement))
    {
      ft_reset (statement);
      return statement;
    }
  statement = ft_statement_new (self, sql);
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

void
ft_database_exec (FtDatabase *self, const char *sql)
{
  if (!self->failure)
    ft_database_note (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL));
}

/* --- Transactions --- */

static void
read_head (FtDatabase *self)
{
  FtStatement *select = ft_statement (self, "SELECT last_id, undo_at, n_commits FROM head");
  if (ft_step (select))
    {
      self->last_id = ft_column_int (select, 0);
      self->undo_at = ft_column_int (select, 1);
      self->n_commits = ft_column_int (select, 2);
      ft_reset (select);
    }
}

static void
write_head (FtDatabase *self)
{
  FtStatement *update
      = ft_statement (self, "UPDATE head SET last_id = ?, undo_at = ?, n_commits = ?");
  ft_bind_int (update, self->last_id);
  ft_bind_int (update, self->undo_at);
  ft_bind_int (update, self->n_commits);
  ft_run (update);
}

static gint64
tally_key (int what, gint64 bucket)
{
  return bucket * 8 + what;
}

static void
write_tallies (FtDatabase *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 k = *(gint64 *) key;
      FtStatement *upsert;
      int by = GPOINTER_TO_INT (value);
      if (by == 0)
        continue;
      upsert = ft_statement (self, "INSERT INTO tally VALUES (?, ?, ?) "
                                   "ON CONFLICT DO UPDATE SET n = n + excluded.n");
      ft_bind_int (upsert, k & 7);
      ft_bind_int (upsert, k >> 3);
      ft_bind_int (upsert, by);
      ft_run (upsert);
      if (by < 0)
        {
          FtStatement *delete
              = ft_statement (self, "DELETE FROM tally WHERE what = ? AND bucket = ? AND n = 0");
          ft_bind_int (delete, k & 7);
          ft_bind_int (delete, k >> 3);
          ft_run (delete);
        }
    }
  g_hash_table_remove_all (self->tallies);
}

void
ft_database_begin (FtDatabase *self)
{
  ft_run (ft_statement (self, "BEGIN IMMEDIATE"));
  self->n_changes = sqlite3_total_changes64 (self->handle);
}

void
ft_database_rollback (FtDatabase *self)
{
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);

  g_hash_table_remove_all (self->tallies);
  /* SQLite has already rolled back after some failures; asking again would be one more. */
  if (!sqlite3_get_autocommit (self->handle))
    ft_database_exec (self, "ROLLBACK");
  read_head (self);
  if (failure)
    {
      /* What went wrong first is what to tell. */
      g_clear_error (&self->failure);
      self->failure = g_steal_pointer (&failure);
    }
}

/* The last thing SQLite does for a commit is to make sure that its journal stays empty. If that
 * fails the commit is reported as failed, but has been made: then another one, which does the same
 * again, tells. */
static gboolean
was_committed (FtDatabase *self, gint64 n_commits)
{
  g_autoptr (GError) failure = g_steal_pointer (&self->failure);

  if (self->n_commits == n_commits)
    {
      ft_database_exec (self, "BEGIN IMMEDIATE; UPDATE head SET n_commits = n_commits; COMMIT");
      if (!self->failure)
        return TRUE;
      ft_database_rollback (self);
      g_clear_error (&self->failure);
    }
  self->failure = g_steal_pointer (&failure);
  return FALSE;
}

gboolean
ft_database_end (FtDatabase *self)
{
  gboolean changed = sqlite3_total_changes64 (self->handle) != self->n_changes;
  gboolean failed_before = self->failure != NULL;
  gint64 n_commits = self->n_commits + 1;

  write_tallies (self);
  if (changed)
    {
      self->n_commits = n_commits;
      write_head (self);
    }
  ft_run (ft_statement (self, "COMMIT"));
  if (!self->failure)
    return TRUE;
  ft_database_rollback (self);
  return changed && !failed_before && was_committed (self, n_commits);
}

gint64
ft_database_new_id (FtDatabase *self)
{
  return ++self->last_id;
}

gint64
ft_database_get_last_id (FtDatabase *self)
{
  return self->last_id;
}

gint64
ft_database_get_undo_at (FtDatabase *self)
{
  return self->undo_at;
}

void
ft_database_set_undo_at (FtDatabase *self, gint64 undo_at)
{
  self->undo_at = undo_at;
}

void
ft_database_tally (FtDatabase *self, int what, gint64 bucket, int by)
{
  gint64 key = tally_key (what, bucket);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->tallies, &key));
  g_hash_table_insert (self->tallies, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (n + by));
}

/* --- A job --- */

static int
is_unwanted (void *data)
{
  FtDatabase *self = data;
  return g_cancellable_is_cancelled (self->cancellable);
}

void
ft_database_enter (FtDatabase *self, gint64 now, const char *zone, GCancellable *cancellable)
{
  self->now = now;
  self->zone = zone;
  self->cancellable = cancellable;
  /* Not sqlite3_interrupt (): it could come late and break off the next job. */
  sqlite3_progress_handler (self->handle, cancellable ? PROGRESS_INSTRUCTIONS : 0,
                            cancellable ? is_unwanted : NULL, self);
}

const char *
ft_database_get_path (FtDatabase *self)
{
  return self->path;
}

gint64
ft_database_get_now (FtDatabase *self)
{
  return self->now;
}

const char *
ft_database_get_zone (FtDatabase *self)
{
  return self->zone;
}

sqlite3 *
ft_database_get_handle (FtDatabase *self)
{
  return self->handle;
}

void
ft_database_set_cache (FtDatabase *self, int kibibytes)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA cache_size = -%d", kibibytes > 0 ? kibibytes : CACHE_KIBIBYTES);
  /* Also after a failure: an import that was cancelled must give its memory back. */
  ft_database_note (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL));
  if (kibibytes == 0)
    sqlite3_db_release_memory (self->handle);
}

/* --- Opening and closing --- */

/* SQLite's own lock is dropped when any other code of this process closes the file; this one is
 * not, and it tells a second instance before that has touched anything. */
static gboolean
take_lock (FtDatabase *self, GError **error)
{
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);

  self->lock_fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock_fd < 0)
    {
      g_propagate_error (error, ft_failure_from_errno (errno, self->path));
      return FALSE;
    }
  if (flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno == EWOULDBLOCK)
    g_set_error (
        error, FT_STORE_ERROR, FT_STORE_ERROR_BUSY,
        _ ("“%s” is already open in another window or program. Use that one, or close it first."),
        self->path);
  else
    g_propagate_error (error, ft_failure_from_errno (errno, self->path));
  return FALSE;
}

static gboolean
has_hot_journal (FtDatabase *self)
{
  g_autofree char *path = g_strconcat (self->path, "-journal", NULL);
  GStatBuf info;
  return g_stat (path, &info) == 0 && info.st_size > 0;
}

/* Creates the file if it is missing, 0600; SQLite gives its journal the same mode. */
static gboolean
look_at_file (FtDatabase *self, GError **error)
{
  FtSchemaKind kind;
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_propagate_error (error, ft_failure_from_errno (errno, self->path));
      return FALSE;
    }
  kind = ft_schema_look (fd);
  g_close (fd, NULL);

  if (kind == FT_SCHEMA_NEWER)
    {
      g_propagate_error (error, ft_failure_newer (self->path));
      return FALSE;
    }
  /* A commit that was cut off may have left any header; it is SQLite's to repair first. */
  if (kind == FT_SCHEMA_FOREIGN && !has_hot_journal (self))
    {
      g_set_error (error, FT_STORE_ERROR, FT_STORE_ERROR_DAMAGED,
                   _ ("“%s” is not a database of Follow Through, or its beginning is damaged. It "
                      "was left untouched; "
                      "choose another file, or go back to a backup."),
                   self->path);
      return FALSE;
    }
  return TRUE;
}

static void
configure (FtDatabase *self)
{
  FtStatement *journal;

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, 200);
  ft_database_note (self, sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL));
  ft_database_note (self,
                    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL));
  ft_database_exec (self, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA auto_vacuum = NONE; "
                          "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                          "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST; "
                          "PRAGMA cell_size_check = ON");
  ft_database_set_cache (self, 0);
  journal = ft_statement (self, "PRAGMA journal_mode = TRUNCATE");
  if (ft_step (journal))
    {
      /* Anything else could lose a change that was acknowledged when the power goes. */
      if (!g_str_equal (ft_column_text (journal, 0), "truncate"))
        ft_database_note (self, SQLITE_IOERR);
      ft_reset (journal);
    }
}

static void
prepare_schema (FtDatabase *self)
{
  /* Again, as it is after SQLite has repaired what a commit that was cut off has left. */
  FtSchemaKind kind = ft_schema_get_kind (self);

  if (kind == FT_SCHEMA_FOREIGN)
    ft_database_note (self, SQLITE_NOTADB);
  if (kind == FT_SCHEMA_NEWER)
    ft_database_fail (self, ft_failure_newer (self->path));
  if (!ft_database_is_failed (self) && sqlite3_db_readonly (self->handle, "main") == 1)
    ft_database_fail (self, ft_failure_from_errno (EACCES, self->path));

  if (!ft_schema_is_current (self))
    {
      ft_database_begin (self);
      ft_schema_migrate (self);
      if (!self->failure)
        read_head (self);
      ft_database_end (self);
    }
  else
    read_head (self);
}

/* Counting what it allocates costs SQLite a lock at every piece, and nobody asks. */
static gpointer
configure_sqlite (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

FtDatabase *
ft_database_open (const char *path, GError **error)
{
  g_autoptr (FtDatabase) self = g_new0 (FtDatabase, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  static GOnce once = G_ONCE_INIT;

  g_once (&once, configure_sqlite, NULL);
  self->path = g_strdup (path);
  self->lock_fd = -1;
  self->zone = g_intern_static_string ("");
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) ft_statement_free);
  self->tallies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_propagate_error (error, ft_failure_from_errno (errno, folder));
      return NULL;
    }
  if (!take_lock (self, error) || !look_at_file (self, error))
    return NULL;

  ft_database_note (
      self, sqlite3_open_v2 (path, &self->handle,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                             NULL));
  if (!self->failure)
    configure (self);
  if (!self->failure)
    prepare_schema (self);
  if (!ft_database_take (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ft_database_close (FtDatabase *self)
{
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->tallies);
  /* With no statement left open this cannot fail. */
  sqlite3_close (self->handle);
  g_clear_error (&self->failure);
  if (self->lock_fd >= 0)
    g_close (self->lock_fd, NULL);
  g_free (self->path);
  g_free (self);
}
