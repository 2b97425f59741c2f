#include "../model/model-fixture.h"

#include "core/ft-sale.h"
#include "model/ft-desk.h"
#include "ui/ft-card-pane.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-sale-card.h"
#include "ui/ft-sale-page.h"
#include "ui/ft-sale-step.h"
#include "ui/ft-status-strip.h"

#include <adwaita.h>

/* After the sale (B11, D8), on a real store: the checklist on the call card, and the board. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *root; /* the call card, or the board */
  gint64 anna;
} Sale;

typedef gboolean (*Matches) (GtkWidget *widget, const char *text);

static GtkWidget *
find (GtkWidget *root, Matches matches, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_step (GtkWidget *widget, const char *text)
{
  GtkWidget *tick = FT_IS_SALE_STEP (widget) ? ft_sale_step_get_tick (FT_SALE_STEP (widget)) : NULL;

  return tick != NULL && g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (tick)), text);
}

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_field (GtkWidget *widget, const char *text)
{
  g_autofree char *title = NULL;

  if (!FT_IS_INLINE_ENTRY (widget))
    return FALSE;
  g_object_get (widget, "title", &title, NULL);
  return g_str_equal (title, text);
}

static gboolean
is_entry (GtkWidget *widget, const char *text)
{
  return GTK_IS_ENTRY (widget)
         && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), text) == 0;
}

static gboolean
is_type (GtkWidget *widget, const char *text)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), text);
}

static GtkWidget *
see (Sale *sale, Matches matches, const char *text)
{
  GtkWidget *found = find (sale->root, matches, text);

  if (found == NULL)
    g_error ("nothing shown that is “%s”", text);
  return found;
}

static void
press (Sale *sale, const char *label)
{
  g_signal_emit_by_name (see (sale, is_button, label), "clicked");
  fixture_settle (&sale->store);
}

static void
toggle (Sale *sale, const char *step)
{
  GtkWidget *tick = ft_sale_step_get_tick (FT_SALE_STEP (see (sale, is_step, step)));

  g_assert_true (gtk_widget_is_sensitive (tick));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (tick)));
  fixture_settle (&sale->store);
}

/* As typed and saved; the answer is not waited for. */
static void
fill_in (Sale *sale, const char *field, const char *text)
{
  g_signal_emit_by_name (see (sale, is_field, field), "save", text);
}

static const char *
get_field (Sale *sale, const char *field)
{
  return ft_inline_entry_get_text (FT_INLINE_ENTRY (see (sale, is_field, field)));
}

static FtLeadCard *
read_anna (Sale *sale)
{
  return fixture_read (&sale->store, sale->anna);
}

static FtSaleData *
read_sale (Sale *sale)
{
  g_autoptr (FtLeadCard) card = read_anna (sale);

  g_assert_cmpuint (card->sales->len, >, 0);
  return ft_sale_data_ref (card->sales->pdata[0]);
}

static guint
count (Sale *sale, FtPromiseKind kind, FtPromiseState state)
{
  g_autoptr (FtLeadCard) card = read_anna (sale);
  guint n = 0;

  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      n += promise->kind == kind && promise->state == state;
    }
  return n;
}

static void
show (Sale *sale)
{
  sale->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (sale->window), 620, 900);
  gtk_window_set_child (GTK_WINDOW (sale->window), sale->root);
  gtk_window_present (GTK_WINDOW (sale->window));
  fixture_settle (&sale->store);
}

static void
set_up (Sale *sale, gconstpointer data)
{
  fixture_set_up (&sale->store, NULL);
  sale->anna = fixture_add (&sale->store, "Anna Berg", 0, 9, 0);
  sale->desk = ft_desk_new (sale->store.store);
  sale->root = g_object_ref_sink (ft_card_pane_new (sale->desk));
  show (sale);
  ft_desk_show_lead (sale->desk, sale->anna);
  fixture_settle (&sale->store);
}

static void
sell (Sale *sale)
{
  GActionGroup *actions = ft_card_pane_get_actions (FT_CARD_PANE (sale->root));

  g_action_group_activate_action (actions, "sold", NULL);
  fixture_settle (&sale->store);
}

static void
set_up_sold (Sale *sale, gconstpointer data)
{
  set_up (sale, data);
  sell (sale);
}

static void
set_up_board (Sale *sale, gconstpointer data)
{
  fixture_set_up (&sale->store, NULL);
  sale->anna = fixture_add (&sale->store, "Anna Berg", 0, 9, 0);
  sale->desk = ft_desk_new (sale->store.store);
  sale->root = g_object_ref_sink (ft_sale_page_new (sale->desk));
  show (sale);
}

