#define G_LOG_DOMAIN "ft-store"

#include "store/ft-record.h"

#include "store/ft-columns.h"

gint64
ft_record_to_instant (FtDatabase *database, FtCivil civil, const char *zone)
{
  return ft_civil_to_instant (civil, *zone ? zone : ft_database_get_zone (database), NULL);
}

/* --- Promises --- */

FtPromiseData *
ft_record_column_promise (FtDatabase *database, FtStatement *select)
{
  FtPromiseData *promise
      = ft_promise_data_new (ft_column_int (select, 2), ft_column_civil (select, 7),
                             ft_column_text (select, 11), ft_column_int (select, 12));
  promise->id = ft_column_int (select, 0);
  ft_column_set (select, 1, &promise->uid);
  promise->piece_id = ft_column_int (select, 3);
  promise->kind = ft_column_int (select, 4);
  ft_column_set (select, 5, &promise->purpose);
  ft_column_set (select, 6, &promise->value);
  promise->promised.fold = ft_column_int (select, 8);
  promise->target = ft_column_civil (select, 9);
  promise->target.fold = ft_column_int (select, 10);
  promise->agreed = ft_column_int (select, 13);
  promise->effort = ft_column_int (select, 14);
  promise->state = ft_column_int (select, 15);
  promise->cause = ft_column_int (select, 16);
  promise->steps = ft_column_int (select, 17);
  promise->done_at = ft_column_int (select, 18);
  promise->created_at = ft_column_int (select, 19);
  promise->sale_id = ft_column_int (select, 20);
  ft_column_set (select, 21, &promise->reason);
  promise->promised_at = ft_record_to_instant (database, promise->promised, promise->zone);
  /* A zone's rules may have changed since the target was found to be the earlier one. */
  promise->target_at
      = MIN (ft_record_to_instant (database, promise->target, promise->zone), promise->promised_at);
  return promise;
}

static gpointer
column_promise (FtDatabase *database, FtStatement *select)
{
  return ft_record_column_promise (database, select);
}

static GPtrArray *
read_promises (FtDatabase *database, FtStatement *select, gint64 of)
{
  ft_bind_int (select, of);
  return ft_read_records (database, select, column_promise, (GDestroyNotify) ft_promise_data_unref);
}

FtPromiseData *
ft_record_read_promise (FtDatabase *database, gint64 id)
{
  return ft_read_record (database, ft_statement (database, "SELECT * FROM promise WHERE id = ?"),
                         id, column_promise);
}

GPtrArray *
ft_record_read_promises_of (FtDatabase *database, gint64 lead_id, gboolean only_open)
{
  FtStatement *select
      = only_open ? ft_statement (
            database, "SELECT * FROM promise WHERE lead_id = ? AND state = 0 ORDER BY id")
                  : ft_statement (database, "SELECT * FROM promise WHERE lead_id = ? ORDER BY id");
  return read_promises (database, select, lead_id);
}

GPtrArray *
ft_record_read_promises_of_sale (FtDatabase *database, gint64 sale_id)
{
  return read_promises (
      database, ft_statement (database, "SELECT * FROM promise WHERE sale_id = ? ORDER BY id"),
      sale_id);
}

static void
run_with_promise (FtStatement *statement, const FtPromiseData *promise)
{
  char promised[FT_CIVIL_TEXT], target[FT_CIVIL_TEXT];

  ft_bind_int (statement, promise->id);
  ft_bind_text (statement, promise->uid);
  ft_bind_int (statement, promise->lead_id);
  ft_bind_id (statement, promise->piece_id);
  ft_bind_int (statement, promise->kind);
  ft_bind_text (statement, promise->purpose);
  ft_bind_text (statement, promise->value);
  ft_bind_civil (statement, promise->promised, promised);
  ft_bind_int (statement, promise->promised.fold);
  ft_bind_civil (statement, promise->target, target);
  ft_bind_int (statement, promise->target.fold);
  ft_bind_text (statement, promise->zone);
  ft_bind_int (statement, promise->channel);
  ft_bind_int (statement, promise->agreed != FALSE);
  ft_bind_int (statement, promise->effort);
  ft_bind_int (statement, promise->state);
  ft_bind_int (statement, promise->cause);
  ft_bind_int (statement, promise->steps);
  ft_bind_int (statement, promise->done_at);
  ft_bind_int (statement, promise->created_at);
  ft_bind_id (statement, promise->sale_id);
  ft_bind_text (statement, promise->reason);
  ft_run (statement);
}

void
ft_record_insert_promise (FtDatabase *database, const FtPromiseData *promise)
{
  run_with_promise (
      ft_statement (database,
                    "INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "?, ?, ?, ?, ?, ?, ?, ?)"),
      promise);
}

void
ft_record_update_promise (FtDatabase *database, const FtPromiseData *promise)
{
  run_with_promise (
      ft_statement (
          database,
          "UPDATE promise SET lead_id = ?3, piece_id = ?4, kind = ?5, purpose = ?6, "
          "value = ?7, promised = ?8, promised_fold = ?9, target = ?10, target_fold = ?11, "
          "zone = ?12, channel = ?13, agreed = ?14, effort = ?15, state = ?16, cause = ?17, "
          "steps = ?18, done_at = ?19, created_at = ?20, sale_id = ?21, reason = ?22 "
          "WHERE id = ?1"),
      promise);
}

void
ft_record_delete_promise (FtDatabase *database, gint64 id)
{
  ft_run_with_id (
      ft_statement (database, "UPDATE contact SET promise_id = NULL WHERE promise_id = ?"), id);
  ft_run_with_id (ft_statement (database, "DELETE FROM promise WHERE id = ?"), id);
}

