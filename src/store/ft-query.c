#define G_LOG_DOMAIN "ft-store"

#include "store/ft-query.h"

#include "store/ft-index.h"

/* Every list is a sequence of parts, each of which an index has in order. */

typedef enum
{
  PART_LATE,
  PART_DUE,
  PART_OPEN_WITHOUT,
  PART_CUSTOMER_WITHOUT,
  PART_FENCED,
  PART_CLOSED,
} Part;

/* --- Reading --- */

/* What a query reads, and how much of it. */
typedef struct
{
  FtDatabase *database;
  const FtLeadQuery *query;
  GHashTable *except; /* owned: gint64, not NULL only while there are some */
  GArray *ids;
  guint limit; /* 0: all */
} Reading;

static void
append_ids (Reading *reading, FtStatement *select)
{
  while ((reading->limit == 0 || reading->ids->len < reading->limit) && ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      if (!reading->except || !g_hash_table_contains (reading->except, &id))
        g_array_append_val (reading->ids, id);
    }
  ft_reset (select);
}

/* Leads with a promise, of kinds @from to @to. */
static void
append_late (Reading *reading, FtKind from, FtKind to)
{
  FtStatement *select = ft_statement (reading->database,
                                      "SELECT lead_id FROM lead_place INDEXED BY lead_place_oldest "
                                      "WHERE kind <= 1 AND oldest_at < ? AND kind BETWEEN ? AND ? "
                                      "ORDER BY oldest_at, lead_id");
  ft_bind_int (select, reading->query->bounds.now);
  ft_bind_int (select, from);
  ft_bind_int (select, to);
  append_ids (reading, select);
}

/* Those not late with a target in [from, to). */
static void
append_due (Reading *reading, gint64 due_from, gint64 due_to, FtKind from, FtKind to)
{
  FtStatement *select = ft_statement (
      reading->database, "SELECT lead_id FROM lead_place INDEXED BY lead_place_due "
                         "WHERE kind <= 1 AND due_at >= ? AND due_at < ? AND oldest_at >= ? "
                         "AND kind BETWEEN ? AND ? ORDER BY due_at, lead_id");
  ft_bind_int (select, due_from);
  ft_bind_int (select, due_to);
  ft_bind_int (select, reading->query->bounds.now);
  ft_bind_int (select, from);
  ft_bind_int (select, to);
  append_ids (reading, select);
}

static void
append_without (Reading *reading, FtKind kind)
{
  FtStatement *select = ft_statement (reading->database,
                                      "SELECT lead_id FROM lead_place WHERE kind = ? AND kind >= 2 "
                                      "ORDER BY neglected_since, lead_id");
  ft_bind_int (select, kind);
  append_ids (reading, select);
}

static void
append_fenced (Reading *reading)
{
  FtStatement *select = ft_statement (
      reading->database, "SELECT lead_id FROM lead_place WHERE fence_day > 0 AND fence_day > ? "
                         "ORDER BY fence_day, lead_id");
  ft_bind_int (select, reading->query->bounds.today);
  append_ids (reading, select);
}

static void
append_closed (Reading *reading)
{
  append_ids (reading, ft_statement (reading->database,
                                     "SELECT lead_id FROM lead_place WHERE kind = 4 AND kind >= 2 "
                                     "ORDER BY neglected_since DESC, lead_id DESC"));
}

/* Open leads that have not had a piece (A5). A set of those who had it is quicker than to ask for
 * each. */
static void
append_not_given (Reading *reading)
{
  FtStatement *select
      = ft_statement (reading->database, "SELECT DISTINCT lead_id FROM contact WHERE piece_id = ?");

  reading->except = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ft_bind_int (select, reading->query->piece_id);
  while (ft_step (select))
    {
      gint64 id = ft_column_int (select, 0);
      g_hash_table_add (reading->except, g_memdup2 (&id, sizeof id));
    }
  append_late (reading, FT_KIND_OPEN, FT_KIND_OPEN);
  append_due (reading, G_MININT64, FT_NEVER, FT_KIND_OPEN, FT_KIND_OPEN);
  append_without (reading, FT_KIND_OPEN_WITHOUT);
  g_clear_pointer (&reading->except, g_hash_table_unref);
}

