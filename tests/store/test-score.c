#include "store-fixture.h"

/* The score as it is read (A7, B7, C6, D4, E1, E8), and the lists behind its bars. */

static FtScoreData *
read_score (Fixture *fixture, FtScorePeriod period, gboolean whole)
{
  GAsyncResult *result = NULL;
  FtScoreData *score;

  ft_store_read_score_async (fixture->store, period, G_DATE_MONDAY, whole, NULL, NULL, NULL,
                             keep_result, &result);
  score = ft_store_read_score_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  g_assert_nonnull (score);
  return score;
}

static GArray *
query (Fixture *fixture, FtEntryQuery query)
{
  GAsyncResult *result = NULL;
  GArray *ids;

  ft_store_query_entries_async (fixture->store, &query, NULL, keep_result, &result);
  ids = ft_store_query_entries_finish (fixture->store, await_result (&result), NULL, NULL);
  g_object_unref (result);
  return ids;
}

static FtEntryQuery
slice_of (const FtScoreData *score, int span, int how, int ahead, int cause)
{
  return (FtEntryQuery){
    .kind = FT_ENTRIES_PROMISES,
    .slice
    = { .first_day = span >= 0 ? score->spans[span].first_day : ft_score_get_first_day (score),
        .end_day = span >= 0 ? ft_score_get_end_day (score, span) : score->end_day,
        .how = how,
        .ahead = ahead,
        .cause = cause },
  };
}

static guint
count (Fixture *fixture, FtEntryQuery asked)
{
  g_autoptr (GArray) ids = query (fixture, asked);
  return ids->len;
}

/* A promise of @days from today at 16:00, done so many minutes before it. */
static void
add_promise (Fixture *fixture,
             gint64 lead_id,
             int days,
             FtPromiseState state,
             int early,
             FtPromiseKind kind,
             FtCause cause)
{
  g_autoptr (FtPromiseData) promise = new_promise (lead_id, days * 24 + 7, days * 24 + 7);

  promise->state = state;
  promise->kind = kind;
  promise->cause = cause;
  promise->created_at = NOW + (days - 30) * DAY;
  promise->done_at
      = state == FT_PROMISE_OPEN ? 0 : NOW + (gint64) (days * 24 + 7) * HOUR - early * 60;
  put_promise (fixture, promise);
}

static void
add_contact (Fixture *fixture,
             gint64 lead_id,
             gint64 at,
             FtChannel channel,
             FtDirection direction,
             FtOutcome outcome)
{
  g_autoptr (FtContactData) contact = ft_contact_data_new (lead_id, at, channel, outcome);
  g_autoptr (FtEdit) edit = ft_edit_new ("log");
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  contact->direction = direction;
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  for (FtScorePeriod period = 0; period < FT_N_SCORE_PERIODS; period++)
    {
      g_autoptr (FtScoreData) score = read_score (fixture, period, TRUE);

      g_assert_cmpuint (ft_score_count (score, NULL), ==, 0);
      g_assert_cmpuint (score->n_contacts, ==, 0);
      g_assert_cmpuint (score->spans[score->n_spans - 1].n_open, ==, 0);
      g_assert_cmpint (ft_score_get_median (score), ==, -1);
    }
}

