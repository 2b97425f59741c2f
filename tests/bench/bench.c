#include "bench-data.h"
#include "bench-bare.h"
#include "interchange/ft-import-source.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* bench [N…]: what the store takes with N leads and 2N promises, beside bare SQLite which asks the
 * same file the same questions, or writes the same: "ratio" of the medians of the time that passed,
 * "cpu" of the processor's time. Databases are made once and kept in the folder "bench-data" of the
 * working directory. Every N runs in a process of its own, so that memory tells. Never fails on
 * time: the figures are for reading. */

#define PAGE 50
#define MONTH (31 * DAY)
#define MAX_MONTH 2000
#define N_IMPORT 10000

/* What somebody types, letter by letter. */
static const char *const typed[]
    = { "anna mülle", "berman",         "schneifischer", "gmail", "example", "30 12345",
        "0301234567", "terrace garden", "köln pools",    "weber", "z",       "x" };

/* --- Measuring --- */

/* Each is measured in turn with the other, on the same things, so that whatever else the computer
 * does slows both. The processor's time is of all threads. */
typedef struct
{
  GArray *times; /* double, milliseconds */
  double cpu;    /* milliseconds, of all */
  gint64 start;
  double cpu_start;
} Clock;

enum
{
  OURS,
  BARE,
};

static Clock
clock_new (void)
{
  return (Clock){ g_array_new (FALSE, FALSE, sizeof (double)), 0 };
}

