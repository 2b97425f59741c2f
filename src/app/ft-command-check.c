#define G_LOG_DOMAIN "ft-app"

#include "app/ft-command.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  FtRun *run; /* owned */
  guint n_faults;
} Check;

static void
free_check (Check *self)
{
  ft_run_unref (self->run);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, free_check)

static void
conclude (Check *self)
{
  if (self->n_faults == 0)
    ft_run_print (self->run, "%s\n", _ ("The database is sound."));
  else
    ft_run_fail (
        self->run,
        ngettext ("%u fault was found; restore a backup with follow-through restore FILE",
                  "%u faults were found; restore a backup with follow-through restore FILE",
                  self->n_faults),
        self->n_faults);
}

/* Their files stand beside the database, where somebody may have removed them. */
static void
pieces_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Check) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_pieces_finish (FT_STORE (source), result, &error);

  if (rows == NULL)
    {
      ft_run_fail (self->run, "%s", error->message);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const FtPieceData *piece = ((FtPieceRow *) rows->pdata[i])->piece;
      g_autofree char *path = ft_store_dup_piece_path (FT_STORE (source), piece);

      if (*piece->file_hash == '\0' || (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS)))
        continue;
      ft_run_print (self->run, _ ("The file of the piece “%s” is missing\n"), piece->name);
      self->n_faults++;
    }
  conclude (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Check) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = ft_store_check_finish (FT_STORE (source), result, &error);

  if (problems == NULL)
    {
      ft_run_fail (self->run, "%s", error->message);
      return;
    }
  self->n_faults = g_strv_length (problems);
  for (guint i = 0; i < self->n_faults; i++)
    ft_run_print (self->run, "%s\n", problems[i]);
  if (self->n_faults == 0)
    ft_store_read_pieces_async (FT_STORE (source), NULL, pieces_read_cb, g_steal_pointer (&self));
  else
    conclude (self);
}

static void
check_store (FtRun *run)
{
  Check *self = g_new0 (Check, 1);

  self->run = ft_run_ref (run);
  ft_store_check_async (ft_run_get_store (run), NULL, checked_cb, self);
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
