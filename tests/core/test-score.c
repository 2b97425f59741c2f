#include "core/ft-score.h"

#include <string.h>

/* The user's own figures (A7, B7, C6, D4, E1): rules by tables. */

#define ZONE "Europe/Berlin"

static gint32
day_of (int year, int month, int day)
{
  return ft_civil_all_day (year, month, day).day;
}

/* --- Spans --- */

static void
test_weeks (void)
{
  static const struct
  {
    FtScorePeriod period;
    int today[3];
    GDateWeekday first;
    guint n;
    int begins[3];
    int ends[3];
  } cases[] = {
    /* A Saturday: the week from Monday, and from Sunday. */
    { FT_SCORE_4_WEEKS, { 2026, 11, 21 }, G_DATE_MONDAY, 4, { 2026, 10, 26 }, { 2026, 11, 23 } },
    { FT_SCORE_4_WEEKS, { 2026, 11, 21 }, G_DATE_SUNDAY, 4, { 2026, 10, 25 }, { 2026, 11, 22 } },
    { FT_SCORE_4_WEEKS, { 2026, 11, 21 }, G_DATE_SATURDAY, 4, { 2026, 10, 31 }, { 2026, 11, 28 } },
    { FT_SCORE_4_WEEKS, { 2026, 11, 23 }, G_DATE_MONDAY, 4, { 2026, 11, 2 }, { 2026, 11, 30 } },
    { FT_SCORE_4_WEEKS, { 2026, 11, 22 }, G_DATE_MONDAY, 4, { 2026, 10, 26 }, { 2026, 11, 23 } },
    /* Over the end of a year, and of a leap year's February. */
    { FT_SCORE_4_WEEKS, { 2027, 1, 1 }, G_DATE_MONDAY, 4, { 2026, 12, 7 }, { 2027, 1, 4 } },
    { FT_SCORE_4_WEEKS, { 2028, 3, 1 }, G_DATE_MONDAY, 4, { 2028, 2, 7 }, { 2028, 3, 6 } },
    { FT_SCORE_QUARTER, { 2026, 4, 1 }, G_DATE_MONDAY, 13, { 2026, 1, 5 }, { 2026, 4, 6 } },
    { FT_SCORE_YEAR, { 2026, 11, 21 }, G_DATE_MONDAY, 52, { 2025, 11, 24 }, { 2026, 11, 23 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtScoreData) score = ft_score_data_new (
          cases[i].period, 0, day_of (cases[i].today[0], cases[i].today[1], cases[i].today[2]),
          cases[i].first);

      g_test_message ("case %u", i);
      g_assert_cmpint (score->step, ==, FT_SCORE_WEEK);
      g_assert_cmpuint (score->n_spans, ==, cases[i].n);
      g_assert_cmpint (ft_score_get_first_day (score), ==,
                       day_of (cases[i].begins[0], cases[i].begins[1], cases[i].begins[2]));
      g_assert_cmpint (score->end_day, ==,
                       day_of (cases[i].ends[0], cases[i].ends[1], cases[i].ends[2]));
      for (guint j = 0; j < score->n_spans; j++)
        g_assert_cmpint (ft_score_get_end_day (score, j) - score->spans[j].first_day, ==, 7);
    }
}

/* Too many weeks become months, too many months years; none is left out and none overlaps. */
static void
test_all (void)
{
  static const struct
  {
    int earliest[3];
    FtScoreStep step;
    guint n;
    int begins[3];
    int ends[3];
  } cases[] = {
    { { 2026, 11, 21 }, FT_SCORE_WEEK, 1, { 2026, 11, 16 }, { 2026, 11, 23 } },
    { { 2026, 1, 1 }, FT_SCORE_WEEK, 47, { 2025, 12, 29 }, { 2026, 11, 23 } },
    { { 2024, 2, 29 }, FT_SCORE_MONTH, 34, { 2024, 2, 1 }, { 2026, 12, 1 } },
    { { 2021, 12, 31 }, FT_SCORE_MONTH, 60, { 2021, 12, 1 }, { 2026, 12, 1 } },
    { { 2021, 11, 30 }, FT_SCORE_YEAR_STEP, 6, { 2021, 1, 1 }, { 2027, 1, 1 } },
    /* In the future, there is this week at least. */
    { { 2027, 5, 5 }, FT_SCORE_WEEK, 1, { 2026, 11, 16 }, { 2026, 11, 23 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtScoreData) score = ft_score_data_new (
          FT_SCORE_ALL, day_of (cases[i].earliest[0], cases[i].earliest[1], cases[i].earliest[2]),
          day_of (2026, 11, 21), G_DATE_MONDAY);

      g_test_message ("case %u", i);
      g_assert_cmpint (score->step, ==, cases[i].step);
      g_assert_cmpuint (score->n_spans, ==, cases[i].n);
      g_assert_cmpint (ft_score_get_first_day (score), ==,
                       day_of (cases[i].begins[0], cases[i].begins[1], cases[i].begins[2]));
      g_assert_cmpint (score->end_day, ==,
                       day_of (cases[i].ends[0], cases[i].ends[1], cases[i].ends[2]));
      g_assert_cmpint (ft_score_find_span (score, ft_score_get_first_day (score) - 1), ==, -1);
      g_assert_cmpint (ft_score_find_span (score, score->end_day), ==, -1);
      for (guint j = 0; j < score->n_spans; j++)
        {
          g_assert_cmpint (ft_score_find_span (score, score->spans[j].first_day), ==, j);
          g_assert_cmpint (ft_score_find_span (score, ft_score_get_end_day (score, j) - 1), ==, j);
        }
    }
}

/* --- Promises --- */

static FtPromiseData *
new_promise (FtCivil promised, FtPromiseState state, FtCivil done)
{
  FtPromiseData *promise = ft_promise_data_new (1, promised, ZONE, FT_CHANNEL_PHONE);

  promise->state = state;
  promise->promised_at = ft_civil_to_instant (promised, ZONE, NULL);
  promise->done_at = ft_civil_is_set (done) ? ft_civil_to_instant (done, ZONE, NULL) : 0;
  return promise;
}

#define NOT_COUNTED (-1)

static void
test_judge (void)
{
  const struct
  {
    FtCivil promised;
    FtPromiseState state;
    FtCivil done;
    int how;
    int minutes;
  } cases[] = {
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 16, 0),
      FT_SCORE_KEPT, 0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 16, 5),
      FT_SCORE_KEPT, 0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 16, 6),
      FT_SCORE_REPAIRED, 0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 15, 46),
      FT_SCORE_KEPT, 14 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 15, 45),
      FT_SCORE_EARLY, 15 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_KEPT, ft_civil (2026, 11, 16, 16, 0),
      FT_SCORE_EARLY, 3 * 1440 },
    /* A day was promised, not an hour of it. */
    { ft_civil_all_day (2026, 11, 19), FT_PROMISE_KEPT, ft_civil (2026, 11, 19, 8, 0),
      FT_SCORE_KEPT, 0 },
    { ft_civil_all_day (2026, 11, 19), FT_PROMISE_KEPT, ft_civil (2026, 11, 18, 23, 0),
      FT_SCORE_EARLY, 1440 },
    { ft_civil_all_day (2026, 11, 19), FT_PROMISE_KEPT, ft_civil (2026, 11, 20, 9, 0),
      FT_SCORE_REPAIRED, 0 },
    /* The clocks go back on 25 October: three hours between 1:00 and 3:00. */
    { ft_civil (2026, 10, 25, 3, 0), FT_PROMISE_KEPT, ft_civil (2026, 10, 25, 1, 0), FT_SCORE_EARLY,
      180 },
    /* And forward on 29 March: one. */
    { ft_civil (2026, 3, 29, 3, 0), FT_PROMISE_KEPT, ft_civil (2026, 3, 29, 1, 0), FT_SCORE_EARLY,
      60 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_MOVED, ft_civil (2026, 11, 19, 12, 0), NOT_COUNTED,
      0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_MOVED, ft_civil (2026, 11, 20, 12, 0),
      FT_SCORE_REPAIRED, 0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_CANCELLED, ft_civil (2026, 11, 20, 12, 0),
      NOT_COUNTED, 0 },
    { ft_civil (2026, 11, 19, 16, 0), FT_PROMISE_OPEN, FT_CIVIL_NONE, FT_SCORE_LATE, 0 },
    { ft_civil (2026, 11, 24, 16, 0), FT_PROMISE_OPEN, FT_CIVIL_NONE, NOT_COUNTED, 0 },
  };
  gint64 now = ft_civil_to_instant (ft_civil (2026, 11, 21, 12, 0), ZONE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtPromiseData) promise
          = new_promise (cases[i].promised, cases[i].state, cases[i].done);
      FtScoreHow how = FT_N_SCORE_HOWS;
      int minutes = 0;
      gboolean counts = ft_score_judge (promise, now, &how, &minutes);

      g_test_message ("case %u", i);
      g_assert_cmpint (counts ? (int) how : NOT_COUNTED, ==, cases[i].how);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      /* The history says the same. */
      g_assert_true (!counts || how != FT_SCORE_EARLY
                     || ft_keeping_of (promise, now, NULL) == FT_KEEPING_EARLY);
    }
}

