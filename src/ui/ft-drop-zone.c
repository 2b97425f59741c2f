#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drop-zone.h"

#include "model/ft-lead.h"

typedef struct
{
  FtDropZoneFind find;
  gboolean holding; /* over one of its slots */
} DropZone;

static GtkWidget *
get_widget (GtkDropTarget *target)
{
  return gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
}

/* Zones lie within each other: only the one that something was held over says that it is not any
 * more. */
static void
let_go (DropZone *self, GtkDropTarget *target)
{
  if (self->holding)
    ft_drop_zone_hold (get_widget (target), NULL, 0, 0);
  self->holding = FALSE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer data)
{
  DropZone *self = data;
  const GValue *value = gtk_drop_target_get_value (target);
  gint32 day;
  int minute;

  if (!self->find (get_widget (target), value, x, y, &day, &minute))
    {
      let_go (self, target);
      return 0;
    }
  self->holding = TRUE;
  ft_drop_zone_hold (get_widget (target), value, day, minute);
  return gdk_drop_get_actions (gtk_drop_target_get_current_drop (target)) & GDK_ACTION_MOVE
             ? GDK_ACTION_MOVE
             : GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, gpointer data)
{
  let_go (data, target);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  DropZone *self = data;
  GtkWidget *widget = get_widget (target);
  gint32 day;
  int minute;

  let_go (self, target);
  if (!self->find (widget, value, x, y, &day, &minute))
    return FALSE;
  ft_drop_zone_drop (widget, value, day, minute);
  return TRUE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ft_drop_zone_add (GtkWidget *widget, FtDropZoneFind find)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GType types[] = { FT_TYPE_LEAD, G_TYPE_INT64 };
  DropZone *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find != NULL);

  self = g_new0 (DropZone, 1);
  self->find = find;

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), self, free_cb, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
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
