#include "core/ft-records.h"

#include <stddef.h>

static FtLeadData *
anna (void)
{
  FtLeadData *lead = ft_lead_data_new ("Anna Berg");
  lead->id = 7;
  g_ptr_array_add (lead->phones, ft_reach_new ("work", "+49 (30) 1234-567"));
  g_ptr_array_add (lead->phones, ft_reach_new ("mobile", "0170 1"));
  g_ptr_array_add (lead->emails, ft_reach_new ("", "anna@example.com"));
  g_ptr_array_add (lead->facts, ft_fact_new (739000, TRUE, "widowed in 2024"));
  g_ptr_array_add (lead->asks, ft_ask_new (739001, 0, "a sample"));
  return lead;
}

static void
test_nothing_is_null (void)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (NULL);
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (1, FT_CIVIL_NONE, NULL, FT_CHANNEL_PHONE);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (1, 5, FT_CHANNEL_EMAIL, FT_OUTCOME_REACHED);
  g_autoptr (FtPieceData) piece = ft_piece_data_new (NULL, FT_PIECE_LINK);
  g_autoptr (FtSaleData) sale = ft_sale_data_new (1, 5, NULL);
  const char *strings[] = {
    lead->uid,
    lead->name,
    lead->company,
    lead->role,
    lead->street,
    lead->postcode,
    lead->city,
    lead->region,
    lead->country,
    lead->zone,
    lead->source,
    lead->closing_words,
    lead->trial_close,
    lead->trial_answer,
    lead->notes,
    lead->override_words,
    lead->benefits[2].text,
    promise->uid,
    promise->purpose,
    promise->value,
    promise->zone,
    promise->reason,
    sale->uid,
    sale->what,
    sale->currency,
    sale->benefit.text,
    sale->checklist,
    sale->referral_words,
    contact->uid,
    contact->value,
    contact->heard,
    contact->asked_for,
    contact->notes,
    piece->uid,
    piece->name,
    piece->uri,
    piece->file_hash,
    piece->file_name,
    ft_lead_data_get_phone (lead),
    ft_lead_data_get_email (lead),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    g_assert_cmpstr (strings[i], ==, "");
}

static void
test_copies_are_their_own (void)
{
  FtLeadData *lead = anna ();
  g_autoptr (FtLeadData) copy = ft_lead_data_copy (lead);
  g_assert_true (ft_lead_data_equal (lead, copy));
  g_assert_cmpint (copy->id, ==, 7);
  ft_lead_data_unref (lead);
  g_assert_cmpstr (copy->name, ==, "Anna Berg");
  g_assert_cmpstr (ft_lead_data_get_phone (copy), ==, "+49 (30) 1234-567");
  g_assert_cmpstr (ft_lead_data_get_email (copy), ==, "anna@example.com");
  g_assert_cmpstr (((FtFact *) copy->facts->pdata[0])->text, ==, "widowed in 2024");
}

static void
test_counting (void)
{
  FtLeadData *lead = anna ();
  FtLeadCard *card = ft_lead_card_new (lead);
  ft_lead_data_unref (lead);
  g_assert_true (ft_lead_card_ref (card) == card);
  ft_lead_card_unref (card);
  g_assert_cmpstr (card->lead->name, ==, "Anna Berg");
  ft_lead_card_unref (card);
}

