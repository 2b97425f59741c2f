#define G_LOG_DOMAIN "ft-store"

#include "store/ft-reminded.h"

#include "store/ft-record.h"

static char *
describe_target (const FtPromiseData *promise)
{
  g_autofree char *civil = ft_civil_to_string (promise->target);
  return g_strdup_printf ("%s %d %s", civil, promise->target.fold, promise->zone);
}

/* The second reminder is also about the promised time. */
static char *
describe_both (const FtPromiseData *promise)
{
  g_autofree char *target = describe_target (promise);
  g_autofree char *civil = ft_civil_to_string (promise->promised);
  return g_strdup_printf ("%s, %s %d", target, civil, promise->promised.fold);
}

/* One reminder is enough where they would come within the same quarter of an hour, or where no hour
 * was promised. */
static gboolean
has_second (const FtPromiseData *promise)
{
  return promise->promised.minute != FT_ALL_DAY
         && promise->promised_at - FT_REMINDED_AHEAD > promise->target_at;
}

FtReminded
ft_reminded_get (FtDatabase *database, const FtPromiseData *promise)
{
  FtReminded reminded = FT_REMINDED_NOT;
  FtStatement *select = ft_statement (database, "SELECT target FROM reminded WHERE promise_id = ?");

  ft_bind_int (select, promise->id);
  if (ft_step (select))
    {
      g_autofree char *target = describe_target (promise);
      g_autofree char *both = describe_both (promise);
      const char *stored = ft_column_text (select, 0);
      if (g_str_equal (stored, both))
        reminded = FT_REMINDED_ALL;
      else if (g_str_has_prefix (stored, target))
        reminded = has_second (promise) ? FT_REMINDED_ONCE : FT_REMINDED_ALL;
      ft_reset (select);
    }
  return reminded;
}

static void
set_reminded (FtDatabase *database, const FtPromiseData *promise)
{
  gboolean all = !has_second (promise)
                 || promise->promised_at - FT_REMINDED_AHEAD <= ft_database_get_now (database);
  g_autofree char *text = all ? describe_both (promise) : describe_target (promise);
  FtStatement *statement = ft_statement (database, "REPLACE INTO reminded VALUES (?, ?)");

  ft_bind_int (statement, promise->id);
  ft_bind_text (statement, text);
  ft_run (statement);
  statement = ft_statement (database, "UPDATE due SET reminded = ? WHERE promise_id = ?");
  ft_bind_int (statement, all ? FT_REMINDED_ALL : FT_REMINDED_ONCE);
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
