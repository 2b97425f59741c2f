#include "core/ft-brief.h"
#include "core/ft-channels.h"
#include "core/ft-ending.h"
#include "core/ft-hints.h"
#include "core/ft-keeping.h"

#include "coach.h"

static void
test_keeping_C6_B7 (void)
{
  static const struct
  {
    const char *promised;
    FtPromiseState state;
    const char *done;
    const char *keeping;
    const char *words;
  } cases[] = {
    { "2026-11-26 16:00", FT_PROMISE_OPEN, "", "open", "" },
    { "2026-11-26 14:30", FT_PROMISE_OPEN, "", "open", "" },
    { "2026-11-26 14:29", FT_PROMISE_OPEN, "", "late", "1 min late" },
    { "2026-11-26 10:30", FT_PROMISE_OPEN, "", "late", "4 h late" },
    { "2026-11-24 14:31", FT_PROMISE_OPEN, "", "late", "47 h late" },
    { "2026-11-20 14:30", FT_PROMISE_OPEN, "", "late", "6 days late" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 13:00", "early", "3 h early" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 15:45", "early", "15 min early" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 15:46", "kept", "kept" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 16:00", "kept", "kept" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 16:05", "kept", "kept" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-26 16:06", "repaired", "missed, repaired" },
    { "2026-11-26 16:00", FT_PROMISE_KEPT, "2026-11-23 16:00", "early", "3 days early" },
    { "2026-11-26 16:00", FT_PROMISE_MOVED, "2026-11-26 15:00", "moved", "moved" },
    { "2026-11-26 16:00", FT_PROMISE_MOVED, "2026-11-27 15:00", "repaired", "missed, repaired" },
    { "2026-11-26 16:00", FT_PROMISE_CANCELLED, "2026-11-27 15:00", "cancelled", "cancelled" },
    /* All day: until the day is over. */
    { "2026-11-26", FT_PROMISE_KEPT, "2026-11-26 23:58", "kept", "kept" },
    { "2026-11-26", FT_PROMISE_KEPT, "2026-11-26 09:00", "kept", "kept" },
    { "2026-11-26", FT_PROMISE_KEPT, "2026-11-24 23:00", "early", "2 days early" },
    { "2026-11-26", FT_PROMISE_KEPT, "2026-11-27 09:00", "repaired", "missed, repaired" },
    { "2026-11-26", FT_PROMISE_OPEN, "", "open", "" },
    /* Over the hour that exists twice, three hours are three hours. */
    { "2026-10-25 04:00", FT_PROMISE_KEPT, "2026-10-25 01:00", "early", "4 h early" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = new_promise (cases[i].promised);
      promise->state = cases[i].state;
      promise->done_at = *cases[i].done ? instant_of (cases[i].done) : 0;
      FtKeeping keeping = ft_keeping_of (promise, instant_of (NOW), NULL);
      g_autofree char *words = ft_keeping_words (promise, instant_of (NOW));
      g_assert_cmpstr (ft_keeping_to_string (keeping), ==, cases[i].keeping);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_apology_B7 (void)
{
  static const struct
  {
    FtPromiseKind kind;
    FtChannel channel;
    const char *promised;
    const char *words;
  } cases[] = {
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-20 16:00",
      "I promised to call you Friday at 16:00, and I didn’t. I’m sorry." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_PHONE, "2026-11-25 16:00",
      "I promised to call you yesterday at 16:00, and I didn’t. I’m sorry." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_EMAIL, "2026-11-26 10:00",
      "I promised to write to you today at 10:00, and I didn’t. I’m sorry." },
    { FT_PROMISE_CONTACT, FT_CHANNEL_VISIT, "2026-11-19",
      "I promised to come by Thursday, 19 November, and I didn’t. I’m sorry." },
    { FT_PROMISE_SEND, FT_CHANNEL_EMAIL, "2026-11-24",
      "I promised it to you by Tuesday, and you did not have it. I’m sorry." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = new_promise (cases[i].promised);
      promise->kind = cases[i].kind;
      promise->channel = cases[i].channel;
      g_autofree char *words = ft_apology_words (promise, civil_of (NOW));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_causes_A7 (void)
{
  g_assert_cmpstr (ft_cause_words (FT_CAUSE_TIMING), ==, "Timing");
  g_assert_cmpstr (ft_cause_words (FT_CAUSE_TECHNIQUE), ==, "Technique");
  g_assert_cmpstr (ft_cause_words (FT_CAUSE_ORGANISATION), ==, "Organisation");
  g_assert_cmpstr (ft_cause_words (FT_CAUSE_NONE), ==, "");
}

static void
test_ending_D4_D5_D2 (void)
{
  static const struct
  {
    int n_contacts;
    const char *closing;
    const char *override;
    FtEnding ending;
    int missing;
  } cases[] = {
    { 0, "", "", FT_ENDING_TOO_FEW, 5 },
    { 4, "", "", FT_ENDING_TOO_FEW, 1 },
    { 5, "", "", FT_ENDING_NEEDS_WORDS, 0 },
    { 9, "  ", "\t", FT_ENDING_NEEDS_WORDS, 0 },
    { 1, "We bought from Oz", "", FT_ENDING_ALLOWED, 4 },
    { 6, "We bought from Oz", "", FT_ENDING_ALLOWED, 0 },
    { 1, "", "the company is closed", FT_ENDING_ALLOWED, 4 },
    { 9, "a time waster", "", FT_ENDING_EXCUSE, 0 },
    { 1, "Tyre-Kicker", "", FT_ENDING_EXCUSE, 4 },
    { 1, "", "Just looking anyway", FT_ENDING_EXCUSE, 4 },
    { 1, "TIME WASTER", "moved abroad", FT_ENDING_ALLOWED, 4 },
  };
  g_autoptr (FtSettings) settings = ft_settings_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int missing;
      g_autoptr (FtLeadCard) card = new_card ();
      for (int k = 0; k < cases[i].n_contacts; k++)
        {
          g_autofree char *at = g_strdup_printf ("2026-11-1%d 10:00", k);
          add_contact (card, at, FT_CHANNEL_PHONE,
                       k % 2 ? FT_OUTCOME_NO_ANSWER : FT_OUTCOME_REACHED);
        }
      add_contact (card, "2026-11-20 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NOTE);
      FtEnding ending
          = ft_ending_check (card, settings, cases[i].closing, cases[i].override, &missing);
      g_assert_cmpint (ending, ==, cases[i].ending);
      g_assert_cmpint (missing, ==, cases[i].missing);
      g_autofree char *words = ft_ending_words (ending, missing);
      g_assert_cmpint (*words == '\0', ==, ending == FT_ENDING_ALLOWED);
    }
}

static void
test_reply_rate_E8 (void)
{
  FtChannelRate rates[FT_N_CHANNELS];
  g_autoptr (FtLeadCard) card = new_card ();
  ft_channels_count (card->contacts, rates);
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_PHONE);
  g_ptr_array_add (card->lead->emails, ft_reach_new ("", "anna@example.com"));
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_EMAIL);
  g_ptr_array_add (card->lead->phones, ft_reach_new ("", "030 1"));
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_PHONE);

  /* The telephone twice in four, the last tries answered by their own call within a week and after.
   */
  add_contact (card, "2026-11-03 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  add_contact (card, "2026-11-04 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-05 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-09 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_THEY_CALLED)->direction
      = FT_DIRECTION_IN;
  add_contact (card, "2026-11-10 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  add_contact (card, "2026-11-18 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_THEY_CALLED)->direction
      = FT_DIRECTION_IN;
  add_contact (card, "2026-11-11 10:00", FT_CHANNEL_EMAIL, FT_OUTCOME_REACHED);
  add_contact (card, "2026-11-12 10:00", FT_CHANNEL_EMAIL, FT_OUTCOME_REACHED);
  add_contact (card, "2026-11-12 11:00", FT_CHANNEL_EMAIL, FT_OUTCOME_NOTE);
  ft_channels_count (card->contacts, rates);
  g_assert_cmpuint (rates[FT_CHANNEL_PHONE].n_tried, ==, 4);
  g_assert_cmpuint (rates[FT_CHANNEL_PHONE].n_answered, ==, 2);
  g_assert_cmpuint (rates[FT_CHANNEL_EMAIL].n_tried, ==, 2);
  g_autofree char *words = ft_channel_rate_words (&rates[FT_CHANNEL_PHONE]);
  g_assert_cmpstr (words, ==, "2 of 4 answered");

  /* Two tries say nothing yet; three do. */
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_PHONE);
  add_contact (card, "2026-11-13 10:00", FT_CHANNEL_EMAIL, FT_OUTCOME_REACHED);
  ft_channels_count (card->contacts, rates);
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_EMAIL);
  card->lead->channel = FT_CHANNEL_VISIT;
  g_assert_cmpint (ft_channels_default (card->lead, rates), ==, FT_CHANNEL_VISIT);
}

