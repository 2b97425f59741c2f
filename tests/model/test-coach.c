#include "model-fixture.h"
#include "model-watch.h"
#include "core/ft-outcomes.h"
#include "model/ft-desk.h"
#include "model/ft-room.h"

static void
put_piece (Fixture *fixture, const char *name, FtBenefitHead head, gint64 created_at)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new (name, FT_PIECE_DOCUMENT);
  g_autoptr (FtEdit) edit = NULL;

  piece->head = head;
  piece->created_at = created_at;
  edit = ft_gesture_put_piece (piece);
  fixture_apply (fixture, edit);
}

static void
log_outcome (Fixture *fixture, gint64 lead_id, FtOutcome outcome, gint64 piece_id, gint64 at)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit = NULL;

  contact->piece_id = piece_id;
  edit = ft_gesture_log_outcome (card, NULL, contact, NULL, "", "", at, FIXTURE_ZONE);
  fixture_apply (fixture, edit);
}

static char *
describe_pieces (GListModel *pieces)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr (FtPiece) piece = g_list_model_get_item (pieces, i);
      g_autofree char *name = NULL;
      guint n_given;
      g_object_get (piece, "name", &name, "n-given", &n_given, NULL);
      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", name, n_given);
    }
  return g_string_free (text, FALSE);
}

#define assert_pieces(pieces, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = describe_pieces (G_LIST_MODEL (pieces));                              \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* A5: the library follows what is added and given, and says so in single steps. */
static void
test_pieces_a5 (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_add (fixture, "Anna", 0, 16, 0);
  FtPieceList *pieces = ft_piece_list_new (fixture->store);
  guint *changes = count_signal (pieces, "items-changed");
  gint64 id;

  fixture_settle (fixture);
  g_assert_cmpuint (*changes, ==, 0);
  put_piece (fixture, "Case study", FT_BENEFIT_NONE, 1);
  put_piece (fixture, "Sample", FT_BENEFIT_NONE, 2);
  fixture_settle (fixture);
  assert_pieces (pieces, "Case study 0, Sample 0");
  id = ((FtPieceData *) ft_piece_list_get_pieces (pieces)->pdata[1])->id;
  g_assert_cmpstr (ft_piece_list_find (pieces, id)->name, ==, "Sample");
  g_assert_null (ft_piece_list_find (pieces, 12345));

  *changes = 0;
  log_outcome (fixture, anna, FT_OUTCOME_REACHED, 0, fixture_at (0, 9, 0));
  fixture_settle (fixture);
  g_assert_cmpuint (*changes, ==, 0);
  log_outcome (fixture, anna, FT_OUTCOME_REACHED, id, fixture_at (0, 9, 30));
  fixture_settle (fixture);
  g_assert_cmpuint (*changes, ==, 1);
  assert_pieces (pieces, "Case study 0, Sample 1");
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_pieces (pieces, "Case study 0, Sample 0");
  g_assert_finalize_object (pieces);
}

