#include "coach.h"
#include "core/ft-gestures.h"
#include "core/ft-outcomes.h"

/* --- What belongs after an outcome --- */

static const struct
{
  const char *practice;
  FtOutcome outcome;
  const char *now;
  const char *expected; /* "" for no promise */
} promises[] = {
  { "B3", FT_OUTCOME_REACHED, "2026-11-26 14:40", "2026-12-03 14:30" },
  { "B3", FT_OUTCOME_REACHED, "2026-11-28 20:00", "2026-12-07 17:30" }, /* a Saturday */
  { "B3", FT_OUTCOME_REACHED, "2026-12-28 06:10", "2027-01-04 09:00" },
  { "B8", FT_OUTCOME_NO_ANSWER, "2026-11-26 10:10", "2026-11-26 13:00" },
  { "B8", FT_OUTCOME_NO_ANSWER, "2026-11-26 14:30", "2026-11-26 17:30" },
  { "B8", FT_OUTCOME_NO_ANSWER, "2026-11-26 14:31", "2026-11-27 10:00" },
  { "B8", FT_OUTCOME_NO_ANSWER, "2026-11-27 17:00", "2026-11-30 10:00" },
  { "B8", FT_OUTCOME_NO_ANSWER, "2026-11-28 11:00", "2026-11-30 14:30" }, /* a Saturday */
  { "B9", FT_OUTCOME_THEY_WILL_CALL, "2026-11-26 14:30", "2026-11-30 14:30" },
  { "C1", FT_OUTCOME_THEY_CALLED, "2026-11-26 14:30", "2026-11-26 15:30" },
  { "C1", FT_OUTCOME_THEY_CALLED, "2026-11-26 14:34", "2026-11-26 15:30" },
  { "C1", FT_OUTCOME_THEY_CALLED, "2026-12-31 23:10", "2027-01-01 00:10" },
  { "C7", FT_OUTCOME_DELIVERED, "2026-11-26 14:30", "2026-11-27 10:00" },
  { "C7", FT_OUTCOME_DELIVERED, "2026-11-27 14:30", "2026-11-30 10:00" },
  { "D1", FT_OUTCOME_PROPOSAL_SENT, "2026-11-23 11:00", "2026-11-26 11:00" },
  { "D1", FT_OUTCOME_PROPOSAL_SENT, "2026-11-26 11:00", "2026-12-01 11:00" },
  { "D8", FT_OUTCOME_SOLD, "2026-11-30 11:00", "2027-03-01 11:00" }, /* 28 February is a Sunday */
  { "D8", FT_OUTCOME_SOLD, "2026-09-15 11:00", "2026-12-15 11:00" },
  { "D5", FT_OUTCOME_DEFINITE_NO, "2026-11-26 14:30", "" },
  { "D4", FT_OUTCOME_NOTE, "2026-11-26 14:30", "" },
};

static void
test_new_promise (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autoptr (FtPromiseData) promise
          = ft_outcome_new_promise (card, promises[i].outcome, FT_CHANNEL_EMAIL, 3, settings,
                                    civil_of (promises[i].now), ZONE);
      g_autofree char *promised = promise ? ft_civil_to_string (promise->promised) : g_strdup ("");
      g_test_message ("%s at %s", promises[i].practice, promises[i].now);
      g_assert_cmpstr (promised, ==, promises[i].expected);
      if (!promise)
        continue;
      g_assert_cmpint (promise->lead_id, ==, 7);
      g_assert_cmpint (promise->channel, ==, FT_CHANNEL_EMAIL);
      g_assert_cmpstr (promise->zone, ==, ZONE);
      /* Only the four steps bring a piece (C7); the others are for the user to fill. */
      g_assert_cmpint (promise->piece_id, ==, promises[i].outcome == FT_OUTCOME_DELIVERED ? 3 : 0);
      g_assert_cmpint (promise->kind, ==,
                       promises[i].outcome == FT_OUTCOME_DELIVERED ? FT_PROMISE_FOLLOW_THROUGH
                       : promises[i].outcome == FT_OUTCOME_SOLD    ? FT_PROMISE_FRIENDLY
                                                                   : FT_PROMISE_CONTACT);
    }
}

/* B3: the lead's own interval before the setting; D1, the setting. */
static void
test_settings (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtPromiseData) contact = NULL;
  g_autoptr (FtPromiseData) proposal = NULL;

  card->lead->interval = 14;
  settings->proposal_days = 1;
  contact = ft_outcome_new_promise (card, FT_OUTCOME_REACHED, FT_CHANNEL_PHONE, 0, settings,
                                    civil_of (NOW), ZONE);
  assert_civil (contact->promised, "2026-12-10 14:30");
  proposal = ft_outcome_new_promise (card, FT_OUTCOME_PROPOSAL_SENT, FT_CHANNEL_PHONE, 0, settings,
                                     civil_of (NOW), ZONE);
  assert_civil (proposal->promised, "2026-11-27 14:30");
}

/* --- Edits --- */

