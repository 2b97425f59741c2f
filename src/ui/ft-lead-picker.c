#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-picker.h"

#include "model/ft-request.h"

#include <glib/gi18n-lib.h>

/* As many as are taken in at a glance. */
#define MAX_LEADS 6

struct _FtLeadPicker
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *entry;
  GtkWidget *list;

  FtStore *store;     /* owned */
  FtRequest *request; /* what was asked last */
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtLeadPicker, ft_lead_picker, GTK_TYPE_WIDGET)

static void
add_row (FtLeadPicker *self, const FtLeadData *lead)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* Translators: a customer's name and company. */
  g_autofree char *text = *lead->company != '\0'
                              ? g_strdup_printf (_ ("%s · %s"), lead->name, lead->company)
                              : g_strdup (lead->name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "lead-id", g_memdup2 (&lead->id, sizeof lead->id),
                          g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, NULL);
  g_autoptr (FtLeadPicker) self = ft_request_finish (data);
  GtkWidget *row;

  if (self == NULL || rows == NULL)
    return;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL)
      add_row (self, ((FtLeadRow *) rows->pdata[i])->lead);
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, NULL);
  g_autoptr (FtLeadPicker) self = ft_request_finish (data);
  FtRequest *request;

  if (self == NULL || ids == NULL)
    return;
  request = ft_request_start (&self->request, G_OBJECT (self));
  ft_store_read_rows_async (self->store, (const gint64 *) (gpointer) ids->data, ids->len,
                            ft_request_get_cancellable (request), rows_cb, request);
}

static void
search_cb (FtLeadPicker *self)
{
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (
      FT_FILTER_ALL, (FtDayBounds){ 0 }, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  FtRequest *request;

  if (self->store == NULL)
    return;
  request = ft_request_start (&self->request, G_OBJECT (self));
  ft_store_query_leads_async (self->store, query, MAX_LEADS, ft_request_get_cancellable (request),
                              ids_cb, request);
}

static void
row_activated_cb (FtLeadPicker *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PICKED], 0,
                 *(gint64 *) g_object_get_data (G_OBJECT (row), "lead-id"));
}

static void
activate_cb (FtLeadPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
ft_lead_picker_dispose (GObject *object)
{
  FtLeadPicker *self = FT_LEAD_PICKER (object);
  GtkWidget *child;

  ft_request_drop (&self->request);
  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ft_lead_picker_parent_class)->dispose (object);
}

static void
ft_lead_picker_class_init (FtLeadPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_lead_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ft_lead_picker_init (FtLeadPicker *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("To whom?"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To whom?"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_widget_set_size_request (self->list, 260, 6 * 30);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Leads"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
ft_lead_picker_new (FtStore *store)
{
  FtLeadPicker *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_LEAD_PICKER, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
ft_lead_picker_start (FtLeadPicker *self)
{
  g_return_if_fail (FT_IS_LEAD_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_cb (self);
  gtk_widget_grab_focus (self->entry);
}