static double
get_cpu (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
clock_start (Clock *self)
{
  self->cpu_start = get_cpu ();
  self->start = g_get_monotonic_time ();
}

static void
clock_stop (Clock *self)
{
  double ms = (g_get_monotonic_time () - self->start) / 1000.0;
  self->cpu += get_cpu () - self->cpu_start;
  g_array_append_val (self->times, ms);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;
  return (x > y) - (x < y);
}

static double
get_quantile (Clock *self, double q)
{
  g_array_sort (self->times, compare_doubles);
  return g_array_index (self->times, double, (guint) ((self->times->len - 1) * q + 0.5));
}

static void
print_row (const char *what, Clock clocks[2])
{
  Clock *ours = &clocks[OURS];
  Clock *bare = &clocks[BARE];
  double a = get_quantile (ours, 0.5);
  double b = get_quantile (bare, 0.5);
  double cpu_a = ours->cpu / ours->times->len;
  double cpu_b = bare->cpu / bare->times->len;

  printf ("  %-30s %8.2f %8.2f %8.2f %8.2f %6.2f %6.2f\n", what, a, get_quantile (ours, 0.99), b,
          get_quantile (bare, 0.99), a / MAX (b, 0.001), cpu_a / MAX (cpu_b, 0.001));
  fflush (stdout);
  g_array_unref (ours->times);
  g_array_unref (bare->times);
}

static double
get_resident_megabytes (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return NAN;
  fields = g_strsplit (text, " ", 3);
  return g_ascii_strtod (fields[1], NULL) * sysconf (_SC_PAGESIZE) / 1e6;
}

/* --- Data --- */

static FtStore *
open_store (const char *path)
{
  g_autoptr (FtClock) clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  g_autoptr (FtStore) store = ft_store_new (path, clock);
  g_autoptr (GError) error = NULL;

  if (!sync_open (store, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&store);
}

static void
close_store (FtStore *store)
{
  sync_close (store);
  g_object_unref (store);
}

static FtDayBounds
get_bounds (void)
{
  return ft_day_bounds (NOW, "Europe/Berlin", G_DATE_MONDAY);
}

/* From a file of the kind other programs write, or made up as they are asked for. */
static void
import_from (const char *path, FtImportNext next, gpointer source)
{
  FtStore *store = open_store (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result = NULL;

  result = sync_import (store, next, source, FT_IMPORT_DEFAULT, NULL, &error);
  if (!result)
    g_error ("%s", error->message);
  close_store (store);
}

static char *
provide_database (guint n)
{
  g_autofree char *name = g_strdup_printf ("%u.db", n);
  g_autofree char *part = g_strconcat ("bench-data" G_DIR_SEPARATOR_S, name, ".part", NULL);
  char *path = g_build_filename ("bench-data", name, NULL);
  BenchData data = { n, 0, NOW };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      printf ("  (making the database)\n");
      fflush (stdout);
      g_remove (part);
      import_from (part, bench_data_next, &data);
      g_rename (part, path);
    }
  return path;
}

/* --- The measures --- */

static void
open_ours (const char *path, Clock *clock)
{
  FtStore *store;

  clock_start (clock);
  store = open_store (path);
  {
    g_autoptr (GArray) ids = sync_query (store, FT_FILTER_ALL, get_bounds (), NULL);
    g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) rows = NULL;
    g_array_append_vals (first, ids->data, MIN (ids->len, PAGE));
    rows = sync_rows (store, first);
  }
  clock_stop (clock);
  close_store (store);
}

static void
open_bare (const char *path, Clock *clock)
{
  BenchBare *bare;

  clock_start (clock);
  bare = bench_bare_open (path, FALSE);
  {
    g_autoptr (GArray) ids = bench_bare_list (bare, NOW);
    for (guint i = 0; i < MIN (ids->len, PAGE); i++)
      bench_bare_row (bare, g_array_index (ids, gint64, i));
  }
  clock_stop (clock);
  bench_bare_close (bare);
}

static void
measure_open (const char *path)
{
  Clock clocks[2] = { clock_new (), clock_new () };

  for (guint i = 0; i < 14; i++)
    if (i % 4 == 0 || i % 4 == 3)
      open_ours (path, &clocks[OURS]);
    else
      open_bare (path, &clocks[BARE]);
  print_row ("open to first rows", clocks);
}

/* Both of them, with the same database open for reading. */
typedef struct
{
  FtStore *store;
  BenchBare *bare;
  GArray *ids;
  Clock clocks[2];
} Pair;

static void
search (Pair *pair, int which, const char *text)
{
  clock_start (&pair->clocks[which]);
  if (which == OURS)
    {
      g_autoptr (GArray) ids = sync_query (pair->store, FT_FILTER_ALL, get_bounds (), text);
    }
  else
    bench_bare_search (pair->bare, text, NOW, FT_SEARCH_LIMIT);
  clock_stop (&pair->clocks[which]);
}

/* With each beginning of what is typed. */
static void
measure_search (Pair *pair)
{
  guint turn = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = typed[i]; *end; turn++)
      {
        g_autofree char *text = NULL;
        end = g_utf8_next_char (end);
        text = g_strndup (typed[i], end - typed[i]);
        search (pair, turn % 2, text);
        search (pair, !(turn % 2), text);
      }
}

static void
read_page (Pair *pair, int which, const gint64 *ids, guint n)
{
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;

  g_array_append_vals (page, ids, n);
  clock_start (&pair->clocks[which]);
  if (which == OURS)
    rows = sync_rows (pair->store, page);
  else
    for (guint i = 0; i < n; i++)
      bench_bare_row (pair->bare, ids[i]);
  clock_stop (&pair->clocks[which]);
}

static void
measure_pages (Pair *pair)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n = MIN (pair->ids->len, PAGE);
      guint at = g_random_int_range (0, pair->ids->len - n + 1);
      const gint64 *ids = &g_array_index (pair->ids, gint64, at);
      read_page (pair, i % 2, ids, n);
      read_page (pair, !(i % 2), ids, n);
    }
}

static void
read_month (Pair *pair, int which, gint64 from)
{
  g_autoptr (GPtrArray) rows = NULL;

  clock_start (&pair->clocks[which]);
  if (which == OURS)
    rows = sync_promises (pair->store, from, from + MONTH, MAX_MONTH);
  else
    bench_bare_month (pair->bare, from, from + MONTH, MAX_MONTH);
  clock_stop (&pair->clocks[which]);
}

