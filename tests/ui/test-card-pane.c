#include "../model/model-fixture.h"

#include "model/ft-desk.h"
#include "ui/ft-card-pane.h"
#include "ui/ft-inline-entry.h"
#include "ui/ft-outcome-bar.h"
#include "ui/ft-promise-box.h"
#include "ui/ft-promise-form.h"
#include "ui/ft-reach-row.h"
#include "ui/ft-time-picker.h"

#include <adwaita.h>

/* The card of a real lead in a real store, in a window of its own. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *pane;
  gint64 anna;
} Card;

/* --- Looking --- */

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
is_button_with_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
has_name (GtkWidget *widget, const char *text)
{
  g_autofree char *difference = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  return difference == NULL;
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_label_containing (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_of_type (GtkWidget *widget, const char *type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type);
}

static GtkWidget *
see (Card *card, Matches matches, const char *text)
{
  GtkWidget *found = find (card->pane, matches, text);

  if (found == NULL)
    g_error ("nothing shown that is “%s”", text);
  return found;
}

static FtInlineEntry *
get_field (Card *card, const char *title)
{
  GQueue queue = G_QUEUE_INIT;
  FtInlineEntry *found = NULL;
  GtkWidget *widget;

  g_queue_push_tail (&queue, card->pane);
  while ((widget = g_queue_pop_head (&queue)) != NULL)
    {
      if (FT_IS_INLINE_ENTRY (widget))
        {
          g_autofree char *its_title = NULL;

          g_object_get (widget, "title", &its_title, NULL);
          if (g_str_equal (its_title, title))
            found = FT_INLINE_ENTRY (widget);
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&queue, child);
    }
  g_assert_nonnull (found);
  return found;
}

/* --- Acting --- */

static void
click (Card *card, GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  fixture_settle (&card->store);
}

static void
click_named (Card *card, const char *name)
{
  click (card, see (card, has_name, name));
}

static GtkWidget *
get_first_chip (Card *card, GtkWidget *root)
{
  GtkWidget *picker = find (root, is_of_type, "FtTimePicker");
  GtkWidget *chips;

  g_assert_nonnull (picker);
  chips = find (picker, is_of_type, "FtWrapBox");
  g_assert_nonnull (chips);
  g_assert_nonnull (gtk_widget_get_first_child (chips));
  return gtk_widget_get_first_child (chips);
}

static void
click_chip (Card *card)
{
  click (card, get_first_chip (card, see (card, is_of_type, "FtOutcomeBar")));
}

static void
type_into (Card *card, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (see (card, has_name, name)), text);
}

static void
edit_field (Card *card, const char *title, const char *text)
{
  FtInlineEntry *field = get_field (card, title);

  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), text);
  g_signal_emit_by_name (ft_inline_entry_get_entry (field), "activate");
}

static void
show (Card *card, gint64 lead_id)
{
  ft_desk_show_lead (card->desk, lead_id);
  fixture_settle (&card->store);
}

static FtLeadCard *
read_anna (Card *card)
{
  return fixture_read (&card->store, card->anna);
}

static guint
count_open (FtLeadCard *card)
{
  guint n = 0;

  for (guint i = 0; i < card->promises->len; i++)
    if (((FtPromiseData *) g_ptr_array_index (card->promises, i))->state == FT_PROMISE_OPEN)
      n++;
  return n;
}

/* --- Set up and tear down --- */

static void
set_up (Card *card, gconstpointer data)
{
  fixture_set_up (&card->store, NULL);
  card->anna = fixture_add (&card->store, "Anna <b>Berg</b> & Co", 0, 9, 0);
  card->desk = ft_desk_new (card->store.store);
  card->pane = ft_card_pane_new (card->desk);
  g_object_ref_sink (card->pane);
  card->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (card->window), 600, 800);
  gtk_window_set_child (GTK_WINDOW (card->window), card->pane);
  gtk_window_present (GTK_WINDOW (card->window));
  show (card, card->anna);
}