static void
tear_down (Sale *sale, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (sale->window));
  fixture_settle (&sale->store);
  g_assert_finalize_object (sale->root);
  g_assert_finalize_object (sale->desk);
  fixture_tear_down (&sale->store, NULL);
}

/* --- The checklist --- */

static void
test_logged_at_once (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = read_sale (sale);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (sale->window));
  GtkWidget *first
      = ft_sale_step_get_tick (FT_SALE_STEP (see (sale, is_step, "Write a thank-you card")));

  g_assert_cmpstr (stored->what, ==, "");
  g_assert_true (focus == first);
  see (sale, is_step, "Deliver what was sold");
  see (sale, is_step, "See how they are doing");
  /* What the delivery will bring is shown, and not to be ticked yet. */
  g_assert_false (gtk_widget_is_sensitive (
      ft_sale_step_get_tick (FT_SALE_STEP (see (sale, is_step, "Call after the delivery")))));
}

static void
test_tick_and_take_back (Sale *sale, gconstpointer data)
{
  toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
  see (sale, says, "done: Today");
  toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
}

static void
test_delivered (Sale *sale, gconstpointer data)
{
  toggle (sale, "Write a thank-you card");
  fixture_go_to (&sale->store, 14, 11, 0);
  toggle (sale, "Deliver what was sold");
  g_assert_cmpuint (count (sale, FT_PROMISE_FOLLOW_THROUGH, FT_PROMISE_OPEN), ==, 1);
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  see (sale, says, "now that you have it");
  see (sale, says, "Who else should know");
  /* What was logged as a contact is taken back by undo alone. */
  g_assert_false (gtk_widget_is_sensitive (
      ft_sale_step_get_tick (FT_SALE_STEP (see (sale, is_step, "Deliver what was sold")))));
}

static void
test_late (Sale *sale, gconstpointer data)
{
  fixture_go_to (&sale->store, 1, 9, 0);
  fixture_settle (&sale->store);
  see (sale, says, "late: Yesterday");
}

static void
test_skip (Sale *sale, gconstpointer data)
{
  GtkWidget *entry;

  press (sale, "Skip");
  entry = see (sale, is_entry, "Why will it not be done?");
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "They thanked us first");
  g_signal_emit_by_name (entry, "activate");
  fixture_settle (&sale->store);
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_CANCELLED), ==, 1);
  see (sale, says, "skipped");
  see (sale, says, "They thanked us first");
}

/* Skipping the delivery has nothing wait for it any more; undone, it does again. */
static void
test_skip_delivery (Sale *sale, gconstpointer data)
{
  GtkWidget *step = see (sale, is_step, "Deliver what was sold");
  GtkWidget *waiting = see (sale, is_step, "Write a second thank-you card");

  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (step, is_button, "Skip")), TRUE);
  g_signal_emit_by_name (find (step, is_button, "Done another way"), "clicked");
  fixture_settle (&sale->store);
  g_assert_cmpuint (count (sale, FT_PROMISE_DELIVERY, FT_PROMISE_CANCELLED), ==, 1);
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 2);
  waiting = see (sale, is_step, "Write a second thank-you card");
  g_assert_true (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
  see (sale, says, "Who else should know");

  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_OPEN), ==, 1);
  waiting = see (sale, is_step, "Write a second thank-you card");
  g_assert_false (gtk_widget_is_sensitive (ft_sale_step_get_tick (FT_SALE_STEP (waiting))));
}

static void
test_own_step (Sale *sale, gconstpointer data)
{
  GtkWidget *text, *when;

  press (sale, "Add a Step");
  text = see (sale, is_entry, "What is to be done?");
  when = see (sale, is_entry, "By when? Tomorrow");
  gtk_editable_set_text (GTK_EDITABLE (text), "Send the warranty");
  gtk_editable_set_text (GTK_EDITABLE (when), "the day after never");
  see (sale, says, "Which day is that?");
  press (sale, "Add");
  g_assert_cmpuint (count (sale, FT_PROMISE_STEP, FT_PROMISE_OPEN), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (when), "in 2 weeks");
  press (sale, "Add");
  g_assert_cmpuint (count (sale, FT_PROMISE_STEP, FT_PROMISE_OPEN), ==, 1);
  see (sale, is_step, "Send the warranty");
  toggle (sale, "Send the warranty");
  g_assert_cmpuint (count (sale, FT_PROMISE_STEP, FT_PROMISE_KEPT), ==, 1);
}

/* --- What was sold --- */

