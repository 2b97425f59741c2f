#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drag-edge.h"

/* How near to the edge, in pixels, and how long until the page turns and turns again, in
 * milliseconds. */
#define REACH 24
#define FIRST 600
#define AGAIN 1200

typedef struct
{
  GtkEventController *controller; /* borrowed */
  gboolean vertical;
  int direction; /* 0 away from the edges */
  guint source;
} DragEdge;

static void
stop (DragEdge *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->direction = 0;
}

static gboolean
turn_cb (gpointer data)
{
  DragEdge *self = data;

  self->source = 0;
  if (!gtk_drop_controller_motion_contains_pointer (GTK_DROP_CONTROLLER_MOTION (self->controller)))
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (gtk_event_controller_get_widget (self->controller), "calendar.go",
                              "i", self->direction);
  self->source = g_timeout_add (AGAIN, turn_cb, self);
  return G_SOURCE_REMOVE;
}

static int
find_direction (DragEdge *self, double x, double y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (self->controller);
  int forth = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (x < REACH)
    return -forth;
  if (x >= gtk_widget_get_width (widget) - REACH)
    return forth;
  if (self->vertical && y < REACH)
    return -1;
  if (self->vertical && y >= gtk_widget_get_height (widget) - REACH)
    return 1;
  return 0;
}

static void
motion_cb (GtkDropControllerMotion *controller, double x, double y, gpointer data)
{
  DragEdge *self = data;
  int direction = find_direction (self, x, y);

  if (direction == self->direction)
    return;
  stop (self);
  self->direction = direction;
  if (direction != 0)
    self->source = g_timeout_add (FIRST, turn_cb, self);
}

static void
leave_cb (GtkDropControllerMotion *controller, gpointer data)
{
  stop (data);
}

static void
unmap_cb (GtkWidget *widget, gpointer data)
{
  stop (data);
}

static void
free_cb (gpointer data, GClosure *closure)
{
  stop (data);
  g_free (data);
}

void
ft_drag_edge_add (GtkWidget *widget, gboolean vertical)
{
  DragEdge *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_new0 (DragEdge, 1);
  self->vertical = vertical;
  self->controller = gtk_drop_controller_motion_new ();
  g_signal_connect (self->controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->controller, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_data (widget, "unmap", G_CALLBACK (unmap_cb), self, free_cb, 0);
  gtk_widget_add_controller (widget, self->controller);
}
