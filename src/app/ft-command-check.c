#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include <glib/gi18n-lib.h>

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) run = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = ft_store_check_finish (FT_STORE (source), result, &error);

  if (problems == NULL)
    {
      ft_run_fail (run, "%s", error->message);
      return;
    }
  guint n = g_strv_length (problems);
  if (n == 0)
    {
      ft_run_print (run, "%s\n", _ ("The database is sound."));
      return;
    }
  for (guint i = 0; i < n; i++)
    ft_run_print (run, "%s\n", problems[i]);
  ft_run_fail (run,
               ngettext ("%u fault was found; restore a backup with follow-through restore FILE",
                         "%u faults were found; restore a backup with follow-through restore FILE",
                         n),
               n);
}

static void
check_store (FtRun *run)
{
  ft_store_check_async (ft_run_get_store (run), NULL, checked_cb, ft_run_ref (run));
}

static void
check (FtRun *run)
{
  if (ft_run_parse (run, NULL, 0, 0, NULL))
    ft_run_with_store (run, check_store);
}

const FtCommand ft_command_check = {
  .name = "check",
  .arguments = "",
  .summary = N_ ("Check the integrity of the database"),
  .run = check,
};
