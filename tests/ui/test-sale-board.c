#include "sale-fixture.h"

#include "ui/ft-sale-card.h"
#include "ui/ft-sale-page.h"
#include "ui/ft-sale-step.h"
#include "ui/ft-status-strip.h"

/* The board of all sales with something left to do (B11). */

static void
set_up_board (Sale *sale, gconstpointer data)
{
  fixture_set_up (&sale->store, NULL);
  sale->anna = fixture_add (&sale->store, "Anna Berg", 0, 9, 0);
  sale->desk = ft_desk_new (sale->store.store);
  sale->root = g_object_ref_sink (ft_sale_page_new (sale->desk));
  sale_show (sale);
}

/* --- The board --- */

static void
sell_to (Sale *sale, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = fixture_read (&sale->store, lead_id);
  gint64 now = ft_clock_now (sale->store.clock);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (lead_id, now, FT_CHANNEL_PHONE, FT_OUTCOME_SOLD);
  FtSettings *settings = ft_desk_get_settings (sale->desk);
  g_autoptr (FtSaleData) made = ft_sale_suggest (card, settings, now, FIXTURE_ZONE);
  g_autoptr (FtEdit) edit
      = ft_gesture_sold (card, NULL, contact, made, settings, now, FIXTURE_ZONE);

  fixture_apply (&sale->store, edit);
  fixture_settle (&sale->store);
}

static void
count_lead (GtkWidget *page, gint64 lead_id, gint64 *shown)
{
  *shown = lead_id;
}

static gboolean
has_cards (Sale *sale)
{
  return sale_find (sale->root, sale_is_step, "Write a thank-you card") != NULL;
}

/* Rows are made as frames are drawn. */
static void
wait_for_cards (Sale *sale)
{
  for (int i = 0; i < 500 && !has_cards (sale); i++)
    {
      g_main_context_iteration (NULL, TRUE);
      fixture_settle (&sale->store);
    }
  g_assert_true (has_cards (sale));
}

static void
test_board (Sale *sale, gconstpointer data)
{
  gint64 shown = 0;
  GtkWidget *stack = gtk_widget_get_first_child (sale->root);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  sell_to (sale, sale->anna);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "board");
  wait_for_cards (sale);
  g_assert_true (gtk_widget_grab_focus (sale->root));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (sale->window))
                 == ft_sale_step_get_tick (
                     FT_SALE_STEP (sale_see (sale, sale_is_step, "Write a thank-you card"))));
  g_signal_connect (sale->root, "show-lead", G_CALLBACK (count_lead), &shown);
  sale_press (sale, "Anna Berg");
  g_assert_cmpint (shown, ==, sale->anna);
  g_assert_null (sale_find (sale->root, sale_is_button, "Remove This Sale"));
  sale_toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
  sale_toggle (sale, "Deliver what was sold");
  g_assert_cmpuint (sale_count (sale, FT_PROMISE_FOLLOW_THROUGH, FT_PROMISE_OPEN), ==, 1);
  for (int i = 0; i < 3; i++)
    fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

static guint
count_cards (Sale *sale)
{
  GtkWidget *list = sale_see (sale, sale_is_type, "GtkListBox");
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* However many sales there are, widgets are made for those shown. */
static void
test_many (Sale *sale, gconstpointer data)
{
  for (int i = 0; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %02d", i);
      sell_to (sale, fixture_add (&sale->store, name, 0, 9, 0));
    }
  wait_for_cards (sale);
  g_assert_cmpuint (count_cards (sale), ==, 20);
  sale_press (sale, "Show _More");
  g_assert_cmpuint (count_cards (sale), ==, 25);
  g_assert_null (sale_find (sale->root, sale_is_button, "Show _More"));
}

static void
test_strip (Sale *sale, gconstpointer data)
{
  GtkWidget *strip = g_object_ref_sink (ft_status_strip_new ());

  ft_status_strip_set_desk (FT_STATUS_STRIP (strip), sale->desk);
  g_assert_null (sale_find (strip, sale_says, "to write"));
  sell_to (sale, sale->anna);
  g_assert_nonnull (sale_find (strip, sale_says, "1 card to write"));
  g_assert_null (sale_find (strip, sale_says, "without a call ahead"));
  g_assert_finalize_object (strip);
}

#define TEST(path, setup, function)                                                                \
  g_test_add ("/sale-board/" path, Sale, NULL, setup, function, sale_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("board", set_up_board, test_board);
  TEST ("many", set_up_board, test_many);
  TEST ("strip", set_up_board, test_strip);
  return g_test_run ();
}
