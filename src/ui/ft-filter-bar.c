#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-filter-bar.h"

#include "ui/ft-filters.h"
#include "ui/ft-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _FtFilterBar
{
  GtkWidget parent_instance;
  FtDesk *desk; /* owned */

  /* Children. */
  GtkWidget *box;
  GtkWidget *pills[FT_N_FILTERS];
  GtkLabel *counts[FT_N_FILTERS];
  GtkWidget *late_icon;
};

G_DEFINE_FINAL_TYPE (FtFilterBar, ft_filter_bar, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
counts_changed_cb (FtDesk *desk, GParamSpec *pspec, gpointer user_data)
{
  FtFilterBar *self = user_data;
  const FtCounts *counts = ft_desk_get_counts (desk);

  g_assert (FT_IS_FILTER_BAR (self));

  for (guint i = 0; i < FT_N_FILTERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%'u", counts->n[i]);
      g_autofree char *name = g_strdup_printf ("%s, %s", ft_filter_words (i).label, number);
      gboolean alarm = (i == FT_FILTER_LATE || i == FT_FILTER_WITHOUT) && counts->n[i] > 0;

      gtk_label_set_text (self->counts[i], number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->pills[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      set_css_class (self->pills[i], "none", counts->n[i] == 0);
      set_css_class (self->pills[i], i == FT_FILTER_LATE ? "late" : "without", alarm);
    }
  gtk_widget_set_visible (self->late_icon, counts->n[FT_FILTER_LATE] > 0);
}

static GtkWidget *
make_pill (FtFilterBar *self, FtLeadFilter filter)
{
  FtFilterWords words = ft_filter_words (filter);
  GtkWidget *pill = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new ("0");

  if (filter == FT_FILTER_LATE)
    {
      self->late_icon = gtk_image_new_from_icon_name ("ft-late-symbolic");
      gtk_widget_set_visible (self->late_icon, FALSE);
      gtk_box_append (GTK_BOX (box), self->late_icon);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (words.label));
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), count);
  self->counts[filter] = GTK_LABEL (count);

  gtk_button_set_child (GTK_BUTTON (pill), box);
  gtk_widget_add_css_class (pill, "filter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (pill), "s", words.nick);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "win.filter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (pill), GTK_ACCESSIBLE_PROPERTY_LABEL, words.label,
                                  -1);
  return pill;
}

static void
ft_filter_bar_dispose (GObject *object)
{
  FtFilterBar *self = FT_FILTER_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_filter_bar_parent_class)->dispose (object);
}

static void
ft_filter_bar_class_init (FtFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_filter_bar_init (FtFilterBar *self)
{
  self->box = ft_wrap_box_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < FT_N_FILTERS; i++)
    {
      self->pills[i] = make_pill (self, i);
      ft_wrap_box_append (FT_WRAP_BOX (self->box), self->pills[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
}

GtkWidget *
ft_filter_bar_new (void)
{
  return g_object_new (FT_TYPE_FILTER_BAR, NULL);
}

void
ft_filter_bar_set_desk (FtFilterBar *self, FtDesk *desk)
{
  g_return_if_fail (FT_IS_FILTER_BAR (self));
  g_return_if_fail (FT_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::counts", G_CALLBACK (counts_changed_cb), self, 0);
  counts_changed_cb (desk, NULL, self);
}
