#define G_LOG_DOMAIN "ft-store"

#include "store/ft-undo.h"

#include "store/ft-index.h"
#include "store/ft-log.h"
#include "store/ft-read.h"
#include "store/ft-store.h"

#include <glib/gi18n-lib.h>

/* Where the table "contact" has what was given. */
#define CONTACT_PIECE_COLUMN 4
#define CONTACT_OUTCOME_COLUMN 8

static const char *const record_tables[]
    = { "piece", "lead", "reach", "fact", "ask", "sale", "promise", "contact", "day_off", NULL };

/* --- Recording --- */

struct _FtRecording
{
  FtDatabase *database; /* borrowed */
  sqlite3_session *session;
};

FtRecording *
ft_recording_begin (FtDatabase *database)
{
  FtRecording *self = g_new0 (FtRecording, 1);

  self->database = database;
  ft_database_note (
      database, sqlite3session_create (ft_database_get_handle (database), "main", &self->session));
  for (gsize i = 0; record_tables[i] && self->session; i++)
    ft_database_note (database, sqlite3session_attach (self->session, record_tables[i]));
  return self;
}

void
ft_recording_drop (FtRecording *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

gboolean
ft_recording_end (FtRecording *self, const char *label, gint64 lead_id)
{
  g_autoptr (FtRecording) recording = self;

  if (ft_database_is_failed (self->database) || sqlite3session_isempty (self->session))
    return FALSE;
  return ft_log_append (self->database, self->session, label, lead_id);
}

/* --- Which leads a changeset touches --- */

static gint64
find_lead_of (FtDatabase *database, const char *table, gint64 id)
{
  FtStatement *select;

  if (g_str_equal (table, "lead"))
    return id;
  /* Reaches, facts and asks are not updated but written anew. */
  if (g_str_equal (table, "promise"))
    select = ft_statement (database, "SELECT lead_id FROM promise WHERE id = ?");
  else if (g_str_equal (table, "sale"))
    select = ft_statement (database, "SELECT lead_id FROM sale WHERE id = ?");
  else
    select = ft_statement (database, "SELECT lead_id FROM contact WHERE id = ?");
  ft_bind_int (select, id);
  return ft_lookup_int (select, 0);
}

/* Where the id of the lead is, -1 if it is nowhere. */
static int
get_lead_column (const char *table)
{
  if (g_str_equal (table, "piece") || g_str_equal (table, "day_off"))
    return -1;
  if (g_str_equal (table, "lead"))
    return 0;
  return g_str_equal (table, "promise") || g_str_equal (table, "contact")
                 || g_str_equal (table, "sale")
             ? 2
             : 1;
}

static void
add_touched (GHashTable *touched, gint64 id)
{
  if (id != 0)
    g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
}

static gboolean
is_given (sqlite3_value *value)
{
  return value && sqlite3_value_type (value) != SQLITE_NULL;
}

static gboolean
is_sale (sqlite3_value *value)
{
  return value && sqlite3_value_int (value) == FT_OUTCOME_SOLD;
}

/* The library follows pieces, the contacts in which they were given, and the sales after that. */
static void
note_pieces (FtDatabase *database,
             FtChangeSet *change,
             sqlite3_changeset_iter *iter,
             const char *table,
             int operation)
{
  sqlite3_value *old = NULL;
  sqlite3_value *new = NULL;

  if (g_str_equal (table, "piece"))
    change->pieces = TRUE;
  if (change->pieces || !g_str_equal (table, "contact"))
    return;
  if (operation != SQLITE_INSERT)
    ft_database_note (database, sqlite3changeset_old (iter, CONTACT_PIECE_COLUMN, &old));
  if (operation != SQLITE_DELETE)
    ft_database_note (database, sqlite3changeset_new (iter, CONTACT_PIECE_COLUMN, &new));
  change->pieces = is_given (old) || is_given (new);
  if (change->pieces)
    return;
  /* A sale counts for the pieces given before it. An update that leaves the outcome says nothing of it. */
  if (operation != SQLITE_INSERT)
    ft_database_note (database, sqlite3changeset_old (iter, CONTACT_OUTCOME_COLUMN, &old));
  if (operation != SQLITE_DELETE)
    ft_database_note (database, sqlite3changeset_new (iter, CONTACT_OUTCOME_COLUMN, &new));
  change->pieces = is_sale (old) || is_sale (new);
}

static void
add_touched_by (FtDatabase *database,
                GHashTable *touched,
                FtChangeSet *change,
                sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns, operation, column;
  sqlite3_value *old = NULL;
  sqlite3_value *new = NULL;

  ft_database_note (database, sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL));
  if (ft_database_is_failed (database))
    return;
  note_pieces (database, change, iter, table, operation);
  change->days_off = change->days_off || g_str_equal (table, "day_off");
  if (g_str_equal (table, "sale"))
    change->sales = TRUE;
  column = get_lead_column (table);
  if (column < 0)
    return;
  if (operation != SQLITE_INSERT)
    ft_database_note (database, sqlite3changeset_old (iter, column, &old));
  if (operation != SQLITE_DELETE)
    ft_database_note (database, sqlite3changeset_new (iter, column, &new));
  if (old)
    add_touched (touched, sqlite3_value_int64 (old));
  if (new)
    add_touched (touched, sqlite3_value_int64 (new));
  if (!old && !new &&operation == SQLITE_UPDATE)
    {
      /* An update tells only its key and the columns that changed. */
      sqlite3_value *id;
      ft_database_note (database, sqlite3changeset_old (iter, 0, &id));
      if (!ft_database_is_failed (database))
        add_touched (touched, find_lead_of (database, table, sqlite3_value_int64 (id)));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

static void
read_touched (FtDatabase *database, gint64 step, FtChangeSet *change)
{
  g_autoptr (GHashTable) touched
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  FtLogReader reader;
  sqlite3_changeset_iter *iter = NULL;
  GHashTableIter keys;
  gpointer key;

  ft_log_reader_init (&reader, database, step);
  ft_database_note (database, sqlite3changeset_start_strm (&iter, ft_log_reader_read, &reader));
  while (iter)
    {
      int code = sqlite3changeset_next (iter);
      ft_database_note (database, code);
      if (code != SQLITE_ROW)
        break;
      add_touched_by (database, touched, change, iter);
    }
  if (iter)
    ft_database_note (database, sqlite3changeset_finalize (iter));
  ft_log_reader_clear (&reader);

  g_hash_table_iter_init (&keys, touched);
  while (g_hash_table_iter_next (&keys, &key, NULL))
    g_array_append_val (change->leads, *(gint64 *) key);
  g_array_sort (change->leads, compare_ids);
}

void
ft_undo_read_touched (FtDatabase *database, FtChangeSet *change)
{
  FtLogStep step;
  if (!ft_log_find_undo (database, &step))
    return;
  ft_log_step_clear (&step);
  read_touched (database, step.step, change);
}

/* --- Undo and redo --- */

static int
only_records (void *data, const char *table)
{
  return g_strv_contains (record_tables, table);
}

static int
refuse_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  /* Nothing but recorded changes ever writes to these tables, so the log or the records are
   * damaged. */
  return SQLITE_CHANGESET_ABORT;
}

static void
apply_step (FtDatabase *database, gint64 step, gboolean invert)
{
  FtLogReader reader;
  int code;

  if (ft_database_is_failed (database))
    return;
  ft_log_reader_init (&reader, database, step);
  code = sqlite3changeset_apply_v2_strm (ft_database_get_handle (database), ft_log_reader_read,
                                         &reader, only_records, refuse_conflict, NULL, NULL, NULL,
                                         invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  ft_log_reader_clear (&reader);
  if (code == SQLITE_ABORT)
    ft_database_fail (
        database,
        g_error_new_literal (
            FT_STORE_ERROR, FT_STORE_ERROR_DAMAGED,
            _ ("This step does not fit what is stored and cannot be taken back. Nothing was "
               "changed; check the database.")));
  ft_database_note (database, code);
}

/* The lead to show: the one the step was about, else the only one it touched, if it exists now. */
static gint64
choose_lead (FtDatabase *database, gint64 lead_id, GArray *touched)
{
  FtStanding standing;

  if (lead_id != 0 && ft_index_read_standing (database, lead_id, &standing))
    return lead_id;
  if (touched->len == 1
      && ft_index_read_standing (database, g_array_index (touched, gint64, 0), &standing))
    return g_array_index (touched, gint64, 0);
  return 0;
}

static FtChangeSet *
run_step (FtDatabase *database, const FtLogStep *step, gboolean invert)
{
  g_autoptr (FtChangeSet) change = ft_change_set_new (step->label);

  ft_database_begin (database);
  apply_step (database, step->step, invert);
  read_touched (database, step->step, change);
  ft_index_leads (database, change->leads);
  change->lead_id = choose_lead (database, step->lead_id, change->leads);
  ft_read_change (database, change);
  ft_database_set_undo_at (database, invert ? step->step - 1 : step->last);
  return ft_database_end (database) ? g_steal_pointer (&change) : NULL;
}

FtChangeSet *
ft_undo (FtDatabase *database)
{
  FtLogStep step;
  FtChangeSet *change;

  if (!ft_log_find_undo (database, &step))
    {
      ft_database_fail (database, g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_NOTHING,
                                                       _ ("There is nothing to undo.")));
      return NULL;
    }
  change = run_step (database, &step, TRUE);
  ft_log_step_clear (&step);
  return change;
}

FtChangeSet *
ft_redo (FtDatabase *database)
{
  FtLogStep step;
  FtChangeSet *change;

  if (!ft_log_find_redo (database, &step))
    {
      ft_database_fail (database, g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_NOTHING,
                                                       _ ("There is nothing to redo.")));
      return NULL;
    }
  change = run_step (database, &step, FALSE);
  ft_log_step_clear (&step);
  return change;
}

char *
ft_undo_dup_label (FtDatabase *database)
{
  FtLogStep step;
  return ft_log_find_undo (database, &step) ? step.label : NULL;
}

char *
ft_redo_dup_label (FtDatabase *database)
{
  FtLogStep step;
  return ft_log_find_redo (database, &step) ? step.label : NULL;
}
