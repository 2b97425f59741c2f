#include "random-life.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Hundreds of gestures drawn by lot, and whether the store is still what the records say: all of it
 * derived anew by this test from nothing but the records, the slow and simple way. */

#define N_STEPS 240
#define EVERY 20

/* --- The simple way --- */

typedef struct
{
  gint64 id;
  gint64 due_at;    /* G_MAXINT64 without a promise */
  gint64 oldest_at; /* the same */
  gint64 last_at;   /* the last contact, else when it was added */
  gint32 fence_day;
  FtLeadState state;
  gboolean in_touch; /* a promise to be in touch is open */
  FtLeadCard *card;  /* borrowed */
} Simple;

/* "" is the user's own zone, and that of the clock. */
static gint64
get_instant (FtCivil civil, const char *zone)
{
  return ft_civil_to_instant (civil, *zone ? zone : LIFE_ZONE, NULL);
}

static Simple
look_at (FtLeadCard *card)
{
  Simple simple = { .id = card->lead->id,
                    .due_at = G_MAXINT64,
                    .oldest_at = G_MAXINT64,
                    .fence_day = card->lead->not_before_day,
                    .state = card->lead->state,
                    .card = card };

  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *promise = card->promises->pdata[i];
      if (promise->state != FT_PROMISE_OPEN)
        continue;
      simple.due_at = MIN (simple.due_at, get_instant (promise->target, promise->zone));
      simple.oldest_at = MIN (simple.oldest_at, get_instant (promise->promised, promise->zone));
      simple.in_touch |= promise->kind != FT_PROMISE_CARD && promise->kind != FT_PROMISE_DELIVERY
                         && promise->kind != FT_PROMISE_STEP;
    }
  for (guint i = 0; i < card->contacts->len; i++)
    {
      const FtContactData *contact = card->contacts->pdata[i];
      if (contact->outcome != FT_OUTCOME_NOTE)
        simple.last_at = MAX (simple.last_at, contact->at);
    }
  if (simple.last_at == 0)
    simple.last_at = card->lead->created_at;
  return simple;
}

static gboolean
is_late (const Simple *simple, const FtDayBounds *bounds)
{
  return simple->state != FT_LEAD_CLOSED && simple->oldest_at < bounds->now;
}

static gboolean
is_in (const Simple *simple, FtLeadFilter filter, const FtDayBounds *bounds)
{
  gboolean promised = simple->due_at < G_MAXINT64;
  gboolean waits = promised && simple->state != FT_LEAD_CLOSED && !is_late (simple, bounds);

  switch (filter)
    {
    case FT_FILTER_ALL:
      return simple->state != FT_LEAD_CLOSED;
    case FT_FILTER_LATE:
      return is_late (simple, bounds);
    case FT_FILTER_TODAY:
      return waits && simple->due_at < bounds->today_end;
    case FT_FILTER_WEEK:
      return waits && simple->due_at >= bounds->today_end && simple->due_at < bounds->week_end;
    case FT_FILTER_WITHOUT:
      return simple->state == FT_LEAD_OPEN && !promised;
    case FT_FILTER_AFTER_SALE:
      return simple->state == FT_LEAD_CUSTOMER;
    case FT_FILTER_FENCED:
      return simple->state != FT_LEAD_CLOSED && simple->fence_day > bounds->today;
    case FT_FILTER_CLOSED:
      return simple->state == FT_LEAD_CLOSED;
    case FT_FILTER_NOT_GIVEN:
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  FtLeadFilter filter;
  const FtDayBounds *bounds;
} Order;

static int
get_group (const Simple *simple, const FtDayBounds *bounds)
{
  if (simple->state == FT_LEAD_CLOSED)
    return 4;
  if (simple->due_at == G_MAXINT64)
    return simple->state == FT_LEAD_OPEN ? 2 : 3;
  return is_late (simple, bounds) ? 0 : 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Simple *x = a;
  const Simple *y = b;
  const Order *order = data;
  int group = get_group (x, order->bounds);
  gint64 at[2];

  if (order->filter == FT_FILTER_FENCED)
    {
      if (x->fence_day != y->fence_day)
        return x->fence_day < y->fence_day ? -1 : 1;
      return x->id < y->id ? -1 : x->id > y->id;
    }
  if (group != get_group (y, order->bounds))
    return group - get_group (y, order->bounds);
  at[0] = group == 0 ? x->oldest_at : group == 1 ? x->due_at : x->last_at;
  at[1] = group == 0 ? y->oldest_at : group == 1 ? y->due_at : y->last_at;
  if (group == 4)
    return at[0] != at[1] ? (at[0] > at[1] ? -1 : 1) : (x->id > y->id ? -1 : x->id < y->id);
  if (at[0] != at[1])
    return at[0] < at[1] ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static GArray *
look_at_all (GPtrArray *cards)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Simple));
  for (guint i = 0; i < cards->len; i++)
    {
      Simple simple = look_at (cards->pdata[i]);
      g_array_append_val (all, simple);
    }
  return all;
}

