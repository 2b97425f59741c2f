#include "model-fixture.h"

#include <glib/gstdio.h>

static FtCivil today = { 0 };

FtCivil
fixture_civil (int days, int hour, int minute)
{
  FtCivil civil = ft_civil_add_days (today, days);
  civil.minute = hour * 60 + minute;
  return civil;
}

gint64
fixture_at (int days, int hour, int minute)
{
  return ft_civil_to_instant (fixture_civil (days, hour, minute), FIXTURE_ZONE, NULL);
}

void
fixture_go_to (Fixture *fixture, int days, int hour, int minute)
{
  ft_clock_set (fixture->clock, fixture_at (days, hour, minute), FIXTURE_ZONE);
}

/* --- Waiting for the store --- */

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

void
fixture_settle (Fixture *fixture)
{
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
      /* Answered after all that was asked before. */
      ft_store_read_card_async (fixture->store, G_MAXINT64, 1, NULL, take_result_cb, &result);
      g_assert_null (ft_store_read_card_finish (fixture->store, wait_for (&result), NULL));
    }
}

gint64
fixture_apply (Fixture *fixture, FtEdit *edit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  ft_store_apply_async (fixture->store, edit, NULL, take_result_cb, &result);
  change = ft_store_apply_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return change->lead_id;
}

void
fixture_undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtChangeSet) change = NULL;

  ft_store_undo_async (fixture->store, NULL, take_result_cb, &result);
  change = ft_store_undo_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

gint64
fixture_add (Fixture *fixture, const char *name, int days, int hour, int minute)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  g_autoptr (FtPromiseData) promise = NULL;
  g_autoptr (FtEdit) edit = NULL;

  if (days != G_MAXINT)
    promise = ft_promise_data_new (0, fixture_civil (days, hour, minute), FIXTURE_ZONE,
                                   FT_CHANNEL_PHONE);
  edit = ft_gesture_add_lead (lead, promise, ft_clock_now (fixture->clock));
  return fixture_apply (fixture, edit);
}

void
fixture_add_many (Fixture *fixture, guint n)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("Many");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %05u", i);
      g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
      g_autoptr (FtPromiseData) promise = NULL;
      lead->id = ft_edit_new_id (edit);
      ft_edit_put_lead (edit, lead);
      promise = ft_promise_data_new (lead->id, ft_civil_add_minutes (fixture_civil (1, 0, 0), i),
                                     FIXTURE_ZONE, FT_CHANNEL_PHONE);
      promise->id = ft_edit_new_id (edit);
      ft_edit_put_promise (edit, promise);
    }
  fixture_apply (fixture, edit);
}

FtLeadCard *
fixture_read (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FtLeadCard *card;

  ft_store_read_card_async (fixture->store, lead_id, 0, NULL, take_result_cb, &result);
  card = ft_store_read_card_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return card;
}

GArray *
fixture_query (Fixture *fixture, FtLeadFilter filter, const char *search)
{
  FtDayBounds bounds
      = ft_day_bounds (ft_clock_now (fixture->clock), FIXTURE_ZONE, ft_first_weekday ());
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (filter, bounds, search);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids;

  ft_store_query_leads_async (fixture->store, query, 0, NULL, take_result_cb, &result);
  ids = ft_store_query_leads_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);
  return ids;
}

/* --- Set up and tear down --- */

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  today = ft_civil (2026, 11, 25, 0, 0);
  fixture->dir = g_dir_make_tmp ("ft-model-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->dir, "test.db", NULL);
  fixture->clock = ft_clock_new_fixed (fixture_at (0, 10, 0), FIXTURE_ZONE);
  fixture->store = ft_store_new (path, fixture->clock);
  ft_store_open_async (fixture->store, NULL, take_result_cb, &result);
  g_assert_true (ft_store_open_finish (fixture->store, wait_for (&result), &error));
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  ft_store_close_async (fixture->store, take_result_cb, &result);
  g_assert_true (ft_store_close_finish (fixture->store, wait_for (&result), NULL));
  g_clear_object (&result);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);

  dir = g_dir_open (fixture->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->dir), ==, 0);
  g_free (fixture->dir);
}