static void
test_other_channel_B8 (void)
{
  FtChannelRate rates[FT_N_CHANNELS] = { 0 };
  g_autoptr (FtLeadCard) card = new_card ();
  g_assert_cmpint (ft_channels_other (card->lead, rates, FT_CHANNEL_PHONE), ==, FT_CHANNEL_PHONE);
  g_ptr_array_add (card->lead->phones, ft_reach_new ("", "030 1"));
  g_ptr_array_add (card->lead->emails, ft_reach_new ("", "anna@example.com"));
  g_assert_cmpint (ft_channels_other (card->lead, rates, FT_CHANNEL_PHONE), ==, FT_CHANNEL_EMAIL);
  g_assert_cmpint (ft_channels_other (card->lead, rates, FT_CHANNEL_EMAIL), ==, FT_CHANNEL_PHONE);
}

static void
test_last_words_D6_A4 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_assert_cmpstr (ft_brief_last_words (card), ==, "");
  g_assert_cmpint (ft_brief_lean (card), ==, FT_LEAN_UNKNOWN);
  FtContactData *first
      = add_contact (card, "2026-11-10 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  set_text (&first->heard, "after the roof");
  first->lean = FT_LEAN_TOWARDS;
  add_contact (card, "2026-11-20 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  g_assert_cmpstr (ft_brief_last_words (card), ==, "after the roof");
  g_assert_cmpint (ft_brief_lean (card), ==, FT_LEAN_TOWARDS);
}

static void
test_asks_C5 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  g_ptr_array_add (card->lead->asks, ft_ask_new (1, 0, "a sample"));
  g_ptr_array_add (card->lead->asks, ft_ask_new (1, 2, "a price"));
  g_assert_cmpuint (ft_brief_count_open_asks (card->lead), ==, 1);
}

