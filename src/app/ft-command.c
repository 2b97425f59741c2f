#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include <glib/gi18n-lib.h>

struct _FtRun
{
  const FtCommand *command;
  GApplicationCommandLine *line; /* owned */
  GApplication *application;     /* owned, held while this runs */
  FtDataFile *file;              /* owned */
  char **arguments;
  void (*ready) (FtRun *run);
  guint tries;
  gpointer data;
  GDestroyNotify free_data;
};

static const FtCommand *const commands[] = {
  &ft_command_today,  &ft_command_add,     &ft_command_import, &ft_command_export,
  &ft_command_backup, &ft_command_restore, &ft_command_check,
};

const FtCommand *
ft_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

char *
ft_command_help (void)
{
  GString *help = g_string_new (NULL);
  g_string_append_printf (help, "%s\n", _ ("Usage:"));
  g_string_append_printf (help, "  follow-through [--database FILE] [FILE]\n      %s\n",
                          _ ("Open the window; offer to import the file"));
  g_string_append_printf (help, "  follow-through demo\n      %s\n",
                          _ ("Open the window on sample leads, gone when it closes"));
  g_string_append_printf (help, "  follow-through [--database FILE] SUBCOMMAND …\n      %s\n\n",
                          _ ("Do one of these, without a display:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-8s  %s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (help, "\n%s\n",
                          _ ("“follow-through SUBCOMMAND --help” tells more about one of them."));
  return g_string_free (help, FALSE);
}

char *
ft_command_names (void)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", commands[i]->name);
  return g_string_free (names, FALSE);
}

FtRun *
ft_run_ref (FtRun *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_run (gpointer data)
{
  FtRun *self = data;
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_strfreev (self->arguments);
  g_object_unref (self->file);
  g_object_unref (self->line);
  g_application_release (self->application);
  g_object_unref (self->application);
}

void
ft_run_unref (FtRun *self)
{
  g_rc_box_release_full (self, clear_run);
}

void
ft_command_start (const FtCommand *command,
                  GApplicationCommandLine *line,
                  FtDataFile *file,
                  const char *const *arguments)
{
  g_autoptr (FtRun) run = g_rc_box_new0 (FtRun);
  run->command = command;
  run->line = g_object_ref (line);
  run->application = g_object_ref (g_application_get_default ());
  run->file = g_object_ref (file);
  run->arguments = g_strdupv ((char **) arguments);
  g_application_hold (run->application);
  command->run (run);
}

/* --- What the user typed --- */

static gboolean
all_utf8 (char **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      return FALSE;
  return TRUE;
}

gboolean
ft_run_parse (FtRun *self, const GOptionEntry *entries, guint min, guint max, char ***words)
{
  g_auto (GStrv) rest = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  /* GOption prefixes a parameter string with "[OPTION…]" and the program's name, which is not
   * the caller's when another process sent this. */
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) strv = g_ptr_array_new ();
  g_auto (GStrv) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);

  g_ptr_array_add (strv, (gpointer) "follow-through");
  for (guint i = 0; self->arguments[i] != NULL; i++)
    g_ptr_array_add (strv, self->arguments[i]);
  g_ptr_array_add (strv, NULL);
  copy = g_strdupv ((char **) strv->pdata);

  if (!all_utf8 (self->arguments))
    {
      ft_run_misuse (self, _ ("The arguments are not in UTF-8"));
      return FALSE;
    }
  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      ft_run_misuse (self, _ ("%s; see follow-through %s --help"), error->message,
                     self->command->name);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *options = g_option_context_get_help (context, TRUE, NULL);
      /* Our own first line in place of GOption's. */
      const char *list = strstr (options, "\n\n");
      ft_run_print (self, "%s follow-through %s %s\n\n%s\n%s", _ ("Usage:"), self->command->name,
                    self->command->arguments, _ (self->command->summary),
                    list != NULL ? list + 1 : "");
      return FALSE;
    }
  guint n = rest != NULL ? g_strv_length (rest) : 0;
  if (n < min || n > max)
    {
      ft_run_misuse (self, _ ("Usage: follow-through %s %s"), self->command->name,
                     self->command->arguments);
      return FALSE;
    }
  if (words != NULL)
    *words = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

GFile *
ft_run_locate (FtRun *self, const char *name)
{
  return g_application_command_line_create_file_for_arg (self->line, name);
}

/* --- The database --- */

/* Another subcommand is done in a moment: it is waited for, this long. */
#define TRY_AGAIN_MS 50
#define MAX_TRIES 60

static void opened_cb (GObject *source, GAsyncResult *result, gpointer data);

static gboolean
try_again_cb (gpointer data)
{
  FtRun *self = data;
  ft_data_file_open_async (self->file, opened_cb, self);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtRun) self = data;
  g_autoptr (GError) error = NULL;

  if (ft_data_file_open_finish (FT_DATA_FILE (source), result, &error))
    self->ready (self);
  else if (g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_BUSY)
           && self->tries++ < MAX_TRIES)
    g_timeout_add (TRY_AGAIN_MS, try_again_cb, g_steal_pointer (&self));
  else
    ft_run_fail (self, "%s", error->message);
}

void
ft_run_with_store (FtRun *self, void (*ready) (FtRun *run))
{
  self->ready = ready;
  ft_data_file_open_async (self->file, opened_cb, ft_run_ref (self));
}

FtDataFile *
ft_run_get_file (FtRun *self)
{
  return self->file;
}

FtStore *
ft_run_get_store (FtRun *self)
{
  return ft_data_file_get_store (self->file);
}

FtClock *
ft_run_get_clock (FtRun *self)
{
  return ft_data_file_get_clock (self->file);
}

void
ft_run_set_data (FtRun *self, gpointer data, GDestroyNotify free_data)
{
  g_assert (self->data == NULL);
  self->data = data;
  self->free_data = free_data;
}

gpointer
ft_run_get_data (FtRun *self)
{
  return self->data;
}

/* --- What it answers --- */

void
ft_run_print (FtRun *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_application_command_line_print (self->line, "%s", text);
}

/* A script reads errors line by line: whatever is in a message, it is one line. */
static void
print_error (FtRun *self, const char *format, va_list args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);
  g_strdelimit (text, "\r\n", ' ');
  g_application_command_line_printerr (self->line, "follow-through: %s\n", g_strchomp (text));
}

void
ft_run_note (FtRun *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  print_error (self, format, args);
  va_end (args);
}

void
ft_run_fail (FtRun *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  print_error (self, format, args);
  va_end (args);
  g_application_command_line_set_exit_status (self->line, FT_EXIT_FAILED);
}

void
ft_run_misuse (FtRun *self, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  print_error (self, format, args);
  va_end (args);
  g_application_command_line_set_exit_status (self->line, FT_EXIT_USAGE);
}
