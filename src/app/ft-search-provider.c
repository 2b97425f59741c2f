#define G_LOG_DOMAIN "ft-app"

#include "app/ft-search-provider.h"

#include "core/ft-when.h"

/* More are not shown. */
#define MAX_RESULTS 20

static const char INTERFACE[]
    = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
      "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
      "<arg type='as' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
      "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
      "<method name='GetResultMetas'><arg type='as' direction='in'/>"
      "<arg type='aa{sv}' direction='out'/></method>"
      "<method name='ActivateResult'><arg type='s' direction='in'/>"
      "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
      "<method name='LaunchSearch'><arg type='as' direction='in'/>"
      "<arg type='u' direction='in'/></method>"
      "</interface></node>";

struct _FtSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  FtDataFile *file;          /* owned */
  FtSession *session;        /* owned */
  guint registration;
};

G_DEFINE_FINAL_TYPE (FtSearchProvider, ft_search_provider, G_TYPE_OBJECT)

/* One question, until it is answered. The program stays meanwhile. */
typedef struct
{
  FtSearchProvider *self;            /* owned */
  GDBusMethodInvocation *invocation; /* owned until it is answered */
  gboolean metas;
} Question;

static void
answer (Question *question, GVariant *result)
{
  g_dbus_method_invocation_return_value (question->invocation, g_variant_new_tuple (&result, 1));
  g_application_release (question->self->application);
  g_object_unref (question->self);
  g_free (question);
}

static void
answer_nothing (Question *question)
{
  answer (question, question->metas ? g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0)
                                    : g_variant_new_strv (NULL, 0));
}

/* --- Results --- */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, NULL);
  GVariantBuilder names;

  if (ids == NULL)
    {
      answer_nothing (question);
      return;
    }
  g_variant_builder_init (&names, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
      g_variant_builder_add (&names, "s", name);
    }
  answer (question, g_variant_builder_end (&names));
}

static void
search (Question *question, FtStore *store)
{
  FtClock *clock = ft_store_get_clock (store);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (question->invocation);
  g_autoptr (GVariant) terms
      = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *text = g_strjoinv (" ", (char **) words);
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (
      FT_FILTER_ALL,
      ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ()), text);

  /* No words would find everybody. */
  if (*query->search == '\0')
    answer_nothing (question);
  else
    ft_store_query_leads_async (store, query, MAX_RESULTS, NULL, found_cb, question);
}

/* --- What a result shows --- */

static char *
describe (const FtLeadRow *row, FtClock *clock)
{
  FtPromiseData *next = ft_lead_row_next (row, ft_clock_now (clock));
  g_autofree char *when = NULL;

  if (next == NULL)
    return g_strdup (row->lead->company);
  when = ft_when_format_short (next->promised, ft_clock_civil (clock));
  return *row->lead->company != '\0' ? g_strdup_printf ("%s · %s", row->lead->company, when)
                                     : g_steal_pointer (&when);
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  FtClock *clock = ft_store_get_clock (FT_STORE (source));
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, NULL);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const FtLeadRow *row = rows->pdata[i];
      g_autofree char *id = NULL;
      g_autofree char *description = NULL;

      if (row == NULL)
        continue;
      id = g_strdup_printf ("%" G_GINT64_FORMAT, row->lead->id);
      description = describe (row, clock);
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (row->lead->name));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (FT_APPLICATION_ID));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_close (&metas);
    }
  answer (question, g_variant_builder_end (&metas));
}

static void
read_metas (Question *question, FtStore *store)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (question->invocation);
  g_autoptr (GVariant) names = g_variant_get_child_value (parameters, 0);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n = MIN (g_variant_n_children (names), MAX_RESULTS);

  for (gsize i = 0; i < n; i++)
    {
      const char *name;
      gint64 id;

      g_variant_get_child (names, i, "&s", &name);
      if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
        g_array_append_val (ids, id);
    }
  ft_store_read_rows_async (store, (const gint64 *) ids->data, ids->len, NULL, rows_cb, question);
}

/* --- Questions --- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  FtStore *store;

  if (!ft_data_file_open_finish (FT_DATA_FILE (source), result, NULL))
    {
      answer_nothing (question);
      return;
    }
  store = ft_data_file_get_store (FT_DATA_FILE (source));
  if (question->metas)
    read_metas (question, store);
  else
    search (question, store);
}

static void
ask (FtSearchProvider *self, GDBusMethodInvocation *invocation, gboolean metas)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->invocation = invocation;
  question->metas = metas;
  g_application_hold (self->application);
  if (self->file == NULL || ft_session_get_lock (self->session) == FT_LOCK_LOCKED)
    answer_nothing (question);
  else
    ft_data_file_open_async (self->file, opened_cb, question);
}

static void
called_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  FtSearchProvider *self = data;

  if (g_str_equal (method, "ActivateResult"))
    {
      const char *name;
      gint64 id;

      g_variant_get_child (parameters, 0, "&s", &name);
      if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
        g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-lead",
                                        g_variant_new_int64 (id));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_str_equal (method, "LaunchSearch"))
    {
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);
      g_autofree const char **words = g_variant_get_strv (terms, NULL);
      g_autofree char *text = g_strjoinv (" ", (char **) words);

      g_action_group_activate_action (G_ACTION_GROUP (self->application), "search",
                                      g_variant_new_string (text));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    ask (self, invocation, g_str_equal (method, "GetResultMetas"));
}

/* --- Class --- */

static void
ft_search_provider_dispose (GObject *object)
{
  FtSearchProvider *self = FT_SEARCH_PROVIDER (object);

  g_clear_object (&self->file);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ft_search_provider_parent_class)->dispose (object);
}

static void
ft_search_provider_class_init (FtSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_search_provider_dispose;
}

static void
ft_search_provider_init (FtSearchProvider *self)
{
}

FtSearchProvider *
ft_search_provider_new (GApplication *application)
{
  FtSearchProvider *self = g_object_new (FT_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

void
ft_search_provider_set_source (FtSearchProvider *self, FtDataFile *file, FtSession *session)
{
  g_return_if_fail (FT_IS_SEARCH_PROVIDER (self));

  g_set_object (&self->file, file);
  g_set_object (&self->session, session);
}

gboolean
ft_search_provider_export (FtSearchProvider *self,
                           GDBusConnection *bus,
                           const char *path,
                           GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (INTERFACE, NULL);
  g_autofree char *own_path = g_strconcat (path, "/SearchProvider", NULL);

  g_return_val_if_fail (FT_IS_SEARCH_PROVIDER (self), FALSE);

  self->registration = g_dbus_connection_register_object (bus, own_path, node->interfaces[0],
                                                          &vtable, self, NULL, error);
  return self->registration != 0;
}

void
ft_search_provider_unexport (FtSearchProvider *self, GDBusConnection *bus)
{
  g_return_if_fail (FT_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (bus, self->registration);
  self->registration = 0;
}