static void
test_ahead (void)
{
  static const struct
  {
    int minutes;
    guint bin;
  } cases[] = { { 0, 0 },    { 14, 0 },   { 15, 1 },    { 29, 1 },      { 30, 2 },   { 60, 3 },
                { 119, 3 },  { 120, 4 },  { 240, 5 },   { 480, 6 },     { 1439, 6 }, { 1440, 7 },
                { 2879, 7 }, { 2880, 8 }, { 99999, 8 }, { G_MAXINT, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ft_score_ahead_bin (cases[i].minutes), ==, cases[i].bin);
}

static void
test_median (void)
{
  static const struct
  {
    int early[6]; /* minutes, -1 ends */
    int median;
  } cases[] = {
    { { -1 }, -1 },
    { { 0, -1 }, 0 },
    { { 7, -1 }, 7 },
    { { 0, 60, -1 }, 60 },
    { { 0, 30, 60, -1 }, 30 },
    { { 10, 20, 30, 40, -1 }, 30 },
    /* To the hour beyond a day. */
    { { 3 * 1440 + 59, -1 }, 3 * 1440 },
    { { 400 * 1440, 5, 5, -1 }, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtScoreData) score
          = ft_score_data_new (FT_SCORE_YEAR, 0, day_of (2026, 11, 21), G_DATE_MONDAY);
      FtCivil promised = ft_civil (2026, 11, 19, 16, 0);

      for (guint j = 0; cases[i].early[j] >= 0; j++)
        {
          g_autoptr (FtPromiseData) promise = new_promise (
              promised, FT_PROMISE_KEPT, ft_civil_add_minutes (promised, -cases[i].early[j]));
          promise->done_at = promise->promised_at - cases[i].early[j] * 60;
          ft_score_add_promise (score, promise, promise->promised_at);
        }
      g_test_message ("case %u", i);
      g_assert_cmpint (ft_score_get_median (score), ==, cases[i].median);
    }
}

/* What a bar counted is what its slice has, one by one. */
static void
test_slices (void)
{
  g_autoptr (FtScoreData) score
      = ft_score_data_new (FT_SCORE_QUARTER, 0, day_of (2026, 11, 21), G_DATE_MONDAY);
  g_autoptr (GPtrArray) promises
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  gint64 now = ft_civil_to_instant (ft_civil (2026, 11, 21, 12, 0), ZONE, NULL);

  for (guint i = 0; i < 600; i++)
    {
      FtCivil promised
          = ft_civil_add_days (ft_civil (2026, 8, 10, g_rand_int_range (rand, 0, 24), 0),
                               g_rand_int_range (rand, 0, 110));
      FtPromiseData *promise = new_promise (promised, g_rand_int_range (rand, 0, 4), FT_CIVIL_NONE);

      promise->done_at = promise->promised_at + 60 * g_rand_int_range (rand, -4000, 600);
      promise->cause = g_rand_int_range (rand, 0, FT_N_CAUSES);
      promise->kind = g_rand_int_range (rand, FT_PROMISE_CONTACT, FT_PROMISE_CARD + 1);
      g_ptr_array_add (promises, promise);
      ft_score_add_promise (score, promise, now);
    }
#define COUNT(...)                                                                                 \
  ({                                                                                               \
    FtScoreSlice slice_ = { __VA_ARGS__ };                                                         \
    guint n_ = 0;                                                                                  \
    for (guint k_ = 0; k_ < promises->len; k_++)                                                   \
      n_ += ft_score_slice_has (&slice_, promises->pdata[k_], now);                                \
    n_;                                                                                            \
  })
  for (guint i = 0; i < score->n_spans; i++)
    {
      gint32 first = score->spans[i].first_day;
      gint32 end = ft_score_get_end_day (score, i);

      for (int how = 0; how < FT_N_SCORE_HOWS; how++)
        g_assert_cmpuint (COUNT (first, end, how, -1, -1, FALSE), ==, score->spans[i].n[how]);
      g_assert_cmpuint (COUNT (first, end, -1, -1, -1, TRUE), ==, score->spans[i].n_cards);
    }
  for (int i = 0; i < FT_N_SCORE_AHEAD; i++)
    g_assert_cmpuint (COUNT (ft_score_get_first_day (score), score->end_day, -1, i, -1, FALSE), ==,
                      score->ahead[i]);
  for (int i = 0; i < FT_N_CAUSES; i++)
    g_assert_cmpuint (COUNT (ft_score_get_first_day (score), score->end_day, -1, -1, i, FALSE), ==,
                      score->causes[i]);
#undef COUNT
}

/* --- Sales and coverage --- */

static void
test_d4_sales (void)
{
  g_autoptr (FtScoreData) score
      = ft_score_data_new (FT_SCORE_YEAR, 0, day_of (2026, 11, 21), G_DATE_MONDAY);

  ft_score_add_sale (score, 0); /* the sale itself is one */
  ft_score_add_sale (score, 1);
  ft_score_add_sale (score, 5);
  ft_score_add_sale (score, 12);
  ft_score_add_sale (score, 40);
  g_assert_cmpuint (score->sales[0], ==, 2);
  g_assert_cmpuint (score->sales[4], ==, 1);
  g_assert_cmpuint (score->sales[FT_SCORE_MOST_CONTACTS - 1], ==, 2);
}

static void
test_e1_coverage (void)
{
  static const struct
  {
    FtScoreInterval open;
    FtScoreInterval promises[3];
    guint n;
    const char *expected; /* per end: "-" not open, "o" without a promise, "p" with one */
  } cases[] = {
    { { 50, G_MAXINT64 }, { { 50, G_MAXINT64 } }, 1, "pppp" },
    { { 50, G_MAXINT64 }, { { 0 } }, 0, "oooo" },
    { { 150, G_MAXINT64 }, { { 150, 250 }, { 250, G_MAXINT64 } }, 2, "-ppp" },
    { { 150, 350 }, { { 150, 250 }, { 260, 350 } }, 2, "-pp-" },
    /* Between two ends nobody looks. */
    { { 110, 190 }, { { 110, 190 } }, 1, "----" },
    { { 50, G_MAXINT64 }, { { 110, 190 } }, 1, "oooo" },
    /* Done at the very end: no promise then; made then: one. Sold then: not open. */
    { { 50, G_MAXINT64 }, { { 50, 200 }, { 300, G_MAXINT64 } }, 2, "popp" },
    { { 50, 300 }, { { 50, G_MAXINT64 } }, 1, "pp--" },
    /* Two at once, and a promise that outlives the lead's being open. */
    { { 50, 350 }, { { 50, 150 }, { 50, 260 }, { 140, G_MAXINT64 } }, 3, "ppp-" },
  };
  static const gint64 ends[] = { 100, 200, 300, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtScoreData) score
          = ft_score_data_new (FT_SCORE_4_WEEKS, 0, day_of (2026, 11, 21), G_DATE_MONDAY);
      char found[5] = { 0 };

      ft_score_add_lead (score, ends, cases[i].open, cases[i].promises, cases[i].n);
      for (guint j = 0; j < 4; j++)
        {
          found[j] = !score->spans[j].n_open ? '-' : score->spans[j].n_covered ? 'p' : 'o';
          /* What is listed behind the point is what was counted in it. */
          g_assert_cmpint (
              ft_score_is_uncovered (ends[j], cases[i].open, cases[i].promises, cases[i].n), ==,
              found[j] == 'o');
        }
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_period_names (void)
{
  FtScorePeriod period;

  for (FtScorePeriod i = 0; i < FT_N_SCORE_PERIODS; i++)
    {
      g_assert_true (ft_score_period_from_string (ft_score_period_to_string (i), &period));
      g_assert_cmpint (period, ==, i);
    }
  g_assert_false (ft_score_period_from_string ("century", &period));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/weeks", test_weeks);
  g_test_add_func ("/score/all", test_all);
  g_test_add_func ("/score/B7/judge", test_judge);
  g_test_add_func ("/score/C6/ahead", test_ahead);
  g_test_add_func ("/score/C6/median", test_median);
  g_test_add_func ("/score/slices", test_slices);
  g_test_add_func ("/score/D4/sales", test_d4_sales);
  g_test_add_func ("/score/E1/coverage", test_e1_coverage);
  g_test_add_func ("/score/period-names", test_period_names);
  return g_test_run ();
}
