#define G_LOG_DOMAIN "ft-store"

#include "store/ft-database-private.h"

#include <string.h>

/* Where a value cannot be bound or a row not be read, the database has failed and stays so until
 * the job ends; nothing here needs a result of its own. */

struct _FtStatement
{
  FtDatabase *database; /* borrowed */
  sqlite3_stmt *handle; /* owned; NULL if it could not be prepared */
  int n_bound;
};

FtStatement *
ft_statement_new (FtDatabase *database, const char *sql)
{
  FtStatement *self = g_new0 (FtStatement, 1);
  self->database = database;
  ft_database_note (database, sqlite3_prepare_v3 (ft_database_get_handle (database), sql, -1,
                                                  SQLITE_PREPARE_PERSISTENT, &self->handle, NULL));
  return self;
}

void
ft_statement_free (FtStatement *self)
{
  /* Repeats the code of its last step, which was noted then. */
  sqlite3_finalize (self->handle);
  g_free (self);
}

gboolean
ft_statement_is_prepared (FtStatement *self)
{
  return self->handle != NULL;
}

static gboolean
is_usable (FtStatement *self)
{
  return self->handle != NULL && !ft_database_is_failed (self->database);
}

void
ft_reset (FtStatement *self)
{
  /* Repeats the code of the last step, which was noted then. */
  sqlite3_reset (self->handle);
  self->n_bound = 0;
}

void
ft_bind_int (FtStatement *self, gint64 value)
{
  if (is_usable (self))
    ft_database_note (self->database, sqlite3_bind_int64 (self->handle, ++self->n_bound, value));
}

void
ft_bind_text (FtStatement *self, const char *value)
{
  if (is_usable (self))
    ft_database_note (self->database,
                      sqlite3_bind_text64 (self->handle, ++self->n_bound, value, strlen (value),
                                           SQLITE_STATIC, SQLITE_UTF8));
}

void
ft_bind_blob (FtStatement *self, gconstpointer data, gsize size)
{
  if (is_usable (self))
    ft_database_note (self->database, sqlite3_bind_blob64 (self->handle, ++self->n_bound, data,
                                                           size, SQLITE_STATIC));
}

void
ft_bind_null (FtStatement *self)
{
  if (is_usable (self))
    ft_database_note (self->database, sqlite3_bind_null (self->handle, ++self->n_bound));
}

gboolean
ft_step (FtStatement *self)
{
  int code;

  if (!is_usable (self))
    return FALSE;
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  ft_database_note (self->database, code);
  ft_reset (self);
  return FALSE;
}

void
ft_run (FtStatement *self)
{
  if (ft_step (self))
    ft_reset (self);
}

gint64
ft_column_int (FtStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
ft_column_text (FtStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);
  if (text)
    return text;
  /* NULL is a value, but also what is returned when memory ran out. */
  if (sqlite3_column_type (self->handle, column) != SQLITE_NULL)
    ft_database_note (self->database, SQLITE_NOMEM);
  return "";
}

gconstpointer
ft_column_blob (FtStatement *self, int column, gsize *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);
  *size = sqlite3_column_bytes (self->handle, column);
  if (!data && *size > 0)
    ft_database_note (self->database, SQLITE_NOMEM);
  return data;
}

gint64
ft_lookup_int (FtStatement *self, gint64 fallback)
{
  gint64 value = fallback;
  if (ft_step (self))
    {
      if (sqlite3_column_type (self->handle, 0) != SQLITE_NULL)
        value = ft_column_int (self, 0);
      ft_reset (self);
    }
  return value;
}
