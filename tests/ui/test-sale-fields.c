#include "sale-fixture.h"

#include "ui/ft-inline-entry.h"

/* What was sold, and the card to write for it (B11), on the call card. */

/* --- What was sold --- */

static void
test_fields (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = NULL;

  /* Faster than the store answers: none undoes another. */
  sale_fill_in (sale, "Bought", "A new roof");
  sale_fill_in (sale, "Value", "1,250.50 EUR");
  sale_fill_in (sale, "Delivery", "in 3 weeks");
  fixture_settle (&sale->store);
  stored = sale_read (sale);
  g_assert_cmpstr (stored->what, ==, "A new roof");
  g_assert_cmpint (stored->value, ==, 125050);
  g_assert_cmpstr (stored->currency, ==, "EUR");
  g_assert_cmpint (stored->delivery_day, ==, fixture_civil (21, 0, 0).day);
  g_assert_cmpstr (sale_get_field (sale, "Bought"), ==, "A new roof");
  g_assert_nonnull (strstr (sale_get_field (sale, "Value"), "1250.50"));
  sale_see (sale, sale_says, "thank you for your order: A new roof");
}

static void
test_currencies (Sale *sale, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    gint64 minor;
    const char *currency;
  } cases[] = {
    { "5000 JPY", 5000, "JPY" }, { "7500", 7500, "JPY" }, { "1.250 KWD", 1250, "KWD" },
    { "€ 12,50", 1250, "EUR" },  { "", 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtSaleData) stored = NULL;

      sale_fill_in (sale, "Value", cases[i].typed);
      fixture_settle (&sale->store);
      stored = sale_read (sale);
      g_assert_cmpint (stored->value, ==, cases[i].minor);
      g_assert_cmpstr (stored->currency, ==, cases[i].currency);
    }
}

static void
test_nonsense_is_kept (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = NULL;
  GtkWidget *value = sale_see (sale, sale_is_field, "Value");
  GtkWidget *delivery = sale_see (sale, sale_is_field, "Delivery");

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *field = i == 0 ? value : delivery;

      ft_inline_entry_edit (FT_INLINE_ENTRY (field));
      gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (FT_INLINE_ENTRY (field))),
                             "rather a lot");
      g_signal_emit_by_name (ft_inline_entry_get_entry (FT_INLINE_ENTRY (field)), "activate");
      fixture_settle (&sale->store);
      sale_see (sale, sale_says, i == 0 ? "That is no amount" : "Which day is that?");
    }
  stored = sale_read (sale);
  g_assert_cmpstr (stored->currency, ==, "");
  g_assert_cmpint (stored->delivery_day, !=, 0);
}

static void
test_kind (Sale *sale, gconstpointer data)
{
  GtkWidget *kind = sale_see (sale, sale_is_type, "GtkDropDown");
  GtkWidget *box = sale_see (sale, sale_is_type, "FtSaleCard");
  g_autoptr (FtSaleData) stored = NULL;

  kind = sale_find (box, sale_is_type, "GtkDropDown");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (kind)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 1);
  fixture_settle (&sale->store);
  stored = sale_read (sale);
  g_assert_cmpstr (stored->checklist, ==, "Taken Along at Once");
  g_assert_cmpint (stored->delivery_day, ==, 0);
  sale_see (sale, sale_is_step, "Call to hear how it serves them");
  g_assert_null (sale_find (sale->root, sale_is_step, "Deliver what was sold"));
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  sale_see (sale, sale_is_step, "Deliver what was sold");
}

/* --- The card itself --- */

static void
test_address (Sale *sale, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  sale_see (sale, sale_says, "There is no postal address yet");
  {
    GtkWidget *aid = sale_see (sale, sale_is_type, "FtCardAid");
    g_signal_emit_by_name (sale_find (aid, sale_is_field, "Street"), "save", "Lange Straße 12");
    g_signal_emit_by_name (sale_find (aid, sale_is_field, "Postcode"), "save", "96047");
    g_signal_emit_by_name (sale_find (aid, sale_is_field, "City"), "save", "Bamberg");
  }
  fixture_settle (&sale->store);
  after = sale_read_card (sale);
  g_assert_cmpstr (after->lead->street, ==, "Lange Straße 12");
  g_assert_cmpstr (after->lead->postcode, ==, "96047");
  g_assert_cmpstr (after->lead->city, ==, "Bamberg");
  sale_see (sale, sale_says, "Anna Berg\nLange Straße 12\n");
}

static void
add_facts (Sale *sale)
{
  g_autoptr (FtLeadCard) card = sale_read_card (sale);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = NULL;

  g_ptr_array_add (lead->facts, ft_fact_new (1, TRUE, "Widowed"));
  g_ptr_array_add (lead->facts, ft_fact_new (2, FALSE, "Plays the cello"));
  lead->benefits[0].head = FT_BENEFIT_LOOK;
  g_free (lead->benefits[0].text);
  lead->benefits[0].text = g_strdup ("A terrace to show");
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&sale->store, edit);
  fixture_settle (&sale->store);
}

static void
test_what_to_write (Sale *sale, gconstpointer data)
{
  add_facts (sale);
  sale_sell (sale);
  sale_see (sale, sale_says, "Mind: Widowed");
  sale_see (sale, sale_says, "Mention: Plays the cello");
  sale_see (sale, sale_says, "It serves them: A terrace to show");
  sale_see (sale, sale_says, "Dear Anna Berg,");
  sale_toggle (sale, "Write a thank-you card");
  g_assert_null (sale_find (sale->root, sale_says, "Dear Anna Berg,"));
}

static void
test_referral (Sale *sale, gconstpointer data)
{
  g_assert_null (sale_find (sale->root, sale_says, "Who else should know"));
  sale_toggle (sale, "Deliver what was sold");
  sale_press (sale, "Asked: They Will Think");
  sale_see (sale, sale_says, "Ask again");
  sale_fill_in (sale, "Whom they named", "Boris Oz");
  fixture_settle (&sale->store);
  sale_see (sale, sale_says, "They named:");
  g_assert_null (sale_find (sale->root, sale_is_button, "Asked: Nobody"));
  {
    g_autoptr (FtSaleData) stored = sale_read (sale);
    g_assert_cmpint (stored->referral, ==, FT_REFERRAL_NAMED);
    g_assert_cmpstr (stored->referral_words, ==, "Boris Oz");
  }
}

#define TEST(path, setup, function)                                                                \
  g_test_add ("/sale-fields/" path, Sale, NULL, setup, function, sale_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("fields", sale_set_up_sold, test_fields);
  TEST ("currencies", sale_set_up_sold, test_currencies);
  TEST ("nonsense-is-kept", sale_set_up_sold, test_nonsense_is_kept);
  TEST ("kind", sale_set_up_sold, test_kind);
  TEST ("address", sale_set_up_sold, test_address);
  TEST ("what-to-write", sale_set_up, test_what_to_write);
  TEST ("referral", sale_set_up_sold, test_referral);
  return g_test_run ();
}
