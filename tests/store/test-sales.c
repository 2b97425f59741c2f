#include "store-fixture.h"

/* Sales and their checklists in the store (B11): written and undone as one, and where the board,
 * the counts and the list find them. */

static FtPromiseData *
new_step (FtEdit *edit, gint64 lead_id, gint64 sale_id, FtPromiseKind kind, int hours)
{
  FtPromiseData *step = new_promise (lead_id, hours, hours);
  step->id = ft_edit_new_id (edit);
  step->sale_id = sale_id;
  step->kind = kind;
  return step;
}

/* A sale with a card to write in @card hours and a friendly call in @friendly; 0 for none. */
static gint64
add_sale (Fixture *fixture, gint64 lead_id, const char *what, int card, int friendly)
{
  g_autoptr (FtEdit) edit = ft_edit_new (what);
  g_autoptr (FtSaleData) sale = ft_sale_data_new (lead_id, NOW, what);
  g_autoptr (FtLeadCard) before = sync_card (fixture->store, lead_id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (FtLeadCard) after = NULL;

  lead->state = FT_LEAD_CUSTOMER;
  ft_edit_put_lead (edit, lead);
  sale->id = ft_edit_new_id (edit);
  sale->value = 125050;
  g_free (sale->currency);
  sale->currency = g_strdup ("EUR");
  sale->delivery_day = ft_civil_from_instant (NOW + 14 * DAY, "Europe/Berlin").day;
  ft_edit_put_sale (edit, sale);
  if (card)
    {
      g_autoptr (FtPromiseData) step = new_step (edit, lead_id, sale->id, FT_PROMISE_CARD, card);
      ft_edit_put_promise (edit, step);
    }
  if (friendly)
    {
      g_autoptr (FtPromiseData) step
          = new_step (edit, lead_id, sale->id, FT_PROMISE_FRIENDLY, friendly);
      ft_edit_put_promise (edit, step);
    }
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  g_assert_true (change->sales);
  after = sync_card (fixture->store, lead_id);
  for (guint i = 0; i < after->sales->len; i++)
    if (g_str_equal (((FtSaleData *) after->sales->pdata[i])->what, what))
      return ((FtSaleData *) after->sales->pdata[i])->id;
  g_assert_not_reached ();
}

static GArray *
query_sales (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  GArray *ids;
  ft_store_query_sales_async (fixture->store, NULL, keep_result, &result);
  ids = ft_store_query_sales_finish (fixture->store, await_result (&result), NULL);
  g_assert_nonnull (ids);
  return ids;
}

static GPtrArray *
read_sales (Fixture *fixture, GArray *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *rows;
  ft_store_read_sales_async (fixture->store, (gint64 *) ids->data, ids->len, NULL, keep_result,
                             &result);
  rows = ft_store_read_sales_finish (fixture->store, await_result (&result), NULL);
  g_assert_nonnull (rows);
  return rows;
}

static void
assert_board (Fixture *fixture, const char *expected)
{
  g_autoptr (GArray) ids = query_sales (fixture);
  g_autoptr (GPtrArray) rows = read_sales (fixture, ids);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((FtSaleRow *) rows->pdata[i])->sale->what);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
finish_step (Fixture *fixture, gint64 lead_id, FtPromiseKind kind)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  for (guint i = 0; i < card->promises->len; i++)
    {
      g_autoptr (FtPromiseData) promise = ft_promise_data_copy (card->promises->pdata[i]);
      g_autoptr (FtEdit) edit = ft_edit_new ("tick");
      g_autoptr (FtChangeSet) change = NULL;
      if (promise->kind != kind || promise->state != FT_PROMISE_OPEN)
        continue;
      promise->state = FT_PROMISE_KEPT;
      promise->done_at = NOW;
      ft_edit_put_promise (edit, promise);
      change = sync_apply (fixture->store, edit, NULL);
      g_assert_true (change->sales);
      return;
    }
  g_assert_not_reached ();
}