static void
measure_months (Pair *pair)
{
  for (guint i = 0; i < 30; i++)
    {
      gint64 from = NOW + g_random_int_range (0, 50) * DAY;
      read_month (pair, i % 2, from);
      read_month (pair, !(i % 2), from);
    }
}

static void
count (Pair *pair, int which)
{
  clock_start (&pair->clocks[which]);
  if (which == OURS)
    sync_count (pair->store, get_bounds ());
  else
    bench_bare_count (pair->bare, NOW);
  clock_stop (&pair->clocks[which]);
}

static void
measure_counts (Pair *pair)
{
  for (guint i = 0; i < 10; i++)
    count (pair, i % 2);
}

static void
read_score (Pair *pair, int which, FtScorePeriod period)
{
  GAsyncResult *result = NULL;

  clock_start (&pair->clocks[which]);
  if (which == OURS)
    {
      ft_store_read_score_async (pair->store, period, G_DATE_MONDAY, TRUE, NULL, NULL, NULL,
                                 keep_result, &result);
      ft_score_data_free (ft_store_read_score_finish (pair->store, await_result (&result), NULL));
      g_object_unref (result);
    }
  else
    bench_bare_score (pair->bare, period == FT_SCORE_ALL ? NULL : "2026-08-31");
  clock_stop (&pair->clocks[which]);
}

static void
measure_quarter (Pair *pair)
{
  for (guint i = 0; i < 6; i++)
    read_score (pair, i % 2, FT_SCORE_QUARTER);
}

static void
measure_score (Pair *pair)
{
  for (guint i = 0; i < 6; i++)
    read_score (pair, i % 2, FT_SCORE_ALL);
}

/* What somebody waits for a row while the score is being read: beside it, what the row alone takes.
 */
static void
measure_beside_score (Pair *pair)
{
  GAsyncResult *result = NULL;

  ft_store_read_score_async (pair->store, FT_SCORE_ALL, G_DATE_MONDAY, TRUE, NULL, NULL, NULL,
                             keep_result, &result);
  for (guint i = 0; i < 200 && !result; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) rows = NULL;
      gint64 id = g_array_index (pair->ids, gint64, g_random_int_range (0, pair->ids->len));

      g_array_append_val (one, id);
      clock_start (&pair->clocks[OURS]);
      rows = sync_rows (pair->store, one);
      clock_stop (&pair->clocks[OURS]);
      clock_start (&pair->clocks[BARE]);
      bench_bare_row (pair->bare, id);
      clock_stop (&pair->clocks[BARE]);
    }
  ft_score_data_free (ft_store_read_score_finish (pair->store, await_result (&result), NULL));
  g_object_unref (result);
}

static GArray *
measure_reading (const char *path)
{
  static const struct
  {
    const char *what;
    void (*measure) (Pair *pair);
  } measures[] = {
    { "search, one keystroke", measure_search },
    { "a page anywhere (50 rows)", measure_pages },
    { "a month of promises (≤ 2000)", measure_months },
    { "counts", measure_counts },
    { "the score of a quarter", measure_quarter },
    { "the score of everything", measure_score },
    { "a row while that is read", measure_beside_score },
  };
  Pair pair = { open_store (path), NULL };

  pair.ids = sync_query (pair.store, FT_FILTER_ALL, get_bounds (), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      pair.clocks[OURS] = clock_new ();
      pair.clocks[BARE] = clock_new ();
      pair.bare = bench_bare_open (path, TRUE);
      measures[i].measure (&pair);
      bench_bare_close (pair.bare);
      print_row (measures[i].what, pair.clocks);
    }
  close_store (pair.store);
  return pair.ids;
}

