#include "card-fixture.h"

#include "core/ft-outcomes.h"

/* What came of a contact: every outcome in one gesture, what it leaves open, and how a lead ends.
 * Each test is named by the practice it tries. */

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
  { "/card-outcomes/D3/reached", "Reached", FT_OUTCOME_REACHED, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-outcomes/B8/no-answer", "No Answer", FT_OUTCOME_NO_ANSWER, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-outcomes/B9/they-will-call", "They'll Call", FT_OUTCOME_THEY_WILL_CALL, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-outcomes/C1/they-called", "They Called", FT_OUTCOME_THEY_CALLED, FT_PROMISE_OPEN,
    FT_PROMISE_CONTACT },
  { "/card-outcomes/D1/proposal-sent", "Proposal Sent", FT_OUTCOME_PROPOSAL_SENT, FT_PROMISE_KEPT,
    FT_PROMISE_CONTACT },
  { "/card-outcomes/C7/delivered", "Delivered", FT_OUTCOME_DELIVERED, FT_PROMISE_KEPT,
    FT_PROMISE_FOLLOW_THROUGH },
};

static void
test_outcome (Card *card, gconstpointer data)
{
  const Outcome *outcome = data;
  g_autoptr (FtLeadCard) before = fixture_read (&card->store, card->anna);
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;
  gint64 kept = card_get_open (before, 0)->id;
  FtContactData *contact;

  press (card, card_has_name, outcome->button);
  press_chip (card);

  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  contact = g_ptr_array_index (after->contacts, 0);
  g_assert_cmpint (contact->outcome, ==, outcome->outcome);
  g_assert_cmpint (contact->direction, ==,
                   outcome->outcome == FT_OUTCOME_THEY_CALLED ? FT_DIRECTION_IN : FT_DIRECTION_OUT);
  g_assert_cmpint (card_get_promise (after, kept)->state, ==, outcome->kept);
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
  g_assert_cmpint (card_get_promise (undone, kept)->state, ==, FT_PROMISE_OPEN);
}

static void
test_sold (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtLeadCard) undone = NULL;

  press (card, card_has_name, "Sold");
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

  press (card, card_has_name, "Definite No");
  card_type (card, "Their words", "We bought from Miller.");
  press (card, card_is_button, "Cl_ose This Lead");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_CLOSED);
  g_assert_cmpstr (after->lead->closing_words, ==, "We bought from Miller.");
  g_assert_null (card_get_open (after, 0));

  card_show (card, card->anna);
  card_see (card, card_says, "We bought from Miller.");
  press (card, card_is_button, "Bring Back");
  back = fixture_read (&card->store, card->anna);
  g_assert_cmpint (back->lead->state, ==, FT_LEAD_OPEN);
  /* Never without a promise (B1): it is asked for at once. */
  card_see (card, card_says, "No promise");
}

static void
test_below_five (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) refused = NULL;
  g_autoptr (FtLeadCard) after = NULL;

  press (card, card_has_name, "Definite No");
  g_assert_null (card_find (card->pane, card_has_name, "Close anyway, because"));
  press (card, card_is_button, "Cl_ose This Lead");
  card_see (card, card_says, "They have not said no, and 5 contacts are still to come");
  refused = fixture_read (&card->store, card->anna);
  g_assert_cmpint (refused->lead->state, ==, FT_LEAD_OPEN);

  card_type (card, "Close anyway, because", "The company is gone");
  press (card, card_is_button, "Cl_ose This Lead");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpint (after->lead->state, ==, FT_LEAD_CLOSED);
  g_assert_cmpstr (after->lead->override_words, ==, "The company is gone");
}

static void
test_excuse (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, card_has_name, "Definite No");
  card_type (card, "Their words", "A time waster");
  card_see (card, card_says, "That is our excuse, not their no");
  press (card, card_is_button, "Cl_ose This Lead");
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
  GtkWidget *without = card_find (panel, card_is_button, "Log without Next Promise");

  gtk_widget_grab_focus (without != NULL ? without
                                         : card_find (panel, card_has_name, "What it brings them"));
  fixture_settle (&card->store);
}

static void
assert_missing (Card *card, guint i)
{
  GtkWidget *panel;

  press (card, card_has_name, MISSING[i].outcome);
  panel = card_see (card, card_is_type, "FtOutcomePanel");
  focus_without (card, panel);
  card_see (card, card_says, MISSING[i].missing);
  g_assert_true ((card_find (panel, card_is_button, "Log without Next Promise") != NULL)
                 == MISSING[i].without);
  g_assert_true ((card_find (panel, card_is_button, "They a_greed to the time") != NULL)
                 == MISSING[i].agreed);

  gtk_widget_grab_focus (card_find (panel, card_has_name, "What it brings them"));
  /* With a time there is nothing missing; whether they agree is asked quietly (C3). */
  ft_time_picker_set_civil (card_get_picker (card, "FtOutcomePanel"), fixture_civil (8, 16, 0));
  fixture_settle (&card->store);
  g_assert_null (card_find (panel, card_says, MISSING[i].missing));
  g_assert_true ((card_find (panel, card_says, "Have they said yes to that time?") != NULL)
                 == MISSING[i].agreed);
  if (MISSING[i].agreed)
    {
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (card_find (panel, card_is_button, "They a_greed to the time")), TRUE);
      g_assert_null (card_find (panel, card_says, "Have they said yes to that time?"));
    }
  press (card, card_has_name, MISSING[i].outcome);
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

      press (card, card_has_name, MISSING[i].outcome);
      panel = card_see (card, card_is_type, "FtOutcomePanel");
      focus_without (card, panel);
      g_assert_null (card_find (panel, card_says, MISSING[i].missing));
      g_assert_nonnull (card_find (panel, card_is_button, "Log without Next Promise"));
      press (card, card_has_name, MISSING[i].outcome);
    }
}

static void
test_log_without (Card *card, gconstpointer data)
{
  g_autoptr (FtLeadCard) after = NULL;

  press (card, card_has_name, "Proposal Sent");
  focus_without (card, card_see (card, card_is_type, "FtOutcomePanel"));
  card_see (card, card_says, "Never send a proposal and hope");
  press (card, card_is_button, "Log without Next Promise");
  after = fixture_read (&card->store, card->anna);
  g_assert_cmpuint (after->contacts->len, ==, 1);
  g_assert_null (card_get_open (after, 0));
}

#define TEST(path, function)                                                                       \
  g_test_add ("/card-outcomes/" path, Card, NULL, set_up, function, card_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (OUTCOMES); i++)
    g_test_add (OUTCOMES[i].path, Card, &OUTCOMES[i], set_up, test_outcome, card_tear_down);
  TEST ("D3/sold", test_sold);
  TEST ("D5/definite-no-and-back", test_definite_no);
  TEST ("D4/below-five", test_below_five);
  TEST ("D2/excuse", test_excuse);
  TEST ("B1-B9-D1-C3/missing", test_missing);
  TEST ("B1-B9-D1/missing-with-another", test_missing_with_another);
  TEST ("D1/log-without", test_log_without);
  return g_test_run ();
}