static void
undo (Fixture *fixture)
{
  g_autoptr (FtChangeSet) change = sync_undo (fixture->store, NULL);
  g_assert_nonnull (change);
  g_assert_true (change->sales);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (FtChangeSet) change = sync_redo (fixture->store, NULL);
  g_assert_nonnull (change);
  g_assert_true (change->sales);
}

/* A sale undone takes its checklist with it, and redone brings it back the same. */
static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 5, 5);
  gint64 id = add_sale (fixture, anna, "A roof", 4, 24 * 90);
  g_autoptr (FtLeadCard) sold = sync_card (fixture->store, anna);
  const FtSaleData *sale = sold->sales->pdata[0];

  g_assert_cmpuint (sold->sales->len, ==, 1);
  g_assert_cmpuint (sold->promises->len, ==, 3);
  g_assert_cmpint (sale->value, ==, 125050);
  g_assert_cmpstr (sale->currency, ==, "EUR");
  g_assert_cmpint (strlen (sale->uid), ==, 36);
  assert_board (fixture, "A roof");

  undo (fixture);
  {
    g_autoptr (FtLeadCard) card = sync_card (fixture->store, anna);
    g_assert_cmpuint (card->sales->len, ==, 0);
    g_assert_cmpuint (card->promises->len, ==, 1);
    g_assert_cmpint (card->lead->state, ==, FT_LEAD_OPEN);
  }
  assert_board (fixture, "");

  redo (fixture);
  {
    g_autoptr (FtLeadCard) card = sync_card (fixture->store, anna);
    g_assert_cmpuint (card->promises->len, ==, 3);
    g_assert_true (ft_sale_data_equal (card->sales->pdata[0], sale));
    g_assert_cmpint (((FtSaleData *) card->sales->pdata[0])->id, ==, id);
  }
  assert_board (fixture, "A roof");
}

/* The board: what is due first on top; a sale leaves it with its last open step. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 berta = add_lead (fixture, "Berta", NULL);

  add_sale (fixture, anna, "Roof", 48, 0);
  add_sale (fixture, berta, "Pool", 24, 24 * 90);
  add_sale (fixture, anna, "Gutter", 1, 0);
  assert_board (fixture, "Gutter, Pool, Roof");
  finish_step (fixture, berta, FT_PROMISE_CARD);
  assert_board (fixture, "Gutter, Roof, Pool");
  finish_step (fixture, anna, FT_PROMISE_CARD);
  assert_board (fixture, "Roof, Pool");
  undo (fixture);
  assert_board (fixture, "Gutter, Roof, Pool");
  fixture_reopen (fixture);
  assert_board (fixture, "Gutter, Roof, Pool");
}

static void
test_removed_with_the_lead (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtEdit) edit = ft_edit_new ("remove");
  g_autoptr (FtChangeSet) change = NULL;

  add_sale (fixture, anna, "Roof", 1, 2);
  ft_edit_remove_lead (edit, anna);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_true (change->sales);
  assert_board (fixture, "");
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n_cards, ==, 0);
  undo (fixture);
  assert_board (fixture, "Roof");
}

/* Removing a sale takes its steps and nothing else. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 5, 5);
  gint64 roof = add_sale (fixture, anna, "Roof", 1, 2);
  g_autoptr (FtEdit) edit = ft_edit_new ("remove");
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (FtLeadCard) card = NULL;

  add_sale (fixture, anna, "Pool", 3, 0);
  ft_edit_remove_sale (edit, roof);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  assert_board (fixture, "Pool");
  card = sync_card (fixture->store, anna);
  g_assert_cmpuint (card->promises->len, ==, 2);
  undo (fixture);
  assert_board (fixture, "Roof, Pool");
}

/* Cards are counted until midnight; customers whom nobody is to be in touch with, always. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  FtDayBounds bounds = fixture_bounds (fixture);
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 berta = add_lead (fixture, "Berta", NULL);
  FtCounts counts;

  add_sale (fixture, anna, "Roof", 3, 0);
  add_sale (fixture, anna, "Pool", 30, 0);
  add_sale (fixture, berta, "Shed", -30, 24 * 90);
  counts = sync_count (fixture->store, bounds);
  g_assert_cmpuint (counts.n_cards, ==, 2);
  g_assert_cmpuint (counts.n_forgotten, ==, 1); /* a card to write is no call */
  g_assert_cmpint (counts.next_change, <=, bounds.today_end);

  /* Tomorrow it is the pool's turn. */
  bounds = ft_day_bounds (NOW + DAY, "Europe/Berlin", G_DATE_MONDAY);
  g_assert_cmpuint (sync_count (fixture->store, bounds).n_cards, ==, 3);
  finish_step (fixture, berta, FT_PROMISE_CARD);
  g_assert_cmpuint (sync_count (fixture->store, bounds).n_cards, ==, 2);
  finish_step (fixture, berta, FT_PROMISE_FRIENDLY);
  g_assert_cmpuint (sync_count (fixture->store, bounds).n_forgotten, ==, 2);
  undo (fixture);
  g_assert_cmpuint (sync_count (fixture->store, bounds).n_forgotten, ==, 1);
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  add_sale (fixture, anna, "Roof", 30, 0);
  add_sale (fixture, add_lead (fixture, "Berta", NULL), "Pool", 3, 9);
  ft_store_read_cards_async (fixture->store, NOW + DAY, 0, NULL, keep_result, &result);
  rows = ft_store_read_cards_finish (fixture->store, await_result (&result), NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((FtPromiseRow *) rows->pdata[0])->lead->name, ==, "Berta");
  g_assert_false (((FtPromiseRow *) rows->pdata[0])->lead->partial);
}

