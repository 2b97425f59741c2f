#include "card-fixture.h"

#include "core/ft-outcomes.h"
#include "ui/ft-choice.h"
#include "ui/ft-time-picker.h"

/* The coach on the card of a real lead in a real store: each test is named by the practice it
 * tries. */

static void
press (Card *card, CardMatch matches, const char *text)
{
  card_press (card, card_see (card, matches, text));
}

static void
press_chip (Card *card)
{
  card_press (card, card_get_chip (card_see (card, card_is_type, "FtOutcomePanel")));
}

static void
set_up (Card *card, gconstpointer data)
{
  card_set_up (card, "Anna Berg", 0);
}

/* --- The ledger of pieces (A5) --- */

static gint64
add_piece (Card *card, const char *name)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new (name, FT_PIECE_DOCUMENT);
  g_autoptr (FtEdit) edit = ft_gesture_put_piece (piece);
  GPtrArray *pieces;

  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);
  pieces = ft_piece_list_get_pieces (ft_desk_get_pieces (card->desk));
  return ((FtPieceData *) g_ptr_array_index (pieces, pieces->len - 1))->id;
}

/* "Give", and the call that keeps the promise: it stands in the ledger, and the next one is ready
 * for the next call, before and after it is logged. */
static void
test_piece_ledger (Card *card, gconstpointer data)
{
  gint64 study = add_piece (card, "Case study");
  gint64 sample = add_piece (card, "Sample stone");
  g_autoptr (FtLeadCard) promised = NULL;
  g_autoptr (FtLeadCard) after = NULL;
  GtkWidget *panel;
  FtContactData *contact;

  card_see (card, card_says, "Case study");
  press (card, card_has_name, "Give the piece");
  promised = fixture_read (&card->store, card->anna);
  g_assert_cmpint (card_get_open (promised, 0)->piece_id, ==, study);

  press (card, card_has_name, "Reached");
  panel = card_see (card, card_is_type, "FtOutcomePanel");
  g_assert_nonnull (card_find (panel, card_says, "Gave: Case study"));
  g_assert_nonnull (card_find (panel, card_is_button, "Bring “Sample stone”"));
  g_assert_null (card_find (panel, card_is_button, "Bring “Case study”"));
  press_chip (card);

  after = fixture_read (&card->store, card->anna);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->piece_id, ==, study);
  g_assert_cmpint (card_get_open (after, 0)->piece_id, ==, sample);
  card_show (card, card->anna);
  card_see (card, card_says, "Given: Case study");
  card_see (card, card_is_button, "Give");
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (card_see (card, card_has_name, "Give the piece"))));

  /* One step: nothing was given then, and it is the next one again. */
  fixture_undo (&card->store);
  fixture_settle (&card->store);
  g_assert_null (card_find (card->pane, card_says, "Given: Case study"));
  press (card, card_has_name, "Reached");
  card_see (card, card_says, "Gave: Case study");
}

/* Nobody answered: nothing was given, and the piece goes with the next try. */
static void
test_piece_not_given (Card *card, gconstpointer data)
{
  gint64 study = add_piece (card, "Case study");
  g_autoptr (FtLeadCard) after = NULL;

  press (card, card_has_name, "Give the piece");
  press (card, card_has_name, "No Answer");
  press_chip (card);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (((FtContactData *) g_ptr_array_index (after->contacts, 0))->piece_id, ==, 0);
  g_assert_cmpint (card_get_open (after, 0)->piece_id, ==, study);
}

/* --- What is heard and asked --- */

static void
test_lean_and_asking (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtContactData *contact;

  press (card, card_has_name, "Reached");
  press (card, card_is_button, "Towards");
  press (card, card_is_button, "Next Step");
  press (card, card_is_button, "Not Yet");
  press_chip (card);
  after = fixture_read (&card->store, card->anna);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->lean, ==, FT_LEAN_TOWARDS);
  g_assert_cmpint (contact->asked, ==, FT_ASKED_NEXT_STEP);
  g_assert_cmpint (contact->answer, ==, FT_ANSWER_NOT_YET);
}

