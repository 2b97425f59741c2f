#include "model-fixture.h"
#include "model-watch.h"

#include "core/ft-outcomes.h"
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
  ft_score_renew (score);
  fixture_settle (fixture);
  g_assert_cmpuint (count_late (score), ==, 2);
  /* It may go away while it is being read. */
  ft_score_set_period (score, FT_SCORE_ALL);
  g_assert_finalize_object (score);
  fixture_settle (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/score/follows", test_follows);
  FIXTURE_TEST ("/score/period-and-time", test_period_and_time);
  return g_test_run ();
}