/* A step of a sale that is not there is refused, and nothing is written. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtEdit) edit = ft_edit_new ("step");
  g_autoptr (FtPromiseData) step = new_step (edit, anna, 999, FT_PROMISE_STEP, 3);
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  gint64 nobody = 999;

  ft_edit_put_promise (edit, step);
  change = sync_apply (fixture->store, edit, &error);
  g_assert_null (change);
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
  g_array_append_val (ids, nobody);
  rows = read_sales (fixture, ids);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_null (rows->pdata[0]);
}

typedef struct
{
  FtLeadCard *card;
  gboolean done;
} Once;

static gboolean
next_row (gpointer source, FtImportRow *row, double *fraction, GError **error)
{
  Once *once = source;
  GPtrArray *promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  FtPromiseData *step;
  FtSaleData *sale;

  if (once->done)
    {
      g_ptr_array_unref (promises);
      return FALSE;
    }
  once->done = TRUE;
  row->lead = ft_lead_data_ref (once->card->lead);
  sale = ft_sale_data_copy (once->card->sales->pdata[0]);
  sale->id = -1;
  row->sales = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_sale_data_unref);
  g_ptr_array_add (row->sales, sale);
  step = ft_promise_data_copy (once->card->promises->pdata[0]);
  step->id = -1;
  step->sale_id = -1;
  g_ptr_array_add (promises, step);
  row->promises = promises;
  return TRUE;
}

/* An export taken over by another database; once more it changes nothing. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtLeadCard) card = NULL;

  add_sale (fixture, anna, "Roof", 3, 0);
  card = sync_card (fixture->store, anna);
  fixture_reset (fixture);
  for (int i = 0; i < 2; i++)
    {
      Once once = { card, FALSE };
      g_autoptr (FtImportResult) result
          = sync_import (fixture->store, next_row, &once, FT_IMPORT_DEFAULT, NULL, NULL);
      g_assert_cmpuint (result->created, ==, i == 0);
      g_assert_cmpuint (result->unchanged, ==, i == 1);
    }
  assert_board (fixture, "Roof");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/sales/one-step", test_one_step);
  FIXTURE_ADD ("/store/sales/board", test_board);
  FIXTURE_ADD ("/store/sales/removed-with-the-lead", test_removed_with_the_lead);
  FIXTURE_ADD ("/store/sales/remove", test_remove);
  FIXTURE_ADD ("/store/sales/counts", test_counts);
  FIXTURE_ADD ("/store/sales/cards", test_cards);
  FIXTURE_ADD ("/store/sales/missing", test_missing);
  FIXTURE_ADD ("/store/sales/import", test_import);
  return g_test_run ();
}
