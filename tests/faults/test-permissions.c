#include "store/ft-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody may do everything, not even the superuser these tests may run as: the program is run as
 * somebody else. */

#define NOBODY 65534

static const char *program;

static void
become_nobody (gpointer data)
{
  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (99);
}

static char *
run (const char *path)
{
  const char *argv[] = { program, "check", path, NULL };
  char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, become_nobody, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}

static void
assert_not_allowed (const char *path)
{
  g_autofree char *output = run (path);
  g_autofree char *expected = g_strdup_printf ("error %d “%s” cannot be opened: permission denied.",
                                               FT_STORE_ERROR_NOT_ALLOWED, path);
  if (!g_str_has_prefix (output, expected))
    g_error ("“%s” does not begin with “%s”", output, expected);
}

typedef struct
{
  char *folder;
  char *path;
  char *lock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;

  fixture->folder = g_dir_make_tmp ("ft-permissions-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "leads.db", NULL);
  fixture->lock = g_strconcat (fixture->path, ".lock", NULL);
  g_chmod (fixture->folder, 0777);
  output = run (fixture->path);
  g_assert_cmpstr (output, ==, "have 0\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  g_chmod (fixture->folder, 0777);
  g_remove (journal);
  g_remove (fixture->lock);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->path, 0);
  assert_not_allowed (fixture->path);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->path, 0444);
  assert_not_allowed (fixture->path);
}

static void
test_folder_not_writable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->folder, "new", "leads.db", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.db", NULL);
  g_autofree char *output = NULL;

  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->folder, 0, 0), ==, 0);
  g_chmod (fixture->folder, 0555);
  assert_not_allowed (new);
  output = run (inside);
  g_assert_nonnull (strstr (output, "permission denied"));
}

static void
test_folder_not_readable (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (fixture->folder, 0, 0), ==, 0);
  g_chmod (fixture->folder, 0700);
  if (geteuid () != 0)
    g_chmod (fixture->folder, 0);
  assert_not_allowed (fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add ("/faults/permissions/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/faults/permissions/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/faults/permissions/folder-not-writable", Fixture, NULL, set_up,
              test_folder_not_writable, tear_down);
  g_test_add ("/faults/permissions/folder-not-readable", Fixture, NULL, set_up,
              test_folder_not_readable, tear_down);
  return g_test_run ();
}
