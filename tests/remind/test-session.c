#include "remind-fixture.h"

/* Who says whether the screen is locked, and whether the machine slept, each on a connection of its
 * own. */

typedef enum
{
  SILENT, /* not there */
  OPEN,
  LOCKED,
  IGNORANT, /* has the name, and no answer */
} Says;

enum
{
  GNOME,
  FREEDESKTOP,
  LOGIN,
  N_SOURCES
};

typedef struct
{
  int kind;
  Says says;
  guint n_asked;
  GDBusConnection *bus; /* owned, NULL if it is not there */
} Source;

static const struct
{
  const char *name;
  const char *path;
  const char *xml;
} kinds[] = {
  [GNOME] = { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver",
              "<node><interface name='org.gnome.ScreenSaver'><method name='GetActive'>"
              "<arg type='b' direction='out'/></method></interface></node>" },
  [FREEDESKTOP] = { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver",
                    "<node><interface name='org.freedesktop.ScreenSaver'><method name='GetActive'>"
                    "<arg type='b' direction='out'/></method></interface></node>" },
  [LOGIN] = { "org.freedesktop.login1", "/org/freedesktop/login1/session/auto",
              "<node><interface name='org.freedesktop.login1.Session'>"
              "<property name='LockedHint' type='b' access='read'/></interface></node>" },
};

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Source *source = data;

  source->n_asked++;
  if (source->says == IGNORANT)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Unknown", "no idea");
  else
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(b)", source->says == LOCKED));
}

static GVariant *
get_cb (GDBusConnection *bus,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer data)
{
  Source *source = data;

  source->n_asked++;
  if (source->says != IGNORANT)
    return g_variant_new_boolean (source->says == LOCKED);
  g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_PROPERTY, "no idea");
  return NULL;
}

static void
source_start (Source *source, int kind, Says says)
{
  static const GDBusInterfaceVTable vtable = { called_cb, get_cb };

  source->kind = kind;
  source->says = says;
  if (says != SILENT)
    source->bus = bus_offer (kinds[kind].name, kinds[kind].path, kinds[kind].xml, &vtable, source);
}

static void
source_stop (Source *source)
{
  if (source->bus != NULL)
    g_dbus_connection_close_sync (source->bus, NULL, NULL);
  g_clear_object (&source->bus);
}

/* It is told, as the desktop's own tell. */
static void
source_change (Source *source, gboolean locked)
{
  source->says = locked ? LOCKED : OPEN;
  if (source->kind == LOGIN)
    {
      GVariantBuilder changed;

      g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&changed, "{sv}", "LockedHint", g_variant_new_boolean (locked));
      /* From the session's own path, which "auto" stands for. */
      g_dbus_connection_emit_signal (source->bus, NULL, "/org/freedesktop/login1/session/_31",
                                     "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                     g_variant_new ("(sa{sv}@as)", "org.freedesktop.login1.Session",
                                                    &changed, g_variant_new_strv (NULL, 0)),
                                     NULL);
    }
  else
    g_dbus_connection_emit_signal (source->bus, NULL, kinds[source->kind].path,
                                   kinds[source->kind].name, "ActiveChanged",
                                   g_variant_new ("(b)", locked), NULL);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* What is under way holds it a little longer. */
static void
session_stop (FtSession *session)
{
  gpointer left = session;

  g_object_add_weak_pointer (G_OBJECT (session), &left);
  g_object_unref (session);
  WAIT_UNTIL (left == NULL);
}

/* --- Locked --- */

static const struct
{
  const char *path;
  Says says[N_SOURCES];
  FtLock lock;
} locks[] = {
  { "/remind/session/lock/gnome", { LOCKED, SILENT, SILENT }, FT_LOCK_LOCKED },
  { "/remind/session/lock/freedesktop", { SILENT, LOCKED, SILENT }, FT_LOCK_LOCKED },
  { "/remind/session/lock/login", { SILENT, SILENT, LOCKED }, FT_LOCK_LOCKED },
  { "/remind/session/lock/gnome-open", { OPEN, SILENT, SILENT }, FT_LOCK_OPEN },
  { "/remind/session/lock/login-open", { SILENT, SILENT, OPEN }, FT_LOCK_OPEN },
  { "/remind/session/lock/one-is-enough", { OPEN, OPEN, LOCKED }, FT_LOCK_LOCKED },
  { "/remind/session/lock/ignorant-and-open", { IGNORANT, OPEN, IGNORANT }, FT_LOCK_OPEN },
  { "/remind/session/lock/ignorant-and-locked", { LOCKED, IGNORANT, OPEN }, FT_LOCK_LOCKED },
};