static void
test_fields (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = NULL;

  /* Faster than the store answers: none undoes another. */
  fill_in (sale, "Bought", "A new roof");
  fill_in (sale, "Value", "1,250.50 EUR");
  fill_in (sale, "Delivery", "in 3 weeks");
  fixture_settle (&sale->store);
  stored = read_sale (sale);
  g_assert_cmpstr (stored->what, ==, "A new roof");
  g_assert_cmpint (stored->value, ==, 125050);
  g_assert_cmpstr (stored->currency, ==, "EUR");
  g_assert_cmpint (stored->delivery_day, ==, fixture_civil (21, 0, 0).day);
  g_assert_cmpstr (get_field (sale, "Bought"), ==, "A new roof");
  g_assert_nonnull (strstr (get_field (sale, "Value"), "1250.50"));
  see (sale, says, "thank you for your order: A new roof");
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

      fill_in (sale, "Value", cases[i].typed);
      fixture_settle (&sale->store);
      stored = read_sale (sale);
      g_assert_cmpint (stored->value, ==, cases[i].minor);
      g_assert_cmpstr (stored->currency, ==, cases[i].currency);
    }
}

static void
test_nonsense_is_kept (Sale *sale, gconstpointer data)
{
  g_autoptr (FtSaleData) stored = NULL;
  GtkWidget *value = see (sale, is_field, "Value");
  GtkWidget *delivery = see (sale, is_field, "Delivery");

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *field = i == 0 ? value : delivery;

      ft_inline_entry_edit (FT_INLINE_ENTRY (field));
      gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (FT_INLINE_ENTRY (field))),
                             "rather a lot");
      g_signal_emit_by_name (ft_inline_entry_get_entry (FT_INLINE_ENTRY (field)), "activate");
      fixture_settle (&sale->store);
      see (sale, says, i == 0 ? "That is no amount" : "Which day is that?");
    }
  stored = read_sale (sale);
  g_assert_cmpstr (stored->currency, ==, "");
  g_assert_cmpint (stored->delivery_day, !=, 0);
}

static void
test_kind (Sale *sale, gconstpointer data)
{
  GtkWidget *kind = see (sale, is_type, "GtkDropDown");
  GtkWidget *box = see (sale, is_type, "FtSaleCard");
  g_autoptr (FtSaleData) stored = NULL;

  kind = find (box, is_type, "GtkDropDown");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (kind)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 1);
  fixture_settle (&sale->store);
  stored = read_sale (sale);
  g_assert_cmpstr (stored->checklist, ==, "Taken Along at Once");
  g_assert_cmpint (stored->delivery_day, ==, 0);
  see (sale, is_step, "Call to hear how it serves them");
  g_assert_null (find (sale->root, is_step, "Deliver what was sold"));
  g_assert_cmpuint (count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  see (sale, is_step, "Deliver what was sold");
}

/* --- The card itself --- */

static void
test_address (Sale *sale, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  see (sale, says, "There is no postal address yet");
  {
    GtkWidget *aid = see (sale, is_type, "FtCardAid");
    g_signal_emit_by_name (find (aid, is_field, "Street"), "save", "Lange Straße 12");
    g_signal_emit_by_name (find (aid, is_field, "Postcode"), "save", "96047");
    g_signal_emit_by_name (find (aid, is_field, "City"), "save", "Bamberg");
  }
  fixture_settle (&sale->store);
  after = read_anna (sale);
  g_assert_cmpstr (after->lead->street, ==, "Lange Straße 12");
  g_assert_cmpstr (after->lead->postcode, ==, "96047");
  g_assert_cmpstr (after->lead->city, ==, "Bamberg");
  see (sale, says, "Anna Berg\nLange Straße 12\n");
}

static void
add_facts (Sale *sale)
{
  g_autoptr (FtLeadCard) card = read_anna (sale);
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
  sell (sale);
  see (sale, says, "Mind: Widowed");
  see (sale, says, "Mention: Plays the cello");
  see (sale, says, "It serves them: A terrace to show");
  see (sale, says, "Dear Anna Berg,");
  toggle (sale, "Write a thank-you card");
  g_assert_null (find (sale->root, says, "Dear Anna Berg,"));
}

static void
test_referral (Sale *sale, gconstpointer data)
{
  g_assert_null (find (sale->root, says, "Who else should know"));
  toggle (sale, "Deliver what was sold");
  press (sale, "Asked: They Will Think");
  see (sale, says, "Ask again");
  fill_in (sale, "Whom they named", "Boris Oz");
  fixture_settle (&sale->store);
  see (sale, says, "They named:");
  g_assert_null (find (sale->root, is_button, "Asked: Nobody"));
  {
    g_autoptr (FtSaleData) stored = read_sale (sale);
    g_assert_cmpint (stored->referral, ==, FT_REFERRAL_NAMED);
    g_assert_cmpstr (stored->referral_words, ==, "Boris Oz");
  }
}

