#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-anew-window.h"

#include "ui/ft-anew-row.h"

#include <glib/gi18n-lib.h>

struct _FtAnewWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack; /* child */
  GtkWidget *rows;  /* child */

  FtDesk *desk; /* owned */
};

G_DEFINE_FINAL_TYPE (FtAnewWindow, ft_anew_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  FtAnewWindow *self = data;

  return ft_anew_row_new (self->desk, ft_desk_get_away (self->desk), item);
}

static void
count_changed_cb (FtAnewWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (ft_desk_get_away (self->desk)));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "rows" : "none");
}

static void
ft_anew_window_dispose (GObject *object)
{
  FtAnewWindow *self = FT_ANEW_WINDOW (object);

  if (self->rows != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), NULL, NULL, NULL, NULL);
  self->rows = NULL;
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ft_anew_window_parent_class)->dispose (object);
}

static void
ft_anew_window_class_init (FtAnewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ft_anew_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ft_anew_window_init (FtAnewWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *none = adw_status_page_new ();
  GtkWidget *words;

  gtk_window_set_title (GTK_WINDOW (self), _ ("Promise Anew"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 560);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (content), self->stack);

  words = gtk_label_new (_ ("These fall into days on which you are away. Tell them before you "
                            "leave."));
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_box_append (GTK_BOX (list), words);
  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Promises in days away"), -1);
  gtk_box_append (GTK_BOX (list), self->rows);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 18);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "ft-kept-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing Waits While You Are Away"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("No promise falls into the days you are away."));
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  adw_window_set_content (ADW_WINDOW (self), content);
}

GtkWidget *
ft_anew_window_new (GtkWindow *parent, FtDesk *desk)
{
  FtAnewWindow *self;
  FtAwayList *away;

  g_return_val_if_fail (FT_IS_DESK (desk), NULL);

  self = g_object_new (FT_TYPE_ANEW_WINDOW, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
  self->desk = g_object_ref (desk);
  away = ft_desk_get_away (desk);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->rows), G_LIST_MODEL (away), create_row, self, NULL);
  g_signal_connect_object (away, "items-changed", G_CALLBACK (count_changed_cb), self,
                           G_CONNECT_SWAPPED);
  count_changed_cb (self);
  return GTK_WIDGET (self);
}