static void
test_lock (gconstpointer data)
{
  int row = GPOINTER_TO_INT (data);
  Source sources[N_SOURCES] = { 0 };
  FtSession *session;

  for (int i = 0; i < N_SOURCES; i++)
    source_start (&sources[i], i, locks[row].says[i]);
  session = ft_session_new ();
  g_assert_cmpint (ft_session_get_lock (session), ==, FT_LOCK_UNKNOWN);
  for (int i = 0; i < N_SOURCES; i++)
    WAIT_UNTIL (sources[i].bus == NULL || sources[i].n_asked > 0);
  WAIT_UNTIL (ft_session_get_lock (session) == locks[row].lock);
  session_stop (session);
  for (int i = 0; i < N_SOURCES; i++)
    source_stop (&sources[i]);
}

/* Locked and unlocked while it looks; it tells once for each, and forgets who has gone. */
static void
test_changes (gconstpointer data)
{
  Source source = { 0 };
  guint n_told = 0;
  FtSession *session = ft_session_new ();

  g_signal_connect_swapped (session, "lock-changed", G_CALLBACK (count_cb), &n_told);
  source_start (&source, GPOINTER_TO_INT (data), OPEN);
  if (source.kind == LOGIN)
    {
      /* It is asked at the start, and heard from then on. */
      while (source.n_asked == 0)
        {
          source_change (&source, FALSE);
          g_main_context_iteration (NULL, TRUE);
        }
    }
  WAIT_UNTIL (ft_session_get_lock (session) == FT_LOCK_OPEN);
  g_assert_cmpuint (n_told, ==, 1);
  source_change (&source, TRUE);
  WAIT_UNTIL (n_told == 2);
  g_assert_cmpint (ft_session_get_lock (session), ==, FT_LOCK_LOCKED);
  source_change (&source, TRUE);
  source_change (&source, FALSE);
  WAIT_UNTIL (n_told == 3);
  g_assert_cmpint (ft_session_get_lock (session), ==, FT_LOCK_OPEN);
  if (source.kind != LOGIN)
    {
      source_stop (&source);
      WAIT_UNTIL (n_told == 4);
      g_assert_cmpint (ft_session_get_lock (session), ==, FT_LOCK_UNKNOWN);
    }
  session_stop (session);
  source_stop (&source);
}

/* --- Slept --- */

/* Told when the machine is awake again, not when it goes to sleep; nonsense is not believed. */
static void
test_resumed (void)
{
  Source source = { 0 };
  guint n_resumed = 0;
  FtSession *session;

  source_start (&source, LOGIN, OPEN);
  session = ft_session_new ();
  g_signal_connect_swapped (session, "resumed", G_CALLBACK (count_cb), &n_resumed);
  WAIT_UNTIL (ft_session_get_lock (session) == FT_LOCK_OPEN);
  for (int i = 0; i < 2; i++)
    {
      GVariant *const arguments[] = { g_variant_new ("(b)", TRUE), g_variant_new ("(s)", "no"),
                                      g_variant_new ("(b)", FALSE) };

      for (guint a = 0; a < G_N_ELEMENTS (arguments); a++)
        {
          g_assert_cmpuint (n_resumed, ==, i);
          g_dbus_connection_emit_signal (source.bus, NULL, "/org/freedesktop/login1",
                                         "org.freedesktop.login1.Manager", "PrepareForSleep",
                                         arguments[a], NULL);
        }
      WAIT_UNTIL (n_resumed > (guint) i);
    }
  g_assert_cmpuint (n_resumed, ==, 2);
  session_stop (session);
  source_stop (&source);
}