static void
assert_same_ids (const char *what, GArray *ids, GArray *expected)
{
  g_test_message ("%s", what);
  g_assert_cmpuint (ids->len, ==, expected->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (expected, Simple, i).id);
}

static GArray *
filter_simply (GArray *all, FtLeadFilter filter, const FtDayBounds *bounds)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (Simple));
  Order order = { filter, bounds };

  for (guint i = 0; i < all->len; i++)
    if (is_in (&g_array_index (all, Simple, i), filter, bounds))
      g_array_append_val (some, g_array_index (all, Simple, i));
  g_array_sort_with_data (some, compare, &order);
  return some;
}

static gint64
find_next_change (GArray *all, const FtDayBounds *bounds)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < all->len; i++)
    {
      const Simple *simple = &g_array_index (all, Simple, i);
      gboolean moves = simple->state != FT_LEAD_CLOSED && simple->due_at < G_MAXINT64
                       && simple->due_at >= bounds->today_end;
      if (simple->state != FT_LEAD_CLOSED && simple->oldest_at < G_MAXINT64
          && simple->oldest_at >= bounds->now)
        next = MIN (next, simple->oldest_at + 1);
      if (moves || is_in (simple, FT_FILTER_FENCED, bounds))
        next = MIN (next, bounds->today_end);
      for (guint j = 0; j < simple->card->promises->len; j++)
        {
          const FtPromiseData *promise = simple->card->promises->pdata[j];
          if (promise->state == FT_PROMISE_OPEN && promise->kind == FT_PROMISE_CARD
              && get_instant (promise->target, promise->zone) >= bounds->today_end)
            next = MIN (next, bounds->today_end);
        }
    }
  return next;
}

static guint
count_cards (GArray *all, gint64 before)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const FtLeadCard *card = g_array_index (all, Simple, i).card;
      for (guint j = 0; j < card->promises->len; j++)
        {
          const FtPromiseData *promise = card->promises->pdata[j];
          n += promise->state == FT_PROMISE_OPEN && promise->kind == FT_PROMISE_CARD
               && get_instant (promise->target, promise->zone) < before;
        }
    }
  return n;
}

