#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* The program is killed at any moment, as by a power cut that spares the disk: what it said to be
 * done is there when it is started again. */

#define N_COMMIT_KILLS 200
#define N_IMPORT_KILLS 50
/* Of these so many at the very end, where all is written: it takes a whole import to come there. */
#define N_LATE_KILLS 8
#define N_ROWS 10000

static const char *program;

typedef struct
{
  GSubprocess *process;
  GDataInputStream *output;
} Child;

static Child
start (const char *mode, const char *path)
{
  g_autoptr (GError) error = NULL;
  Child child;

  child.process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode, path, NULL);
  g_assert_no_error (error);
  child.output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child.process));
  return child;
}

/* The number of the next line, which must begin with @word; -1 if there is no more. */
static int
read_line (Child *child, const char *word)
{
  g_autofree char *line = g_data_input_stream_read_line (child->output, NULL, NULL, NULL);

  if (!line)
    return -1;
  if (!g_str_has_prefix (line, word))
    g_error ("expected “%s …”, not “%s”", word, line);
  return (int) g_ascii_strtoll (line + strlen (word), NULL, 10);
}

static void
kill_child (Child *child)
{
  g_subprocess_send_signal (child->process, SIGKILL);
}

static void
finish (Child *child)
{
  g_subprocess_wait (child->process, NULL, NULL);
  g_object_unref (child->output);
  g_object_unref (child->process);
}

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("ft-kill-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return folder;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "leads.db", "leads.db-journal", "leads.db.lock" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static int
check_database (const char *path)
{
  Child child = start ("check", path);
  int have = read_line (&child, "have ");

  g_assert_cmpint (read_line (&child, "(nothing is wrong)"), ==, -1);
  finish (&child);
  return have;
}

static void
test_commit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "leads.db", NULL);
  int acknowledged = 0;

  for (guint i = 0; i < N_COMMIT_KILLS; i++)
    {
      Child child = start ("commit", path);
      int have = read_line (&child, "have ");
      int n;

      /* All that was acknowledged; at most one more, which was on disk when it was to be said. */
      g_assert_cmpint (have, >=, acknowledged);
      g_assert_cmpint (have, <=, acknowledged + 1);
      acknowledged = have;
      for (int wait = g_rand_int_range (rand, 0, 3); wait >= 0; wait--)
        acknowledged = read_line (&child, "done ");
      g_usleep (g_rand_int_range (rand, 0, 1500));
      kill_child (&child);
      while ((n = read_line (&child, "done ")) > 0)
        acknowledged = n;
      finish (&child);
    }
  g_assert_cmpint (check_database (path), >=, acknowledged);
  g_assert_cmpint (acknowledged, >=, N_COMMIT_KILLS);
  remove_folder (folder);
}

static void
read_until (Child *child, const char *word, int at)
{
  gboolean reached = FALSE;
  while (!reached)
    {
      g_autofree char *line = g_data_input_stream_read_line (child->output, NULL, NULL, NULL);
      g_assert_nonnull (line);
      reached
          = g_str_has_prefix (line, word) && g_ascii_strtoll (line + strlen (word), NULL, 10) >= at;
    }
}

static void
test_import (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "leads.db", NULL);
  guint n_all = 0;

  for (guint i = 0; i < N_IMPORT_KILLS; i++)
    {
      Child child = start ("import", path);
      int have = read_line (&child, "have ");

      g_assert_true (have == 0 || have == N_ROWS);
      if (have == N_ROWS)
        {
          /* It was on disk before it could say so: begin again. */
          n_all++;
          kill_child (&child);
          finish (&child);
          g_remove (path);
          continue;
        }
      if (i < N_LATE_KILLS)
        {
          read_until (&child, "read ", N_ROWS);
          g_usleep (g_rand_int_range (rand, 0, 500) * 1000);
        }
      else
        {
          read_until (&child, "row ", g_rand_int_range (rand, 0, N_ROWS / 20));
          g_usleep (g_rand_int_range (rand, 0, 3000));
        }
      kill_child (&child);
      finish (&child);
    }
  g_test_message ("%u imports were complete", n_all);
  {
    int have = check_database (path);
    g_assert_true (have == 0 || have == N_ROWS);
  }
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add_func ("/faults/kill/commit", test_commit);
  g_test_add_func ("/faults/kill/import", test_import);
  return g_test_run ();
}
