#define G_LOG_DOMAIN "ft-store"

#include "store/ft-write.h"

#include "store/ft-days-off.h"
#include "store/ft-index.h"
#include "store/ft-read.h"
#include "store/ft-record.h"
#include "store/ft-undo.h"
#include "store/ft-write-record.h"

#include <glib/gi18n-lib.h>

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
    ft_write_refuse_missing (writer->database);
  return id ? *id : 0;
}

/* Returns: the id in the database of what an edit names, looked for with @select. */
static gint64
resolve_known (Writer *writer, gint64 edit_id, const char *select)
{
  gint64 id = resolve (writer, edit_id);
  FtStatement *statement = ft_statement (writer->database, select);

  ft_bind_int (statement, id);
  if (ft_lookup_int (statement, 0) == 0)
    ft_write_refuse_missing (writer->database);
  return id;
}

static gint64
resolve_lead (Writer *writer, gint64 edit_id)
{
  return resolve_known (writer, edit_id, "SELECT 1 FROM lead WHERE id = ?");
}

static gint64
resolve_promise (Writer *writer, gint64 edit_id)
{
  return edit_id == 0 ? 0 : resolve_known (writer, edit_id, "SELECT 1 FROM promise WHERE id = ?");
}

static gint64
resolve_piece (Writer *writer, gint64 edit_id)
{
  return edit_id == 0 ? 0 : resolve_known (writer, edit_id, "SELECT 1 FROM piece WHERE id = ?");
}

static gint64
resolve_sale (Writer *writer, gint64 edit_id)
{
  return edit_id == 0 ? 0 : resolve_known (writer, edit_id, "SELECT 1 FROM sale WHERE id = ?");
}

/* Only new pieces and changed ones: a retired piece stays, for the ledger. */
static void
put_pieces (Writer *writer, GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const FtPieceData *piece = pieces->pdata[i];
      if (ft_write_is_blank (piece->name))
        ft_write_refuse (writer->database, _ ("A piece needs a name. Enter one and save again."));
      else if (piece->id < 0)
        remember (writer, piece->id, ft_write_new_piece (writer->database, piece));
      else
        ft_write_piece (writer->database, piece);
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
        ft_write_lead (writer->database, lead);
    }
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
        ft_write_sale (writer->database, sale, lead_id);
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
        ft_write_promise (writer->database, promise, lead_id, piece_id, sale_id);
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
        ft_write_contact (writer->database, contact, lead_id, promise_id, piece_id);
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
      else
        ft_write_day_off (writer->database, day_off);
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
