#define G_LOG_DOMAIN "ft-store"

#include "store/ft-log.h"

#include <string.h>

#define PIECE_BYTES (1024 * 1024)
#define MAX_STEPS 1000
#define MAX_BYTES (64 * 1024 * 1024)
#define LARGE_BYTES (64 * 1024) /* smaller steps never make up MAX_BYTES */

/* --- Finding --- */

void
ft_log_step_clear (FtLogStep *step)
{
  g_clear_pointer (&step->label, g_free);
}

static gint64
find_last (FtDatabase *database, gint64 step)
{
  FtStatement *select = ft_statement (
      database, "SELECT id - 1 FROM undo_log WHERE id > ?1 AND step > ?1 ORDER BY id LIMIT 1");
  gint64 last;

  ft_bind_int (select, step);
  last = ft_lookup_int (select, 0);
  return last != 0 ? last
                   : ft_lookup_int (ft_statement (database, "SELECT max(id) FROM undo_log"), step);
}

static gboolean
read_step (FtDatabase *database, FtStatement *select, FtLogStep *step)
{
  ft_bind_int (select, ft_database_get_undo_at (database));
  if (!ft_step (select))
    return FALSE;
  step->step = ft_column_int (select, 0);
  step->label = g_strdup (ft_column_text (select, 1));
  step->lead_id = ft_column_int (select, 2);
  ft_reset (select);
  step->last = find_last (database, step->step);
  return TRUE;
}

gboolean
ft_log_find_undo (FtDatabase *database, FtLogStep *step)
{
  return read_step (database,
                    ft_statement (database,
                                  "SELECT step, label, lead_id FROM undo_log WHERE id <= ? "
                                  "ORDER BY id DESC LIMIT 1"),
                    step);
}

gboolean
ft_log_find_redo (FtDatabase *database, FtLogStep *step)
{
  return read_step (database,
                    ft_statement (database,
                                  "SELECT step, label, lead_id FROM undo_log WHERE id > ? "
                                  "ORDER BY id LIMIT 1"),
                    step);
}

/* --- Writing --- */

typedef struct
{
  FtDatabase *database;
  const char *label;
  gint64 lead_id;
  gint64 step;
  gint64 row; /* the next one to write */
  gsize size; /* written so far */
  GByteArray *piece;
} Writer;

static void
write_piece (Writer *writer)
{
  FtStatement *insert;

  if (writer->row == writer->step)
    {
      /* Only now is it certain that something changed, which ends what could be redone. */
      FtStatement *delete = ft_statement (writer->database, "DELETE FROM undo_log WHERE id >= ?");
      ft_bind_int (delete, writer->step);
      ft_run (delete);
    }
  insert = ft_statement (writer->database, "INSERT INTO undo_log VALUES (?, ?, ?, ?, ?)");
  ft_bind_int (insert, writer->row++);
  ft_bind_int (insert, writer->step);
  ft_bind_text (insert, writer->label);
  ft_bind_int (insert, writer->lead_id);
  ft_bind_blob (insert, writer->piece->data, writer->piece->len);
  ft_run (insert);
  writer->size += writer->piece->len;
  g_byte_array_set_size (writer->piece, 0);
}

static int
write_cb (void *data, const void *bytes, int size)
{
  Writer *writer = data;
  g_byte_array_append (writer->piece, bytes, size);
  if (writer->piece->len >= PIECE_BYTES)
    write_piece (writer);
  return ft_database_is_failed (writer->database) ? SQLITE_ERROR : SQLITE_OK;
}

static void
delete_before (FtDatabase *database, gint64 row)
{
  FtStatement *statement = ft_statement (database, "SELECT min(step) FROM undo_log WHERE id >= ?");
  gint64 keep;

  ft_bind_int (statement, row);
  keep = ft_lookup_int (statement, row);
  /* A step of which the beginning goes must go as a whole. */
  if (keep < row)
    {
      statement = ft_statement (database, "SELECT min(step) FROM undo_log WHERE step >= ?");
      ft_bind_int (statement, row);
      keep = ft_lookup_int (statement, row);
    }
  statement = ft_statement (database, "DELETE FROM undo_log WHERE id < ?");
  ft_bind_int (statement, keep);
  ft_run (statement);
}

/* The first row of those that may stay by their size; the last step stays however large it is. */
static gint64
find_first_within (FtDatabase *database, gint64 max_bytes)
{
  gint64 first = 0;
  gint64 bytes = 0;
  FtStatement *select
      = ft_statement (database, "SELECT id, length(data) FROM undo_log ORDER BY id DESC");

  while (ft_step (select))
    {
      bytes += ft_column_int (select, 1);
      if (bytes > max_bytes)
        break;
      first = ft_column_int (select, 0);
    }
  ft_reset (select);
  return first;
}

static void
prune (Writer *writer)
{
  FtDatabase *database = writer->database;
  /* Rows are numbered without gaps: there is nothing to count. */
  gint64 first
      = ft_lookup_int (ft_statement (database, "SELECT min(id) FROM undo_log"), writer->step);
  gint64 keep = MAX (first, writer->step - MAX_STEPS);

  if (writer->size >= LARGE_BYTES)
    keep = MAX (keep, find_first_within (database, MAX_BYTES));
  if (keep > first)
    delete_before (database, MIN (keep, writer->step));
}

gboolean
ft_log_append (FtDatabase *database, sqlite3_session *session, const char *label, gint64 lead_id)
{
  g_autoptr (GByteArray) piece = g_byte_array_new ();
  Writer writer = { database, label, lead_id, 0, 0, 0, piece };

  writer.step = writer.row = ft_database_get_undo_at (database) + 1;
  sqlite3session_enable (session, 0);
  ft_database_note (database, sqlite3session_changeset_strm (session, write_cb, &writer));
  if (piece->len > 0)
    write_piece (&writer);
  if (writer.row == writer.step)
    return FALSE;
  ft_database_set_undo_at (database, writer.row - 1);
  prune (&writer);
  return TRUE;
}

/* --- Reading --- */

void
ft_log_reader_init (FtLogReader *reader, FtDatabase *database, gint64 step)
{
  *reader = (FtLogReader){ database, step, step, g_byte_array_new (), 0 };
}

void
ft_log_reader_clear (FtLogReader *reader)
{
  g_clear_pointer (&reader->piece, g_byte_array_unref);
}

static void
read_piece (FtLogReader *reader)
{
  FtStatement *select
      = ft_statement (reader->database, "SELECT data FROM undo_log WHERE id = ? AND step = ?");
  ft_bind_int (select, reader->row++);
  ft_bind_int (select, reader->step);
  g_byte_array_set_size (reader->piece, 0);
  reader->offset = 0;
  if (ft_step (select))
    {
      gsize size;
      gconstpointer data = ft_column_blob (select, 0, &size);
      g_byte_array_append (reader->piece, data, size);
      ft_reset (select);
    }
}

int
ft_log_reader_read (void *data, void *bytes, int *size)
{
  FtLogReader *reader = data;

  if (reader->offset == reader->piece->len)
    read_piece (reader);
  *size = MIN ((gsize) *size, reader->piece->len - reader->offset);
  if (*size > 0)
    memcpy (bytes, reader->piece->data + reader->offset, *size);
  reader->offset += *size;
  return ft_database_is_failed (reader->database) ? SQLITE_ERROR : SQLITE_OK;
}