static void
test_fence (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtEdit) edit = NULL;

  lead->not_before_day = fixture_civil (10, 0, 0).day;
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);
  press (card, card_has_name, "Reached");
  press (card, card_is_button, "Next Step");
  g_assert_null (card_find (card->pane, card_says, "Not the decision question before"));
  press (card, card_is_button, "The Sale");
  card_see (card, card_says, "Not the decision question before");
}

/* --- Two times --- */

static void
test_effort_pads (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *next;
  GtkWidget *panel;

  press (card, card_has_name, "Reached");
  panel = card_see (card, card_is_type, "FtOutcomePanel");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (card_find (panel, card_has_name, "How long it takes")),
                              3);
  fixture_settle (&card->store);
  card_see (card, card_says, "My target: ");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (card_find (panel, card_is_button, "They a_greed to the time")), TRUE);
  g_signal_emit_by_name (card_find (panel, card_has_name, "Save"), "clicked");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  next = card_get_open (after, 0);
  g_assert_cmpint (next->effort, ==, 60);
  g_assert_true (next->agreed);
  g_assert_cmpint (next->target_at, ==, fixture_at (0, 11, 0));
  g_assert_cmpint (next->promised_at, ==, fixture_at (0, 12, 0));
}

/* --- What speaks against it stands there before it is pressed, and forbids nothing --- */

static void
test_slot_full (Card *card, gconstpointer data)
{
  FtTimePicker *picker;
  g_autoptr (FtLeadCard) after = NULL;

  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtEdit) edit = NULL;

  lead->zone = g_intern_string (FIXTURE_ZONE);
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&card->store, edit);
  fixture_add (&card->store, "Boris", 2, 16, 0);
  fixture_settle (&card->store);
  press (card, card_has_name, "Reached");
  picker = card_get_picker (card, "FtOutcomePanel");
  ft_time_picker_set_civil (picker, fixture_civil (2, 16, 0));
  fixture_settle (&card->store);
  card_see (card, card_says, "You have promised something else at that time.");
  card_see (card, card_says, "I’ll call you");
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (card_get_open (after, 0)->promised_at, ==, fixture_at (2, 16, 0));
}

static void
test_soon (Card *card, gconstpointer data)
{
  press (card, card_has_name, "Reached");
  ft_time_picker_set_civil (card_get_picker (card, "FtOutcomePanel"), fixture_civil (2, 16, 0));
  fixture_settle (&card->store);
  /* The call about to be logged counts already. */
  card_see (card, card_says, "contact within a week before it already");
}

static void
test_gap_in_the_same_step (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  FtTimePicker *picker;

  press (card, card_has_name, "Reached");
  picker = card_get_picker (card, "FtOutcomePanel");
  ft_time_picker_set_civil (picker, fixture_civil (21, 16, 0));
  fixture_settle (&card->store);
  card_see (card, card_says, "21 days are long");
  press (card, card_is_button, "Add 2 value contacts in between");
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_nonnull (card_get_open (after, 2));
  g_assert_null (card_get_open (after, 3));
  g_assert_cmpint (card_get_open (after, 2)->promised.day, ==, fixture_civil (21, 0, 0).day);
  fixture_undo (&card->store);
  undone = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (undone->promises->len, ==, 1);
}

static void
test_gap_of_a_promise (Card *card, gconstpointer data)
{
  gint64 far = fixture_add (&card->store, "Carla", 21, 16, 0);
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;

  card_show (card, far);
  press (card, card_is_button, "Add 2 Value Contacts in Between");
  after = fixture_read (&card->store, far);
  g_assert_cmpuint (after->promises->len, ==, 3);
  g_assert_null (card_find (card->pane, card_is_type, "FtGapButton"));
  fixture_undo (&card->store);
  undone = fixture_read (&card->store, far);
  g_assert_cmpuint (undone->promises->len, ==, 1);
}

