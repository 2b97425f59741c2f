#include "model-fixture.h"
#include "model-watch.h"

#include "core/ft-outcomes.h"
#include "model/ft-entry-list.h"
#include "model/ft-lead-list.h"
#include "model/ft-piece-list.h"

/* Who had a piece and who had not (A5), as lists that follow the store. */

static gint64
add_piece (Fixture *fixture)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  g_autoptr (FtEdit) edit = ft_gesture_put_piece (piece);
  FtPieceList *list;
  gint64 id;

  fixture_apply (fixture, edit);
  list = ft_piece_list_new (fixture->store);
  fixture_settle (fixture);
  id = ((FtPieceData *) ft_piece_list_get_pieces (list)->pdata[0])->id;
  g_assert_finalize_object (list);
  return id;
}

static void
give (Fixture *fixture, gint64 lead_id, gint64 piece_id, gint64 at, FtOutcome outcome)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, FT_CHANNEL_PHONE, outcome);
  g_autoptr (FtEdit) edit = ft_edit_new ("give");

  contact->id = ft_edit_new_id (edit);
  contact->piece_id = piece_id;
  ft_edit_put_contact (edit, contact);
  fixture_apply (fixture, edit);
  fixture_settle (fixture);
}

static void
test_not_given (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture);
  gint64 anna = fixture_add (fixture, "Anna", 0, 12, 0);
  gint64 bert = fixture_add (fixture, "Bert", 1, 12, 0);
  FtLeadList *list = ft_lead_list_new_not_given (fixture->store);
  g_autoptr (Watch) watch = watch_new (list);

  fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  ft_lead_list_set_piece (list, piece);
  fixture_settle (fixture);
  assert_changes (watch, "+2@0");
  give (fixture, anna, piece, fixture_at (0, 9, 0), FT_OUTCOME_REACHED);
  assert_changes (watch, "-1@0");
  g_assert_cmpint (ft_lead_list_get_id_at (list, 0), ==, bert);
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_changes (watch, "+1@0");
  fixture_add (fixture, "Cora", 0, 13, 0);
  fixture_settle (fixture);
  assert_changes (watch, "+1@1");
  /* Nobody has had another piece. */
  ft_lead_list_set_piece (list, piece + 1000);
  fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
}

static void
test_given (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture);
  gint64 anna = fixture_add (fixture, "Anna", 0, 12, 0);
  gint64 bert = fixture_add (fixture, "Bert", 1, 12, 0);
  FtEntryQuery query = { .kind = FT_ENTRIES_GIVEN, .piece_id = piece };
  FtEntryList *list = ft_entry_list_new (fixture->store);
  g_autoptr (Watch) watch = watch_new (list);
  FtEntry *entry;
  guint *n_changed;

  give (fixture, anna, piece, fixture_at (0, 9, 0), FT_OUTCOME_REACHED);
  ft_entry_list_set_query (list, &query);
  g_assert_true (ft_entry_list_get_busy (list));
  fixture_settle (fixture);
  g_assert_false (ft_entry_list_get_busy (list));
  g_assert_null (ft_entry_list_get_error (list));
  assert_changes (watch, "+1@0");

  /* A row is read once somebody looks at it. */
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_null (ft_entry_get_row (entry));
  n_changed = count_signal (entry, "changed");
  fixture_settle (fixture);
  g_assert_cmpuint (*n_changed, ==, 1);
  g_assert_cmpstr (ft_entry_get_row (entry)->lead->name, ==, "Anna");
  g_assert_false (ft_entry_get_row (entry)->bought);

  /* The latest first; the other stays the object it was. */
  give (fixture, bert, piece, fixture_at (0, 9, 30), FT_OUTCOME_REACHED);
  assert_changes (watch, "+1@0");
  g_assert_cmpuint (*n_changed, ==, 1);
  give (fixture, anna, 0, fixture_at (0, 9, 45), FT_OUTCOME_SOLD);
  assert_changes (watch, "");
  g_assert_cmpuint (*n_changed, ==, 2);
  g_assert_true (ft_entry_get_row (entry)->bought);
  {
    g_autoptr (FtEntry) same = g_list_model_get_item (G_LIST_MODEL (list), 1);
    g_assert_true (same == entry);
  }
  fixture_undo (fixture);
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_changes (watch, "-1@0");
  g_assert_false (ft_entry_get_row (entry)->bought);

  ft_entry_list_set_query (list, NULL);
  assert_changes (watch, "-1@0");
  g_assert_false (ft_entry_list_get_busy (list));
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
  g_assert_finalize_object (entry);
}

/* A list may go away while its questions are open, and somebody holds what it gave. */
static void
test_goes_away (Fixture *fixture, gconstpointer data)
{
  gint64 piece = add_piece (fixture);
  gint64 anna = fixture_add (fixture, "Anna", 0, 12, 0);
  FtEntryQuery query = { .kind = FT_ENTRIES_GIVEN, .piece_id = piece };
  FtEntryList *list = ft_entry_list_new (fixture->store);
  FtEntry *entry;

  give (fixture, anna, piece, fixture_at (0, 9, 0), FT_OUTCOME_REACHED);
  ft_entry_list_set_query (list, &query);
  g_assert_finalize_object (list);

  list = ft_entry_list_new (fixture->store);
  ft_entry_list_set_query (list, &query);
  fixture_settle (fixture);
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1));
  g_assert_finalize_object (list);
  fixture_settle (fixture);
  g_assert_null (ft_entry_get_row (entry));
  g_assert_finalize_object (entry);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/pieces/A5/not-given", test_not_given);
  FIXTURE_TEST ("/pieces/A5/given", test_given);
  FIXTURE_TEST ("/pieces/goes-away", test_goes_away);
  return g_test_run ();
}
