#include "app/ft-samples.h"

#include "app/ft-sample-coach.h"
#include "app/ft-sample-table.h"
#include "core/ft-brief.h"
#include "core/ft-rhythm.h"
#include "core/ft-steps.h"

#include <glib/gstdio.h>
#include <string.h>

/* Clocks at which a demo might be started: early, midday, in the evening, a minute before midnight, at
 * the weekend, across a change of clocks. */
static const struct
{
  int year, month, day, hour, minute;
  const char *zone;
} starts[] = {
  { 2026, 11, 23, 8, 0, "Europe/Berlin" },   { 2026, 11, 25, 12, 7, "Europe/Berlin" },
  { 2026, 11, 20, 19, 30, "Europe/Berlin" }, { 2026, 11, 21, 23, 40, "America/New_York" },
  { 2026, 11, 22, 0, 1, "Asia/Kolkata" },    { 2026, 3, 27, 10, 0, "Europe/Berlin" },
  { 2026, 12, 31, 15, 0, "UTC" },
};

static FtClock *
clock_at (guint i)
{
  FtCivil civil = ft_civil (starts[i].year, starts[i].month, starts[i].day, starts[i].hour,
                            starts[i].minute);
  return ft_clock_new_fixed (ft_civil_to_instant (civil, starts[i].zone, NULL), starts[i].zone);
}

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Wait;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  g_main_loop_run (wait->loop);
  return g_steal_pointer (&wait->result);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* What the coach has to show. */
typedef struct
{
  FtClock *clock;
  FtSettings *settings;
  guint gauges[FT_GAUGE_INVISIBLE + 1];
  guint fences;
  guint sensitive;
  guint asks;
  guint four_steps;
  guint causes;
  guint given;
  guint questions;
} Coach;

static gboolean
look_at (gpointer sink, FtLeadCard *card, GError **error)
{
  Coach *coach = sink;
  FtRhythm rhythm = ft_rhythm_of (card, coach->settings, ft_clock_now (coach->clock),
                                  ft_clock_get_zone (coach->clock));

  if (card->lead->state == FT_LEAD_OPEN)
    coach->gauges[rhythm.gauge]++;
  coach->fences += rhythm.fence_day != 0;
  coach->asks += ft_brief_count_open_asks (card->lead);
  for (guint i = 0; i < card->lead->facts->len; i++)
    coach->sensitive += ((FtFact *) card->lead->facts->pdata[i])->sensitive;
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      coach->four_steps += promise->state == FT_PROMISE_OPEN && ft_steps_count_done (promise) == 1;
      coach->causes += promise->cause != FT_CAUSE_NONE;
    }
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      coach->given += contact->piece_id != 0;
      coach->questions += contact->asked == FT_ASKED_SALE && contact->answer != FT_ANSWER_NONE;
    }
  return TRUE;
}

static void
assert_coach (FtStore *store, FtClock *clock, Wait *wait)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  Coach coach = { clock, settings, { 0 }, 0, 0, 0, 0, 0, 0, 0 };

  ft_store_export_async (store, NULL, look_at, &coach, NULL, answered_cb, wait);
  g_autoptr (GAsyncResult) looked = wait_for (wait);
  g_assert_true (ft_store_export_finish (store, looked, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (coach.gauges); i++)
    g_assert_cmpuint (coach.gauges[i], >, 0); /* E4 */
  g_assert_cmpuint (coach.fences, ==, 1);     /* A3 */
  g_assert_cmpuint (coach.sensitive, >=, 2);  /* E7 */
  g_assert_cmpuint (coach.asks, ==, 4);       /* C5 */
  g_assert_cmpuint (coach.four_steps, ==, 1); /* C7 */
  g_assert_cmpuint (coach.causes, ==, ft_n_sample_misses);
  g_assert_cmpuint (coach.given, >=, 6);     /* A5 */
  g_assert_cmpuint (coach.questions, >=, 5); /* D3 */
}

