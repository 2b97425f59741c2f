#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-card.h"

static void
log_contact (Fixture *fixture, gint64 lead_id, FtOutcome outcome)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  gint64 now = ft_clock_now (fixture->clock);
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, now, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit
      = ft_gesture_log_contact (card->lead, ft_lead_card_next (card, now), contact, NULL, now);
  fixture_apply (fixture, edit);
}

static char *
describe (GListModel *history)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (FtHistoryItem) item = g_list_model_get_item (history, i);
      g_autofree char *title = NULL;
      g_object_get (item, "title", &title, NULL);
      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", title);
    }
  return g_string_free (text, FALSE);
}

static void
assert_history (FtCard *card, const char *expected)
{
  g_autofree char *text = describe (ft_card_get_history (card));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "Anna", 0, 16, 0);
  gint64 b = fixture_add (fixture, "Berta", 0, 17, 0);
  FtCard *card = ft_card_new (fixture->store, NULL);
  guint *datas = count_signal (card, "notify::data");
  guint *lead_ids = count_signal (card, "notify::lead-id");

  g_assert_null (ft_card_get_data (card));
  g_assert_null (ft_card_get_promise (card));
  ft_card_set_lead_id (card, a);
  ft_card_set_lead_id (card, a);
  g_assert_cmpuint (*lead_ids, ==, 1);
  g_assert_null (ft_card_get_data (card));
  fixture_settle (fixture);
  g_assert_cmpstr (ft_card_get_data (card)->lead->name, ==, "Anna");
  g_assert_cmpint (ft_card_get_promise (card)->promised_at, ==, fixture_at (0, 16, 0));
  g_assert_cmpuint (*datas, ==, 1);

  /* What somebody else does to another lead is nothing to this card. */
  log_contact (fixture, b, FT_OUTCOME_REACHED);
  fixture_settle (fixture);
  g_assert_cmpuint (*datas, ==, 1);

  log_contact (fixture, a, FT_OUTCOME_NO_ANSWER);
  fixture_settle (fixture);
  g_assert_cmpuint (*datas, ==, 2);
  g_assert_cmpuint (ft_card_get_data (card)->contacts->len, ==, 1);

  /* The one before stays until the next has come, of which the newest counts. */
  ft_card_set_lead_id (card, 0);
  g_assert_null (ft_card_get_data (card));
  g_assert_cmpuint (*datas, ==, 3);
  ft_card_set_lead_id (card, a);
  ft_card_set_lead_id (card, b);
  fixture_settle (fixture);
  g_assert_cmpuint (*datas, ==, 4);
  g_assert_cmpstr (ft_card_get_data (card)->lead->name, ==, "Berta");
  g_object_set (card, "lead-id", a, NULL);
  g_assert_cmpstr (ft_card_get_data (card)->lead->name, ==, "Berta");
  fixture_settle (fixture);
  g_assert_cmpstr (ft_card_get_data (card)->lead->name, ==, "Anna");
  g_assert_finalize_object (card);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "Anna", 0, 16, 0);
  FtCard *card = ft_card_new (fixture->store, NULL);
  g_autoptr (Watch) watch = watch_new (ft_card_get_history (card));

  ft_card_set_lead_id (card, a);
  log_contact (fixture, a, FT_OUTCOME_NO_ANSWER);
  fixture_settle (fixture);
  assert_history (card, "No answer, by phone");
  g_string_truncate (watch->text, 0);

  fixture_go_to (fixture, 0, 14, 0);
  log_contact (fixture, a, FT_OUTCOME_REACHED);
  fixture_settle (fixture);
  assert_history (card, "Reached by phone | Promise kept 2 h early | No answer, by phone");
  assert_changes (watch, "+2@0");

  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_history (card, "No answer, by phone");
  assert_changes (watch, "-2@0");
  ft_card_set_lead_id (card, 0);
  assert_changes (watch, "-1@0");
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (card);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "Anna", 0, 16, 0);
  FtCard *card = ft_card_new (fixture->store, NULL);
  guint *gones = count_signal (card, "gone");

  ft_card_set_lead_id (card, a);
  fixture_settle (fixture);
  fixture_undo (fixture);
  fixture_settle (fixture);
  g_assert_cmpuint (*gones, ==, 1);
  g_assert_null (ft_card_get_data (card));
  g_assert_cmpint (ft_card_get_lead_id (card), ==, a);

  ft_card_set_lead_id (card, 4711);
  fixture_settle (fixture);
  g_assert_cmpuint (*gones, ==, 2);
  ft_card_set_lead_id (card, a);
  g_assert_finalize_object (card);
  fixture_settle (fixture);
}

static void
test_time_passes (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "Anna", 0, 16, 0);
  FtCard *card = ft_card_new (fixture->store, NULL);
  guint *datas;

  {
    g_autoptr (FtLeadCard) lead = fixture_read (fixture, a);
    g_autoptr (FtPromiseData) next
        = ft_promise_data_new (a, fixture_civil (0, 17, 0), FIXTURE_ZONE, FT_CHANNEL_EMAIL);
    g_autoptr (FtEdit) edit = NULL;
    next->target = fixture_civil (0, 11, 0);
    edit = ft_gesture_add_promise (lead->lead, next, ft_clock_now (fixture->clock));
    fixture_apply (fixture, edit);
  }
  ft_card_set_lead_id (card, a);
  fixture_settle (fixture);
  datas = count_signal (card, "notify::data");
  g_assert_cmpint (ft_card_get_promise (card)->channel, ==, FT_CHANNEL_EMAIL);
  /* The late one comes first, once it is late. */
  fixture_go_to (fixture, 0, 16, 1);
  g_assert_cmpuint (*datas, ==, 1);
  g_assert_cmpint (ft_card_get_promise (card)->channel, ==, FT_CHANNEL_PHONE);
  g_assert_finalize_object (card);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/card/follows", test_follows);
  FIXTURE_TEST ("/card/history", test_history);
  FIXTURE_TEST ("/card/gone", test_gone);
  FIXTURE_TEST ("/card/time-passes", test_time_passes);
  return g_test_run ();
}
