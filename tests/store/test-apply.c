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

/* --- Rules --- */

static void
assert_invalid (Fixture *fixture, FtEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = sync_apply (fixture->store, edit, &error);

  g_assert_null (change);
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
  g_assert_cmpuint (fixture->changes->len, ==, 0);
}

static void
test_name_needed (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "", " ", "\t\n", "\xe2\x80\x83" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FtEdit) edit = ft_edit_new ("Add");
      g_autoptr (FtLeadData) other = ft_lead_data_new ("Bert");
      g_autoptr (FtLeadData) lead = ft_lead_data_new (names[i]);
      other->id = ft_edit_new_id (edit);
      lead->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, other);
      ft_edit_put_lead (edit, lead);
      assert_invalid (fixture, edit);
    }
  /* All of it or nothing. */
  assert_leads (fixture, FT_FILTER_ALL, NULL, "");
  g_assert_null (ft_store_get_undo_label (fixture->store));
}

static void
test_missing_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  g_autoptr (FtPromiseData) promise = new_promise (99, 2, 1);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (99, NOW, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtEdit) unknown_lead = ft_edit_new ("x");
  g_autoptr (FtEdit) promise_of_unknown = ft_edit_new ("x");
  g_autoptr (FtEdit) contact_of_unknown = ft_edit_new ("x");
  g_autoptr (FtEdit) unknown_new = ft_edit_new ("x");

  lead->id = 99;
  ft_edit_put_lead (unknown_lead, lead);
  assert_invalid (fixture, unknown_lead);
  promise->id = ft_edit_new_id (promise_of_unknown);
  ft_edit_put_promise (promise_of_unknown, promise);
  assert_invalid (fixture, promise_of_unknown);
  contact->id = ft_edit_new_id (contact_of_unknown);
  ft_edit_put_contact (contact_of_unknown, contact);
  assert_invalid (fixture, contact_of_unknown);
  promise->id = ft_edit_new_id (unknown_new);
  promise->lead_id = -77;
  ft_edit_put_promise (unknown_new, promise);
  assert_invalid (fixture, unknown_new);
}

static void
test_target_is_never_late (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtPromiseData) late = new_promise (anna, 5, 9);
  g_autoptr (FtPromiseData) all_day = new_promise (anna, 6, 0);
  g_autoptr (FtPromiseData) unset = new_promise (anna, 7, 0);
  g_autoptr (FtLeadCard) card = NULL;

  all_day->target = (FtCivil){ all_day->promised.day, FT_ALL_DAY, 0 };
  unset->target = FT_CIVIL_NONE;
  put_promise (fixture, late);
  put_promise (fixture, all_day);
  put_promise (fixture, unset);
  card = sync_card (fixture->store, anna);
  g_assert_cmpuint (card->promises->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      FtPromiseData *promise = card->promises->pdata[i];
      g_assert_cmpint (promise->target_at, ==, promise->promised_at);
      g_assert_cmpint (ft_civil_compare (promise->target, promise->promised), ==, 0);
      g_assert_cmpint (promise->target_at, ==, NOW + (5 + i) * HOUR);
    }
}

static void
test_promise_needs_day (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtEdit) edit = ft_edit_new ("x");
  g_autoptr (FtPromiseData) promise = new_promise (anna, 1, 1);
  g_autoptr (GError) error = NULL;

  promise->id = ft_edit_new_id (edit);
  promise->promised = FT_CIVIL_NONE;
  ft_edit_put_promise (edit, promise);
  g_assert_null (sync_apply (fixture->store, edit, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);
}

static void
do_nothing (FtLeadData *lead)
{
}

static void
touch_everything (FtLeadData *lead)
{
  char **texts[] = { &lead->company,
                     &lead->role,
                     &lead->street,
                     &lead->postcode,
                     &lead->city,
                     &lead->region,
                     &lead->country,
                     &lead->source,
                     &lead->closing_words,
                     &lead->override_words,
                     &lead->trial_close,
                     &lead->trial_answer,
                     &lead->notes,
                     &lead->benefits[0].text,
                     &lead->benefits[1].text,
                     &lead->benefits[2].text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_free (*texts[i]);
      *texts[i] = g_strdup_printf ("text \"%u'\n<&> ä", i);
    }
  lead->channel = FT_CHANNEL_POST;
  lead->zone = g_intern_string ("America/New_York");
  lead->decision_day = 739000;
  lead->not_before_day = 739001;
  lead->nothing_else_day = 739002;
  lead->interval = 9;
  lead->benefits[1].head = 3;
  lead->state = FT_LEAD_CUSTOMER;
  g_ptr_array_add (lead->phones, ft_reach_new ("a", "1"));
  g_ptr_array_add (lead->phones, ft_reach_new ("b", "2"));
  g_ptr_array_add (lead->emails, ft_reach_new ("c", "x@y"));
  g_ptr_array_add (lead->facts, ft_fact_new (739003, FALSE, "likes wood"));
  g_ptr_array_add (lead->asks, ft_ask_new (739004, 739005, "a sample"));
}

static void
test_all_fields (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtLeadCard) before = sync_card (fixture->store, anna);
  g_autoptr (FtLeadData) expected = ft_lead_data_copy (before->lead);
  g_autoptr (FtLeadCard) after = NULL;

  ft_clock_set (fixture->clock, NOW + HOUR, NULL);
  touch_everything (expected);
  edit_lead (fixture, anna, touch_everything);
  after = sync_card (fixture->store, anna);
  g_assert_true (ft_lead_data_equal (after->lead, expected));
  g_assert_cmpint (after->lead->created_at, ==, NOW);
  g_assert_cmpint (after->lead->changed_at, ==, NOW + HOUR);
}

