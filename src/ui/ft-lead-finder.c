#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-finder.h"

#include "core/ft-phone.h"

#include <string.h>

/* Shorter numbers are extensions, which many people share. */
#define MIN_DIGITS 6
#define MAX_LEADS 20

struct _FtLeadFinder
{
  GObject parent_instance;
  FtStore *store;            /* owned */
  GCancellable *cancellable; /* owned, of the question under way */
  char *phone;
  char *email;
  FtLeadData *lead; /* owned */
};

enum
{
  PROP_LEAD = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtLeadFinder, ft_lead_finder, G_TYPE_OBJECT)

static void
take_lead (FtLeadFinder *self, FtLeadData *lead)
{
  if (self->lead == lead)
    return;
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  if (lead != NULL)
    self->lead = ft_lead_data_ref (lead);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD]);
}

static gboolean
has_email (FtLeadFinder *self, FtLeadData *lead)
{
  g_autofree char *wanted = g_utf8_casefold (self->email, -1);

  for (guint i = 0; i < lead->emails->len; i++)
    {
      FtReach *reach = g_ptr_array_index (lead->emails, i);
      g_autofree char *folded = g_utf8_casefold (reach->value, -1);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_phone (FtLeadFinder *self, FtLeadData *lead)
{
  for (guint i = 0; i < lead->phones->len; i++)
    if (ft_phone_same (((FtReach *) g_ptr_array_index (lead->phones, i))->value, self->phone))
      return TRUE;
  return FALSE;
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FtLeadFinder) self = user_data;
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, NULL);

  if (rows == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      FtLeadRow *row = g_ptr_array_index (rows, i);

      if (row != NULL
          && ((self->phone != NULL && has_phone (self, row->lead))
              || (self->email != NULL && has_email (self, row->lead))))
        {
          take_lead (self, row->lead);
          return;
        }
    }
  take_lead (self, NULL);
}

/* That somebody is known is a hint: a question that fails says nothing, and the form goes on. */
static void
ids_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FtLeadFinder) self = user_data;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, NULL);

  if (ids == NULL)
    return;
  if (ids->len == 0)
    {
      take_lead (self, NULL);
      return;
    }
  ft_store_read_rows_async (self->store, (const gint64 *) (gpointer) ids->data, ids->len,
                            self->cancellable, rows_cb, g_object_ref (self));
}

static void
ask (FtLeadFinder *self, const char *text)
{
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (FT_FILTER_ALL, (FtDayBounds){ 0 }, text);

  self->cancellable = g_cancellable_new ();
  ft_store_query_leads_async (self->store, query, MAX_LEADS, self->cancellable, ids_cb,
                              g_object_ref (self));
}

static void
forget (FtLeadFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->email, g_free);
}

static void
ft_lead_finder_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEAD:
      g_value_set_pointer (value, FT_LEAD_FINDER (object)->lead);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_finder_dispose (GObject *object)
{
  FtLeadFinder *self = FT_LEAD_FINDER (object);

  forget (self);
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ft_lead_finder_parent_class)->dispose (object);
}

static void
ft_lead_finder_class_init (FtLeadFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_lead_finder_dispose;
  object_class->get_property = ft_lead_finder_get_property;
  props[PROP_LEAD]
      = g_param_spec_pointer ("lead", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_lead_finder_init (FtLeadFinder *self)
{
}

FtLeadFinder *
ft_lead_finder_new (FtStore *store)
{
  FtLeadFinder *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_LEAD_FINDER, NULL);
  self->store = g_object_ref (store);
  return self;
}

void
ft_lead_finder_look (FtLeadFinder *self, const char *phone, const char *email)
{
  g_autofree char *key = NULL;

  g_return_if_fail (FT_IS_LEAD_FINDER (self));
  g_return_if_fail (phone != NULL && email != NULL);

  forget (self);
  key = ft_phone_key (phone);
  if (strlen (key) >= MIN_DIGITS)
    self->phone = g_strdup (phone);
  if (strchr (email, '@') != NULL && !g_str_has_suffix (email, "@"))
    self->email = g_strstrip (g_strdup (email));

  if (self->phone != NULL)
    ask (self, self->phone);
  else if (self->email != NULL)
    ask (self, self->email);
  else
    take_lead (self, NULL);
}

FtLeadData *
ft_lead_finder_get_lead (FtLeadFinder *self)
{
  g_return_val_if_fail (FT_IS_LEAD_FINDER (self), NULL);
  return self->lead;
}
