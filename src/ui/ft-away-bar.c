#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-away-bar.h"

#include "ui/ft-accessible.h"

#include <glib/gi18n-lib.h>

struct _FtAwayBar
{
  GtkWidget parent_instance;

  GtkWidget *label; /* child */
};

G_DEFINE_FINAL_TYPE (FtAwayBar, ft_away_bar, GTK_TYPE_WIDGET)

static void
count_changed_cb (FtAwayList *away, GParamSpec *spec, gpointer data)
{
  FtAwayBar *self = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (away));
  g_autofree char *text = g_strdup_printf (ngettext ("%u promise falls into days you are away.",
                                                     "%u promises fall into days you are away.", n),
                                           n);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
ft_away_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ft_away_bar_parent_class)->dispose (object);
}

static void
ft_away_bar_class_init (FtAwayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_away_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "awaybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ft_away_bar_init (FtAwayBar *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Pro_mise Anew…"));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              12);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.promise-anew");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Promises in days away"), -1);
  ft_accessible_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
ft_away_bar_new (FtDesk *desk)
{
  FtAwayBar *self;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_AWAY_BAR, NULL);
  g_signal_connect_object (ft_desk_get_away (desk), "notify::n-items",
                           G_CALLBACK (count_changed_cb), self, 0);
  count_changed_cb (ft_desk_get_away (desk), NULL, self);
  return GTK_WIDGET (self);
}