/* --- Contacts --- */

static gpointer
column_contact (FtDatabase *database, FtStatement *select)
{
  FtContactData *contact
      = ft_contact_data_new (ft_column_int (select, 2), ft_column_int (select, 5),
                             ft_column_int (select, 6), ft_column_int (select, 8));
  contact->id = ft_column_int (select, 0);
  ft_column_set (select, 1, &contact->uid);
  contact->promise_id = ft_column_int (select, 3);
  contact->piece_id = ft_column_int (select, 4);
  contact->direction = ft_column_int (select, 7);
  contact->asked = ft_column_int (select, 9);
  contact->answer = ft_column_int (select, 10);
  contact->lean = ft_column_int (select, 11);
  contact->seconds = ft_column_int (select, 12);
  ft_column_set (select, 13, &contact->value);
  ft_column_set (select, 14, &contact->heard);
  ft_column_set (select, 15, &contact->asked_for);
  ft_column_set (select, 16, &contact->notes);
  return contact;
}

FtContactData *
ft_record_read_contact (FtDatabase *database, gint64 id)
{
  return ft_read_record (database, ft_statement (database, "SELECT * FROM contact WHERE id = ?"),
                         id, column_contact);
}

GPtrArray *
ft_record_read_contacts_of (FtDatabase *database, gint64 lead_id, guint limit)
{
  FtStatement *select = ft_statement (database, "SELECT * FROM contact WHERE lead_id = ? "
                                                "ORDER BY at DESC, id DESC LIMIT ?");
  ft_bind_int (select, lead_id);
  ft_bind_int (select, limit > 0 ? (gint64) limit : -1);
  return ft_read_records (database, select, column_contact, (GDestroyNotify) ft_contact_data_unref);
}

static void
run_with_contact (FtStatement *statement, const FtContactData *contact)
{
  ft_bind_int (statement, contact->id);
  ft_bind_text (statement, contact->uid);
  ft_bind_int (statement, contact->lead_id);
  ft_bind_id (statement, contact->promise_id);
  ft_bind_id (statement, contact->piece_id);
  ft_bind_int (statement, contact->at);
  ft_bind_int (statement, contact->channel);
  ft_bind_int (statement, contact->direction);
  ft_bind_int (statement, contact->outcome);
  ft_bind_int (statement, contact->asked);
  ft_bind_int (statement, contact->answer);
  ft_bind_int (statement, contact->lean);
  ft_bind_int (statement, contact->seconds);
  ft_bind_text (statement, contact->value);
  ft_bind_text (statement, contact->heard);
  ft_bind_text (statement, contact->asked_for);
  ft_bind_text (statement, contact->notes);
  ft_run (statement);
}

void
ft_record_insert_contact (FtDatabase *database, const FtContactData *contact)
{
  run_with_contact (ft_statement (database, "INSERT INTO contact VALUES "
                                            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    contact);
}

void
ft_record_update_contact (FtDatabase *database, const FtContactData *contact)
{
  run_with_contact (
      ft_statement (
          database,
          "UPDATE contact SET lead_id = ?3, promise_id = ?4, piece_id = ?5, at = ?6, "
          "channel = ?7, direction = ?8, outcome = ?9, asked = ?10, answer = ?11, lean = ?12, "
          "seconds = ?13, value = ?14, heard = ?15, asked_for = ?16, notes = ?17 WHERE id = ?1"),
      contact);
}

void
ft_record_delete_contact (FtDatabase *database, gint64 id)
{
  ft_run_with_id (ft_statement (database, "DELETE FROM contact WHERE id = ?"), id);
}

/* --- Pieces --- */

static gpointer
column_piece (FtDatabase *database, FtStatement *select)
{
  FtPieceData *piece = ft_piece_data_new (ft_column_text (select, 2), ft_column_int (select, 3));
  piece->id = ft_column_int (select, 0);
  ft_column_set (select, 1, &piece->uid);
  piece->head = ft_column_int (select, 4);
  ft_column_set (select, 5, &piece->uri);
  ft_column_set (select, 6, &piece->file_hash);
  ft_column_set (select, 7, &piece->file_name);
  piece->retired = ft_column_int (select, 8);
  piece->created_at = ft_column_int (select, 9);
  return piece;
}

FtPieceData *
ft_record_read_piece (FtDatabase *database, gint64 id)
{
  return ft_read_record (database, ft_statement (database, "SELECT * FROM piece WHERE id = ?"), id,
                         column_piece);
}

static void
run_with_piece (FtStatement *statement, const FtPieceData *piece)
{
  ft_bind_int (statement, piece->id);
  ft_bind_text (statement, piece->uid);
  ft_bind_text (statement, piece->name);
  ft_bind_int (statement, piece->kind);
  ft_bind_int (statement, piece->head);
  ft_bind_text (statement, piece->uri);
  ft_bind_text (statement, piece->file_hash);
  ft_bind_text (statement, piece->file_name);
  ft_bind_int (statement, piece->retired != FALSE);
  ft_bind_int (statement, piece->created_at);
  ft_run (statement);
}

void
ft_record_insert_piece (FtDatabase *database, const FtPieceData *piece)
{
  run_with_piece (
      ft_statement (database, "INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), piece);
}

void
ft_record_update_piece (FtDatabase *database, const FtPieceData *piece)
{
  run_with_piece (ft_statement (database,
                                "UPDATE piece SET name = ?3, kind = ?4, head = ?5, uri = ?6, "
                                "file_hash = ?7, file_name = ?8, retired = ?9, created_at = ?10 "
                                "WHERE id = ?1"),
                  piece);
}
