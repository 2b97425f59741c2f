#define G_LOG_DOMAIN "ft-store"

#include "store/ft-read.h"

#include "store/ft-index.h"
#include "store/ft-record.h"

/* A change of more leads than a few screens hold is not told lead by lead. */
#define MAX_TOUCHED 200

FtLeadRow *
ft_read_row (FtDatabase *database, gint64 lead_id)
{
  g_autoptr (FtLeadData) lead = NULL;
  g_autoptr (FtPromiseData) due = NULL;
  g_autoptr (FtPromiseData) oldest = NULL;
  FtLeadRow *row;
  int place = FT_RECORD_N_PROMISE + FT_RECORD_N_PARTIAL_LEAD;
  gint64 oldest_id, last_contact_at, heard_at, n_contacts;
  FtStatement *select
      = ft_statement (database, "SELECT promise.*, " FT_RECORD_PARTIAL_LEAD
                                ", oldest_id, last_contact_at, heard_at, n_contacts "
                                "FROM lead LEFT JOIN lead_place ON lead_place.lead_id = lead.id "
                                "LEFT JOIN promise ON promise.id = due_id WHERE lead.id = ?");

  ft_bind_int (select, lead_id);
  if (!ft_step (select))
    return NULL;
  lead = ft_record_column_partial_lead (select, FT_RECORD_N_PROMISE, TRUE);
  if (ft_column_int (select, 0) != 0)
    due = ft_record_column_promise (database, select);
  oldest_id = ft_column_int (select, place);
  last_contact_at = ft_column_int (select, place + 1);
  heard_at = ft_column_int (select, place + 2);
  n_contacts = ft_column_int (select, place + 3);
  ft_reset (select);

  ft_record_read_reaches (database, lead);
  if (due)
    oldest = oldest_id == due->id ? ft_promise_data_ref (due)
                                  : ft_record_read_promise (database, oldest_id);
  row = ft_lead_row_new (lead, due, oldest);
  row->last_contact_at = last_contact_at;
  row->heard_at = heard_at;
  row->n_contacts = n_contacts;
  return row;
}

static void
unref_row_or_null (gpointer row)
{
  if (row)
    ft_lead_row_unref (row);
}

GPtrArray *
ft_read_rows (FtDatabase *database, const gint64 *ids, guint n_ids)
{
  GPtrArray *rows = g_ptr_array_new_full (n_ids, unref_row_or_null);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (rows, ft_read_row (database, ids[i]));
  return rows;
}

static int
compare_for_card (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = *(FtPromiseData **) a;
  const FtPromiseData *y = *(FtPromiseData **) b;
  gboolean x_open = x->state == FT_PROMISE_OPEN;
  gboolean y_open = y->state == FT_PROMISE_OPEN;

  if (x_open != y_open)
    return x_open ? -1 : 1;
  if (x_open && x->target_at != y->target_at)
    return x->target_at < y->target_at ? -1 : 1;
  if (!x_open && x->done_at != y->done_at)
    return x->done_at > y->done_at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

FtLeadCard *
ft_read_card (FtDatabase *database, gint64 lead_id, guint n_contacts)
{
  g_autoptr (FtLeadData) lead = ft_record_read_lead (database, lead_id);
  FtLeadCard *card;

  if (!lead)
    return NULL;
  card = ft_lead_card_new (lead);
  g_ptr_array_unref (card->promises);
  card->promises = ft_record_read_promises_of (database, lead_id, FALSE);
  g_ptr_array_sort (card->promises, compare_for_card);
  g_ptr_array_unref (card->contacts);
  card->contacts = ft_record_read_contacts_of (database, lead_id, n_contacts);
  g_ptr_array_unref (card->sales);
  card->sales = ft_record_read_sales_of (database, lead_id);
  return card;
}

/* --- Promises of many leads --- */

/* As a reminder and a calendar tell of them: with the number to call. */
GPtrArray *
ft_read_whole_rows (FtDatabase *database, const gint64 *promise_ids, guint n_ids)
{
  GPtrArray *rows = g_ptr_array_new_full (n_ids, (GDestroyNotify) ft_promise_row_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (FtPromiseData) promise = ft_record_read_promise (database, promise_ids[i]);
      g_autoptr (FtLeadData) lead
          = promise ? ft_record_read_lead (database, promise->lead_id) : NULL;
      if (lead)
        g_ptr_array_add (rows, ft_promise_row_new (promise, lead));
    }
  return rows;
}

static GArray *
read_ids (FtStatement *select)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = (*(FtPromiseRow **) a)->promise;
  const FtPromiseData *y = (*(FtPromiseRow **) b)->promise;
  if (x->target_at != y->target_at)
    return x->target_at < y->target_at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

GPtrArray *
ft_read_promises (FtDatabase *database, gint64 from, gint64 to, guint limit)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
  /* A target is never after its promised time: those with only the latter in the range come first.
   */
  FtStatement *select = ft_statement (
      database, "SELECT promise.*, " FT_RECORD_PARTIAL_LEAD
                " FROM (SELECT promise_id, target_at FROM due INDEXED BY due_promised "
                "WHERE promised_at >= ?1 AND promised_at < ?2 AND target_at < ?1 "
                "UNION ALL SELECT promise_id, target_at FROM due INDEXED BY due_target "
                "WHERE target_at >= ?1 AND target_at < ?2 ORDER BY 2, 1 LIMIT ?3) "
                "CROSS JOIN promise ON promise.id = promise_id "
                "CROSS JOIN lead ON lead.id = promise.lead_id");

  ft_bind_int (select, from);
  ft_bind_int (select, to);
  ft_bind_int (select, limit > 0 ? (gint64) limit : -1);
  while (ft_step (select))
    {
      g_autoptr (FtPromiseData) promise = ft_record_column_promise (database, select);
      g_autoptr (FtLeadData) lead
          = ft_record_column_partial_lead (select, FT_RECORD_N_PROMISE, FALSE);
      g_ptr_array_add (rows, ft_promise_row_new (promise, lead));
    }
  /* They are in order; but SQLite promises that of the whole only if it sorts the whole. */
  g_ptr_array_sort (rows, compare_targets);
  return rows;
}

