#include "model-fixture.h"
#include "model/ft-away-list.h"

static char *
describe (FtAwayList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              ft_promise_get_row (promise)->lead->name);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (FtAwayList *list, const char *expected)
{
  g_autofree char *text = describe (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
mark_away (Fixture *fixture, int first, int last)
{
  g_autoptr (FtDayOffData) day_off = ft_day_off_data_new (
      FT_DAY_OFF_AWAY, fixture_civil (first, 0, 0).day, fixture_civil (last, 0, 0).day, "");
  g_autoptr (FtEdit) edit = ft_gesture_put_day_off (day_off);

  fixture_apply (fixture, edit);
}

/* E6: what is promised for the days away is listed until it is promised anew. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  FtAwayList *list = ft_away_list_new (fixture->store);
  gint64 inside;
  FtCivil before;
  FtCivil after;

  fixture_add (fixture, "Before", 1, 16, 0);
  inside = fixture_add (fixture, "Inside", 6, 16, 0);
  fixture_add (fixture, "Last", 8, 10, 0);
  fixture_add (fixture, "After", 9, 10, 0);
  fixture_settle (fixture);
  assert_list (list, "");
  mark_away (fixture, 5, 8);
  mark_away (fixture, 12, 12);
  fixture_settle (fixture);
  assert_list (list, "Inside Last");
  {
    g_autoptr (FtPromise) promise = g_list_model_get_item (G_LIST_MODEL (list), 0);

    g_assert_cmpint (ft_away_list_suggest (list, promise, &before, &after), ==, FT_AWAY_PROMISED);
  }
  /* Away from Monday to Thursday: before is Friday, after is the Friday after. */
  g_assert_cmpint (before.day, ==, fixture_civil (2, 0, 0).day);
  g_assert_cmpint (after.day, ==, fixture_civil (9, 0, 0).day);
  g_assert_cmpint (before.minute, ==, 16 * 60);
  {
    g_autoptr (FtLeadCard) card = fixture_read (fixture, inside);
    g_autoptr (FtEdit) edit
        = ft_gesture_move_promise (card->promises->pdata[0], before, NULL, fixture_at (0, 10, 0));

    fixture_apply (fixture, edit);
  }
  fixture_settle (fixture);
  assert_list (list, "Last");
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_list (list, "Inside Last");

  /* An absence that is over asks for nothing. */
  fixture_go_to (fixture, 9, 8, 0);
  fixture_settle (fixture);
  assert_list (list, "");
  g_assert_finalize_object (list);
}

/* Not away after all. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  FtAwayList *list = ft_away_list_new (fixture->store);

  fixture_add (fixture, "Inside", 6, 16, 0);
  mark_away (fixture, 5, 8);
  fixture_settle (fixture);
  assert_list (list, "Inside");
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_list (list, "");
  mark_away (fixture, 5, 8);
  g_assert_finalize_object (list);
  fixture_settle (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/away-list/follows", test_follows);
  FIXTURE_TEST ("/away-list/undone", test_undone);
  return g_test_run ();
}
