#define G_LOG_DOMAIN "ft-store"

#include "store/ft-write.h"

#include "store/ft-days-off.h"
#include "store/ft-index.h"
#include "store/ft-read.h"
#include "store/ft-record.h"
#include "store/ft-store.h"
#include "store/ft-undo.h"

#include <glib/gi18n-lib.h>

/* --- Rules --- */

static void
refuse (FtDatabase *database, const char *message)
{
  ft_database_fail (database,
                    g_error_new_literal (FT_STORE_ERROR, FT_STORE_ERROR_INVALID, message));
}

static void
refuse_missing (FtDatabase *database)
{
  refuse (database, _ ("What you changed has been removed in the meantime. Nothing was changed; "
                       "undo brings it back."));
}

static void
give_uid (char **uid)
{
  if (**uid)
    return;
  g_free (*uid);
  *uid = g_uuid_string_random ();
}

gboolean
ft_write_is_blank (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
check_lead (FtDatabase *database, const FtLeadData *lead)
{
  if (ft_write_is_blank (lead->name))
    refuse (database, _ ("A lead needs a name. Enter one and save again."));
}

/* A target after the promised time would be a promise broken on purpose (C2): it is moved to it. */
static void
settle_promise (FtDatabase *database, FtPromiseData *promise)
{
  if (!ft_civil_is_set (promise->promised))
    {
      refuse (database, _ ("A promise needs a day. Choose one and save again."));
      return;
    }
  promise->promised_at = ft_record_to_instant (database, promise->promised, promise->zone);
  promise->target_at = ft_record_to_instant (database, promise->target, promise->zone);
  if (!ft_civil_is_set (promise->target) || promise->target_at > promise->promised_at)
    {
      promise->target = promise->promised;
      promise->target_at = promise->promised_at;
    }
}

/* --- New records --- */

FtLeadData *
ft_write_new_lead (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);

  check_lead (database, copy);
  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  copy->changed_at = ft_database_get_now (database);
  ft_record_insert_lead (database, copy);
  return g_steal_pointer (&copy);
}

gint64
ft_write_new_promise (FtDatabase *database,
                      const FtPromiseData *promise,
                      gint64 lead_id,
                      gint64 piece_id,
                      gint64 sale_id)
{
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);

  settle_promise (database, copy);
  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  copy->piece_id = piece_id;
  copy->sale_id = sale_id;
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_promise (database, copy);
  return copy->id;
}

gint64
ft_write_new_contact (FtDatabase *database,
                      const FtContactData *contact,
                      gint64 lead_id,
                      gint64 promise_id,
                      gint64 piece_id)
{
  g_autoptr (FtContactData) copy = ft_contact_data_copy (contact);

  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  copy->promise_id = promise_id;
  copy->piece_id = piece_id;
  give_uid (&copy->uid);
  ft_record_insert_contact (database, copy);
  return copy->id;
}

gint64
ft_write_new_piece (FtDatabase *database, const FtPieceData *piece)
{
  g_autoptr (FtPieceData) copy = ft_piece_data_copy (piece);

  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_piece (database, copy);
  return copy->id;
}

/* Returns whether it is one to write; else the database has failed. */
static gboolean
check_day_off (FtDatabase *database, const FtDayOffData *day_off)
{
  if (day_off->first_day > 0 && day_off->last_day >= day_off->first_day)
    return TRUE;
  refuse (database, _ ("An absence ends on the day it begins, or later. Choose its days again."));
  return FALSE;
}

void
ft_write_new_day_off (FtDatabase *database, const FtDayOffData *day_off)
{
  g_autoptr (FtDayOffData) copy = ft_day_off_data_copy (day_off);

  if (!check_day_off (database, copy))
    return;
  copy->id = ft_database_new_id (database);
  give_uid (&copy->uid);
  ft_days_off_insert (database, copy);
}

gint64
ft_write_new_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id)
{
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  copy->id = ft_database_new_id (database);
  copy->lead_id = lead_id;
  give_uid (&copy->uid);
  if (copy->created_at == 0)
    copy->created_at = ft_database_get_now (database);
  ft_record_insert_sale (database, copy);
  return copy->id;
}

/* --- Known records --- */

static void
update_piece (FtDatabase *database, const FtPieceData *piece)
{
  g_autoptr (FtPieceData) old = ft_record_read_piece (database, piece->id);
  g_autoptr (FtPieceData) copy = ft_piece_data_copy (piece);

  if (!old)
    {
      refuse_missing (database);
      return;
    }
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_piece_data_equal (copy, old))
    ft_record_update_piece (database, copy);
}

