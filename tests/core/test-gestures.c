#include "core/ft-gestures.h"

#define NOW G_GINT64_CONSTANT (1795705200) /* Thursday, 26 November 2026, 16:00 in Berlin */

static FtCivil
civil_of (const char *string)
{
  FtCivil civil = FT_CIVIL_NONE;
  g_assert_true (ft_civil_from_string (string, &civil));
  return civil;
}

static FtLeadData *
anna (void)
{
  FtLeadData *lead = ft_lead_data_new ("Anna Berg");
  lead->id = 7;
  return lead;
}

static FtPromiseData *
promise_of (const char *target, const char *promised)
{
  FtPromiseData *promise
      = ft_promise_data_new (7, civil_of (promised), "Europe/Berlin", FT_CHANNEL_PHONE);
  promise->id = 40;
  promise->target = civil_of (target);
  promise->agreed = TRUE;
  g_free (promise->uid);
  promise->uid = g_strdup ("uid-40");
  g_free (promise->purpose);
  promise->purpose = g_strdup ("the roof");
  return promise;
}

static void
assert_civil (FtCivil civil, const char *expected)
{
  g_autofree char *string = ft_civil_to_string (civil);
  g_assert_cmpstr (string, ==, expected);
}

static void
test_add_lead (void)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (0, civil_of ("2026-11-27 10:00"), "", FT_CHANNEL_PHONE);
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, promise, NOW);
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Add Anna Berg");
  g_assert_cmpuint (ft_edit_get_leads (edit)->len, ==, 1);
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 1);

  FtLeadData *added = ft_edit_get_leads (edit)->pdata[0];
  FtPromiseData *made = ft_edit_get_promises (edit)->pdata[0];
  g_assert_cmpint (added->id, <, 0);
  g_assert_cmpint (added->created_at, ==, NOW);
  g_assert_cmpint (made->id, <, 0);
  g_assert_cmpint (made->id, !=, added->id);
  g_assert_cmpint (made->lead_id, ==, added->id);
  g_assert_cmpint (made->created_at, ==, NOW);
  /* What was handed in is as it was. */
  g_assert_cmpint (lead->id, ==, 0);
  g_assert_cmpint (promise->lead_id, ==, 0);

  g_autoptr (FtEdit) alone = ft_gesture_add_lead (lead, NULL, NOW);
  g_assert_cmpuint (ft_edit_get_promises (alone)->len, ==, 0);
}

