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

/* D3: what I asked for, and what came. A sale and a definite no are the answer, said or not. */
static void
test_asked_d3 (void)
{
  static const struct
  {
    FtOutcome outcome;
    FtAsked asked;
    FtAnswer answer;
    FtAsked kept_asked;
    FtAnswer kept_answer;
  } cases[] = {
    { FT_OUTCOME_REACHED, FT_ASKED_NOTHING, FT_ANSWER_NONE, FT_ASKED_NOTHING, FT_ANSWER_NONE },
    { FT_OUTCOME_REACHED, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, FT_ASKED_NEXT_STEP, FT_ANSWER_YES },
    { FT_OUTCOME_REACHED, FT_ASKED_SALE, FT_ANSWER_NOT_YET, FT_ASKED_SALE, FT_ANSWER_NOT_YET },
    { FT_OUTCOME_NO_ANSWER, FT_ASKED_NOTHING, FT_ANSWER_NONE, FT_ASKED_NOTHING, FT_ANSWER_NONE },
    { FT_OUTCOME_SOLD, FT_ASKED_NOTHING, FT_ANSWER_NONE, FT_ASKED_SALE, FT_ANSWER_YES },
    { FT_OUTCOME_SOLD, FT_ASKED_NEXT_STEP, FT_ANSWER_YES, FT_ASKED_NEXT_STEP, FT_ANSWER_YES },
    { FT_OUTCOME_DEFINITE_NO, FT_ASKED_NOTHING, FT_ANSWER_NONE, FT_ASKED_SALE, FT_ANSWER_NO },
    { FT_OUTCOME_DEFINITE_NO, FT_ASKED_SALE, FT_ANSWER_NO, FT_ASKED_SALE, FT_ANSWER_NO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (7, 0, FT_CHANNEL_PHONE, cases[i].outcome);
      g_autoptr (FtEdit) edit = NULL;

      contact->asked = cases[i].asked;
      contact->answer = cases[i].answer;
      edit = ft_gesture_log_outcome (card, NULL, contact, NULL, "No", "", instant_of (NOW), ZONE);
      g_assert_cmpint (get_contact (edit)->asked, ==, cases[i].kept_asked);
      g_assert_cmpint (get_contact (edit)->answer, ==, cases[i].kept_answer);
    }
}

/* B8, B9: whatever they did or did not, the lead stays open; only a sale and their no end it (D5). */
static void
test_stays_open_b8_b9_d5 (void)
{
  static const struct
  {
    FtOutcome outcome;
    FtLeadState state;
  } cases[] = {
    { FT_OUTCOME_REACHED, FT_LEAD_OPEN },       { FT_OUTCOME_NO_ANSWER, FT_LEAD_OPEN },
    { FT_OUTCOME_THEY_WILL_CALL, FT_LEAD_OPEN }, { FT_OUTCOME_THEY_CALLED, FT_LEAD_OPEN },
    { FT_OUTCOME_PROPOSAL_SENT, FT_LEAD_OPEN }, { FT_OUTCOME_DELIVERED, FT_LEAD_OPEN },
    { FT_OUTCOME_NOTE, FT_LEAD_OPEN },          { FT_OUTCOME_SOLD, FT_LEAD_CUSTOMER },
    { FT_OUTCOME_DEFINITE_NO, FT_LEAD_CLOSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtEdit) edit = log_outcome (card, cases[i].outcome, "", "No, thank you");
      FtLeadData *changed = get_lead (edit);

      g_assert_cmpint (changed != NULL ? changed->state : card->lead->state, ==, cases[i].state);
    }
}

/* C1: within the hour, over midnight, the end of the year and the hours that do not or do exist twice. */
static void
test_within_the_hour_c1 (void)
{
  static const struct
  {
    const char *now;
    const char *promised;
    int minutes; /* that really pass */
  } cases[] = {
    { "2026-11-26 14:30", "2026-11-26 15:30", 60 }, { "2026-11-26 14:34", "2026-11-26 15:30", 56 },
    { "2026-11-26 23:10", "2026-11-27 00:10", 60 }, { "2026-12-31 23:30", "2027-01-01 00:30", 60 },
    { "2027-03-28 01:30", "2027-03-28 02:30", 30 }, /* skipped: due at 3:00, the first minute after */
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise
          = ft_outcome_new_promise (card, FT_OUTCOME_THEY_CALLED, FT_CHANNEL_PHONE, 0, settings,
                                    civil_of (cases[i].now), ZONE);

      assert_civil (promise->promised, cases[i].promised);
      g_assert_cmpint (instant_of (cases[i].promised) - instant_of (cases[i].now), ==,
                       cases[i].minutes * 60);
    }
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
  g_test_add_func ("/outcomes/B3-B8-B9-C1-C7-D1-D8/new-promise", test_new_promise);
  g_test_add_func ("/outcomes/B3-D1/settings", test_settings);
  g_test_add_func ("/outcomes/C1/they-called", test_they_called_c1);
  g_test_add_func ("/outcomes/C5/asked-for", test_asked_for_c5);
  g_test_add_func ("/outcomes/B8-B9-D5/stays-open", test_stays_open_b8_b9_d5);
  g_test_add_func ("/outcomes/C1/within-the-hour", test_within_the_hour_c1);
  g_test_add_func ("/outcomes/D3/asked", test_asked_d3);
  g_test_add_func ("/outcomes/D5/definite-no", test_definite_no_d5);
  g_test_add_func ("/outcomes/D8/sold", test_sold_d8);
  g_test_add_func ("/outcomes/B7/repair", test_repair_b7);
  g_test_add_func ("/outcomes/C7/tick", test_tick_c7);
  g_test_add_func ("/outcomes/A2/gap", test_gap_a2);
  g_test_add_func ("/outcomes/A5/piece", test_piece_a5);
  return g_test_run ();
}