/* Each change of what a user can edit is a difference; ids and instants are not. */
static void
test_lead_differences (void)
{
  static const gsize strings[] = {
    G_STRUCT_OFFSET (FtLeadData, name),
    G_STRUCT_OFFSET (FtLeadData, company),
    G_STRUCT_OFFSET (FtLeadData, role),
    G_STRUCT_OFFSET (FtLeadData, street),
    G_STRUCT_OFFSET (FtLeadData, postcode),
    G_STRUCT_OFFSET (FtLeadData, city),
    G_STRUCT_OFFSET (FtLeadData, region),
    G_STRUCT_OFFSET (FtLeadData, country),
    G_STRUCT_OFFSET (FtLeadData, source),
    G_STRUCT_OFFSET (FtLeadData, closing_words),
    G_STRUCT_OFFSET (FtLeadData, override_words),
    G_STRUCT_OFFSET (FtLeadData, trial_close),
    G_STRUCT_OFFSET (FtLeadData, trial_answer),
    G_STRUCT_OFFSET (FtLeadData, notes),
    G_STRUCT_OFFSET (FtLeadData, benefits[0].text),
    G_STRUCT_OFFSET (FtLeadData, benefits[2].text),
  };
  static const gsize numbers[] = {
    G_STRUCT_OFFSET (FtLeadData, channel),          G_STRUCT_OFFSET (FtLeadData, decision_day),
    G_STRUCT_OFFSET (FtLeadData, not_before_day),   G_STRUCT_OFFSET (FtLeadData, state),
    G_STRUCT_OFFSET (FtLeadData, interval),         G_STRUCT_OFFSET (FtLeadData, nothing_else_day),
    G_STRUCT_OFFSET (FtLeadData, benefits[1].head),
  };
  g_autoptr (FtLeadData) lead = anna ();
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (FtLeadData) other = ft_lead_data_copy (lead);
      char **field = G_STRUCT_MEMBER_P (other, strings[i]);
      g_free (*field);
      *field = g_strdup ("other");
      g_assert_false (ft_lead_data_equal (lead, other));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (FtLeadData) other = ft_lead_data_copy (lead);
      G_STRUCT_MEMBER (int, other, numbers[i]) += 1;
      g_assert_false (ft_lead_data_equal (lead, other));
    }

  g_autoptr (FtLeadData) other = ft_lead_data_copy (lead);
  other->id = other->created_at = other->changed_at = 99;
  g_assert_true (ft_lead_data_equal (lead, other));
  other->zone = g_intern_string ("Europe/Berlin");
  g_assert_false (ft_lead_data_equal (lead, other));
  other->zone = lead->zone;
  ((FtFact *) other->facts->pdata[0])->sensitive = FALSE;
  g_assert_false (ft_lead_data_equal (lead, other));
  ((FtFact *) other->facts->pdata[0])->sensitive = TRUE;
  ((FtAsk *) other->asks->pdata[0])->done_day = 739002;
  g_assert_false (ft_lead_data_equal (lead, other));
  ((FtAsk *) other->asks->pdata[0])->done_day = 0;
  g_ptr_array_remove_index (other->phones, 1);
  g_assert_false (ft_lead_data_equal (lead, other));
}

static void
test_promise_differences (void)
{
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (7, ft_civil (2026, 11, 26, 16, 0), "Europe/Berlin", FT_CHANNEL_PHONE);
  g_autoptr (FtPromiseData) other = ft_promise_data_copy (promise);
  g_assert_true (ft_promise_data_equal (promise, other));
  g_assert_true (other->zone == g_intern_string ("Europe/Berlin"));
  g_assert_cmpint (ft_civil_compare (promise->target, promise->promised), ==, 0);

  static const gsize numbers[] = {
    G_STRUCT_OFFSET (FtPromiseData, kind),       G_STRUCT_OFFSET (FtPromiseData, channel),
    G_STRUCT_OFFSET (FtPromiseData, agreed),     G_STRUCT_OFFSET (FtPromiseData, effort),
    G_STRUCT_OFFSET (FtPromiseData, state),      G_STRUCT_OFFSET (FtPromiseData, cause),
    G_STRUCT_OFFSET (FtPromiseData, steps),      G_STRUCT_OFFSET (FtPromiseData, promised.day),
    G_STRUCT_OFFSET (FtPromiseData, target.day),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      G_STRUCT_MEMBER (int, other, numbers[i]) += 1;
      g_assert_false (ft_promise_data_equal (promise, other));
      G_STRUCT_MEMBER (int, other, numbers[i]) -= 1;
    }
  g_assert_true (ft_promise_data_equal (promise, other));
  other->sale_id = 3;
  g_assert_false (ft_promise_data_equal (promise, other));
  other->sale_id = 0;
  g_free (other->reason);
  other->reason = g_strdup ("They moved away");
  g_assert_false (ft_promise_data_equal (promise, other));
}

static void
test_sale_differences (void)
{
  g_autoptr (FtSaleData) sale = ft_sale_data_new (7, 1000, "A roof");
  g_autoptr (FtSaleData) other = NULL;
  static const gsize numbers[] = {
    G_STRUCT_OFFSET (FtSaleData, value),        G_STRUCT_OFFSET (FtSaleData, benefit.head),
    G_STRUCT_OFFSET (FtSaleData, delivery_day), G_STRUCT_OFFSET (FtSaleData, delivered_at),
    G_STRUCT_OFFSET (FtSaleData, referral),     G_STRUCT_OFFSET (FtSaleData, sold_at),
  };
  static const gsize strings[] = {
    G_STRUCT_OFFSET (FtSaleData, uid),       G_STRUCT_OFFSET (FtSaleData, what),
    G_STRUCT_OFFSET (FtSaleData, currency),  G_STRUCT_OFFSET (FtSaleData, benefit.text),
    G_STRUCT_OFFSET (FtSaleData, checklist), G_STRUCT_OFFSET (FtSaleData, referral_words),
  };

  sale->id = 9;
  other = ft_sale_data_copy (sale);
  g_assert_true (ft_sale_data_equal (sale, other));
  g_assert_cmpint (other->id, ==, 9);
  g_assert_true (other->what != sale->what);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      G_STRUCT_MEMBER (int, other, numbers[i]) += 1;
      g_assert_false (ft_sale_data_equal (sale, other));
      G_STRUCT_MEMBER (int, other, numbers[i]) -= 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      char **field = &G_STRUCT_MEMBER (char *, other, strings[i]);
      char *before = *field;
      *field = g_strdup ("another");
      g_assert_false (ft_sale_data_equal (sale, other));
      g_free (*field);
      *field = before;
    }
  g_assert_true (ft_sale_data_equal (sale, other));
}