/* What becomes of the promise a contact was about, with and without a next one (B8, B9, C1). */
static void
test_outcomes (void)
{
  static const struct
  {
    FtOutcome outcome;
    FtPromiseState alone;
    FtPromiseState with_next;
    FtLeadState lead;
  } cases[] = {
    { FT_OUTCOME_NOTE, FT_PROMISE_OPEN, FT_PROMISE_OPEN, FT_LEAD_OPEN },
    { FT_OUTCOME_REACHED, FT_PROMISE_KEPT, FT_PROMISE_KEPT, FT_LEAD_OPEN },
    { FT_OUTCOME_NO_ANSWER, FT_PROMISE_OPEN, FT_PROMISE_KEPT, FT_LEAD_OPEN },
    { FT_OUTCOME_THEY_WILL_CALL, FT_PROMISE_OPEN, FT_PROMISE_KEPT, FT_LEAD_OPEN },
    { FT_OUTCOME_THEY_CALLED, FT_PROMISE_OPEN, FT_PROMISE_OPEN, FT_LEAD_OPEN },
    { FT_OUTCOME_PROPOSAL_SENT, FT_PROMISE_KEPT, FT_PROMISE_KEPT, FT_LEAD_OPEN },
    { FT_OUTCOME_DELIVERED, FT_PROMISE_KEPT, FT_PROMISE_KEPT, FT_LEAD_OPEN },
    { FT_OUTCOME_SOLD, FT_PROMISE_KEPT, FT_PROMISE_KEPT, FT_LEAD_CUSTOMER },
    { FT_OUTCOME_DEFINITE_NO, FT_PROMISE_KEPT, FT_PROMISE_KEPT, FT_LEAD_CLOSED },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int with_next = 0; with_next <= 1; with_next++)
      {
        g_autoptr (FtLeadData) lead = anna ();
        g_autoptr (FtPromiseData) promise = promise_of ("2026-11-26 14:00", "2026-11-26 16:00");
        g_autoptr (FtPromiseData) next
            = ft_promise_data_new (0, civil_of ("2026-12-03 16:00"), "", FT_CHANNEL_PHONE);
        g_autoptr (FtContactData) contact
            = ft_contact_data_new (0, NOW - 60, FT_CHANNEL_PHONE, cases[i].outcome);
        g_autoptr (FtEdit) edit
            = ft_gesture_log_contact (lead, promise, contact, with_next ? next : NULL, NOW);

        FtPromiseState expected = with_next ? cases[i].with_next : cases[i].alone;
        gboolean done = expected != FT_PROMISE_OPEN;
        GPtrArray *promises = ft_edit_get_promises (edit);
        g_assert_cmpuint (promises->len, ==, done + with_next);
        if (done)
          {
            FtPromiseData *kept = promises->pdata[0];
            g_assert_cmpint (kept->id, ==, 40);
            g_assert_cmpint (kept->state, ==, expected);
            g_assert_cmpint (kept->done_at, ==, NOW - 60);
          }
        if (with_next)
          {
            FtPromiseData *made = promises->pdata[promises->len - 1];
            g_assert_cmpint (made->id, <, 0);
            g_assert_cmpint (made->lead_id, ==, 7);
            g_assert_cmpint (made->state, ==, FT_PROMISE_OPEN);
          }

        FtContactData *logged = ft_edit_get_contacts (edit)->pdata[0];
        g_assert_cmpint (logged->lead_id, ==, 7);
        g_assert_cmpint (logged->promise_id, ==, 40);
        g_assert_cmpint (logged->at, ==, NOW - 60);
        g_assert_cmpuint (ft_edit_get_leads (edit)->len, ==, cases[i].lead != FT_LEAD_OPEN);
        if (cases[i].lead != FT_LEAD_OPEN)
          g_assert_cmpint (((FtLeadData *) ft_edit_get_leads (edit)->pdata[0])->state, ==,
                           cases[i].lead);
        g_assert_cmpint (promise->state, ==, FT_PROMISE_OPEN);
      }
}

static void
test_contact_without_promise (void)
{
  g_autoptr (FtLeadData) lead = anna ();
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (0, 0, FT_CHANNEL_VISIT, FT_OUTCOME_REACHED);
  g_autoptr (FtEdit) edit = ft_gesture_log_contact (lead, NULL, contact, NULL, NOW);
  FtContactData *logged = ft_edit_get_contacts (edit)->pdata[0];
  g_assert_cmpint (logged->at, ==, NOW);
  g_assert_cmpint (logged->promise_id, ==, 0);
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 0);
}

static void
test_contact_labels (void)
{
  static const struct
  {
    FtChannel channel;
    FtOutcome outcome;
    const char *label;
  } cases[] = {
    { FT_CHANNEL_PHONE, FT_OUTCOME_REACHED, "Log call with Anna Berg" },
    { FT_CHANNEL_EMAIL, FT_OUTCOME_REACHED, "Log e-mail with Anna Berg" },
    { FT_CHANNEL_VISIT, FT_OUTCOME_NO_ANSWER, "Log visit with Anna Berg" },
    { FT_CHANNEL_POST, FT_OUTCOME_DELIVERED, "Log card to Anna Berg" },
    { FT_CHANNEL_NONE, FT_OUTCOME_REACHED, "Log contact with Anna Berg" },
    { FT_CHANNEL_PHONE, FT_OUTCOME_NOTE, "Note on Anna Berg" },
    { FT_CHANNEL_PHONE, FT_OUTCOME_SOLD, "Sold to Anna Berg" },
    { FT_CHANNEL_PHONE, FT_OUTCOME_DEFINITE_NO, "Definite no from Anna Berg" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadData) lead = anna ();
      g_autoptr (FtContactData) contact
          = ft_contact_data_new (0, NOW, cases[i].channel, cases[i].outcome);
      g_autoptr (FtEdit) edit = ft_gesture_log_contact (lead, NULL, contact, NULL, NOW);
      g_assert_cmpstr (ft_edit_get_label (edit), ==, cases[i].label);
    }
}

