#include "model-fixture.h"
#include "model-watch.h"
#include "model/ft-lead-cache.h"
#include "model/ft-lead-list.h"

static void
assert_ids (FtLeadList *list, GArray *expected)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (n_items, ==, expected->len);
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpint (ft_lead_list_get_id_at (list, i), ==, g_array_index (expected, gint64, i));
}

static void
assert_fresh (Fixture *fixture, FtLeadList *list)
{
  g_autoptr (GArray) fresh
      = fixture_query (fixture, ft_lead_list_get_filter (list), ft_lead_list_get_search (list));
  assert_ids (list, fresh);
}

/* The names of a list, read, with blanks between. */
static char *
read_names (Fixture *fixture, FtLeadList *list)
{
  GString *names = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (leads, g_list_model_get_item (G_LIST_MODEL (list), i));
  fixture_settle (fixture);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *name = NULL;
      g_object_get (leads->pdata[i], "name", &name, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture *fixture, FtLeadList *list, const char *expected)
{
  g_autofree char *names = read_names (fixture, list);
  g_assert_cmpstr (names, ==, expected);
}

static FtLeadList *
new_list (Fixture *fixture)
{
  FtLeadList *list = ft_lead_list_new (fixture->store);
  g_assert_true (ft_lead_list_get_busy (list));
  fixture_settle (fixture);
  g_assert_false (ft_lead_list_get_busy (list));
  return list;
}

static void
move_target (Fixture *fixture, gint64 lead_id, int days, int hour, int minute)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  FtPromiseData *promise = ft_lead_card_next (card, ft_clock_now (fixture->clock));
  g_autoptr (FtEdit) edit = ft_gesture_move_promise (promise, fixture_civil (days, hour, minute),
                                                     FIXTURE_ZONE, ft_clock_now (fixture->clock));
  fixture_apply (fixture, edit);
}

static void
rename_lead (Fixture *fixture, gint64 lead_id, const char *name)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtEdit) edit = NULL;
  g_free (lead->name);
  lead->name = g_strdup (name);
  edit = ft_gesture_edit_lead (lead);
  fixture_apply (fixture, edit);
}

static void
remove_lead (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  g_autoptr (FtEdit) edit = ft_gesture_remove_lead (card->lead);
  fixture_apply (fixture, edit);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;

  fixture_add (fixture, "Without", G_MAXINT, 0, 0);
  fixture_add (fixture, "Next-week", 7, 10, 0);
  fixture_add (fixture, "Late", 0, 9, 0);
  fixture_add (fixture, "Later", -3, 9, 0);
  fixture_add (fixture, "Today", 0, 16, 0);
  list = new_list (fixture);
  assert_names (fixture, list, "Later Late Today Next-week Without");

  ft_lead_list_set_filter (list, FT_FILTER_LATE);
  fixture_settle (fixture);
  assert_names (fixture, list, "Later Late");
  g_object_set (list, "filter", FT_FILTER_WITHOUT, NULL);
  fixture_settle (fixture);
  assert_names (fixture, list, "Without");
  g_assert_finalize_object (list);
}

/* One change is the smallest items-changed that tell it. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", 1, 10, 0);
  gint64 b = fixture_add (fixture, "B", 2, 10, 0);
  gint64 c = fixture_add (fixture, "C", 3, 10, 0);
  gint64 d;
  FtLeadList *list = new_list (fixture);
  g_autoptr (Watch) watch = watch_new (list);
  g_autoptr (FtLead) lead = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_autofree char *name = NULL;
  guint *renamed;

  fixture_settle (fixture);
  renamed = count_signal (lead, "notify::name");
  rename_lead (fixture, b, "Bea");
  g_object_get (lead, "name", &name, NULL);
  g_assert_cmpstr (name, ==, "Bea");
  g_assert_cmpuint (*renamed, ==, 1);
  fixture_settle (fixture);
  assert_changes (watch, "");

  /* Later, but still in its place. */
  move_target (fixture, b, 2, 11, 0);
  fixture_settle (fixture);
  assert_changes (watch, "");

  move_target (fixture, c, 0, 11, 0);
  fixture_settle (fixture);
  assert_changes (watch, "+1@0 -1@3");
  assert_names (fixture, list, "C A Bea");

  move_target (fixture, c, 9, 11, 0);
  fixture_settle (fixture);
  assert_changes (watch, "-1@0 +1@2");

  d = fixture_add (fixture, "D", 1, 12, 0);
  fixture_settle (fixture);
  assert_changes (watch, "+1@1");
  assert_names (fixture, list, "A D Bea C");

  remove_lead (fixture, a);
  fixture_settle (fixture);
  assert_changes (watch, "-1@0");
  fixture_undo (fixture);
  fixture_settle (fixture);
  assert_changes (watch, "+1@0");
  assert_fresh (fixture, list);

  g_assert_cmpuint (ft_lead_list_find (list, d), ==, 1);
  g_assert_cmpuint (ft_lead_list_find (list, 12345), ==, G_MAXUINT);
  g_assert_cmpint (ft_lead_list_get_id_at (list, 4), ==, 0);
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
}