static void
update_lead (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (FtLeadData) old = ft_record_read_lead (database, lead->id);
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);

  check_lead (database, lead);
  if (!old)
    {
      refuse_missing (database);
      return;
    }
  /* What it is called for ever and when it came is not for an edit to change. */
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (ft_lead_data_equal (copy, old))
    return;
  copy->changed_at = ft_database_get_now (database);
  ft_record_update_lead (database, copy, old);
}

static void
update_promise (FtDatabase *database,
                const FtPromiseData *promise,
                gint64 lead_id,
                gint64 piece_id,
                gint64 sale_id)
{
  g_autoptr (FtPromiseData) old = ft_record_read_promise (database, promise->id);
  g_autoptr (FtPromiseData) copy = ft_promise_data_copy (promise);

  if (!old)
    {
      refuse_missing (database);
      return;
    }
  settle_promise (database, copy);
  copy->lead_id = lead_id;
  copy->piece_id = piece_id;
  copy->sale_id = sale_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_promise_data_equal (copy, old))
    ft_record_update_promise (database, copy);
}

static void
update_contact (FtDatabase *database,
                const FtContactData *contact,
                gint64 lead_id,
                gint64 promise_id,
                gint64 piece_id)
{
  g_autoptr (FtContactData) old = ft_record_read_contact (database, contact->id);
  g_autoptr (FtContactData) copy = ft_contact_data_copy (contact);

  if (!old)
    {
      refuse_missing (database);
      return;
    }
  copy->lead_id = lead_id;
  copy->promise_id = promise_id;
  copy->piece_id = piece_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  if (!ft_contact_data_equal (copy, old))
    ft_record_update_contact (database, copy);
}

static void
update_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id)
{
  g_autoptr (FtSaleData) old = ft_record_read_sale (database, sale->id);
  g_autoptr (FtSaleData) copy = ft_sale_data_copy (sale);

  if (!old)
    {
      refuse_missing (database);
      return;
    }
  copy->lead_id = lead_id;
  g_free (copy->uid);
  copy->uid = g_strdup (old->uid);
  copy->created_at = old->created_at;
  if (!ft_sale_data_equal (copy, old))
    ft_record_update_sale (database, copy);
}

/* --- Edits --- */

typedef struct
{
  FtDatabase *database;
  GHashTable *ids; /* new ids of the edit → those in the database */
} Writer;

static void
remember (Writer *writer, gint64 edit_id, gint64 id)
{
  g_hash_table_insert (writer->ids, g_memdup2 (&edit_id, sizeof edit_id),
                       g_memdup2 (&id, sizeof id));
}

/* The id in the database of what an edit names; 0 stays 0. */
static gint64
resolve (Writer *writer, gint64 edit_id)
{
  gint64 *id;
  if (edit_id >= 0)
    return edit_id;
  id = g_hash_table_lookup (writer->ids, &edit_id);
  if (!id)
    refuse_missing (writer->database);
  return id ? *id : 0;
}

static void
check_exists (FtDatabase *database, FtStatement *select, gint64 id)
{
  ft_bind_int (select, id);
  if (ft_lookup_int (select, 0) == 0)
    refuse_missing (database);
}

static gint64
resolve_lead (Writer *writer, gint64 edit_id)
{
  gint64 id = resolve (writer, edit_id);
  check_exists (writer->database,
                ft_statement (writer->database, "SELECT 1 FROM lead WHERE id = ?"), id);
  return id;
}

static gint64
resolve_promise (Writer *writer, gint64 edit_id)
{
  gint64 id = resolve (writer, edit_id);
  if (id != 0)
    check_exists (writer->database,
                  ft_statement (writer->database, "SELECT 1 FROM promise WHERE id = ?"), id);
  return id;
}

/* Only new pieces and changed ones: a retired piece stays, for the ledger. */
static void
put_pieces (Writer *writer, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const FtPieceData *piece = pieces->pdata[i];
      if (ft_write_is_blank (piece->name))
        refuse (writer->database, _ ("A piece needs a name. Enter one and save again."));
      else if (piece->id < 0)
        remember (writer, piece->id, ft_write_new_piece (writer->database, piece));
      else
        update_piece (writer->database, piece);
    }
}

static void
put_leads (Writer *writer, GPtrArray *leads)
{
  for (guint i = 0; i < leads->len; i++)
    {
      const FtLeadData *lead = leads->pdata[i];
      if (lead->id < 0)
        {
          g_autoptr (FtLeadData) new = ft_write_new_lead (writer->database, lead);
          remember (writer, lead->id, new->id);
        }
      else
        update_lead (writer->database, lead);
    }
}

