#define G_LOG_DOMAIN "ft-store"

#include "store/ft-reminded.h"

#include "store/ft-read.h"
#include "store/ft-record.h"
#include "store/ft-setting.h"

/* A clock that is corrected by less than this was not wrong. */
#define CORRECTION (10 * 60)
/* So many of what rings are read with their leads: more are never named one by one. */
#define MAX_ROWS 100
/* Quiet time moves a reminder by less than a day in either direction. */
#define MOST_MOVED (2 * 24 * 60 * 60)

/* --- One promise --- */

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
         && (promise->target.minute == FT_ALL_DAY
             || promise->promised_at - FT_RING_AHEAD > promise->target_at);
}

FtReminded
ft_reminded_get (FtDatabase *database, const FtPromiseData *promise, gint64 *snoozed_until)
{
  FtReminded reminded = FT_REMINDED_NOT;
  gint64 until = 0;
  FtStatement *select
      = ft_statement (database, "SELECT target, snoozed_until FROM reminded WHERE promise_id = ?");

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
      if (reminded != FT_REMINDED_NOT)
        until = ft_column_int (select, 1);
      ft_reset (select);
    }
  if (snoozed_until)
    *snoozed_until = until;
  return reminded;
}

static void
write_reminded (FtDatabase *database, const FtPromiseData *promise, gint64 snoozed_until)
{
  gint64 now = ft_database_get_now (database);
  gboolean all = !has_second (promise) || promise->promised_at - FT_RING_AHEAD <= now;
  g_autofree char *text = all ? describe_both (promise) : describe_target (promise);
  FtStatement *statement = ft_statement (
      database, "REPLACE INTO reminded (promise_id, target, snoozed_until, shown_at) "
                "VALUES (?, ?, ?, ?)");

  ft_bind_int (statement, promise->id);
  ft_bind_text (statement, text);
  ft_bind_int (statement, snoozed_until);
  ft_bind_int (statement, now);
  ft_run (statement);
  statement = ft_statement (database,
                            "UPDATE due SET reminded = ?, snoozed_until = ? WHERE promise_id = ?");
  ft_bind_int (statement, all ? FT_REMINDED_ALL : FT_REMINDED_ONCE);
  ft_bind_int (statement, snoozed_until);
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
        write_reminded (database, promise, 0);
    }
  ft_database_end (database);
}

void
ft_reminded_snooze (FtDatabase *database, gint64 promise_id, gint64 until)
{
  g_autoptr (FtPromiseData) promise = NULL;

  ft_database_begin (database);
  promise = ft_record_read_promise (database, promise_id);
  if (promise)
    write_reminded (database, promise, until);
  ft_database_end (database);
}

/* --- All of them --- */

void
ft_reminded_forget_future (FtDatabase *database)
{
  gint64 now = ft_database_get_now (database);
  gint32 today = ft_civil_from_instant (now, ft_database_get_zone (database)).day;
  FtStatement *statement
      = ft_statement (database, "SELECT EXISTS (SELECT 1 FROM reminded WHERE shown_at > ?1) "
                                "OR EXISTS (SELECT 1 FROM announced WHERE day > ?2)");

  ft_bind_int (statement, now + CORRECTION);
  ft_bind_int (statement, today + 1);
  if (ft_lookup_int (statement, 0) == 0)
    return;
  ft_database_begin (database);
  statement = ft_statement (database,
                            "UPDATE due SET reminded = 0, snoozed_until = 0 WHERE promise_id IN "
                            "(SELECT promise_id FROM reminded WHERE shown_at > ?)");
  ft_bind_int (statement, now + CORRECTION);
  ft_run (statement);
  statement = ft_statement (database, "DELETE FROM reminded WHERE shown_at > ?");
  ft_bind_int (statement, now + CORRECTION);
  ft_run (statement);
  statement = ft_statement (database, "DELETE FROM announced WHERE day > ?");
  ft_bind_int (statement, today + 1);
  ft_run (statement);
  ft_database_end (database);
}

/* What rings now, and enough of what comes after it to know what is next: no more than two days'
 * promises are looked at besides those. */
static GArray *
read_rings (FtDatabase *database, gint64 now)
{
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (FtRing));
  gint32 today = ft_civil_from_instant (now, ft_database_get_zone (database)).day;
  FtStatement *select = ft_statement (
      database,
      "SELECT promise_id, target_at, promised_at, created_at, snoozed_until, target_day, reminded "
      "FROM (SELECT * FROM due WHERE reminded = 0 AND target_day = 0 AND target_at <= ?2 + "
      "coalesce "
      "((SELECT min (target_at) FROM due WHERE reminded = 0 AND target_day = 0 AND target_at > "
      "?1), "
      "?1) "
      "UNION SELECT * FROM due WHERE reminded = 0 AND target_day > 0 AND target_day <= coalesce "
      "((SELECT min (target_day) FROM due WHERE reminded = 0 AND target_day > ?3), ?3) "
      "UNION SELECT * FROM due WHERE reminded = 1 AND promised_at <= ?2 + coalesce "
      "((SELECT min (promised_at) FROM due WHERE reminded = 1 AND promised_at > ?1), ?1) "
      "UNION SELECT * FROM due WHERE snoozed_until > 0) "
      "CROSS JOIN promise ON promise.id = promise_id");

  ft_bind_int (select, now);
  ft_bind_int (select, MOST_MOVED);
  ft_bind_int (select, today);
  while (ft_step (select))
    {
      FtRing ring = {
        .promise_id = ft_column_int (select, 0),
        .target_at = ft_column_int (select, 1),
        .promised_at = ft_column_int (select, 2),
        .created_at = ft_column_int (select, 3),
        .snoozed_until = ft_column_int (select, 4),
        .target_day = ft_column_int (select, 5),
        .reminded = ft_column_int (select, 6),
      };
      g_array_append_val (rings, ring);
    }
  return rings;
}

static void
append_some (GArray *ids, GArray *more)
{
  g_array_append_vals (ids, more->data, MIN (more->len, MAX_ROWS));
}

FtDue *
ft_reminded_read_due (FtDatabase *database, gint64 now)
{
  g_autoptr (FtSettings) settings = ft_setting_read (database);
  g_autoptr (GArray) rings = read_rings (database, now);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FtDue *due = g_new0 (FtDue, 1);

  due->ringing = ft_ringing_new (rings, settings, now, ft_database_get_zone (database));
  append_some (ids, due->ringing->each);
  append_some (ids, due->ringing->away);
  append_some (ids, due->ringing->together);
  due->rows = ft_read_whole_rows (database, (const gint64 *) ids->data, ids->len);
  due->morning_day = ft_announced_get (database, FT_ANNOUNCED_MORNING);
  due->leaving_day = ft_announced_get (database, FT_ANNOUNCED_LEAVING);
  return due;
}

/* --- Days --- */

gint32
ft_announced_get (FtDatabase *database, const char *what)
{
  FtStatement *select = ft_statement (database, "SELECT day FROM announced WHERE what = ?");

  ft_bind_text (select, what);
  return ft_lookup_int (select, 0);
}

void
ft_announced_set (FtDatabase *database, const char *what, gint32 day)
{
  FtStatement *statement
      = ft_statement (database, "REPLACE INTO announced (what, day) VALUES (?, ?)");

  ft_database_begin (database);
  ft_bind_text (statement, what);
  ft_bind_int (statement, day);
  ft_run (statement);
  ft_database_end (database);
}
