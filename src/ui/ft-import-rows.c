#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-import-rows.h"

#include "core/ft-when.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static GtkWidget *
new_rejected (guint line, const char *reason)
{
  g_autofree char *title = g_strdup_printf (_ ("Line %u"), line);
  GtkWidget *row = new_row (title, reason);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not imported"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

GtkWidget *
ft_import_preview_row_new (const FtImportRow *row, FtCivil now)
{
  g_autoptr (GString) details = g_string_new (NULL);

  if (row->reason != NULL)
    return new_rejected (row->line, row->reason);
  if (row->lead == NULL)
    return new_row (_("Romance pieces and settings"), "");
  append (details, row->lead->company);
  append (details, ft_lead_data_get_phone (row->lead));
  append (details, ft_lead_data_get_email (row->lead));
  for (guint i = 0; row->promises != NULL && i < row->promises->len; i++)
    {
      const FtPromiseData *promise = g_ptr_array_index (row->promises, i);
      g_autofree char *when = ft_when_format (promise->promised, now);

      append (details, when);
    }
  return new_row (row->lead->name, details->str);
}

GtkWidget *
ft_import_reject_row_new (const FtImportReject *reject)
{
  return new_rejected (reject->line, reject->reason);
}

GtkWidget *
ft_import_count_row_new (const char *title, guint count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);
  GtkWidget *row = new_row (title, "");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}
