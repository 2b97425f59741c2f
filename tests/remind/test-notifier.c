#include "remind-fixture.h"

#include "remind/ft-keeper.h"

static void
action_cb (FtNotifier *notifier, const char *name, GVariant *target, gpointer data)
{
  g_autofree char *detailed = g_action_print_detailed_name (name, target);
  g_string_append_printf (data, "%s;", detailed);
}

/* A press is the action with its target; what is not ours, or nonsense, is none. */
static void
test_pressed (Reminding *r, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (&r->base, "Anna", -1, -1);
  gint64 promise = remind_promise_id (r, anna);
  g_autoptr (GString) pressed = g_string_new (NULL);
  g_autofree char *key
      = g_action_print_detailed_name (FT_ACTION_DONE, g_variant_new ("(xx)", anna, promise));
  g_autofree char *expected = g_strdup_printf ("app.open-lead(int64 %" G_GINT64_FORMAT
                                               ");app.keep-promise((int64 %" G_GINT64_FORMAT
                                               ", int64 %" G_GINT64_FORMAT "));",
                                               anna, anna, promise);

  remind_start (r);
  g_signal_connect (r->notifier, "action", G_CALLBACK (action_cb), pressed);
  bell_press (r->bell, "Anna", "default");
  bell_press (r->bell, "Anna", key);
  bell_press (r->bell, "Anna", "((");
  g_dbus_connection_emit_signal (r->bell->bus, NULL, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", "ActionInvoked",
                                 g_variant_new ("(us)", 4711, "default"), NULL);
  g_dbus_connection_emit_signal (r->bell->bus, NULL, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", "ActionInvoked",
                                 g_variant_new ("(s)", "default"), NULL);
  remind_settle (r);
  g_assert_cmpstr (pressed->str, ==, expected);
}

static void
assert_contacts (Reminding *r, gint64 lead, guint n_contacts, guint n_promises)
{
  g_autoptr (FtLeadCard) card = sync_card (r->base.store, lead);
  g_assert_cmpuint (card->contacts->len, ==, n_contacts);
  g_assert_cmpuint (card->promises->len, ==, n_promises);
}

/* "Done" keeps it, books the next one (B1) and says so; pressed twice it is done once; Undo takes
 * it back. */
static void
test_done (Reminding *r, gconstpointer data)
{
  gint64 anna = add_lead_with_promise (&r->base, "Anna", -1, -1);
  gint64 promise = remind_promise_id (r, anna);
  FtKeeper *keeper;

  remind_start (r);
  keeper = ft_keeper_new (r->reminder);
  ft_keeper_keep (keeper, anna, promise);
  remind_settle (r);
  assert_contacts (r, anna, 1, 2);
  g_assert_true (g_str_has_prefix (bell_find (r->bell, "Anna")->body, "Done. The next promise:"));
  g_assert_cmpuint (r->bell->shown->len, ==, 1);
  ft_keeper_keep (keeper, anna, promise);
  remind_settle (r);
  assert_contacts (r, anna, 1, 2);
  ft_keeper_undo (keeper);
  remind_settle (r);
  assert_contacts (r, anna, 0, 1);
  ft_keeper_undo (keeper);
  remind_settle (r);
  assert_contacts (r, anna, 0, 1);

  /* Something else was changed since: that is not what its Undo takes back. */
  ft_keeper_keep (keeper, anna, promise);
  remind_settle (r);
  add_lead (&r->base, "Bert", NULL);
  remind_settle (r);
  ft_keeper_undo (keeper);
  remind_settle (r);
  assert_contacts (r, anna, 1, 2);
  ft_keeper_keep (keeper, G_MAXINT64, 1);
  remind_settle (r);
  g_object_unref (keeper);
}

