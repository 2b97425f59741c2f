/* What the calendar costs with five hundred promises in the six weeks in view and any number before
 * and after: time until its first frame, and processor time of the window's thread for a step,
 * until it is drawn, beside a frame of 60 Hz. */

#include "ui/ft-calendar.h"

#include "../model/model-fixture.h"

#include <time.h>

#define STEPS 24
#define FRAME_MS (1000.0 / 60)

static double
get_ms (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

/* So many a day from the beginning of October to the end of January, in the hours of work. */
static void
add_promises (Fixture *store, int a_day)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Many");
  FtCivil first = ft_civil (2026, 10, 1, 9, 0);

  for (int i = 0; i < 123 * a_day; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead Number %05d", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      FtCivil at
          = ft_civil_add_minutes (ft_civil_add_days (first, i / a_day), i % a_day * 25 % 540);
      g_autoptr (FtPromiseData) promise = NULL;

      lead->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, lead);
      promise = ft_promise_data_new (lead->id, at, FIXTURE_ZONE, FT_CHANNEL_PHONE);
      promise->id = ft_edit_new_id (edit);
      ft_edit_put_promise (edit, promise);
    }
  fixture_apply (store, edit);
}

/* Leads with a promise a month for years, half of them kept, none in the months that are looked at.
 */
typedef struct
{
  guint n; /* promises to come */
  guint lead;
} Others;

#define A_LEAD 40

static gboolean
next_other (gpointer source, FtImportRow *row, double *fraction, GError **error)
{
  Others *self = source;
  g_autofree char *name = g_strdup_printf ("Other Lead %06u", self->lead);

  if (self->n == 0)
    return FALSE;
  row->lead = ft_lead_data_new (name);
  row->whole = TRUE;
  g_free (row->lead->uid);
  row->lead->uid = g_strdup_printf ("other-%u", self->lead);
  row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  for (guint i = 0; i < A_LEAD && self->n > 0; i++, self->n--)
    {
      gboolean kept = i % 2 == 0;
      FtCivil at = ft_civil (kept ? 2016 + i % 10 : 2027 + i % 10, 2 + i % 7, 1 + self->lead % 28,
                             9 + self->lead / 28 % 9, self->lead % 4 * 15);
      FtPromiseData *promise = ft_promise_data_new (0, at, FIXTURE_ZONE, FT_CHANNEL_PHONE);

      g_free (promise->uid);
      promise->uid = g_strdup_printf ("other-%u-%u", self->lead, i);
      promise->state = kept ? FT_PROMISE_KEPT : FT_PROMISE_OPEN;
      g_ptr_array_add (row->promises, promise);
    }
  self->lead++;
  return TRUE;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) imported = ft_store_import_finish (FT_STORE (source), result, &error);

  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
add_others (Fixture *store, guint n)
{
  Others others = { n, 0 };
  gboolean done = FALSE;

  ft_store_import_async (store->store, "Others", next_other, &others, NULL, FT_IMPORT_DEFAULT, 0,
                         NULL, NULL, NULL, imported_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Fixture *store, GtkWidget *window)
{
  fixture_settle (store);
  gtk_test_widget_wait_for_draw (window);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
bench (
    Fixture *store, GtkWidget *window, GtkWidget *calendar, FtCalendarView view, const char *name)
{
  double ms[STEPS];

  ft_calendar_set_view (FT_CALENDAR (calendar), view);
  ft_calendar_go_today (FT_CALENDAR (calendar));
  settle (store, window);
  for (int i = 0; i < STEPS; i++)
    {
      double before = get_ms ();

      ft_calendar_go (FT_CALENDAR (calendar), i % 2 == 0 ? 1 : -1);
      settle (store, window);
      ms[i] = get_ms () - before;
    }
  qsort (ms, STEPS, sizeof *ms, compare);
  g_print ("%-6s step: median %.1f ms, p90 %.1f ms, most %.1f ms; a frame is %.1f ms\n", name,
           ms[STEPS / 2], ms[STEPS * 9 / 10], ms[STEPS - 1], FRAME_MS);
}

int
main (int argc, char **argv)
{
  int a_day = argc > 1 ? atoi (argv[1]) : 12;
  int n_others = argc > 2 ? atoi (argv[2]) : 0;
  gint64 begun;
  Fixture store = { 0 };
  FtDesk *desk;
  GtkWidget *window;
  GtkWidget *calendar;

  gtk_init ();
  adw_init ();
  fixture_set_up (&store, NULL);
  if (n_others > 0)
    add_others (&store, n_others);
  add_promises (&store, MAX (a_day, 1));
  begun = g_get_monotonic_time ();
  desk = ft_desk_new (store.store);
  calendar = ft_calendar_new (desk, FT_CALENDAR_MONTH);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), calendar);
  gtk_window_present (GTK_WINDOW (window));
  settle (&store, window);
  g_print ("month with %d promises a day among %d others: %.1f ms until it is drawn\n", a_day,
           n_others, (g_get_monotonic_time () - begun) / 1e3);
  bench (&store, window, calendar, FT_CALENDAR_MONTH, "month");
  bench (&store, window, calendar, FT_CALENDAR_WEEK, "week");
  bench (&store, window, calendar, FT_CALENDAR_DAY, "day");
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle (&store);
  g_object_unref (desk);
  fixture_tear_down (&store, NULL);
  return 0;
}