/* A promise that was done before stays as it was. */
static void
test_kept_promise_is_not_kept_again (void)
{
  g_autoptr (FtLeadData) lead = anna ();
  g_autoptr (FtPromiseData) promise = promise_of ("2026-11-20 14:00", "2026-11-20 16:00");
  promise->state = FT_PROMISE_KEPT;
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (0, NOW, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtEdit) edit = ft_gesture_log_contact (lead, promise, contact, NULL, NOW);
  g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 0);
}

static void
test_move_target_C2 (void)
{
  static const struct
  {
    const char *promised;
    const char *target;
    const char *result;
  } cases[] = {
    { "2026-11-26 16:00", "2026-11-25 10:00", "2026-11-25 10:00" },
    { "2026-11-26 16:00", "2026-11-26 16:00", "2026-11-26 16:00" },
    { "2026-11-26 16:00", "2026-11-26 16:01", "2026-11-26 16:00" },
    { "2026-11-26 16:00", "2026-11-26", "2026-11-26 16:00" },
    { "2026-11-26", "2026-11-26 23:00", "2026-11-26 23:00" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = promise_of (cases[i].promised, cases[i].promised);
      g_autoptr (FtEdit) edit = ft_gesture_move_target (promise, civil_of (cases[i].target));
      FtPromiseData *moved = ft_edit_get_promises (edit)->pdata[0];
      g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 1);
      g_assert_cmpint (moved->id, ==, 40);
      g_assert_cmpint (moved->state, ==, FT_PROMISE_OPEN);
      g_assert_true (moved->agreed);
      assert_civil (moved->target, cases[i].result);
      assert_civil (moved->promised, cases[i].promised);
    }
}

