#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-desk.h"
#include "model/ft-entry-list.h"
#include "model/ft-piece-list.h"
#include "model/ft-sale-board.h"
#include "model/ft-score.h"
#include "model/ft-tally.h"
#include "random-life.h"

#include <string.h>

/* Every model through the same random life: after each change it is what a model made this moment
 * would be, it told so by signals that add up to it, and what somebody holds is still the object it
 * was. */

#define N_STEPS 130
#define N_FILTERS (FT_FILTER_CLOSED + 1)

typedef struct
{
  FtLeadList *filters[N_FILTERS];
  FtLeadList *search;
  FtDesk *desk;
  FtPromiseRange *range;
  FtSaleBoard *board;
  FtEntryList *entries[2];
  FtPieceList *pieces;
  FtTally *tally;
  FtScore *score;
} Models;

static void
set_queries (Models *models)
{
  gint32 today = fixture_civil (0, 0, 0).day;
  const FtEntryQuery queries[]
      = { { .kind = FT_ENTRIES_PROMISES, .slice = { today - 20, today + 40, -1, -1, -1, FALSE } },
          { .kind = FT_ENTRIES_TRIES,
            .slice = { today - 20, today + 40, -1, -1, -1, FALSE },
            .channel = FT_CHANNEL_PHONE } };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    ft_entry_list_set_query (models->entries[i], &queries[i]);
}

static Models
make (Fixture *fixture)
{
  gint32 today = fixture_civil (0, 0, 0).day;
  Models models = { .search = ft_lead_list_new (fixture->store),
                    .desk = ft_desk_new (fixture->store),
                    .range = ft_promise_range_new (fixture->store),
                    .board = ft_sale_board_new (fixture->store),
                    .pieces = ft_piece_list_new (fixture->store),
                    .tally = ft_tally_new (fixture->store),
                    .score = ft_score_new (fixture->store, FT_SCORE_QUARTER, TRUE) };

  for (guint i = 0; i < N_FILTERS; i++)
    {
      models.filters[i] = ft_lead_list_new (fixture->store);
      ft_lead_list_set_filter (models.filters[i], i);
    }
  ft_lead_list_set_search (models.search, "an");
  ft_promise_range_set_days (models.range, today - 3, today + 10);
  for (guint i = 0; i < G_N_ELEMENTS (models.entries); i++)
    models.entries[i] = ft_entry_list_new (fixture->store);
  set_queries (&models);
  ft_score_set_active (models.score, TRUE);
  fixture_settle (fixture);
  return models;
}

static void
clear (Fixture *fixture, Models *models)
{
  for (guint i = 0; i < N_FILTERS; i++)
    g_assert_finalize_object (models->filters[i]);
  for (guint i = 0; i < G_N_ELEMENTS (models->entries); i++)
    g_assert_finalize_object (models->entries[i]);
  g_assert_finalize_object (models->search);
  g_assert_finalize_object (models->desk);
  g_assert_finalize_object (models->range);
  g_assert_finalize_object (models->board);
  g_assert_finalize_object (models->pieces);
  g_assert_finalize_object (models->tally);
  g_assert_finalize_object (models->score);
  fixture_settle (fixture);
}

/* --- The same --- */

static void
assert_same_leads (FtLeadList *a, FtLeadList *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  g_assert_cmpuint (n, ==, g_list_model_get_n_items (G_LIST_MODEL (b)));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = ft_lead_list_get_id_at (a, i);
      g_assert_cmpint (id, ==, ft_lead_list_get_id_at (b, i));
      g_assert_cmpuint (ft_lead_list_find (a, id), ==, i);
    }
}

static void
assert_same_promises (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (FtPromise) x = g_list_model_get_item (a, i);
      g_autoptr (FtPromise) y = g_list_model_get_item (b, i);
      g_assert_cmpint (ft_promise_get_id (x), ==, ft_promise_get_id (y));
      g_assert_true (ft_promise_equal (x, y));
    }
}

static void
assert_same_pieces (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (FtPiece) x = g_list_model_get_item (a, i);
      g_autoptr (FtPiece) y = g_list_model_get_item (b, i);
      g_assert_true (ft_piece_equal (x, y));
    }
}

/* The ids; rows come for what is looked at. */
static void
assert_same_sales (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (FtSale) x = g_list_model_get_item (a, i);
      g_autoptr (FtSale) y = g_list_model_get_item (b, i);
      g_assert_cmpint (ft_sale_get_id (x), ==, ft_sale_get_id (y));
    }
}