static void
commit_ours (FtStore *store, gint64 id, Clock *clock)
{
  g_autoptr (FtLeadCard) card = sync_card (store, id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = ft_edit_new ("Edit");
  g_autoptr (FtChangeSet) change = NULL;

  g_free (lead->role);
  lead->role = g_strdup_printf ("role %u", g_random_int ());
  ft_edit_put_lead (edit, lead);
  clock_start (clock);
  change = sync_apply (store, edit, NULL);
  clock_stop (clock);
  g_assert_nonnull (change);
}

static void
commit_bare (BenchBare *bare, gint64 id, Clock *clock)
{
  clock_start (clock);
  bench_bare_commit (bare, id, g_random_int ());
  clock_stop (clock);
}

/* A change of one field of one lead. Only one of them can have the file open for writing. */
static void
measure_commit (const char *path, GArray *ids)
{
  Clock clocks[2] = { clock_new (), clock_new () };

  for (guint round = 0; round < 10; round++)
    {
      FtStore *store = open_store (path);
      BenchBare *bare;
      for (guint i = 0; i < 10; i++)
        commit_ours (store, g_array_index (ids, gint64, g_random_int_range (0, ids->len)),
                     &clocks[OURS]);
      close_store (store);
      bare = bench_bare_open (path, FALSE);
      for (guint i = 0; i < 10; i++)
        commit_bare (bare, g_array_index (ids, gint64, g_random_int_range (0, ids->len)),
                     &clocks[BARE]);
      bench_bare_close (bare);
    }
  print_row ("a commit", clocks);
}

static void
measure_memory (const char *path)
{
  FtStore *store = open_store (path);
  g_autoptr (GArray) ids = sync_query (store, FT_FILTER_ALL, get_bounds (), NULL);

  printf ("  %-30s %8.1f MB\n", "resident memory with a list", get_resident_megabytes ());
  close_store (store);
}

static double
import_csv (const char *csv, const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GMappedFile) file = g_mapped_file_new (csv, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportSource) source = ft_import_source_new (
      csv, bytes, FT_ENCODING_AUTO, '\0', ft_civil_from_instant (NOW, "Europe/Berlin"), &error);

  if (!source)
    g_error ("%s", error->message);
  import_from (path, ft_import_source_next, source);
  return (g_get_monotonic_time () - start) / 1e6;
}

static void
measure_import (void)
{
  g_autofree char *path = g_build_filename ("bench-data", "import.db", NULL);
  g_autofree char *csv = g_build_filename ("bench-data", "import.csv", NULL);
  double ours = INFINITY;
  double bare = INFINITY;

  bench_data_write_csv (csv, N_IMPORT);
  for (guint i = 0; i < 3; i++)
    {
      g_remove (path);
      ours = MIN (ours, import_csv (csv, path));
      bare = MIN (bare, bench_bare_import (path, "bench-data"));
    }
  g_remove (path);
  g_remove (csv);
  printf ("  %-30s %6.0f/s %15.0f/s %8s %6.2f\n", "import of 10,000 leads (best of 3)",
          N_IMPORT / ours, N_IMPORT / bare, "", ours / bare);
}

static void
run_one (guint n)
{
  g_autofree char *path = NULL;
  g_autoptr (GArray) ids = NULL;

  printf ("%u leads, %u promises\n  %-30s %8s %8s %8s %8s %6s %6s\n", n, 2 * n, "milliseconds",
          "median", "p99", "bare", "bare p99", "ratio", "cpu");
  path = provide_database (n);
  measure_memory (path);
  measure_open (path);
  ids = measure_reading (path);
  measure_commit (path, ids);
  measure_import ();
}

int
main (int argc, char **argv)
{
  static const char *const usual[] = { "10", "10000", "1000000" };

  if (argc == 3 && g_str_equal (argv[1], "--one"))
    {
      run_one (atoi (argv[2]));
      return 0;
    }
  g_mkdir_with_parents ("bench-data", 0700);
  for (int i = 0; i < (argc > 1 ? argc - 1 : (int) G_N_ELEMENTS (usual)); i++)
    {
      const char *child[] = { argv[0], "--one", argc > 1 ? argv[i + 1] : usual[i], NULL };
      g_spawn_sync (NULL, (char **) child, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL,
                    NULL, NULL, NULL);
    }
  return 0;
}
