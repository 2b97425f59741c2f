#define G_LOG_DOMAIN "ft-store"

#include "store/ft-zones.h"

#include "store/ft-index.h"
#include "store/ft-record.h"

/* A zone's rules as one number: where noon falls on every fifth day of the years around now. Those
 * that set their clocks do so for weeks, and hours before promises are made for. */
#define YEARS_BEFORE 1
#define YEARS_AFTER 6
#define STEP_DAYS 5

static gint64
get_meaning (FtDatabase *database, const char *zone)
{
  FtCivil today = ft_civil_from_instant (ft_database_get_now (database), "UTC");
  int year;
  FtCivil noon, end;
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  ft_civil_get_date (today, &year, NULL, NULL);
  /* Whole years, so that the meaning does not change by the passing of days. */
  noon = ft_civil (year - YEARS_BEFORE, 1, 1, 12, 0);
  end = ft_civil (year + YEARS_AFTER, 1, 1, 12, 0);
  for (; noon.day < end.day; noon = ft_civil_add_days (noon, STEP_DAYS))
    h = (h ^ (guint64) ft_record_to_instant (database, noon, zone))
        * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) h;
}

static void
write_meaning (FtDatabase *database, const char *zone)
{
  FtStatement *replace = ft_statement (database, "REPLACE INTO zone_seen VALUES (?, ?)");
  ft_bind_text (replace, zone);
  ft_bind_int (replace, get_meaning (database, zone));
  ft_run (replace);
}

void
ft_zones_see (FtDatabase *database, const char *zone)
{
  FtStatement *select = ft_statement (database, "SELECT 1 FROM zone_seen WHERE zone = ?");
  ft_bind_text (select, zone);
  if (ft_lookup_int (select, 0) == 0)
    write_meaning (database, zone);
}

static void
renew_zone (FtDatabase *database, const char *zone)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint64));
  FtStatement *select = ft_statement (
      database, "SELECT DISTINCT lead_id FROM promise WHERE state = 0 AND zone = ?");

  ft_bind_text (select, zone);
  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_array_append_val (leads, id);
    }
  for (guint i = 0; i < leads->len; i++)
    ft_index_lead (database, g_array_index (leads, gint64, i));
  write_meaning (database, zone);
}

gboolean
ft_zones_renew (FtDatabase *database)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  FtStatement *select = ft_statement (database, "SELECT zone, meaning FROM zone_seen");

  while (ft_step (select))
    {
      const char *zone = g_intern_string (ft_column_text (select, 0));
      if (get_meaning (database, zone) != ft_column_int (select, 1))
        g_ptr_array_add (changed, (gpointer) zone);
    }
  if (changed->len == 0)
    return FALSE;
  ft_database_begin (database);
  for (guint i = 0; i < changed->len; i++)
    renew_zone (database, changed->pdata[i]);
  return ft_database_end (database);
}