/* E1, D8, B11: every list in its order, and every count. */
static void
assert_lists (Fixture *fixture, GArray *all)
{
  FtDayBounds bounds = fixture_bounds (fixture);
  FtCounts counts = sync_count (fixture->store, bounds);
  guint n_open = 0;
  guint n_forgotten = 0;

  for (FtLeadFilter filter = 0; filter < FT_N_FILTERS; filter++)
    {
      g_autoptr (GArray) expected = filter_simply (all, filter, &bounds);
      g_autoptr (GArray) ids = sync_query (fixture->store, filter, bounds, NULL);
      g_autofree char *what = g_strdup_printf ("filter %d", filter);
      assert_same_ids (what, ids, expected);
      g_assert_cmpuint (counts.n[filter], ==, expected->len);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Simple *simple = &g_array_index (all, Simple, i);
      n_open += simple->state == FT_LEAD_OPEN;
      n_forgotten += simple->state == FT_LEAD_CUSTOMER && !simple->in_touch;
    }
  g_assert_cmpuint (counts.n_leads, ==, all->len);
  g_assert_cmpuint (counts.n_open, ==, n_open);
  g_assert_cmpuint (counts.n_forgotten, ==, n_forgotten);
  g_assert_cmpuint (counts.n_cards, ==, count_cards (all, bounds.today_end));
  g_assert_cmpint (counts.next_change, ==, find_next_change (all, &bounds));
}

/* --- Search --- */

/* Whether a word of @text begins with @start. */
static gboolean
has_word (const char *text, const char *start)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain;
      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      plain = life_get_plain (word->str);
      if (!plain)
        plain = g_string_ascii_down (word)->str;
      if (g_str_has_prefix (plain, start))
        return TRUE;
      g_string_truncate (word, 0);
      if (c == 0)
        return FALSE;
    }
}

