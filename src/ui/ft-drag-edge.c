#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drag-edge.h"

#include "ui/ft-drag-watch.h"

/* How near to the edge, in pixels, and how long until the page turns and turns again, in
 * milliseconds. */
#define REACH 24
#define FIRST 600
#define AGAIN 1200

typedef struct
{
  GtkWidget *widget; /* borrowed */
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

  gtk_widget_activate_action (self->widget, "calendar.go", "i", self->direction);
  self->source = g_timeout_add (AGAIN, turn_cb, self);
  return G_SOURCE_REMOVE;
}

static int
find_direction (DragEdge *self, double x, double y)
{
  int forth = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (x < REACH)
    return -forth;
  if (x >= gtk_widget_get_width (self->widget) - REACH)
    return forth;
  if (self->vertical && y < REACH)
    return -1;
  if (self->vertical && y >= gtk_widget_get_height (self->widget) - REACH)
    return 1;
  return 0;
}

static void
motion_cb (double x, double y, gpointer data)
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
leave_cb (gpointer data)
{
  stop (data);
}

static void
unmap_cb (GtkWidget *widget, gpointer data)
{
  stop (data);
}

static void
free_cb (gpointer data)
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
  self->widget = widget;
  self->vertical = vertical;
  g_signal_connect (widget, "unmap", G_CALLBACK (unmap_cb), self);
  ft_drag_watch_add (widget, motion_cb, leave_cb, self, free_cb);
}