static void
assert_same_entries (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (FtEntry) x = g_list_model_get_item (a, i);
      g_autoptr (FtEntry) y = g_list_model_get_item (b, i);
      g_assert_cmpint (ft_entry_get_id (x), ==, ft_entry_get_id (y));
    }
}

static void
assert_same_counts (const FtCounts *a, const FtCounts *b)
{
  for (guint i = 0; i < FT_N_FILTERS; i++)
    g_assert_cmpuint (a->n[i], ==, b->n[i]);
  g_assert_cmpuint (a->n_open, ==, b->n_open);
  g_assert_cmpuint (a->n_leads, ==, b->n_leads);
  g_assert_cmpuint (a->n_cards, ==, b->n_cards);
  g_assert_cmpuint (a->n_forgotten, ==, b->n_forgotten);
  g_assert_cmpint (a->next_change, ==, b->next_change);
}

static void
assert_same_scores (const FtScoreData *a, const FtScoreData *b)
{
  g_assert_cmpuint (a->n_spans, ==, b->n_spans);
  g_assert_cmpint (a->end_day, ==, b->end_day);
  g_assert_cmpuint (a->n_contacts, ==, b->n_contacts);
  g_assert_cmpmem (a->causes, sizeof a->causes, b->causes, sizeof b->causes);
  g_assert_cmpmem (a->sales, sizeof a->sales, b->sales, sizeof b->sales);
  g_assert_cmpmem (a->ahead, sizeof a->ahead, b->ahead, sizeof b->ahead);
  for (guint i = 0; i < a->n_spans; i++)
    {
      const FtScoreSpan *x = &a->spans[i];
      const FtScoreSpan *y = &b->spans[i];
      g_assert_cmpint (x->first_day, ==, y->first_day);
      g_assert_cmpmem (x->n, sizeof x->n, y->n, sizeof y->n);
      g_assert_cmpuint (x->n_cards, ==, y->n_cards);
      g_assert_cmpuint (x->n_open, ==, y->n_open);
      g_assert_cmpuint (x->n_covered, ==, y->n_covered);
    }
}

static void
assert_same (Models *a, Models *b)
{
  for (guint i = 0; i < N_FILTERS; i++)
    assert_same_leads (a->filters[i], b->filters[i]);
  assert_same_leads (a->search, b->search);
  assert_same_leads (ft_desk_get_list (a->desk), ft_desk_get_list (b->desk));
  assert_same_counts (ft_desk_get_counts (a->desk), ft_desk_get_counts (b->desk));
  assert_same_promises (G_LIST_MODEL (ft_desk_get_away (a->desk)),
                        G_LIST_MODEL (ft_desk_get_away (b->desk)));
  assert_same_promises (G_LIST_MODEL (a->range), G_LIST_MODEL (b->range));
  g_assert_cmpuint (ft_promise_range_get_decisions (a->range)->len, ==,
                    ft_promise_range_get_decisions (b->range)->len);
  assert_same_sales (G_LIST_MODEL (a->board), G_LIST_MODEL (b->board));
  for (guint i = 0; i < G_N_ELEMENTS (a->entries); i++)
    assert_same_entries (G_LIST_MODEL (a->entries[i]), G_LIST_MODEL (b->entries[i]));
  assert_same_pieces (G_LIST_MODEL (a->pieces), G_LIST_MODEL (b->pieces));
  assert_same_counts (ft_tally_get_counts (a->tally), ft_tally_get_counts (b->tally));
  assert_same_scores (ft_score_get_data (a->score), ft_score_get_data (b->score));
}

/* --- What somebody holds --- */

/* A mirror of a list kept by its signals alone: a view, and what is selected in it. */
typedef struct
{
  GListModel *model;
  GPtrArray *items; /* GObject */
} View;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, View *view)
{
  g_assert_cmpuint (position + removed, <=, view->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (view->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (view->items, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, view->items->len);
}

static View *
view_new (gpointer model)
{
  View *view = g_new0 (View, 1);
  view->model = g_object_ref (model);
  view->items = g_ptr_array_new_with_free_func (g_object_unref);
  items_changed_cb (view->model, 0, 0, g_list_model_get_n_items (view->model), view);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), view);
  return view;
}

static void
view_free (View *view)
{
  g_signal_handlers_disconnect_by_data (view->model, view);
  g_object_unref (view->model);
  g_ptr_array_unref (view->items);
  g_free (view);
}

/* Item for item the same objects, in the same places. */
static void
assert_seen (View *view)
{
  g_assert_cmpuint (g_list_model_get_n_items (view->model), ==, view->items->len);
  for (guint i = 0; i < view->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (view->model, i);
      g_assert_true (item == view->items->pdata[i]);
    }
}