/* Saving a form in which nothing was changed is no step. */
static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;
  FtChangeSet *change;

  edit_lead (fixture, anna, touch_everything);
  undone = sync_undo (fixture->store, NULL);
  g_assert_cmpstr (ft_store_get_redo_label (fixture->store), ==, "edit");
  edit_lead (fixture, anna, do_nothing);
  change = fixture->changes->pdata[fixture->changes->len - 1];
  g_assert_cmpuint (change->leads->len, ==, 0);
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Anna");
  /* What could be redone still can. */
  g_assert_cmpstr (ft_store_get_redo_label (fixture->store), ==, "edit");
  redone = sync_redo (fixture->store, NULL);
  g_assert_nonnull (redone);
}

static void
test_uid_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("x");
  g_autoptr (FtEdit) twice = ft_edit_new ("x");
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  g_autoptr (FtLeadData) renamed = NULL;
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (FtChangeSet) second = NULL;
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (GError) error = NULL;

  g_free (lead->uid);
  lead->uid = g_strdup ("anna-1");
  lead->id = ft_edit_new_id (edit);
  ft_edit_put_lead (edit, lead);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  /* Nobody else can have it. */
  g_assert_null (sync_apply (fixture->store, edit, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_INVALID);

  renamed = ft_lead_data_new ("Anna Berg");
  renamed->id = change->lead_id;
  ft_edit_put_lead (twice, renamed);
  second = sync_apply (fixture->store, twice, NULL);
  card = sync_card (fixture->store, change->lead_id);
  g_assert_cmpstr (card->lead->name, ==, "Anna Berg");
  g_assert_cmpstr (card->lead->uid, ==, "anna-1");
}

/* --- Removing --- */

static void
test_remove_lead (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (fixture, "Anna", 2, 1);
  gint64 bert = add_lead (fixture, "Bert", NULL);
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, anna);
  FtPromiseData *promise = card->promises->pdata[0];
  g_autoptr (FtEdit) log = ft_edit_new ("log");
  g_autoptr (FtEdit) remove = ft_edit_new ("remove");
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (bert, NOW, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtChangeSet) logged = NULL;
  g_autoptr (FtChangeSet) removed = NULL;
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtLeadCard) bert_card = NULL;
  g_autoptr (FtLeadCard) anna_card = NULL;

  /* A contact with another lead about this promise. */
  contact->id = ft_edit_new_id (log);
  contact->promise_id = promise->id;
  ft_edit_put_contact (log, contact);
  logged = sync_apply (fixture->store, log, NULL);
  g_assert_nonnull (logged);

  ft_edit_remove_lead (remove, anna);
  removed = sync_apply (fixture->store, remove, NULL);
  g_assert_cmpuint (removed->leads->len, ==, 2);
  g_assert_true (ft_change_set_has_lead (removed, anna));
  g_assert_true (ft_change_set_has_lead (removed, bert));
  g_assert_cmpuint (removed->rows->len, ==, 1);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Bert");
  g_assert_null (sync_card (fixture->store, anna));
  bert_card = sync_card (fixture->store, bert);
  g_assert_cmpint (((FtContactData *) bert_card->contacts->pdata[0])->promise_id, ==, 0);

  undone = sync_undo (fixture->store, NULL);
  g_assert_cmpstr (undone->label, ==, "remove");
  anna_card = sync_card (fixture->store, anna);
  g_assert_cmpint (((FtPromiseData *) anna_card->promises->pdata[0])->id, ==, promise->id);
  g_clear_pointer (&bert_card, ft_lead_card_unref);
  bert_card = sync_card (fixture->store, bert);
  g_assert_cmpint (((FtContactData *) bert_card->contacts->pdata[0])->promise_id, ==, promise->id);
}

static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Give a piece");
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtChangeSet) change = NULL;
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtChangeSet) undone = NULL;

  piece->id = ft_edit_new_id (edit);
  lead->id = ft_edit_new_id (edit);
  contact = ft_contact_data_new (lead->id, NOW, FT_CHANNEL_POST, FT_OUTCOME_REACHED);
  contact->id = ft_edit_new_id (edit);
  contact->piece_id = piece->id;
  ft_edit_put_contact (edit, contact);
  ft_edit_put_lead (edit, lead);
  ft_edit_put_piece (edit, piece);
  change = sync_apply (fixture->store, edit, NULL);
  card = sync_card (fixture->store, change->lead_id);
  g_assert_cmpint (((FtContactData *) card->contacts->pdata[0])->piece_id, >, 0);
  undone = sync_undo (fixture->store, NULL);
  g_assert_null (sync_card (fixture->store, change->lead_id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/apply/add-lead-with-promise", test_add_lead_with_promise);
  FIXTURE_ADD ("/store/apply/name-needed", test_name_needed);
  FIXTURE_ADD ("/store/apply/missing-records", test_missing_records);
  FIXTURE_ADD ("/store/apply/target-is-never-late", test_target_is_never_late);
  FIXTURE_ADD ("/store/apply/promise-needs-day", test_promise_needs_day);
  FIXTURE_ADD ("/store/apply/all-fields", test_all_fields);
  FIXTURE_ADD ("/store/apply/nothing-changed", test_nothing_changed);
  FIXTURE_ADD ("/store/apply/uid-stays", test_uid_stays);
  FIXTURE_ADD ("/store/apply/remove-lead", test_remove_lead);
  FIXTURE_ADD ("/store/apply/pieces", test_pieces);
  return g_test_run ();
}
