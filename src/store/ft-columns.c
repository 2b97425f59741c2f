#define G_LOG_DOMAIN "ft-store"

#include "store/ft-columns.h"

void
ft_bind_civil (FtStatement *statement, FtCivil civil, char text[FT_CIVIL_TEXT])
{
  g_autofree char *string = ft_civil_to_string (civil);
  g_strlcpy (text, string, FT_CIVIL_TEXT);
  ft_bind_text (statement, text);
}

void
ft_bind_day (FtStatement *statement, gint32 day, char text[FT_CIVIL_TEXT])
{
  ft_bind_civil (statement, (FtCivil){ day, FT_ALL_DAY, 0 }, text);
}

void
ft_bind_id (FtStatement *statement, gint64 id)
{
  if (id != 0)
    ft_bind_int (statement, id);
  else
    ft_bind_null (statement);
}

FtCivil
ft_column_civil (FtStatement *statement, int column)
{
  FtCivil civil = FT_CIVIL_NONE;
  ft_civil_from_string (ft_column_text (statement, column), &civil);
  return civil;
}

gint32
ft_column_day (FtStatement *statement, int column)
{
  return ft_column_civil (statement, column).day;
}

void
ft_column_set (FtStatement *statement, int column, char **field)
{
  const char *text = ft_column_text (statement, column);
  /* Most fields of most records are empty, as they are when new. */
  if (g_str_equal (*field, text))
    return;
  g_free (*field);
  *field = g_strdup (text);
}

void
ft_run_with_id (FtStatement *statement, gint64 id)
{
  ft_bind_int (statement, id);
  ft_run (statement);
}

gpointer
ft_read_record (FtDatabase *database, FtStatement *select, gint64 id, FtColumnRecord column)
{
  gpointer record;

  ft_bind_int (select, id);
  if (!ft_step (select))
    return NULL;
  record = column (database, select);
  ft_reset (select);
  return record;
}

GPtrArray *
ft_read_records (FtDatabase *database,
                 FtStatement *select,
                 FtColumnRecord column,
                 GDestroyNotify free_record)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (free_record);

  while (ft_step (select))
    g_ptr_array_add (records, column (database, select));
  return records;
}
