#include "bench-data.h"
#include "bench-bare.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* bench [N…]: what the store takes with N leads and 2N promises, beside bare SQLite on the same
 * file. Databases are made once and kept in the folder "bench-data" of the working directory. Every
 * N runs in a process of its own, so that memory tells. Never fails on time: the figures are for
 * reading. */

#define PAGE 50
#define MONTH (31 * DAY)
#define MAX_MONTH 2000
#define N_IMPORT 10000

/* What somebody types, letter by letter. */
static const char *const typed[]
    = { "anna mülle", "berman",         "schneifischer", "gmail", "example", "30 12345",
        "0301234567", "terrace garden", "köln pools",    "weber", "z",       "x" };

/* --- Measuring --- */

typedef struct
{
  GArray *times; /* double, milliseconds */
  gint64 start;
} Clock;

static Clock
clock_new (void)
{
  return (Clock){ g_array_new (FALSE, FALSE, sizeof (double)), 0 };
}

static void
clock_start (Clock *self)
{
  self->start = g_get_monotonic_time ();
}

static void
clock_stop (Clock *self)
{
  double ms = (g_get_monotonic_time () - self->start) / 1000.0;
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
print_row (const char *what, Clock *ours, Clock *bare)
{
  double a = get_quantile (ours, 0.5);
  double b = get_quantile (bare, 0.5);

  printf ("  %-32s %9.2f %9.2f %9.2f %9.2f %7.2f\n", what, a, get_quantile (ours, 0.99), b,
          get_quantile (bare, 0.99), a / MAX (b, 0.001));
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

static double
import_rows (const char *path, guint n, gboolean with_promises)
{
  FtStore *store = open_store (path);
  BenchData data = { n, 0, NOW, with_promises };
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds;

  result = sync_import (store, bench_data_next, &data, FT_IMPORT_DEFAULT, NULL, &error);
  if (!result)
    g_error ("%s", error->message);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  close_store (store);
  return seconds;
}

static char *
provide_database (guint n)
{
  g_autofree char *name = g_strdup_printf ("%u.db", n);
  g_autofree char *part = g_strconcat ("bench-data" G_DIR_SEPARATOR_S, name, ".part", NULL);
  char *path = g_build_filename ("bench-data", name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      printf ("  (making the database)\n");
      fflush (stdout);
      g_remove (part);
      import_rows (part, n, TRUE);
      g_rename (part, path);
    }
  return path;
}

/* --- The measures --- */

static void
measure_open (const char *path)
{
  Clock ours = clock_new ();
  Clock bare = clock_new ();

  for (guint i = 0; i < 7; i++)
    {
      FtStore *store;
      BenchBare *handle;

      clock_start (&ours);
      store = open_store (path);
      {
        g_autoptr (GArray) ids = sync_query (store, FT_FILTER_ALL, get_bounds (), NULL);
        g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));
        g_autoptr (GPtrArray) rows = NULL;
        g_array_append_vals (first, ids->data, MIN (ids->len, PAGE));
        rows = sync_rows (store, first);
      }
      clock_stop (&ours);
      close_store (store);

      clock_start (&bare);
      handle = bench_bare_open (path);
      {
        g_autoptr (GArray) ids = bench_bare_list (handle, NOW);
        for (guint j = 0; j < MIN (ids->len, PAGE); j++)
          bench_bare_row (handle, g_array_index (ids, gint64, j));
      }
      clock_stop (&bare);
      bench_bare_close (handle);
    }
  print_row ("open to first rows", &ours, &bare);
}

/* Calls @measure with each beginning of what is typed. */
static void
type_all (void (*measure) (gpointer handle, const char *text), gpointer handle, Clock *clock)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = typed[i]; *end;)
      {
        g_autofree char *text = NULL;
        end = g_utf8_next_char (end);
        text = g_strndup (typed[i], end - typed[i]);
        clock_start (clock);
        measure (handle, text);
        clock_stop (clock);
      }
}

static void
search_ours (gpointer store, const char *text)
{
  g_autoptr (GArray) ids = sync_query (store, FT_FILTER_ALL, get_bounds (), text);
}

static void
search_bare (gpointer handle, const char *text)
{
  bench_bare_search (handle, text, FT_SEARCH_LIMIT);
}

static void
page_ours (FtStore *store, GArray *ids, GRand *rand, Clock *clock)
{
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  guint n = MIN (ids->len, PAGE);
  guint at = g_rand_int_range (rand, 0, ids->len - n + 1);

  g_array_append_vals (page, &g_array_index (ids, gint64, at), n);
  clock_start (clock);
  rows = sync_rows (store, page);
  clock_stop (clock);
}