/* --- Several sales, and earlier ones --- */

static void
test_several (Sale *sale, gconstpointer data)
{
  GtkWidget *first, *second;

  fill_in (sale, "Bought", "A new roof");
  fixture_settle (&sale->store);
  sell (sale);
  first = see (sale, is_type, "FtSaleCard");
  second = gtk_widget_get_next_sibling (first);
  g_assert_true (FT_IS_SALE_CARD (second));
  /* One friendly promise is enough (D8). */
  g_assert_cmpuint (count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
  g_assert_nonnull (find (second, says, "A new roof"));
  g_assert_null (find (first, says, "A new roof"));
}

static void
test_earlier (Sale *sale, gconstpointer data)
{
  fill_in (sale, "Bought", "A new roof");
  fill_in (sale, "Value", "900 EUR");
  fixture_settle (&sale->store);
  toggle (sale, "Write a thank-you card");
  toggle (sale, "Deliver what was sold");
  toggle (sale, "Write a second thank-you card");
  toggle (sale, "Call after the delivery");
  toggle (sale, "See how they are doing");
  g_assert_null (find (sale->root, is_type, "FtSaleCard"));
  see (sale, says, "A new roof for 900.00");
  g_assert_cmpuint (count (sale, FT_PROMISE_FRIENDLY, FT_PROMISE_OPEN), ==, 1);
}

static void
test_remove (Sale *sale, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (sale, "Remove This Sale");
  after = read_anna (sale);
  g_assert_cmpuint (after->sales->len, ==, 0);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_OPEN);
  fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  see (sale, is_step, "Write a thank-you card");
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
  return find (sale->root, is_step, "Write a thank-you card") != NULL;
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
  g_signal_connect (sale->root, "show-lead", G_CALLBACK (count_lead), &shown);
  press (sale, "Anna Berg");
  g_assert_cmpint (shown, ==, sale->anna);
  g_assert_null (find (sale->root, is_button, "Remove This Sale"));
  toggle (sale, "Write a thank-you card");
  g_assert_cmpuint (count (sale, FT_PROMISE_CARD, FT_PROMISE_KEPT), ==, 1);
  toggle (sale, "Deliver what was sold");
  g_assert_cmpuint (count (sale, FT_PROMISE_FOLLOW_THROUGH, FT_PROMISE_OPEN), ==, 1);
  for (int i = 0; i < 3; i++)
    fixture_undo (&sale->store);
  fixture_settle (&sale->store);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

static guint
count_cards (Sale *sale)
{
  GtkWidget *list = see (sale, is_type, "GtkListBox");
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
  press (sale, "Show _More");
  g_assert_cmpuint (count_cards (sale), ==, 25);
  g_assert_null (find (sale->root, is_button, "Show _More"));
}

static void
test_strip (Sale *sale, gconstpointer data)
{
  GtkWidget *strip = g_object_ref_sink (ft_status_strip_new ());

  ft_status_strip_set_desk (FT_STATUS_STRIP (strip), sale->desk);
  g_assert_null (find (strip, says, "to write"));
  sell_to (sale, sale->anna);
  g_assert_nonnull (find (strip, says, "1 card to write"));
  g_assert_null (find (strip, says, "without a call ahead"));
  g_assert_finalize_object (strip);
}

#define TEST(path, setup, function)                                                                \
  g_test_add ("/after-sale/" path, Sale, NULL, setup, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("logged-at-once", set_up_sold, test_logged_at_once);
  TEST ("tick-and-take-back", set_up_sold, test_tick_and_take_back);
  TEST ("delivered", set_up_sold, test_delivered);
  TEST ("late", set_up_sold, test_late);
  TEST ("skip", set_up_sold, test_skip);
  TEST ("skip-delivery", set_up_sold, test_skip_delivery);
  TEST ("own-step", set_up_sold, test_own_step);
  TEST ("fields", set_up_sold, test_fields);
  TEST ("currencies", set_up_sold, test_currencies);
  TEST ("nonsense-is-kept", set_up_sold, test_nonsense_is_kept);
  TEST ("kind", set_up_sold, test_kind);
  TEST ("address", set_up_sold, test_address);
  TEST ("what-to-write", set_up, test_what_to_write);
  TEST ("referral", set_up_sold, test_referral);
  TEST ("several", set_up_sold, test_several);
  TEST ("earlier", set_up_sold, test_earlier);
  TEST ("remove", set_up_sold, test_remove);
  TEST ("board", set_up_board, test_board);
  TEST ("many", set_up_board, test_many);
  TEST ("strip", set_up_board, test_strip);
  return g_test_run ();
}
