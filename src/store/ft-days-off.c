#define G_LOG_DOMAIN "ft-store"

#include "store/ft-days-off.h"

#include "store/ft-columns.h"

static gpointer
column_day_off (FtDatabase *database, FtStatement *select)
{
  FtDayOffData *day_off
      = ft_day_off_data_new (ft_column_int (select, 2), ft_column_day (select, 3),
                             ft_column_day (select, 4), ft_column_text (select, 5));

  day_off->id = ft_column_int (select, 0);
  ft_column_set (select, 1, &day_off->uid);
  return day_off;
}

GPtrArray *
ft_days_off_read (FtDatabase *database)
{
  return ft_read_records (database,
                          ft_statement (database, "SELECT id, uid, kind, first_day, last_day, text "
                                                  "FROM day_off ORDER BY first_day, id"),
                          column_day_off, (GDestroyNotify) ft_day_off_data_unref);
}

static void
run_with_day_off (FtStatement *statement, const FtDayOffData *day_off)
{
  char first[FT_CIVIL_TEXT];
  char last[FT_CIVIL_TEXT];

  ft_bind_int (statement, day_off->id);
  ft_bind_text (statement, day_off->uid);
  ft_bind_int (statement, day_off->kind);
  ft_bind_day (statement, day_off->first_day, first);
  ft_bind_day (statement, day_off->last_day, last);
  ft_bind_text (statement, day_off->text);
  ft_run (statement);
}

void
ft_days_off_insert (FtDatabase *database, const FtDayOffData *day_off)
{
  run_with_day_off (ft_statement (database, "INSERT INTO day_off (id, uid, kind, first_day, "
                                            "last_day, text) VALUES (?, ?, ?, ?, ?, ?)"),
                    day_off);
}

void
ft_days_off_update (FtDatabase *database, const FtDayOffData *day_off)
{
  run_with_day_off (ft_statement (database, "UPDATE day_off SET kind = ?3, first_day = ?4, "
                                            "last_day = ?5, text = ?6 WHERE id = ?1 AND uid = ?2"),
                    day_off);
}

void
ft_days_off_delete (FtDatabase *database, gint64 id)
{
  ft_run_with_id (ft_statement (database, "DELETE FROM day_off WHERE id = ?"), id);
}

gint64
ft_days_off_find_uid (FtDatabase *database, const char *uid)
{
  FtStatement *select = ft_statement (database, "SELECT id FROM day_off WHERE uid = ?");

  ft_bind_text (select, uid);
  return ft_lookup_int (select, 0);
}

gint64
ft_days_off_find_same (FtDatabase *database, const FtDayOffData *day_off)
{
  FtStatement *select
      = ft_statement (database, "SELECT id FROM day_off WHERE kind = ? AND first_day = ? "
                                "AND last_day = ? AND text = ?");
  char first[FT_CIVIL_TEXT];
  char last[FT_CIVIL_TEXT];

  ft_bind_int (select, day_off->kind);
  ft_bind_day (select, day_off->first_day, first);
  ft_bind_day (select, day_off->last_day, last);
  ft_bind_text (select, day_off->text);
  return ft_lookup_int (select, 0);
}
