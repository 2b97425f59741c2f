#include "model-fixture.h"
#include "core/ft-outcomes.h"
#include "core/ft-spread.h"
#include "model/ft-desk.h"

/* A week of one sales person over forty leads: what the desk says each morning. The fixture's today
 * is a Wednesday; the week begins on the Monday after, day 5. */
#define MONDAY 5
#define N_LEADS 40

static void
add_leads (Fixture *fixture)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  /* Eight a working day from Thursday: the whole of the first week is full (B1). */
  g_autoptr (FtSpread) spread
      = ft_spread_new (settings, 8, ft_clock_civil (fixture->clock), FIXTURE_ZONE);

  for (guint i = 0; i < N_LEADS; i++)
    {
      g_autofree char *name = g_strdup_printf ("L%02u", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      FtCivil when = ft_spread_next (spread, FIXTURE_ZONE);
      g_autoptr (FtPromiseData) promise
          = ft_promise_data_new (0, when, FIXTURE_ZONE, FT_CHANNEL_PHONE);
      g_autoptr (FtEdit) edit = ft_gesture_add_lead (lead, promise, ft_clock_now (fixture->clock));
      fixture_apply (fixture, edit);
    }
}

/* "L00 L01 …": the first @n of the list. */
static char *
describe_list (Fixture *fixture, FtDesk *desk, guint n)
{
  GListModel *list = G_LIST_MODEL (ft_desk_get_list (desk));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, g_list_model_get_n_items (list)); i++)
    {
      g_autoptr (FtLead) lead = g_list_model_get_item (list, i);
      g_autofree char *name = NULL;
      fixture_settle (fixture);
      g_object_get (lead, "name", &name, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_morning (Fixture *fixture,
                FtDesk *desk,
                guint late,
                guint today,
                guint closed,
                const char *coverage,
                const char *first)
{
  const FtCounts *counts;
  g_autofree char *covered = NULL;
  g_autofree char *list = NULL;

  fixture_settle (fixture);
  counts = ft_desk_get_counts (desk);
  covered = ft_desk_dup_coverage (desk);
  list = describe_list (fixture, desk, 4);
  g_assert_cmpuint (counts->n[FT_FILTER_LATE], ==, late);
  g_assert_cmpuint (counts->n[FT_FILTER_TODAY], ==, today);
  g_assert_cmpuint (counts->n[FT_FILTER_WITHOUT], ==, 0);
  g_assert_cmpuint (counts->n[FT_FILTER_CLOSED], ==, closed);
  g_assert_cmpstr (covered, ==, coverage);
  g_assert_cmpstr (list, ==, first);
}

/* The lead on the card is called, and what belongs after it is promised. */
static void
call (Fixture *fixture, FtDesk *desk, FtOutcome outcome)
{
  FtCard *card = ft_desk_get_card (desk);
  FtLeadCard *data = ft_card_get_data (card);
  gint64 now = ft_clock_now (fixture->clock);
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (data->lead->id, now, ft_card_get_channel (card), outcome);
  g_autoptr (FtPromiseData) next = ft_outcome_new_promise (
      data, outcome, ft_card_get_channel (card), 0, ft_desk_get_settings (desk),
      ft_clock_civil (fixture->clock), FIXTURE_ZONE);
  g_autoptr (FtEdit) edit = ft_gesture_log_outcome (
      data, ft_card_get_promise (card), contact, next,
      outcome == FT_OUTCOME_DEFINITE_NO ? "We have one" : "", "", now, FIXTURE_ZONE);

  ft_desk_apply (desk, edit, TRUE, NULL, NULL);
  fixture_settle (fixture);
}

static void
call_all (Fixture *fixture, FtDesk *desk, guint n, FtOutcome outcome)
{
  while (n-- > 0)
    call (fixture, desk, outcome);
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  FtDesk *desk;

  add_leads (fixture);
  desk = ft_desk_new (fixture->store);
  fixture_settle (fixture);

  /* Thursday: eight today, nobody late. Six reached, promised again in a week; two left lying. */
  fixture_go_to (fixture, 1, 8, 30);
  assert_morning (fixture, desk, 0, 8, 0, "40/40", "L00 L01 L02 L03");
  fixture_go_to (fixture, 1, 17, 40);
  ft_desk_show_lead (desk, ft_lead_list_get_id_at (ft_desk_get_list (desk), 0));
  fixture_settle (fixture);
  call_all (fixture, desk, 6, FT_OUTCOME_REACHED);

  /* Friday: the two are first, as the oldest; a "no answer" in the morning comes again that day. */
  fixture_go_to (fixture, 2, 8, 30);
  assert_morning (fixture, desk, 2, 8, 0, "40/40", "L06 L07 L08 L09");
  fixture_go_to (fixture, 2, 17, 40);
  ft_desk_show_lead (desk, ft_lead_list_get_id_at (ft_desk_get_list (desk), 0));
  fixture_settle (fixture);
  call_all (fixture, desk, 2, FT_OUTCOME_REACHED);
  call_all (fixture, desk, 5, FT_OUTCOME_REACHED);
  call (fixture, desk, FT_OUTCOME_NO_ANSWER);
  call (fixture, desk, FT_OUTCOME_DEFINITE_NO);

  /* Monday: who did not answer late on Friday is called in the morning of the next working day. */
  fixture_go_to (fixture, MONDAY, 8, 30);
  assert_morning (fixture, desk, 1, 9, 1, "39/39", "L15 L16 L13 L17");
  fixture_go_to (fixture, MONDAY, 17, 40);
  ft_desk_show_lead (desk, ft_lead_list_get_id_at (ft_desk_get_list (desk), 0));
  fixture_settle (fixture);
  call_all (fixture, desk, 8, FT_OUTCOME_REACHED);
  call (fixture, desk, FT_OUTCOME_SOLD);
  call (fixture, desk, FT_OUTCOME_PROPOSAL_SENT);

  /* Tuesday and Wednesday, all of it done. */
  fixture_go_to (fixture, MONDAY + 1, 8, 30);
  assert_morning (fixture, desk, 0, 8, 1, "38/38", "L24 L25 L26 L27");
  fixture_go_to (fixture, MONDAY + 1, 17, 40);
  ft_desk_show_lead (desk, ft_lead_list_get_id_at (ft_desk_get_list (desk), 0));
  fixture_settle (fixture);
  call_all (fixture, desk, 8, FT_OUTCOME_REACHED);
  fixture_go_to (fixture, MONDAY + 2, 8, 30);
  assert_morning (fixture, desk, 0, 8, 1, "38/38", "L32 L33 L34 L35");
  fixture_go_to (fixture, MONDAY + 2, 17, 40);
  ft_desk_show_lead (desk, ft_lead_list_get_id_at (ft_desk_get_list (desk), 0));
  fixture_settle (fixture);
  call_all (fixture, desk, 8, FT_OUTCOME_REACHED);

  /* Thursday: the proposal is asked about (D1), and those of last Thursday come again. */
  fixture_go_to (fixture, MONDAY + 3, 8, 30);
  assert_morning (fixture, desk, 0, 7, 1, "38/38", "L00 L01 L02 L03");
  g_assert_finalize_object (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/week/replayed", test_week);
  return g_test_run ();
}
