#include "core/ft-concerns.h"
#include "core/ft-pieces.h"

#include "coach.h"

/* The letters of the practices and what is said, in order: enough to read a failure by. */
static char *
describe (GArray *concerns)
{
  static const char *const names[FT_N_CONCERNS] = {
    [FT_CONCERN_SOON] = "soon",
    [FT_CONCERN_DAILY] = "daily",
    [FT_CONCERN_WEEK_FULL] = "week-full",
    [FT_CONCERN_NO_PIECE] = "no-piece",
    [FT_CONCERN_FAR] = "far",
    [FT_CONCERN_FENCED] = "fenced",
    [FT_CONCERN_ASKED_LATELY] = "asked-lately",
    [FT_CONCERN_EMPTY_HANDED] = "empty-handed",
    [FT_CONCERN_REPEAT] = "repeat",
    [FT_CONCERN_SAME_PIECE] = "same-piece",
    [FT_CONCERN_NO_PROMISE] = "no-promise",
    [FT_CONCERN_NO_FALLBACK] = "no-fallback",
    [FT_CONCERN_NO_ASKING] = "no-asking",
    [FT_CONCERN_DAY_OFF] = "day-off",
    [FT_CONCERN_SLOT_FULL] = "slot-full",
    [FT_CONCERN_DAY_FULL] = "day-full",
    [FT_CONCERN_TARGET_LATE] = "target-late",
    [FT_CONCERN_NOT_AGREED] = "not-agreed",
    [FT_CONCERN_OUTSIDE_HOURS] = "outside-hours",
    [FT_CONCERN_OVER] = "over",
    [FT_CONCERN_THEIR_NIGHT] = "their-night",
  };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < concerns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            names[g_array_index (concerns, FtConcern, i).kind]);
  g_array_unref (concerns);
  return g_string_free (text, FALSE);
}

static FtPromiseData *
promise_with_value (const char *promised, const char *value)
{
  FtPromiseData *promise = new_promise (promised);
  set_text (&promise->value, value);
  return promise;
}

static void
assert_promise (FtLeadCard *card, FtPromiseData *promise, const char *expected)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autofree char *found
      = describe (ft_concerns_of_promise (card, promise, settings, instant_of (NOW), ZONE));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_far_A2 (void)
{
  static const struct
  {
    const char *promised;
    const char *concerns;
  } cases[] = {
    { "2026-12-03 10:00", "" }, /* seven days */
    { "2026-12-04 10:00", "far" },
    { "2026-12-17 10:00", "far" },
    { "2027-01-04 10:00", "far" },
  };
  g_autoptr (FtLeadCard) card = new_card ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = promise_with_value (cases[i].promised, "plans");
      assert_promise (card, promise, cases[i].concerns);
    }

  /* A customer's friendly promise is far on purpose (D8). */
  g_autoptr (FtPromiseData) friendly = promise_with_value ("2027-02-26 10:00", "plans");
  card->lead->state = FT_LEAD_CUSTOMER;
  assert_promise (card, friendly, "");
}