/* What is read of a lead in a view is what the store has of it. */
static void
assert_rows (Fixture *fixture, View *view)
{
  for (guint i = 0; i < view->items->len; i++)
    {
      FtLead *lead = view->items->pdata[i];
      g_autoptr (FtLeadCard) card = fixture_read (fixture, ft_lead_get_id (lead));
      const FtLeadRow *row = ft_lead_get_row (lead);
      const FtPromiseData *first = card->promises->len > 0 ? card->promises->pdata[0] : NULL;
      g_assert_nonnull (row);
      g_assert_cmpstr (row->lead->name, ==, card->lead->name);
      g_assert_cmpint (row->lead->state, ==, card->lead->state);
      if (first && first->state == FT_PROMISE_OPEN)
        g_assert_true (ft_promise_data_equal (row->due, first));
      else
        g_assert_null (row->due);
    }
}

static void
test_life (Fixture *fixture, gconstpointer data)
{
  Life *life = life_new (fixture->store, 7, G_MAXINT);
  Models kept = make (fixture);
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) view_free);

  for (guint i = 0; i < N_FILTERS; i++)
    g_ptr_array_add (views, view_new (kept.filters[i]));
  g_ptr_array_add (views, view_new (kept.search));
  g_ptr_array_add (views, view_new (kept.range));
  g_ptr_array_add (views, view_new (kept.board));
  g_ptr_array_add (views, view_new (kept.entries[0]));
  g_ptr_array_add (views, view_new (kept.entries[1]));
  g_ptr_array_add (views, view_new (kept.pieces));

  for (guint i = 0; i < N_STEPS; i++)
    {
      int what = g_rand_int_range (life->rand, 0, 8);
      gint64 before = ft_clock_now (fixture->clock);
      if (what == 0)
        life_undo (life);
      else if (what == 1)
        life_redo (life);
      else
        life_step (life);
      /* Figures are as of when they were asked for: whoever shows them asks again. */
      if (ft_clock_now (fixture->clock) != before)
        {
          ft_score_renew (kept.score);
          set_queries (&kept);
        }
      /* Sometimes the next change comes before the models are done with the last. */
      if (g_rand_int_range (life->rand, 0, 4) == 0)
        continue;
      fixture_settle (fixture);
      for (guint j = 0; j < views->len; j++)
        assert_seen (views->pdata[j]);
      assert_rows (fixture, views->pdata[FT_FILTER_ALL]);
      if (i % 3 == 0)
        {
          Models fresh = make (fixture);
          assert_same (&kept, &fresh);
          clear (fixture, &fresh);
        }
    }
  g_ptr_array_unref (views);
  clear (fixture, &kept);
  life_free (life);
}

/* --- Boundaries --- */

/* None, one, some thousand, and none again: the lists stand at both ends of it. */
static void
test_boundaries (Fixture *fixture, gconstpointer data)
{
  static const guint many[] = { 0, 1, 2, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      FtLeadList *list = ft_lead_list_new (fixture->store);
      Watch *watch = watch_new (list);
      FtTally *tally = ft_tally_new (fixture->store);
      guint n = many[i];

      fixture_settle (fixture);
      if (n > 0)
        fixture_add_many (fixture, n);
      fixture_settle (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
      g_assert_cmpuint (ft_tally_get_counts (tally)->n[FT_FILTER_ALL], ==, n);
      g_assert_cmpint (ft_lead_list_get_id_at (list, n), ==, 0);
      g_assert_cmpint (ft_lead_list_get_id_at (list, G_MAXUINT), ==, 0);
      g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n));
      g_assert_cmpuint (ft_lead_list_find (list, 0), ==, G_MAXUINT);
      if (n > 0)
        {
          g_autoptr (FtLead) last = g_list_model_get_item (G_LIST_MODEL (list), n - 1);
          g_autofree char *expected = g_strdup_printf ("Lead %05u", n - 1);
          fixture_settle (fixture);
          g_assert_cmpstr (ft_lead_get_row (last)->lead->name, ==, expected);
          g_assert_cmpuint (ft_lead_list_find (list, ft_lead_get_id (last)), ==, n - 1);
          fixture_undo (fixture);
        }
      fixture_settle (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
      g_assert_cmpuint (watch->n_items, ==, 0);
      g_assert_cmpuint (ft_tally_get_counts (tally)->n_leads, ==, 0);
      watch_free (watch);
      g_assert_finalize_object (list);
      g_assert_finalize_object (tally);
      fixture_settle (fixture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/model/life", test_life);
  FIXTURE_TEST ("/model/boundaries", test_boundaries);
  return g_test_run ();
}
