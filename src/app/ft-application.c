#define G_LOG_DOMAIN "ft-app"

#include "app/ft-application.h"

#include "app/ft-calendar-file.h"
#include "app/ft-command.h"
#include "app/ft-data-file.h"
#include "app/ft-demo-folder.h"
#include "app/ft-errand.h"
#include "app/ft-invocation.h"
#include "app/ft-problem-window.h"
#include "app/ft-reminder-actions.h"
#include "app/ft-samples.h"
#include "app/ft-search-provider.h"
#include "app/ft-window-state.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _FtApplication
{
  AdwApplication parent_instance;

  char *path;                   /* of the database, NULL before a throwaway one is made */
  char *folder;                 /* of the throwaway database of a demo, else NULL */
  FtClock *clock;               /* owned */
  FtDataFile *file;             /* owned */
  FtReminderActions *reminders; /* owned */
  FtSearchProvider *search;     /* owned */
  FtCalendarFile *calendar;     /* owned, while the database is open */
  FtWindow *window;             /* borrowed until it is removed */
  FtProblemWindow *problem;     /* borrowed until it is removed */
  GFileMonitor *zone_monitor;   /* owned */
  GQueue errands;               /* FtErrand, owned */
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (FtApplication, ft_application, ADW_TYPE_APPLICATION)

static void open_file (FtApplication *self);

/* --- The window --- */

/* The start at login is that of the database which everything else opens. It is watched while there
 * is a window only: GLib looks for a file that is not there every few seconds. */
static void
tell_of_reminders (FtApplication *self)
{
  FtReminder *reminder = ft_reminder_actions_get_reminder (self->reminders);
  const char *id = g_application_get_application_id (G_APPLICATION (self));
  g_autoptr (FtAutostart) autostart = NULL;

  if (reminder == NULL)
    return;
  if (self->folder == NULL && g_str_equal (id, FT_APPLICATION_ID))
    autostart = ft_autostart_new (id, ft_session_is_sandboxed ());
  ft_window_set_reminders (self->window, reminder, autostart);
}

static void
show_window (FtApplication *self)
{
  if (self->window == NULL)
    {
      g_autoptr (FtDesk) desk = ft_desk_new (ft_data_file_get_store (self->file));
      self->window = ft_window_new (GTK_APPLICATION (self), desk);
      if (self->folder == NULL)
        ft_window_state_bind (GTK_WINDOW (self->window));
      tell_of_reminders (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
carry_out_all (FtApplication *self)
{
  FtErrand *errand;

  while ((errand = g_queue_pop_head (&self->errands)) != NULL)
    {
      show_window (self);
      ft_errand_carry_out (errand, self->window);
      ft_errand_free (errand);
    }
}

/* @errand: (transfer full) */
static void
run_errand (FtApplication *self, FtErrand *errand)
{
  g_queue_push_tail (&self->errands, errand);
  if (self->problem != NULL)
    gtk_window_present (GTK_WINDOW (self->problem));
  else
    open_file (self);
}

/* --- The database cannot be opened --- */

static void
close_problem (FtApplication *self)
{
  if (self->problem != NULL)
    gtk_window_destroy (GTK_WINDOW (self->problem));
}

static void
try_again_cb (FtApplication *self)
{
  close_problem (self);
  open_file (self);
}

/* Another database is another program: this one has nothing left to do. */
static void
open_another_cb (FtApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  const char *argv[] = { "/proc/self/exe", "--database", path, NULL };
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    g_application_quit (G_APPLICATION (self));
  else
    g_warning ("Another database could not be opened: %s", error->message);
}

static void show_problem (FtApplication *self, const GError *error);

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = ft_data_file_restore_finish (FT_DATA_FILE (source), result, &error);

  g_application_release (G_APPLICATION (self));
  if (kept == NULL)
    {
      show_problem (self, error);
      return;
    }
  carry_out_all (self);
}

static void
restore_cb (FtApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  g_application_hold (G_APPLICATION (self));
  close_problem (self);
  ft_data_file_restore_async (self->file, path, restored_cb, g_object_ref (self));
}

static void
show_problem (FtApplication *self, const GError *error)
{
  close_problem (self);
  if (g_queue_is_empty (&self->errands))
    {
      /* Started in the background, where nobody waits for a window: the next one who asks is told.
       */
      g_message ("%s", error->message);
      return;
    }
  self->problem = ft_problem_window_new (GTK_APPLICATION (self), error);
  g_signal_connect_object (self->problem, "try-again", G_CALLBACK (try_again_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problem, "open-another", G_CALLBACK (open_another_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problem, "restore", G_CALLBACK (restore_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->problem));
}

/* --- What looks at the database without a window --- */

static void
calendar_failed_cb (FtApplication *self, const char *message)
{
  g_autoptr (GNotification) notification = NULL;

  if (self->window != NULL)
    {
      ft_window_warn (self->window, message);
      return;
    }
  notification = g_notification_new (_ ("Calendar File"));
  g_notification_set_body (notification, message);
  g_application_send_notification (G_APPLICATION (self), "calendar-file", notification);
}

static void
watch_store (FtApplication *self, FtStore *store)
{
  ft_reminder_actions_set_store (self->reminders, store);
  self->calendar = ft_calendar_file_new (store);
  g_signal_connect_object (self->calendar, "failed", G_CALLBACK (calendar_failed_cb), self,
                           G_CONNECT_SWAPPED);
  ft_calendar_file_update (self->calendar);
}

static void
unwatch_store (FtApplication *self)
{
  if (self->reminders != NULL)
    ft_reminder_actions_set_store (self->reminders, NULL);
  if (self->calendar != NULL)
    ft_calendar_file_stop (self->calendar);
  g_clear_object (&self->calendar);
}

/* --- Opening it --- */

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtApplication) self = data;
  g_autoptr (GError) error = NULL;

  g_application_release (G_APPLICATION (self));
  self->opening = FALSE;
  if (!ft_samples_fill_finish (FT_STORE (source), result, &error))
    {
      show_problem (self, error);
      return;
    }
  watch_store (self, FT_STORE (source));
  carry_out_all (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (ft_data_file_open_finish (FT_DATA_FILE (source), result, &error) && self->folder != NULL)
    {
      ft_samples_fill_async (ft_data_file_get_store (self->file), filled_cb, g_object_ref (self));
      return;
    }
  g_application_release (G_APPLICATION (self));
  self->opening = FALSE;
  if (error != NULL)
    show_problem (self, error);
  else
    carry_out_all (self);
}

static void
open_file (FtApplication *self)
{
  if (self->opening)
    return;
  if (ft_data_file_get_store (self->file) != NULL)
    {
      carry_out_all (self);
      return;
    }
  self->opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  ft_data_file_open_async (self->file, opened_cb, g_object_ref (self));
}

/* The store has gone, or another has come: a restore. What looked at the old one goes with it. */
static void
store_changed_cb (FtApplication *self)
{
  FtStore *store = ft_data_file_get_store (self->file);

  unwatch_store (self);
  if (store == NULL)
    {
      if (self->window != NULL)
        {
          gtk_window_destroy (GTK_WINDOW (self->window));
          g_queue_push_tail (&self->errands, ft_errand_new ());
        }
      return;
    }
  close_problem (self);
  if (self->folder == NULL)
    watch_store (self, store);
  if (!self->opening)
    carry_out_all (self);
}

/* --- Actions --- */

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
errand_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  run_errand (FT_APPLICATION (data),
              ft_errand_new_for_action (g_action_get_name (G_ACTION (action)), parameter));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (parent, "application-name", _ ("Follow Through"), "application-icon",
                         FT_APPLICATION_ID, "version", FT_VERSION, "developer-name",
                         _ ("The Follow Through team"), "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Every promised follow-up happens."), NULL);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "new-lead", .activate = errand_cb },
  { .name = "open-lead", .activate = errand_cb, .parameter_type = "x" },
  { .name = "promise-anew", .activate = errand_cb },
  { .name = "running-late", .activate = errand_cb, .parameter_type = "(xx)" },
  { .name = "search", .activate = errand_cb, .parameter_type = "s" },
  { .name = "show-list", .activate = errand_cb, .parameter_type = "s" },
  { .name = "they-called", .activate = errand_cb },
};

/* --- GApplication --- */

static gboolean
signal_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
failed_cb (FtApplication *self, const char *message)
{
  if (self->window != NULL)
    ft_window_say (self->window, message);
}

static void
zone_changed_cb (FtApplication *self)
{
  ft_clock_refresh (self->clock);
}

static void
ft_application_startup (GApplication *application)
{
  FtApplication *self = FT_APPLICATION (application);
  g_autoptr (GFile) zone_file = g_file_new_for_path ("/etc/localtime");

  if (!gtk_init_check ())
    {
      g_autofree char *names = ft_command_names ();
      g_printerr (_ ("follow-through: There is no display for the window. These need none: %s\n"),
                  names);
      exit (FT_EXIT_FAILED);
    }
  G_APPLICATION_CLASS (ft_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (FT_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<Control>q", NULL });

  if (self->path == NULL)
    {
      self->folder = ft_demo_folder_new ();
      self->path = g_build_filename (self->folder, "follow-through.db", NULL);
    }
  self->reminders = ft_reminder_actions_new (application);
  g_signal_connect_object (self->reminders, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->file = ft_data_file_new (self->path, self->clock);
  ft_search_provider_set_source (self->search, self->file,
                                 ft_reminder_actions_get_session (self->reminders));
  g_signal_connect_object (self->file, "notify::store", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < 3; i++)
    g_unix_signal_add ((int[]){ SIGINT, SIGTERM, SIGHUP }[i], signal_cb, self);
  self->zone_monitor = g_file_monitor_file (zone_file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_object (self->zone_monitor, "changed", G_CALLBACK (zone_changed_cb), self,
                             G_CONNECT_SWAPPED);

  /* Reminders come with the window closed (B6); a demo ends with its window. */
  if (self->folder == NULL)
    g_application_hold (application);
  open_file (self);
}

static gboolean
ft_application_dbus_register (GApplication *application,
                              GDBusConnection *bus,
                              const char *path,
                              GError **error)
{
  return G_APPLICATION_CLASS (ft_application_parent_class)
             ->dbus_register (application, bus, path, error)
         && ft_search_provider_export (FT_APPLICATION (application)->search, bus, path, error);
}

static void
ft_application_dbus_unregister (GApplication *application, GDBusConnection *bus, const char *path)
{
  FtApplication *self = FT_APPLICATION (application);

  if (self->search != NULL)
    ft_search_provider_unexport (self->search, bus);
  G_APPLICATION_CLASS (ft_application_parent_class)->dbus_unregister (application, bus, path);
}

static void
ft_application_activate (GApplication *application)
{
  run_errand (FT_APPLICATION (application), ft_errand_new ());
}

static void
ft_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    run_errand (FT_APPLICATION (application), ft_errand_new_for_file (files[i]));
}

static int
ft_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  FtApplication *self = FT_APPLICATION (application);
  g_auto (GStrv) argv = g_application_command_line_get_arguments (line, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtInvocation) invocation = ft_invocation_parse (
      (const char *const *) argv, g_application_command_line_get_cwd (line), &error);

  if (invocation == NULL)
    {
      g_application_command_line_printerr (line, "follow-through: %s\n", error->message);
      return FT_EXIT_USAGE;
    }
  if (invocation->command != NULL && !ft_invocation_is_demo (invocation))
    {
      ft_command_start (ft_command_find (invocation->command), line, self->file,
                        (const char *const *) invocation->arguments);
      return g_application_command_line_get_exit_status (line);
    }
  if (invocation->arguments[0] == NULL)
    {
      g_application_activate (application);
      return FT_EXIT_DONE;
    }
  for (guint i = 0; invocation->arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (line, invocation->arguments[i]);
      g_application_open (application, &file, 1, "");
    }
  return FT_EXIT_DONE;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!ft_store_close_finish (FT_STORE (source), result, &error))
    g_warning ("The database could not be closed: %s", error->message);
  *(gboolean *) data = TRUE;
}

/* What was pressed last is on its way to the disk: it is waited for, and the program then ends. */
static void
finish_jobs (FtApplication *self)
{
  FtStore *store = ft_data_file_get_store (self->file);
  gboolean closed = FALSE;

  if (store == NULL)
    return;
  ft_store_close_async (store, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
}

static void
ft_application_shutdown (GApplication *application)
{
  FtApplication *self = FT_APPLICATION (application);

  close_problem (self);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  if (self->calendar != NULL)
    ft_calendar_file_finish (self->calendar);
  unwatch_store (self);
  g_clear_object (&self->reminders);
  finish_jobs (self);
  ft_search_provider_set_source (self->search, NULL, NULL);
  G_APPLICATION_CLASS (ft_application_parent_class)->shutdown (application);
  g_clear_object (&self->file);
  if (self->folder != NULL)
    ft_demo_folder_remove (self->folder);
}

static void
ft_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  FtApplication *self = FT_APPLICATION (application);

  if (window == (GtkWindow *) self->window)
    self->window = NULL;
  if (window == (GtkWindow *) self->problem)
    self->problem = NULL;
  GTK_APPLICATION_CLASS (ft_application_parent_class)->window_removed (application, window);
}

static void
ft_application_dispose (GObject *object)
{
  FtApplication *self = FT_APPLICATION (object);

  g_clear_object (&self->zone_monitor);
  unwatch_store (self);
  g_clear_object (&self->reminders);
  g_clear_object (&self->search);
  g_clear_object (&self->file);
  g_clear_object (&self->clock);
  g_queue_clear_full (&self->errands, (GDestroyNotify) ft_errand_free);
  G_OBJECT_CLASS (ft_application_parent_class)->dispose (object);
}

static void
ft_application_finalize (GObject *object)
{
  FtApplication *self = FT_APPLICATION (object);

  g_free (self->path);
  g_free (self->folder);
  G_OBJECT_CLASS (ft_application_parent_class)->finalize (object);
}

static void
ft_application_class_init (FtApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = ft_application_dispose;
  object_class->finalize = ft_application_finalize;
  application_class->startup = ft_application_startup;
  application_class->dbus_register = ft_application_dbus_register;
  application_class->dbus_unregister = ft_application_dbus_unregister;
  application_class->activate = ft_application_activate;
  application_class->open = ft_application_open;
  application_class->command_line = ft_application_command_line;
  application_class->shutdown = ft_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = ft_application_window_removed;
}

static void
ft_application_init (FtApplication *self)
{
  self->clock = ft_clock_new ();
  self->search = ft_search_provider_new (G_APPLICATION (self));
  g_queue_init (&self->errands);
}

FtApplication *
ft_application_new (const char *id, const char *database)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN;
  FtApplication *self;

  if (database == NULL)
    flags |= G_APPLICATION_NON_UNIQUE;
  self = g_object_new (FT_TYPE_APPLICATION, "application-id", id, "flags", flags,
                       "resource-base-path", "/app/followthrough/FollowThrough", NULL);
  self->path = g_strdup (database);
  return self;
}
