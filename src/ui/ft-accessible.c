#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-accessible.h"

#include <adwaita.h>

char *
ft_accessible_strip (const char *label)
{
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (label != NULL, NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      /* An underscore marks the next character; two of them are one. */
      if (*p == '_' && *++p == '\0')
        break;
      g_string_append_c (name, *p);
    }
  return g_string_free (name, FALSE);
}

char *
ft_accessible_escape (const char *text)
{
  GString *escaped;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_string_new (text);
  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (escaped, FALSE);
}

void
ft_accessible_set_name (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The label with its underscores, %NULL if there is none. */
static const char *
get_mnemonic (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget))
               ? gtk_check_button_get_label (GTK_CHECK_BUTTON (widget))
               : NULL;
  if (!GTK_IS_BUTTON (widget))
    return NULL;
  child = gtk_button_get_child (GTK_BUTTON (widget));
  if (ADW_IS_BUTTON_CONTENT (child))
    return adw_button_content_get_use_underline (ADW_BUTTON_CONTENT (child))
               ? adw_button_content_get_label (ADW_BUTTON_CONTENT (child))
               : NULL;
  return gtk_button_get_use_underline (GTK_BUTTON (widget))
             ? gtk_button_get_label (GTK_BUTTON (widget))
             : NULL;
}

void
ft_accessible_name_buttons (GtkWidget *root)
{
  const char *label;

  g_return_if_fail (GTK_IS_WIDGET (root));

  label = get_mnemonic (root);
  if (label != NULL)
    {
      g_autofree char *name = ft_accessible_strip (label);
      ft_accessible_set_name (root, name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ft_accessible_name_buttons (child);
}