static void
test_benefits_E2_E3 (void)
{
  static const char *const heads[]
      = { "", "Save money", "Save time", "Better connected", "Look better", "Earn more" };
  g_autoptr (FtLeadCard) card = new_card ();
  g_assert_cmpuint (ft_brief_count_benefits (card->lead), ==, 0);
  set_text (&card->lead->benefits[2].text, "no more weeding");
  g_assert_cmpuint (ft_brief_count_benefits (card->lead), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpstr (ft_benefit_head_words (i), ==, heads[i]);
}

static void
test_facts_E7 (void)
{
  static const char *const order[] = { "widowed in 2024", "daughter Mia", "two dogs", "likes tea" };
  g_autoptr (FtLeadCard) card = new_card ();
  g_ptr_array_add (card->lead->facts, ft_fact_new (10, FALSE, "likes tea"));
  g_ptr_array_add (card->lead->facts, ft_fact_new (5, TRUE, "widowed in 2024"));
  g_ptr_array_add (card->lead->facts, ft_fact_new (20, FALSE, "daughter Mia"));
  g_ptr_array_add (card->lead->facts, ft_fact_new (15, FALSE, "two dogs"));
  g_autoptr (GPtrArray) facts = ft_brief_facts (card->lead);
  g_assert_cmpuint (facts->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < facts->len; i++)
    g_assert_cmpstr (((FtFact *) facts->pdata[i])->text, ==, order[i]);
}

static void
test_local_time_E9 (void)
{
  g_autoptr (FtLeadCard) card = new_card ();
  gint64 now = instant_of (NOW);
  g_assert_false (ft_civil_is_set (ft_brief_local_time (card->lead, now, ZONE)));
  card->lead->zone = g_intern_string ("America/New_York");
  assert_civil (ft_brief_local_time (card->lead, now, ZONE), "2026-11-26 08:30");
  card->lead->zone = g_intern_string ("Europe/Paris");
  g_assert_false (ft_civil_is_set (ft_brief_local_time (card->lead, now, ZONE)));
}

/* From the worst fault of a lead to none, by mending one after the other. */
static void
test_hints_B10 (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadCard) card = new_card ();
  FtLeadData *lead = card->lead;
  gint64 now = instant_of (NOW);
#define EXPECT(hint, practice)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    FtHint found = ft_hints_of (card, settings, now, ZONE);                                        \
    g_assert_cmpint (found, ==, hint);                                                             \
    g_assert_cmpstr (ft_hint_practice (found), ==, practice);                                      \
    g_assert_cmpint (*ft_hint_words (found) != '\0', ==, found != FT_HINT_NONE);                   \
  }                                                                                                \
  G_STMT_END

  EXPECT (FT_HINT_NO_PROMISE, "B1");
  FtPromiseData *promise = add_promise (card, "2026-11-26 14:00");
  promise->agreed = FALSE;
  EXPECT (FT_HINT_LATE, "B7");
  promise->promised = promise->target = civil_of ("2026-12-02 10:00");
  promise->promised_at = promise->target_at = instant_of ("2026-12-02 10:00");
  EXPECT (FT_HINT_NEW, "E5");
  lead->not_before_day = day_of ("2026-12-10");
  EXPECT (FT_HINT_FENCED, "A3");
  lead->not_before_day = 0;

  add_contact (card, "2026-11-05 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  EXPECT (FT_HINT_INVISIBLE, "D6");
  add_contact (card, "2026-11-23 10:00", FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  EXPECT (FT_HINT_SILENCE, "B8");
  FtContactData *proposal
      = add_contact (card, "2026-11-24 10:00", FT_CHANNEL_EMAIL, FT_OUTCOME_PROPOSAL_SENT);
  promise->state = FT_PROMISE_KEPT;
  EXPECT (FT_HINT_NO_ASKING, "D1");
  promise->state = FT_PROMISE_OPEN;
  lead->decision_day = day_of ("2026-12-10");
  EXPECT (FT_HINT_DECISION_NEAR, "A6");
  lead->decision_day = 0;
  EXPECT (FT_HINT_EMPTY_HANDED, "B5");
  promise->piece_id = 3;
  EXPECT (FT_HINT_NOT_AGREED, "C3");
  promise->agreed = TRUE;
  EXPECT (FT_HINT_NO_BENEFITS, "E3");
  for (int i = 0; i < FT_N_BENEFITS; i++)
    set_text (&lead->benefits[i].text, "it does");
  g_ptr_array_add (lead->asks, ft_ask_new (1, 0, "a sample"));
  EXPECT (FT_HINT_OPEN_ASKS, "C5");
  ((FtAsk *) lead->asks->pdata[0])->done_day = 2;
  EXPECT (FT_HINT_FEW_CONTACTS, "D4");
  add_contact (card, "2026-11-24 11:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  add_contact (card, "2026-11-24 12:00", FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  EXPECT (FT_HINT_NONE, "");
  proposal->at = instant_of ("2026-11-22 10:00");
  EXPECT (FT_HINT_PEST, "E4");

  settings->hints = FALSE;
  EXPECT (FT_HINT_NONE, "");
  settings->hints = TRUE;
  lead->state = FT_LEAD_CLOSED;
  EXPECT (FT_HINT_NONE, "");
#undef EXPECT
}

/* The line that closes on trial, and their answer to it, are the lead's own: each is kept, and each
 * alone is a change to be written. */
static void
test_trial_close_C4 (void)
{
  static const struct
  {
    const char *line;
    const char *answer;
    gboolean changed;
  } rows[] = {
    { "", "", FALSE },
    { "How does the terrace sound so far?", "", TRUE },
    { "", "Good, but the price", TRUE },
    { "How does the terrace sound so far?", "Good, but the price", TRUE },
    { " ", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FtLeadData) before = ft_lead_data_new ("Anna");
      g_autoptr (FtLeadData) after = ft_lead_data_copy (before);
      g_autoptr (FtLeadData) kept = NULL;

      set_text (&after->trial_close, rows[i].line);
      set_text (&after->trial_answer, rows[i].answer);
      g_assert_cmpint (ft_lead_data_equal (before, after), ==, !rows[i].changed);
      kept = ft_lead_data_copy (after);
      g_assert_true (ft_lead_data_equal (kept, after));
      g_assert_cmpstr (kept->trial_close, ==, rows[i].line);
      g_assert_cmpstr (kept->trial_answer, ==, rows[i].answer);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/A7-causes", test_causes_A7);
  g_test_add_func ("/coach/B7-apology", test_apology_B7);
  g_test_add_func ("/coach/B8-other-channel", test_other_channel_B8);
  g_test_add_func ("/coach/B10-hints", test_hints_B10);
  g_test_add_func ("/coach/C4-trial-close", test_trial_close_C4);
  g_test_add_func ("/coach/C5-asks", test_asks_C5);
  g_test_add_func ("/coach/C6-B7-keeping", test_keeping_C6_B7);
  g_test_add_func ("/coach/D2-D4-D5-ending", test_ending_D4_D5_D2);
  g_test_add_func ("/coach/D6-A4-last-words", test_last_words_D6_A4);
  g_test_add_func ("/coach/E2-E3-benefits", test_benefits_E2_E3);
  g_test_add_func ("/coach/E7-facts", test_facts_E7);
  g_test_add_func ("/coach/E8-reply-rate", test_reply_rate_E8);
  g_test_add_func ("/coach/E9-local-time", test_local_time_E9);
  return g_test_run ();
}
