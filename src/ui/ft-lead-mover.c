#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-lead-mover.h"

#include "ui/ft-drag-move.h"
#include "ui/ft-lead-list-row.h"

/* Where the pointer is of what it carries: beside the name, which is to be read, and before the
 * slot. */
#define GRASP -12

typedef struct
{
  GtkWidget *list;     /* borrowed */
  GtkOverlay *overlay; /* borrowed */
  GtkGesture *gesture; /* borrowed */

  FtLead *lead;     /* owned: that was pressed */
  FtDragMove *move; /* owned, while it is on its way */
} LeadMover;

static void
stop (LeadMover *self)
{
  g_clear_pointer (&self->move, ft_drag_move_free);
  g_clear_object (&self->lead);
}

static void
escaped_cb (gpointer data)
{
  LeadMover *self = data;

  /* Which stops it. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  stop (self);
}

static void
start (LeadMover *self)
{
  GtkWidget *picture = gtk_label_new (ft_lead_get_row (self->lead)->lead->name);
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_add_css_class (picture, "carried");
  g_value_init (&value, FT_TYPE_LEAD);
  g_value_set_object (&value, self->lead);
  self->move = ft_drag_move_new (self->overlay, picture, GRASP, GRASP, &value, escaped_cb, self);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  LeadMover *self = data;
  GtkWidget *picked = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, FT_TYPE_LEAD_LIST_ROW) : NULL;
  FtLead *lead = row != NULL ? ft_lead_list_row_get_lead (FT_LEAD_LIST_ROW (row)) : NULL;

  stop (self);
  /* A row that is not read yet is nobody's. */
  if (lead != NULL && ft_lead_get_row (lead) != NULL
      && gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) == NULL)
    self->lead = g_object_ref (lead);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  LeadMover *self = data;
  double x;
  double y;

  if (self->lead == NULL
      || (self->move == NULL && MAX (ABS (dx), ABS (dy)) < FT_DRAG_MOVE_THRESHOLD)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->move == NULL)
    start (self);
  ft_drag_move_to (self->move, self->list, x + dx, y + dy);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  LeadMover *self = data;
  double x;
  double y;

  if (self->move != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    ft_drag_move_drop (g_steal_pointer (&self->move), self->list, x + dx, y + dy);
  stop (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  stop (data);
}

static void
unmap_cb (GtkWidget *list, gpointer data)
{
  stop (data);
}

void
ft_lead_mover_add (GtkWidget *list, GtkOverlay *overlay)
{
  LeadMover *self;

  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (GTK_IS_OVERLAY (overlay));

  self = g_new0 (LeadMover, 1);
  self->list = list;
  self->overlay = overlay;
  self->gesture = gtk_gesture_drag_new ();
  /* A gesture that is taken away is cancelled first. */
  g_object_set_data_full (G_OBJECT (self->gesture), "ft-mover", self, g_free);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (list, "unmap", G_CALLBACK (unmap_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (self->gesture));
}