GPtrArray *
ft_read_calendar (FtDatabase *database, gint64 after, gint64 kept_since, guint limit)
{
  g_autoptr (GArray) ids = NULL;
  FtStatement *select = ft_statement (
      database, "SELECT id FROM promise WHERE id > ?1 "
                "AND (state = 0 OR (state = 1 AND done_at >= ?2)) ORDER BY id LIMIT ?3");

  ft_bind_int (select, after);
  ft_bind_int (select, kept_since);
  ft_bind_int (select, limit);
  ids = read_ids (select);
  return ft_read_whole_rows (database, (const gint64 *) ids->data, ids->len);
}

/* --- Pieces --- */

/* Counts, not proof: who bought after getting it may have bought for something else. */
static void
count_leads (FtDatabase *database, FtPieceRow *row)
{
  FtStatement *select = ft_statement (
      database, "SELECT count(*), sum(EXISTS (SELECT 1 FROM contact AS sale INDEXED BY contact_sold "
                "WHERE sale.lead_id = given.lead_id AND sale.at >= given.at AND sale.outcome = 7)) "
                "FROM (SELECT lead_id, min(at) AS at FROM contact WHERE piece_id = ? "
                "GROUP BY lead_id) AS given");
  ft_bind_int (select, row->piece->id);
  if (!ft_step (select))
    return;
  row->n_leads = ft_column_int (select, 0);
  row->n_bought = ft_column_int (select, 1);
  ft_reset (select);
}

GPtrArray *
ft_read_pieces (FtDatabase *database)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_row_unref);
  g_autoptr (GArray) ids
      = read_ids (ft_statement (database, "SELECT id FROM piece ORDER BY retired, created_at, id"));

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (FtPieceData) piece = ft_record_read_piece (database, id);
      gint64 n_given = 0;
      gint64 given_at = 0;
      FtStatement *select
          = ft_statement (database, "SELECT count(*), max(at) FROM contact WHERE piece_id = ?");

      ft_bind_int (select, id);
      if (ft_step (select))
        {
          n_given = ft_column_int (select, 0);
          given_at = ft_column_int (select, 1);
          ft_reset (select);
        }
      if (piece)
        {
          FtPieceRow *row = ft_piece_row_new (piece, n_given, given_at);
          if (n_given > 0)
            count_leads (database, row);
          g_ptr_array_add (rows, row);
        }
    }
  return rows;
}

/* --- Sales --- */

GArray *
ft_read_open_sales (FtDatabase *database)
{
  return read_ids (
      ft_statement (database, "SELECT sale_id FROM sale_place ORDER BY due_at, sale_id"));
}

static void
unref_sale_row_or_null (gpointer row)
{
  if (row)
    ft_sale_row_unref (row);
}

static FtSaleRow *
read_sale_row (FtDatabase *database, gint64 id)
{
  g_autoptr (FtSaleData) sale = ft_record_read_sale (database, id);
  g_autoptr (FtLeadData) lead = sale ? ft_record_read_lead (database, sale->lead_id) : NULL;
  FtSaleRow *row;

  if (!lead)
    return NULL;
  row = ft_sale_row_new (sale, lead);
  g_ptr_array_unref (row->promises);
  row->promises = ft_record_read_promises_of_sale (database, id);
  g_ptr_array_sort (row->promises, compare_for_card);
  return row;
}

GPtrArray *
ft_read_sales (FtDatabase *database, const gint64 *ids, guint n_ids)
{
  GPtrArray *rows = g_ptr_array_new_full (n_ids, unref_sale_row_or_null);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (rows, read_sale_row (database, ids[i]));
  return rows;
}

GPtrArray *
ft_read_cards (FtDatabase *database, gint64 before, guint limit)
{
  g_autoptr (GArray) ids = NULL;
  FtStatement *select = ft_statement (
      database, "SELECT promise_id FROM due INDEXED BY due_card "
                "WHERE is_card = 1 AND target_at < ? ORDER BY target_at, promise_id "
                "LIMIT ?");

  ft_bind_int (select, before);
  ft_bind_int (select, limit > 0 ? (gint64) limit : -1);
  ids = read_ids (select);
  return ft_read_whole_rows (database, (const gint64 *) ids->data, ids->len);
}

/* --- Changes --- */

static gboolean
has_sale (FtDatabase *database, gint64 lead_id)
{
  FtStatement *select = ft_statement (database, "SELECT 1 FROM sale WHERE lead_id = ? LIMIT 1");
  ft_bind_int (select, lead_id);
  return ft_lookup_int (select, 0) != 0;
}

void
ft_read_change (FtDatabase *database, FtChangeSet *change)
{
  change->everything = change->everything || change->leads->len > MAX_TOUCHED;
  if (change->everything)
    return;
  change->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_row_unref);
  for (guint i = 0; i < change->leads->len; i++)
    {
      FtLeadRow *row = ft_read_row (database, g_array_index (change->leads, gint64, i));
      if (row)
        g_ptr_array_add (change->rows, row);
      change->sales
          = change->sales || has_sale (database, g_array_index (change->leads, gint64, i));
    }
}
