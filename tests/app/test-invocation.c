#include "app/ft-invocation.h"

#include "app/ft-command.h"

#include <glib/gstdio.h>
#include <string.h>

static FtInvocation *
parse (const char *line, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  return ft_invocation_parse ((const char *const *) words, "/nowhere", error);
}

static void
test_database_goes_anywhere (void)
{
  static const char *const lines[] = {
    "ft --database /nowhere/x.db today --json",
    "ft --database=/nowhere/x.db today --json",
    "ft today --database /nowhere/x.db --json",
    "ft today --json --database=x.db",
  };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FtInvocation) invocation = parse (lines[i], &error);
      g_assert_no_error (error);
      g_assert_cmpstr (invocation->database, ==, "/nowhere/x.db");
      g_assert_cmpstr (invocation->command, ==, "today");
      g_assert_cmpuint (g_strv_length (invocation->arguments), ==, 1);
      g_assert_cmpstr (invocation->arguments[0], ==, "--json");
    }
}

static void
test_default_database (void)
{
  g_autoptr (FtInvocation) invocation = parse ("ft", NULL);
  g_autofree char *expected = ft_default_database ();
  g_autofree char *id = ft_invocation_dup_application_id (invocation);

  g_assert_cmpstr (invocation->database, ==, expected);
  g_assert_true (g_str_has_suffix (expected, "/follow-through/follow-through.db"));
  g_assert_null (invocation->command);
  g_assert_cmpstr (id, ==, FT_APPLICATION_ID);
}

/* One program per file, whatever the file is called by. */
static void
test_application_id_is_of_the_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ft-invocation-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.db", NULL);
  g_autofree char *roundabout = g_build_filename (folder, ".", "..", NULL);
  g_autofree char *base = g_path_get_basename (folder);
  g_autofree char *same = g_build_filename (roundabout, base, "a.db", NULL);
  g_autofree char *other = g_build_filename (folder, "b.db", NULL);
  const char *files[] = { file, same, other };
  char *ids[3];

  for (guint i = 0; i < 3; i++)
    {
      const char *words[] = { "ft", "--database", files[i], NULL };
      g_autoptr (FtInvocation) invocation = ft_invocation_parse (words, "/", NULL);
      g_assert_nonnull (invocation);
      ids[i] = ft_invocation_dup_application_id (invocation);
      g_assert_true (g_application_id_is_valid (ids[i]));
    }
  g_assert_cmpstr (ids[0], ==, ids[1]);
  g_assert_cmpstr (ids[0], !=, ids[2]);
  g_assert_cmpstr (ids[0], !=, FT_APPLICATION_ID);
  for (guint i = 0; i < 3; i++)
    g_free (ids[i]);
  g_rmdir (folder);
}

static void
test_usage_errors (void)
{
  static const struct
  {
    const char *line;
    const char *says;
  } cases[] = {
    { "ft tody", "tody" },
    { "ft --databse x today", "--databse" },
    { "ft today --database", "--database" },
    { "ft --database= today", "--database" },
    { "ft demo --database x", "demo" },
    { "ft demo now", "demo" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (parse (cases[i].line, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, G_OPTION_ERROR);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_files_and_options (void)
{
  g_autoptr (FtInvocation) file = parse ("ft /proc/self/exe", NULL);
  g_autoptr (FtInvocation) help = parse ("ft --help", NULL);
  g_autoptr (FtInvocation) version = parse ("ft --version", NULL);
  g_autoptr (FtInvocation) service = parse ("ft --gapplication-service", NULL);
  g_autoptr (FtInvocation) demo = parse ("ft demo", NULL);

  g_assert_null (file->command);
  g_assert_cmpstr (file->arguments[0], ==, "/proc/self/exe");
  g_assert_true (help->help);
  g_assert_true (version->version);
  g_assert_null (service->command);
  g_assert_null (service->arguments[0]);
  g_assert_true (ft_invocation_is_demo (demo));
  g_assert_null (demo->database);
}

/* What follows "--" is never taken for an option of the program. */
static void
test_double_dash (void)
{
  g_autoptr (FtInvocation) invocation = parse ("ft add -- --database", NULL);
  g_assert_nonnull (invocation);
  g_assert_cmpstr (invocation->command, ==, "add");
  g_assert_cmpuint (g_strv_length (invocation->arguments), ==, 2);
}

static void
test_every_command_is_in_help (void)
{
  static const char *const names[]
    = { "today", "add", "import", "export", "backup", "restore", "check" };
  g_autofree char *help = ft_command_help ();
  g_autofree char *list = ft_command_names ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_nonnull (ft_command_find (names[i]));
      g_assert_cmpstr (ft_command_find (names[i])->name, ==, names[i]);
      g_assert_nonnull (strstr (help, names[i]));
      g_assert_nonnull (strstr (list, names[i]));
    }
  g_assert_null (ft_command_find ("demo"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invocation/database-goes-anywhere", test_database_goes_anywhere);
  g_test_add_func ("/invocation/default-database", test_default_database);
  g_test_add_func ("/invocation/application-id-is-of-the-file", test_application_id_is_of_the_file);
  g_test_add_func ("/invocation/usage-errors", test_usage_errors);
  g_test_add_func ("/invocation/files-and-options", test_files_and_options);
  g_test_add_func ("/invocation/double-dash", test_double_dash);
  g_test_add_func ("/invocation/every-command-is-in-help", test_every_command_is_in_help);
  return g_test_run ();
}