static gint64
resolve_piece (Writer *writer, gint64 edit_id)
{
  gint64 id = resolve (writer, edit_id);
  if (id != 0)
    check_exists (writer->database,
                  ft_statement (writer->database, "SELECT 1 FROM piece WHERE id = ?"), id);
  return id;
}

static gint64
resolve_sale (Writer *writer, gint64 edit_id)
{
  gint64 id = resolve (writer, edit_id);
  if (id != 0)
    check_exists (writer->database,
                  ft_statement (writer->database, "SELECT 1 FROM sale WHERE id = ?"), id);
  return id;
}

static void
put_sales (Writer *writer, GPtrArray *sales)
{
  for (guint i = 0; i < sales->len; i++)
    {
      const FtSaleData *sale = sales->pdata[i];
      gint64 lead_id = resolve_lead (writer, sale->lead_id);
      if (sale->id < 0)
        remember (writer, sale->id, ft_write_new_sale (writer->database, sale, lead_id));
      else
        update_sale (writer->database, sale, lead_id);
    }
}

static void
put_promises (Writer *writer, GPtrArray *promises)
{
  for (guint i = 0; i < promises->len; i++)
    {
      const FtPromiseData *promise = promises->pdata[i];
      gint64 lead_id = resolve_lead (writer, promise->lead_id);
      gint64 piece_id = resolve_piece (writer, promise->piece_id);
      gint64 sale_id = resolve_sale (writer, promise->sale_id);
      if (promise->id < 0)
        remember (writer, promise->id,
                  ft_write_new_promise (writer->database, promise, lead_id, piece_id, sale_id));
      else
        update_promise (writer->database, promise, lead_id, piece_id, sale_id);
    }
}

static void
put_contacts (Writer *writer, GPtrArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      const FtContactData *contact = contacts->pdata[i];
      gint64 lead_id = resolve_lead (writer, contact->lead_id);
      gint64 promise_id = resolve_promise (writer, contact->promise_id);
      gint64 piece_id = resolve_piece (writer, contact->piece_id);
      if (contact->id < 0)
        ft_write_new_contact (writer->database, contact, lead_id, promise_id, piece_id);
      else
        update_contact (writer->database, contact, lead_id, promise_id, piece_id);
    }
}

static void
put_days_off (Writer *writer, GPtrArray *days_off)
{
  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if (day_off->id < 0)
        ft_write_new_day_off (writer->database, day_off);
      else if (ft_days_off_find_uid (writer->database, day_off->uid) != day_off->id)
        refuse_missing (writer->database);
      else if (check_day_off (writer->database, day_off))
        ft_days_off_update (writer->database, day_off);
    }
}

/* Removing what is gone already is no error: that is what was wanted. */
static void
remove_all (FtDatabase *database, GArray *ids, void (*remove) (FtDatabase *, gint64))
{
  for (guint i = 0; i < ids->len; i++)
    remove (database, g_array_index (ids, gint64, i));
}

static gint64
get_lead_to_show (Writer *writer, FtEdit *edit)
{
  GPtrArray *leads = ft_edit_get_leads (edit);
  return leads->len > 0 ? resolve (writer, ((FtLeadData *) leads->pdata[0])->id) : 0;
}

FtChangeSet *
ft_write_edit (FtDatabase *database, FtEdit *edit)
{
  g_autoptr (FtChangeSet) change = ft_change_set_new (ft_edit_get_label (edit));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Writer writer = { database, ids };
  FtRecording *recording;

  ft_database_begin (database);
  recording = ft_recording_begin (database);
  put_pieces (&writer, ft_edit_get_pieces (edit));
  put_leads (&writer, ft_edit_get_leads (edit));
  put_sales (&writer, ft_edit_get_sales (edit));
  put_promises (&writer, ft_edit_get_promises (edit));
  put_contacts (&writer, ft_edit_get_contacts (edit));
  put_days_off (&writer, ft_edit_get_days_off (edit));
  remove_all (database, ft_edit_get_removed_contacts (edit), ft_record_delete_contact);
  remove_all (database, ft_edit_get_removed_promises (edit), ft_record_delete_promise);
  remove_all (database, ft_edit_get_removed_sales (edit), ft_record_delete_sale);
  remove_all (database, ft_edit_get_removed_leads (edit), ft_record_delete_lead);
  remove_all (database, ft_edit_get_removed_days_off (edit), ft_days_off_delete);

  if (!ft_database_is_failed (database))
    change->lead_id = get_lead_to_show (&writer, edit);
  if (ft_recording_end (recording, change->label, change->lead_id))
    ft_undo_read_touched (database, change);
  ft_index_leads (database, change->leads);
  ft_read_change (database, change);
  return ft_database_end (database) ? g_steal_pointer (&change) : NULL;
}