static void
tear_down (Card *card, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (card->window));
  fixture_settle (&card->store);
  g_assert_finalize_object (card->pane);
  g_assert_finalize_object (card->desk);
  fixture_tear_down (&card->store, NULL);
}

/* --- Tests --- */

static void
test_names (Card *card, gconstpointer data)
{
  GQueue queue = G_QUEUE_INIT;
  GtkWidget *widget;

  see (card, has_name, "Call");
  see (card, has_name, "Reached");
  see (card, has_name, "No Answer");
  see (card, has_name, "They'll Call");
  click_named (card, "Reached");

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
  see (card, is_label, "Anna <b>Berg</b> & Co");
}

static void
test_late_is_an_apology (Card *card, gconstpointer data)
{
  see (card, is_label_containing, "Late: ");
  see (card, is_label_containing, "I’m sorry");

  /* A promise still to come is the sentence to say. */
  fixture_go_to (&card->store, 0, 8, 0);
  fixture_settle (&card->store);
  g_assert_null (find (card->pane, is_label_containing, "I’m sorry"));
  see (card, is_label_containing, "I’ll call you");
}

static void
test_no_answer_takes_two_clicks (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  FtContactData *contact;

  click_named (card, "No Answer");
  click_chip (card);

  after = read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, FT_OUTCOME_NO_ANSWER);
  g_assert_cmpint (contact->channel, ==, FT_CHANNEL_PHONE);
  g_assert_cmpuint (after->promises->len, ==, 2);
  g_assert_cmpuint (count_open (after), ==, 1);

  /* Logged and booked in one step. */
  fixture_undo (&card->store);
  undone = read_anna (card);
  g_assert_cmpuint (undone->contacts->len, ==, 0);
  g_assert_cmpuint (undone->promises->len, ==, 1);
  g_assert_cmpuint (count_open (undone), ==, 1);
}

static void
test_reached_keeps_what_was_heard (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtContactData *contact;
  FtPromiseData *next;

  click_named (card, "Reached");
  type_into (card, "What you heard", "  roof first ");
  type_into (card, "What they asked for", "a sample");
  type_into (card, "Note", "dog barks");
  type_into (card, "Purpose of the promise", "talk about the sample");
  click_chip (card);

  after = read_anna (card);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, FT_OUTCOME_REACHED);
  g_assert_cmpstr (contact->heard, ==, "roof first");
  g_assert_cmpstr (contact->asked_for, ==, "a sample");
  g_assert_cmpstr (contact->notes, ==, "dog barks");
  next = g_ptr_array_index (after->promises, 0);
  g_assert_cmpint (next->state, ==, FT_PROMISE_OPEN);
  g_assert_cmpstr (next->purpose, ==, "talk about the sample");

  /* Nothing of it is left for the next contact. */
  show (card, card->anna);
  click_named (card, "Reached");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (see (card, has_name, "What you heard"))),
                   ==, "");
}

static void
test_typed_time_books (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *next;
  GtkWidget *bar;

  click_named (card, "They'll Call");
  see (card, is_label, "If they have not called by then, when will you call?");
  bar = see (card, is_of_type, "FtOutcomeBar");
  ft_time_picker_set_text (FT_TIME_PICKER (find (bar, is_of_type, "FtTimePicker")), "Fri 4pm");
  click (card, find (bar, is_button_with_label, "_Save"));

  after = read_anna (card);
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
  click_named (card, "No Answer");
  click_chip (card);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (card->desk)), ==, bert);
  see (card, is_label, "Bert");
}

