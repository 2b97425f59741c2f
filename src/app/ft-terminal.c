#define G_LOG_DOMAIN "ft-app"

#include "app/ft-terminal.h"

#include "app/ft-calendar-file.h"
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

/* What the commands of this process leave behind. */
typedef struct
{
  GApplicationCommandLine *own; /* owned: its own line, others may have been sent to it */
  GPtrArray *calendars;         /* owned: FtCalendarFile, of the databases it opened */
  gboolean restored;
} Terminal;

static void
calendar_failed_cb (FtCalendarFile *calendar, const char *message, gpointer data)
{
  g_printerr ("follow-through: %s\n", message);
}

static void
store_changed_cb (FtDataFile *file, GParamSpec *pspec, gpointer data)
{
  Terminal *self = data;
  FtStore *store = ft_data_file_get_store (file);
  FtCalendarFile *calendar;

  if (store == NULL)
    {
      /* The calendar is of what comes after. */
      self->restored = TRUE;
      g_ptr_array_set_size (self->calendars, 0);
      return;
    }
  calendar = ft_calendar_file_new (store);
  g_signal_connect (calendar, "failed", G_CALLBACK (calendar_failed_cb), NULL);
  if (self->restored)
    ft_calendar_file_update (calendar);
  g_ptr_array_add (self->calendars, calendar);
}

static int
command_line_cb (GApplication *application, GApplicationCommandLine *line, gpointer data)
{
  Terminal *self = data;
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
    g_set_object (&self->own, line);

  g_autoptr (FtClock) clock = ft_clock_new ();
  g_autoptr (FtDataFile) file = ft_data_file_new (invocation->database, clock);
  g_signal_connect (file, "notify::store", G_CALLBACK (store_changed_cb), self);
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
  g_autoptr (GApplication) application = NULL;
  Terminal self = { NULL, g_ptr_array_new_with_free_func (g_object_unref) };
  int status;

  if (!window_is_running (id))
    flags |= G_APPLICATION_NON_UNIQUE;
  application = g_application_new (id, flags);
  g_signal_connect (application, "command-line", G_CALLBACK (command_line_cb), &self);
  status = g_application_run (application, argc, argv);
  for (guint i = 0; i < self.calendars->len; i++)
    ft_calendar_file_finish (self.calendars->pdata[i]);
  g_ptr_array_unref (self.calendars);
  if (self.own != NULL)
    status = g_application_command_line_get_exit_status (self.own);
  g_clear_object (&self.own);
  return status;
}