static void
test_interval_B3 (void)
{
  static const struct
  {
    const char *last;
    const char *promised;
    const char *concerns;
  } cases[] = {
    { "2026-11-25 10:00", "2026-12-02 10:00", "" },
    /* A contact a week: sooner means the week is full. */
    { "2026-11-25 10:00", "2026-12-01 10:00", "week-full" },
    { "2026-11-26 10:00", "2026-12-02 10:00", "week-full" },
    { "2026-11-26 10:00", "2026-12-03 10:00", "" },
    { "2026-11-26 10:00", "2026-11-27 10:00", "daily week-full" },
    { "2026-11-25 10:00", "2026-11-26 16:00", "daily week-full" },
    { "2026-11-25 10:00", "2026-11-27 10:00", "week-full" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) promise = promise_with_value (cases[i].promised, "plans");
      add_contact (card, cases[i].last, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      assert_promise (card, promise, cases[i].concerns);
    }

  /* An interval longer than a week is the lead's own. */
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = promise_with_value ("2026-12-03 10:00", "plans");
  add_contact (card, "2026-11-24 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  assert_promise (card, promise, "");
  card->lead->interval = 10;
  assert_promise (card, promise, "soon");
  card->lead->interval = 9;
  assert_promise (card, promise, "");
}

/* Twice a week within 30 days of the decision, and then with a piece. */
static void
test_twice_a_week_A6 (void)
{
  static const struct
  {
    const char *decision;
    gint64 piece;
    const char *second; /* another open promise */
    const char *concerns;
  } cases[] = {
    { "2026-12-20", 3, "", "" },
    { "2026-12-20", 0, "", "no-piece" },
    { "2026-12-30", 3, "", "" },
    { "2026-12-31", 3, "", "week-full" }, /* 31 days from the promise */
    { "2026-11-29", 3, "", "week-full" }, /* over by then */
    { "2026-12-20", 3, "2026-11-28 10:00", "week-full" },
    { "", 3, "", "week-full" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) promise = promise_with_value ("2026-11-30 10:00", "plans");
      promise->piece_id = cases[i].piece;
      card->lead->decision_day = day_of (cases[i].decision);
      add_contact (card, "2026-11-26 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      if (*cases[i].second)
        add_promise (card, cases[i].second);
      assert_promise (card, promise, cases[i].concerns);
    }
}

static void
test_empty_handed_B5 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = new_promise ("2026-12-02 10:00");
  assert_promise (card, promise, "empty-handed");
  promise->piece_id = 4;
  assert_promise (card, promise, "");
  promise->piece_id = 0;
  set_text (&promise->value, "the drawings");
  assert_promise (card, promise, "");
  /* What I owe them is the value itself (B12). */
  set_text (&promise->value, "");
  promise->kind = FT_PROMISE_SEND;
  assert_promise (card, promise, "");
}

static void
test_repeat_D7 (void)
{
  static const struct
  {
    const char *last;
    const char *value;
    const char *concerns;
  } cases[] = {
    { "the drawings", "the drawings", "repeat" },
    { "the drawings", " The Drawings ", "repeat" },
    { "the drawings", "a sample", "" },
    { "", "a sample", "" },
    { "", "", "empty-handed" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) promise = promise_with_value ("2026-12-02 10:00", cases[i].value);
      FtContactData *last
          = add_contact (card, "2026-11-19 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      set_text (&last->value, cases[i].last);
      assert_promise (card, promise, cases[i].concerns);
    }
}

static void
test_same_piece_A5 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = new_promise ("2026-12-02 10:00");
  g_autoptr (FtSettings) settings = ft_settings_new ();
  add_contact (card, "2026-11-05 10:00", FT_CHANNEL_VISIT, FT_OUTCOME_REACHED)->piece_id = 3;
  promise->piece_id = 4;
  assert_promise (card, promise, "");
  promise->piece_id = 3;
  assert_promise (card, promise, "same-piece");
  g_autoptr (GArray) concerns
      = ft_concerns_of_promise (card, promise, settings, instant_of (NOW), ZONE);
  g_autofree char *words
      = ft_concern_words (&g_array_index (concerns, FtConcern, 0), civil_of (NOW));
  g_assert_cmpstr (words, ==, "They have had that piece since Thursday, 5 November.");
}

/* One not yet had, first those that serve what hit home (A5, E3). */
static void
test_next_piece_A5 (void)
{
  static const FtBenefitHead heads[]
      = { FT_BENEFIT_LOOK, FT_BENEFIT_SAVE_TIME, FT_BENEFIT_NONE, FT_BENEFIT_SAVE_TIME };
  g_autoptr (GPtrArray) pieces
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_data_unref);
  g_autoptr (FtLeadCard) card = new_card ();
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      FtPieceData *piece = ft_piece_data_new ("piece", FT_PIECE_DOCUMENT);
      piece->id = i + 1;
      piece->head = heads[i];
      g_ptr_array_add (pieces, piece);
    }
  g_assert_cmpint (ft_pieces_next (pieces, card)->id, ==, 1);
  card->lead->benefits[1].head = FT_BENEFIT_SAVE_TIME;
  g_assert_cmpint (ft_pieces_next (pieces, card)->id, ==, 1); /* an empty slot is no benefit */
  set_text (&card->lead->benefits[1].text, "no more weeding");
  g_assert_cmpint (ft_pieces_next (pieces, card)->id, ==, 2);
  add_contact (card, "2026-11-20 10:00", FT_CHANNEL_VISIT, FT_OUTCOME_REACHED)->piece_id = 2;
  g_assert_cmpint (ft_pieces_next (pieces, card)->id, ==, 4);
  ((FtPieceData *) pieces->pdata[3])->retired = TRUE;
  g_assert_cmpint (ft_pieces_next (pieces, card)->id, ==, 1);
  add_contact (card, "2026-11-21 10:00", FT_CHANNEL_VISIT, FT_OUTCOME_REACHED)->piece_id = 1;
  add_contact (card, "2026-11-22 10:00", FT_CHANNEL_VISIT, FT_OUTCOME_REACHED)->piece_id = 3;
  g_assert_null (ft_pieces_next (pieces, card));
  g_assert_cmpint (ft_pieces_given_day (card, 2), ==, day_of ("2026-11-20"));
}

