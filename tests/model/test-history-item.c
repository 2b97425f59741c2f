#include "model-fixture.h"
#include "model/ft-history-item.h"

#define NOW (ft_civil (2026, 11, 25, 10, 0))

static void
assert_item (FtHistoryItem *item, const char *title, const char *text, const char *icon_name)
{
  g_autofree char *item_title = NULL;
  g_autofree char *item_text = NULL;
  g_autofree char *item_icon = NULL;
  g_object_get (item, "title", &item_title, "text", &item_text, "icon-name", &item_icon, NULL);
  g_assert_cmpstr (item_title, ==, title);
  if (text)
    g_assert_cmpstr (item_text, ==, text);
  if (icon_name)
    g_assert_cmpstr (item_icon, ==, icon_name);
}

static FtHistoryItem *
new_contact_item (FtChannel channel, FtOutcome outcome)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (
      1, ft_civil_to_instant (ft_civil (2026, 11, 24, 16, 0), FIXTURE_ZONE, NULL), channel,
      outcome);
  contact->id = 1;
  g_free (contact->heard);
  contact->heard = g_strdup ("Asked about the roof");
  g_free (contact->asked_for);
  contact->asked_for = g_strdup ("a sample");
  return ft_history_item_new_contact (contact, NULL, NULL, NOW, FIXTURE_ZONE);
}

static void
test_contacts (void)
{
  FtHistoryItem *reached = new_contact_item (FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  FtHistoryItem *no_answer = new_contact_item (FT_CHANNEL_EMAIL, FT_OUTCOME_NO_ANSWER);
  FtHistoryItem *note = new_contact_item (FT_CHANNEL_NONE, FT_OUTCOME_NOTE);
  g_autofree char *when = NULL;

  assert_item (reached, "Reached by phone",
               "Asked about the roof\nEmpty-handed\nAsked for: a sample", "ft-phone-symbolic");
  assert_item (no_answer, "No answer, by e-mail", NULL, "ft-email-symbolic");
  assert_item (note, "Note", NULL, NULL);
  g_object_get (reached, "when", &when, NULL);
  g_assert_cmpstr (when, ==, "Tue 24 Nov, 16:00");
  g_assert_null (ft_history_item_get_promise (reached));
  g_assert_cmpint (ft_history_item_get_contact (reached)->id, ==, 1);
  g_assert_finalize_object (reached);
  g_assert_finalize_object (no_answer);
  g_assert_finalize_object (note);
}

static void
assert_promise (FtPromiseState state, FtCivil promised, FtCivil done, const char *title)
{
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (1, promised, FIXTURE_ZONE, FT_CHANNEL_PHONE);
  FtHistoryItem *item;
  promise->id = 1;
  promise->state = state;
  promise->promised_at = ft_civil_to_instant (promised, FIXTURE_ZONE, NULL);
  promise->done_at = ft_civil_to_instant (done, FIXTURE_ZONE, NULL);
  item = ft_history_item_new_promise (promise, NOW, FIXTURE_ZONE);
  assert_item (item, title, NULL, NULL);
  g_assert_cmpint (ft_history_item_get_at (item), ==, promise->done_at);
  g_assert_finalize_object (item);
}

static void
test_promises (void)
{
  FtCivil at = ft_civil (2026, 11, 24, 16, 0);
  FtCivil day = ft_civil_all_day (2026, 11, 24);

  assert_promise (FT_PROMISE_KEPT, at, at, "Promise kept");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 24, 16, 5), "Promise kept");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 24, 16, 6), "Promise missed, repaired");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 24, 15, 35),
                  "Promise kept 25 min early");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 24, 13, 30), "Promise kept 2 h early");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 23, 15, 0), "Promise kept 25 h early");
  assert_promise (FT_PROMISE_KEPT, at, ft_civil (2026, 11, 21, 15, 0), "Promise kept 3 days early");
  assert_promise (FT_PROMISE_KEPT, day, ft_civil (2026, 11, 24, 9, 0), "Promise kept");
  assert_promise (FT_PROMISE_KEPT, day, ft_civil (2026, 11, 22, 23, 0),
                  "Promise kept 2 days early");
  assert_promise (FT_PROMISE_KEPT, day, ft_civil (2026, 11, 25, 9, 0), "Promise missed, repaired");
  assert_promise (FT_PROMISE_MOVED, at, at, "Promise moved");
  assert_promise (FT_PROMISE_CANCELLED, at, at, "Promise cancelled");
}

