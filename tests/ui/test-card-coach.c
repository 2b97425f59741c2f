#include "../model/model-fixture.h"

#include "core/ft-outcomes.h"
#include "model/ft-desk.h"
#include "ui/ft-card-pane.h"
#include "ui/ft-choice.h"
#include "ui/ft-time-picker.h"

#include <adwaita.h>

/* The coach on the card of a real lead in a real store: each test is named by the practice it
 * tries. */
typedef struct
{
  Fixture store;
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *pane;
  gint64 anna;
} Card;

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
is_button (GtkWidget *widget, const char *text)
{
  g_autofree char *label = NULL;

  if (GTK_IS_CHECK_BUTTON (widget))
    label = g_strdup (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_BUTTON (widget))
    label = g_strdup (gtk_button_get_label (GTK_BUTTON (widget)));
  return g_strcmp0 (label, text) == 0;
}

static gboolean
says (GtkWidget *widget, const char *text)
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

static void
press (Card *card, Matches matches, const char *text)
{
  GtkWidget *button = see (card, matches, text);

  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  fixture_settle (&card->store);
}

static FtTimePicker *
get_picker (Card *card, const char *inside)
{
  return FT_TIME_PICKER (find (see (card, is_of_type, inside), is_of_type, "FtTimePicker"));
}

static void
press_first_chip (Card *card)
{
  GtkWidget *chips
      = find (GTK_WIDGET (get_picker (card, "FtOutcomePanel")), is_of_type, "FtWrapBox");

  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  fixture_settle (&card->store);
}

static void
type_into (Card *card, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (see (card, has_name, name)), text);
}

static void
show (Card *card, gint64 lead_id)
{
  ft_desk_show_lead (card->desk, lead_id);
  fixture_settle (&card->store);
}

static FtPromiseData *
get_open (FtLeadCard *card, guint skip)
{
  for (guint i = 0; i < card->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (card->promises, i);

      if (promise->state == FT_PROMISE_OPEN && skip-- == 0)
        return promise;
    }
  return NULL;
}

static void
set_up (Card *card, gconstpointer data)
{
  fixture_set_up (&card->store, NULL);
  card->anna = fixture_add (&card->store, "Anna Berg", 0, 9, 0);
  card->desk = ft_desk_new (card->store.store);
  card->pane = g_object_ref_sink (ft_card_pane_new (card->desk));
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

/* --- Every outcome, two presses, one step of undo --- */

typedef struct
{
  const char *path;
  const char *button;
  FtOutcome outcome;
  FtPromiseState kept; /* the promise it was about */
  FtPromiseKind next;
} Outcome;

static const Outcome OUTCOMES[] = {
  { "/card-coach/D3/reached", "Reached", FT_OUTCOME_REACHED, FT_PROMISE_KEPT, FT_PROMISE_CONTACT },
  { "/card-coach/B8/no-answer", "No Answer", FT_OUTCOME_NO_ANSWER, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-coach/B9/they-will-call", "They'll Call", FT_OUTCOME_THEY_WILL_CALL, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-coach/C1/they-called", "They Called", FT_OUTCOME_THEY_CALLED, FT_PROMISE_OPEN,
    FT_PROMISE_CONTACT },
  { "/card-coach/D1/proposal-sent", "Proposal Sent", FT_OUTCOME_PROPOSAL_SENT, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-coach/C7/delivered", "Delivered", FT_OUTCOME_DELIVERED, FT_PROMISE_KEPT,
    FT_PROMISE_FOLLOW_THROUGH },
};

static FtPromiseData *
find_promise (FtLeadCard *card, gint64 id)
{
  for (guint i = 0; i < card->promises->len; i++)
    if (((FtPromiseData *) g_ptr_array_index (card->promises, i))->id == id)
      return g_ptr_array_index (card->promises, i);
  g_assert_not_reached ();
}

static void
test_outcome (Card *card, gconstpointer data)
{
  const Outcome *outcome = data;
  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  gint64 kept = get_open (before, 0)->id;
  FtContactData *contact;

  press (card, has_name, outcome->button);
  press_first_chip (card);

  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, outcome->outcome);
  g_assert_cmpint (contact->direction, ==,
                   outcome->outcome == FT_OUTCOME_THEY_CALLED ? FT_DIRECTION_IN : FT_DIRECTION_OUT);
  g_assert_cmpint (find_promise (after, kept)->state, ==, outcome->kept);
  g_assert_cmpuint (after->promises->len, ==, 2);
  for (guint i = 0; i < after->promises->len; i++)
    {
      FtPromiseData *promise = g_ptr_array_index (after->promises, i);

      if (promise->id == kept)
        continue;
      g_assert_cmpint (promise->state, ==, FT_PROMISE_OPEN);
      g_assert_cmpint (promise->kind, ==, outcome->next);
      g_assert_cmpint (promise->promised_at, >, fixture_at (0, 10, 0));
      if (outcome->outcome == FT_OUTCOME_THEY_CALLED)
        g_assert_cmpint (promise->promised_at, <=, fixture_at (0, 11, 0));
      if (outcome->outcome == FT_OUTCOME_PROPOSAL_SENT)
        g_assert_cmpint (promise->promised.day, ==, fixture_civil (5, 0, 0).day);
    }

  fixture_undo (&card->store);
  undone = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (undone->contacts->len, ==, 0);
  g_assert_cmpuint (undone->promises->len, ==, 1);
  g_assert_cmpint (find_promise (undone, kept)->state, ==, FT_PROMISE_OPEN);
}