/* E4, E8, A5, B10: what follows is right when "data" is told, once for each change. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_add (fixture, "Anna", 3, 16, 0);
  FtPieceList *pieces = ft_piece_list_new (fixture->store);
  FtCard *card = ft_card_new (fixture->store, pieces);
  guint *datas = count_signal (card, "notify::data");
  g_autoptr (FtSettings) settings = ft_settings_new ();

  put_piece (fixture, "Case study", FT_BENEFIT_NONE, 1);
  fixture_settle (fixture);
  g_assert_null (ft_card_get_rhythm (card));
  g_assert_null (ft_card_get_next_piece (card));
  g_assert_cmpint (ft_card_get_hint (card), ==, FT_HINT_NONE);

  ft_card_set_lead_id (card, anna);
  fixture_settle (fixture);
  g_assert_cmpuint (*datas, ==, 1);
  g_assert_cmpint (ft_card_get_rhythm (card)->n_contacts, ==, 0);
  g_assert_cmpstr (ft_card_get_next_piece (card)->name, ==, "Case study");
  g_assert_cmpint (ft_card_get_hint (card), !=, FT_HINT_NONE);

  log_outcome (fixture, anna, FT_OUTCOME_REACHED, ft_card_get_next_piece (card)->id,
               fixture_at (0, 9, 0));
  fixture_settle (fixture);
  g_assert_null (ft_card_get_next_piece (card));
  g_assert_cmpint (ft_card_get_rhythm (card)->n_contacts, ==, 1);
  g_assert_cmpuint (ft_card_get_rates (card)[FT_CHANNEL_PHONE].n_answered, ==, 1);
  g_assert_cmpint (ft_card_get_rhythm (card)->gauge, ==, FT_GAUGE_RIGHT);
  {
    g_autoptr (FtHistoryItem) item = g_list_model_get_item (ft_card_get_history (card), 0);
    g_autofree char *text = NULL;
    g_object_get (item, "text", &text, NULL);
    g_assert_cmpstr (text, ==, "Gave: Case study");
  }

  /* Time alone: quiet after the interval, invisible after two weeks. */
  fixture_go_to (fixture, 8, 10, 0);
  g_assert_cmpint (ft_card_get_rhythm (card)->gauge, ==, FT_GAUGE_QUIET);
  fixture_go_to (fixture, 15, 10, 0);
  g_assert_cmpint (ft_card_get_rhythm (card)->gauge, ==, FT_GAUGE_INVISIBLE);

  *datas = 0;
  ft_settings_set (settings, "invisible-days", "60");
  ft_settings_set (settings, "hints", "0");
  ft_store_save_settings_async (fixture->store, settings, NULL, NULL, NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (*datas, ==, 1);
  g_assert_cmpint (ft_card_get_rhythm (card)->gauge, ==, FT_GAUGE_QUIET);
  g_assert_cmpint (ft_card_get_hint (card), ==, FT_HINT_NONE);
  g_assert_finalize_object (card);
  g_assert_finalize_object (pieces);
}

/* E4 in the list: without reading any history. */
static void
test_row_gauge_e4 (Fixture *fixture, gconstpointer data)
{
  gint64 anna = fixture_add (fixture, "Anna", 3, 16, 0);
  FtDesk *desk = ft_desk_new (fixture->store);
  g_autoptr (FtLead) lead = NULL;
  g_autoptr (FtSettings) settings = NULL;
  int gauge;

  log_outcome (fixture, anna, FT_OUTCOME_REACHED, 0, fixture_at (-10, 9, 0));
  log_outcome (fixture, anna, FT_OUTCOME_NO_ANSWER, 0, fixture_at (-1, 9, 0));
  fixture_settle (fixture);
  lead = g_list_model_get_item (G_LIST_MODEL (ft_desk_get_list (desk)), 0);
  fixture_settle (fixture);
  g_object_get (lead, "gauge", &gauge, NULL);
  g_assert_cmpint (gauge, ==, FT_GAUGE_QUIET);

  settings = ft_settings_copy (ft_desk_get_settings (desk));
  ft_settings_set (settings, "interval", "12");
  ft_desk_save_settings (desk, settings);
  fixture_settle (fixture);
  g_assert_cmpint (ft_desk_get_settings (desk)->interval, ==, 12);
  g_object_get (lead, "gauge", &gauge, NULL);
  g_assert_cmpint (gauge, ==, FT_GAUGE_RIGHT);
  g_clear_object (&lead);
  g_assert_finalize_object (desk);
}

