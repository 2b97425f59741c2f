#include "store-fixture.h"

/* Hours from NOW, Monday 09:00: today ends in 15, the week in 6 * 24 + 15. */
#define TODAY_END 15
#define WEEK_END (6 * 24 + 15)

static void
close_lead (FtLeadData *lead)
{
  lead->state = FT_LEAD_CLOSED;
}

static void
sell (FtLeadData *lead)
{
  lead->state = FT_LEAD_CUSTOMER;
}

static gint32 fence;

static void
put_fence (FtLeadData *lead)
{
  lead->not_before_day = fence;
}

static void
add_contact (Fixture *fixture, gint64 lead_id, gint64 at, FtOutcome outcome)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Log");
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

static void
add_samples (Fixture *fixture)
{
  gint64 id;

  ft_clock_set (fixture->clock, NOW - 10 * DAY, NULL);
  add_lead (fixture, "Without Old", NULL);
  ft_clock_set (fixture->clock, NOW - 5 * DAY, NULL);
  add_lead (fixture, "Without New", NULL);
  id = add_lead (fixture, "Customer Without", NULL);
  edit_lead (fixture, id, sell);
  id = add_lead_with_promise (fixture, "Closed", 30, 30);
  edit_lead (fixture, id, close_lead);
  ft_clock_set (fixture->clock, NOW, NULL);

  add_lead_with_promise (fixture, "Next Week", WEEK_END + 5, WEEK_END + 2);
  add_lead_with_promise (fixture, "This Week", WEEK_END + 5, WEEK_END - 5);
  add_lead_with_promise (fixture, "Tonight", TODAY_END + 1, TODAY_END - 1);
  add_lead_with_promise (fixture, "Noon", 3, 3);
  add_lead_with_promise (fixture, "Target Passed", 4, -1);
  add_lead_with_promise (fixture, "Late", -1, -3);
  id = add_lead_with_promise (fixture, "Later Customer", -2, -2);
  edit_lead (fixture, id, sell);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  FtCounts counts;

  add_samples (fixture);
  assert_leads (
      fixture, FT_FILTER_ALL, NULL,
      "Later Customer, Late, Target Passed, Noon, Tonight, This Week, Next Week, Without Old, "
      "Without New, Customer Without");
  assert_leads (fixture, FT_FILTER_LATE, NULL, "Later Customer, Late");
  assert_leads (fixture, FT_FILTER_TODAY, NULL, "Target Passed, Noon, Tonight");
  assert_leads (fixture, FT_FILTER_WEEK, NULL, "This Week");
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Without Old, Without New");
  assert_leads (fixture, FT_FILTER_AFTER_SALE, NULL, "Later Customer, Customer Without");
  assert_leads (fixture, FT_FILTER_FENCED, NULL, "");
  assert_leads (fixture, FT_FILTER_CLOSED, NULL, "Closed");

  counts = sync_count (fixture->store, fixture_bounds (fixture));
  g_assert_cmpuint (counts.n[FT_FILTER_ALL], ==, 10);
  g_assert_cmpuint (counts.n[FT_FILTER_LATE], ==, 2);
  g_assert_cmpuint (counts.n[FT_FILTER_TODAY], ==, 3);
  g_assert_cmpuint (counts.n[FT_FILTER_WEEK], ==, 1);
  g_assert_cmpuint (counts.n[FT_FILTER_WITHOUT], ==, 2);
  g_assert_cmpuint (counts.n[FT_FILTER_AFTER_SALE], ==, 2);
  g_assert_cmpuint (counts.n[FT_FILTER_CLOSED], ==, 1);
  g_assert_cmpuint (counts.n_open, ==, 8);
  g_assert_cmpuint (counts.n_leads, ==, 11);
  /* Noon turns late first. */
  g_assert_cmpint (counts.next_change, ==, NOW + 3 * HOUR + 1);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (FT_FILTER_ALL, fixture_bounds (fixture), "  ");
  g_autoptr (GArray) ids = NULL;
  g_autofree char *names = NULL;

  add_samples (fixture);
  g_assert_cmpstr (query->search, ==, "");
  ft_store_query_leads_async (fixture->store, query, 3, NULL, keep_result, &result);
  ids = ft_store_query_leads_finish (fixture->store, await_result (&result), NULL);
  names = describe_leads (fixture->store, ids);
  g_assert_cmpstr (names, ==, "Later Customer, Late, Target Passed");
}

