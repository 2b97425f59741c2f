#include "card-fixture.h"

#include "ui/ft-outcome-bar.h"
#include "ui/ft-promise-box.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-reach-row.h"
#include "ui/ft-time-picker.h"

/* The card of a real lead, worked on as a person does. */

/* --- Set up and tear down --- */

static void
set_up (Card *card, gconstpointer data)
{
  card_set_up (card, "Anna <b>Berg</b> & Co", 0);
}

/* --- Tests --- */

static void
test_names (Card *card, gconstpointer data)
{
  GQueue queue = G_QUEUE_INIT;
  GtkWidget *widget;

  card_see (card, card_has_name, "Call");
  card_see (card, card_has_name, "Reached");
  card_see (card, card_has_name, "No Answer");
  card_see (card, card_has_name, "They'll Call");
  card_click (card, "Reached");

  /* Every control that can be used says what it is. */
  g_queue_push_tail (&queue, card->pane);
  while ((widget = g_queue_pop_head (&queue)) != NULL)
    {
      if (!gtk_widget_get_visible (widget))
        continue;
      if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget)
          || ((GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget))
              && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))))
        {
          gboolean named = gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                             GTK_ACCESSIBLE_PROPERTY_LABEL)
                           || gtk_test_accessible_has_relation (
                               GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

          if (!named)
            g_error ("a %s has no name", G_OBJECT_TYPE_NAME (widget));
          continue;
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&queue, child);
    }
}

static void
test_markup_is_inert (Card *card, gconstpointer data)
{
  card_see (card, card_is_label, "Anna <b>Berg</b> & Co");
}

static void
test_late_is_an_apology (Card *card, gconstpointer data)
{
  card_see (card, card_says, "Late: ");
  card_see (card, card_says, "I’m sorry");

  /* A promise still to come is the sentence to say. */
  fixture_go_to (&card->store, 0, 8, 0);
  fixture_settle (&card->store);
  g_assert_null (card_find (card->pane, card_says, "I’m sorry"));
  card_see (card, card_says, "I’ll call you");
}

static void
test_no_answer_takes_two_clicks (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  FtContactData *contact;

  card_click (card, "No Answer");
  card_click_chip (card);

  after = card_read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, FT_OUTCOME_NO_ANSWER);
  g_assert_cmpint (contact->channel, ==, FT_CHANNEL_PHONE);
  g_assert_cmpuint (after->promises->len, ==, 2);
  g_assert_cmpuint (card_count_open (after), ==, 1);

  /* Logged and booked in one step. */
  fixture_undo (&card->store);
  undone = card_read_anna (card);
  g_assert_cmpuint (undone->contacts->len, ==, 0);
  g_assert_cmpuint (undone->promises->len, ==, 1);
  g_assert_cmpuint (card_count_open (undone), ==, 1);
}

static void
test_reached_keeps_what_was_heard (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtContactData *contact;
  FtPromiseData *next;

  card_click (card, "Reached");
  card_type (card, "What you heard", "  roof first ");
  card_type (card, "What they asked for", "a sample");
  card_type (card, "Note", "dog barks");
  card_type (card, "Purpose of the promise", "talk about the sample");
  card_click_chip (card);

  after = card_read_anna (card);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, FT_OUTCOME_REACHED);
  g_assert_cmpstr (contact->heard, ==, "roof first");
  g_assert_cmpstr (contact->asked_for, ==, "a sample");
  g_assert_cmpstr (contact->notes, ==, "dog barks");
  next = g_ptr_array_index (after->promises, 0);
  g_assert_cmpint (next->state, ==, FT_PROMISE_OPEN);
  g_assert_cmpstr (next->purpose, ==, "talk about the sample");

  /* Nothing of it is left for the next contact. */
  card_show (card, card->anna);
  card_click (card, "Reached");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (card_see (card, card_has_name, "What you heard"))), ==,
      "");
}

static void
test_typed_time_books (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *next;
  GtkWidget *bar;

  card_click (card, "They'll Call");
  card_see (card, card_is_label, "If they have not called by then, when will you call?");
  bar = card_see (card, card_is_type, "FtOutcomeBar");
  ft_time_picker_set_text (FT_TIME_PICKER (card_find (bar, card_is_type, "FtTimePicker")),
                           "Fri 4pm");
  card_press (card, card_find (bar, card_is_button, "_Save"));

  after = card_read_anna (card);
  next = g_ptr_array_index (after->promises, 0);
  g_assert_cmpint (ft_civil_compare (next->promised, fixture_civil (2, 16, 0)), ==, 0);
  g_assert_cmpint (((FtContactData *) g_ptr_array_index (after->contacts, 0))->outcome, ==,
                   FT_OUTCOME_THEY_WILL_CALL);
}

static void
test_saving_moves_on (Card *card, gconstpointer data)
{
  gint64 bert = fixture_add (&card->store, "Bert", 0, 9, 30);

  fixture_settle (&card->store);
  card_click (card, "No Answer");
  card_click_chip (card);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (card->desk)), ==, bert);
  card_see (card, card_is_label, "Bert");
}

