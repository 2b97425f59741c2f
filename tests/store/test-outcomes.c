#include "store-fixture.h"

#include "core/ft-gestures.h"
#include "core/ft-outcomes.h"

/* Every outcome is one step: what it did is on disk, undone as a whole, and made again. */

/* "open; Call 0, Other 0; reached; asks 0": the lead, its promises by id with their state, its
 * contacts. */
static char *
describe (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, lead_id);
  GString *text = g_string_new (ft_lead_state_to_string (card->lead->state));

  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "; ",
                              *promise->purpose ? promise->purpose : "call",
                              ft_promise_state_to_string (promise->state));
      if (promise->steps || promise->cause)
        g_string_append_printf (text, " %u %s", promise->steps,
                                ft_cause_to_string (promise->cause));
    }
  for (guint i = 0; i < card->contacts->len; i++)
    g_string_append_printf (
        text, "; %s", ft_outcome_to_string (((FtContactData *) card->contacts->pdata[i])->outcome));
  if (card->lead->asks->len > 0)
    g_string_append_printf (text, "; asks %u", card->lead->asks->len);
  return g_string_free (text, FALSE);
}

static void
assert_step (Fixture *fixture, gint64 lead_id, FtEdit *edit, const char *expected)
{
  g_autofree char *before = describe (fixture, lead_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) done = sync_apply (fixture->store, edit, &error);
  g_autofree char *after = describe (fixture, lead_id);
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;
  g_autofree char *before_again = NULL;
  g_autofree char *after_again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, expected);
  undone = sync_undo (fixture->store, &error);
  g_assert_no_error (error);
  before_again = describe (fixture, lead_id);
  g_assert_cmpstr (before_again, ==, before);
  redone = sync_redo (fixture->store, &error);
  g_assert_no_error (error);
  after_again = describe (fixture, lead_id);
  g_assert_cmpstr (after_again, ==, after);
}

static const struct
{
  const char *practice;
  FtOutcome outcome;
  const char *expected;
} outcomes[] = {
  { "B8", FT_OUTCOME_NO_ANSWER, "open; call open, call open, call kept; no-answer; asks 1" },
  { "B9", FT_OUTCOME_THEY_WILL_CALL,
    "open; Call if they have not open, call open, call kept; they-will-call; asks 1" },
  { "C1", FT_OUTCOME_THEY_CALLED,
    "open; call open, Return their call open, call open; they-called; asks 1" },
  { "C7", FT_OUTCOME_DELIVERED,
    "open; Follow through open, call open, call kept; delivered; asks 1" },
  { "D1", FT_OUTCOME_PROPOSAL_SENT,
    "open; Ask about the proposal open, call open, call kept; proposal-sent; asks 1" },
  { "D3", FT_OUTCOME_REACHED, "open; call open, call open, call kept; reached; asks 1" },
  { "D5", FT_OUTCOME_DEFINITE_NO, "closed; call kept, call cancelled; definite-no; asks 1" },
  { "D8", FT_OUTCOME_SOLD,
    "customer; call open, See how they are doing open, call kept; sold; asks 1" },
};

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      gint64 id = add_lead_with_promise (fixture, outcomes[i].practice, 2, 1);
      g_autoptr (FtPromiseData) later = new_promise (id, 24 * 15, 24 * 15);
      g_autoptr (FtLeadCard) card = NULL;
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (id, 0, FT_CHANNEL_PHONE, outcomes[i].outcome);
      g_autoptr (FtPromiseData) next = NULL;
      g_autoptr (FtEdit) edit = NULL;

      put_promise (fixture, later);
      card = sync_card (fixture->store, id);
      g_free (contact->asked_for);
      contact->asked_for = g_strdup ("a price");
      next = ft_outcome_new_promise (card, outcomes[i].outcome, FT_CHANNEL_PHONE, 0,
                                     ft_store_get_settings (fixture->store),
                                     ft_clock_civil (fixture->clock), "Europe/Berlin");
      edit = ft_gesture_log_outcome (card, ft_lead_card_next (card, NOW), contact, next, "Too dear",
                                     "", NOW, "Europe/Berlin");
      g_test_message ("%s", outcomes[i].practice);
      assert_step (fixture, id, edit, outcomes[i].expected);
    }
}

/* B7, A7, C7, A2, D5: the other gestures of the coach. */
static void
test_gestures (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead_with_promise (fixture, "Anna", -2, -3);
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, id);
  g_autoptr (FtEdit) repair = ft_gesture_repair_promise (
      card->promises->pdata[0], ft_civil_from_instant (NOW + DAY, "Europe/Berlin"), NULL,
      FT_CAUSE_TIMING, NOW);
  g_autoptr (FtLeadCard) repaired = NULL;
  g_autoptr (FtEdit) tick = NULL;
  g_autoptr (FtEdit) cause = NULL;
  g_autoptr (FtEdit) gap = NULL;
  g_autoptr (GPtrArray) promises
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);

  assert_step (fixture, id, repair, "open; call open, call moved 0 timing");
  repaired = sync_card (fixture->store, id);
  tick = ft_gesture_tick_step (repaired->promises->pdata[0], FT_STEP_CLARIFY, TRUE);
  assert_step (fixture, id, tick, "open; call open 2 none, call moved 0 timing");
  cause = ft_gesture_set_cause (repaired->promises->pdata[1], FT_CAUSE_TECHNIQUE);
  assert_step (fixture, id, cause, "open; call open 2 none, call moved 0 technique");
  g_ptr_array_add (promises, new_promise (id, 200, 200));
  g_ptr_array_add (promises, new_promise (id, 300, 300));
  gap = ft_gesture_add_promises (card->lead, promises, NOW);
  assert_step (fixture, id, gap,
               "open; call open 2 none, call open, call open, call moved 0 technique");
}

static void
test_reopen_d5 (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtLeadCard) card = sync_card (fixture->store, id);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (id, 0, FT_CHANNEL_PHONE, FT_OUTCOME_DEFINITE_NO);
  g_autoptr (FtEdit) no
      = ft_gesture_log_outcome (card, NULL, contact, NULL, "Never", "", NOW, "Europe/Berlin");
  g_autoptr (FtLeadCard) closed = NULL;
  g_autoptr (FtPromiseData) next = new_promise (id, 5, 5);
  g_autoptr (FtEdit) reopen = NULL;

  assert_step (fixture, id, no, "closed; definite-no");
  assert_leads (fixture, FT_FILTER_CLOSED, "", "Anna");
  closed = sync_card (fixture->store, id);
  g_assert_cmpstr (closed->lead->closing_words, ==, "Never");
  reopen = ft_gesture_reopen_lead (closed->lead, next, NOW);
  assert_step (fixture, id, reopen, "open; call open; definite-no");
  assert_leads (fixture, FT_FILTER_TODAY, "", "Anna");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/outcomes/all", test_outcomes);
  FIXTURE_ADD ("/store/outcomes/gestures", test_gestures);
  FIXTURE_ADD ("/store/outcomes/D5/reopen", test_reopen_d5);
  return g_test_run ();
}