/* Whatever the hour, the desk shows what the design shows: a few late, eight today, nobody without, one card to write. */
static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (FtClock) clock = clock_at (i);
      g_autofree char *folder = g_dir_make_tmp ("ft-samples-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "samples.db", NULL);
      g_autoptr (FtStore) store = ft_store_new (path, clock);
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      Wait wait = { loop, NULL };
      g_autoptr (GError) error = NULL;
      FtDayBounds bounds
        = ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), G_DATE_MONDAY);
      FtCounts counts;

      ft_store_open_async (store, NULL, answered_cb, &wait);
      g_autoptr (GAsyncResult) opened = wait_for (&wait);
      g_assert_true (ft_store_open_finish (store, opened, &error));
      g_assert_no_error (error);
      ft_samples_fill_async (store, answered_cb, &wait);
      g_autoptr (GAsyncResult) filled = wait_for (&wait);
      g_assert_true (ft_samples_fill_finish (store, filled, &error));
      g_assert_no_error (error);

      ft_store_count_async (store, bounds, NULL, answered_cb, &wait);
      g_autoptr (GAsyncResult) counted = wait_for (&wait);
      g_assert_true (ft_store_count_finish (store, counted, &counts, &error));
      g_assert_cmpuint (counts.n_leads, ==, ft_n_samples);
      g_assert_cmpuint (counts.n[FT_FILTER_WITHOUT], ==, 0);
      g_assert_cmpuint (counts.n[FT_FILTER_LATE], ==, 3);
      g_assert_cmpuint (counts.n[FT_FILTER_TODAY], ==, 8); /* a thank-you card among them */
      g_assert_cmpuint (counts.n_cards, ==, 1);
      g_assert_cmpuint (counts.n_forgotten, ==, 0);
      g_assert_cmpuint (counts.n[FT_FILTER_AFTER_SALE], ==, 3);
      g_assert_cmpuint (counts.n[FT_FILTER_FENCED], ==, 1);
      g_assert_cmpuint (counts.n[FT_FILTER_CLOSED], ==, 1);

      assert_coach (store, clock, &wait);

      /* A demo starts without a row of bells. */
      ft_store_read_due_async (store, ft_clock_now (clock), NULL, answered_cb, &wait);
      g_autoptr (GAsyncResult) asked = wait_for (&wait);
      g_autoptr (FtDue) due = ft_store_read_due_finish (store, asked, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (due->rows->len, ==, 0);
      g_assert_cmpint (due->ringing->next, >, ft_clock_now (clock));
      g_assert_cmpint (due->morning_day, ==, ft_clock_civil (clock).day);

      ft_store_close_async (store, answered_cb, &wait);
      g_autoptr (GAsyncResult) closed = wait_for (&wait);
      g_assert_true (ft_store_close_finish (store, closed, &error));
      remove_folder (folder);
    }
}

/* The table hangs together, and names nobody who exists. */
static void
test_table (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ft_n_samples; i++)
    {
      const FtSample *sample = &ft_samples[i];
      g_assert_true (g_hash_table_add (names, (gpointer) sample->name));
      g_assert_true (g_str_has_suffix (sample->email, "example.com")
                     || g_str_has_suffix (sample->email, "example.org"));
      g_assert_nonnull (ft_zone_intern (sample->zone));
      g_assert_cmpint (sample->ahead, >=, 0);
      if (sample->when != FT_SAMPLE_NOTHING)
        {
          g_assert_cmpstr (sample->purpose, !=, "");
          g_assert_cmpstr (sample->value, !=, ""); /* B5 */
        }
    }
  for (guint i = 0; i < ft_n_sample_contacts; i++)
    {
      const FtSampleContact *contact = &ft_sample_contacts[i];
      g_assert_true (g_hash_table_contains (names, contact->name));
      g_assert_cmpint (contact->days, >, 0);
      if (contact->outcome == FT_OUTCOME_DEFINITE_NO)
        g_assert_cmpstr (contact->heard, !=, ""); /* D5 */
    }
}

/* Nobody promises a Saturday or a Sunday, and what is mine is never after what was promised (C2). */
static void
test_promised_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (FtClock) clock = clock_at (i);
      g_autoptr (FtEdit) edit = ft_samples_make (clock);
      GPtrArray *promises = ft_edit_get_promises (edit);
      gint32 today = ft_clock_civil (clock).day;

      for (guint k = 0; k < promises->len; k++)
        {
          const FtPromiseData *promise = g_ptr_array_index (promises, k);
          if (promise->promised.day != today)
            g_assert_cmpint (ft_civil_get_weekday (promise->promised), <, G_DATE_SATURDAY);
          g_assert_cmpint (ft_civil_compare (promise->target, promise->promised), <=, 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/table", test_table);
  g_test_add_func ("/samples/promised-days", test_promised_days);
  g_test_add_func ("/samples/counts", test_counts);
  return g_test_run ();
}
