#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job-args.h"
#include "store/ft-setting.h"
#include "store/ft-undo.h"
#include "store/ft-write.h"

static void
take_change (FtJob *job, FtDatabase *database, FtChangeSet *change)
{
  if (!change)
    return;
  job->change = change;
  ft_job_take_result (job, ft_change_set_ref (change), ft_change_set_unref);
  if (change->days_off)
    job->settings = ft_setting_read (database);
  ft_job_read_labels (job, database);
}

static void
apply_edit (FtJob *job, FtDatabase **database)
{
  /* Begun, it is carried out: half a gesture helps nobody. */
  ft_database_enter (*database, job->now, job->zone, NULL);
  take_change (job, *database, ft_write_edit (*database, job->request));
}

/**
 * ft_store_apply_async:
 * @edit: what to write; not to be changed afterwards
 *
 * Carries out an edit, all of it or nothing, as one step of undo. It fails with
 * %FT_STORE_ERROR_INVALID if it names a record that does not exist, or a lead without a name. A
 * target later than its promised time is moved to it (C2).
 */
void
ft_store_apply_async (FtStore *self,
                      FtEdit *edit,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (edit != NULL);
  ft_store_push_change (self, ft_store_apply_async, apply_edit, ft_edit_ref (edit),
                        (GDestroyNotify) ft_edit_unref, cancellable, callback, data);
}

/**
 * ft_store_apply_finish:
 *
 * Returns: (transfer full): what was changed and is on disk; or %NULL with @error, and nothing was
 */
FtChangeSet *
ft_store_apply_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_apply_async, result, error);
}

static void
undo (FtJob *job, FtDatabase **database)
{
  ft_database_enter (*database, job->now, job->zone, NULL);
  take_change (job, *database, ft_undo (*database));
}

/**
 * ft_store_undo_async:
 *
 * Takes back the last step, also one made before the program was started. %FT_STORE_ERROR_NOTHING
 * if there is none.
 */
void
ft_store_undo_async (FtStore *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change (self, ft_store_undo_async, undo, NULL, NULL, cancellable, callback, data);
}

FtChangeSet *
ft_store_undo_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_undo_async, result, error);
}

static void
redo (FtJob *job, FtDatabase **database)
{
  ft_database_enter (*database, job->now, job->zone, NULL);
  take_change (job, *database, ft_redo (*database));
}

/**
 * ft_store_redo_async:
 *
 * Makes the step again that was taken back last. Any other change in between ends that.
 */
void
ft_store_redo_async (FtStore *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  ft_store_push_change (self, ft_store_redo_async, redo, NULL, NULL, cancellable, callback, data);
}

FtChangeSet *
ft_store_redo_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_redo_async, result, error);
}