/* B6, E10: what else is promised then. */
static void
test_room_e10 (Fixture *fixture, gconstpointer data)
{
  FtRoom *room = ft_room_new (fixture->store);
  guint *notifies = count_signal (room, "notify::concerns");
  g_autoptr (FtPromiseData) promise
      = ft_promise_data_new (0, fixture_civil (1, 10, 0), FIXTURE_ZONE, FT_CHANNEL_PHONE);

  fixture_add (fixture, "Anna", 1, 10, 0);
  fixture_add (fixture, "Berta", 2, 11, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (ft_room_get_concerns (room)->len, ==, 0);
  ft_room_set_promise (room, promise);
  g_assert_cmpuint (ft_room_get_concerns (room)->len, ==, 0);
  fixture_settle (fixture);
  g_assert_true (ft_concerns_have (ft_room_get_concerns (room), FT_CONCERN_SLOT_FULL));
  g_assert_cmpuint (*notifies, ==, 1);

  /* Another time that day: at once. */
  promise->promised = promise->target = fixture_civil (1, 12, 0);
  ft_room_set_promise (room, promise);
  g_assert_false (ft_concerns_have (ft_room_get_concerns (room), FT_CONCERN_SLOT_FULL));
  promise->promised = promise->target = fixture_civil (2, 11, 0);
  ft_room_set_promise (room, promise);
  fixture_settle (fixture);
  g_assert_true (ft_concerns_have (ft_room_get_concerns (room), FT_CONCERN_SLOT_FULL));
  fixture_undo (fixture);
  fixture_settle (fixture);
  g_assert_false (ft_concerns_have (ft_room_get_concerns (room), FT_CONCERN_SLOT_FULL));
  ft_room_set_promise (room, NULL);
  g_assert_cmpuint (ft_room_get_concerns (room)->len, ==, 0);
  g_assert_finalize_object (room);
}

static void
show_cb (FtCallRun *run, gint64 lead_id, gpointer data)
{
  *(gint64 *) data = lead_id;
}

/* B4: today's leads one by one, with the place kept. */
static void
test_call_run_b4 (Fixture *fixture, gconstpointer data)
{
  gint64 late = fixture_add (fixture, "Late", -1, 16, 0);
  gint64 first = fixture_add (fixture, "First", 0, 12, 0);
  gint64 second = fixture_add (fixture, "Second", 0, 15, 0);
  FtCallRun *run = ft_call_run_new (fixture->store);
  guint *finished = count_signal (run, "finished");
  gint64 shown = 0;

  fixture_add (fixture, "Tomorrow", 1, 15, 0);
  g_signal_connect (run, "show-lead", G_CALLBACK (show_cb), &shown);
  ft_call_run_next (run);
  g_assert_false (ft_call_run_is_running (run));
  ft_call_run_start (run);
  g_assert_true (ft_call_run_is_running (run));
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, late);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, late);
  g_assert_cmpuint (ft_call_run_get_position (run), ==, 1);
  g_assert_cmpuint (ft_call_run_get_total (run), ==, 3);
  g_assert_cmpuint (ft_call_run_get_seconds (run), ==, 0);

  /* Passed over, then stopped: the place is kept. */
  ft_call_run_next (run);
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, first);
  ft_call_run_stop (run);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, 0);
  shown = 0;
  ft_call_run_start (run);
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, first);
  g_assert_cmpuint (ft_call_run_get_position (run), ==, 2);
  g_assert_cmpuint (ft_call_run_get_total (run), ==, 3);

  ft_call_run_next (run);
  ft_call_run_next (run); /* pressed twice: still only one step */
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, second);
  g_assert_cmpuint (*finished, ==, 0);
  ft_call_run_next (run);
  fixture_settle (fixture);
  g_assert_cmpuint (*finished, ==, 1);
  g_assert_false (ft_call_run_is_running (run));

  /* Who was passed over comes again, another time and another day. */
  ft_call_run_start (run);
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, late);
  ft_call_run_next (run);
  fixture_settle (fixture);
  ft_call_run_stop (run);
  fixture_go_to (fixture, 1, 9, 0);
  ft_call_run_start (run);
  fixture_settle (fixture);
  g_assert_cmpint (shown, ==, late);
  g_assert_cmpuint (ft_call_run_get_total (run), ==, 4);
  g_assert_finalize_object (run);
}

/* Logging a call goes on to the next of the run. */
static void
test_desk_run_b4 (Fixture *fixture, gconstpointer data)
{
  gint64 late = fixture_add (fixture, "Late", -1, 16, 0);
  gint64 first = fixture_add (fixture, "First", 0, 12, 0);
  gint64 second = fixture_add (fixture, "Second", 0, 15, 0);
  FtDesk *desk = ft_desk_new (fixture->store);
  FtCallRun *run = ft_desk_get_run (desk);
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtEdit) edit = NULL;

  fixture_settle (fixture);
  ft_call_run_start (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, late);
  ft_call_run_next (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, first);

  card = fixture_read (fixture, first);
  contact = ft_contact_data_new (first, 0, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  edit = ft_gesture_log_outcome (card, card->promises->pdata[0], contact, NULL, "", "",
                                 ft_clock_now (fixture->clock), FIXTURE_ZONE);
  ft_desk_apply (desk, edit, TRUE, NULL, NULL);
  fixture_settle (fixture);
  /* Not back to the late one, which was passed over. */
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, second);
  g_assert_cmpuint (ft_call_run_get_position (run), ==, 3);
  g_assert_cmpuint (ft_call_run_get_total (run), ==, 3);
  g_assert_finalize_object (desk);
}