static void
test_draft_waits_for_its_lead (Card *card, gconstpointer data)
{
  gint64 bert = fixture_add (&card->store, "Bert", 1, 9, 0);

  click_named (card, "Reached");
  type_into (card, "What you heard", "not yet saved");
  show (card, bert);
  g_assert_null (find (card->pane, has_name, "What you heard"));
  click_named (card, "Reached");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (see (card, has_name, "What you heard"))),
                   ==, "");

  show (card, card->anna);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (see (card, has_name, "What you heard"))),
                   ==, "not yet saved");
}

static void
test_change_underneath_leaves_typing (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) before = read_anna (card);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtEdit) edit = NULL;
  FtInlineEntry *field = get_field (card, "Company");

  click_named (card, "Reached");
  type_into (card, "What you heard", "half a sent");
  ft_inline_entry_edit (field);
  gtk_editable_set_text (GTK_EDITABLE (ft_inline_entry_get_entry (field)), "Berg Roo");

  g_free (lead->city);
  lead->city = g_strdup ("Berlin");
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);

  g_assert_cmpstr (ft_inline_entry_get_text (get_field (card, "City")), ==, "Berlin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (field))), ==,
                   "Berg Roo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (see (card, has_name, "What you heard"))),
                   ==, "half a sent");
}

static void
test_edit_in_place (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;

  /* Two fields, the second before the first one's answer: neither undoes the other. */
  edit_field (card, "Company", "Berg Roofing");
  edit_field (card, "Role", "Owner");
  fixture_settle (&card->store);
  g_assert_false (ft_inline_entry_get_editing (get_field (card, "Company")));

  after = read_anna (card);
  g_assert_cmpstr (after->lead->company, ==, "Berg Roofing");
  g_assert_cmpstr (after->lead->role, ==, "Owner");

  /* One edit each. */
  fixture_undo (&card->store);
  fixture_settle (&card->store);
  undone = read_anna (card);
  g_assert_cmpstr (undone->lead->company, ==, "Berg Roofing");
  g_assert_cmpstr (undone->lead->role, ==, "");
  g_assert_cmpstr (ft_inline_entry_get_text (get_field (card, "Role")), ==, "");
}

static void
test_wrong_values_stay_beside_their_reason (Card *card, gconstpointer data)
{
  FtInlineEntry *zone = get_field (card, "Time Zone");
  g_autoptr (FtLeadCard) after = NULL;

  edit_field (card, "Name", "  ");
  fixture_settle (&card->store);
  see (card, is_label, "A lead needs a name.");
  g_assert_true (ft_inline_entry_get_editing (get_field (card, "Name")));

  edit_field (card, "Time Zone", "Atlantis/Center");
  fixture_settle (&card->store);
  g_assert_true (ft_inline_entry_get_editing (zone));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (zone))), ==,
                   "Atlantis/Center");

  /* A city is enough, where there is one of that name. */
  edit_field (card, "Time Zone", "new york");
  fixture_settle (&card->store);
  g_assert_false (ft_inline_entry_get_editing (zone));
  after = read_anna (card);
  g_assert_cmpstr (after->lead->zone, ==, "America/New_York");
  g_assert_cmpstr (after->lead->name, ==, "Anna <b>Berg</b> & Co");
  see (card, is_label_containing, " there");
}

static void
close_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = ft_store_close_finish (FT_STORE (source), result, NULL);
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
set_flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_refused_text_is_kept (Card *card, gconstpointer data)
{
  FtInlineEntry *company = get_field (card, "Company");
  gboolean closed = FALSE;
  gboolean failed = FALSE;
  g_autoptr (GAsyncResult) result = NULL;

  ft_store_close_async (card->store.store, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_connect_swapped (card->desk, "failed", G_CALLBACK (set_flag_cb), &failed);
  edit_field (card, "Company", "Berg Roofing");
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (ft_inline_entry_get_editing (company));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ft_inline_entry_get_entry (company))), ==,
                   "Berg Roofing");

  failed = FALSE;
  g_signal_emit_by_name (see (card, has_name, "Reached"), "clicked");
  type_into (card, "What you heard", "do not lose this");
  g_signal_emit_by_name (get_first_chip (card, see (card, is_of_type, "FtOutcomeBar")), "clicked");
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (see (card, has_name, "What you heard"))),
                   ==, "do not lose this");

  /* Open again, for taking down. */
  ft_store_open_async (card->store.store, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ft_store_open_finish (card->store.store, result, NULL));
}