static void
test_two_times_C2 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = promise_with_value ("2026-12-02 10:00", "plans");
  promise->target = civil_of ("2026-12-02 10:01");
  assert_promise (card, promise, "target-late");
  promise->target = civil_of ("2026-12-01 16:00");
  assert_promise (card, promise, "");
}

static void
test_agreed_C3 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = promise_with_value ("2026-12-02 10:00", "plans");
  promise->agreed = FALSE;
  assert_promise (card, promise, "not-agreed");
}

static void
test_day_off_E10 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_autoptr (FtPromiseData) promise = promise_with_value ("2026-11-29 10:00", "plans");
  assert_promise (card, promise, "day-off");
}

/* What has to be promised when a contact is logged. */
static void
test_next_promise_B1_B9_D1 (void)
{
  static const struct
  {
    FtOutcome outcome;
    const char *concerns;
    const char *practice;
  } cases[] = {
    { FT_OUTCOME_REACHED, "no-promise", "B1" },
    { FT_OUTCOME_NO_ANSWER, "no-promise", "B1" },
    { FT_OUTCOME_THEY_CALLED, "no-promise", "B1" },
    { FT_OUTCOME_SOLD, "no-promise", "B1" },
    { FT_OUTCOME_THEY_WILL_CALL, "no-fallback", "B9" },
    { FT_OUTCOME_PROPOSAL_SENT, "no-asking", "D1" },
    { FT_OUTCOME_NOTE, "", NULL },
    { FT_OUTCOME_DEFINITE_NO, "", NULL },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) next = new_promise ("2026-12-03 10:00");
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (7, instant_of (NOW), FT_CHANNEL_PHONE, cases[i].outcome);
      set_text (&contact->value, "plans");
      contact->promise_id = add_promise (card, "2026-11-26 15:00")->id;

      GArray *concerns
          = ft_concerns_of_contact (card, contact, NULL, settings, instant_of (NOW), ZONE);
      if (cases[i].practice)
        g_assert_cmpstr (ft_concern_practice (g_array_index (concerns, FtConcern, 0).kind), ==,
                         cases[i].practice);
      g_assert_true ((ft_concerns_find_missing (concerns) != NULL) == (cases[i].practice != NULL));
      g_autofree char *alone = describe (concerns);
      g_assert_cmpstr (alone, ==, cases[i].concerns);

      g_autofree char *with_next = describe (
          ft_concerns_of_contact (card, contact, next, settings, instant_of (NOW), ZONE));
      g_assert_cmpstr (with_next, ==, "");

      /* Another promise of the lead is enough. */
      add_promise (card, "2026-12-10 10:00");
      g_autofree char *with_other = describe (
          ft_concerns_of_contact (card, contact, NULL, settings, instant_of (NOW), ZONE));
      g_assert_cmpstr (with_other, ==, "");
    }
}

