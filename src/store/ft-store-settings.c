#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job.h"
#include "store/ft-setting.h"

static void
save_settings (FtJob *job, FtDatabase **database)
{
  FtSettings *settings = job->request;

  ft_database_begin (*database);
  ft_setting_write (*database, settings);
  if (ft_database_end (*database))
    job->settings = ft_setting_read (*database);
}

/**
 * ft_store_save_settings_async:
 * @settings: all of them; copied
 *
 * Settings are no step of undo: what was promised under them stays as it is.
 */
void
ft_store_save_settings_async (FtStore *self,
                              const FtSettings *settings,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (settings != NULL);
  ft_store_push_change (self, ft_store_save_settings_async, save_settings,
                        ft_settings_copy (settings), (GDestroyNotify) ft_settings_unref,
                        cancellable, callback, data);
}

gboolean
ft_store_save_settings_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_save_settings_async, result, error);
}
