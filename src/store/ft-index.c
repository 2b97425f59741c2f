#define G_LOG_DOMAIN "ft-store"

#include "store/ft-index.h"

#include "core/ft-phone.h"
#include "store/ft-columns.h"
#include "store/ft-match.h"
#include "store/ft-record.h"
#include "store/ft-reminded.h"
#include "store/ft-words.h"
#include "store/ft-zones.h"

#include <string.h>

gint64
ft_index_get_bucket (gint64 instant)
{
  gint64 bucket = instant / FT_TALLY_SECONDS;
  return instant % FT_TALLY_SECONDS < 0 ? bucket - 1 : bucket;
}

/* --- Places --- */

gboolean
ft_index_read_standing (FtDatabase *database, gint64 lead_id, FtStanding *standing)
{
  FtStatement *select = ft_statement (
      database,
      "SELECT kind, due_at, oldest_at, due_id, oldest_id, neglected_since, fence_day, "
      "last_contact_at, n_contacts, heard_at, forgotten FROM lead_place WHERE lead_id = ?");
  ft_bind_int (select, lead_id);
  if (!ft_step (select))
    return FALSE;
  *standing = (FtStanding){
    .kind = ft_column_int (select, 0),
    .due_at = ft_column_int (select, 1),
    .oldest_at = ft_column_int (select, 2),
    .due_id = ft_column_int (select, 3),
    .oldest_id = ft_column_int (select, 4),
    .neglected_since = ft_column_int (select, 5),
    .fence_day = ft_column_int (select, 6),
    .last_contact_at = ft_column_int (select, 7),
    .n_contacts = ft_column_int (select, 8),
    .heard_at = ft_column_int (select, 9),
    .forgotten = ft_column_int (select, 10),
  };
  ft_reset (select);
  return TRUE;
}

