#include "sale-fixture.h"

#include "ui/ft-sale-card.h"
#include "ui/ft-sale-step.h"

/* After the sale (B11, D8): the checklist on the call card. */

/* --- The checklist --- */

static void
test_logged_at_once (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = sale_read (sale);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (sale->window));
  GtkWidget *first = ft_sale_step_get_tick (
      FT_SALE_STEP (sale_see (sale, sale_is_step, "Write a thank-you card")));

  g_assert_cmpstr (stored->what, ==, "");
  g_assert_true (focus == first);
  sale_see (sale, sale_is_step, "Deliver what was sold");
  sale_see (sale, sale_is_step, "See how they are doing");
  /* What the delivery will bring is shown, and not to be ticked yet. */
  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (
      FT_SALE_STEP (sale_see (sale, sale_is_step, "Call after the delivery")))));
}

static void
test_tick_and_take_back (Sale *sale, gconstpointer data)
{
  sale_toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
  sale_see (sale, sale_says, "done: Today");
  sale_toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
}

static void
test_delivered (Sale *sale, gconstpointer data)
{
  sale_toggle (sale, "Write a thank-you card");
  fixture_go_to (&sale->store, 14, 11, 0);
  sale_toggle (sale, "Deliver what was sold");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_FOLLOW_THROUGH, FT_PROMISE_OPEN), ==, 1);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  sale_see (sale, sale_says, "now that you have it");
  sale_see (sale, sale_says, "Who else should know");
  /* What was logged as a contact is taken back by undo alone. */
  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (
      FT_SALE_STEP (sale_see (sale, sale_is_step, "Deliver what was sold")))));
}

static void
test_late (Sale *sale, gconstpointer data)
{
  fixture_go_to (&sale->store, 1, 9, 0);
  fixture_settle (&sale->store);
  sale_see (sale, sale_says, "late: Yesterday");
}

static void
test_skip (Sale *sale, gconstpointer data)
{
  GtkWidget *entry;

  sale_press (sale, "Skip");
  entry = sale_see (sale, sale_is_entry, "Why will it not be done?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "They thanked us first");
  g_signal_emit_by_name (entry, "activate");
  fixture_settle (&sale->store);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_CANCELLED), ==, 1);
  sale_see (sale, sale_says, "skipped");
  sale_see (sale, sale_says, "They thanked us first");
}

/* Skipping the delivery has nothing wait for it any more; undone, it does again. */
static void
test_skip_delivery (Sale *sale, gconstpointer data)
{
  GtkWidget *step = sale_see (sale, sale_is_step, "Deliver what was sold");
  GtkWidget *waiting = sale_see (sale, sale_is_step, "Write a second thank-you card");

  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (sale_find (step, sale_is_button, "Skip")), TRUE);
  g_signal_emit_by_name (sale_find (step, sale_is_button, "Done another way"), "clicked");
  fixture_settle (&sale->store);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_DELIVERY, FT_PROMISE_CANCELLED), ==, 1);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 2);
  waiting = sale_see (sale, sale_is_step, "Write a second thank-you card");
  g_assert_true (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
  sale_see (sale, sale_says, "Who else should know");

  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  waiting = sale_see (sale, sale_is_step, "Write a second thank-you card");
  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
}

static void
test_own_step (Sale *sale, gconstpointer data)
{
  GtkWidget *text, *when;

  sale_press (sale, "Add a Step");
  text = sale_see (sale, sale_is_entry, "What is to be done?");
  when = sale_see (sale, sale_is_entry, "By when? Tomorrow");
  gtk_editable_set_text (GTK_EDITABLE (text), "Send the warranty");
  gtk_editable_set_text (GTK_EDITABLE (when), "the day after never");
  sale_see (sale, sale_says, "Which day is that?");
  sale_press (sale, "Add");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_STEP, FT_PROMISE_OPEN), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (when), "in 2 weeks");
  sale_press (sale, "Add");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_STEP, FT_PROMISE_OPEN), ==, 1);
  sale_see (sale, sale_is_step, "Send the warranty");
  sale_toggle (sale, "Send the warranty");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_STEP, FT_PROMISE_KEPT), ==, 1);
}

/* --- Several sales, and earlier ones --- */

static void
test_several (Sale *sale, gconstpointer data)
{
  GtkWidget *first, *second;

  sale_fill_in (sale, "Bought", "A new roof");
  fixture_settle (&sale->store);
  sale_sell (sale);
  first = sale_see (sale, sale_is_type, "FtSaleCard");
  second = gtk_widget_get_next_sibling (first);
  g_assert_true (FT_IS_SALE_CARD (second));
  /* One friendly promise is enough (D8). */
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
  g_assert_nonnull (sale_find (second, sale_says, "A new roof"));
  g_assert_null (sale_find (first, sale_says, "A new roof"));
}

static void
test_earlier (Sale *sale, gconstpointer data)
{
  sale_fill_in (sale, "Bought", "A new roof");
  sale_fill_in (sale, "Value", "900 EUR");
  fixture_settle (&sale->store);
  sale_toggle (sale, "Write a thank-you card");
  sale_toggle (sale, "Deliver what was sold");
  sale_toggle (sale, "Write a second thank-you card");
  sale_toggle (sale, "Call after the delivery");
  sale_toggle (sale, "See how they are doing");
  g_assert_null (sale_find (sale->root, sale_is_type, "FtSaleCard"));
  sale_see (sale, sale_says, "A new roof for 900.00");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
}

static void
test_remove (Sale *sale, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  sale_press (sale, "Remove This Sale");
  after = sale_read_card (sale);
  g_assert_cmpuint (after->sales->len, ==, 0);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_OPEN);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  sale_see (sale, sale_is_step, "Write a thank-you card");
}

#define TEST(path, setup, function)                                                                \
  g_test_add ("/after-sale/" path, Sale, NULL, setup, function, sale_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("logged-at-once", sale_set_up_sold, test_logged_at_once);
  TEST ("tick-and-take-back", sale_set_up_sold, test_tick_and_take_back);
  TEST ("delivered", sale_set_up_sold, test_delivered);
  TEST ("late", sale_set_up_sold, test_late);
  TEST ("skip", sale_set_up_sold, test_skip);
  TEST ("skip-delivery", sale_set_up_sold, test_skip_delivery);
  TEST ("own-step", sale_set_up_sold, test_own_step);
  TEST ("several", sale_set_up_sold, test_several);
  TEST ("earlier", sale_set_up_sold, test_earlier);
  TEST ("remove", sale_set_up_sold, test_remove);
  return g_test_run ();
}