static void
test_sold (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;

  press (card, has_name, "Sold");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_CUSTOMER);
  g_assert_cmpuint (after->sales->len, ==, 1);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  fixture_undo (&card->store);
  undone = fixture_read (&card->store, card->anna);
  g_assert_cmpint (undone->lead->state, ==, FT_LEAD_OPEN);
}

static void
test_definite_no (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) back = NULL;

  press (card, has_name, "Definite No");
  type_into (card, "Their words", "We bought from Miller.");
  press (card, is_button, "Cl_ose This Lead");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_CLOSED);
  g_assert_cmpstr (after->lead->closing_words, ==, "We bought from Miller.");
  g_assert_null (get_open (after, 0));

  show (card, card->anna);
  see (card, says, "We bought from Miller.");
  press (card, is_button, "Bring Back");
  back = fixture_read (&card->store, card->anna);
  g_assert_cmpint (back->lead->state, ==, FT_LEAD_OPEN);
  /* Never without a promise (B1): it is asked for at once. */
  see (card, says, "No promise");
}

static void
test_below_five (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) refused = NULL;
  g_autoptr (FtLeadCard) after = NULL;

  press (card, has_name, "Definite No");
  g_assert_null (find (card->pane, has_name, "Close anyway, because"));
  press (card, is_button, "Cl_ose This Lead");
  see (card, says, "They have not said no, and 5 contacts are still to come");
  refused = fixture_read (&card->store, card->anna);
  g_assert_cmpint (refused->lead->state, ==, FT_LEAD_OPEN);

  type_into (card, "Close anyway, because", "The company is gone");
  press (card, is_button, "Cl_ose This Lead");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_CLOSED);
  g_assert_cmpstr (after->lead->override_words, ==, "The company is gone");
}

static void
test_excuse (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, has_name, "Definite No");
  type_into (card, "Their words", "A time waster");
  see (card, says, "That is our excuse, not their no");
  press (card, is_button, "Cl_ose This Lead");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_OPEN);
}

/* --- What is missing is said, and nothing is forbidden --- */

static const struct
{
  const char *outcome;
  const char *missing;
  gboolean without; /* it can be logged so */
  gboolean agreed;  /* they can have agreed */
} MISSING[] = {
  { "Reached", "Nothing is promised next.", TRUE, TRUE },
  { "No Answer", "Nothing is promised next.", TRUE, FALSE },
  { "They'll Call", "They may not call. When will you, if they have not?", FALSE, TRUE },
  { "They Called", "Nothing is promised next.", TRUE, TRUE },
  { "Proposal Sent", "Never send a proposal and hope", TRUE, TRUE },
  { "Delivered", "Nothing is promised next.", TRUE, TRUE },
};

/* Off the times offered: to the button for none, or wherever there is no time. */
static void
focus_without (Card *card, GtkWidget *panel)
{
  GtkWidget *without = find (panel, is_button, "Log without Next Promise");

  gtk_widget_grab_focus (without != NULL ? without : find (panel, has_name, "What it brings them"));
  fixture_settle (&card->store);
}

