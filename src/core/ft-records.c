#define G_LOG_DOMAIN "ft-core"

#include "core/ft-records.h"

/* All records are counted atomically: they cross threads. */

static void
set_default (char **field)
{
  *field = g_strdup (*field ? *field : "");
}

/* --- Promises --- */

FtPromiseData *
ft_promise_data_new (gint64 lead_id, FtCivil promised, const char *zone, FtChannel channel)
{
  FtPromiseData *promise = g_atomic_rc_box_new0 (FtPromiseData);
  promise->lead_id = lead_id;
  promise->promised = promise->target = promised;
  promise->zone = g_intern_string (zone ? zone : "");
  promise->channel = channel;
  set_default (&promise->uid);
  set_default (&promise->purpose);
  set_default (&promise->value);
  set_default (&promise->reason);
  return promise;
}

FtPromiseData *
ft_promise_data_copy (const FtPromiseData *promise)
{
  FtPromiseData *copy = g_atomic_rc_box_dup (sizeof *promise, (gpointer) promise);
  set_default (&copy->uid);
  set_default (&copy->purpose);
  set_default (&copy->value);
  set_default (&copy->reason);
  return copy;
}

FtPromiseData *
ft_promise_data_ref (FtPromiseData *promise)
{
  return g_atomic_rc_box_acquire (promise);
}

static void
clear_promise (gpointer data)
{
  FtPromiseData *promise = data;
  g_free (promise->uid);
  g_free (promise->purpose);
  g_free (promise->value);
  g_free (promise->reason);
}

void
ft_promise_data_unref (FtPromiseData *promise)
{
  g_atomic_rc_box_release_full (promise, clear_promise);
}

gboolean
ft_promise_data_equal (const FtPromiseData *a, const FtPromiseData *b)
{
  return a->lead_id == b->lead_id && g_str_equal (a->uid, b->uid) && a->kind == b->kind
         && g_str_equal (a->purpose, b->purpose) && g_str_equal (a->value, b->value)
         && ft_civil_compare (a->promised, b->promised) == 0
         && ft_civil_compare (a->target, b->target) == 0 && a->zone == b->zone
         && a->channel == b->channel && a->agreed == b->agreed && a->effort == b->effort
         && a->state == b->state && a->cause == b->cause && a->piece_id == b->piece_id
         && a->steps == b->steps && a->done_at == b->done_at && a->sale_id == b->sale_id
         && g_str_equal (a->reason, b->reason);
}

gboolean
ft_promise_data_is_late (const FtPromiseData *promise, gint64 now)
{
  return promise->state == FT_PROMISE_OPEN && promise->promised_at < now;
}

gboolean
ft_promise_data_is_contact (const FtPromiseData *promise)
{
  switch (promise->kind)
    {
    case FT_PROMISE_CARD:
    case FT_PROMISE_DELIVERY:
    case FT_PROMISE_STEP:
      return FALSE;
    case FT_PROMISE_CONTACT:
    case FT_PROMISE_SEND:
    case FT_PROMISE_FOLLOW_THROUGH:
    case FT_PROMISE_FRIENDLY:
    default:
      return TRUE;
    }
}

/* --- Contacts --- */

FtContactData *
ft_contact_data_new (gint64 lead_id, gint64 at, FtChannel channel, FtOutcome outcome)
{
  FtContactData *contact = g_atomic_rc_box_new0 (FtContactData);
  contact->lead_id = lead_id;
  contact->at = at;
  contact->channel = channel;
  contact->outcome = outcome;
  set_default (&contact->uid);
  set_default (&contact->value);
  set_default (&contact->heard);
  set_default (&contact->asked_for);
  set_default (&contact->notes);
  return contact;
}

FtContactData *
ft_contact_data_copy (const FtContactData *contact)
{
  FtContactData *copy = g_atomic_rc_box_dup (sizeof *contact, (gpointer) contact);
  set_default (&copy->uid);
  set_default (&copy->value);
  set_default (&copy->heard);
  set_default (&copy->asked_for);
  set_default (&copy->notes);
  return copy;
}