static void
test_draft_waits_for_its_lead (Card *card, gconstpointer data)
{
  gint64 bert = fixture_add (&card->store, "Bert", 1, 9, 0);

  card_click (card, "Reached");
  card_type (card, "What you heard", "not yet saved");
  card_show (card, bert);
  g_assert_null (card_find (card->pane, card_has_name, "What you heard"));
  card_click (card, "Reached");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (card_see (card, card_has_name, "What you heard"))), ==,
      "");

  card_show (card, card->anna);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (card_see (card, card_has_name, "What you heard"))), ==,
      "not yet saved");
}

static void
test_missing_promise_is_one_click (Card *card, gconstpointer data)
{
  gint64 carl = fixture_add (&card->store, "Carl", G_MAXINT, 0, 0);
  g_autoptr (FtLeadCard) after = NULL;

  card_show (card, carl);
  card_see (card, card_is_label, "No promise. Make one:");
  card_press (card, card_get_chip (card_see (card, card_is_type, "FtPromiseForm")));
  after = fixture_read (&card->store, carl);
  g_assert_cmpuint (card_count_open (after), ==, 1);
  g_assert_null (card_find (card->pane, card_is_label, "No promise. Make one:"));
}

static void
test_call_without_a_number_offers_one (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *row;

  card_click (card, "Call");
  card_see (card, card_is_label, "There is no telephone number yet. Add one below.");
  row = card_see (card, card_is_type, "FtReachRow");
  g_assert_true (ft_reach_row_get_editing (FT_REACH_ROW (row)));

  card_type (card, "Telephone number", "ask the secretary");
  g_signal_emit_by_name (card_see (card, card_has_name, "Telephone number"), "activate");
  fixture_settle (&card->store);
  card_see (card, card_is_label, "A telephone number has digits in it.");

  card_type (card, "Telephone number", "+49 30 1234");
  g_signal_emit_by_name (card_see (card, card_has_name, "Telephone number"), "activate");
  fixture_settle (&card->store);
  after = card_read_anna (card);
  g_assert_cmpuint (after->lead->phones->len, ==, 1);
  g_assert_cmpstr (ft_lead_data_get_phone (after->lead), ==, "+49 30 1234");
  card_see (card, card_has_name, "+49 30 1234");
}

static void
test_commands_follow_the_card (Card *card, gconstpointer data)
{
  GActionGroup *actions = ft_card_pane_get_actions (FT_CARD_PANE (card->pane));
  static const char *NAMES[] = { "call",           "write", "reached", "no-answer",
                                 "they-will-call", "edit",  "remove",  "new-promise" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    g_assert_true (g_action_group_get_action_enabled (actions, NAMES[i]));
  g_action_group_activate_action (actions, "reached", NULL);
  card_see (card, card_has_name, "What you heard");
  g_action_group_activate_action (actions, "edit", NULL);
  g_assert_true (ft_inline_entry_get_editing (card_get_field (card, "Name")));

  card_show (card, 0);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    g_assert_false (g_action_group_get_action_enabled (actions, NAMES[i]));
  card_see (card, card_is_label, "No Lead Chosen");
}

static void
test_a_promise_is_still_to_come (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtTimePicker *picker;

  card_click (card, "No Answer");
  picker = FT_TIME_PICKER (
      card_find (card_see (card, card_is_type, "FtOutcomeBar"), card_is_type, "FtTimePicker"));
  ft_time_picker_set_civil (picker, fixture_civil (-1, 16, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  card_see (card, card_is_label, "This time is already past. Choose one still to come.");
  after = card_read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 0);
}

static void
test_both_times_are_shown (Card *card, gconstpointer data)
{
  GtkWidget *form;

  card_edit_field (card, "Time Zone", "America/New_York");
  fixture_settle (&card->store);
  card_see (card, card_is_label, "04:00 there");
  card_click (card, "Reached");
  form = card_find (card_see (card, card_is_type, "FtOutcomeBar"), card_is_type, "FtPromiseForm");
  ft_time_picker_set_text (FT_TIME_PICKER (card_find (form, card_is_type, "FtTimePicker")),
                           "Fri 16:00");
  card_see (card, card_is_label, "Times are theirs: 16:00 there is 22:00 here.");
  /* In the night to 7 November 2027 clocks there show 1:30 twice. */
  ft_time_picker_set_civil (FT_TIME_PICKER (card_find (form, card_is_type, "FtTimePicker")),
                            ft_civil (2027, 11, 7, 1, 30));
  card_see (card, card_says, "twice that day");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/card-pane/" name, Card, NULL, set_up, function, card_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("names", test_names);
  TEST ("markup-is-inert", test_markup_is_inert);
  TEST ("late-is-an-apology", test_late_is_an_apology);
  TEST ("no-answer-takes-two-clicks", test_no_answer_takes_two_clicks);
  TEST ("reached-keeps-what-was-heard", test_reached_keeps_what_was_heard);
  TEST ("typed-time-books", test_typed_time_books);
  TEST ("saving-moves-on", test_saving_moves_on);
  TEST ("draft-waits-for-its-lead", test_draft_waits_for_its_lead);
  TEST ("missing-promise-is-one-click", test_missing_promise_is_one_click);
  TEST ("call-without-a-number-offers-one", test_call_without_a_number_offers_one);
  TEST ("commands-follow-the-card", test_commands_follow_the_card);
  TEST ("a-promise-is-still-to-come", test_a_promise_is_still_to_come);
  TEST ("both-times-are-shown", test_both_times_are_shown);
  return g_test_run ();
}