/* J and K walk the run while there is one, and the list else. */
static void
test_desk_step_b4 (Fixture *fixture, gconstpointer data)
{
  gint64 late = fixture_add (fixture, "Late", -1, 16, 0);
  gint64 first = fixture_add (fixture, "First", 0, 12, 0);
  gint64 second = fixture_add (fixture, "Second", 0, 15, 0);
  gint64 tomorrow = fixture_add (fixture, "Tomorrow", 1, 15, 0);
  FtDesk *desk = ft_desk_new (fixture->store);
  FtCallRun *run = ft_desk_get_run (desk);
  const struct
  {
    int by;
    gint64 shown;
    guint position;
  } steps[] = {
    { -1, late, 1 },  /* nobody was before */
    { +1, first, 2 }, { +1, second, 3 }, { -1, first, 2 },
    { -1, late, 1 },  { +1, first, 2 },  { +1, second, 3 },
  };

  fixture_settle (fixture);
  ft_call_run_start (run);
  fixture_settle (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ft_desk_step (desk, steps[i].by);
      fixture_settle (fixture);
      g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, steps[i].shown);
      g_assert_cmpuint (ft_call_run_get_position (run), ==, steps[i].position);
      g_assert_cmpuint (ft_call_run_get_total (run), ==, 3);
    }

  /* Who has looked elsewhere comes back first. */
  ft_desk_show_lead (desk, tomorrow);
  fixture_settle (fixture);
  ft_desk_step (desk, 1);
  fixture_settle (fixture);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, second);

  /* Stopped, they walk the list; started again, the place is there. */
  ft_call_run_stop (run);
  ft_desk_step (desk, 1);
  fixture_settle (fixture);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, tomorrow);
  ft_call_run_start (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (desk)), ==, second);
  ft_desk_step (desk, 1);
  fixture_settle (fixture);
  g_assert_false (ft_call_run_is_running (run));
  g_assert_finalize_object (desk);
}

/* Who was called already is shown again, and then the one who was left for them. */
static void
test_run_back_to_called_b4 (Fixture *fixture, gconstpointer data)
{
  gint64 late = fixture_add (fixture, "Late", -1, 16, 0);
  gint64 first = fixture_add (fixture, "First", 0, 12, 0);
  FtCallRun *run = ft_call_run_new (fixture->store);
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtContactData) contact = NULL;
  g_autoptr (FtEdit) edit = NULL;

  fixture_settle (fixture);
  ft_call_run_start (run);
  fixture_settle (fixture);
  card = fixture_read (fixture, late);
  contact = ft_contact_data_new (late, 0, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  edit = ft_gesture_log_outcome (card, card->promises->pdata[0], contact, NULL, "", "",
                                 ft_clock_now (fixture->clock), FIXTURE_ZONE);
  fixture_apply (fixture, edit);
  ft_call_run_next (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, first);
  ft_call_run_previous (run);
  ft_call_run_previous (run); /* pressed twice: one step */
  fixture_settle (fixture);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, late);
  g_assert_cmpuint (ft_call_run_get_position (run), ==, 1);
  g_assert_cmpuint (ft_call_run_get_total (run), ==, 2);
  ft_call_run_previous (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, late);
  ft_call_run_next (run);
  fixture_settle (fixture);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, first);
  ft_call_run_stop (run);
  ft_call_run_previous (run);
  g_assert_cmpint (ft_call_run_get_lead_id (run), ==, 0);
  g_assert_finalize_object (run);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/coach/A5/pieces", test_pieces_a5);
  FIXTURE_TEST ("/coach/card", test_card);
  FIXTURE_TEST ("/coach/E4/row", test_row_gauge_e4);
  FIXTURE_TEST ("/coach/E10/room", test_room_e10);
  FIXTURE_TEST ("/coach/B4/call-run", test_call_run_b4);
  FIXTURE_TEST ("/coach/B4/desk", test_desk_run_b4);
  FIXTURE_TEST ("/coach/B4/desk-step", test_desk_step_b4);
  FIXTURE_TEST ("/coach/B4/run-back-to-called", test_run_back_to_called_b4);
  return g_test_run ();
}
