#define G_LOG_DOMAIN "ft-store"

#include "store/ft-zones.h"

#include "store/ft-index.h"
#include "store/ft-record.h"

/* A zone's rules as one number: where noon falls once a week in the years in which promises are
 * made. Those that set their clocks do so for longer, and hours before promises are made for. The
 * years are fixed, so that the number does not change by time passing. */
#define FIRST_YEAR 2020
#define LAST_YEAR 2070
#define STEP_DAYS 7

static gint64
get_meaning (FtDatabase *database, const char *zone)
{
  FtCivil noon = ft_civil (FIRST_YEAR, 1, 1, 12, 0);
  FtCivil end = ft_civil (LAST_YEAR, 1, 1, 12, 0);
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

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
    {
      g_autoptr (FtLeadData) lead
          = ft_record_read_lead (database, g_array_index (leads, gint64, i));
      if (lead)
        ft_index_put_place (database, lead, FALSE);
    }
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
