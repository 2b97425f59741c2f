#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-check.h"
#include "store/ft-job-args.h"
#include "store/ft-keep.h"
#include "store/ft-read.h"

/* --- The library --- */

static void
read_pieces (FtJob *job, FtDatabase **database)
{
  ft_job_take_result (job, ft_read_pieces (*database), g_ptr_array_unref);
}

void
ft_store_read_pieces_async (FtStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push (self, ft_store_read_pieces_async, read_pieces, NULL, NULL, cancellable, callback,
                 data);
}

/**
 * ft_store_read_pieces_finish:
 *
 * Returns: (transfer full) (element-type FtPieceRow): the library with its ledger's sums (A5)
 */
GPtrArray *
ft_store_read_pieces_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_pieces_async, result, error);
}

/* --- Attachments --- */

typedef struct
{
  char *folder; /* owned */
  char *path;   /* owned */
} Keep;

static void
free_keep (gpointer data)
{
  Keep *keep = data;
  g_free (keep->folder);
  g_free (keep->path);
  g_free (keep);
}

/* Not on the database's thread, which a large file would hold up. */
static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Keep *keep = data;
  GError *error = NULL;
  char *hash = ft_keep_copy (keep->folder, keep->path, cancellable, &error);

  if (hash)
    g_task_return_pointer (task, hash, g_free);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *hash = g_task_propagate_pointer (G_TASK (result), &error);

  if (hash)
    g_task_return_pointer (task, hash, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * ft_store_keep_file_async:
 * @path: of any file that can be read
 */
void
ft_store_keep_file_async (FtStore *self,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task;
  g_autoptr (GTask) copying = NULL;
  Keep keep;

  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, ft_store_keep_file_async);
  /* The one that runs on another thread must not hold the store, which would be finalized there. */
  copying = g_task_new (NULL, cancellable, kept_cb, task);
  g_task_set_source_tag (copying, keep_thread);
  keep = (Keep){ ft_keep_dup_folder (ft_store_get_path (self)), g_strdup (path) };
  g_task_set_task_data (copying, g_memdup2 (&keep, sizeof keep), free_keep);
  g_task_run_in_thread (copying, keep_thread);
}

/**
 * ft_store_keep_file_finish:
 *
 * Returns: (transfer full): the SHA-256 of the content in small hexadecimal digits
 */
char *
ft_store_keep_file_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_keep_file_async, result, error);
}

char *
ft_store_dup_file_folder (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return ft_keep_dup_folder (ft_store_get_path (self));
}

char *
ft_store_dup_file_folder_of (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  return ft_keep_dup_folder (path);
}

static void
take_files (FtJob *job, FtDatabase **database)
{
  ft_copy_files (*database, ft_job_get_args (job)->what, ft_database_get_path (*database));
}

/**
 * ft_store_take_files_async:
 * @path: of a database
 */
void
ft_store_take_files_async (FtStore *self,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (path != NULL);
  ft_store_push_change_args (self, ft_store_take_files_async, take_files,
                             (FtJobArgs){ .what = g_strdup (path) }, cancellable, callback, data);
}

gboolean
ft_store_take_files_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_take_files_async, result, error);
}

char *
ft_store_dup_piece_path (FtStore *self, const FtPieceData *piece)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  g_return_val_if_fail (piece != NULL, NULL);

  /* An import may bring anything as a name. */
  if (!ft_keep_is_hash (piece->file_hash))
    return NULL;
  folder = ft_store_dup_file_folder (self);
  return g_build_filename (folder, piece->file_hash, NULL);
}
