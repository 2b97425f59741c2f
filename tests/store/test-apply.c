#include "store-fixture.h"

static void
test_add_lead_with_promise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Add Anna Berg");
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (GError) error = NULL;
  FtLeadRow *row;
  FtPromiseData *stored;

  lead->id = ft_edit_new_id (edit);
  g_ptr_array_add (lead->phones, ft_reach_new ("work", "+49 30 1234567"));
  g_ptr_array_add (lead->phones, ft_reach_new ("", "0171 999888"));
  g_ptr_array_add (lead->emails, ft_reach_new ("home", "anna@berg.example"));
  lead->decision_day = fixture_bounds (fixture).today + 20;
  g_ptr_array_add (lead->facts,
                   ft_fact_new (fixture_bounds (fixture).today, TRUE, "widowed in 2024"));
  g_ptr_array_add (lead->asks, ft_ask_new (fixture_bounds (fixture).today, 0, "a colour chart"));
  promise = new_promise (lead->id, 7, 5);
  promise->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  ft_edit_put_promise (edit, promise);

  change = sync_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (change->label, ==, "Add Anna Berg");
  g_assert_false (change->everything);
  g_assert_cmpint (change->lead_id, >, 0);
  g_assert_cmpuint (change->leads->len, ==, 1);
  g_assert_cmpint (g_array_index (change->leads, gint64, 0), ==, change->lead_id);
  g_assert_cmpuint (change->rows->len, ==, 1);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  g_assert_true (fixture->changes->pdata[0] == change);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Add Anna Berg");
  g_assert_null (ft_store_get_redo_label (fixture->store));

  row = change->rows->pdata[0];
  g_assert_true (ft_lead_data_equal (row->lead, row->lead));
  g_assert_cmpstr (row->lead->name, ==, "Anna Berg");
  g_assert_nonnull (row->due);
  g_assert_cmpint (row->due->target_at, ==, NOW + 5 * HOUR);
  g_assert_cmpint (row->oldest->promised_at, ==, NOW + 7 * HOUR);
  g_assert_cmpuint (row->n_contacts, ==, 0);

  card = sync_card (fixture->store, change->lead_id);
  g_assert_cmpint (card->lead->created_at, ==, NOW);
  g_assert_cmpint (card->lead->changed_at, ==, NOW);
  g_assert_true (g_uuid_string_is_valid (card->lead->uid));
  g_assert_cmpuint (card->lead->phones->len, ==, 2);
  g_assert_cmpstr (ft_lead_data_get_phone (card->lead), ==, "+49 30 1234567");
  g_assert_cmpstr (ft_lead_data_get_email (card->lead), ==, "anna@berg.example");
  g_assert_cmpint (card->lead->decision_day, ==, lead->decision_day);
  g_assert_cmpuint (card->lead->facts->len, ==, 1);
  g_assert_true (((FtFact *) card->lead->facts->pdata[0])->sensitive);
  g_assert_cmpstr (((FtAsk *) card->lead->asks->pdata[0])->text, ==, "a colour chart");
  g_assert_cmpuint (card->promises->len, ==, 1);
  stored = card->promises->pdata[0];
  g_assert_cmpint (stored->lead_id, ==, change->lead_id);
  g_assert_cmpstr (stored->zone, ==, "Europe/Berlin");
  g_assert_cmpint (ft_civil_compare (stored->promised, promise->promised), ==, 0);

  fixture_reopen (fixture);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Add Anna Berg");
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna Berg");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/apply/add-lead-with-promise", test_add_lead_with_promise);
  return g_test_run ();
}
