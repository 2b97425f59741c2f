#define G_LOG_DOMAIN "ft-store"

#include "store/ft-setting.h"

FtSettings *
ft_setting_read (FtDatabase *database)
{
  FtSettings *settings = ft_settings_new ();
  FtStatement *select = ft_statement (database, "SELECT name, value FROM setting");

  while (ft_step (select))
    ft_settings_set (settings, ft_column_text (select, 0), ft_column_text (select, 1));
  return settings;
}

void
ft_setting_write (FtDatabase *database, const FtSettings *settings)
{
  g_autoptr (FtSettings) usual = ft_settings_new ();
  const char *const *names = ft_settings_get_names ();

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *value = ft_settings_get (settings, names[i]);
      g_autofree char *usual_value = ft_settings_get (usual, names[i]);
      /* A default that a later release finds better reaches those who have never changed it. */
      gboolean stored = !g_str_equal (value, usual_value);
      FtStatement *statement = stored
                                   ? ft_statement (database, "REPLACE INTO setting VALUES (?, ?)")
                                   : ft_statement (database, "DELETE FROM setting WHERE name = ?");

      ft_bind_text (statement, names[i]);
      if (stored)
        ft_bind_text (statement, value);
      ft_run (statement);
    }
}