static gboolean
has_phone (const FtLeadData *lead, const char *digits)
{
  for (guint i = 0; i < lead->phones->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (((FtReach *) lead->phones->pdata[i])->value, " ", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      if (strstr (joined, digits))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_named (const FtLeadData *lead, char **starts)
{
  for (guint i = 0; starts[i]; i++)
    if (!has_word (lead->name, starts[i]) && !has_word (lead->company, starts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_found (const FtLeadData *lead, char **starts)
{
  for (guint i = 0; starts[i]; i++)
    {
      gboolean found = has_word (lead->name, starts[i]) || has_word (lead->company, starts[i])
                       || has_word (lead->role, starts[i]) || has_word (lead->city, starts[i])
                       || has_word (lead->notes, starts[i]) || has_phone (lead, starts[i]);
      for (guint j = 0; j < lead->emails->len && !found; j++)
        found = has_word (((FtReach *) lead->emails->pdata[j])->value, starts[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
assert_found (Fixture *fixture, GArray *all, const char *typed, const char *plain)
{
  FtDayBounds bounds = fixture_bounds (fixture);
  g_auto (GStrv) starts = g_strsplit (plain, " ", -1);
  g_autoptr (GArray) ids = sync_query (fixture->store, FT_FILTER_ALL, bounds, typed);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Simple));
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Simple));
  Order order = { FT_FILTER_ALL, &bounds };

  for (guint i = 0; i < all->len; i++)
    {
      const Simple *simple = &g_array_index (all, Simple, i);
      if (is_found (simple->card->lead, starts))
        g_array_append_vals (is_named (simple->card->lead, starts) ? named : rest, simple, 1);
    }
  g_array_sort_with_data (named, compare, &order);
  g_array_sort_with_data (rest, compare, &order);
  if (rest->len > 0)
    g_array_append_vals (named, rest->data, rest->len);
  assert_same_ids (typed, ids, named);
}

static void
assert_searches (Fixture *fixture, GArray *all)
{
  static const struct
  {
    const char *typed;
    const char *plain;
  } more[] = {
    { "an", "an" },
    { "roof", "roof" },
    { "roofi", "roofi" },
    { "  OZT   ", "ozt" },
    { "anna lukasz", "anna lukasz" },
    { "AEGIR roof", "aegir roof" },
    { "example", "example" },
    { "example.com", "example com" },
    { "lead1", "lead1" },
    { "10007", "10007" },
    { "140", "140" },
    { "nobody", "nobody" },
  };

  for (guint i = 0; life_get_word (i); i++)
    {
      const char *word = life_get_word (i);
      assert_found (fixture, all, word, life_get_plain (word));
      assert_found (fixture, all, life_get_plain (word), life_get_plain (word));
    }
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    assert_found (fixture, all, more[i].typed, more[i].plain);
}

/* --- After the sale --- */

typedef struct
{
  gint64 id;
  gint64 due_at;
} SaleDue;

static int
compare_sales (gconstpointer a, gconstpointer b)
{
  const SaleDue *x = a;
  const SaleDue *y = b;
  if (x->due_at != y->due_at)
    return x->due_at < y->due_at ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* B11: the sales with an open step, by the step due first. */
static void
assert_board (Fixture *fixture, GArray *all)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (SaleDue));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const FtLeadCard *card = g_array_index (all, Simple, i).card;
      for (guint j = 0; j < card->sales->len; j++)
        {
          SaleDue due = { ((FtSaleData *) card->sales->pdata[j])->id, G_MAXINT64 };
          for (guint k = 0; k < card->promises->len; k++)
            {
              const FtPromiseData *promise = card->promises->pdata[k];
              if (promise->sale_id == due.id && promise->state == FT_PROMISE_OPEN)
                due.due_at = MIN (due.due_at, get_instant (promise->target, promise->zone));
            }
          if (due.due_at < G_MAXINT64)
            g_array_append_val (expected, due);
        }
    }
  g_array_sort (expected, compare_sales);
  ft_store_query_sales_async (fixture->store, NULL, keep_result, &result);
  ids = ft_store_query_sales_finish (fixture->store, await_result (&result), NULL);
  g_assert_cmpuint (ids->len, ==, expected->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (expected, SaleDue, i).id);
}

static void
assert_all (Fixture *fixture, Life *life)
{
  g_autoptr (GPtrArray) cards = life_read_all (life);
  g_autoptr (GArray) all = look_at_all (cards);
  g_auto (GStrv) problems = sync_check (fixture->store);
  g_autofree char *wrong = g_strjoinv ("; ", problems);

  g_assert_cmpstr (wrong, ==, "");
  assert_lists (fixture, all);
  assert_searches (fixture, all);
  assert_board (fixture, all);
}

/* --- Every byte of it --- */

static void
append_rows (GString *out, sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *select;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &select, NULL), ==, SQLITE_OK);
  while (sqlite3_step (select) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (select); i++)
        g_string_append_printf (out, "%d:%s|", sqlite3_column_type (select, i),
                                (const char *) sqlite3_column_text (select, i));
      g_string_append_c (out, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (select), ==, SQLITE_OK);
}

/* All records and all that is derived, as a copy of the file has it. (transfer full) */
static char *
dump (Fixture *fixture)
{
  static const char *const queries[] = {
    "SELECT * FROM piece ORDER BY id",
    "SELECT * FROM lead ORDER BY id",
    "SELECT * FROM reach ORDER BY id",
    "SELECT * FROM fact ORDER BY id",
    "SELECT * FROM ask ORDER BY id",
    "SELECT * FROM sale ORDER BY id",
    "SELECT * FROM promise ORDER BY id",
    "SELECT * FROM contact ORDER BY id",
    "SELECT * FROM day_off ORDER BY id",
    "SELECT * FROM due ORDER BY promise_id",
    "SELECT * FROM lead_place ORDER BY lead_id",
    "SELECT * FROM sale_place ORDER BY sale_id",
    "SELECT * FROM tally WHERE n <> 0 ORDER BY what, bucket",
    "SELECT rowid, who, rest, digits FROM lead_words ORDER BY rowid",
    "SELECT * FROM match_key ORDER BY hash, lead_id",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  sqlite3 *handle;

  sync_backup (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_string_append_printf (out, "%s\n", queries[i]);
      append_rows (out, handle, queries[i]);
    }
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_cmpint (g_remove (path), ==, 0);
  return g_string_free (out, FALSE);
}

/* Where two texts part, so that a failure can be read. */
static void
assert_same_text (const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1);
  g_auto (GStrv) y = g_strsplit (b, "\n", -1);

  for (guint i = 0; x[i] && y[i]; i++)
    g_assert_cmpstr (x[i], ==, y[i]);
  g_assert_cmpuint (g_strv_length (x), ==, g_strv_length (y));
}

typedef struct
{
  Fixture *fixture;
  GPtrArray *states; /* char *: every byte after 0, EVERY, 2 * EVERY … steps of undo */
} Track;

static void
walk_back (Life *life, Track *track, GArray *steps)
{
  guint n = g_array_index (steps, guint, steps->len - 1);

  for (guint i = steps->len; i-- > 0;)
    {
      g_autofree char *now = NULL;
      for (; n > g_array_index (steps, guint, i); n--)
        g_assert_true (life_undo (life));
      now = dump (track->fixture);
      assert_same_text (now, track->states->pdata[i]);
    }
}

static void
walk_forth (Life *life, Track *track, GArray *steps)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *now = NULL;
      for (; n < g_array_index (steps, guint, i); n++)
        g_assert_true (life_redo (life));
      now = dump (track->fixture);
      assert_same_text (now, track->states->pdata[i]);
    }
}