static FtLeadData *
get_lead (FtEdit *edit)
{
  return ft_edit_get_leads (edit)->len ? ft_edit_get_leads (edit)->pdata[0] : NULL;
}

static FtContactData *
get_contact (FtEdit *edit)
{
  g_assert_cmpuint (ft_edit_get_contacts (edit)->len, ==, 1);
  return ft_edit_get_contacts (edit)->pdata[0];
}

static FtEdit *
log_outcome (FtLeadCard *card, FtOutcome outcome, const char *asked_for, const char *words)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (7, 0, FT_CHANNEL_PHONE, outcome);
  FtPromiseData *promise = ft_lead_card_next (card, instant_of (NOW));

  set_text (&contact->asked_for, asked_for);
  return ft_gesture_log_outcome (card, promise, contact, NULL, words, "", instant_of (NOW), ZONE);
}

/* C1: they are the ones who were in touch. */
static void
test_they_called_c1 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  FtPromiseData *promise = add_promise (card, "2026-11-27 10:00");
  g_autoptr (FtEdit) edit = log_outcome (card, FT_OUTCOME_THEY_CALLED, "", "");

  g_assert_cmpint (get_contact (edit)->direction, ==, FT_DIRECTION_IN);
  g_assert_cmpint (get_contact (edit)->at, ==, instant_of (NOW));
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 0);
  g_assert_cmpint (promise->state, ==, FT_PROMISE_OPEN);
  g_assert_null (get_lead (edit));
}

/* C5: one list of what they asked for; "nothing else" is over when they ask again. */
static void
test_asked_for_c5 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtEdit) first = NULL;
  g_autoptr (FtEdit) again = NULL;

  g_ptr_array_add (card->lead->asks, ft_ask_new (day_of ("2026-11-20"), 0, "a sample"));
  card->lead->nothing_else_day = day_of ("2026-11-20");
  first = log_outcome (card, FT_OUTCOME_REACHED, "a price", "");
  g_assert_cmpuint (get_lead (first)->asks->len, ==, 2);
  g_assert_cmpuint (card->lead->asks->len, ==, 1);
  FtAsk *ask = get_lead (first)->asks->pdata[1];
  g_assert_cmpstr (ask->text, ==, "a price");
  g_assert_cmpint (ask->day, ==, day_of (NOW));
  g_assert_cmpint (ask->done_day, ==, 0);
  g_assert_cmpint (get_lead (first)->nothing_else_day, ==, 0);
  g_assert_cmpint (get_lead (first)->state, ==, FT_LEAD_OPEN);

  again = log_outcome (card, FT_OUTCOME_REACHED, "a sample", "");
  g_assert_null (get_lead (again));
}

/* D5: in the customer's words; nothing stays promised. D3: what was asked, and what came. */
static void
test_definite_no_d5 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  FtPromiseData *kept = add_promise (card, "2026-11-26 14:00");
  FtPromiseData *other = add_promise (card, "2026-12-10 10:00");
  FtPromiseData *done = add_promise (card, "2026-11-20 10:00");
  g_autoptr (FtEdit) edit = NULL;
  GPtrArray *changed;

  done->state = FT_PROMISE_KEPT;
  edit = log_outcome (card, FT_OUTCOME_DEFINITE_NO, "", "We have bought elsewhere");
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Definite no from Anna Berg");
  g_assert_cmpint (get_lead (edit)->state, ==, FT_LEAD_CLOSED);
  g_assert_cmpstr (get_lead (edit)->closing_words, ==, "We have bought elsewhere");
  g_assert_cmpstr (get_contact (edit)->heard, ==, "We have bought elsewhere");
  g_assert_cmpint (get_contact (edit)->asked, ==, FT_ASKED_SALE);
  g_assert_cmpint (get_contact (edit)->answer, ==, FT_ANSWER_NO);

  changed = ft_edit_get_promises (edit);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_cmpint (((FtPromiseData *) changed->pdata[0])->id, ==, kept->id);
  g_assert_cmpint (((FtPromiseData *) changed->pdata[0])->state, ==, FT_PROMISE_KEPT);
  g_assert_cmpint (((FtPromiseData *) changed->pdata[1])->id, ==, other->id);
  g_assert_cmpint (((FtPromiseData *) changed->pdata[1])->state, ==, FT_PROMISE_CANCELLED);
}

static void
test_sold_d8 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtEdit) edit = NULL;
  FtPromiseData *other;

  add_promise (card, "2026-11-26 14:00");
  other = add_promise (card, "2026-12-10 10:00");
  edit = log_outcome (card, FT_OUTCOME_SOLD, "", "");
  g_assert_cmpint (get_lead (edit)->state, ==, FT_LEAD_CUSTOMER);
  g_assert_cmpint (get_contact (edit)->answer, ==, FT_ANSWER_YES);
  /* What else was promised to a customer is still to do. */
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 1);
  g_assert_cmpint (((FtPromiseData *) ft_edit_get_promises (edit)->pdata[0])->id, !=, other->id);
}