/* A lead that leaves the filter leaves the list, and is kept up for who still holds it. */
static void
test_leaves (Fixture *fixture, gconstpointer data)
{
  gint64 a = fixture_add (fixture, "A", -1, 10, 0);
  FtLeadList *list;
  g_autoptr (Watch) watch = NULL;
  g_autoptr (FtLead) lead = NULL;
  gboolean late;

  fixture_add (fixture, "B", -2, 10, 0);
  list = new_list (fixture);
  ft_lead_list_set_filter (list, FT_FILTER_LATE);
  fixture_settle (fixture);
  lead = g_list_model_get_item (G_LIST_MODEL (list), 1);
  fixture_settle (fixture);
  g_object_get (lead, "late", &late, NULL);
  g_assert_true (late);

  watch = watch_new (list);
  move_target (fixture, a, 1, 10, 0);
  fixture_settle (fixture);
  assert_changes (watch, "-1@1");
  g_object_get (lead, "late", &late, NULL);
  g_assert_false (late);
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
  /* A lead may outlive its list. */
  g_assert_cmpint (ft_lead_get_id (lead), ==, a);
}

static void
test_time_passes (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;
  g_autoptr (Watch) watch = NULL;
  g_autoptr (FtLead) lead = NULL;
  gboolean late;

  fixture_add (fixture, "A", 0, 12, 0);
  fixture_add (fixture, "B", 1, 12, 0);
  fixture_add (fixture, "C", 5, 12, 0);
  list = new_list (fixture);
  ft_lead_list_set_filter (list, FT_FILTER_LATE);
  fixture_settle (fixture);
  watch = watch_new (list);

  fixture_go_to (fixture, 0, 11, 59);
  fixture_settle (fixture);
  assert_changes (watch, "");
  fixture_go_to (fixture, 0, 12, 1);
  fixture_settle (fixture);
  assert_changes (watch, "+1@0");
  fixture_go_to (fixture, 1, 12, 1);
  fixture_settle (fixture);
  assert_changes (watch, "+1@1");
  assert_fresh (fixture, list);
  lead = g_list_model_get_item (G_LIST_MODEL (list), 1);
  fixture_settle (fixture);
  g_object_get (lead, "late", &late, NULL);
  g_assert_true (late);

  /* The clock is set back. */
  fixture_go_to (fixture, 0, 11, 0);
  fixture_settle (fixture);
  assert_changes (watch, "-2@0");
  g_object_get (lead, "late", &late, NULL);
  g_assert_false (late);
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
}

/* Of ten thousand leads, only those somebody looks at are made, and only their pages are read. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  FtLeadOrder *order;
  FtLeadCache *cache;
  FtLead *first;
  FtLead *again;

  fixture_add_many (fixture, 10000);
  order = ft_lead_order_new (fixture->store);
  cache = ft_lead_cache_new (fixture->store, order);
  ft_lead_order_set_query (order, FT_FILTER_ALL, "");
  fixture_settle (fixture);
  g_assert_cmpuint (ft_lead_order_get_ids (order)->len, ==, 10000);
  g_assert_cmpuint (ft_lead_cache_get_n_alive (cache), ==, 0);

  /* One object per lead, read with its page. */
  first = ft_lead_cache_get (cache, 5000);
  again = ft_lead_cache_get (cache, 5000);
  g_assert_true (first == again);
  g_object_unref (again);
  g_assert_cmpuint (ft_lead_cache_get_n_alive (cache), ==, 1);
  g_assert_null (ft_lead_get_row (first));
  fixture_settle (fixture);
  g_assert_cmpstr (ft_lead_get_row (first)->lead->name, ==, "Lead 05000");
  g_assert_cmpuint (ft_lead_cache_get_n_alive (cache), ==, FT_LEAD_CACHE_PAGE);
  again = ft_lead_cache_get (cache, 5001);
  g_assert_cmpstr (ft_lead_get_row (again)->lead->name, ==, "Lead 05001");
  g_object_unref (again);

  /* Scrolled past: nothing is read of what nobody holds any more. */
  for (guint i = 0; i < 3000; i++)
    g_object_unref (ft_lead_cache_get (cache, i));
  fixture_settle (fixture);
  g_assert_cmpuint (ft_lead_cache_get_n_alive (cache), ==, FT_LEAD_CACHE_PAGE);

  /* Read everywhere: a few of the last are kept, and those that are held. */
  for (guint i = 5064; i < 8000; i += 48)
    {
      g_autoptr (FtLead) lead = ft_lead_cache_get (cache, i);
      fixture_settle (fixture);
      g_assert_nonnull (ft_lead_get_row (lead));
    }
  g_assert_cmpuint (ft_lead_cache_get_n_alive (cache), <=, FT_LEAD_CACHE_KEPT + 1);
  again = ft_lead_cache_get (cache, 5000);
  g_assert_true (first == again);
  g_object_unref (again);

  g_assert_finalize_object (cache);
  g_assert_finalize_object (first);
  g_assert_finalize_object (order);
}

