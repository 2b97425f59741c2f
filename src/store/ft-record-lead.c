#define G_LOG_DOMAIN "ft-store"

#include "store/ft-record.h"

#include "store/ft-columns.h"

typedef enum
{
  REACH_PHONE = 0,
  REACH_EMAIL = 1,
} ReachKind;

/* --- Reading --- */

void
ft_record_read_reaches (FtDatabase *database, FtLeadData *lead)
{
  FtStatement *select = ft_statement (
      database, "SELECT kind, label, value FROM reach WHERE lead_id = ? ORDER BY id");
  ft_bind_int (select, lead->id);
  while (ft_step (select))
    g_ptr_array_add (ft_column_int (select, 0) == REACH_PHONE ? lead->phones : lead->emails,
                     ft_reach_new (ft_column_text (select, 1), ft_column_text (select, 2)));
}

static void
read_facts (FtDatabase *database, FtLeadData *lead)
{
  FtStatement *select = ft_statement (
      database, "SELECT day, sensitive, text FROM fact WHERE lead_id = ? ORDER BY id");
  ft_bind_int (select, lead->id);
  while (ft_step (select))
    g_ptr_array_add (lead->facts, ft_fact_new (ft_column_day (select, 0), ft_column_int (select, 1),
                                               ft_column_text (select, 2)));
}

static void
read_asks (FtDatabase *database, FtLeadData *lead)
{
  FtStatement *select = ft_statement (
      database, "SELECT day, done_day, text FROM ask WHERE lead_id = ? ORDER BY id");
  ft_bind_int (select, lead->id);
  while (ft_step (select))
    g_ptr_array_add (lead->asks, ft_ask_new (ft_column_day (select, 0), ft_column_day (select, 1),
                                             ft_column_text (select, 2)));
}

FtLeadData *
ft_record_read_lead (FtDatabase *database, gint64 id)
{
  g_autoptr (FtLeadData) lead = NULL;
  int column = 0;
  FtStatement *select = ft_statement (database, "SELECT * FROM lead WHERE id = ?");

  ft_bind_int (select, id);
  if (!ft_step (select))
    return NULL;
  lead = ft_lead_data_new ("");
  lead->id = ft_column_int (select, column++);
  ft_column_set (select, column++, &lead->uid);
  ft_column_set (select, column++, &lead->name);
  ft_column_set (select, column++, &lead->company);
  ft_column_set (select, column++, &lead->role);
  ft_column_set (select, column++, &lead->street);
  ft_column_set (select, column++, &lead->postcode);
  ft_column_set (select, column++, &lead->city);
  ft_column_set (select, column++, &lead->region);
  ft_column_set (select, column++, &lead->country);
  ft_column_set (select, column++, &lead->source);
  ft_column_set (select, column++, &lead->closing_words);
  ft_column_set (select, column++, &lead->override_words);
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    ft_column_set (select, column++, &lead->benefits[i].text);
  ft_column_set (select, column++, &lead->trial_close);
  ft_column_set (select, column++, &lead->trial_answer);
  ft_column_set (select, column++, &lead->notes);
  lead->zone = g_intern_string (ft_column_text (select, column++));
  lead->decision_day = ft_column_day (select, column++);
  lead->not_before_day = ft_column_day (select, column++);
  lead->nothing_else_day = ft_column_day (select, column++);
  lead->channel = ft_column_int (select, column++);
  lead->state = ft_column_int (select, column++);
  lead->interval = ft_column_int (select, column++);
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    lead->benefits[i].head = ft_column_int (select, column++);
  lead->created_at = ft_column_int (select, column++);
  lead->changed_at = ft_column_int (select, column++);
  ft_reset (select);

  ft_record_read_reaches (database, lead);
  read_facts (database, lead);
  read_asks (database, lead);
  return ft_database_is_failed (database) ? NULL : g_steal_pointer (&lead);
}

FtLeadData *
ft_record_column_partial_lead (FtStatement *select, int first, gboolean with_reaches)
{
  FtLeadData *lead = ft_lead_data_new_partial (ft_column_text (select, first + 1),
                                               ft_column_text (select, first + 2),
                                               ft_column_text (select, first + 3), with_reaches);

  lead->id = ft_column_int (select, first);
  lead->zone = g_intern_string (ft_column_text (select, first + 4));
  lead->channel = ft_column_int (select, first + 5);
  lead->state = ft_column_int (select, first + 6);
  lead->decision_day = ft_column_day (select, first + 7);
  lead->not_before_day = ft_column_day (select, first + 8);
  lead->interval = ft_column_int (select, first + 9);
  lead->created_at = ft_column_int (select, first + 10);
  return lead;
}

/* --- Writing --- */

static void
insert_reaches (FtDatabase *database, const FtLeadData *lead, ReachKind kind)
{
  GPtrArray *reaches = kind == REACH_PHONE ? lead->phones : lead->emails;

  for (guint i = 0; i < reaches->len; i++)
    {
      const FtReach *reach = reaches->pdata[i];
      FtStatement *insert = ft_statement (database, "INSERT INTO reach VALUES (?, ?, ?, ?, ?)");
      ft_bind_int (insert, ft_database_new_id (database));
      ft_bind_int (insert, lead->id);
      ft_bind_int (insert, kind);
      ft_bind_text (insert, reach->label);
      ft_bind_text (insert, reach->value);
      ft_run (insert);
    }
}