static void
test_missing_promise_is_one_click (Card *card, gconstpointer data)
{
  gint64 carl = fixture_add (&card->store, "Carl", G_MAXINT, 0, 0);
  g_autoptr (FtLeadCard) after = NULL;

  show (card, carl);
  see (card, is_label, "No promise. Make one:");
  click (card, get_first_chip (card, see (card, is_of_type, "FtPromiseForm")));
  after = fixture_read (&card->store, carl);
  g_assert_cmpuint (count_open (after), ==, 1);
  g_assert_null (find (card->pane, is_label, "No promise. Make one:"));
}

static void
test_promise_in_place (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *box = see (card, is_of_type, "FtPromiseBox");
  GtkWidget *reschedule;
  FtPromiseData *promise;

  edit_field (card, "What for", "the roof");
  edit_field (card, "What it brings them", "a drawing");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (box, is_of_type, "GtkCheckButton")), TRUE);
  fixture_settle (&card->store);

  /* Another promised time is another promise. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (see (card, has_name, "Change Time")), TRUE);
  reschedule = see (card, is_of_type, "FtReschedule");
  click (card, get_first_chip (card, reschedule));
  after = read_anna (card);
  g_assert_cmpuint (after->promises->len, ==, 2);
  g_assert_cmpuint (count_open (after), ==, 1);
  promise = g_ptr_array_index (after->promises, 0);
  g_assert_cmpstr (promise->purpose, ==, "the roof");
  g_assert_cmpstr (promise->value, ==, "a drawing");

  click_named (card, "Cancel Promise");
  g_clear_pointer (&after, ft_lead_card_unref);
  after = read_anna (card);
  g_assert_cmpuint (count_open (after), ==, 0);
}

static void
test_target_is_never_later (Card *card, gconstpointer data)
{
  gint64 dora = fixture_add (&card->store, "Dora", 2, 16, 0);
  GtkWidget *reschedule;
  FtTimePicker *picker;
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *promise;

  show (card, dora);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (see (card, has_name, "Change Time")), TRUE);
  reschedule = see (card, is_of_type, "FtReschedule");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find (reschedule, is_button_with_label, "My _Target")), TRUE);
  picker = FT_TIME_PICKER (find (reschedule, is_of_type, "FtTimePicker"));
  ft_time_picker_set_civil (picker, fixture_civil (3, 9, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  see (card, is_label_containing, "your target cannot be later");

  ft_time_picker_set_civil (picker, fixture_civil (2, 9, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, dora);
  promise = g_ptr_array_index (after->promises, 0);
  g_assert_cmpuint (after->promises->len, ==, 1);
  g_assert_cmpint (ft_civil_compare (promise->target, fixture_civil (2, 9, 0)), ==, 0);
  g_assert_cmpint (ft_civil_compare (promise->promised, fixture_civil (2, 16, 0)), ==, 0);
  see (card, is_label_containing, "My target: ");
}

static void
test_call_without_a_number_offers_one (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *row;

  click_named (card, "Call");
  see (card, is_label, "There is no telephone number yet. Add one below.");
  row = see (card, is_of_type, "FtReachRow");
  g_assert_true (ft_reach_row_get_editing (FT_REACH_ROW (row)));

  type_into (card, "Telephone number", "ask the secretary");
  g_signal_emit_by_name (see (card, has_name, "Telephone number"), "activate");
  fixture_settle (&card->store);
  see (card, is_label, "A telephone number has digits in it.");

  type_into (card, "Telephone number", "+49 30 1234");
  g_signal_emit_by_name (see (card, has_name, "Telephone number"), "activate");
  fixture_settle (&card->store);
  after = read_anna (card);
  g_assert_cmpuint (after->lead->phones->len, ==, 1);
  g_assert_cmpstr (ft_lead_data_get_phone (after->lead), ==, "+49 30 1234");
  see (card, has_name, "+49 30 1234");
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
  see (card, has_name, "What you heard");
  g_action_group_activate_action (actions, "edit", NULL);
  g_assert_true (ft_inline_entry_get_editing (get_field (card, "Name")));

  show (card, 0);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    g_assert_false (g_action_group_get_action_enabled (actions, NAMES[i]));
  see (card, is_label, "No Lead Chosen");
}

static void
test_history_is_corrected (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *row;

  click_named (card, "Reached");
  type_into (card, "What you heard", "ruf first");
  click_chip (card);
  show (card, card->anna);

  row = see (card, is_of_type, "FtHistoryRow");
  while (find (row, has_name, "Correct") == NULL)
    {
      /* The promise that was kept stands there, too. */
      row = gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)));
      g_assert_nonnull (row);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (row, has_name, "Correct")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (row, has_name, "What you heard")), "roof first");
  click (card, find (row, is_button_with_label, "Save"));

  after = read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  g_assert_cmpstr (((FtContactData *) g_ptr_array_index (after->contacts, 0))->heard, ==,
                   "roof first");
  see (card, is_label_containing, "roof first");
}