/* The first leads of a long list come first, the rest joins them. */
static void
test_two_phases (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;
  g_autoptr (Watch) watch = NULL;

  fixture_add_many (fixture, 1000);
  list = ft_lead_list_new (fixture->store);
  watch = watch_new (list);
  fixture_settle (fixture);
  assert_changes (watch, "+200@0 +800@200");
  assert_fresh (fixture, list);

  /* What was shown stays until the new has come; then it is one change. */
  ft_lead_list_set_filter (list, FT_FILTER_LATE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000);
  fixture_settle (fixture);
  assert_changes (watch, "-1000@0");
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;
  g_autoptr (Watch) watch = NULL;
  guint *searches;
  guint *busies;
  gint64 berta;
  gboolean truncated;

  fixture_add (fixture, "Anna", 1, 10, 0);
  berta = fixture_add (fixture, "Berta", 2, 10, 0);
  fixture_add (fixture, "Bertram", 3, 10, 0);
  list = new_list (fixture);
  watch = watch_new (list);
  searches = count_signal (list, "notify::search");
  busies = count_signal (list, "notify::busy");

  /* Only the last of what was typed shows, whatever the filter. */
  ft_lead_list_set_search (list, "a");
  ft_lead_list_set_search (list, "an");
  ft_lead_list_set_search (list, "b");
  ft_lead_list_set_search (list, "bert");
  ft_lead_list_set_search (list, "bert");
  g_assert_cmpuint (*searches, ==, 4);
  fixture_settle (fixture);
  assert_changes (watch, "-1@0");
  g_assert_cmpuint (*busies, ==, 2);
  ft_lead_list_set_filter (list, FT_FILTER_CLOSED);
  fixture_settle (fixture);
  assert_changes (watch, "");
  g_object_get (list, "truncated", &truncated, NULL);
  g_assert_false (truncated);

  /* A search follows changes. */
  rename_lead (fixture, berta, "Carla");
  fixture_settle (fixture);
  assert_changes (watch, "-1@0");
  assert_names (fixture, list, "Bertram");

  ft_lead_list_set_filter (list, FT_FILTER_ALL);
  ft_lead_list_set_search (list, NULL);
  g_assert_cmpstr (ft_lead_list_get_search (list), ==, "");
  fixture_settle (fixture);
  assert_names (fixture, list, "Anna Carla Bertram");
  g_clear_pointer (&watch, watch_free);
  g_assert_finalize_object (list);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;
  gboolean truncated;

  fixture_add_many (fixture, FT_SEARCH_LIMIT + 10);
  list = new_list (fixture);
  ft_lead_list_set_search (list, "lead");
  fixture_settle (fixture);
  g_object_get (list, "truncated", &truncated, NULL);
  g_assert_true (truncated);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, FT_SEARCH_LIMIT);
  ft_lead_list_set_search (list, "");
  fixture_settle (fixture);
  g_object_get (list, "truncated", &truncated, NULL);
  g_assert_false (truncated);
  g_assert_finalize_object (list);
}