static void
test_time_passes (Fixture *fixture, gconstpointer data)
{
  FtCounts counts;

  add_lead_with_promise (fixture, "Anna", 2, 1);
  counts = sync_count (fixture->store, fixture_bounds (fixture));
  g_assert_cmpuint (counts.n[FT_FILTER_TODAY], ==, 1);
  g_assert_cmpint (counts.next_change, ==, NOW + 2 * HOUR + 1);
  ft_clock_set (fixture->clock, counts.next_change - 1, NULL);
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n[FT_FILTER_LATE], ==, 0);
  ft_clock_set (fixture->clock, counts.next_change, NULL);
  counts = sync_count (fixture->store, fixture_bounds (fixture));
  g_assert_cmpuint (counts.n[FT_FILTER_LATE], ==, 1);
  g_assert_cmpuint (counts.n[FT_FILTER_TODAY], ==, 0);
  g_assert_cmpint (counts.next_change, ==, G_MAXINT64);
  assert_leads (fixture, FT_FILTER_LATE, NULL, "Anna");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  FtCounts counts = sync_count (fixture->store, fixture_bounds (fixture));

  for (guint i = 0; i < FT_N_FILTERS; i++)
    {
      g_assert_cmpuint (counts.n[i], ==, 0);
      assert_leads (fixture, i, NULL, "");
    }
  g_assert_cmpint (counts.next_change, ==, G_MAXINT64);
}

static void
test_fence (Fixture *fixture, gconstpointer data)
{
  FtDayBounds bounds = fixture_bounds (fixture);
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 bert = add_lead (fixture, "Bert", NULL);
  gint64 carla = add_lead (fixture, "Carla", NULL);

  fence = bounds.today + 3;
  edit_lead (fixture, anna, put_fence);
  fence = bounds.today + 1;
  edit_lead (fixture, bert, put_fence);
  fence = bounds.today;
  edit_lead (fixture, carla, put_fence);
  assert_leads (fixture, FT_FILTER_FENCED, NULL, "Bert, Anna");
  g_assert_cmpuint (sync_count (fixture->store, bounds).n[FT_FILTER_FENCED], ==, 2);
  g_assert_cmpint (sync_count (fixture->store, bounds).next_change, ==, bounds.today_end);

  edit_lead (fixture, anna, close_lead);
  assert_leads (fixture, FT_FILTER_FENCED, NULL, "Bert");
  g_assert_cmpuint (sync_count (fixture->store, bounds).n[FT_FILTER_FENCED], ==, 1);
}

static void
test_neglected (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FtLeadRow *row;

  add_lead (fixture, "Bert", NULL);
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Anna, Bert");
  /* A note is no contact. */
  add_contact (fixture, anna, NOW + HOUR, FT_OUTCOME_NOTE);
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Anna, Bert");
  add_contact (fixture, anna, NOW + 2 * HOUR, FT_OUTCOME_NO_ANSWER);
  add_contact (fixture, anna, NOW + HOUR, FT_OUTCOME_REACHED);
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Bert, Anna");

  ids = sync_query (fixture->store, FT_FILTER_WITHOUT, fixture_bounds (fixture), NULL);
  rows = sync_rows (fixture->store, ids);
  row = rows->pdata[1];
  g_assert_cmpuint (row->n_contacts, ==, 2);
  g_assert_cmpint (row->last_contact_at, ==, NOW + 2 * HOUR);
  card = sync_card (fixture->store, anna);
  g_assert_cmpuint (card->contacts->len, ==, 3);
  g_assert_cmpint (((FtContactData *) card->contacts->pdata[0])->at, ==, NOW + 2 * HOUR);
}

