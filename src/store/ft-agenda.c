#define G_LOG_DOMAIN "ft-store"

#include "store/ft-agenda.h"

#include "store/ft-columns.h"
#include "store/ft-job-args.h"
#include "store/ft-record.h"

/* Decisions of one day that are read: more than any day shows, even of an import that gave
 * everybody the same. */
#define MAX_DECISIONS 50

/* The last that was heard of the lead, and which way they leaned then (A4). */
#define LEAN                                                                                       \
  "coalesce ((SELECT lean FROM contact WHERE contact.lead_id = lead.id AND lean <> 0 "             \
  "ORDER BY at DESC, id DESC LIMIT 1), 0)"

void
ft_agenda_free (FtAgenda *self)
{
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/* @select: promise.*, FT_RECORD_PARTIAL_LEAD, LEAN */
static FtPromiseRow *
column_row (FtDatabase *database, FtStatement *select)
{
  g_autoptr (FtPromiseData) promise = ft_record_column_promise (database, select);
  g_autoptr (FtLeadData) lead = ft_record_column_partial_lead (select, FT_RECORD_N_PROMISE, FALSE);
  FtPromiseRow *row = ft_promise_row_new (promise, lead);

  row->lean = ft_column_int (select, FT_RECORD_N_PROMISE + FT_RECORD_N_PARTIAL_LEAD);
  return row;
}

static void
read_open (FtDatabase *database, gint64 from, gint64 to, GPtrArray *rows)
{
  /* A target is never after its promised time. */
  FtStatement *select
      = ft_statement (database, "SELECT promise.*, " FT_RECORD_PARTIAL_LEAD ", " LEAN
                                " FROM (SELECT promise_id FROM due INDEXED BY due_promised "
                                "WHERE promised_at >= ?1 AND promised_at < ?2 AND target_at < ?1 "
                                "UNION ALL SELECT promise_id FROM due INDEXED BY due_target "
                                "WHERE target_at >= ?1 AND target_at < ?2) "
                                "CROSS JOIN promise ON promise.id = promise_id "
                                "CROSS JOIN lead ON lead.id = promise.lead_id");

  ft_bind_int (select, from);
  ft_bind_int (select, to);
  while (ft_step (select))
    g_ptr_array_add (rows, column_row (database, select));
}

/* Kept ones have no instants in an index: their days are looked at in whatever zone, then their
 * instants. */
static void
read_kept (FtDatabase *database, gint64 from, gint64 to, gint32 first, gint32 last, GPtrArray *rows)
{
  FtStatement *select
      = ft_statement (database, "SELECT promise.*, " FT_RECORD_PARTIAL_LEAD ", " LEAN
                                " FROM promise INDEXED BY promise_kept "
                                "CROSS JOIN lead ON lead.id = promise.lead_id "
                                "WHERE promise.state = 1 AND promised >= ?1 AND promised < ?2");
  char begin[FT_CIVIL_TEXT];
  char end[FT_CIVIL_TEXT];

  ft_bind_day (select, first - 1, begin);
  ft_bind_day (select, last + 2, end);
  while (ft_step (select))
    {
      g_autoptr (FtPromiseRow) row = column_row (database, select);

      if (row->promise->promised_at >= from && row->promise->target_at < to)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
}

static void
read_decisions (FtDatabase *database, gint32 first, gint32 last, GPtrArray *leads)
{
  for (gint32 day = first; day <= last; day++)
    {
      FtStatement *select = ft_statement (
          database, "SELECT " FT_RECORD_PARTIAL_LEAD " FROM lead INDEXED BY lead_decision "
                    "WHERE decision_day = ?1 AND decision_day <> '' AND state = 0 LIMIT ?2");
      char text[FT_CIVIL_TEXT];

      ft_bind_day (select, day, text);
      ft_bind_int (select, MAX_DECISIONS);
      while (ft_step (select))
        g_ptr_array_add (leads, ft_record_column_partial_lead (select, 0, FALSE));
    }
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const FtPromiseData *x = (*(FtPromiseRow *const *) a)->promise;
  const FtPromiseData *y = (*(FtPromiseRow *const *) b)->promise;

  if (x->target_at != y->target_at)
    return x->target_at < y->target_at ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

FtAgenda *
ft_agenda_read (FtDatabase *database, gint32 first, gint32 last)
{
  FtAgenda *self = g_new0 (FtAgenda, 1);
  gint64 from = ft_record_to_instant (database, (FtCivil){ first, 0, 0 }, "");
  gint64 to = ft_record_to_instant (database, (FtCivil){ last + 1, 0, 0 }, "");

  self->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_row_unref);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_data_unref);
  read_open (database, from, to, self->promises);
  read_kept (database, from, to, first, last, self->promises);
  g_ptr_array_sort (self->promises, compare_targets);
  read_decisions (database, first, last, self->decisions);
  return self;
}

/* --- For the store --- */

static void
read_agenda (FtJob *job, FtDatabase **database)
{
  const FtJobArgs *args = ft_job_get_args (job);

  ft_job_take_result (job, ft_agenda_read (*database, args->from, args->to), ft_agenda_free);
}

void
ft_store_read_agenda_async (FtStore *self,
                            gint32 first,
                            gint32 last,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (FT_IS_STORE (self));
  g_return_if_fail (first > 0 && last >= first);
  ft_store_push_args (self, ft_store_read_agenda_async, read_agenda,
                      (FtJobArgs){ .from = first, .to = last }, cancellable, callback, data);
}

FtAgenda *
ft_store_read_agenda_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish (self, ft_store_read_agenda_async, result, error);
}