static void
write_standing (FtDatabase *database, gint64 lead_id, const FtStanding *standing, gboolean fresh)
{
  FtStatement *write
      = fresh ? ft_statement (database,
                              "INSERT INTO lead_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
              : ft_statement (
                  database,
                  "UPDATE lead_place SET kind = ?2, due_at = ?3, oldest_at = ?4, due_id = ?5, "
                  "oldest_id = ?6, neglected_since = ?7, fence_day = ?8, "
                  "last_contact_at = ?9, n_contacts = ?10, heard_at = ?11, "
                  "forgotten = ?12 WHERE lead_id = ?1");
  ft_bind_int (write, lead_id);
  ft_bind_int (write, standing->kind);
  ft_bind_int (write, standing->due_at);
  ft_bind_int (write, standing->oldest_at);
  ft_bind_int (write, standing->due_id);
  ft_bind_int (write, standing->oldest_id);
  ft_bind_int (write, standing->neglected_since);
  ft_bind_int (write, standing->fence_day);
  ft_bind_int (write, standing->last_contact_at);
  ft_bind_int (write, standing->n_contacts);
  ft_bind_int (write, standing->heard_at);
  ft_bind_int (write, standing->forgotten);
  ft_run (write);
}

static void
tally (FtDatabase *database, const FtStanding *standing, int by)
{
  ft_database_tally (database, FT_TALLY_KIND, standing->kind, by);
  if (standing->kind <= FT_KIND_CUSTOMER)
    {
      ft_database_tally (database, FT_TALLY_DUE, ft_index_get_bucket (standing->due_at), by);
      ft_database_tally (database, FT_TALLY_OLDEST, ft_index_get_bucket (standing->oldest_at), by);
    }
  if (standing->fence_day > 0)
    ft_database_tally (database, FT_TALLY_FENCE, standing->fence_day, by);
  if (standing->forgotten)
    ft_database_tally (database, FT_TALLY_FORGOTTEN, 1, by);
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = *(FtPromiseData **) a;
  const FtPromiseData *y = *(FtPromiseData **) b;
  if (x->target_at != y->target_at)
    return x->target_at < y->target_at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static FtKind
get_kind (FtLeadState state, gboolean has_promise)
{
  switch (state)
    {
    case FT_LEAD_CLOSED:
      return FT_KIND_CLOSED;
    case FT_LEAD_CUSTOMER:
      return has_promise ? FT_KIND_CUSTOMER : FT_KIND_CUSTOMER_WITHOUT;
    case FT_LEAD_OPEN:
    default:
      return has_promise ? FT_KIND_OPEN : FT_KIND_OPEN_WITHOUT;
    }
}

static FtStanding
derive_standing (FtDatabase *database, const FtLeadData *lead, GPtrArray *open_promises)
{
  FtStanding standing = { .due_at = FT_NEVER, .oldest_at = FT_NEVER };
  gboolean in_touch = FALSE;
  FtStatement *select;

  g_ptr_array_sort (open_promises, compare_targets);
  for (guint i = 0; i < open_promises->len; i++)
    {
      const FtPromiseData *promise = open_promises->pdata[i];
      if (promise->target_at < standing.due_at)
        {
          standing.due_at = promise->target_at;
          standing.due_id = promise->id;
        }
      if (promise->promised_at < standing.oldest_at)
        {
          standing.oldest_at = promise->promised_at;
          standing.oldest_id = promise->id;
        }
      in_touch = in_touch || ft_promise_data_is_contact (promise);
    }
  standing.kind = get_kind (lead->state, open_promises->len > 0);
  standing.forgotten = lead->state == FT_LEAD_CUSTOMER && !in_touch;
  standing.fence_day = lead->state == FT_LEAD_CLOSED ? 0 : lead->not_before_day;

  /* A note is no contact: nobody was reached for. */
  select = ft_statement (database, "SELECT count(*), max(at), max(at) FILTER (WHERE outcome <> 2) "
                                   "FROM contact WHERE lead_id = ? AND outcome <> 0");
  ft_bind_int (select, lead->id);
  if (ft_step (select))
    {
      standing.n_contacts = ft_column_int (select, 0);
      standing.last_contact_at = ft_column_int (select, 1);
      standing.heard_at = ft_column_int (select, 2);
      ft_reset (select);
    }
  standing.neglected_since = standing.n_contacts > 0 ? standing.last_contact_at : lead->created_at;
  return standing;
}

FtStanding
ft_index_derive_standing (FtDatabase *database, const FtLeadData *lead)
{
  g_autoptr (GPtrArray) promises = ft_record_read_promises_of (database, lead->id, TRUE);
  return derive_standing (database, lead, promises);
}

/* --- Instants --- */

static void
write_due (FtDatabase *database, const FtPromiseData *promise, gboolean fresh)
{
  FtStatement *write
      = fresh ? ft_statement (database, "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
              : ft_statement (
                  database,
                  "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                  "lead_id = excluded.lead_id, promised_at = excluded.promised_at, "
                  "target_at = excluded.target_at, reminded = excluded.reminded, "
                  "is_card = excluded.is_card, target_day = excluded.target_day, "
                  "snoozed_until = excluded.snoozed_until "
                  "WHERE lead_id <> excluded.lead_id OR promised_at <> excluded.promised_at "
                  "OR target_at <> excluded.target_at OR reminded <> excluded.reminded "
                  "OR is_card <> excluded.is_card OR target_day <> excluded.target_day "
                  "OR snoozed_until <> excluded.snoozed_until");
  gint64 snoozed_until = 0;
  FtReminded reminded
      = fresh ? FT_REMINDED_NOT : ft_reminded_get (database, promise, &snoozed_until);

  ft_bind_int (write, promise->id);
  ft_bind_int (write, promise->lead_id);
  ft_bind_int (write, promise->promised_at);
  ft_bind_int (write, promise->target_at);
  ft_bind_int (write, reminded);
  ft_bind_int (write, promise->kind == FT_PROMISE_CARD);
  ft_bind_int (write, promise->target.minute == FT_ALL_DAY ? promise->target.day : 0);
  ft_bind_int (write, snoozed_until);
  ft_run (write);
}

/* What is indexed of them now is counted no more. */
static void
forget_cards (FtDatabase *database, gint64 lead_id)
{
  FtStatement *select
      = ft_statement (database, "SELECT target_at FROM due WHERE lead_id = ? AND is_card = 1");

  ft_bind_int (select, lead_id);
  while (ft_step (select))
    ft_database_tally (database, FT_TALLY_CARD, ft_index_get_bucket (ft_column_int (select, 0)),
                       -1);
}

static void
put_due (FtDatabase *database, gint64 lead_id, GPtrArray *open_promises, gboolean fresh)
{
  FtStatement *delete;

  if (!fresh)
    forget_cards (database, lead_id);
  for (guint i = 0; i < open_promises->len; i++)
    {
      const FtPromiseData *promise = open_promises->pdata[i];
      ft_zones_see (database, promise->zone);
      if (promise->kind == FT_PROMISE_CARD)
        ft_database_tally (database, FT_TALLY_CARD, ft_index_get_bucket (promise->target_at), +1);
      write_due (database, promise, fresh);
    }
  if (fresh)
    return;
  delete = ft_statement (database, "DELETE FROM due WHERE lead_id = ?1 AND promise_id NOT IN "
                                   "(SELECT id FROM promise WHERE lead_id = ?1 AND state = 0)");
  ft_bind_int (delete, lead_id);
  ft_run (delete);
}

/* --- Sales --- */

static gint64
find_due (GPtrArray *by_target, gint64 sale_id)
{
  for (guint i = 0; i < by_target->len; i++)
    if (((FtPromiseData *) by_target->pdata[i])->sale_id == sale_id)
      return ((FtPromiseData *) by_target->pdata[i])->target_at;
  return FT_NEVER;
}

/* @by_target: the open promises of the lead by target */
static void
put_sales (FtDatabase *database, gint64 lead_id, GPtrArray *by_target, gboolean fresh)
{
  for (guint i = 0; i < by_target->len; i++)
    {
      const FtPromiseData *promise = by_target->pdata[i];
      FtStatement *write;

      if (promise->sale_id == 0 || find_due (by_target, promise->sale_id) != promise->target_at)
        continue;
      write
          = ft_statement (database, "INSERT INTO sale_place VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
                                    "SET lead_id = excluded.lead_id, due_at = excluded.due_at "
                                    "WHERE due_at <> excluded.due_at "
                                    "OR lead_id <> excluded.lead_id");
      ft_bind_int (write, promise->sale_id);
      ft_bind_int (write, lead_id);
      ft_bind_int (write, promise->target_at);
      ft_run (write);
    }
  if (!fresh)
    ft_run_with_id (ft_statement (database, "DELETE FROM sale_place WHERE lead_id = ?1 "
                                            "AND sale_id NOT IN (SELECT sale_id FROM promise WHERE "
                                            "lead_id = ?1 AND state = 0 AND sale_id IS NOT NULL)"),
                    lead_id);
}

/* --- Words --- */

static void
append_reaches (GString *out, GPtrArray *reaches)
{
  for (guint i = 0; i < reaches->len; i++)
    ft_words_append (out, ((FtReach *) reaches->pdata[i])->value);
}

static void
append_text (GString *out, const char *text)
{
  ft_words_append (out, text);
  ft_words_append_joined (out, text);
}

void
ft_index_derive_words (const FtLeadData *lead, GString *who, GString *rest, GString *digits)
{
  append_text (who, lead->name);
  append_text (who, lead->company);
  append_reaches (rest, lead->emails);
  append_text (rest, lead->role);
  append_text (rest, lead->city);
  append_text (rest, lead->notes);
  for (guint i = 0; i < lead->phones->len; i++)
    {
      g_autofree char *key = ft_phone_key (((FtReach *) lead->phones->pdata[i])->value);
      ft_words_append_digits (digits, key);
    }
}

static void
delete_words (FtDatabase *database, gint64 lead_id)
{
  FtStatement *delete = ft_statement (database, "DELETE FROM lead_words WHERE rowid = ?");
  ft_bind_int (delete, lead_id);
  ft_run (delete);
}

void
ft_index_put_words (FtDatabase *database, const FtLeadData *lead, gboolean fresh)
{
  g_autoptr (GString) who = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  FtStatement *insert;

  ft_index_derive_words (lead, who, rest, digits);
  if (!fresh)
    {
      gboolean same = FALSE;
      FtStatement *select
          = ft_statement (database, "SELECT who, rest, digits FROM lead_words WHERE rowid = ?");
      ft_bind_int (select, lead->id);
      if (ft_step (select))
        {
          same = g_str_equal (ft_column_text (select, 0), who->str)
                 && g_str_equal (ft_column_text (select, 1), rest->str)
                 && g_str_equal (ft_column_text (select, 2), digits->str);
          ft_reset (select);
        }
      if (same)
        return;
      delete_words (database, lead->id);
    }
  insert = ft_statement (database,
                         "INSERT INTO lead_words (rowid, who, rest, digits) VALUES (?, ?, ?, ?)");
  ft_bind_int (insert, lead->id);
  ft_bind_text (insert, who->str);
  ft_bind_text (insert, rest->str);
  ft_bind_text (insert, digits->str);
  ft_run (insert);
}

/* --- The whole of a lead --- */

static void
remove_lead (FtDatabase *database, gint64 lead_id)
{
  FtStanding standing;
  FtStatement *delete;

  if (!ft_index_read_standing (database, lead_id, &standing))
    return;
  tally (database, &standing, -1);
  forget_cards (database, lead_id);
  ft_run_with_id (ft_statement (database, "DELETE FROM sale_place WHERE lead_id = ?"), lead_id);
  delete = ft_statement (database, "DELETE FROM lead_place WHERE lead_id = ?");
  ft_bind_int (delete, lead_id);
  ft_run (delete);
  delete = ft_statement (database, "DELETE FROM due WHERE lead_id = ?");
  ft_bind_int (delete, lead_id);
  ft_run (delete);
  ft_match_remove (database, lead_id);
}

void
ft_index_put_place (FtDatabase *database, const FtLeadData *lead, gboolean fresh)
{
  g_autoptr (GPtrArray) promises = ft_record_read_promises_of (database, lead->id, TRUE);
  FtStanding old;
  FtStanding new = derive_standing (database, lead, promises);
  gboolean known = !fresh && ft_index_read_standing (database, lead->id, &old);

  put_due (database, lead->id, promises, !known);
  put_sales (database, lead->id, promises, !known);
  if (!known || memcmp (&old, &new, sizeof new) != 0)
    {
      if (known)
        tally (database, &old, -1);
      tally (database, &new, +1);
      write_standing (database, lead->id, &new, !known);
    }
  ft_match_put (database, lead, !known);
}

static void
index_place (FtDatabase *database, gint64 lead_id)
{
  g_autoptr (FtLeadData) lead = ft_record_read_lead (database, lead_id);
  if (lead)
    ft_index_put_place (database, lead, FALSE);
  else if (!ft_database_is_failed (database))
    remove_lead (database, lead_id);
}

static void
index_words (FtDatabase *database, gint64 lead_id)
{
  g_autoptr (FtLeadData) lead = ft_record_read_lead (database, lead_id);
  if (lead)
    ft_index_put_words (database, lead, FALSE);
  else if (!ft_database_is_failed (database))
    delete_words (database, lead_id);
}

void
ft_index_leads (FtDatabase *database, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    index_place (database, g_array_index (ids, gint64, i));
  for (guint i = 0; i < ids->len; i++)
    index_words (database, g_array_index (ids, gint64, i));
}

void
ft_index_renew_joined (FtDatabase *database)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FtStatement *select = ft_statement (
      database, "SELECT id FROM lead WHERE name || company || role || city || notes "
                "GLOB '" FT_WORDS_APOSTROPHE "'");

  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    index_words (database, g_array_index (ids, gint64, i));
}