static void
test_a_promise_is_still_to_come (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtTimePicker *picker;

  click_named (card, "No Answer");
  picker
      = FT_TIME_PICKER (find (see (card, is_of_type, "FtOutcomeBar"), is_of_type, "FtTimePicker"));
  ft_time_picker_set_civil (picker, fixture_civil (-1, 16, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  see (card, is_label, "This time is already past. Choose one still to come.");
  after = read_anna (card);
  g_assert_cmpuint (after->contacts->len, ==, 0);
}

static void
test_both_times_are_shown (Card *card, gconstpointer data)
{
  GtkWidget *form;

  edit_field (card, "Time Zone", "America/New_York");
  fixture_settle (&card->store);
  see (card, is_label, "04:00 there");
  click_named (card, "Reached");
  form = find (see (card, is_of_type, "FtOutcomeBar"), is_of_type, "FtPromiseForm");
  ft_time_picker_set_text (FT_TIME_PICKER (find (form, is_of_type, "FtTimePicker")), "Fri 16:00");
  see (card, is_label, "Times are theirs: 16:00 there is 22:00 here.");
  /* In the night to 7 November 2027 clocks there show 1:30 twice. */
  ft_time_picker_set_civil (FT_TIME_PICKER (find (form, is_of_type, "FtTimePicker")),
                            ft_civil (2027, 11, 7, 1, 30));
  see (card, is_label_containing, "twice that day");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/card-pane/" name, Card, NULL, set_up, function, tear_down)

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
  TEST ("change-underneath-leaves-typing", test_change_underneath_leaves_typing);
  TEST ("edit-in-place", test_edit_in_place);
  TEST ("wrong-values-stay-beside-their-reason", test_wrong_values_stay_beside_their_reason);
  TEST ("refused-text-is-kept", test_refused_text_is_kept);
  TEST ("missing-promise-is-one-click", test_missing_promise_is_one_click);
  TEST ("promise-in-place", test_promise_in_place);
  TEST ("target-is-never-later", test_target_is_never_later);
  TEST ("call-without-a-number-offers-one", test_call_without_a_number_offers_one);
  TEST ("commands-follow-the-card", test_commands_follow_the_card);
  TEST ("history-is-corrected", test_history_is_corrected);
  TEST ("a-promise-is-still-to-come", test_a_promise_is_still_to_come);
  TEST ("both-times-are-shown", test_both_times_are_shown);
  return g_test_run ();
}
