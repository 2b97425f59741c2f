#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-more-button.h"

#include "ui/ft-calendar-text.h"

#include <glib/gi18n-lib.h>

GtkWidget *
ft_more_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "more");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.open-day");
  gtk_widget_set_visible (button, FALSE);
  return button;
}

void
ft_more_button_set (GtkWidget *button, gint32 day, guint n)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_widget_set_visible (button, n > 0);
  if (n == 0)
    return;
  /* Translators: so many more promises that day than there is room for. */
  text = g_strdup_printf (_ ("+%u"), n);
  name = ft_calendar_text_day (day);
  label
      = g_strdup_printf (ngettext ("%u more promise on %s", "%u more promises on %s", n), n, name);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
