#define G_LOG_DOMAIN "ft-store"

#include "store/ft-entries.h"

#include "store/ft-columns.h"
#include "store/ft-record.h"
#include "store/ft-score-read.h"

#include <string.h>

/* So many rows a part: a save that waits for one is not noticed. */
#define ROWS_A_PART 8000
/* Each with all its promises. */
#define LEADS_A_PART 1500

struct _FtEntries
{
  FtEntryQuery query;
  GArray *ids; /* owned */
  gint64 next_change;
  gboolean begun;
  char promised[FT_CIVIL_TEXT]; /* where the part before ended: the day, */
  gint64 at;                    /* the instant, */
  gint64 id;                    /* and the record */
};

/* --- Which --- */

static void
append (FtEntries *self, gint64 id)
{
  g_array_append_val (self->ids, id);
}

static void
find_given (FtEntries *self, FtDatabase *database)
{
  FtStatement *select = ft_statement (
      database, "SELECT id FROM contact WHERE piece_id = ? ORDER BY at DESC, id DESC");

  ft_bind_int (select, self->query.piece_id);
  while (ft_step (select))
    append (self, ft_column_int (select, 0));
}

static gboolean
find_promises (FtEntries *self, FtDatabase *database)
{
  const FtScoreSlice *slice = &self->query.slice;
  gint64 now = ft_database_get_now (database);
  FtStatement *select = ft_statement (
      database, "SELECT " FT_SCORE_PROMISE " FROM promise INDEXED BY promise_promised "
                "WHERE (promised, id) > (?1, ?2) AND promised < ?3 ORDER BY promised, id LIMIT ?4");
  char from[FT_CIVIL_TEXT], until[FT_CIVIL_TEXT];
  guint n = 0;

  if (self->begun)
    {
      memcpy (from, self->promised, sizeof from);
      ft_bind_text (select, from);
    }
  else
    ft_bind_day (select, slice->first_day, from);
  ft_bind_int (select, self->id);
  ft_bind_day (select, slice->end_day, until);
  ft_bind_int (select, ROWS_A_PART);
  while (ft_step (select))
    {
      FtPromiseData promise = ft_score_column_promise (database, select);

      if (ft_score_slice_has (slice, &promise, now))
        append (self, promise.id);
      self->next_change = MIN (self->next_change, ft_score_next_change (&promise, now));
      g_strlcpy (self->promised, ft_column_text (select, 1), sizeof self->promised);
      self->id = promise.id;
      n++;
    }
  self->begun = TRUE;
  return n == ROWS_A_PART;
}

static gboolean
has_contact (FtEntries *self, FtDatabase *database, const FtContactData *contact)
{
  if (self->query.kind == FT_ENTRIES_TRIES)
    return ft_channels_is_try (contact) && contact->channel == self->query.channel;
  return contact->outcome == FT_OUTCOME_SOLD
         && ft_score_sale_bin (
                ft_score_count_contacts (database, contact->lead_id, contact->at, contact->id))
                == self->query.sale_bin;
}

static gint64
begin_of_day (FtDatabase *database, gint32 day)
{
  return ft_civil_to_instant ((FtCivil){ day, 0, 0 }, ft_database_get_zone (database), NULL);
}

static gboolean
find_contacts (FtEntries *self, FtDatabase *database)
{
  FtStatement *select
      = ft_statement (database, "SELECT id, lead_id, at, channel, direction, outcome FROM contact "
                                "INDEXED BY contact_at WHERE (at, id) < (?1, ?2) AND at >= ?3 "
                                "ORDER BY at DESC, id DESC LIMIT ?4");
  guint n = 0;

  if (!self->begun)
    {
      self->at = begin_of_day (database, self->query.slice.end_day);
      self->id = 0;
    }
  ft_bind_int (select, self->at);
  ft_bind_int (select, self->id);
  ft_bind_int (select, begin_of_day (database, self->query.slice.first_day));
  ft_bind_int (select, ROWS_A_PART);
  while (ft_step (select))
    {
      FtContactData contact = {
        .id = ft_column_int (select, 0),
        .lead_id = ft_column_int (select, 1),
        .at = ft_column_int (select, 2),
        .channel = ft_column_int (select, 3),
        .direction = ft_column_int (select, 4),
        .outcome = ft_column_int (select, 5),
      };

      if (has_contact (self, database, &contact))
        append (self, contact.id);
      self->at = contact.at;
      self->id = contact.id;
      n++;
    }
  self->begun = TRUE;
  return n == ROWS_A_PART;
}