/* The promise to show is the oldest late one, and else the one due first. */
static void
test_due_and_oldest (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 48, 2);
  g_autoptr (FtPromiseData) second = new_promise (anna, 24, 20);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FtLeadRow *row;

  put_promise (fixture, second);
  ids = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), NULL);
  rows = sync_rows (fixture->store, ids);
  row = rows->pdata[0];
  g_assert_cmpint (row->due->target_at, ==, NOW + 2 * HOUR);
  g_assert_cmpint (row->oldest->promised_at, ==, NOW + 24 * HOUR);
  g_assert_true (ft_lead_row_next (row, NOW) == row->due);
  g_assert_true (ft_lead_row_next (row, NOW + 25 * HOUR) == row->oldest);
}

static void
test_rows_of_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 all[] = { 999, 0, -5 };
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (GPtrArray) rows = NULL;

  g_array_append_vals (ids, all, G_N_ELEMENTS (all));
  g_array_append_val (ids, anna);
  rows = sync_rows (fixture->store, ids);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_null (rows->pdata[0]);
  g_assert_null (rows->pdata[2]);
  g_assert_cmpint (((FtLeadRow *) rows->pdata[3])->lead->id, ==, anna);
  g_assert_null (sync_card (fixture->store, 999));
}

/* --- Places --- */

/* Puts touched leads where they are said to belong and compares with the query. */
static void
assert_places (Fixture *fixture, FtLeadFilter filter, GArray *before, GArray *touched)
{
  FtDayBounds bounds = fixture_bounds (fixture);
  g_autoptr (GArray) expected = sync_query (fixture->store, filter, bounds, NULL);
  g_autoptr (GArray) places = sync_place (fixture->store, filter, bounds, before, touched);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_in = 0;

  g_assert_cmpuint (places->len, ==, touched->len);
  for (guint i = 0; i < before->len; i++)
    {
      gboolean is_touched = FALSE;
      for (guint j = 0; j < touched->len; j++)
        is_touched |= g_array_index (touched, gint64, j) == g_array_index (before, gint64, i);
      if (!is_touched)
        g_array_append_val (list, g_array_index (before, gint64, i));
    }
  for (guint i = 0; i < places->len; i++)
    {
      const FtPlace *place = &g_array_index (places, FtPlace, i);
      if (place->in)
        {
          guint position = place->position + n_in++;
          g_assert_cmpuint (position, <=, list->len);
          g_array_insert_val (list, position, place->id);
        }
    }
  g_assert_cmpmem (list->data, list->len * sizeof (gint64), expected->data,
                   expected->len * sizeof (gint64));
}

static void
change_something (Fixture *fixture, GRand *rand, gint64 id)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      edit_lead (fixture, id, close_lead);
      break;
    case 1:
      edit_lead (fixture, id, sell);
      break;
    case 2:
      {
        int promised = g_rand_int_range (rand, -48, 300);
        g_autoptr (FtPromiseData) promise
            = new_promise (id, promised, promised - g_rand_int_range (rand, 0, 48));
        put_promise (fixture, promise);
        break;
      }
    case 3:
      fence = fixture_bounds (fixture).today + g_rand_int_range (rand, -2, 3);
      edit_lead (fixture, id, put_fence);
      break;
    default:
      add_contact (fixture, id, NOW + g_rand_int_range (rand, -500, 500), FT_OUTCOME_REACHED);
    }
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 40; i++)
    {
      gint64 id = i % 4
                      ? add_lead_with_promise (fixture, "Lead", (int) i * 9 - 90, (int) i * 9 - 95)
                      : add_lead (fixture, "Lead", NULL);
      g_array_append_val (all, id);
    }
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
      GArray *before[FT_N_FILTERS];

      for (guint i = 0; i < FT_N_FILTERS; i++)
        before[i] = sync_query (fixture->store, i, fixture_bounds (fixture), NULL);
      for (int n = g_rand_int_range (rand, 0, 4); n >= 0; n--)
        {
          gint64 id = g_array_index (all, gint64, g_rand_int_range (rand, 0, all->len));
          gboolean known = FALSE;
          change_something (fixture, rand, id);
          for (guint i = 0; i < touched->len; i++)
            known |= g_array_index (touched, gint64, i) == id;
          if (!known)
            g_array_append_val (touched, id);
        }
      for (guint i = 0; i < FT_N_FILTERS; i++)
        {
          assert_places (fixture, i, before[i], touched);
          g_array_unref (before[i]);
        }
    }
}