GArray *
ft_query_leads (FtDatabase *database, const FtLeadQuery *query, guint limit)
{
  const FtDayBounds *bounds = &query->bounds;
  Reading reading = { .database = database, .query = query, .limit = limit };

  if (*query->search)
    return ft_search_leads (database, query, limit);

  reading.ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  switch (query->filter)
    {
    case FT_FILTER_ALL:
      append_late (&reading, FT_KIND_OPEN, FT_KIND_CUSTOMER);
      append_due (&reading, G_MININT64, FT_NEVER, FT_KIND_OPEN, FT_KIND_CUSTOMER);
      append_without (&reading, FT_KIND_OPEN_WITHOUT);
      append_without (&reading, FT_KIND_CUSTOMER_WITHOUT);
      break;
    case FT_FILTER_LATE:
      append_late (&reading, FT_KIND_OPEN, FT_KIND_CUSTOMER);
      break;
    case FT_FILTER_TODAY:
      append_due (&reading, G_MININT64, bounds->today_end, FT_KIND_OPEN, FT_KIND_CUSTOMER);
      break;
    case FT_FILTER_WEEK:
      append_due (&reading, bounds->today_end, bounds->week_end, FT_KIND_OPEN, FT_KIND_CUSTOMER);
      break;
    case FT_FILTER_WITHOUT:
      append_without (&reading, FT_KIND_OPEN_WITHOUT);
      break;
    case FT_FILTER_AFTER_SALE:
      append_late (&reading, FT_KIND_CUSTOMER, FT_KIND_CUSTOMER);
      append_due (&reading, G_MININT64, FT_NEVER, FT_KIND_CUSTOMER, FT_KIND_CUSTOMER);
      append_without (&reading, FT_KIND_CUSTOMER_WITHOUT);
      break;
    case FT_FILTER_FENCED:
      append_fenced (&reading);
      break;
    case FT_FILTER_CLOSED:
      append_closed (&reading);
      break;
    case FT_FILTER_NOT_GIVEN:
      append_not_given (&reading);
      break;
    default:
      g_assert_not_reached ();
    }
  return reading.ids;
}

/* --- The same order for one lead --- */

FtSortKey
ft_query_get_key_in_all (const FtStanding *standing, gint64 lead_id, const FtDayBounds *bounds)
{
  switch ((FtKind) standing->kind)
    {
    case FT_KIND_OPEN:
    case FT_KIND_CUSTOMER:
      return standing->oldest_at < bounds->now
                 ? (FtSortKey){ lead_id, .group = PART_LATE, .at = standing->oldest_at }
                 : (FtSortKey){ lead_id, .group = PART_DUE, .at = standing->due_at };
    case FT_KIND_OPEN_WITHOUT:
      return (FtSortKey){ lead_id, .group = PART_OPEN_WITHOUT, .at = standing->neglected_since };
    case FT_KIND_CUSTOMER_WITHOUT:
      return (FtSortKey){ lead_id, .group = PART_CUSTOMER_WITHOUT,
                          .at = standing->neglected_since };
    case FT_KIND_CLOSED:
    default:
      return (FtSortKey){ lead_id, .group = PART_CLOSED, .at = -standing->neglected_since };
    }
}

static gboolean
was_given (FtDatabase *database, gint64 piece_id, gint64 lead_id)
{
  FtStatement *select = ft_statement (
      database, "SELECT EXISTS (SELECT 1 FROM contact WHERE piece_id = ? AND lead_id = ?)");
  ft_bind_int (select, piece_id);
  ft_bind_int (select, lead_id);
  return ft_lookup_int (select, 0) != 0;
}

