#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * FtDatabase:
 *
 * The open file, its lock and its prepared statements; used on the store's thread alone.
 *
 * The first failure of anything is kept until it is taken; until then statements do nothing and
 * return no rows. So a job is written straight down, no result code is ever lost, and it is the
 * commit, or the end of the job, that tells.
 */
typedef struct _FtDatabase FtDatabase;

FtDatabase *ft_database_open (const char *path, GError **error);
void ft_database_close (FtDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtDatabase, ft_database_close)

sqlite3 *ft_database_get_handle (FtDatabase *self);
const char *ft_database_get_path (FtDatabase *self);

/* What a job is told: the time and zone as they were when it was asked, and whether it is still wanted. */
void ft_database_enter (FtDatabase *self, gint64 now, const char *zone, GCancellable *cancellable);
gint64 ft_database_get_now (FtDatabase *self);
const char *ft_database_get_zone (FtDatabase *self);

/* Notes a failure: of SQLite (every code but OK, ROW and DONE), or one of our own (transfer full). */
void ft_database_note (FtDatabase *self, int code);
void ft_database_fail (FtDatabase *self, GError *error);
gboolean ft_database_is_failed (FtDatabase *self);
/* Moves the failure to @error, if there is one; returns whether all was well. */
gboolean ft_database_take (FtDatabase *self, GError **error);

void ft_database_exec (FtDatabase *self, const char *sql);
/* One transaction writes at a time. Ending one with a failure noted takes everything back. */
void ft_database_begin (FtDatabase *self);
gboolean ft_database_end (FtDatabase *self);
void ft_database_rollback (FtDatabase *self);

/* A number that no record ever had. */
gint64 ft_database_new_id (FtDatabase *self);
/* The highest that any had. */
gint64 ft_database_get_last_id (FtDatabase *self);
/* The last row of the undo log that is not undone; written with the transaction. */
gint64 ft_database_get_undo_at (FtDatabase *self);
void ft_database_set_undo_at (FtDatabase *self, gint64 undo_at);

/* Bucket @bucket of @what holds @by more leads; written with the transaction. */
void ft_database_tally (FtDatabase *self, int what, gint64 bucket, int by);

/* How much memory pages may take: more while importing. */
void ft_database_set_cache (FtDatabase *self, int kibibytes);

/**
 * FtStatement:
 *
 * A prepared statement, kept for as long as the database is open. Values are bound in order.
 */
typedef struct _FtStatement FtStatement;

/* @sql must be a literal: statements are found by its address. Never NULL; valid until it is asked for again. */
FtStatement *ft_statement (FtDatabase *self, const char *sql);
void ft_bind_int (FtStatement *self, gint64 value);
void ft_bind_text (FtStatement *self, const char *value); /* not copied: must live until the statement has run */
void ft_bind_blob (FtStatement *self, gconstpointer data, gsize size);
void ft_bind_null (FtStatement *self);
/* The next row, if there is one. After FALSE the statement is reset. */
gboolean ft_step (FtStatement *self);
/* For statements without rows, and to leave one before its last row. */
void ft_run (FtStatement *self);
void ft_reset (FtStatement *self);
gint64 ft_column_int (FtStatement *self, int column);
const char *ft_column_text (FtStatement *self, int column); /* never NULL; valid until the next step */
gconstpointer ft_column_blob (FtStatement *self, int column, gsize *size);
/* Runs a statement whose values are all integers, or the first row of it; @fallback if there is none. */
gint64 ft_lookup_int (FtStatement *self, gint64 fallback);

G_END_DECLS
