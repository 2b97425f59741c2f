#include "store-fixture.h"

/* The library and its ledger (A5): who had a piece, who had not, and who bought then or later. */

static gint64
add_piece (Fixture *fixture, const char *name)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new (name, FT_PIECE_DOCUMENT);
  g_autoptr (FtEdit) edit = ft_edit_new ("add piece");
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GAsyncResult *result = NULL;
  gint64 newest = 0;

  piece->id = ft_edit_new_id (edit);
  piece->created_at = NOW;
  ft_edit_put_piece (edit, piece);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_true (change->pieces);
  ft_store_read_pieces_async (fixture->store, NULL, keep_result, &result);
  rows = ft_store_read_pieces_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  for (guint i = 0; i < rows->len; i++)
    newest = MAX (newest, ((FtPieceRow *) rows->pdata[i])->piece->id);
  return newest;
}

/* Whether the change says that the library may read otherwise. */
static gboolean
log_at (Fixture *fixture, gint64 lead_id, gint64 at, gint64 piece_id, FtOutcome outcome)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit = ft_edit_new ("log");
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  contact->piece_id = piece_id;
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  return change->pieces;
}

static FtPieceRow *
read_piece (Fixture *fixture, gint64 id)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  ft_store_read_pieces_async (fixture->store, NULL, keep_result, &result);
  rows = ft_store_read_pieces_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  for (guint i = 0; i < rows->len; i++)
    if (((FtPieceRow *) rows->pdata[i])->piece->id == id)
      return ft_piece_row_ref (rows->pdata[i]);
  g_assert_not_reached ();
}

#define assert_counts(fixture, id, given, leads, bought)                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (FtPieceRow) row_ = read_piece (fixture, id);                                        \
    g_assert_cmpuint (row_->n_given, ==, given);                                                   \
    g_assert_cmpuint (row_->n_leads, ==, leads);                                                   \
    g_assert_cmpuint (row_->n_bought, ==, bought);                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_bought (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture, "Case study");
  gint64 other = add_piece (fixture, "Swatch book");
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 bert = add_lead (fixture, "Bert", NULL);
  gint64 cora = add_lead (fixture, "Cora", NULL);

  assert_counts (fixture, piece, 0, 0, 0);
  g_assert_true (log_at (fixture, anna, NOW - 9 * DAY, piece, FT_OUTCOME_REACHED));
  g_assert_true (log_at (fixture, bert, NOW - 5 * DAY, piece, FT_OUTCOME_REACHED));
  assert_counts (fixture, piece, 2, 2, 0);

  /* A sale after it counts once, and makes no proof of it. */
  g_assert_true (log_at (fixture, anna, NOW - 2 * DAY, 0, FT_OUTCOME_SOLD));
  assert_counts (fixture, piece, 2, 2, 1);
  g_assert_true (log_at (fixture, anna, NOW - 1 * DAY, 0, FT_OUTCOME_SOLD));
  assert_counts (fixture, piece, 2, 2, 1);
  /* One before it does not. */
  g_assert_true (log_at (fixture, bert, NOW - 6 * DAY, 0, FT_OUTCOME_SOLD));
  assert_counts (fixture, piece, 2, 2, 1);
  /* Given once more it is still one lead, from the first time on. */
  g_assert_true (log_at (fixture, anna, NOW, piece, FT_OUTCOME_REACHED));
  assert_counts (fixture, piece, 3, 2, 1);
  /* Given when they bought. */
  g_assert_true (log_at (fixture, cora, NOW, piece, FT_OUTCOME_SOLD));
  assert_counts (fixture, piece, 4, 3, 2);
  assert_counts (fixture, other, 0, 0, 0);
  /* What has to do with neither leaves the library alone. */
  g_assert_false (log_at (fixture, cora, NOW, 0, FT_OUTCOME_REACHED));

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
      g_assert_nonnull (undone);
    }
  assert_counts (fixture, piece, 3, 2, 1);
}

/* --- Who has not had it --- */

static GArray *
query_not_given (Fixture *fixture, gint64 piece, guint limit)
{
  g_autoptr (FtLeadQuery) query
      = ft_lead_query_new (FT_FILTER_NOT_GIVEN, fixture_bounds (fixture), NULL);
  GAsyncResult *result = NULL;
  GArray *ids;

  query->piece_id = piece;
  ft_store_query_leads_async (fixture->store, query, limit, NULL, keep_result, &result);
  ids = ft_store_query_leads_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  return ids;
}

static void
assert_not_given (Fixture *fixture, gint64 piece, guint limit, const char *expected)
{
  g_autoptr (GArray) ids = query_not_given (fixture, piece, limit);
  g_autofree char *names = describe_leads (fixture->store, ids);
  g_assert_cmpstr (names, ==, expected);
}

static void
make_customer (FtLeadData *lead)
{
  lead->state = FT_LEAD_CUSTOMER;
}

static void
make_closed (FtLeadData *lead)
{
  lead->state = FT_LEAD_CLOSED;
}

