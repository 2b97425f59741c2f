#define G_LOG_DOMAIN "ft-app"

#include "app/ft-application.h"
#include "app/ft-command.h"
#include "app/ft-invocation.h"
#include "app/ft-terminal.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Beside the program, wherever the prefix it was installed under was moved to. A build that is not
 * installed has its translations elsewhere. */
static char *
dup_localedir (void)
{
  static const char INSTALLED[] = G_DIR_SEPARATOR_S FT_BINDIR G_DIR_SEPARATOR_S "follow-through";
  g_autofree char *prefix = g_file_read_link ("/proc/self/exe", NULL);
  const char *named = g_getenv ("FOLLOW_THROUGH_LOCALEDIR");

  if (named != NULL)
    return g_strdup (named);
  if (prefix == NULL || !g_str_has_suffix (prefix, INSTALLED))
    return g_canonicalize_filename (FT_LOCALEDIR, FT_PREFIX);
  prefix[strlen (prefix) - strlen (INSTALLED)] = '\0';
  return g_canonicalize_filename (FT_LOCALEDIR, prefix);
}

int
main (int argc, char *argv[])
{
  g_autofree char *localedir = dup_localedir ();
  g_autofree char *directory = g_get_current_dir ();
  g_autofree char *id = NULL;
  g_autoptr (FtInvocation) invocation = NULL;
  g_autoptr (GApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("follow-through");
  ft_terminal_init ();
  /* What a sales person knows of people is nobody else's on this computer. */
  umask (077);
  /* A file that may not grow is an error to be told, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);

  invocation = ft_invocation_parse ((const char *const *) argv, directory, &error);
  if (invocation == NULL)
    {
      g_printerr ("follow-through: %s\n", error->message);
      return FT_EXIT_USAGE;
    }
  if (invocation->help)
    {
      g_autofree char *help = ft_command_help ();
      g_print ("%s", help);
      return FT_EXIT_DONE;
    }
  if (invocation->version)
    {
      g_print ("follow-through %s\n", FT_VERSION);
      return FT_EXIT_DONE;
    }

  id = ft_invocation_dup_application_id (invocation);
  if (invocation->command != NULL && !ft_invocation_is_demo (invocation))
    return ft_terminal_run (id, argc, argv);

  g_set_application_name (_ ("Follow Through"));
  application = G_APPLICATION (ft_application_new (id, invocation->database));
  return g_application_run (application, argc, argv);
}