static void
assert_text (FtContactData *contact,
             const FtContactData *before,
             const char *piece,
             const char *text)
{
  g_autoptr (FtHistoryItem) item
      = ft_history_item_new_contact (contact, before, piece, NOW, FIXTURE_ZONE);
  assert_item (item, "Reached by phone", text, NULL);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* A4, D3, B4: which way they lean, what was asked and came, how long it took. */
static void
test_heard (void)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (1, 1000, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);

  contact->lean = FT_LEAN_TOWARDS;
  contact->asked = FT_ASKED_SALE;
  contact->answer = FT_ANSWER_NOT_YET;
  contact->seconds = 290;
  contact->piece_id = 4;
  set_text (&contact->notes, "Wants it blue");
  assert_text (contact, NULL, "Case study",
               "Leans towards it\nAsked for the sale: not yet\nGave: Case study\n"
               "Took 5 minutes\nWants it blue");
  contact->answer = FT_ANSWER_NONE;
  contact->asked = FT_ASKED_NEXT_STEP;
  contact->lean = FT_LEAN_UNKNOWN;
  contact->seconds = 20;
  assert_text (contact, NULL, NULL,
               "Asked for the next step\nTook less than a minute\nWants it blue");
}

/* B5, D7 */
static void
test_empty_handed_and_repeated (void)
{
  g_autoptr (FtContactData) before
      = ft_contact_data_new (1, 1000, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (1, 2000, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);

  assert_text (contact, before, NULL, "Empty-handed");
  set_text (&contact->value, "The new colours");
  assert_text (contact, before, NULL, "Brought: The new colours");
  set_text (&before->value, "the new colours ");
  assert_text (contact, before, NULL, "Brought: The new colours\nThe same as before");
  contact->piece_id = 3;
  assert_text (contact, before, NULL, "Brought: The new colours");
  contact->piece_id = 0;
  set_text (&contact->value, "");
  /* Who is in touch by themselves need not be brought anything. */
  contact->direction = FT_DIRECTION_IN;
  assert_text (contact, before, NULL, "");
}

/* A7 */
static void
test_cause (void)
{
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (1, ft_civil (2026, 11, 23, 16, 0), FIXTURE_ZONE, FT_CHANNEL_PHONE);
  g_autoptr (FtHistoryItem) item = NULL;

  promise->state = FT_PROMISE_MOVED;
  promise->cause = FT_CAUSE_ORGANISATION;
  promise->promised_at = ft_civil_to_instant (promise->promised, FIXTURE_ZONE, NULL);
  promise->done_at = promise->promised_at + 86400;
  item = ft_history_item_new_promise (promise, NOW, FIXTURE_ZONE);
  assert_item (item, "Promise missed, repaired",
               "Promised for Mon 23 Nov, 16:00\nMissed because of: Organisation", NULL);
}

/* B11: a card is written, a step is skipped and why. */
static void
test_after_sale (void)
{
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (1, ft_civil_all_day (2026, 11, 24), "", FT_CHANNEL_POST);
  g_autoptr (FtHistoryItem) written = NULL;
  g_autoptr (FtHistoryItem) skipped = NULL;
  g_autofree char *title = NULL;
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  promise->kind = FT_PROMISE_CARD;
  promise->sale_id = 3;
  promise->state = FT_PROMISE_KEPT;
  promise->done_at = ft_civil_to_instant (ft_civil (2026, 11, 24, 11, 0), FIXTURE_ZONE, NULL);
  written = ft_history_item_new_promise (promise, NOW, FIXTURE_ZONE);
  g_object_get (written, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Card written");
  {
    g_autoptr (FtPromiseData) other = ft_promise_data_copy (promise);
    other->state = FT_PROMISE_CANCELLED;
    g_free (other->reason);
    other->reason = g_strdup ("No address");
    skipped = ft_history_item_new_promise (other, NOW, FIXTURE_ZONE);
  }
  g_object_get (skipped, "title", &why, "text", &text, NULL);
  g_assert_cmpstr (why, ==, "Step skipped");
  g_assert_nonnull (strstr (text, "Skipped because: No address"));
  g_assert_false (ft_history_item_equal (written, skipped));
}

static void
test_equal (void)
{
  g_autoptr (FtHistoryItem) a = new_contact_item (FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtHistoryItem) b = new_contact_item (FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  g_autoptr (FtHistoryItem) c = new_contact_item (FT_CHANNEL_PHONE, FT_OUTCOME_NO_ANSWER);
  g_assert_true (ft_history_item_equal (a, b));
  g_assert_false (ft_history_item_equal (a, c));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-item/contacts", test_contacts);
  g_test_add_func ("/history-item/promises", test_promises);
  g_test_add_func ("/history-item/heard", test_heard);
  g_test_add_func ("/history-item/after-sale", test_after_sale);
  g_test_add_func ("/history-item/empty-handed", test_empty_handed_and_repeated);
  g_test_add_func ("/history-item/cause", test_cause);
  g_test_add_func ("/history-item/equal", test_equal);
  return g_test_run ();
}