static gboolean
is_uncovered (FtDatabase *database, gint64 lead_id, FtScoreInterval open, gint64 instant)
{
  g_autoptr (GArray) promises = NULL;

  if (instant < open.from || instant >= open.until)
    return FALSE;
  promises = ft_score_read_promised (database, lead_id);
  return ft_score_is_uncovered (instant, open, (const FtScoreInterval *) promises->data,
                                promises->len);
}

static gboolean
find_uncovered (FtEntries *self, FtDatabase *database)
{
  gint64 instant
      = MIN (begin_of_day (database, self->query.slice.end_day), ft_database_get_now (database));
  FtStatement *select = ft_statement (
      database, "SELECT id, created_at, state FROM lead WHERE id > ? ORDER BY id LIMIT ?");
  guint n = 0;

  ft_bind_int (select, self->id);
  ft_bind_int (select, LEADS_A_PART);
  while (ft_step (select))
    {
      FtScoreInterval open;

      self->id = ft_column_int (select, 0);
      open = ft_score_read_open (database, self->id, ft_column_int (select, 1),
                                 ft_column_int (select, 2));
      if (is_uncovered (database, self->id, open, instant))
        append (self, self->id);
      n++;
    }
  return n == LEADS_A_PART;
}

FtEntries *
ft_entries_new (const FtEntryQuery *query)
{
  FtEntries *self = g_new0 (FtEntries, 1);
  self->query = *query;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->next_change = G_MAXINT64;
  return self;
}

void
ft_entries_free (FtEntries *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

gboolean
ft_entries_next (FtEntries *self, FtDatabase *database)
{
  switch (self->query.kind)
    {
    case FT_ENTRIES_GIVEN:
      find_given (self, database);
      return FALSE;
    case FT_ENTRIES_PROMISES:
      return find_promises (self, database);
    case FT_ENTRIES_SALES:
    case FT_ENTRIES_TRIES:
      return find_contacts (self, database);
    case FT_ENTRIES_UNCOVERED:
      return find_uncovered (self, database);
    default:
      g_assert_not_reached ();
    }
}

GArray *
ft_entries_steal (FtEntries *self)
{
  return g_steal_pointer (&self->ids);
}

gint64
ft_entries_get_next_change (FtEntries *self)
{
  return self->next_change;
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

static FtEntryRow *
read_promise (FtDatabase *database, gint64 id)
{
  g_autoptr (FtPromiseData) promise = ft_record_read_promise (database, id);
  g_autoptr (FtLeadData) lead = promise ? read_lead (database, promise->lead_id) : NULL;

  return lead ? ft_entry_row_new (lead, promise, NULL) : NULL;
}

/* With what is promised to it first by now. */
static FtEntryRow *
read_uncovered (FtDatabase *database, gint64 id)
{
  g_autoptr (FtLeadData) lead = read_lead (database, id);
  g_autoptr (GPtrArray) promises = NULL;
  FtPromiseData *next = NULL;

  if (!lead)
    return NULL;
  promises = ft_record_read_promises_of (database, id, TRUE);
  for (guint i = 0; i < promises->len; i++)
    {
      FtPromiseData *promise = promises->pdata[i];
      if (!next || promise->promised_at < next->promised_at)
        next = promise;
    }
  return ft_entry_row_new (lead, next, NULL);
}

static FtEntryRow *
read_row (FtDatabase *database, FtEntryKind kind, gint64 id)
{
  switch (kind)
    {
    case FT_ENTRIES_PROMISES:
      return read_promise (database, id);
    case FT_ENTRIES_UNCOVERED:
      return read_uncovered (database, id);
    case FT_ENTRIES_GIVEN:
    case FT_ENTRIES_SALES:
    case FT_ENTRIES_TRIES:
    default:
      return read_contact (database, kind, id);
    }
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
    g_ptr_array_add (rows, read_row (database, kind, ids[i]));
  return rows;
}
