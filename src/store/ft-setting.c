#define G_LOG_DOMAIN "ft-store"

#include "store/ft-setting.h"

#include "store/ft-days-off.h"

FtSettings *
ft_setting_read (FtDatabase *database)
{
  FtSettings *settings = ft_settings_new ();
  g_autoptr (GPtrArray) days_off = ft_days_off_read (database);
  FtStatement *select = ft_statement (database, "SELECT name, value FROM setting");

  while (ft_step (select))
    ft_settings_set (settings, ft_column_text (select, 0), ft_column_text (select, 1));
  ft_settings_set_days_off (settings, days_off);
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

gboolean
ft_setting_take (FtDatabase *database, GHashTable *values)
{
  g_autoptr (FtSettings) scratch = ft_settings_new ();
  GHashTableIter iter;
  gpointer name, value;
  gboolean taken = FALSE;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      FtStatement *select = ft_statement (database, "SELECT 1 FROM setting WHERE name = ?");
      FtStatement *insert;

      ft_bind_text (select, name);
      if (ft_lookup_int (select, 0) != 0 || !ft_settings_set (scratch, name, value))
        continue;
      insert = ft_statement (database, "INSERT INTO setting VALUES (?, ?)");
      ft_bind_text (insert, name);
      ft_bind_text (insert, value);
      ft_run (insert);
      taken = TRUE;
    }
  return taken;
}
