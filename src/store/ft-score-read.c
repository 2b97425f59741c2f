#define G_LOG_DOMAIN "ft-store"

#include "store/ft-score-read.h"

#include "store/ft-columns.h"
#include "store/ft-record.h"

#include <string.h>

/* So many rows a part: a save that waits for one is not noticed. */
#define PROMISES_A_PART 8000
#define CONTACTS_A_PART 8000
#define LEADS_A_PART 1500

typedef enum
{
  STAGE_BEGIN,
  STAGE_PROMISES,
  STAGE_CONTACTS,
  STAGE_LEADS,
  STAGE_DONE,
} Stage;

struct _FtScoreRead
{
  FtScorePeriod period;
  GDateWeekday first_weekday;
  gboolean whole;

  FtScoreData *data; /* owned, once begun */
  gint64 *ends;      /* owned: of the spans, as instants */
  gint64 from;       /* the instant at which the first span begins */
  Stage stage;
  char promised[FT_CIVIL_TEXT]; /* where the part before ended: the day, */
  gint64 at;                    /* the instant, */
  gint64 id;                    /* and the record */
  gint64 last_id;               /* the highest there is */
  GHashTable *answered; /* owned: lead → when they last were in touch, see ft_channels_add () */
  double fraction;
};

FtScoreRead *
ft_score_read_new (FtScorePeriod period, GDateWeekday first_weekday, gboolean whole)
{
  FtScoreRead *self = g_new0 (FtScoreRead, 1);
  self->period = period;
  self->first_weekday = first_weekday;
  self->whole = whole;
  self->answered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
ft_score_read_free (FtScoreRead *self)
{
  g_clear_pointer (&self->data, ft_score_data_free);
  g_hash_table_unref (self->answered);
  g_free (self->ends);
  g_free (self);
}

double
ft_score_read_get_fraction (FtScoreRead *self)
{
  return self->fraction / (self->whole ? 3 : 1);
}

FtScoreData *
ft_score_read_steal (FtScoreRead *self)
{
  return g_steal_pointer (&self->data);
}

/* --- Beginning --- */

static gint64
begin_of_day (FtDatabase *database, gint32 day)
{
  return ft_civil_to_instant ((FtCivil){ day, 0, 0 }, ft_database_get_zone (database), NULL);
}

static gint32
find_earliest (FtDatabase *database)
{
  FtStatement *select = ft_statement (database, "SELECT min(promised) FROM promise");
  gint64 at = ft_lookup_int (ft_statement (database, "SELECT min(at) FROM contact"), 0);
  gint32 contact = at > 0 ? ft_civil_from_instant (at, ft_database_get_zone (database)).day : 0;
  gint32 promise = 0;

  if (ft_step (select))
    {
      promise = ft_column_civil (select, 0).day;
      ft_reset (select);
    }
  return promise > 0 && contact > 0 ? MIN (promise, contact) : MAX (promise, contact);
}

static void
begin (FtScoreRead *self, FtDatabase *database)
{
  gint64 now = ft_database_get_now (database);
  gint32 today = ft_civil_from_instant (now, ft_database_get_zone (database)).day;
  gint32 earliest = self->period == FT_SCORE_ALL ? find_earliest (database) : 0;

  self->data = ft_score_data_new (self->period, earliest, today, self->first_weekday);
  self->ends = g_new (gint64, self->data->n_spans);
  for (guint i = 0; i < self->data->n_spans; i++)
    self->ends[i] = i + 1 < self->data->n_spans
                        ? begin_of_day (database, self->data->spans[i + 1].first_day)
                        : now;
  self->from = begin_of_day (database, ft_score_get_first_day (self->data));
  self->at = begin_of_day (database, self->data->end_day);
  self->last_id = MAX (ft_database_get_last_id (database), 1);
}

/* --- Promises --- */

FtPromiseData
ft_score_column_promise (FtDatabase *database, FtStatement *select)
{
  FtPromiseData promise = {
    .id = ft_column_int (select, 0),
    .promised = ft_column_civil (select, 1),
    .zone = g_intern_string (ft_column_text (select, 3)),
    .kind = ft_column_int (select, 4),
    .state = ft_column_int (select, 5),
    .cause = ft_column_int (select, 6),
    .done_at = ft_column_int (select, 7),
  };

  promise.promised.fold = ft_column_int (select, 2);
  promise.promised_at = ft_record_to_instant (database, promise.promised, promise.zone);
  return promise;
}

/* Those of a few weeks by their days. */
static FtStatement *
select_days (FtScoreRead *self,
             FtDatabase *database,
             char from[FT_CIVIL_TEXT],
             char until[FT_CIVIL_TEXT])
{
  FtStatement *select = ft_statement (
      database, "SELECT " FT_SCORE_PROMISE " FROM promise INDEXED BY promise_promised "
                "WHERE (promised, id) > (?1, ?2) AND promised < ?3 ORDER BY promised, id LIMIT ?4");

  if (self->promised[0] == '\0')
    ft_bind_day (select, ft_score_get_first_day (self->data), from);
  else
    {
      memcpy (from, self->promised, FT_CIVIL_TEXT);
      ft_bind_text (select, from);
    }
  ft_bind_int (select, self->id);
  ft_bind_day (select, self->data->end_day, until);
  ft_bind_int (select, PROMISES_A_PART);
  return select;
}

/* All of them as they lie in the file, which is quicker by far than to look each up. */
static FtStatement *
select_all (FtScoreRead *self, FtDatabase *database)
{
  FtStatement *select = ft_statement (database, "SELECT " FT_SCORE_PROMISE
                                                " FROM promise WHERE id > ? ORDER BY id LIMIT ?");

  ft_bind_int (select, self->id);
  ft_bind_int (select, PROMISES_A_PART);
  return select;
}

static gboolean
read_promises (FtScoreRead *self, FtDatabase *database)
{
  gboolean all = self->period == FT_SCORE_ALL;
  gint64 now = ft_database_get_now (database);
  gint32 first = ft_score_get_first_day (self->data);
  char from[FT_CIVIL_TEXT], until[FT_CIVIL_TEXT];
  FtStatement *select
      = all ? select_all (self, database) : select_days (self, database, from, until);
  guint n = 0;

  while (ft_step (select))
    {
      FtPromiseData promise = ft_score_column_promise (database, select);

      ft_score_add_promise (self->data, &promise, now);
      g_strlcpy (self->promised, ft_column_text (select, 1), sizeof self->promised);
      self->id = promise.id;
      self->fraction
          = all ? (double) promise.id / self->last_id
                : (double) (promise.promised.day - first) / (self->data->end_day - first);
      n++;
    }
  return n == PROMISES_A_PART;
}

/* --- Contacts --- */

guint
ft_score_count_contacts (FtDatabase *database, gint64 lead_id, gint64 at, gint64 contact_id)
{
  FtStatement *before = ft_statement (
      database, "SELECT at, id FROM contact INDEXED BY contact_sold WHERE lead_id = ?1 "
                "AND outcome = 7 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC LIMIT 1");
  FtStatement *count;
  gint64 last_at = G_MININT64;
  gint64 last_id = 0;

  ft_bind_int (before, lead_id);
  ft_bind_int (before, at);
  ft_bind_int (before, contact_id);
  if (ft_step (before))
    {
      last_at = ft_column_int (before, 0);
      last_id = ft_column_int (before, 1);
      ft_reset (before);
    }
  count
      = ft_statement (database, "SELECT count(*) FROM contact WHERE lead_id = ?1 AND outcome <> 0 "
                                "AND (at, id) <= (?2, ?3) AND (at, id) > (?4, ?5)");
  ft_bind_int (count, lead_id);
  ft_bind_int (count, at);
  ft_bind_int (count, contact_id);
  ft_bind_int (count, last_at);
  ft_bind_int (count, last_id);
  return ft_lookup_int (count, 0);
}

/* Only leads that got in touch by themselves are remembered. */
static void
add_contact (FtScoreRead *self, const FtContactData *contact)
{
  gint64 *known = g_hash_table_lookup (self->answered, &contact->lead_id);
  gint64 answered_at = known ? *known : 0;
  gint64 before = answered_at;

  if (contact->outcome != FT_OUTCOME_NOTE)
    self->data->n_contacts++;
  ft_channels_add (contact, &answered_at, self->data->channels);
  if (known)
    *known = answered_at;
  else if (answered_at != before)
    g_hash_table_insert (self->answered, g_memdup2 (&contact->lead_id, sizeof contact->lead_id),
                         g_memdup2 (&answered_at, sizeof answered_at));
}

/* The latest first, for who comes back answers what was tried before. */
static gboolean
read_contacts (FtScoreRead *self, FtDatabase *database)
{
  FtStatement *select
      = ft_statement (database, "SELECT id, lead_id, at, channel, direction, outcome FROM contact "
                                "INDEXED BY contact_at WHERE (at, id) < (?1, ?2) AND at >= ?3 "
                                "ORDER BY at DESC, id DESC LIMIT ?4");
  gint64 end = self->ends[self->data->n_spans - 1];
  guint n = 0;

  ft_bind_int (select, self->at);
  ft_bind_int (select, self->id);
  ft_bind_int (select, self->from);
  ft_bind_int (select, CONTACTS_A_PART);
  while (ft_step (select))
    {
      FtContactData contact = {
        .id = ft_column_int (select, 0),
        .lead_id = ft_column_int (select, 1),
        .at = ft_column_int (select, 2),
        .channel = ft_column_int (select, 3),
        .direction = ft_column_int (select, 4),
        .outcome = ft_column_int (select, 5),
      };

      add_contact (self, &contact);
      if (contact.outcome == FT_OUTCOME_SOLD)
        ft_score_add_sale (self->data, ft_score_count_contacts (database, contact.lead_id,
                                                                contact.at, contact.id));
      self->at = contact.at;
      self->id = contact.id;
      self->fraction = 1 + CLAMP ((double) (end - contact.at) / MAX (end - self->from, 1), 0, 1);
      n++;
    }
  return n == CONTACTS_A_PART;
}

/* --- Leads --- */

/* When it bought or said no; the beginning of time if nobody knows, which has it never open. */
static gint64
find_closed (FtDatabase *database, gint64 lead_id)
{
  FtStatement *select = ft_statement (
      database, "SELECT max(at) FROM contact WHERE lead_id = ? AND outcome IN (7, 8)");

  ft_bind_int (select, lead_id);
  return ft_lookup_int (select, 0);
}

FtScoreInterval
ft_score_read_open (FtDatabase *database, gint64 lead_id, gint64 created_at, FtLeadState state)
{
  return (FtScoreInterval){ created_at,
                            state == FT_LEAD_OPEN ? G_MAXINT64 : find_closed (database, lead_id) };
}

GArray *
ft_score_read_promised (FtDatabase *database, gint64 lead_id)
{
  GArray *promises = g_array_new (FALSE, FALSE, sizeof (FtScoreInterval));
  FtStatement *select
      = ft_statement (database, "SELECT created_at, done_at, state FROM promise WHERE lead_id = ?");

  ft_bind_int (select, lead_id);
  while (ft_step (select))
    {
      gboolean is_open = ft_column_int (select, 2) == FT_PROMISE_OPEN;
      FtScoreInterval promise
          = { ft_column_int (select, 0), is_open ? G_MAXINT64 : ft_column_int (select, 1) };
      g_array_append_val (promises, promise);
    }
  return promises;
}

static void
add_lead (FtScoreRead *self, FtDatabase *database, gint64 lead_id, FtScoreInterval open)
{
  g_autoptr (GArray) promises = NULL;

  if (open.until < self->ends[0])
    return; /* before all of it */
  promises = ft_score_read_promised (database, lead_id);
  ft_score_add_lead (self->data, self->ends, open, (const FtScoreInterval *) promises->data,
                     promises->len);
}

static gboolean
read_leads (FtScoreRead *self, FtDatabase *database)
{
  FtStatement *select = ft_statement (
      database, "SELECT id, created_at, state FROM lead WHERE id > ? ORDER BY id LIMIT ?");
  guint n = 0;

  ft_bind_int (select, self->id);
  ft_bind_int (select, LEADS_A_PART);
  while (ft_step (select))
    {
      self->id = ft_column_int (select, 0);
      add_lead (self, database, self->id,
                ft_score_read_open (database, self->id, ft_column_int (select, 1),
                                    ft_column_int (select, 2)));
      self->fraction = 2 + (double) self->id / self->last_id;
      n++;
    }
  return n == LEADS_A_PART;
}

/* --- All of it --- */

static void
enter_stage (FtScoreRead *self, Stage stage)
{
  self->stage = stage;
  self->fraction = stage - STAGE_PROMISES;
  self->id = stage == STAGE_CONTACTS ? G_MAXINT64 : 0;
}

gboolean
ft_score_read_next (FtScoreRead *self, FtDatabase *database)
{
  switch (self->stage)
    {
    case STAGE_BEGIN:
      begin (self, database);
      enter_stage (self, STAGE_PROMISES);
      break;
    case STAGE_PROMISES:
      if (!read_promises (self, database))
        enter_stage (self, self->whole ? STAGE_CONTACTS : STAGE_DONE);
      break;
    case STAGE_CONTACTS:
      if (!read_contacts (self, database))
        enter_stage (self, STAGE_LEADS);
      break;
    case STAGE_LEADS:
      if (!read_leads (self, database))
        enter_stage (self, STAGE_DONE);
      break;
    case STAGE_DONE:
    default:
      break;
    }
  return self->stage != STAGE_DONE;
}
