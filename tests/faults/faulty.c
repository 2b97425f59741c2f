#include "store-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What the fault tests kill: a program with a store, telling on standard output what is on disk.
 *   faulty commit PATH   "have N" leads, then "done N" after each lead added
 *   faulty import PATH   "have N", "row N" after each hundredth row read, "read" after the last,
 * "done N" faulty check PATH    "have N", then "wrong …" for each problem; as all of them "error
 * CODE MESSAGE" if it does not open */

#define N_ROWS 10000

static FtStore *
open_store (const char *path)
{
  g_autoptr (FtClock) clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  g_autoptr (FtStore) store = ft_store_new (path, clock);
  g_autoptr (GError) error = NULL;

  if (!sync_open (store, &error))
    {
      printf ("error %d %s\n", error->code, error->message);
      exit (1);
    }
  return g_steal_pointer (&store);
}

static void
tell (const char *what, guint n)
{
  printf ("%s %u\n", what, n);
  fflush (stdout);
}

static guint
count (FtStore *store)
{
  return sync_count (store, ft_day_bounds (NOW, "Europe/Berlin", G_DATE_MONDAY)).n_leads;
}

static void
add_leads (FtStore *store)
{
  for (guint n = count (store) + 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %u", n);
      g_autoptr (FtEdit) edit = ft_edit_new (name);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      g_autoptr (FtPromiseData) promise = NULL;
      g_autoptr (FtChangeSet) change = NULL;

      lead->id = ft_edit_new_id (edit);
      promise = new_promise (lead->id, n % 100, n % 100);
      promise->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, lead);
      ft_edit_put_promise (edit, promise);
      change = sync_apply (store, edit, NULL);
      g_assert_nonnull (change);
      tell ("done", n);
    }
}

static gboolean
next_row (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  guint *n = data;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (*n == N_ROWS)
    {
      tell ("read", *n);
      return FALSE;
    }
  if (++*n % 100 == 0)
    tell ("row", *n);
  name = g_strdup_printf ("Lead %u", *n);
  address = g_strdup_printf ("lead%u@example.com", *n);
  row->lead = ft_lead_data_new (name);
  g_ptr_array_add (row->lead->emails, ft_reach_new ("", address));
  *fraction = (double) *n / N_ROWS;
  return TRUE;
}

static void
import_leads (FtStore *store)
{
  guint n = 0;
  g_autoptr (FtImportResult) result
      = sync_import (store, next_row, &n, FT_IMPORT_DEFAULT, NULL, NULL);
  g_assert_nonnull (result);
  tell ("done", count (store));
}

static void
print_problems (FtStore *store)
{
  g_auto (GStrv) problems = sync_check (store);
  for (guint i = 0; problems[i]; i++)
    printf ("wrong %s\n", problems[i]);
}

int
main (int argc, char **argv)
{
  g_autoptr (FtStore) store = NULL;

  if (argc != 3)
    return 2;
  store = open_store (argv[2]);
  tell ("have", count (store));
  if (g_str_equal (argv[1], "commit"))
    add_leads (store);
  else if (g_str_equal (argv[1], "import"))
    import_leads (store);
  else if (g_str_equal (argv[1], "check"))
    print_problems (store);
  sync_close (store);
  return 0;
}
