#include "../model/model-fixture.h"
#include "ui/ft-lead-selection.h"

#include <adwaita.h>

/* The selection of the list: by id, whatever happens to the list. */

static void
count_cb (FtLeadSelection *selection, gint64 lead_id, gint64 *picked)
{
  *picked = lead_id;
}

static void
test_follows_its_lead (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", 1, 10, 0);
  gint64 b = fixture_add (fixture, "B", 2, 10, 0);
  FtLeadList *list = ft_lead_list_new (fixture->store);
  FtLeadSelection *selection = ft_lead_selection_new (list);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);

  fixture_settle (fixture);
  ft_lead_selection_set_lead_id (selection, b);
  g_assert_cmpuint (ft_lead_selection_get_position (selection), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_is_selected (model, 0));

  fixture_add (fixture, "Late", -1, 10, 0);
  fixture_settle (fixture);
  g_assert_cmpint (ft_lead_selection_get_lead_id (selection), ==, b);
  g_assert_true (gtk_selection_model_is_selected (model, 2));

  /* Not in the list, not forgotten either. */
  ft_lead_list_set_filter (list, FT_FILTER_LATE);
  fixture_settle (fixture);
  g_assert_cmpuint (ft_lead_selection_get_position (selection), ==, GTK_INVALID_LIST_POSITION);
  ft_lead_list_set_filter (list, FT_FILTER_ALL);
  fixture_settle (fixture);
  g_assert_true (gtk_selection_model_is_selected (model, 2));

  ft_lead_selection_set_lead_id (selection, a);
  g_assert_cmpuint (ft_lead_selection_get_position (selection), ==, 1);
  ft_lead_selection_set_lead_id (selection, 0);
  g_assert_cmpuint (ft_lead_selection_get_position (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_finalize_object (selection);
  g_assert_finalize_object (list);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", 1, 10, 0), picked = 0;
  g_autoptr (FtLeadList) list = ft_lead_list_new (fixture->store);
  g_autoptr (FtLeadSelection) selection = ft_lead_selection_new (list);

  fixture_settle (fixture);
  g_signal_connect (selection, "picked", G_CALLBACK (count_cb), &picked);
  ft_lead_selection_set_lead_id (selection, a);
  g_assert_cmpint (picked, ==, 0);
  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 0, TRUE));
  g_assert_cmpint (picked, ==, a);
  g_assert_false (gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 7, TRUE));
}

/* What a view may rely on: items that are neither removed nor added are the same, at every step. */
typedef struct
{
  GPtrArray *items; /* as a view has them */
  guint most;       /* added at once beside something removed */
  guint renewed;
} View;

static void
view_items_changed_cb (GListModel *model, guint position, guint removed, guint added, View *view)
{
  if (removed > 0)
    {
      g_ptr_array_remove_range (view->items, position, removed);
      view->most = MAX (view->most, added);
    }
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (view->items, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (view->items->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < view->items->len; i++)
    {
      g_autoptr (FtLead) lead = g_list_model_get_item (model, i);
      FtLead *kept = g_ptr_array_index (view->items, i);

      g_assert_cmpint (ft_lead_get_id (lead), ==, ft_lead_get_id (kept));
    }
}

static void
renewed_cb (FtLeadSelection *selection, View *view)
{
  view->renewed++;
}

/* Whatever the filters have in common: a view keeps up, and never has to look for its place. */
static void
test_another_list (Fixture *fixture, gconstpointer data)
{
  static const FtLeadFilter filters[]
      = { FT_FILTER_LATE, FT_FILTER_TODAY, FT_FILTER_ALL,    FT_FILTER_WITHOUT,
          FT_FILTER_WEEK, FT_FILTER_LATE,  FT_FILTER_CLOSED, FT_FILTER_ALL };
  View view = { g_ptr_array_new_with_free_func (g_object_unref), 0, 0 };
  g_autoptr (FtLeadList) list = NULL;
  g_autoptr (FtLeadSelection) selection = NULL;

  fixture_add_many (fixture, 20);
  fixture_add (fixture, "Late", -1, 10, 0);
  fixture_add (fixture, "Today", 0, 18, 0);
  fixture_add (fixture, "Nobody", G_MAXINT, 0, 0);
  list = ft_lead_list_new (fixture->store);
  selection = ft_lead_selection_new (list);
  g_signal_connect (selection, "items-changed", G_CALLBACK (view_items_changed_cb), &view);
  g_signal_connect (selection, "renewed", G_CALLBACK (renewed_cb), &view);
  fixture_settle (fixture);
  view.most = view.renewed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GArray) ids = fixture_query (fixture, filters[i], NULL);

      ft_lead_list_set_filter (list, filters[i]);
      fixture_settle (fixture);
      g_assert_cmpuint (view.items->len, ==, ids->len);
      g_assert_cmpuint (view.most, ==, 0);
    }
  g_assert_cmpuint (view.renewed, ==, G_N_ELEMENTS (filters));

  /* The same list stays the same list. */
  fixture_add (fixture, "Later", -1, 11, 0);
  fixture_settle (fixture);
  g_assert_cmpuint (view.renewed, ==, G_N_ELEMENTS (filters));
  g_assert_cmpuint (view.items->len, ==, 24);
  g_ptr_array_unref (view.items);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/lead-selection/follows-its-lead", test_follows_its_lead);
  FIXTURE_TEST ("/lead-selection/pick", test_pick);
  FIXTURE_TEST ("/lead-selection/another-list", test_another_list);
  return g_test_run ();
}
