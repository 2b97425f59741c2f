#define G_LOG_DOMAIN "ft-store"

#include "store/ft-reminded.h"

#include "store/ft-record.h"

static char *
describe_target (const FtPromiseData *promise)
{
  g_autofree char *civil = ft_civil_to_string (promise->target);
  return g_strdup_printf ("%s %d %s", civil, promise->target.fold, promise->zone);
}

gboolean
ft_reminded_get (FtDatabase *database, const FtPromiseData *promise)
{
  gboolean reminded = FALSE;
  FtStatement *select = ft_statement (database, "SELECT target FROM reminded WHERE promise_id = ?");

  ft_bind_int (select, promise->id);
  if (ft_step (select))
    {
      g_autofree char *target = describe_target (promise);
      reminded = g_str_equal (ft_column_text (select, 0), target);
      ft_reset (select);
    }
  return reminded;
}

static void
set_reminded (FtDatabase *database, const FtPromiseData *promise)
{
  g_autofree char *target = describe_target (promise);
  FtStatement *statement = ft_statement (database, "REPLACE INTO reminded VALUES (?, ?)");

  ft_bind_int (statement, promise->id);
  ft_bind_text (statement, target);
  ft_run (statement);
  statement = ft_statement (database, "UPDATE due SET reminded = 1 WHERE promise_id = ?");
  ft_bind_int (statement, promise->id);
  ft_run (statement);
}

void
ft_reminded_set (FtDatabase *database, const gint64 *promise_ids, guint n_ids)
{
  ft_database_begin (database);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (FtPromiseData) promise = ft_record_read_promise (database, promise_ids[i]);
      if (promise)
        set_reminded (database, promise);
    }
  ft_database_end (database);
}
