#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-slot-line.h"

#include "ui/ft-allocate.h"

struct _FtSlotLine
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *text;
  guint source;
};

G_DEFINE_FINAL_TYPE (FtSlotLine, ft_slot_line, GTK_TYPE_WIDGET)

static gboolean
over_cb (gpointer data)
{
  FtSlotLine *self = data;

  self->source = 0;
  ft_slot_line_clear (self);
  return G_SOURCE_REMOVE;
}

static void
ft_slot_line_dispose (GObject *object)
{
  FtSlotLine *self = FT_SLOT_LINE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ft_slot_line_parent_class)->dispose (object);
}

static void
ft_slot_line_class_init (FtSlotLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_slot_line_dispose;
  gtk_widget_class_set_css_name (widget_class, "slotline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ft_slot_line_init (FtSlotLine *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_box_append (GTK_BOX (self->box), self->icon);
  self->text = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_widget_set_parent (self->box, widget);

  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_visible (widget, FALSE);
}

GtkWidget *
ft_slot_line_new (void)
{
  return g_object_new (FT_TYPE_SLOT_LINE, NULL);
}

void
ft_slot_line_say (FtSlotLine *self, const char *when, const char *words, guint seconds)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FT_IS_SLOT_LINE (self));

  text = *words != '\0' ? g_strdup_printf ("%s · %s", when, words) : g_strdup (when);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->icon, *words != '\0');
  ft_toggle_css_class (GTK_WIDGET (self), "concern", *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->source, g_source_remove);
  if (seconds > 0)
    self->source = g_timeout_add_seconds (seconds, over_cb, self);
}

void
ft_slot_line_clear (FtSlotLine *self)
{
  g_return_if_fail (FT_IS_SLOT_LINE (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_label_set_text (GTK_LABEL (self->text), "");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const char *
ft_slot_line_get_text (FtSlotLine *self)
{
  g_return_val_if_fail (FT_IS_SLOT_LINE (self), "");
  return gtk_label_get_text (GTK_LABEL (self->text));
}
