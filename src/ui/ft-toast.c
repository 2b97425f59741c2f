#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-toast.h"

#include <glib/gi18n-lib.h>

static void
undo_clicked_cb (GtkButton *button, AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

/* The words and the button, rather than the toast's own: its title is markup, and GTK names its
 * button twice. */
static GtkWidget *
make_content (AdwToast *toast, const char *text, gboolean undoable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (undoable)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
      g_signal_connect_object (button, "clicked", G_CALLBACK (undo_clicked_cb), toast, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

AdwToast *
ft_toast_new (const char *text, gboolean undoable)
{
  AdwToast *toast;

  g_return_val_if_fail (text != NULL, NULL);

  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, make_content (toast, text, undoable));
  return toast;
}