static void
test_promises (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtScoreData) score = NULL;
  g_autoptr (FtScoreData) all = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GAsyncResult *result = NULL;
  const FtScoreSpan *last;
  const FtScoreSpan *before;

  add_promise (fixture, anna, -1, FT_PROMISE_KEPT, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, anna, -2, FT_PROMISE_KEPT, 200, FT_PROMISE_SEND, FT_CAUSE_NONE);
  add_promise (fixture, anna, -3, FT_PROMISE_KEPT, -90, FT_PROMISE_CONTACT, FT_CAUSE_TECHNIQUE);
  add_promise (fixture, anna, -4, FT_PROMISE_KEPT, 20, FT_PROMISE_CARD, FT_CAUSE_NONE);
  add_promise (fixture, anna, -2, FT_PROMISE_OPEN, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, anna, 3, FT_PROMISE_OPEN, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, anna, -5, FT_PROMISE_CANCELLED, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, anna, -700, FT_PROMISE_KEPT, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);

  /* The fixture's today is a Monday: all but one were for the week before. */
  score = read_score (fixture, FT_SCORE_4_WEEKS, FALSE);
  last = &score->spans[score->n_spans - 1];
  before = last - 1;
  g_assert_cmpuint (before->n[FT_SCORE_EARLY], ==, 2);
  g_assert_cmpuint (before->n[FT_SCORE_KEPT], ==, 1);
  g_assert_cmpuint (before->n[FT_SCORE_REPAIRED], ==, 1);
  g_assert_cmpuint (before->n[FT_SCORE_LATE], ==, 1);
  g_assert_cmpuint (before->n_cards, ==, 1);
  g_assert_cmpuint (score->causes[FT_CAUSE_TECHNIQUE], ==, 1);
  g_assert_cmpuint (score->causes[FT_CAUSE_NONE], ==, 1);
  g_assert_cmpint (ft_score_get_median (score), ==, 20);
  all = read_score (fixture, FT_SCORE_ALL, FALSE);
  g_assert_cmpint (all->step, ==, FT_SCORE_MONTH);
  g_assert_cmpuint (all->spans[0].n[FT_SCORE_KEPT], ==, 1);
  g_assert_cmpuint (ft_score_count (all, NULL), ==, 6);

  ids = query (fixture, slice_of (score, score->n_spans - 2, FT_SCORE_EARLY, -1, -1));
  g_assert_cmpuint (ids->len, ==, 2);
  ft_store_read_entries_async (fixture->store, FT_ENTRIES_PROMISES, (const gint64 *) ids->data,
                               ids->len, NULL, keep_result, &result);
  rows = ft_store_read_entries_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  /* By their days. */
  g_assert_cmpint (((FtEntryRow *) rows->pdata[0])->promise->kind, ==, FT_PROMISE_CARD);
  g_assert_cmpint (((FtEntryRow *) rows->pdata[1])->promise->kind, ==, FT_PROMISE_SEND);
  g_assert_cmpstr (((FtEntryRow *) rows->pdata[1])->lead->name, ==, "Anna");
}

/* Every bar lists as many as it is high, whatever there is. */
static void
test_lists_are_bars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gint64 leads[8];

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    leads[i] = add_lead (fixture, "Lead", NULL);
  for (guint i = 0; i < 120; i++)
    {
      gint64 lead = leads[g_rand_int_range (rand, 0, G_N_ELEMENTS (leads))];

      add_promise (fixture, lead, g_rand_int_range (rand, -100, 10), g_rand_int_range (rand, 0, 4),
                   g_rand_int_range (rand, -300, 3000),
                   g_rand_int_range (rand, FT_PROMISE_CONTACT, FT_PROMISE_CARD + 1),
                   g_rand_int_range (rand, 0, FT_N_CAUSES));
      add_contact (fixture, lead, NOW - g_rand_int_range (rand, 0, 120 * DAY),
                   g_rand_int_range (rand, 0, FT_N_CHANNELS), g_rand_int_range (rand, 0, 2),
                   g_rand_int_range (rand, FT_OUTCOME_NOTE, FT_OUTCOME_DEFINITE_NO + 1));
    }
  for (FtScorePeriod period = 0; period < FT_N_SCORE_PERIODS; period++)
    {
      g_autoptr (FtScoreData) score = read_score (fixture, period, TRUE);

      for (guint i = 0; i < score->n_spans; i++)
        {
          FtEntryQuery cards = slice_of (score, i, -1, -1, -1);

          for (int how = 0; how < FT_N_SCORE_HOWS; how++)
            g_assert_cmpuint (count (fixture, slice_of (score, i, how, -1, -1)), ==,
                              score->spans[i].n[how]);
          cards.slice.cards = TRUE;
          g_assert_cmpuint (count (fixture, cards), ==, score->spans[i].n_cards);
        }
      for (int i = 0; i < FT_N_SCORE_AHEAD; i++)
        g_assert_cmpuint (count (fixture, slice_of (score, -1, -1, i, -1)), ==, score->ahead[i]);
      for (int i = 0; i < FT_N_CAUSES; i++)
        g_assert_cmpuint (count (fixture, slice_of (score, -1, -1, -1, i)), ==, score->causes[i]);
      for (guint i = 0; i < FT_SCORE_MOST_CONTACTS; i++)
        {
          FtEntryQuery sales = slice_of (score, -1, -1, -1, -1);

          sales.kind = FT_ENTRIES_SALES;
          sales.sale_bin = i;
          g_assert_cmpuint (count (fixture, sales), ==, score->sales[i]);
        }
      for (FtChannel channel = 0; channel < FT_N_CHANNELS; channel++)
        {
          FtEntryQuery tries = slice_of (score, -1, -1, -1, -1);

          tries.kind = FT_ENTRIES_TRIES;
          tries.channel = channel;
          g_assert_cmpuint (count (fixture, tries), ==, score->channels[channel].n_tried);
        }
      /* As the cards say it, lead by lead. */
      if (period == FT_SCORE_ALL)
        {
          FtChannelRate sum[FT_N_CHANNELS] = { 0 };

          for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
            {
              g_autoptr (FtLeadCard) card = sync_card (fixture->store, leads[i]);
              FtChannelRate rates[FT_N_CHANNELS];

              ft_channels_count (card->contacts, rates);
              for (guint j = 0; j < FT_N_CHANNELS; j++)
                {
                  sum[j].n_tried += rates[j].n_tried;
                  sum[j].n_answered += rates[j].n_answered;
                }
            }
          for (guint j = 0; j < FT_N_CHANNELS; j++)
            {
              g_assert_cmpuint (score->channels[j].n_tried, ==, sum[j].n_tried);
              g_assert_cmpuint (score->channels[j].n_answered, ==, sum[j].n_answered);
            }
        }
    }
}

