#define G_LOG_DOMAIN "ft-app"

#include "app/ft-invocation.h"

#include "app/ft-command.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

char *
ft_default_database (void)
{
  return g_build_filename (g_get_user_data_dir (), "follow-through", "follow-through.db", NULL);
}

/* The same file by whatever path, so that two names of a database do not become two programs. A
 * database that is still to be made has at least a folder. */
static char *
resolve_path (const char *path, const char *directory)
{
  g_autofree char *absolute = g_canonicalize_filename (path, directory);
  char *real = realpath (absolute, NULL);
  if (real == NULL)
    {
      g_autofree char *folder = g_path_get_dirname (absolute);
      g_autofree char *name = g_path_get_basename (absolute);
      char *real_folder = realpath (folder, NULL);
      if (real_folder == NULL)
        return g_steal_pointer (&absolute);
      char *result = g_build_filename (real_folder, name, NULL);
      free (real_folder);
      return result;
    }
  char *result = g_strdup (real);
  free (real);
  return result;
}

/* Takes "--database FILE" and "--database=FILE" out of @words, wherever they stand before "--". */
static gboolean
take_database (GPtrArray *words, const char **path, GError **error)
{
  *path = NULL;
  for (guint i = 0; i < words->len;)
    {
      const char *word = g_ptr_array_index (words, i);
      if (g_str_equal (word, "--"))
        break;
      if (g_str_has_prefix (word, "--database="))
        {
          *path = word + strlen ("--database=");
          g_ptr_array_remove_index (words, i);
        }
      else if (g_str_equal (word, "--database"))
        {
          if (i + 1 == words->len)
            {
              g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--database needs the name of a file"));
              return FALSE;
            }
          *path = g_ptr_array_index (words, i + 1);
          g_ptr_array_remove_range (words, i, 2);
        }
      else
        {
          i++;
          continue;
        }
      if (**path == '\0')
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--database needs the name of a file"));
          return FALSE;
        }
    }
  return TRUE;
}

/* The options of the program itself, up to the subcommand or the first file. */
static gboolean
take_options (FtInvocation *self, GPtrArray *words, GError **error)
{
  while (words->len > 0)
    {
      const char *word = g_ptr_array_index (words, 0);
      if (word[0] != '-')
        return TRUE;
      if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
        self->help = TRUE;
      else if (g_str_equal (word, "--version"))
        self->version = TRUE;
      else if (!g_str_equal (word, "--") && !g_str_has_prefix (word, "--gapplication-"))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                       _ ("There is no option “%s”; follow-through --help lists them"), word);
          return FALSE;
        }
      g_ptr_array_remove_index (words, 0);
      if (g_str_equal (word, "--"))
        return TRUE;
    }
  return TRUE;
}

FtInvocation *
ft_invocation_parse (const char *const *argv, const char *directory, GError **error)
{
  g_return_val_if_fail (argv != NULL && argv[0] != NULL, NULL);

  g_autoptr (FtInvocation) self = g_new0 (FtInvocation, 1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *path;

  for (guint i = 1; argv[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) argv[i]);
  if (!take_database (words, &path, error) || !take_options (self, words, error))
    return NULL;

  if (words->len > 0)
    {
      const char *word = g_ptr_array_index (words, 0);
      if (g_str_equal (word, "demo") || ft_command_find (word) != NULL)
        {
          self->command = g_strdup (word);
          g_ptr_array_remove_index (words, 0);
        }
      else
        {
          g_autofree char *file = g_canonicalize_filename (word, directory);
          if (!g_file_test (file, G_FILE_TEST_EXISTS) && strstr (word, "://") == NULL)
            {
              g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("“%s” is neither a subcommand nor a file; follow-through --help "
                              "lists the subcommands"),
                           word);
              return NULL;
            }
        }
    }
  if (ft_invocation_is_demo (self))
    {
      gboolean help = words->len > 0 && g_str_equal (g_ptr_array_index (words, 0), "--help");
      if (path != NULL || (words->len > 0 && !help))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("demo has a database of its own and takes no arguments"));
          return NULL;
        }
      self->help |= help;
    }
  else if (path != NULL)
    self->database = resolve_path (path, directory);
  else
    self->database = ft_default_database ();

  g_ptr_array_add (words, NULL);
  self->arguments = g_strdupv ((char **) words->pdata);
  return g_steal_pointer (&self);
}

void
ft_invocation_free (FtInvocation *self)
{
  g_free (self->database);
  g_free (self->command);
  g_strfreev (self->arguments);
  g_free (self);
}

gboolean
ft_invocation_is_demo (const FtInvocation *self)
{
  return g_strcmp0 (self->command, "demo") == 0;
}

char *
ft_invocation_dup_application_id (const FtInvocation *self)
{
  g_autofree char *standard = ft_default_database ();
  g_autofree char *resolved = resolve_path (standard, "/");
  if (self->database == NULL || g_str_equal (self->database, standard)
      || g_str_equal (self->database, resolved))
    return g_strdup (FT_APPLICATION_ID);

  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->database, -1);
  return g_strdup_printf (FT_APPLICATION_ID ".db%.12s", hash);
}