static void
assert_missing (Card *card, guint i)
{
  GtkWidget *panel;

  press (card, has_name, MISSING[i].outcome);
  panel = see (card, is_of_type, "FtOutcomePanel");
  focus_without (card, panel);
  see (card, says, MISSING[i].missing);
  g_assert_true ((find (panel, is_button, "Log without Next Promise") != NULL)
                 == MISSING[i].without);
  g_assert_true ((find (panel, is_button, "They a_greed to the time") != NULL)
                 == MISSING[i].agreed);

  gtk_widget_grab_focus (find (panel, has_name, "What it brings them"));
  /* With a time there is nothing missing; whether they agree is asked quietly (C3). */
  ft_time_picker_set_civil (get_picker (card, "FtOutcomePanel"), fixture_civil (8, 16, 0));
  fixture_settle (&card->store);
  g_assert_null (find (panel, says, MISSING[i].missing));
  g_assert_true ((find (panel, says, "Have they said yes to that time?") != NULL)
                 == MISSING[i].agreed);
  if (MISSING[i].agreed)
    {
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (find (panel, is_button, "They a_greed to the time")), TRUE);
      g_assert_null (find (panel, says, "Have they said yes to that time?"));
    }
  press (card, has_name, MISSING[i].outcome);
}

static void
test_missing (Card *card, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (MISSING); i++)
    assert_missing (card, i);
}

/* A lead with another promise is not forgotten: then it is said of none of them. */
static void
test_missing_with_another (Card *card, gconstpointer data)
{
  g_autoptr (FtPromiseData) other
      = ft_promise_data_new (card->anna, fixture_civil (9, 10, 0), FIXTURE_ZONE, FT_CHANNEL_PHONE);
  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtEdit) edit
      = ft_gesture_add_promise (before->lead, other, ft_clock_now (card->store.clock));

  fixture_apply (&card->store, edit);
  fixture_settle (&card->store);
  for (guint i = 0; i < G_N_ELEMENTS (MISSING); i++)
    {
      GtkWidget *panel;

      press (card, has_name, MISSING[i].outcome);
      panel = see (card, is_of_type, "FtOutcomePanel");
      focus_without (card, panel);
      g_assert_null (find (panel, says, MISSING[i].missing));
      g_assert_nonnull (find (panel, is_button, "Log without Next Promise"));
      press (card, has_name, MISSING[i].outcome);
    }
}

static void
test_log_without (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, has_name, "Proposal Sent");
  focus_without (card, see (card, is_of_type, "FtOutcomePanel"));
  see (card, says, "Never send a proposal and hope");
  press (card, is_button, "Log without Next Promise");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  g_assert_null (get_open (after, 0));
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

  see (card, says, "Case study");
  press (card, has_name, "Give the piece");
  promised = fixture_read (&card->store, card->anna);
  g_assert_cmpint (get_open (promised, 0)->piece_id, ==, study);

  press (card, has_name, "Reached");
  panel = see (card, is_of_type, "FtOutcomePanel");
  g_assert_nonnull (find (panel, says, "Gave: Case study"));
  g_assert_nonnull (find (panel, is_button, "Bring “Sample stone”"));
  g_assert_null (find (panel, is_button, "Bring “Case study”"));
  press_first_chip (card);

  after = fixture_read (&card->store, card->anna);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->piece_id, ==, study);
  g_assert_cmpint (get_open (after, 0)->piece_id, ==, sample);
  show (card, card->anna);
  see (card, says, "Given: Case study");
  see (card, is_button, "Give");
  g_assert_true (
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (see (card, has_name, "Give the piece"))));

  /* One step: nothing was given then, and it is the next one again. */
  fixture_undo (&card->store);
  fixture_settle (&card->store);
  g_assert_null (find (card->pane, says, "Given: Case study"));
  press (card, has_name, "Reached");
  see (card, says, "Gave: Case study");
}

/* Nobody answered: nothing was given, and the piece goes with the next try. */
static void
test_piece_not_given (Card *card, gconstpointer data)
{
  gint64 study = add_piece (card, "Case study");
  g_autoptr (FtLeadCard) after = NULL;

  press (card, has_name, "Give the piece");
  press (card, has_name, "No Answer");
  press_first_chip (card);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (((FtContactData *) g_ptr_array_index (after->contacts, 0))->piece_id, ==, 0);
  g_assert_cmpint (get_open (after, 0)->piece_id, ==, study);
}

/* --- What is heard and asked --- */

static void
test_lean_and_asking (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtContactData *contact;

  press (card, has_name, "Reached");
  press (card, is_button, "Towards");
  press (card, is_button, "Next Step");
  press (card, is_button, "Not Yet");
  press_first_chip (card);
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
  press (card, has_name, "Reached");
  press (card, is_button, "Next Step");
  g_assert_null (find (card->pane, says, "Not the decision question before"));
  press (card, is_button, "The Sale");
  see (card, says, "Not the decision question before");
}

/* --- Two times --- */