/* How many contacts it took, from the sale before; notes do not count. */
static void
test_d4_sales (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtScoreData) score = NULL;

  add_contact (fixture, anna, NOW - 50 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_REACHED);
  add_contact (fixture, anna, NOW - 40 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_NOTE);
  add_contact (fixture, anna, NOW - 30 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_NO_ANSWER);
  add_contact (fixture, anna, NOW - 5 * DAY, FT_CHANNEL_VISIT, 0, FT_OUTCOME_SOLD);
  add_contact (fixture, anna, NOW - 4 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_REACHED);
  add_contact (fixture, anna, NOW - 3 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_SOLD);
  add_contact (fixture, anna, NOW - 3 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_SOLD);
  score = read_score (fixture, FT_SCORE_4_WEEKS, TRUE);
  g_assert_cmpuint (score->sales[2], ==, 1);
  g_assert_cmpuint (score->sales[1], ==, 1);
  g_assert_cmpuint (score->sales[0], ==, 1);
}

static void
make_customer (FtLeadData *lead)
{
  lead->state = FT_LEAD_CUSTOMER;
}

static gint64
add_old_lead (Fixture *fixture, const char *name)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtEdit) edit = ft_edit_new ("add");
  g_autoptr (FtChangeSet) change = NULL;

  lead->id = ft_edit_new_id (edit);
  lead->created_at = NOW - 100 * DAY;
  ft_edit_put_lead (edit, lead);
  change = sync_apply (fixture->store, edit, NULL);
  return change->lead_id;
}