/* How many steps the store has made: what changed nothing was none. */
static guint
count_steps (Fixture *fixture)
{
  guint n = 0;
  for (guint i = 0; i < fixture->changes->len; i++)
    {
      const FtChangeSet *change = fixture->changes->pdata[i];
      n += change->leads->len > 0 || change->pieces || change->days_off || change->everything;
    }
  return n;
}

/* There was something to be wrong about. */
static void
assert_lived (Life *life)
{
  g_autoptr (GPtrArray) cards = life_read_all (life);
  guint leads[FT_LEAD_CLOSED + 1] = { 0 };
  guint promises[FT_PROMISE_CANCELLED + 1] = { 0 };
  guint outcomes[FT_OUTCOME_DEFINITE_NO + 1] = { 0 };
  guint n_sales = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      const FtLeadCard *card = cards->pdata[i];
      leads[card->lead->state]++;
      n_sales += card->sales->len;
      for (guint j = 0; j < card->promises->len; j++)
        promises[((FtPromiseData *) card->promises->pdata[j])->state]++;
      for (guint j = 0; j < card->contacts->len; j++)
        outcomes[((FtContactData *) card->contacts->pdata[j])->outcome]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    g_assert_cmpuint (leads[i], >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    g_assert_cmpuint (promises[i], >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    g_assert_cmpuint (outcomes[i], >, 0);
  g_assert_cmpuint (n_sales, >, 0);
}

static void
test_life (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Life) life = life_new (fixture->store, GPOINTER_TO_UINT (data), G_MAXINT);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  Track track = { fixture, states };

  for (guint i = 0; i <= N_STEPS; i++)
    {
      if (i % EVERY == 0)
        {
          guint n = count_steps (fixture);
          assert_all (fixture, life);
          g_array_append_val (steps, n);
          g_ptr_array_add (states, dump (fixture));
        }
      if (i < N_STEPS)
        life_step (life);
    }
  assert_lived (life);

  walk_back (life, &track, steps);
  g_assert_false (life_undo (life));
  assert_all (fixture, life);
  walk_forth (life, &track, steps);
  assert_all (fixture, life);

  /* Closed and opened again, nothing is forgotten; one life is enough for that. */
  if (GPOINTER_TO_UINT (data) != 1)
    return;
  g_clear_pointer (&life, life_free);
  fixture_reopen (fixture);
  life = life_new (fixture->store, 1, G_MAXINT);
  walk_back (life, &track, steps);
  g_clear_pointer (&life, life_free);
  fixture_reopen (fixture);
  life = life_new (fixture->store, 1, G_MAXINT);
  walk_forth (life, &track, steps);
  life_look_again (life);
  assert_all (fixture, life);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 2; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/life/%u", seed);
      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_life,
                  fixture_tear_down);
    }
  return g_test_run ();
}