/* --- What a reminder says meanwhile --- */

/* Names are hidden while it is locked and where nobody knows, and said on the open screen. */
static void
test_hidden_names (Reminding *r, gconstpointer data)
{
  Says says = GPOINTER_TO_INT (data);
  Source saver = { 0 };

  remind_set (r, "hide-names", "1");
  add_lead_with_promise (&r->base, "Anna", -1, -1);
  source_start (&saver, FREEDESKTOP, says);
  remind_start (r);
  if (saver.bus != NULL)
    WAIT_UNTIL (saver.n_asked > 0);
  remind_settle (r);
  assert_titles (r->bell, says == OPEN ? "Anna" : "A promise is due");
  g_assert_cmpuint (r->bell->n_loud, ==, 1);
  if (says == LOCKED || says == OPEN)
    {
      /* It follows the screen, and without a sound. */
      source_change (&saver, says == OPEN);
      WAIT_UNTIL (bell_shows (r->bell, says == OPEN ? "A promise is due" : "Anna"));
      source_change (&saver, says != OPEN);
      WAIT_UNTIL (bell_shows (r->bell, says == OPEN ? "Anna" : "A promise is due"));
      g_assert_cmpuint (r->bell->n_loud, ==, 1);
    }
  source_stop (&saver);
}

/* Off, it says the name whatever the screen is. */
static void
test_names_shown (Reminding *r, gconstpointer data)
{
  Source saver = { 0 };

  add_lead_with_promise (&r->base, "Anna", -1, -1);
  source_start (&saver, FREEDESKTOP, LOCKED);
  remind_start (r);
  WAIT_UNTIL (saver.n_asked > 0);
  remind_settle (r);
  assert_titles (r->bell, "Anna");
  source_stop (&saver);
}

/* After sleep the time is looked at anew, and with it what is due. */
static void
test_rings_after_sleep (Reminding *r, gconstpointer data)
{
  Source login = { 0 };

  source_start (&login, LOGIN, OPEN);
  add_lead_with_promise (&r->base, "Anna", -1, -1);
  r->bell->refuses = TRUE;
  remind_start (r);
  WAIT_UNTIL (ft_session_get_lock (r->session) == FT_LOCK_OPEN);
  remind_settle (r);
  assert_titles (r->bell, "");
  r->bell->refuses = FALSE;
  g_dbus_connection_emit_signal (login.bus, NULL, "/org/freedesktop/login1",
                                 "org.freedesktop.login1.Manager", "PrepareForSleep",
                                 g_variant_new ("(b)", FALSE), NULL);
  WAIT_UNTIL (bell_shows (r->bell, "Anna"));
  remind_settle (r);
  g_assert_cmpuint (r->bell->n_loud, ==, 1);
  source_stop (&login);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    g_test_add_data_func (locks[i].path, GINT_TO_POINTER (i), test_lock);
  g_test_add_data_func ("/remind/session/changes/gnome", GINT_TO_POINTER (GNOME), test_changes);
  g_test_add_data_func ("/remind/session/changes/freedesktop", GINT_TO_POINTER (FREEDESKTOP),
                        test_changes);
  g_test_add_data_func ("/remind/session/changes/login", GINT_TO_POINTER (LOGIN), test_changes);
  g_test_add_func ("/remind/session/resumed", test_resumed);
  REMIND_ADD ("/remind/session/hidden-names/locked", GINT_TO_POINTER (LOCKED), test_hidden_names);
  REMIND_ADD ("/remind/session/hidden-names/open", GINT_TO_POINTER (OPEN), test_hidden_names);
  REMIND_ADD ("/remind/session/hidden-names/nobody-says", GINT_TO_POINTER (SILENT),
              test_hidden_names);
  REMIND_ADD ("/remind/session/hidden-names/ignorant", GINT_TO_POINTER (IGNORANT),
              test_hidden_names);
  REMIND_ADD ("/remind/session/hidden-names/off", NULL, test_names_shown);
  REMIND_ADD ("/remind/session/rings-after-sleep", NULL, test_rings_after_sleep);
  return remind_run ();
}
