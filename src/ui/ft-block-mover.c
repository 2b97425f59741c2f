#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block-mover.h"

#include "ui/ft-drag-move.h"
#include "ui/ft-promise-block.h"

typedef struct
{
  GtkWidget *calendar; /* borrowed */
  GtkOverlay *overlay; /* borrowed */
  GtkGesture *gesture; /* borrowed */

  FtPromiseBlock *block; /* weak: that was pressed */
  GValue value;          /* FtBlockDrag, unset when nothing was */
  double grasp_x;        /* where in the block */
  double grasp_y;
  FtDragMove *move; /* owned, while it is on its way */
} BlockMover;

static void
stop (BlockMover *self)
{
  g_clear_pointer (&self->move, ft_drag_move_free);
  if (self->block != NULL)
    ft_promise_block_set_dragged (self->block, FALSE);
  g_clear_weak_pointer (&self->block);
  g_value_unset (&self->value);
}

static void
escaped_cb (gpointer data)
{
  BlockMover *self = data;

  /* Which stops it. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  stop (self);
}

static void
start (BlockMover *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->block));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  GtkWidget *picture = gtk_picture_new_for_paintable (image);

  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->block));
  ft_promise_block_set_dragged (self->block, TRUE);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  self->move = ft_drag_move_new (self->overlay, picture, self->grasp_x, self->grasp_y, &self->value,
                                 escaped_cb, self);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  BlockMover *self = data;
  GtkWidget *picked = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);
  GtkWidget *block
      = picked != NULL ? gtk_widget_get_ancestor (picked, FT_TYPE_PROMISE_BLOCK) : NULL;
  FtBlockDrag drag;

  stop (self);
  if (block == NULL
      || !gtk_widget_translate_coordinates (self->calendar, block, x, y, &self->grasp_x,
                                            &self->grasp_y)
      || !ft_promise_block_grasp (FT_PROMISE_BLOCK (block), self->grasp_x, self->grasp_y, &drag))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  g_set_weak_pointer (&self->block, FT_PROMISE_BLOCK (block));
  g_value_init (&self->value, FT_TYPE_BLOCK_DRAG);
  g_value_set_boxed (&self->value, &drag);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  BlockMover *self = data;
  double x;
  double y;

  if (self->block == NULL
      || (self->move == NULL && MAX (ABS (dx), ABS (dy)) < FT_DRAG_MOVE_THRESHOLD)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->move == NULL)
    start (self);
  ft_drag_move_to (self->move, self->calendar, x + dx, y + dy);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  BlockMover *self = data;
  FtDragMove *move = g_steal_pointer (&self->move);
  double x;
  double y;

  stop (self);
  if (move != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    ft_drag_move_drop (move, self->calendar, x + dx, y + dy);
  else
    g_clear_pointer (&move, ft_drag_move_free);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  stop (data);
}

static void
unmap_cb (GtkWidget *calendar, gpointer data)
{
  stop (data);
}

static void
free_mover (gpointer data)
{
  BlockMover *self = data;

  g_clear_weak_pointer (&self->block);
  g_free (self);
}

void
ft_block_mover_add (GtkWidget *calendar, GtkOverlay *overlay)
{
  BlockMover *self;

  g_return_if_fail (GTK_IS_WIDGET (calendar));
  g_return_if_fail (GTK_IS_OVERLAY (overlay));

  self = g_new0 (BlockMover, 1);
  self->calendar = calendar;
  self->overlay = overlay;
  self->gesture = gtk_gesture_drag_new ();
  /* A gesture that is taken away is cancelled first. */
  g_object_set_data_full (G_OBJECT (self->gesture), "ft-mover", self, free_mover);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (calendar, "unmap", G_CALLBACK (unmap_cb), self);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (self->gesture));
}
