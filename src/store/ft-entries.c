#define G_LOG_DOMAIN "ft-store"

#include "store/ft-entries.h"

#include "store/ft-record.h"

/* --- Which --- */

static void
append_ids (GArray *ids, FtStatement *select)
{
  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_array_append_val (ids, id);
    }
}

static void
append_given (FtDatabase *database, GArray *ids, gint64 piece_id)
{
  FtStatement *select = ft_statement (
      database, "SELECT id FROM contact WHERE piece_id = ? ORDER BY at DESC, id DESC");
  ft_bind_int (select, piece_id);
  append_ids (ids, select);
}

GArray *
ft_entries_query (FtDatabase *database, const FtEntryQuery *query)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  switch (query->kind)
    {
    case FT_ENTRIES_GIVEN:
      append_given (database, ids, query->piece_id);
      break;
    default:
      g_assert_not_reached ();
    }
  return ids;
}

/* --- What they say --- */

static FtLeadData *
read_lead (FtDatabase *database, gint64 id)
{
  FtLeadData *lead;
  FtStatement *select
      = ft_statement (database, "SELECT " FT_RECORD_PARTIAL_LEAD " FROM lead WHERE id = ?");

  ft_bind_int (select, id);
  if (!ft_step (select))
    return NULL;
  lead = ft_record_column_partial_lead (select, 0, FALSE);
  ft_reset (select);
  return lead;
}

/* They bought when they got it, or after that. */
static gboolean
has_bought (FtDatabase *database, const FtContactData *given)
{
  FtStatement *select = ft_statement (
      database,
      "SELECT EXISTS (SELECT 1 FROM contact WHERE lead_id = ? AND at >= ? AND outcome = 7)");
  ft_bind_int (select, given->lead_id);
  ft_bind_int (select, given->at);
  return ft_lookup_int (select, 0) != 0;
}

static FtEntryRow *
read_contact (FtDatabase *database, FtEntryKind kind, gint64 id)
{
  g_autoptr (FtContactData) contact = ft_record_read_contact (database, id);
  g_autoptr (FtLeadData) lead = contact ? read_lead (database, contact->lead_id) : NULL;
  FtEntryRow *row;

  if (!lead)
    return NULL;
  row = ft_entry_row_new (lead, NULL, contact);
  if (kind == FT_ENTRIES_GIVEN)
    row->bought = has_bought (database, contact);
  return row;
}

static void
unref_row_or_null (gpointer row)
{
  if (row)
    ft_entry_row_unref (row);
}

GPtrArray *
ft_entries_read (FtDatabase *database, FtEntryKind kind, const gint64 *ids, guint n_ids)
{
  GPtrArray *rows = g_ptr_array_new_full (n_ids, unref_row_or_null);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (rows, read_contact (database, kind, ids[i]));
  return rows;
}