static void
test_contact_differences (void)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (7, 1000, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtContactData) other = ft_contact_data_copy (contact);
  static const gsize numbers[] = {
    G_STRUCT_OFFSET (FtContactData, channel), G_STRUCT_OFFSET (FtContactData, direction),
    G_STRUCT_OFFSET (FtContactData, outcome), G_STRUCT_OFFSET (FtContactData, asked),
    G_STRUCT_OFFSET (FtContactData, answer),  G_STRUCT_OFFSET (FtContactData, lean),
    G_STRUCT_OFFSET (FtContactData, seconds),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      G_STRUCT_MEMBER (int, other, numbers[i]) += 1;
      g_assert_false (ft_contact_data_equal (contact, other));
      G_STRUCT_MEMBER (int, other, numbers[i]) -= 1;
    }
  g_assert_true (ft_contact_data_equal (contact, other));
  other->at++;
  g_assert_false (ft_contact_data_equal (contact, other));
}

static FtPromiseData *
promise_at (gint64 promised_at, gint64 target_at, FtPromiseState state)
{
  FtPromiseData *promise
      = ft_promise_data_new (7, ft_civil (2026, 1, 1, 9, 0), "", FT_CHANNEL_PHONE);
  promise->promised_at = promised_at;
  promise->target_at = target_at;
  promise->state = state;
  return promise;
}

static void
test_late (void)
{
  g_autoptr (FtPromiseData) open = promise_at (1000, 900, FT_PROMISE_OPEN);
  g_autoptr (FtPromiseData) kept = promise_at (1000, 900, FT_PROMISE_KEPT);
  g_assert_false (ft_promise_data_is_late (open, 950)); /* behind my target is not late */
  g_assert_false (ft_promise_data_is_late (open, 1000));
  g_assert_true (ft_promise_data_is_late (open, 1001));
  g_assert_false (ft_promise_data_is_late (kept, 2000));
}

/* The oldest late promise comes before one that is due first. */
static void
test_next (void)
{
  g_autoptr (FtLeadData) lead = anna ();
  g_autoptr (FtLeadCard) card = ft_lead_card_new (lead);
  g_assert_null (ft_lead_card_next (card, 0));

  FtPromiseData *done = promise_at (100, 100, FT_PROMISE_KEPT);
  FtPromiseData *oldest = promise_at (1000, 1000, FT_PROMISE_OPEN);
  FtPromiseData *due = promise_at (3000, 500, FT_PROMISE_OPEN);
  FtPromiseData *thanks = promise_at (10, 10, FT_PROMISE_OPEN);
  thanks->kind = FT_PROMISE_CARD; /* no call keeps it */
  g_ptr_array_add (card->promises, thanks);
  g_ptr_array_add (card->promises, done);
  g_ptr_array_add (card->promises, oldest);
  g_ptr_array_add (card->promises, due);
  g_autoptr (FtLeadRow) row = ft_lead_row_new (lead, due, oldest);
  g_autoptr (FtLeadRow) empty = ft_lead_row_new (lead, NULL, NULL);

  g_assert_true (ft_lead_card_next (card, 600) == due);
  g_assert_true (ft_lead_row_next (row, 600) == due);
  g_assert_true (ft_lead_card_next (card, 1001) == oldest);
  g_assert_true (ft_lead_row_next (row, 1001) == oldest);
  g_assert_null (ft_lead_row_next (empty, 1001));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/nothing-is-null", test_nothing_is_null);
  g_test_add_func ("/records/copies-are-their-own", test_copies_are_their_own);
  g_test_add_func ("/records/counting", test_counting);
  g_test_add_func ("/records/lead-differences", test_lead_differences);
  g_test_add_func ("/records/promise-differences", test_promise_differences);
  g_test_add_func ("/records/sale-differences", test_sale_differences);
  g_test_add_func ("/records/contact-differences", test_contact_differences);
  g_test_add_func ("/records/late", test_late);
  g_test_add_func ("/records/next", test_next);
  return g_test_run ();
}
