#define G_LOG_DOMAIN "ft-store"

#include "store/ft-first-promises.h"

#include "core/ft-channels.h"
#include "core/ft-spread.h"
#include "store/ft-index.h"
#include "store/ft-record.h"
#include "store/ft-setting.h"
#include "store/ft-write-record.h"

/* What is promised already, from this morning on. */
static void
take_promised (FtDatabase *database, FtSpread *spread, FtCivil now)
{
  FtCivil morning = { now.day, 0, 0 };
  FtStatement *select = ft_statement (
      database, "SELECT due.target_at, length (promise.target) > 10, promise.effort FROM due "
                "JOIN promise ON promise.id = due.promise_id WHERE due.target_at >= ?");

  ft_bind_int (select, ft_civil_to_instant (morning, ft_database_get_zone (database), NULL));
  while (ft_step (select))
    ft_spread_take (spread, ft_column_int (select, 0), ft_column_int (select, 1) != 0,
                    ft_column_int (select, 2));
}

static FtSpread *
begin_spread (FtDatabase *database, int a_day)
{
  g_autoptr (FtSettings) settings = ft_setting_read (database);
  const char *zone = ft_database_get_zone (database);
  FtCivil now = ft_civil_from_instant (ft_database_get_now (database), zone);
  FtSpread *spread = ft_spread_new (settings, a_day, now, zone);

  take_promised (database, spread, now);
  return spread;
}

static gboolean
is_without (FtDatabase *database, gint64 lead_id)
{
  FtStatement *select = ft_statement (database, "SELECT kind FROM lead_place WHERE lead_id = ?");

  ft_bind_int (select, lead_id);
  return ft_lookup_int (select, FT_KIND_CLOSED) == FT_KIND_OPEN_WITHOUT;
}

/* Returns whether the calendar had a day left. */
static gboolean
give_one (FtDatabase *database, FtSpread *spread, gint64 lead_id)
{
  static const FtChannelRate untried[FT_N_CHANNELS];
  g_autoptr (FtLeadData) lead = ft_record_read_lead (database, lead_id);
  g_autoptr (FtPromiseData) promise = NULL;
  FtCivil when;

  if (lead == NULL)
    return FALSE;
  when = ft_spread_next (spread, lead->zone);
  if (!ft_civil_is_set (when))
    return FALSE;
  promise = ft_promise_data_new (0, when, lead->zone, ft_channels_default (lead, untried));
  ft_write_new_promise (database, promise, lead_id, 0, 0);
  ft_index_put_place (database, lead, FALSE);
  return TRUE;
}

GArray *
ft_first_promises_give (FtDatabase *database, GArray *leads, int a_day, GCancellable *cancellable)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FtSpread) spread = NULL;

  for (guint i = 0; i < leads->len && !ft_database_is_failed (database); i++)
    {
      gint64 lead_id = g_array_index (leads, gint64, i);
      GError *error = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, &error))
        ft_database_fail (database, error);
      if (!is_without (database, lead_id))
        continue;
      /* Nothing else is read for an import after which everybody has a promise. */
      if (spread == NULL)
        spread = begin_spread (database, a_day);
      if (give_one (database, spread, lead_id))
        g_array_append_val (given, lead_id);
    }
  return given;
}