static void
test_effort_pads (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  FtPromiseData *next;
  GtkWidget *panel;

  press (card, has_name, "Reached");
  panel = see (card, is_of_type, "FtOutcomePanel");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (panel, has_name, "How long it takes")), 3);
  fixture_settle (&card->store);
  see (card, says, "My target: ");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (find (panel, is_button, "They a_greed to the time")), TRUE);
  g_signal_emit_by_name (find (panel, has_name, "Save"), "clicked");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  next = get_open (after, 0);
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
  press (card, has_name, "Reached");
  picker = get_picker (card, "FtOutcomePanel");
  ft_time_picker_set_civil (picker, fixture_civil (2, 16, 0));
  fixture_settle (&card->store);
  see (card, says, "You have promised something else at that time.");
  see (card, says, "I’ll call you");
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (get_open (after, 0)->promised_at, ==, fixture_at (2, 16, 0));
}

static void
test_soon (Card *card, gconstpointer data)
{
  press (card, has_name, "Reached");
  ft_time_picker_set_civil (get_picker (card, "FtOutcomePanel"), fixture_civil (2, 16, 0));
  fixture_settle (&card->store);
  /* The call about to be logged counts already. */
  see (card, says, "contact within a week before it already");
}

static void
test_gap_in_the_same_step (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  FtTimePicker *picker;

  press (card, has_name, "Reached");
  picker = get_picker (card, "FtOutcomePanel");
  ft_time_picker_set_civil (picker, fixture_civil (21, 16, 0));
  fixture_settle (&card->store);
  see (card, says, "21 days are long");
  press (card, is_button, "Add 2 value contacts in between");
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_nonnull (get_open (after, 2));
  g_assert_null (get_open (after, 3));
  g_assert_cmpint (get_open (after, 2)->promised.day, ==, fixture_civil (21, 0, 0).day);
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

  show (card, far);
  press (card, is_button, "Add 2 Value Contacts in Between");
  after = fixture_read (&card->store, far);
  g_assert_cmpuint (after->promises->len, ==, 3);
  g_assert_null (find (card->pane, is_of_type, "FtGapButton"));
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

  see (card, says, "I’m sorry");
  press (card, is_button, "Organisation");
  caused = fixture_read (&card->store, card->anna);
  g_assert_cmpint (get_open (caused, 0)->cause, ==, FT_CAUSE_ORGANISATION);
  missed = get_open (caused, 0)->id;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (see (card, is_button, "New Time")), TRUE);
  picker = get_picker (card, "FtReschedule");
  ft_time_picker_set_civil (picker, fixture_civil (1, 16, 0));
  g_signal_emit_by_name (picker, "activated");
  fixture_settle (&card->store);
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (find_promise (after, missed)->state, ==, FT_PROMISE_MOVED);
  g_assert_cmpint (find_promise (after, missed)->cause, ==, FT_CAUSE_ORGANISATION);
  g_assert_cmpint (get_open (after, 0)->promised_at, ==, fixture_at (1, 16, 0));
  see (card, says, "missed, repaired");
}

/* --- Follow through --- */

static void
test_four_steps (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, has_name, "Delivered");
  press_first_chip (card);
  show (card, card->anna);
  press (card, is_button, "Did it arrive?");
  press (card, is_button, "Here to clarify: any questions?");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (ft_steps_count_done (get_open (after, 0)), ==, 2);
  g_assert_true (ft_steps_is_done (get_open (after, 0), FT_STEP_CLARIFY));
  see (card, is_button, "Next Promise");
  see (card, is_button, "It Is Sold");
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
  press (card, has_name, "Call");
  fixture_go_to (&card->store, 0, 10, 3);
  fixture_settle (&card->store);
  press (card, has_name, "No Answer");
  press_first_chip (card);
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
  press (card, is_button, "Start Calling");
  see (card, says, "1 of 2");
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, card->anna);
  g_action_group_activate_action (actions, "next-call", NULL);
  fixture_settle (&card->store);
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, boris);
  see (card, says, "2 of 2");
  press (card, is_button, "Stop");
  see (card, is_button, "Start Calling");
  g_assert_cmpint (ft_card_get_lead_id (shown), ==, boris);
}

#define TEST(path, function)                                                                       \
  g_test_add ("/card-coach/" path, Card, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (OUTCOMES); i++)
    g_test_add (OUTCOMES[i].path, Card, &OUTCOMES[i], set_up, test_outcome, tear_down);
  TEST ("D3/sold", test_sold);
  TEST ("D5/definite-no-and-back", test_definite_no);
  TEST ("D4/below-five", test_below_five);
  TEST ("D2/excuse", test_excuse);
  TEST ("B1-B9-D1-C3/missing", test_missing);
  TEST ("B1-B9-D1/missing-with-another", test_missing_with_another);
  TEST ("D1/log-without", test_log_without);
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