static void
test_not_given (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture, "Case study");
  gint64 late = add_lead_with_promise (fixture, "Late", -3, -3);
  gint64 customer = add_lead_with_promise (fixture, "Customer", 1, 1);
  gint64 closed = add_lead (fixture, "Closed", NULL);

  add_lead_with_promise (fixture, "Soon", 2, 2);
  add_lead_with_promise (fixture, "Later", 20, 20);
  add_lead (fixture, "Without", NULL);
  edit_lead (fixture, customer, make_customer);
  edit_lead (fixture, closed, make_closed);

  assert_not_given (fixture, piece, 0, "Late, Soon, Later, Without");
  log_at (fixture, late, NOW, piece, FT_OUTCOME_REACHED);
  assert_not_given (fixture, piece, 0, "Soon, Later, Without");
  /* The limit counts those who have not had it. */
  assert_not_given (fixture, piece, 2, "Soon, Later");
  assert_not_given (fixture, piece + 1000, 0, "Late, Soon, Later, Without");
}

/* Whatever changes, a touched lead is placed where a fresh query has it. */
static void
test_not_given_places (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture, "Case study");
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gint64 leads[12];

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    leads[i] = i % 3 ? add_lead_with_promise (fixture, "Lead", (int) i * 7 - 30, (int) i * 7 - 30)
                     : add_lead (fixture, "Lead", NULL);
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (GArray) before = query_not_given (fixture, piece, 0);
      g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (FtLeadQuery) query
          = ft_lead_query_new (FT_FILTER_NOT_GIVEN, fixture_bounds (fixture), NULL);
      g_autoptr (GArray) places = NULL;
      g_autoptr (GArray) fresh = NULL;
      GAsyncResult *result = NULL;
      gint64 lead = leads[g_rand_int_range (rand, 0, G_N_ELEMENTS (leads))];
      guint in = 0;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          log_at (fixture, lead, NOW, piece, FT_OUTCOME_REACHED);
          break;
        case 1:
          edit_lead (fixture, lead, round % 2 ? make_customer : make_closed);
          break;
        default:
          {
            g_autoptr (FtPromiseData) promise
                = new_promise (lead, g_rand_int_range (rand, -9, 9), -20);

            put_promise (fixture, promise);
          }
        }
      g_array_append_val (touched, lead);
      query->piece_id = piece;
      ft_store_place_leads_async (fixture->store, query, before, touched, NULL, keep_result,
                                  &result);
      places = ft_store_place_leads_finish (fixture->store, await_result (&result), NULL);
      g_object_unref (result);
      fresh = query_not_given (fixture, piece, 0);
      for (guint i = 0; i < fresh->len; i++)
        in += g_array_index (fresh, gint64, i) == lead;
      g_assert_cmpuint (places->len, ==, 1);
      g_assert_cmpint (g_array_index (places, FtPlace, 0).in, ==, in);
      if (in)
        g_assert_cmpint (g_array_index (fresh, gint64, g_array_index (places, FtPlace, 0).position),
                         ==, lead);
    }
}

/* --- To whom and when --- */

static GArray *
query_given (Fixture *fixture, gint64 piece)
{
  FtEntryQuery query = { .kind = FT_ENTRIES_GIVEN, .piece_id = piece };
  GAsyncResult *result = NULL;
  GArray *ids;

  ft_store_query_entries_async (fixture->store, &query, NULL, keep_result, &result);
  ids = ft_store_query_entries_finish (fixture->store, await_result (&result), NULL, NULL);
  g_object_unref (result);
  return ids;
}

static GPtrArray *
read_given (Fixture *fixture, GArray *ids)
{
  GAsyncResult *result = NULL;
  GPtrArray *rows;

  ft_store_read_entries_async (fixture->store, FT_ENTRIES_GIVEN, (const gint64 *) ids->data,
                               ids->len, NULL, keep_result, &result);
  rows = ft_store_read_entries_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  return rows;
}

static void
test_given (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture, "Case study");
  gint64 anna = add_lead (fixture, "Anna", "Berg Roofing");
  gint64 bert = add_lead (fixture, "Bert", NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FtEntryRow *row;
  gint64 nothing = 123456;

  ids = query_given (fixture, piece);
  g_assert_cmpuint (ids->len, ==, 0);
  g_array_unref (ids);
  log_at (fixture, anna, NOW - 9 * DAY, piece, FT_OUTCOME_REACHED);
  log_at (fixture, bert, NOW - 1 * DAY, piece, FT_OUTCOME_PROPOSAL_SENT);
  log_at (fixture, anna, NOW, 0, FT_OUTCOME_SOLD);

  ids = query_given (fixture, piece);
  g_assert_cmpuint (ids->len, ==, 2);
  g_array_append_val (ids, nothing);
  rows = read_given (fixture, ids);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpstr (row->lead->name, ==, "Bert");
  g_assert_true (row->lead->partial);
  g_assert_null (row->promise);
  g_assert_cmpint (row->contact->outcome, ==, FT_OUTCOME_PROPOSAL_SENT);
  g_assert_false (row->bought);
  row = rows->pdata[1];
  g_assert_cmpstr (row->lead->company, ==, "Berg Roofing");
  g_assert_cmpint (row->contact->at, ==, NOW - 9 * DAY);
  g_assert_true (row->bought);
  g_assert_true (ft_entry_row_equal (row, row));
  g_assert_false (ft_entry_row_equal (row, rows->pdata[0]));
  g_assert_null (rows->pdata[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/pieces/A5/bought", test_bought);
  FIXTURE_ADD ("/store/pieces/A5/not-given", test_not_given);
  FIXTURE_ADD ("/store/pieces/A5/not-given-places", test_not_given_places);
  FIXTURE_ADD ("/store/pieces/A5/given", test_given);
  return g_test_run ();
}