static void
insert_facts (FtDatabase *database, const FtLeadData *lead)
{
  for (guint i = 0; i < lead->facts->len; i++)
    {
      const FtFact *fact = lead->facts->pdata[i];
      char day[FT_CIVIL_TEXT];
      FtStatement *insert = ft_statement (database, "INSERT INTO fact VALUES (?, ?, ?, ?, ?)");
      ft_bind_int (insert, ft_database_new_id (database));
      ft_bind_int (insert, lead->id);
      ft_bind_day (insert, fact->day, day);
      ft_bind_int (insert, fact->sensitive != FALSE);
      ft_bind_text (insert, fact->text);
      ft_run (insert);
    }
}

static void
insert_asks (FtDatabase *database, const FtLeadData *lead)
{
  for (guint i = 0; i < lead->asks->len; i++)
    {
      const FtAsk *ask = lead->asks->pdata[i];
      char day[FT_CIVIL_TEXT], done_day[FT_CIVIL_TEXT];
      FtStatement *insert = ft_statement (database, "INSERT INTO ask VALUES (?, ?, ?, ?, ?)");
      ft_bind_int (insert, ft_database_new_id (database));
      ft_bind_int (insert, lead->id);
      ft_bind_day (insert, ask->day, day);
      ft_bind_day (insert, ask->done_day, done_day);
      ft_bind_text (insert, ask->text);
      ft_run (insert);
    }
}

static void
insert_lists (FtDatabase *database, const FtLeadData *lead)
{
  insert_reaches (database, lead, REACH_PHONE);
  insert_reaches (database, lead, REACH_EMAIL);
  insert_facts (database, lead);
  insert_asks (database, lead);
}

static void
delete_lists (FtDatabase *database, gint64 id)
{
  ft_run_with_id (ft_statement (database, "DELETE FROM reach WHERE lead_id = ?"), id);
  ft_run_with_id (ft_statement (database, "DELETE FROM fact WHERE lead_id = ?"), id);
  ft_run_with_id (ft_statement (database, "DELETE FROM ask WHERE lead_id = ?"), id);
}

/* Binds all but the id, in the order of the table. */
static void
bind_and_run (FtStatement *statement, const FtLeadData *lead)
{
  char decision_day[FT_CIVIL_TEXT], not_before_day[FT_CIVIL_TEXT], nothing_else_day[FT_CIVIL_TEXT];

  ft_bind_int (statement, lead->id);
  ft_bind_text (statement, lead->uid);
  ft_bind_text (statement, lead->name);
  ft_bind_text (statement, lead->company);
  ft_bind_text (statement, lead->role);
  ft_bind_text (statement, lead->street);
  ft_bind_text (statement, lead->postcode);
  ft_bind_text (statement, lead->city);
  ft_bind_text (statement, lead->region);
  ft_bind_text (statement, lead->country);
  ft_bind_text (statement, lead->source);
  ft_bind_text (statement, lead->closing_words);
  ft_bind_text (statement, lead->override_words);
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    ft_bind_text (statement, lead->benefits[i].text);
  ft_bind_text (statement, lead->trial_close);
  ft_bind_text (statement, lead->trial_answer);
  ft_bind_text (statement, lead->notes);
  ft_bind_text (statement, lead->zone);
  ft_bind_day (statement, lead->decision_day, decision_day);
  ft_bind_day (statement, lead->not_before_day, not_before_day);
  ft_bind_day (statement, lead->nothing_else_day, nothing_else_day);
  ft_bind_int (statement, lead->channel);
  ft_bind_int (statement, lead->state);
  ft_bind_int (statement, lead->interval);
  for (guint i = 0; i < FT_N_BENEFITS; i++)
    ft_bind_int (statement, lead->benefits[i].head);
  ft_bind_int (statement, lead->created_at);
  ft_bind_int (statement, lead->changed_at);
  ft_run (statement);
}

void
ft_record_insert_lead (FtDatabase *database, const FtLeadData *lead)
{
  bind_and_run (
      ft_statement (database,
                    "INSERT INTO lead VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      lead);
  insert_lists (database, lead);
}

void
ft_record_update_lead (FtDatabase *database, const FtLeadData *lead, const FtLeadData *old)
{
  bind_and_run (
      ft_statement (
          database,
          "UPDATE lead SET name = ?3, company = ?4, role = ?5, street = ?6, postcode = "
          "?7, "
          "city = ?8, region = ?9, country = ?10, source = ?11, closing_words = ?12, "
          "override_words = ?13, benefit_1 = ?14, benefit_2 = ?15, benefit_3 = ?16, trial_close = "
          "?17, "
          "trial_answer = ?18, notes = ?19, zone = ?20, decision_day = ?21, not_before_day = ?22, "
          "nothing_else_day = ?23, channel = ?24, state = ?25, interval = ?26, benefit_1_head = "
          "?27, "
          "benefit_2_head = ?28, benefit_3_head = ?29, created_at = ?30, changed_at = ?31 WHERE id "
          "= ?1"),
      lead);
  /* The lists are short: if anything in them changed they are written anew. */
  if (!ft_lead_data_lists_equal (lead, old))
    {
      delete_lists (database, lead->id);
      insert_lists (database, lead);
    }
}

void
ft_record_delete_lead (FtDatabase *database, gint64 id)
{
  ft_run_with_id (ft_statement (database, "DELETE FROM contact WHERE lead_id = ?"), id);
  /* A contact of another lead may have been about one of its promises. */
  ft_run_with_id (ft_statement (database,
                                "UPDATE contact SET promise_id = NULL WHERE promise_id IN "
                                "(SELECT id FROM promise WHERE lead_id = ?)"),
                  id);
  ft_run_with_id (ft_statement (database, "DELETE FROM promise WHERE lead_id = ?"), id);
  ft_run_with_id (ft_statement (database, "DELETE FROM sale WHERE lead_id = ?"), id);
  delete_lists (database, id);
  ft_run_with_id (ft_statement (database, "DELETE FROM lead WHERE id = ?"), id);
}