/* The old promise stays on record; the new one is not agreed to yet, its target as far ahead. */
static void
test_move_promise_C3 (void)
{
  static const struct
  {
    const char *target, *promised;
    const char *to;
    const char *new_target;
  } cases[] = {
    { "2026-11-26 14:00", "2026-11-26 16:00", "2026-12-01 10:00", "2026-12-01 08:00" },
    { "2026-11-25 16:00", "2026-11-26 10:00", "2026-12-01 10:00", "2026-11-30 16:00" },
    { "2026-11-26 16:00", "2026-11-26 16:00", "2027-01-01 09:00", "2027-01-01 09:00" },
    { "2026-11-26 16:00", "2026-11-26", "2026-12-01", "2026-12-01" },
    { "2026-11-24", "2026-11-26 16:00", "2026-12-01 10:00", "2026-11-29" },
    { "2026-11-26 14:00", "2026-11-26 16:00", "2026-12-01", "2026-12-01" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise = promise_of (cases[i].target, cases[i].promised);
      promise->cause = FT_CAUSE_TIMING;
      g_autoptr (FtEdit) edit
          = ft_gesture_move_promise (promise, civil_of (cases[i].to), NULL, NOW);
      g_assert_cmpuint (ft_edit_get_promises (edit)->len, ==, 2);
      FtPromiseData *old = ft_edit_get_promises (edit)->pdata[0];
      FtPromiseData *next = ft_edit_get_promises (edit)->pdata[1];

      g_assert_cmpint (old->id, ==, 40);
      g_assert_cmpint (old->state, ==, FT_PROMISE_MOVED);
      g_assert_cmpint (old->done_at, ==, NOW);
      g_assert_cmpint (old->cause, ==, FT_CAUSE_TIMING);
      assert_civil (old->promised, cases[i].promised);

      g_assert_cmpint (next->id, <, 0);
      g_assert_cmpstr (next->uid, ==, "");
      g_assert_cmpint (next->lead_id, ==, 7);
      g_assert_cmpint (next->state, ==, FT_PROMISE_OPEN);
      g_assert_cmpint (next->cause, ==, FT_CAUSE_NONE);
      g_assert_cmpint (next->created_at, ==, NOW);
      g_assert_cmpstr (next->purpose, ==, "the roof");
      g_assert_cmpstr (next->zone, ==, "Europe/Berlin");
      g_assert_false (next->agreed);
      assert_civil (next->promised, cases[i].to);
      assert_civil (next->target, cases[i].new_target);
    }

  g_autoptr (FtPromiseData) promise = promise_of ("2026-11-26 16:00", "2026-11-26 16:00");
  g_autoptr (FtEdit) edit
      = ft_gesture_move_promise (promise, civil_of ("2026-12-01 10:00"), "America/New_York", NOW);
  g_assert_cmpstr (((FtPromiseData *) ft_edit_get_promises (edit)->pdata[1])->zone, ==,
                   "America/New_York");
}

static void
test_small_gestures (void)
{
  g_autoptr (FtLeadData) lead = anna ();
  g_autoptr (FtPromiseData) promise = promise_of ("2026-11-26 16:00", "2026-11-26 16:00");
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (7, NOW, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  contact->id = 50;

  g_autoptr (FtEdit) edited = ft_gesture_edit_lead (lead);
  g_assert_cmpstr (ft_edit_get_label (edited), ==, "Edit Anna Berg");
  g_assert_true (ft_edit_get_leads (edited)->pdata[0] == lead);

  g_autoptr (FtEdit) promised = ft_gesture_add_promise (lead, promise, NOW);
  g_assert_cmpstr (ft_edit_get_label (promised), ==, "Promise to Anna Berg");
  g_assert_cmpint (((FtPromiseData *) ft_edit_get_promises (promised)->pdata[0])->id, <, 0);

  g_autoptr (FtEdit) changed = ft_gesture_edit_promise (promise);
  g_assert_true (ft_edit_get_promises (changed)->pdata[0] == promise);

  g_autoptr (FtEdit) cancelled = ft_gesture_cancel_promise (promise, NOW);
  FtPromiseData *gone = ft_edit_get_promises (cancelled)->pdata[0];
  g_assert_cmpint (gone->state, ==, FT_PROMISE_CANCELLED);
  g_assert_cmpint (gone->done_at, ==, NOW);

  g_autoptr (FtEdit) removed = ft_gesture_remove_lead (lead);
  g_assert_cmpstr (ft_edit_get_label (removed), ==, "Delete Anna Berg");
  g_assert_cmpint (g_array_index (ft_edit_get_removed_leads (removed), gint64, 0), ==, 7);

  g_autoptr (FtEdit) corrected = ft_gesture_edit_contact (contact);
  g_assert_true (ft_edit_get_contacts (corrected)->pdata[0] == contact);
}

/* A closed lead comes back, and nothing they said is lost. */
static void
test_reopen_D5 (void)
{
  g_autoptr (FtLeadData) lead = anna ();
  g_autoptr (FtPromiseData) next
      = ft_promise_data_new (0, civil_of ("2026-12-03 16:00"), "", FT_CHANNEL_PHONE);
  lead->state = FT_LEAD_CLOSED;
  g_free (lead->notes);
  lead->notes = g_strdup ("likes tea");
  g_free (lead->closing_words);
  lead->closing_words = g_strdup ("we bought from Oz");
  g_autoptr (FtEdit) edit = ft_gesture_reopen_lead (lead, next, NOW);
  FtLeadData *open = ft_edit_get_leads (edit)->pdata[0];
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Reopen Anna Berg");
  g_assert_cmpint (open->state, ==, FT_LEAD_OPEN);
  g_assert_cmpstr (open->closing_words, ==, "");
  g_assert_cmpstr (open->notes, ==, "likes tea\nwe bought from Oz");
  g_assert_cmpint (((FtPromiseData *) ft_edit_get_promises (edit)->pdata[0])->lead_id, ==, 7);
  g_assert_cmpint (lead->state, ==, FT_LEAD_CLOSED);
}

/* A name is text, not a format. */
static void
test_names_are_text (void)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("100 % Smith & Sons %s%n");
  g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, NULL, NOW);
  g_assert_cmpstr (ft_edit_get_label (edit), ==, "Add 100 % Smith & Sons %s%n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gestures/add-lead", test_add_lead);
  g_test_add_func ("/gestures/outcomes-B8-B9-C1", test_outcomes);
  g_test_add_func ("/gestures/contact-without-promise", test_contact_without_promise);
  g_test_add_func ("/gestures/contact-labels", test_contact_labels);
  g_test_add_func ("/gestures/kept-is-not-kept-again", test_kept_promise_is_not_kept_again);
  g_test_add_func ("/gestures/move-target-C2", test_move_target_C2);
  g_test_add_func ("/gestures/move-promise-C3", test_move_promise_C3);
  g_test_add_func ("/gestures/small", test_small_gestures);
  g_test_add_func ("/gestures/reopen-D5", test_reopen_D5);
  g_test_add_func ("/gestures/names-are-text", test_names_are_text);
  return g_test_run ();
}
