#define G_LOG_DOMAIN "ft-store"

#include "store/ft-check.h"

#include "store/ft-days-off.h"
#include "store/ft-index.h"
#include "store/ft-match.h"
#include "store/ft-record.h"
#include "store/ft-reminded.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PROBLEMS 100

typedef struct
{
  FtDatabase *database; /* borrowed */
  GPtrArray *problems;  /* owned strings */
} Check;

G_GNUC_PRINTF (2, 3)
static void
add_problem (Check *self, const char *format, ...)
{
  va_list args;

  if (self->problems->len >= MAX_PROBLEMS)
    return;
  va_start (args, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

/* A damaged page is a finding, not a reason to stop looking. */
static void
add_failure (Check *self)
{
  g_autoptr (GError) error = NULL;

  if (ft_database_take (self->database, &error))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ft_database_fail (self->database, g_steal_pointer (&error));
  else
    add_problem (self, "%s", error->message);
}

static void
check_file (Check *self)
{
  FtStatement *pragma = ft_statement (self->database, "PRAGMA integrity_check");

  while (ft_step (pragma))
    if (!g_str_equal (ft_column_text (pragma, 0), "ok"))
      add_problem (self, _ ("The file is damaged: %s"), ft_column_text (pragma, 0));
  add_failure (self);

  pragma = ft_statement (self->database, "PRAGMA foreign_key_check");
  while (ft_step (pragma))
    add_problem (self, _ ("A row of “%s” refers to a record that does not exist"),
                 ft_column_text (pragma, 0));
  add_failure (self);
}

static void
check_words_index (Check *self)
{
  ft_run (ft_statement (self->database,
                        "INSERT INTO lead_words (lead_words) VALUES ('integrity-check')"));
  add_failure (self);
}

/* --- What is derived --- */

static void
check_standing (Check *self, const FtLeadData *lead)
{
  FtStanding derived = ft_index_derive_standing (self->database, lead);
  FtStanding stored;

  if (!ft_index_read_standing (self->database, lead->id, &stored)
      || memcmp (&derived, &stored, sizeof stored) != 0)
    add_problem (self, _ ("The place of “%s” in the lists is wrong"), lead->name);
}

static void
check_due (Check *self, const FtLeadData *lead)
{
  g_autoptr (GPtrArray) promises = ft_record_read_promises_of (self->database, lead->id, TRUE);

  for (guint i = 0; i < promises->len; i++)
    {
      const FtPromiseData *promise = promises->pdata[i];
      gint64 snoozed_until;
      FtReminded reminded = ft_reminded_get (self->database, promise, &snoozed_until);
      FtStatement *select = ft_statement (
          self->database, "SELECT 1 FROM due WHERE promise_id = ? AND lead_id = ? AND "
                          "promised_at = ? AND target_at = ? AND reminded = ? AND is_card = ? "
                          "AND target_day = ? AND snoozed_until = ?");
      ft_bind_int (select, promise->id);
      ft_bind_int (select, lead->id);
      ft_bind_int (select, promise->promised_at);
      ft_bind_int (select, promise->target_at);
      ft_bind_int (select, reminded);
      ft_bind_int (select, promise->kind == FT_PROMISE_CARD);
      ft_bind_int (select, promise->target.minute == FT_ALL_DAY ? promise->target.day : 0);
      ft_bind_int (select, snoozed_until);
      if (ft_lookup_int (select, 0) != 1)
        add_problem (self, _ ("The time of a promise to “%s” is wrong"), lead->name);
      if (!ft_civil_is_set (promise->promised) || !ft_civil_is_set (promise->target))
        add_problem (self, _ ("A promise to “%s” has no day"), lead->name);
    }
}

static void
check_words (Check *self, const FtLeadData *lead)
{
  g_autoptr (GString) who = g_string_new (NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  FtStatement *select
      = ft_statement (self->database, "SELECT count(*) FROM lead_words WHERE rowid = ? AND who = ? "
                                      "AND rest = ? AND digits = ?");

  ft_index_derive_words (lead, who, rest, digits);
  ft_bind_int (select, lead->id);
  ft_bind_text (select, who->str);
  ft_bind_text (select, rest->str);
  ft_bind_text (select, digits->str);
  if (ft_lookup_int (select, 0) != 1)
    add_problem (self, _ ("“%s” is not found by its words"), lead->name);
  if (!ft_match_is_indexed (self->database, lead))
    add_problem (self, _ ("“%s” would not be recognised by an import"), lead->name);
}

static void
check_leads (Check *self)
{
  gint64 id = 0;

  while (!ft_database_is_failed (self->database))
    {
      g_autoptr (FtLeadData) lead = NULL;
      FtStatement *select = ft_statement (self->database, "SELECT min(id) FROM lead WHERE id > ?");

      ft_bind_int (select, id);
      id = ft_lookup_int (select, 0);
      if (id == 0)
        break;
      lead = ft_record_read_lead (self->database, id);
      if (lead)
        {
          check_standing (self, lead);
          check_due (self, lead);
          check_words (self, lead);
        }
      add_failure (self);
    }
}

static void
check_days_off (Check *self)
{
  g_autoptr (GPtrArray) days_off = ft_days_off_read (self->database);

  for (guint i = 0; i < days_off->len; i++)
    {
      const FtDayOffData *day_off = days_off->pdata[i];

      if (day_off->first_day <= 0 || day_off->last_day < day_off->first_day)
        add_problem (self, _ ("The absence or holiday “%s” has no days"), day_off->text);
    }
  add_failure (self);
}

static void
check_none (Check *self, FtStatement *select, const char *problem)
{
  if (ft_lookup_int (select, 0) != 0)
    add_problem (self, "%s", problem);
  add_failure (self);
}

static void
check_leftovers (Check *self)
{
  check_none (
      self,
      ft_statement (self->database,
                    "SELECT (SELECT count(*) FROM lead_place) - (SELECT count(*) FROM lead)"),
      _ ("The lists do not hold the leads there are"));
  check_none (self,
              ft_statement (self->database, "SELECT (SELECT count(*) FROM due) "
                                            "- (SELECT count(*) FROM promise WHERE state = 0)"),
              _ ("The calendar does not hold the open promises there are"));
  check_none (
      self,
      ft_statement (self->database,
                    "SELECT (SELECT count(*) FROM lead_words) - (SELECT count(*) FROM lead)"),
      _ ("The search does not hold the leads there are"));
  check_none (
      self,
      ft_statement (self->database,
                    "SELECT count(*) FROM match_key WHERE lead_id NOT IN (SELECT id FROM lead)"),
      _ ("An import would recognise leads that are gone"));
}

/* The board has each sale with an open step, by the first of them; a step is the sale's lead's. */
static void
check_sales (Check *self)
{
  check_none (
      self,
      ft_statement (self->database,
                    "WITH expected (sale_id, lead_id, due_at) AS (SELECT sale_id, promise.lead_id, "
                    "min(target_at) FROM promise JOIN due ON promise_id = promise.id "
                    "WHERE sale_id IS NOT NULL GROUP BY sale_id) "
                    "SELECT (SELECT count(*) FROM (SELECT * FROM expected EXCEPT SELECT sale_id, "
                    "lead_id, due_at FROM sale_place)) "
                    "+ (SELECT count(*) FROM (SELECT sale_id, lead_id, due_at FROM sale_place "
                    "EXCEPT SELECT * FROM expected))"),
      _ ("The board does not hold the sales that are open"));
  check_none (self,
              ft_statement (self->database, "SELECT count(*) FROM promise JOIN sale ON sale.id = "
                                            "sale_id WHERE promise.lead_id <> sale.lead_id"),
              _ ("A step of a sale belongs to another lead than the sale"));
}

/* The buckets are what grouping the leads gives, no more and no less. */
static void
check_tally (Check *self)
{
  FtStatement *select = ft_statement (
      self->database,
      "WITH expected (what, bucket, n) AS ("
      "SELECT 0, (due_at - (due_at % ?1 + ?1) % ?1) / ?1 AS b, count(*) FROM lead_place WHERE kind "
      "<= 1 GROUP BY b "
      "UNION ALL "
      "SELECT 1, (oldest_at - (oldest_at % ?1 + ?1) % ?1) / ?1 AS b, count(*) FROM lead_place "
      "WHERE kind <= 1 GROUP BY b "
      "UNION ALL SELECT 2, kind, count(*) FROM lead_place GROUP BY kind "
      "UNION ALL SELECT 3, fence_day, count(*) FROM lead_place WHERE fence_day > 0 GROUP BY "
      "fence_day "
      "UNION ALL SELECT 4, (target_at - (target_at % ?1 + ?1) % ?1) / ?1 AS b, count(*) FROM due "
      "WHERE is_card = 1 GROUP BY b "
      "UNION ALL SELECT 5, 1, count(*) FROM lead_place WHERE forgotten = 1 HAVING count(*) > 0) "
      "SELECT (SELECT count(*) FROM (SELECT * FROM expected EXCEPT SELECT * FROM tally)) "
      "+ (SELECT count(*) FROM (SELECT * FROM tally EXCEPT SELECT * FROM expected))");
  ft_bind_int (select, FT_TALLY_SECONDS);
  check_none (self, select, _ ("The counts are wrong"));
}

char **
ft_check (FtDatabase *database)
{
  Check self = { database, g_ptr_array_new_with_free_func (g_free) };

  check_file (&self);
  check_words_index (&self);
  check_leads (&self);
  check_days_off (&self);
  check_leftovers (&self);
  check_sales (&self);
  check_tally (&self);
  g_ptr_array_set_free_func (self.problems, NULL);
  g_ptr_array_add (self.problems, NULL);
  return (char **) g_ptr_array_free (self.problems, FALSE);
}
