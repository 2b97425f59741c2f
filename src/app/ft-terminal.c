#define G_LOG_DOMAIN "ft-app"

#include "app/ft-terminal.h"

#include "app/ft-command.h"
#include "app/ft-invocation.h"

#include <stdio.h>

static void
print_raw (const char *text)
{
  fputs (text, stdout);
  fflush (stdout);
}

static void
print_error_raw (const char *text)
{
  fputs (text, stderr);
}

void
ft_terminal_init (void)
{
  g_set_print_handler (print_raw);
  g_set_printerr_handler (print_error_raw);
}

static int
command_line_cb (GApplication *application, GApplicationCommandLine *line, gpointer data)
{
  GApplicationCommandLine **own = data;
  g_auto (GStrv) argv = g_application_command_line_get_arguments (line, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtInvocation) invocation = ft_invocation_parse (
      (const char *const *) argv, g_application_command_line_get_cwd (line), &error);

  if (invocation == NULL || invocation->command == NULL || ft_invocation_is_demo (invocation))
    {
      /* A window was asked of a subcommand that is just at work on the database. */
      g_application_command_line_printerr (
          line, "follow-through: %s\n", error != NULL ? error->message : "try again in a moment");
      return FT_EXIT_FAILED;
    }

  /* GApplication reads the status of its own line as soon as this returns, long before it is known.
   */
  if (!g_application_command_line_get_is_remote (line))
    g_set_object (own, line);

  g_autoptr (FtClock) clock = ft_clock_new ();
  g_autoptr (FtDataFile) file = ft_data_file_new (invocation->database, clock);
  ft_command_start (ft_command_find (invocation->command), line, file,
                    (const char *const *) invocation->arguments);
  return g_application_command_line_get_exit_status (line);
}

/* Asked without owning the name even for a moment: a window that starts meanwhile must not mistake
 * this process for a running one. */
static gboolean
window_is_running (const char *id)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  gboolean owned = FALSE;

  if (bus == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", id), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL);
  if (answer != NULL)
    g_variant_get (answer, "(b)", &owned);
  return owned;
}

int
ft_terminal_run (const char *id, int argc, char **argv)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_COMMAND_LINE;
  g_autoptr (GApplicationCommandLine) own = NULL;
  g_autoptr (GApplication) application = NULL;
  int status;

  if (!window_is_running (id))
    flags |= G_APPLICATION_NON_UNIQUE;
  application = g_application_new (id, flags);
  g_signal_connect (application, "command-line", G_CALLBACK (command_line_cb), &own);
  status = g_application_run (application, argc, argv);
  return own != NULL ? g_application_command_line_get_exit_status (own) : status;
}
