#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-hint-line.h"

#include <glib/gi18n-lib.h>

struct _FtHintLine
{
  GtkWidget parent_instance;

  FtDesk *desk;       /* owned */
  gint64 off_lead_id; /* the lead on whose card they were turned off, 0 if they were not */

  GtkWidget *icon;
  GtkWidget *words;
  GtkWidget *off;
  GtkWidget *on;
};

G_DEFINE_FINAL_TYPE (FtHintLine, ft_hint_line, GTK_TYPE_WIDGET)

static void
update (FtHintLine *self)
{
  FtCard *card = ft_desk_get_card (self->desk);
  FtHint hint = ft_card_get_hint (card);
  gboolean hints = ft_desk_get_settings (self->desk)->hints;
  gboolean just_off
      = !hints && self->off_lead_id != 0 && self->off_lead_id == ft_card_get_lead_id (card);

  g_assert (FT_IS_HINT_LINE (self));

  gtk_label_set_text (GTK_LABEL (self->words),
                      just_off ? _ ("Hints are off.") : ft_hint_words (hint));
  gtk_widget_set_visible (self->off, !just_off);
  gtk_widget_set_visible (self->on, just_off);
  gtk_widget_set_visible (GTK_WIDGET (self), just_off || hint != FT_HINT_NONE);
}

static void
set_hints (FtHintLine *self, gboolean hints)
{
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_desk_get_settings (self->desk));

  settings->hints = hints;
  self->off_lead_id = hints ? 0 : ft_card_get_lead_id (ft_desk_get_card (self->desk));
  ft_desk_save_settings (self->desk, settings);
}

static void
off_clicked_cb (FtHintLine *self)
{
  g_assert (FT_IS_HINT_LINE (self));

  set_hints (self, FALSE);
}

static void
on_clicked_cb (FtHintLine *self)
{
  g_assert (FT_IS_HINT_LINE (self));

  set_hints (self, TRUE);
}

static void
ft_hint_line_dispose (GObject *object)
{
  FtHintLine *self = FT_HINT_LINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_hint_line_parent_class)->dispose (object);
}

static void
ft_hint_line_class_init (FtHintLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_hint_line_dispose;

  gtk_widget_class_set_css_name (widget_class, "hint");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_hint_line_init (FtHintLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hint"),
                                  -1);
  self->icon = gtk_image_new_from_icon_name ("ft-hint-symbolic");
  gtk_widget_add_css_class (self->icon, "dim-label");
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_add_css_class (self->words, "dim-label");
  self->off = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (self->off, _ ("Turn hints off"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->off), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Turn hints off"), -1);
  gtk_widget_set_valign (self->off, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->off, "flat");
  gtk_widget_add_css_class (self->off, "small");
  self->on = gtk_button_new_with_label (_ ("Turn On Again"));
  gtk_widget_add_css_class (self->on, "flat");
  gtk_widget_add_css_class (self->on, "quiet");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->off, GTK_WIDGET (self));
  gtk_widget_set_parent (self->on, GTK_WIDGET (self));
  g_signal_connect_object (self->off, "clicked", G_CALLBACK (off_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->on, "clicked", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ft_hint_line_set_desk (FtHintLine *self, FtDesk *desk)
{
  g_return_if_fail (FT_IS_HINT_LINE (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (ft_desk_get_card (desk), "notify::data", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::settings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
