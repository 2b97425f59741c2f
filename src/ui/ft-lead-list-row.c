#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-list-row.h"

#include "ui/ft-dots.h"
#include "ui/ft-icons.h"

#include <glib/gi18n-lib.h>

struct _FtLeadListRow
{
  GtkWidget parent_instance;
  FtLead *lead; /* owned */
  gulong notify_id;

  /* Template children. */
  GtkLabel *name;
  GtkImage *late_icon;
  GtkLabel *when;
  GtkImage *channel;
  GtkLabel *about;
  FtDots *dots;
};

enum
{
  PROP_LEAD = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtLeadListRow, ft_lead_list_row, GTK_TYPE_WIDGET)

static char *
dup_about (const char *company, const char *purpose)
{
  if (company == NULL || *company == '\0')
    return g_strdup (purpose);
  if (purpose == NULL || *purpose == '\0')
    return g_strdup (company);
  return g_strdup_printf ("%s · %s", company, purpose);
}

static gboolean
lacks_promise (FtLead *lead)
{
  FtLeadRow *row = ft_lead_get_row (lead);

  return row != NULL && row->due == NULL && row->lead->state == FT_LEAD_OPEN;
}

static void
update (FtLeadListRow *self)
{
  g_autofree char *name = NULL, *company = NULL, *purpose = NULL, *when = NULL, *summary = NULL;
  g_autofree char *about = NULL, *late_when = NULL;
  gboolean late;
  int channel;
  guint dots;
  const char *icon;

  g_object_get (self->lead, "name", &name, "company", &company, "purpose", &purpose, "when", &when,
                "late", &late, "channel", &channel, "dots", &dots, "summary", &summary, NULL);
  about = dup_about (company, purpose);
  if (late)
    /* Translators: a promise that was missed, and when it was: "Late · Fri 16:00" */
    late_when = g_strdup_printf (_ ("Late · %s"), when);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->when, late ? late_when : when);
  gtk_label_set_text (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->late_icon), late);
  icon = ft_icon_for_channel (channel);
  gtk_image_set_from_icon_name (self->channel, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->channel), icon != NULL);
  ft_dots_set_count (self->dots, dots);

  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
  if (lacks_promise (self->lead))
    gtk_widget_add_css_class (GTK_WIDGET (self), "without");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "without");

  /* The list's own widget is what a screen reader comes to. */
  if (GTK_IS_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, summary != NULL ? summary : "",
                                    -1);
}

static void
lead_changed_cb (FtLead *lead, GParamSpec *pspec, gpointer user_data)
{
  update (FT_LEAD_LIST_ROW (user_data));
}

static void
ft_lead_list_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEAD:
      g_value_set_object (value, FT_LEAD_LIST_ROW (object)->lead);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_list_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LEAD:
      ft_lead_list_row_set_lead (FT_LEAD_LIST_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_list_row_dispose (GObject *object)
{
  FtLeadListRow *self = FT_LEAD_LIST_ROW (object);
  GtkWidget *child;

  ft_lead_list_row_set_lead (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ft_lead_list_row_parent_class)->dispose (object);
}

static void
ft_lead_list_row_class_init (FtLeadListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ft_lead_list_row_dispose;
  object_class->get_property = ft_lead_list_row_get_property;
  object_class->set_property = ft_lead_list_row_set_property;

  props[PROP_LEAD]
      = g_param_spec_object ("lead", NULL, NULL, FT_TYPE_LEAD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (FT_TYPE_DOTS);
  gtk_widget_class_set_css_name (widget_class, "leadrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/followthrough/FollowThrough/ui/ft-lead-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, name);
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, late_icon);
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, when);
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, channel);
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, about);
  gtk_widget_class_bind_template_child (widget_class, FtLeadListRow, dots);
}

static void
ft_lead_list_row_init (FtLeadListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ft_lead_list_row_new (void)
{
  return g_object_new (FT_TYPE_LEAD_LIST_ROW, NULL);
}

void
ft_lead_list_row_set_lead (FtLeadListRow *self, FtLead *lead)
{
  g_return_if_fail (FT_IS_LEAD_LIST_ROW (self));
  g_return_if_fail (lead == NULL || FT_IS_LEAD (lead));

  if (self->lead == lead)
    return;
  if (self->lead != NULL)
    g_clear_signal_handler (&self->notify_id, self->lead);
  g_set_object (&self->lead, lead);
  if (lead != NULL)
    {
      /* One handler, not a binding for each property: rows are bound while the list scrolls. */
      self->notify_id = g_signal_connect (lead, "notify", G_CALLBACK (lead_changed_cb), self);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD]);
}

FtLead *
ft_lead_list_row_get_lead (FtLeadListRow *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST_ROW (self), NULL);
  return self->lead;
}