/* GNOME's own service is asked first; where it refuses, the other one shows it, and once. */
static void
test_gnome (Reminding *r, gconstpointer data)
{
  g_autoptr (Bell) gnome = bell_new (BELL_GTK);
  g_autoptr (FtNotice) notice = ft_notice_of_test ();

  gnome->refuses = GPOINTER_TO_INT (data);
  r->session = ft_session_new ();
  r->notifier = ft_notifier_new ("org.example.Follow", FALSE);
  r->reminder = ft_reminder_new (r->base.store, r->notifier, r->session);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      ft_notifier_show_async (r->notifier, notice, FALSE, keep_result, &result);
      ft_notifier_show_finish (r->notifier, await_result (&result), &error);
      g_assert_no_error (error);
    }
  assert_titles (gnome, gnome->refuses ? "" : "Reminders work");
  assert_titles (r->bell, gnome->refuses ? "Reminders work" : "");
  g_assert_null (ft_notifier_get_problem (r->notifier));
  ft_notifier_withdraw (r->notifier, notice->id);
  WAIT_UNTIL (gnome->shown->len + r->bell->shown->len == 0);
}

/* In a sandbox the portal shows it, whoever else is on the bus, and takes it away; refused, it is
 * asked again. */
static void
test_portal (Reminding *r, gconstpointer data)
{
  g_autoptr (Bell) portal = bell_new (BELL_PORTAL);
  gint64 anna = add_lead_with_promise (&r->base, "Anna", -1, -1);
  g_autoptr (GVariant) fields = NULL;
  g_autoptr (GVariant) buttons = NULL;
  const char *action;

  portal->refuses = TRUE;
  r->session = ft_session_new ();
  r->notifier = ft_notifier_new ("org.example.Follow", TRUE);
  r->reminder = ft_reminder_new (r->base.store, r->notifier, r->session);
  WAIT_UNTIL (ft_notifier_get_problem (r->notifier) != NULL);
  g_assert_cmpstr (ft_notifier_get_problem (r->notifier), ==,
                   "The notification service refused: not today");
  assert_titles (portal, "");

  portal->refuses = FALSE;
  ft_clock_set (r->base.clock, NOW + 60, NULL);
  WAIT_UNTIL (portal->shown->len == 1);
  remind_settle (r);
  assert_titles (portal, "Anna");
  assert_titles (r->bell, "");
  g_assert_null (ft_notifier_get_problem (r->notifier));
  fields = g_variant_get_child_value (bell_find (portal, "Anna")->arguments, 1);
  g_assert_true (g_variant_lookup (fields, "default-action", "&s", &action));
  g_assert_cmpstr (action, ==, "app.open-lead");
  buttons = g_variant_lookup_value (fields, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  g_assert_cmpuint (g_variant_n_children (buttons), >, 0);

  ft_reminder_snooze (r->reminder, remind_promise_id (r, anna));
  WAIT_UNTIL (portal->shown->len == 0);
}

/* A sandbox whose desktop has no portal. */
static void
test_no_portal (Reminding *r, gconstpointer data)
{
  g_autoptr (FtNotice) notice = ft_notice_of_test ();
  g_autoptr (GAsyncResult) result = NULL;

  r->session = ft_session_new ();
  r->notifier = ft_notifier_new ("org.example.Follow", TRUE);
  r->reminder = ft_reminder_new (r->base.store, r->notifier, r->session);
  ft_notifier_show_async (r->notifier, notice, FALSE, keep_result, &result);
  g_assert_false (ft_notifier_show_finish (r->notifier, await_result (&result), NULL));
  g_assert_cmpstr (ft_notifier_get_problem (r->notifier), ==,
                   "No notification service runs on this desktop.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  REMIND_ADD ("/remind/notifier/pressed", NULL, test_pressed);
  REMIND_ADD ("/remind/keeper/B1/done", NULL, test_done);
  REMIND_ADD ("/remind/notifier/gnome", GINT_TO_POINTER (FALSE), test_gnome);
  REMIND_ADD ("/remind/notifier/gnome-refuses", GINT_TO_POINTER (TRUE), test_gnome);
  REMIND_ADD ("/remind/notifier/portal", NULL, test_portal);
  REMIND_ADD ("/remind/notifier/no-portal", NULL, test_no_portal);
  return remind_run ();
}
