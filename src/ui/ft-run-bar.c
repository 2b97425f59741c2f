#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-run-bar.h"

#include <glib/gi18n-lib.h>

struct _FtRunBar
{
  GtkWidget parent_instance;

  FtDesk *desk; /* owned */

  GtkWidget *start;    /* child */
  GtkWidget *progress; /* child */
  GtkWidget *next;     /* child */
  GtkWidget *stop;     /* child */
};

G_DEFINE_FINAL_TYPE (FtRunBar, ft_run_bar, GTK_TYPE_WIDGET)

static void
update (FtRunBar *self)
{
  FtCallRun *run = ft_desk_get_run (self->desk);
  const FtCounts *counts = ft_desk_get_counts (self->desk);
  gboolean running = ft_call_run_is_running (run);
  gboolean any = counts->n[FT_FILTER_LATE] + counts->n[FT_FILTER_TODAY] > 0;
  /* Translators: which call it is, of how many today: "3 of 9". */
  g_autofree char *progress = g_strdup_printf (_ ("%1$u of %2$u"), ft_call_run_get_position (run),
                                               ft_call_run_get_total (run));

  gtk_label_set_text (GTK_LABEL (self->progress), progress);
  gtk_widget_set_visible (self->start, !running);
  gtk_widget_set_visible (self->progress, running);
  gtk_widget_set_visible (self->next, running);
  gtk_widget_set_visible (self->stop, running);
  gtk_widget_set_visible (GTK_WIDGET (self), running || any);
}

static GtkWidget *
add_button (FtRunBar *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
ft_run_bar_dispose (GObject *object)
{
  FtRunBar *self = FT_RUN_BAR (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->progress, gtk_widget_unparent);
  g_clear_pointer (&self->next, gtk_widget_unparent);
  g_clear_pointer (&self->stop, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (ft_run_bar_parent_class)->dispose (object);
}

static void
ft_run_bar_class_init (FtRunBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_run_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ft_run_bar_init (FtRunBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Today’s calls"), -1);
  self->start = add_button (self, _ ("Start Calling"), "lead.start-calling");
  gtk_widget_set_tooltip_text (self->start, _ ("Go through all who are late or due today"));
  self->progress = gtk_label_new ("");
  gtk_widget_add_css_class (self->progress, "numeric");
  gtk_widget_add_css_class (self->progress, "heading");
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
  self->next = add_button (self, _ ("Next Call"), "lead.next-call");
  gtk_widget_set_tooltip_text (self->next, _ ("Go on to the next one (N)"));
  self->stop = add_button (self, _ ("Stop"), "lead.stop-calling");
  gtk_widget_set_tooltip_text (self->stop, _ ("Stop here; the place is kept for today"));
}

void
ft_run_bar_set_desk (FtRunBar *self, FtDesk *desk)
{
  FtCallRun *run;

  g_return_if_fail (FT_IS_RUN_BAR (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  run = ft_desk_get_run (desk);
  g_signal_connect_object (run, "notify::running", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "notify::position", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "notify::total", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::counts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