static void
test_question_A3_B3 (void)
{
  static const struct
  {
    const char *fence;
    const char *asked;
    FtAsked ask;
    const char *concerns;
  } cases[] = {
    { "2026-11-27", "", FT_ASKED_SALE, "fenced" },
    { "2026-11-27", "", FT_ASKED_NEXT_STEP, "" },
    { "2026-11-26", "", FT_ASKED_SALE, "" },
    { "", "2026-11-20 10:00", FT_ASKED_SALE, "asked-lately" },
    { "", "2026-11-19 10:00", FT_ASKED_SALE, "" },
    { "", "2026-11-20 10:00", FT_ASKED_NOTHING, "" },
    { "2026-12-24", "2026-11-20 10:00", FT_ASKED_SALE, "fenced" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadCard) card = new_card ();
      g_autoptr (FtPromiseData) next = new_promise ("2026-12-03 10:00");
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (7, instant_of (NOW), FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      set_text (&contact->value, "plans");
      contact->asked = cases[i].ask;
      card->lead->not_before_day = day_of (cases[i].fence);
      if (*cases[i].asked)
        add_contact (card, cases[i].asked, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED)->asked
            = FT_ASKED_SALE;
      g_autofree char *found = describe (
          ft_concerns_of_contact (card, contact, next, settings, instant_of (NOW), ZONE));
      g_assert_cmpstr (found, ==, cases[i].concerns);
    }
}

/* Double booking, and a day with as much as fits in. */
static void
test_room_B6_E10 (void)
{
  static const struct
  {
    const char *target;
    int effort;
    const char *concerns;
  } cases[] = {
    { "2026-11-30 10:00", 0, "slot-full" }, { "2026-11-30 10:14", 0, "slot-full" },
    { "2026-11-30 10:15", 0, "" },          { "2026-11-30 09:45", 0, "" },
    { "2026-11-30 09:46", 0, "slot-full" }, { "2026-11-30 09:00", 61, "slot-full" },
    { "2026-11-30 09:00", 60, "" },         { "2026-11-30", 0, "" },
    { "2026-12-01 11:00", 0, "" },          { "2026-12-01 12:00", 0, "slot-full" },
    { "2026-12-02 16:00", 0, "day-full" },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_ptr_array_add (others, new_promise ("2026-11-30 10:00"));
  /* 6:00 in New York is 12:00 in Berlin. */
  FtPromiseData *away = new_promise ("2026-12-01 06:00");
  away->zone = g_intern_string ("America/New_York");
  g_ptr_array_add (others, away);
  FtPromiseData *done = new_promise ("2026-12-01 11:00");
  done->state = FT_PROMISE_KEPT;
  g_ptr_array_add (others, done);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-12-02 %d:00", 10 + i);
      g_ptr_array_add (others, new_promise (at));
    }
  settings->contacts_a_day = 3;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = new_promise (cases[i].target);
      promise->effort = cases[i].effort;
      g_autofree char *found = describe (ft_concerns_of_room (promise, others, settings, ZONE));
      g_assert_cmpstr (found, ==, cases[i].concerns);
    }

  /* A promise is not in its own way. */
  FtPromiseData *self = others->pdata[0];
  self->id = 9;
  g_autofree char *found = describe (ft_concerns_of_room (self, others, settings, ZONE));
  g_assert_cmpstr (found, ==, "");
}

static void
test_words (void)
{
  static const struct
  {
    FtConcern concern;
    const char *words;
  } cases[] = {
    { { FT_CONCERN_SOON, 7, 0 }, "Sooner than 7 days after the last contact." },
    { { FT_CONCERN_SOON, 1, 0 }, "Sooner than 1 day after the last contact." },
    { { FT_CONCERN_FAR, 21, 0 }, "21 days are long: who shows up in between gets the sale." },
    { { FT_CONCERN_WEEK_FULL, 1, 0 }, "1 contact within a week before it already." },
    { { FT_CONCERN_DAY_FULL, 20, 0 }, "That day is full: 20 promises." },
    { { FT_CONCERN_EMPTY_HANDED, 0, 0 }, "Empty-handed: what does it bring them?" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ft_concern_words (&cases[i].concern, civil_of (NOW));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
  FtConcern fenced = { FT_CONCERN_FENCED, 0, day_of ("2026-12-24") };
  g_autofree char *words = ft_concern_words (&fenced, civil_of (NOW));
  g_assert_cmpstr (words, ==,
                   "Not the decision question before Thursday, 24 December: until then "
                   "only what brings them value.");
  for (FtConcernKind kind = 0; kind < FT_N_CONCERNS; kind++)
    {
      FtConcern concern = { kind, 2, 0 };
      g_autofree char *any = ft_concern_words (&concern, civil_of (NOW));
      g_assert_cmpstr (any, !=, "");
      g_assert_cmpstr (ft_concern_practice (kind), !=, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/A2-far", test_far_A2);
  g_test_add_func ("/coach/A3-B3-question", test_question_A3_B3);
  g_test_add_func ("/coach/A5-same-piece", test_same_piece_A5);
  g_test_add_func ("/coach/A5-next-piece", test_next_piece_A5);
  g_test_add_func ("/coach/A6-twice-a-week", test_twice_a_week_A6);
  g_test_add_func ("/coach/B1-B9-D1-next-promise", test_next_promise_B1_B9_D1);
  g_test_add_func ("/coach/B3-interval", test_interval_B3);
  g_test_add_func ("/coach/B5-B12-empty-handed", test_empty_handed_B5);
  g_test_add_func ("/coach/B6-E10-room", test_room_B6_E10);
  g_test_add_func ("/coach/C2-two-times", test_two_times_C2);
  g_test_add_func ("/coach/C3-agreed", test_agreed_C3);
  g_test_add_func ("/coach/D7-repeat", test_repeat_D7);
  g_test_add_func ("/coach/E10-day-off", test_day_off_E10);
  g_test_add_func ("/coach/concern-words", test_words);
  return g_test_run ();
}