static void
page_bare (BenchBare *handle, GArray *ids, GRand *rand, Clock *clock)
{
  guint n = MIN (ids->len, PAGE);
  guint at = g_rand_int_range (rand, 0, ids->len - n + 1);

  clock_start (clock);
  for (guint i = 0; i < n; i++)
    bench_bare_row (handle, g_array_index (ids, gint64, at + i));
  clock_stop (clock);
}

static void
commit_ours (FtStore *store, GArray *ids, GRand *rand, Clock *clock)
{
  gint64 id = g_array_index (ids, gint64, g_rand_int_range (rand, 0, ids->len));
  g_autoptr (FtLeadCard) card = sync_card (store, id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = ft_edit_new ("Edit");
  g_autoptr (FtChangeSet) change = NULL;

  g_free (lead->role);
  lead->role = g_strdup_printf ("role %u", g_rand_int (rand));
  ft_edit_put_lead (edit, lead);
  clock_start (clock);
  change = sync_apply (store, edit, NULL);
  clock_stop (clock);
  g_assert_nonnull (change);
}

static void
measure_all (const char *path)
{
  Clock search[2] = { clock_new (), clock_new () };
  Clock page[2] = { clock_new (), clock_new () };
  Clock month[2] = { clock_new (), clock_new () };
  Clock commit[2] = { clock_new (), clock_new () };
  Clock counts[2] = { clock_new (), clock_new () };
  /* Not the same for every run: what is the same is not written. */
  g_autoptr (GRand) rand = g_rand_new ();
  FtStore *store = open_store (path);
  g_autoptr (GArray) ids = sync_query (store, FT_FILTER_ALL, get_bounds (), NULL);
  double megabytes;
  BenchBare *bare;

  type_all (search_ours, store, &search[0]);
  for (guint i = 0; i < 200; i++)
    page_ours (store, ids, rand, &page[0]);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      gint64 from = NOW + g_rand_int_range (rand, 0, 50) * DAY;
      clock_start (&month[0]);
      rows = sync_promises (store, from, from + MONTH, MAX_MONTH);
      clock_stop (&month[0]);
    }
  for (guint i = 0; i < 100; i++)
    commit_ours (store, ids, rand, &commit[0]);
  for (guint i = 0; i < 30; i++)
    {
      clock_start (&counts[0]);
      sync_count (store, get_bounds ());
      clock_stop (&counts[0]);
    }
  megabytes = get_resident_megabytes ();
  close_store (store);

  bare = bench_bare_open (path);
  type_all (search_bare, bare, &search[1]);
  for (guint i = 0; i < 200; i++)
    page_bare (bare, ids, rand, &page[1]);
  for (guint i = 0; i < 30; i++)
    {
      gint64 from = NOW + g_rand_int_range (rand, 0, 50) * DAY;
      clock_start (&month[1]);
      bench_bare_month (bare, from, from + MONTH, MAX_MONTH);
      clock_stop (&month[1]);
    }
  for (guint i = 0; i < 100; i++)
    {
      gint64 id = g_array_index (ids, gint64, g_rand_int_range (rand, 0, ids->len));
      clock_start (&commit[1]);
      bench_bare_commit (bare, id, g_rand_int (rand));
      clock_stop (&commit[1]);
    }
  for (guint i = 0; i < 5; i++)
    {
      clock_start (&counts[1]);
      bench_bare_count (bare, NOW);
      clock_stop (&counts[1]);
    }
  bench_bare_close (bare);

  print_row ("search, one keystroke", &search[0], &search[1]);
  print_row ("a page anywhere (50 rows)", &page[0], &page[1]);
  print_row ("a month of promises (≤ 2000)", &month[0], &month[1]);
  print_row ("a commit", &commit[0], &commit[1]);
  print_row ("counts", &counts[0], &counts[1]);
  printf ("  %-32s %9.1f MB\n", "resident memory", megabytes);
}

static void
measure_import (void)
{
  g_autofree char *path = g_build_filename ("bench-data", "import.db", NULL);
  double ours, bare;

  g_remove (path);
  ours = import_rows (path, N_IMPORT, FALSE);
  bare = bench_bare_import (path, "bench-data");
  g_remove (path);
  printf ("  %-32s %7.0f/s %17.0f/s %9s %7.2f\n", "import of 10,000 leads", N_IMPORT / ours,
          N_IMPORT / bare, "", ours / bare);
}

static void
run_one (guint n)
{
  g_autofree char *path = NULL;

  printf ("%u leads, %u promises\n  %-32s %9s %9s %9s %9s %7s\n", n, 2 * n, "milliseconds",
          "median", "p99", "bare", "bare p99", "ratio");
  path = provide_database (n);
  measure_open (path);
  measure_all (path);
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