FtContactData *
ft_contact_data_ref (FtContactData *contact)
{
  return g_atomic_rc_box_acquire (contact);
}

static void
clear_contact (gpointer data)
{
  FtContactData *contact = data;
  g_free (contact->uid);
  g_free (contact->value);
  g_free (contact->heard);
  g_free (contact->asked_for);
  g_free (contact->notes);
}

void
ft_contact_data_unref (FtContactData *contact)
{
  g_atomic_rc_box_release_full (contact, clear_contact);
}

gboolean
ft_contact_data_equal (const FtContactData *a, const FtContactData *b)
{
  return a->lead_id == b->lead_id && g_str_equal (a->uid, b->uid) && a->promise_id == b->promise_id
         && a->at == b->at && a->channel == b->channel && a->direction == b->direction
         && a->outcome == b->outcome && a->asked == b->asked && a->answer == b->answer
         && a->lean == b->lean && a->piece_id == b->piece_id && g_str_equal (a->value, b->value)
         && a->seconds == b->seconds && g_str_equal (a->heard, b->heard)
         && g_str_equal (a->asked_for, b->asked_for) && g_str_equal (a->notes, b->notes);
}

/* --- Romance pieces --- */

FtPieceData *
ft_piece_data_new (const char *name, FtPieceKind kind)
{
  FtPieceData *piece = g_atomic_rc_box_new0 (FtPieceData);
  piece->name = g_strdup (name ? name : "");
  piece->kind = kind;
  set_default (&piece->uid);
  set_default (&piece->uri);
  set_default (&piece->file_hash);
  set_default (&piece->file_name);
  return piece;
}

FtPieceData *
ft_piece_data_copy (const FtPieceData *piece)
{
  FtPieceData *copy = g_atomic_rc_box_dup (sizeof *piece, (gpointer) piece);
  set_default (&copy->uid);
  set_default (&copy->name);
  set_default (&copy->uri);
  set_default (&copy->file_hash);
  set_default (&copy->file_name);
  return copy;
}

FtPieceData *
ft_piece_data_ref (FtPieceData *piece)
{
  return g_atomic_rc_box_acquire (piece);
}

static void
clear_piece (gpointer data)
{
  FtPieceData *piece = data;
  g_free (piece->uid);
  g_free (piece->name);
  g_free (piece->uri);
  g_free (piece->file_hash);
  g_free (piece->file_name);
}

void
ft_piece_data_unref (FtPieceData *piece)
{
  g_atomic_rc_box_release_full (piece, clear_piece);
}

gboolean
ft_piece_data_equal (const FtPieceData *a, const FtPieceData *b)
{
  return g_str_equal (a->uid, b->uid) && g_str_equal (a->name, b->name) && a->kind == b->kind
         && a->head == b->head && g_str_equal (a->uri, b->uri)
         && g_str_equal (a->file_hash, b->file_hash) && g_str_equal (a->file_name, b->file_name)
         && a->retired == b->retired;
}

FtPieceRow *
ft_piece_row_new (FtPieceData *piece, guint n_given, gint64 given_at)
{
  FtPieceRow *row = g_atomic_rc_box_new0 (FtPieceRow);
  row->piece = ft_piece_data_ref (piece);
  row->n_given = n_given;
  row->given_at = given_at;
  return row;
}

FtPieceRow *
ft_piece_row_ref (FtPieceRow *row)
{
  return g_atomic_rc_box_acquire (row);
}

static void
clear_piece_row (gpointer data)
{
  ft_piece_data_unref (((FtPieceRow *) data)->piece);
}

void
ft_piece_row_unref (FtPieceRow *row)
{
  g_atomic_rc_box_release_full (row, clear_piece_row);
}