static void
test_place_in_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 anna = add_lead (fixture, "Anna", NULL);
  gint64 gone = 77;

  g_array_append_val (touched, gone);
  g_array_append_val (touched, anna);
  assert_places (fixture, FT_FILTER_ALL, before, touched);
  assert_places (fixture, FT_FILTER_LATE, before, touched);
}

static void
fill_in (FtLeadData *lead)
{
  lead->zone = g_intern_static_string ("Europe/Berlin");
  lead->state = FT_LEAD_CUSTOMER;
  lead->interval = 9;
  lead->decision_day = 739000;
  g_free (lead->notes);
  lead->notes = g_strdup ("likes wood");
  g_ptr_array_add (lead->phones, ft_reach_new ("work", "+49 30 1234567"));
  g_ptr_array_add (lead->facts, ft_fact_new (739000, FALSE, "two children"));
}

/* What a list does not show is not read for it, and cannot be written over by it. */
static void
test_partial (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead_with_promise (fixture, "Anna Berg", 5, 3);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof id);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (FtEdit) edit = ft_edit_new ("Edit");
  const FtLeadRow *row;
  const FtPromiseRow *promise;
  gint64 next;

  edit_lead (fixture, id, fill_in);
  g_array_append_val (ids, id);
  rows = sync_rows (fixture->store, ids);
  row = rows->pdata[0];
  g_assert_true (row->lead->partial);
  g_assert_cmpstr (row->lead->name, ==, "Anna Berg");
  g_assert_cmpstr (row->lead->zone, ==, "Europe/Berlin");
  g_assert_cmpint (row->lead->state, ==, FT_LEAD_CUSTOMER);
  g_assert_cmpint (row->lead->interval, ==, 9);
  g_assert_cmpint (row->lead->decision_day, ==, 739000);
  g_assert_cmpstr (ft_lead_data_get_phone (row->lead), ==, "+49 30 1234567");
  g_assert_cmpstr (row->lead->notes, ==, "");
  g_assert_cmpuint (row->lead->facts->len, ==, 0);
  g_assert_true (row->due == row->oldest);

  promises = sync_promises (fixture->store, NOW, NOW + DAY, 0);
  g_assert_cmpuint (promises->len, ==, 1);
  promise = promises->pdata[0];
  g_assert_true (promise->lead->partial);
  g_assert_cmpstr (promise->lead->name, ==, "Anna Berg");
  g_assert_cmpuint (promise->lead->phones->len, ==, 0);

  due = sync_due (fixture->store, NOW + 3 * HOUR, &next);
  promise = due->pdata[0];
  g_assert_false (promise->lead->partial);
  g_assert_cmpstr (ft_lead_data_get_phone (promise->lead), ==, "+49 30 1234567");
  g_assert_cmpstr (promise->lead->notes, ==, "likes wood");

  g_test_expect_message ("ft-core", G_LOG_LEVEL_CRITICAL, "*partial*");
  ft_edit_put_lead (edit, row->lead);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (ft_edit_get_leads (edit)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/lists/filters", test_filters);
  FIXTURE_ADD ("/store/lists/limit", test_limit);
  FIXTURE_ADD ("/store/lists/time-passes", test_time_passes);
  FIXTURE_ADD ("/store/lists/empty", test_empty);
  FIXTURE_ADD ("/store/lists/A3/fence", test_fence);
  FIXTURE_ADD ("/store/lists/E1/neglected", test_neglected);
  FIXTURE_ADD ("/store/lists/due-and-oldest", test_due_and_oldest);
  FIXTURE_ADD ("/store/lists/rows-of-nobody", test_rows_of_nobody);
  FIXTURE_ADD ("/store/lists/places", test_places);
  FIXTURE_ADD ("/store/lists/place-in-empty", test_place_in_empty);
  FIXTURE_ADD ("/store/lists/partial", test_partial);
  return g_test_run ();
}
