#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drop-zone.h"

void
ft_drop_zone_add (GtkWidget *widget, FtDropZoneFind find)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find != NULL);
  g_object_set_data (G_OBJECT (widget), "ft-drop-zone", find);
}

gboolean
ft_drop_zone_find (
    GtkWidget *widget, const GValue *value, double x, double y, gint32 *day, int *minute)
{
  FtDropZoneFind find;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  find = (FtDropZoneFind) g_object_get_data (G_OBJECT (widget), "ft-drop-zone");
  return find != NULL && find (widget, value, x, y, day, minute);
}

void
ft_drop_zone_install_signals (GType type, GCallback held_cb)
{
  g_signal_new_class_handler ("held", type, G_SIGNAL_RUN_FIRST, held_cb, NULL, NULL, NULL,
                              G_TYPE_NONE, 3, G_TYPE_VALUE, G_TYPE_INT, G_TYPE_INT);
  g_signal_new_class_handler ("dropped", type, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                              G_TYPE_NONE, 3, G_TYPE_VALUE, G_TYPE_INT, G_TYPE_INT);
}

void
ft_drop_zone_hold (GtkWidget *widget, const GValue *value, gint32 day, int minute)
{
  g_signal_emit_by_name (widget, "held", value, day, minute);
}

void
ft_drop_zone_drop (GtkWidget *widget, const GValue *value, gint32 day, int minute)
{
  g_signal_emit_by_name (widget, "dropped", value, day, minute);
}
