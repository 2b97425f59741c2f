#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-sensitive-box.h"

#include "core/ft-brief.h"

#include <glib/gi18n-lib.h>

struct _FtSensitiveBox
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (FtSensitiveBox, ft_sensitive_box, GTK_TYPE_WIDGET)

static void
ft_sensitive_box_dispose (GObject *object)
{
  FtSensitiveBox *self = FT_SENSITIVE_BOX (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (ft_sensitive_box_parent_class)->dispose (object);
}

static void
ft_sensitive_box_class_init (FtSensitiveBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_sensitive_box_dispose;

  gtk_widget_class_set_css_name (widget_class, "sensitive");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_sensitive_box_init (FtSensitiveBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->icon = gtk_image_new_from_icon_name ("ft-sensitive-symbolic");
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  self->title = gtk_label_new (_ ("Sensitive"));
  gtk_widget_set_valign (self->title, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->title, "heading");
  self->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

void
ft_sensitive_box_update (FtSensitiveBox *self, const FtLeadData *lead)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (FT_IS_SENSITIVE_BOX (self));
  g_return_if_fail (lead != NULL);

  facts = ft_brief_facts (lead);
  for (guint i = 0; i < facts->len; i++)
    {
      const FtFact *fact = g_ptr_array_index (facts, i);

      if (!fact->sensitive)
        break;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, fact->text);
    }
  gtk_label_set_text (GTK_LABEL (self->text), text->str);
  gtk_widget_set_visible (GTK_WIDGET (self), text->len > 0);
  if (text->len > 0)
    {
      /* Translators: %s are sensitive facts about a person; for a screen reader. */
      g_autofree char *name = g_strdup_printf (_ ("Sensitive: %s"), text->str);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}
