#define G_LOG_DOMAIN "ft-store"

#include "store/ft-import-history.h"

#include "store/ft-days-off.h"
#include "store/ft-merge.h"
#include "store/ft-record.h"
#include "store/ft-write-record.h"

static gint64
find_id (GHashTable *ids, gint64 from)
{
  gint64 *found = g_hash_table_lookup (ids, &from);
  return found ? *found : 0;
}

static gint64
find_same_promise (GPtrArray *stored, const FtPromiseData *promise)
{
  for (guint i = 0; i < stored->len; i++)
    if (ft_merge_is_same_promise (stored->pdata[i], promise))
      return ((FtPromiseData *) stored->pdata[i])->id;
  return 0;
}

static gboolean
has_open (GPtrArray *promises)
{
  for (guint i = 0; i < promises->len; i++)
    if (((FtPromiseData *) promises->pdata[i])->state == FT_PROMISE_OPEN)
      return TRUE;
  return FALSE;
}

static gboolean
is_uid_known (FtStatement *select, const char *uid)
{
  ft_bind_text (select, uid);
  return *uid && ft_lookup_int (select, 0) != 0;
}

/* Ids of the source to those in the database. */
static void
map_id (GHashTable *ids, gint64 from, gint64 to)
{
  if (to != 0)
    g_hash_table_insert (ids, g_memdup2 (&from, sizeof from), g_memdup2 (&to, sizeof to));
}

/* --- The library --- */

void
ft_import_pieces (FtDatabase *database, GPtrArray *pieces, GHashTable *ids)
{
  for (guint i = 0; pieces && i < pieces->len; i++)
    {
      const FtPieceData *piece = pieces->pdata[i];
      FtStatement *select = ft_statement (database, "SELECT id FROM piece WHERE uid = ?");
      gint64 id;

      ft_bind_text (select, piece->uid);
      id = ft_lookup_int (select, 0);
      if (id == 0 || *piece->uid == '\0')
        id = ft_write_new_piece (database, piece);
      map_id (ids, piece->id, id);
    }
}

gboolean
ft_import_days_off (FtDatabase *database, GPtrArray *days_off)
{
  gboolean added = FALSE;

  for (guint i = 0; days_off && i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if ((*day_off->uid && ft_days_off_find_uid (database, day_off->uid) != 0)
          || ft_days_off_find_same (database, day_off) != 0)
        continue;
      ft_write_new_day_off (database, day_off);
      added = TRUE;
    }
  return added;
}

/* --- What comes with a lead --- */

/* A sale is its uid; a file that gives none brings a new one with a new lead only. */
static gboolean
add_sales (
    FtDatabase *database, gint64 lead_id, gboolean is_new, const FtImportRow *row, GHashTable *ids)
{
  gboolean added = FALSE;

  for (guint i = 0; row->sales && i < row->sales->len; i++)
    {
      const FtSaleData *sale = row->sales->pdata[i];
      FtStatement *select = ft_statement (database, "SELECT id FROM sale WHERE uid = ?");
      gint64 id;

      ft_bind_text (select, sale->uid);
      id = ft_lookup_int (select, 0);
      if (id == 0 && (*sale->uid || is_new))
        {
          id = ft_write_new_sale (database, sale, lead_id);
          added = TRUE;
        }
      map_id (ids, sale->id, id);
    }
  return added;
}

/* Maps the ids of @row to those in the database. Returns whether anything was added. */
static gboolean
add_promises (FtDatabase *database,
              gint64 lead_id,
              gboolean is_new,
              const FtImportRow *row,
              GHashTable *ids,
              GHashTable *sales,
              GHashTable *pieces)
{
  g_autoptr (GPtrArray) stored
      = is_new ? g_ptr_array_new () : ft_record_read_promises_of (database, lead_id, FALSE);
  gboolean keeps_promise = has_open (stored);
  gboolean added = FALSE;

  for (guint i = 0; row->promises && i < row->promises->len; i++)
    {
      const FtPromiseData *promise = row->promises->pdata[i];
      gint64 id = find_same_promise (stored, promise);
      /* A file without uids brings a first promise (B1), for a lead that has none. */
      gboolean wanted = *promise->uid || !keeps_promise || promise->state != FT_PROMISE_OPEN;
      if (id == 0 && wanted
          && !is_uid_known (ft_statement (database, "SELECT 1 FROM promise WHERE uid = ?"),
                            promise->uid))
        {
          id = ft_write_new_promise (database, promise, lead_id,
                                     find_id (pieces, promise->piece_id),
                                     find_id (sales, promise->sale_id));
          added = TRUE;
        }
      map_id (ids, promise->id, id);
    }
  return added;
}

static gboolean
is_contact_known (GPtrArray *stored, const FtContactData *contact)
{
  for (guint i = 0; i < stored->len; i++)
    if (ft_merge_is_same_contact (stored->pdata[i], contact))
      return TRUE;
  return FALSE;
}

static gboolean
add_contacts (FtDatabase *database,
              gint64 lead_id,
              gboolean is_new,
              const FtImportRow *row,
              GHashTable *ids,
              GHashTable *pieces)
{
  g_autoptr (GPtrArray) stored
      = is_new ? g_ptr_array_new () : ft_record_read_contacts_of (database, lead_id, 0);
  gboolean added = FALSE;

  for (guint i = 0; row->contacts && i < row->contacts->len; i++)
    {
      const FtContactData *contact = row->contacts->pdata[i];
      if (is_contact_known (stored, contact)
          || is_uid_known (ft_statement (database, "SELECT 1 FROM contact WHERE uid = ?"),
                           contact->uid))
        continue;
      ft_write_new_contact (database, contact, lead_id, find_id (ids, contact->promise_id),
                            find_id (pieces, contact->piece_id));
      added = TRUE;
    }
  return added;
}

gboolean
ft_import_history (FtDatabase *database,
                   gint64 lead_id,
                   gboolean is_new,
                   const FtImportRow *row,
                   GHashTable *pieces)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) sale_ids = NULL;
  gboolean sales, promises, contacts;

  if ((!row->promises || row->promises->len == 0) && (!row->contacts || row->contacts->len == 0)
      && (!row->sales || row->sales->len == 0))
    return FALSE;
  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  sale_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  sales = add_sales (database, lead_id, is_new, row, sale_ids);
  promises = add_promises (database, lead_id, is_new, row, ids, sale_ids, pieces);
  contacts = add_contacts (database, lead_id, is_new, row, ids, pieces);
  return sales || promises || contacts;
}
