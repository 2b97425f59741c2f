#include "remind-fixture.h"

/* --- The bus --- */

int
remind_run (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) system = NULL;
  int status;

  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  system = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);
  g_assert_nonnull (system);
  g_dbus_connection_set_exit_on_close (system, FALSE);
  status = g_test_run ();
  g_clear_object (&system);
  g_test_dbus_down (bus);
  return status;
}

/* --- Waiting --- */

static void
ask_store (Reminding *r)
{
  g_autoptr (GAsyncResult) result = NULL;

  ft_store_read_card_async (r->base.store, G_MAXINT64, 1, NULL, keep_result, &result);
  g_assert_null (ft_store_read_card_finish (r->base.store, await_result (&result), NULL));
}

/* The service reads its messages in their order, and what it answers comes before the answer to
 * this. */
static void
ask_service (Reminding *r)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_dbus_connection_call (r->bus,
                          r->bell->bus != NULL ? g_dbus_connection_get_unique_name (r->bell->bus)
                                               : "org.freedesktop.DBus",
                          "/", "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, keep_result, &result);
  answer = g_dbus_connection_call_finish (r->bus, await_result (&result), NULL);
}

void
remind_settle (Reminding *r)
{
  for (int i = 0; i < 8; i++)
    {
      ask_store (r);
      ask_service (r);
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
    }
}

void
remind_go_to (Reminding *r, gint64 seconds)
{
  ft_clock_set (r->base.clock, NOW + seconds, NULL);
  remind_settle (r);
}

/* --- Set up and tear down --- */

void
remind_set_up (Reminding *r, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&r->base, NULL);
  r->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  r->bell = bell_new (BELL_FREEDESKTOP);
  remind_set (r, "quiet-from", "0");
  remind_set (r, "quiet-until", "0");
  remind_set (r, "morning", "0");
}

void
remind_tear_down (Reminding *r, gconstpointer data)
{
  if (r->reminder != NULL)
    remind_stop (r);
  bell_free (r->bell);
  g_clear_object (&r->bus);
  fixture_tear_down (&r->base, NULL);
}

/* It knows who is on the bus when it has shown something, or could not. */
static void
await_notifier (Reminding *r)
{
  g_autoptr (FtNotice) notice = ft_notice_of_test ();
  g_autoptr (GAsyncResult) result = NULL;
  Bell before = *r->bell;

  r->bell->holds = r->bell->refuses = FALSE;
  ft_notifier_show_async (r->notifier, notice, FALSE, keep_result, &result);
  g_assert_true (ft_notifier_show_finish (r->notifier, await_result (&result), NULL)
                 == (r->bell->bus != NULL));
  ft_notifier_withdraw (r->notifier, notice->id);
  remind_settle (r);
  r->bell->holds = before.holds;
  r->bell->refuses = before.refuses;
  r->bell->n_loud = before.n_loud;
}

void
remind_start (Reminding *r)
{
  r->session = ft_session_new ();
  r->notifier = ft_notifier_new (NULL, FALSE);
  await_notifier (r);
  r->reminder = ft_reminder_new (r->base.store, r->notifier, r->session);
  remind_settle (r);
}

void
remind_stop (Reminding *r)
{
  gpointer parts[] = { r->reminder, r->notifier, r->session };

  ft_notifier_stop (r->notifier);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_add_weak_pointer (parts[i], &parts[i]);
  g_clear_object (&r->reminder);
  g_clear_object (&r->notifier);
  g_clear_object (&r->session);
  /* What is under way holds them a little longer; a leak does for ever. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    while (parts[i] != NULL)
      remind_settle (r);
  remind_settle (r);
}

/* --- Records --- */

void
remind_set (Reminding *r, const char *setting, const char *value)
{
  FtStore *store = r->base.store;
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_store_get_settings (store));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ft_settings_set (settings, setting, value));
  ft_store_save_settings_async (store, settings, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (store, await_result (&result), &error));
  g_assert_no_error (error);
}

gint64
remind_add (Reminding *r, const char *name, int promised, int target)
{
  return add_lead_with_promise (&r->base, name, promised, target);
}

gint64
remind_promise_id (Reminding *r, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = sync_card (r->base.store, lead_id);
  return ((FtPromiseData *) card->promises->pdata[0])->id;
}

void
remind_change (Reminding *r, gint64 lead_id, void (*change) (FtPromiseData *promise))
{
  g_autoptr (FtLeadCard) card = sync_card (r->base.store, lead_id);
  g_autoptr (FtPromiseData) promise = ft_promise_data_copy (card->promises->pdata[0]);

  change (promise);
  put_promise (&r->base, promise);
  remind_settle (r);
}

void
remind_keep (FtPromiseData *promise)
{
  promise->state = FT_PROMISE_KEPT;
  promise->done_at = NOW;
}

void
remind_assert_rung (Reminding *r, const char *titles, guint n_loud)
{
  assert_titles (r->bell, titles);
  g_assert_cmpuint (r->bell->n_loud, ==, n_loud);
}
