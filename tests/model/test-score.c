#include "model-fixture.h"
#include "model-watch.h"

#include "core/ft-outcomes.h"
#include "model/ft-entry-list.h"
#include "model/ft-score.h"

/* The score as somebody looks at it: read then only, and kept so. */

static guint
count_late (FtScore *score)
{
  const FtScoreData *data = ft_score_get_data (score);
  guint n = 0;

  for (guint i = 0; i < data->n_spans; i++)
    n += data->spans[i].n[FT_SCORE_LATE];
  return n;
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  FtScore *score = ft_score_new (fixture->store, FT_SCORE_QUARTER, TRUE);
  guint *n_changed = count_signal (score, "changed");

  fixture_add (fixture, "Anna", -1, 12, 0);
  fixture_settle (fixture);
  g_assert_null (ft_score_get_data (score));
  g_assert_false (ft_score_get_busy (score));

  ft_score_set_active (score, TRUE);
  g_assert_true (ft_score_get_busy (score));
  fixture_settle (fixture);
  g_assert_false (ft_score_get_busy (score));
  g_assert_null (ft_score_get_error (score));
  g_assert_cmpuint (*n_changed, ==, 1);
  g_assert_cmpuint (count_late (score), ==, 1);

  fixture_add (fixture, "Bert", -2, 12, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 2);
  fixture_undo (fixture);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 1);

  /* Nobody looks: not read until somebody does. */
  ft_score_set_active (score, FALSE);
  fixture_add (fixture, "Cora", -2, 12, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 1);
  ft_score_set_active (score, TRUE);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 2);
  g_assert_finalize_object (score);
}

static void
test_period_and_time (Fixture *fixture, gconstpointer data)
{
  FtScore *score = ft_score_new (fixture->store, FT_SCORE_4_WEEKS, FALSE);

  fixture_add (fixture, "Anna", -60, 12, 0);
  fixture_add (fixture, "Bert", 1, 12, 0);
  ft_score_set_active (score, TRUE);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 0);
  ft_score_set_period (score, FT_SCORE_QUARTER);
  fixture_settle (fixture);
  g_assert_cmpint (ft_score_get_period (score), ==, FT_SCORE_QUARTER);
  g_assert_cmpuint (count_late (score), ==, 1);
  fixture_go_to (fixture, 1, 13, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 2);
  /* It may go away while it is being read. */
  ft_score_set_period (score, FT_SCORE_ALL);
  g_assert_finalize_object (score);
  fixture_settle (fixture);
}

/* Time that passes, which nobody tells of: the clock says nothing to @follower then. */
static void
pass_time (Fixture *fixture, gpointer follower, int days, int hour, int minute)
{
  guint n = g_signal_handlers_block_matched (fixture->clock, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                             follower);

  g_assert_cmpuint (n, ==, 1);
  fixture_go_to (fixture, days, hour, minute);
  g_signal_handlers_unblock_matched (fixture->clock, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                     follower);
  fixture_settle (fixture);
}

static void
test_time_passes (Fixture *fixture, gconstpointer data)
{
  FtScore *score = ft_score_new (fixture->store, FT_SCORE_4_WEEKS, FALSE);
  gint32 first;

  fixture_add (fixture, "Anna", 0, 12, 0);
  fixture_add (fixture, "Anna", 0, 15, 0);
  ft_score_set_active (score, TRUE);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 0);
  pass_time (fixture, score, 0, 12, 1);
  g_assert_cmpuint (count_late (score), ==, 1);
  pass_time (fixture, score, 0, 15, 1);
  g_assert_cmpuint (count_late (score), ==, 2);

  /* Nothing more turns late, but a week begins. */
  first = ft_score_get_first_day (ft_score_get_data (score));
  pass_time (fixture, score, 1, 0, 1);
  g_assert_cmpint (ft_score_get_first_day (ft_score_get_data (score)), ==, first);
  for (int day = 2; day <= 7; day++)
    pass_time (fixture, score, day, 0, 1);
  g_assert_cmpint (ft_score_get_first_day (ft_score_get_data (score)), ==, first + 7);

  /* Set back, the clock tells. */
  fixture_go_to (fixture, 0, 13, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 1);
  g_assert_finalize_object (score);
}

/* What is behind the bar of the late ones. */
static void
test_entries_as_time_passes (Fixture *fixture, gconstpointer data)
{
  gint32 today = fixture_civil (0, 0, 0).day;
  FtEntryQuery query = {
    .kind = FT_ENTRIES_PROMISES,
    .slice = { today - 7, today + 7, FT_SCORE_LATE, -1, -1, FALSE },
  };
  FtEntryList *list = ft_entry_list_new (fixture->store);

  fixture_add (fixture, "Anna", 0, 12, 0);
  fixture_add (fixture, "Bert", 1, 9, 0);
  ft_entry_list_set_query (list, &query);
  fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  pass_time (fixture, list, 0, 12, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  pass_time (fixture, list, 1, 9, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  fixture_go_to (fixture, 0, 13, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);

  /* Without a query nobody asks. */
  ft_entry_list_set_query (list, NULL);
  fixture_go_to (fixture, 2, 0, 0);
  g_assert_false (ft_entry_list_get_busy (list));
  g_assert_finalize_object (list);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/score/follows", test_follows);
  FIXTURE_TEST ("/score/period-and-time", test_period_and_time);
  FIXTURE_TEST ("/score/time-passes", test_time_passes);
  FIXTURE_TEST ("/score/entries-as-time-passes", test_entries_as_time_passes);
  return g_test_run ();
}