/* --- When it went wrong --- */

static void
test_apology (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) caused = NULL;
  g_autoptr (FtLeadCard) after = NULL;
  FtTimePicker *picker;
  gint64 missed;

  card_see (card, card_says, "I’m sorry");
  press (card, card_is_button, "Organisation");
  caused = fixture_read (&card->store, card->anna);
  g_assert_cmpint (card_get_open (caused, 0)->cause, ==, FT_CAUSE_ORGANISATION);
  missed = card_get_open (caused, 0)->id;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card_see (card, card_is_button, "New Time")),
                                TRUE);
  picker = card_get_picker (card, "FtReschedule");
  ft_time_picker_set_civil (picker, fixture_civil (1, 16, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (card_get_promise (after, missed)->state, ==, FT_PROMISE_MOVED);
  g_assert_cmpint (card_get_promise (after, missed)->cause, ==, FT_CAUSE_ORGANISATION);
  g_assert_cmpint (card_get_open (after, 0)->promised_at, ==, fixture_at (1, 16, 0));
  card_see (card, card_says, "missed, repaired");
}

/* --- Follow through --- */

static void
test_four_steps (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, card_has_name, "Delivered");
  press_chip (card);
  card_show (card, card->anna);
  press (card, card_is_button, "Did it arrive?");
  press (card, card_is_button, "Here to clarify: any questions?");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (ft_steps_count_done (card_get_open (after, 0)), ==, 2);
  g_assert_true (ft_steps_is_done (card_get_open (after, 0), FT_STEP_CLARIFY));
  card_see (card, card_is_button, "Next Promise");
  card_see (card, card_is_button, "It Is Sold");
}

/* --- Calling --- */

static void
test_timer (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (before->lead);
  g_autoptr (FtEdit) edit = NULL;
  g_autoptr (FtLeadCard) after = NULL;

  g_ptr_array_add (lead->phones, ft_reach_new ("", "+49 30 1234567"));
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);
  press (card, card_has_name, "Call");
  fixture_go_to (&card->store, 0, 10, 3);
  fixture_settle (&card->store);
  press (card, card_has_name, "No Answer");
  press_chip (card);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (((FtContactData *) g_ptr_array_index (after->contacts, 0))->seconds, ==, 180);
}

static void
test_call_run (Card *card, gconstpointer data)
{
  GActionGroup *actions = ft_card_pane_get_actions (FT_CARD_PANE (card->pane));
  FtCard *shown = ft_desk_get_card (card->desk);
  gint64 boris = fixture_add (&card->store, "Boris", 0, 9, 30);

  fixture_settle (&card->store);
  press (card, card_is_button, "Start Calling");
  card_see (card, card_says, "1 of 2");
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, card->anna);
  g_action_group_activate_action (actions, "next-call", NULL);
  fixture_settle (&card->store);
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, boris);
  card_see (card, card_says, "2 of 2");
  press (card, card_is_button, "Stop");
  card_see (card, card_is_button, "Start Calling");
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, boris);
}

#define TEST(path, function)                                                                       \
  g_test_add ("/card-coach/" path, Card, NULL, set_up, function, card_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  TEST ("A5/piece-ledger", test_piece_ledger);
  TEST ("A5/piece-not-given", test_piece_not_given);
  TEST ("A4/lean-and-asking", test_lean_and_asking);
  TEST ("A3/fence", test_fence);
  TEST ("C2/effort-pads", test_effort_pads);
  TEST ("E10/slot-full", test_slot_full);
  TEST ("B3/soon", test_soon);
  TEST ("A2/gap-in-the-same-step", test_gap_in_the_same_step);
  TEST ("A2/gap-of-a-promise", test_gap_of_a_promise);
  TEST ("B7/apology", test_apology);
  TEST ("C7/four-steps", test_four_steps);
  TEST ("B4/timer", test_timer);
  TEST ("B4/call-run", test_call_run);
  return g_test_run ();
}