static void
test_e1_coverage (Fixture *fixture, gconstpointer data)
{
  gint64 anna = add_old_lead (fixture, "Anna");
  gint64 bert = add_old_lead (fixture, "Bert");
  gint64 cora = add_old_lead (fixture, "Cora");
  g_autoptr (FtScoreData) score = NULL;

  add_promise (fixture, anna, 3, FT_PROMISE_OPEN, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  /* Made 16 days and done 10 days ago. */
  add_promise (fixture, bert, -10, FT_PROMISE_KEPT, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  /* Bought nine days ago. */
  add_contact (fixture, cora, NOW - 9 * DAY, FT_CHANNEL_PHONE, 0, FT_OUTCOME_SOLD);
  edit_lead (fixture, cora, make_customer);

  score = read_score (fixture, FT_SCORE_4_WEEKS, TRUE);
  g_assert_cmpuint (score->n_spans, ==, 4);
  /* Today is a Monday: the first two end 14 and 7 days ago. */
  g_assert_cmpuint (score->spans[0].n_open, ==, 3);
  g_assert_cmpuint (score->spans[0].n_covered, ==, 2);
  g_assert_cmpuint (score->spans[1].n_open, ==, 2);
  g_assert_cmpuint (score->spans[1].n_covered, ==, 1);
  g_assert_cmpuint (score->spans[3].n_open, ==, 2);
  g_assert_cmpuint (score->spans[3].n_covered, ==, 1);

  /* What is listed behind a point are those that lacked one. */
  for (guint i = 0; i < score->n_spans; i++)
    {
      FtEntryQuery uncovered = slice_of (score, (int) i, -1, -1, -1);

      uncovered.kind = FT_ENTRIES_UNCOVERED;
      g_assert_cmpuint (count (fixture, uncovered), ==,
                        score->spans[i].n_open - score->spans[i].n_covered);
    }
}

/* Behind a point of coverage: the lead, and what is promised to it first by now. */
static void
test_e1_uncovered_rows (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { add_old_lead (fixture, "Anna"), add_old_lead (fixture, "Bert"), 999 };
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  FtEntryRow *row;

  add_promise (fixture, ids[0], 9, FT_PROMISE_OPEN, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, ids[0], 3, FT_PROMISE_OPEN, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, ids[0], -3, FT_PROMISE_KEPT, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  add_promise (fixture, ids[1], -3, FT_PROMISE_KEPT, 0, FT_PROMISE_CONTACT, FT_CAUSE_NONE);
  ft_store_read_entries_async (fixture->store, FT_ENTRIES_UNCOVERED, ids, G_N_ELEMENTS (ids), NULL,
                               keep_result, &result);
  rows = ft_store_read_entries_finish (fixture->store, await_result (&result), NULL);
  g_object_unref (result);
  g_assert_cmpuint (rows->len, ==, 3);
  row = rows->pdata[0];
  g_assert_cmpstr (row->lead->name, ==, "Anna");
  g_assert_cmpint (row->promise->promised_at, ==, NOW + 3 * DAY + 7 * HOUR);
  g_assert_null (row->contact);
  row = rows->pdata[1];
  g_assert_cmpstr (row->lead->name, ==, "Bert");
  g_assert_null (row->promise);
  g_assert_null (row->contact);
  g_assert_null (rows->pdata[2]);
}

static void
count_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

/* What is asked while the score is being read does not wait for all of it. */
static void
test_lets_others_in (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *score = NULL;
  GAsyncResult *counted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double last = 0;
  FtCounts counts;

  add_lead_with_promise (fixture, "Anna", -3, -3);
  ft_store_read_score_async (fixture->store, FT_SCORE_ALL, G_DATE_MONDAY, TRUE, count_progress,
                             &last, NULL, keep_result, &score);
  ft_store_count_async (fixture->store, fixture_bounds (fixture), NULL, keep_result, &counted);
  await_result (&counted);
  g_assert_null (score);
  g_assert_true (ft_store_count_finish (fixture->store, counted, &counts, NULL));
  ft_score_data_free (ft_store_read_score_finish (fixture->store, await_result (&score), NULL));
  g_assert_cmpfloat (last, >, 0);
  g_clear_object (&score);
  g_clear_object (&counted);

  ft_store_read_score_async (fixture->store, FT_SCORE_ALL, G_DATE_MONDAY, TRUE, NULL, NULL,
                             cancellable, keep_result, &score);
  g_cancellable_cancel (cancellable);
  g_assert_null (ft_store_read_score_finish (fixture->store, await_result (&score), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&score);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/score/empty", test_empty);
  FIXTURE_ADD ("/store/score/promises", test_promises);
  FIXTURE_ADD ("/store/score/lists-are-bars", test_lists_are_bars);
  FIXTURE_ADD ("/store/score/D4/sales", test_d4_sales);
  FIXTURE_ADD ("/store/score/E1/coverage", test_e1_coverage);
  FIXTURE_ADD ("/store/score/E1/uncovered-rows", test_e1_uncovered_rows);
  FIXTURE_ADD ("/store/score/lets-others-in", test_lets_others_in);
  return g_test_run ();
}