static gboolean
is_in (FtDatabase *database,
       const FtStanding *standing,
       const FtSortKey *key,
       const FtLeadQuery *query)
{
  switch (query->filter)
    {
    case FT_FILTER_ALL:
      return key->group != PART_CLOSED;
    case FT_FILTER_LATE:
      return key->group == PART_LATE;
    case FT_FILTER_TODAY:
      return key->group == PART_DUE && standing->due_at < query->bounds.today_end;
    case FT_FILTER_WEEK:
      return key->group == PART_DUE && standing->due_at >= query->bounds.today_end
             && standing->due_at < query->bounds.week_end;
    case FT_FILTER_WITHOUT:
      return key->group == PART_OPEN_WITHOUT;
    case FT_FILTER_AFTER_SALE:
      return standing->kind == FT_KIND_CUSTOMER || standing->kind == FT_KIND_CUSTOMER_WITHOUT;
    case FT_FILTER_FENCED:
      return standing->fence_day > query->bounds.today;
    case FT_FILTER_CLOSED:
      return key->group == PART_CLOSED;
    case FT_FILTER_NOT_GIVEN:
      return (standing->kind == FT_KIND_OPEN || standing->kind == FT_KIND_OPEN_WITHOUT)
             && !was_given (database, query->piece_id, key->id);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static FtSortKey
get_key (FtDatabase *database, const FtLeadQuery *query, gint64 lead_id)
{
  FtStanding standing;
  FtSortKey key;

  if (!ft_index_read_standing (database, lead_id, &standing))
    return (FtSortKey){ .id = lead_id, .group = -1 };
  key = ft_query_get_key_in_all (&standing, lead_id, &query->bounds);
  if (!is_in (database, &standing, &key, query))
    key.group = -1;
  else if (query->filter == FT_FILTER_FENCED)
    key = (FtSortKey){ lead_id, PART_FENCED, standing.fence_day };
  return key;
}

int
ft_sort_key_compare (gconstpointer a, gconstpointer b)
{
  const FtSortKey *x = a;
  const FtSortKey *y = b;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (x->group == PART_CLOSED)
    return (x->id < y->id) - (x->id > y->id);
  return (x->id > y->id) - (x->id < y->id);
}

/* --- Places --- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FtPlace *x = a;
  const FtPlace *y = b;
  return x->in != y->in ? (x->in ? -1 : 1) : 0;
}

/* The first element at or after @from that is not touched; ids->len if there is none before @to. */
static guint
skip_touched (GArray *ids, GArray *touched, guint from, guint to)
{
  while (from < to
         && g_array_binary_search (touched, &g_array_index (ids, gint64, from), compare_ids, NULL))
    from++;
  return from;
}

/* How many elements of @ids come before @key; the touched ones tell nothing, since they are out of
 * order. */
static guint
bisect (FtDatabase *database,
        const FtLeadQuery *query,
        GArray *ids,
        GArray *touched,
        const FtSortKey *key)
{
  guint low = 0;
  guint high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint probe = skip_touched (ids, touched, middle, high);
      FtSortKey other;

      if (probe == high)
        {
          high = middle;
          continue;
        }
      other = get_key (database, query, g_array_index (ids, gint64, probe));
      if (ft_sort_key_compare (&other, key) < 0)
        low = probe + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
ft_query_places (FtDatabase *database, const FtLeadQuery *query, GArray *ids, GArray *touched)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (FtPlace));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FtSortKey));
  g_autoptr (GArray) sorted = g_array_copy (touched);
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort (sorted, compare_ids);
  /* Where touched leads stand in the list as it was: positions are without them. */
  for (guint i = 0; i < ids->len && sorted->len > 0; i++)
    if (g_array_binary_search (sorted, &g_array_index (ids, gint64, i), compare_ids, NULL))
      g_array_append_val (at, i);

  for (guint i = 0; i < touched->len; i++)
    {
      FtSortKey key = get_key (database, query, g_array_index (touched, gint64, i));
      g_array_append_val (keys, key);
    }
  g_array_sort (keys, ft_sort_key_compare);

  for (guint i = 0; i < keys->len; i++)
    {
      const FtSortKey *key = &g_array_index (keys, FtSortKey, i);
      FtPlace place = { .id = key->id, .in = key->group >= 0 };
      if (place.in)
        {
          guint n_before = 0;
          guint position = bisect (database, query, ids, sorted, key);
          while (n_before < at->len && g_array_index (at, guint, n_before) < position)
            n_before++;
          place.position = position - n_before;
        }
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* --- Counting --- */

static gint64
sum_buckets (FtDatabase *database, FtTally what, gint64 before)
{
  FtStatement *select
      = ft_statement (database, "SELECT sum(n) FROM tally WHERE what = ? AND bucket < ?");
  ft_bind_int (select, what);
  ft_bind_int (select, before);
  return ft_lookup_int (select, 0);
}

static gint64
count_with_promise (FtDatabase *database, FtTally what, gint64 before)
{
  gint64 bucket = ft_index_get_bucket (before);
  FtStatement *select
      = what == FT_TALLY_DUE
            ? ft_statement (database, "SELECT count(*) FROM lead_place INDEXED BY lead_place_due "
                                      "WHERE kind <= 1 AND due_at >= ? AND due_at < ?")
            : ft_statement (database,
                            "SELECT count(*) FROM lead_place INDEXED BY lead_place_oldest "
                            "WHERE kind <= 1 AND oldest_at >= ? AND oldest_at < ?");
  ft_bind_int (select, bucket * FT_TALLY_SECONDS);
  ft_bind_int (select, before);
  return ft_lookup_int (select, 0) + sum_buckets (database, what, bucket);
}

static gint64
count_cards (FtDatabase *database, gint64 before)
{
  gint64 bucket = ft_index_get_bucket (before);
  FtStatement *select
      = ft_statement (database, "SELECT count(*) FROM due INDEXED BY due_card "
                                "WHERE is_card = 1 AND target_at >= ? AND target_at < ?");
  ft_bind_int (select, bucket * FT_TALLY_SECONDS);
  ft_bind_int (select, before);
  return ft_lookup_int (select, 0) + sum_buckets (database, FT_TALLY_CARD, bucket);
}

/* The first instant after now at which a lead turns late, or a midnight that moves some. */
static gint64
find_next_change (FtDatabase *database, const FtDayBounds *bounds, const FtCounts *counts)
{
  gint64 next_late, next_due;
  FtStatement *select = ft_statement (
      database, "SELECT min(oldest_at) FROM lead_place INDEXED BY lead_place_oldest "
                "WHERE kind <= 1 AND oldest_at >= ?");
  ft_bind_int (select, bounds->now);
  next_late = ft_lookup_int (select, FT_NEVER);
  if (next_late < FT_NEVER)
    next_late++; /* late is when the promised minute has passed */

  select = ft_statement (database, "SELECT min(due_at) FROM lead_place INDEXED BY lead_place_due "
                                   "WHERE kind <= 1 AND due_at >= ?");
  ft_bind_int (select, bounds->today_end);
  next_due = ft_lookup_int (select, FT_NEVER);
  select = ft_statement (database, "SELECT min(target_at) FROM due INDEXED BY due_card "
                                   "WHERE is_card = 1 AND target_at >= ?");
  ft_bind_int (select, bounds->today_end);
  next_due = MIN (next_due, ft_lookup_int (select, FT_NEVER));
  if (next_due < FT_NEVER || counts->n[FT_FILTER_FENCED] > 0)
    next_late = MIN (next_late, bounds->today_end);
  return next_late;
}

FtCounts
ft_query_counts (FtDatabase *database, const FtDayBounds *bounds)
{
  FtCounts counts = { 0 };
  guint kinds[FT_N_KINDS] = { 0 };
  gint64 late, today, week;
  FtStatement *select = ft_statement (database, "SELECT bucket, n FROM tally WHERE what = ?");

  ft_bind_int (select, FT_TALLY_KIND);
  while (ft_step (select))
    if (ft_column_int (select, 0) >= 0 && ft_column_int (select, 0) < FT_N_KINDS)
      kinds[ft_column_int (select, 0)] = ft_column_int (select, 1);

  late = count_with_promise (database, FT_TALLY_OLDEST, bounds->now);
  /* Of the late ones the target has passed as well, so they are among these. */
  today = count_with_promise (database, FT_TALLY_DUE, bounds->today_end);
  week = count_with_promise (database, FT_TALLY_DUE, bounds->week_end);

  counts.n_open = kinds[FT_KIND_OPEN] + kinds[FT_KIND_OPEN_WITHOUT];
  counts.n[FT_FILTER_AFTER_SALE] = kinds[FT_KIND_CUSTOMER] + kinds[FT_KIND_CUSTOMER_WITHOUT];
  counts.n[FT_FILTER_ALL] = counts.n_open + counts.n[FT_FILTER_AFTER_SALE];
  counts.n[FT_FILTER_LATE] = late;
  counts.n[FT_FILTER_TODAY] = today - late;
  counts.n[FT_FILTER_WEEK] = week - today;
  counts.n[FT_FILTER_WITHOUT] = kinds[FT_KIND_OPEN_WITHOUT];
  counts.n[FT_FILTER_FENCED] = sum_buckets (database, FT_TALLY_FENCE, G_MAXINT32)
                               - sum_buckets (database, FT_TALLY_FENCE, (gint64) bounds->today + 1);
  counts.n[FT_FILTER_CLOSED] = kinds[FT_KIND_CLOSED];
  counts.n_forgotten = sum_buckets (database, FT_TALLY_FORGOTTEN, G_MAXINT32);
  counts.n_cards = count_cards (database, bounds->today_end);
  counts.n_leads = counts.n[FT_FILTER_ALL] + counts.n[FT_FILTER_CLOSED];
  counts.next_change = find_next_change (database, bounds, &counts);
  return counts;
}