static void
drop_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = ft_store_apply_finish (FT_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* Something a user might do to a lead; NULL if it cannot be done to this one. */
static FtEdit *
random_edit (Fixture *fixture, gint64 id)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, id);
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (card->lead);
  g_autoptr (FtPromiseData) next = NULL;
  gint64 now = ft_clock_now (fixture->clock);
  FtPromiseData *promise = ft_lead_card_next (card, now);
  FtCivil at = fixture_civil (g_test_rand_int_range (-5, 10), g_test_rand_int_range (0, 24),
                              g_test_rand_int_range (0, 60));

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      lead->state = g_test_rand_int_range (FT_LEAD_OPEN, FT_LEAD_CLOSED + 1);
      return ft_gesture_edit_lead (lead);
    case 1:
      lead->not_before_day = at.day;
      return ft_gesture_edit_lead (lead);
    case 2:
      return promise ? ft_gesture_cancel_promise (promise, now) : NULL;
    case 3:
      next = ft_promise_data_new (id, at, FIXTURE_ZONE, FT_CHANNEL_EMAIL);
      return ft_gesture_add_promise (lead, next, now);
    case 4:
      return g_test_rand_int_range (0, 4) == 0 ? ft_gesture_remove_lead (lead) : NULL;
    default:
      return promise ? ft_gesture_move_promise (promise, at, FIXTURE_ZONE, now) : NULL;
    }
}

/* Whatever is done in whatever order, at once or after the other, a list ends up as a fresh query.
 */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  FtLeadList *lists[FT_N_FILTERS];
  g_autoptr (GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify) watch_free);
  int hour = 10;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %d", i);
      fixture_add (fixture, name, i % 7 == 0 ? G_MAXINT : i % 11 - 4, i % 24, 0);
    }
  for (FtLeadFilter filter = 0; filter < FT_N_FILTERS; filter++)
    {
      lists[filter] = ft_lead_list_new (fixture->store);
      ft_lead_list_set_filter (lists[filter], filter);
      g_ptr_array_add (watches, watch_new (lists[filter]));
    }
  fixture_settle (fixture);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GArray) all = fixture_query (fixture, FT_FILTER_ALL, "");
      g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_edit_unref);
      for (guint i = g_test_rand_int_range (0, 5); i < all->len; i += g_test_rand_int_range (1, 9))
        {
          FtEdit *edit = random_edit (fixture, g_array_index (all, gint64, i));
          if (edit)
            g_ptr_array_add (edits, edit);
        }
      /* Not waited for: the next is on disk while the lists ask where the one before belongs. */
      for (guint i = 0; i < edits->len; i++)
        {
          ft_store_apply_async (fixture->store, edits->pdata[i], NULL, drop_result_cb, NULL);
          if (g_test_rand_bit ())
            g_main_context_iteration (NULL, FALSE);
        }
      if (round % 6 == 5)
        fixture_go_to (fixture, round / 20, hour++ % 24, 30);
      fixture_settle (fixture);
      for (FtLeadFilter filter = 0; filter < FT_N_FILTERS; filter++)
        assert_fresh (fixture, lists[filter]);
    }

  g_clear_pointer (&watches, g_ptr_array_unref);
  for (FtLeadFilter filter = 0; filter < FT_N_FILTERS; filter++)
    g_assert_finalize_object (lists[filter]);
}

/* A list may go away while its questions are open. */
static void
test_goes_away (Fixture *fixture, gconstpointer data)
{
  FtLeadList *list;
  FtLead *lead;

  fixture_add_many (fixture, 300);
  list = ft_lead_list_new (fixture->store);
  g_assert_finalize_object (list);

  list = new_list (fixture);
  lead = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 300));
  fixture_add (fixture, "One more", 1, 10, 0);
  ft_lead_list_set_search (list, "one");
  g_assert_finalize_object (list);
  g_assert_finalize_object (lead);
  fixture_settle (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/lead-list/order", test_order);
  FIXTURE_TEST ("/lead-list/changes", test_changes);
  FIXTURE_TEST ("/lead-list/leaves", test_leaves);
  FIXTURE_TEST ("/lead-list/time-passes", test_time_passes);
  FIXTURE_TEST ("/lead-list/lazy", test_lazy);
  FIXTURE_TEST ("/lead-list/two-phases", test_two_phases);
  FIXTURE_TEST ("/lead-list/search", test_search);
  FIXTURE_TEST ("/lead-list/truncated", test_truncated);
  FIXTURE_TEST ("/lead-list/random", test_random);
  FIXTURE_TEST ("/lead-list/goes-away", test_goes_away);
  return g_test_run ();
}