/* B7, A7: the missed promise says why, the new one is a new promise. */
static void
test_repair_b7 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  FtPromiseData *late = add_promise (card, "2026-11-25 10:00");
  g_autoptr (FtEdit) edit = ft_gesture_repair_promise (late, civil_of ("2026-11-27 09:00"), NULL,
                                                       FT_CAUSE_ORGANISATION, instant_of (NOW));
  g_autoptr (FtEdit) cause = ft_gesture_set_cause (late, FT_CAUSE_TIMING);
  FtPromiseData *moved = ft_edit_get_promises (edit)->pdata[0];
  FtPromiseData *new = ft_edit_get_promises (edit)->pdata[1];

  g_assert_cmpint (moved->id, ==, late->id);
  g_assert_cmpint (moved->state, ==, FT_PROMISE_MOVED);
  g_assert_cmpint (moved->cause, ==, FT_CAUSE_ORGANISATION);
  g_assert_cmpint (new->id, <, 0);
  g_assert_cmpint (new->cause, ==, FT_CAUSE_NONE);
  assert_civil (new->promised, "2026-11-27 09:00");
  g_assert_cmpint (late->cause, ==, FT_CAUSE_NONE);

  FtPromiseData *said = ft_edit_get_promises (cause)->pdata[0];
  g_assert_cmpint (said->cause, ==, FT_CAUSE_TIMING);
  g_assert_cmpint (said->state, ==, FT_PROMISE_OPEN);
}

static void
test_tick_c7 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  FtPromiseData *promise = add_promise (card, "2026-11-27 10:00");
  g_autoptr (FtEdit) on = NULL;
  g_autoptr (FtEdit) off = NULL;

  promise->kind = FT_PROMISE_FOLLOW_THROUGH;
  promise->steps = 1 << FT_STEP_ARRIVED;
  on = ft_gesture_tick_step (promise, FT_STEP_NEW, TRUE);
  g_assert_cmpuint (((FtPromiseData *) ft_edit_get_promises (on)->pdata[0])->steps, ==, 5);
  off = ft_gesture_tick_step (promise, FT_STEP_ARRIVED, FALSE);
  g_assert_cmpuint (((FtPromiseData *) ft_edit_get_promises (off)->pdata[0])->steps, ==, 0);
  g_assert_cmpuint (promise->steps, ==, 1);
}

/* A2: all of the gap in one step. */
static void
test_gap_a2 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  FtPromiseData *far = add_promise (card, "2026-12-21 15:00");
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GPtrArray) made
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_autoptr (FtEdit) edit = NULL;

  gaps = ft_gap_contacts (card, far, settings, day_of (NOW));
  g_assert_cmpuint (gaps->len, >=, 2);
  for (guint i = 0; i < gaps->len; i++)
    g_ptr_array_add (made, ft_gap_new_promise (far, &g_array_index (gaps, FtGapContact, i), 0));
  assert_civil (((FtPromiseData *) made->pdata[0])->promised, "2026-12-03 15:00");
  edit = ft_gesture_add_promises (card->lead, made, instant_of (NOW));
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, made->len);
  for (guint i = 0; i < made->len; i++)
    {
      FtPromiseData *promise = ft_edit_get_promises (edit)->pdata[i];
      g_assert_cmpint (promise->id, ==, -1 - (int) i);
      g_assert_cmpint (promise->lead_id, ==, 7);
      g_assert_cmpint (promise->channel, ==, far->channel);
      g_assert_cmpstr (promise->purpose, !=, "");
    }
}

static void
test_piece_a5 (void)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  g_autoptr (FtEdit) added = ft_gesture_put_piece (piece);
  g_autoptr (FtEdit) edited = NULL;

  g_assert_cmpstr (ft_edit_get_label (added), ==, "Add Case study");
  g_assert_cmpint (((FtPieceData *) ft_edit_get_pieces (added)->pdata[0])->id, <, 0);
  g_assert_cmpint (piece->id, ==, 0);
  piece->id = 5;
  edited = ft_gesture_put_piece (piece);
  g_assert_cmpstr (ft_edit_get_label (edited), ==, "Edit Case study");
  g_assert_cmpint (((FtPieceData *) ft_edit_get_pieces (edited)->pdata[0])->id, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcomes/new-promise", test_new_promise);
  g_test_add_func ("/outcomes/new-promise/settings", test_settings);
  g_test_add_func ("/outcomes/C1/they-called", test_they_called_c1);
  g_test_add_func ("/outcomes/C5/asked-for", test_asked_for_c5);
  g_test_add_func ("/outcomes/D5/definite-no", test_definite_no_d5);
  g_test_add_func ("/outcomes/D8/sold", test_sold_d8);
  g_test_add_func ("/outcomes/B7/repair", test_repair_b7);
  g_test_add_func ("/outcomes/C7/tick", test_tick_c7);
  g_test_add_func ("/outcomes/A2/gap", test_gap_a2);
  g_test_add_func ("/outcomes/A5/piece", test_piece_a5);
  return g_test_run ();
}
