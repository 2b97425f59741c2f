#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block-mover.h"

#include "ui/ft-drag-watch.h"
#include "ui/ft-drop-zone.h"
#include "ui/ft-promise-block.h"

/* A click with an unsteady hand is still a click. */
#define THRESHOLD 8

typedef struct
{
  GtkWidget *calendar; /* borrowed */
  GtkOverlay *overlay; /* borrowed */
  GtkGesture *gesture; /* borrowed */

  FtPromiseBlock *block; /* weak: that was pressed */
  GValue value;          /* FtBlockDrag, unset when nothing was */
  double grasp_x;        /* where in the block */
  double grasp_y;

  /* While it is on its way */
  GtkWidget *picture;       /* borrowed from @overlay, NULL before */
  GtkWidget *root;          /* weak */
  GtkEventController *keys; /* borrowed from @root */
  GtkWidget *zone;          /* weak: that it is held over */
  FtDragOver *over;         /* owned */
} BlockMover;

static void
let_go (BlockMover *self)
{
  if (self->zone != NULL)
    ft_drop_zone_hold (self->zone, NULL, 0, 0);
  g_clear_weak_pointer (&self->zone);
}

static void
stop (BlockMover *self)
{
  let_go (self);
  g_clear_pointer (&self->over, ft_drag_over_free);
  if (self->root != NULL && self->keys != NULL)
    gtk_widget_remove_controller (self->root, self->keys);
  self->keys = NULL;
  g_clear_weak_pointer (&self->root);
  if (self->picture != NULL)
    {
      gtk_overlay_remove_overlay (self->overlay, self->picture);
      gtk_widget_set_cursor (self->calendar, NULL);
    }
  self->picture = NULL;
  if (self->block != NULL)
    ft_promise_block_set_dragged (self->block, FALSE);
  g_clear_weak_pointer (&self->block);
  g_value_unset (&self->value);
}

/* The zone at a point of the calendar, and the slot in it. */
static GtkWidget *
find_zone (BlockMover *self, double x, double y, gint32 *day, int *minute)
{
  for (GtkWidget *widget = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);
       widget != NULL && widget != self->calendar; widget = gtk_widget_get_parent (widget))
    {
      double its_x;
      double its_y;

      if (gtk_widget_translate_coordinates (self->calendar, widget, x, y, &its_x, &its_y)
          && ft_drop_zone_find (widget, &self->value, its_x, its_y, day, minute))
        return widget;
    }
  return NULL;
}

static void
hold (BlockMover *self, double x, double y)
{
  GtkWidget *zone;
  gint32 day;
  int minute;
  double left;
  double top;

  if (gtk_widget_translate_coordinates (self->calendar, GTK_WIDGET (self->overlay), x, y, &left,
                                        &top))
    {
      gtk_widget_set_margin_start (self->picture, MAX (left - self->grasp_x, 0));
      gtk_widget_set_margin_top (self->picture, MAX (top - self->grasp_y, 0));
    }
  ft_drag_over_move (self->over, self->calendar, x, y);
  zone = find_zone (self, x, y, &day, &minute);
  if (zone != self->zone)
    {
      let_go (self);
      g_set_weak_pointer (&self->zone, zone);
    }
  if (zone != NULL)
    ft_drop_zone_hold (zone, &self->value, day, minute);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  BlockMover *self = data;

  if (key != GDK_KEY_Escape)
    return FALSE;
  /* Which stops it. */
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  stop (self);
  return TRUE;
}

static void
start (BlockMover *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->block));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->block));
  ft_promise_block_set_dragged (self->block, TRUE);
  self->over = ft_drag_over_new ();

  self->picture = gtk_picture_new_for_paintable (picture);
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), FALSE);
  gtk_widget_set_can_target (self->picture, FALSE);
  gtk_widget_set_direction (self->picture, GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_START);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_START);
  gtk_widget_set_opacity (self->picture, 0.85);
  gtk_overlay_add_overlay (self->overlay, self->picture);
  gtk_overlay_set_clip_overlay (self->overlay, self->picture, TRUE);
  gtk_widget_set_cursor_from_name (self->calendar, "grabbing");

  /* Wherever the focus goes while pages turn. */
  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (self->calendar)));
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
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

  if (self->block == NULL || (self->picture == NULL && MAX (ABS (dx), ABS (dy)) < THRESHOLD)
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (self->picture == NULL)
    start (self);
  hold (self, x + dx, y + dy);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  BlockMover *self = data;
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *zone = NULL;
  gint32 day;
  int minute;
  double x;
  double y;

  if (self->picture != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    {
      zone = find_zone (self, x + dx, y + dy, &day, &minute);
      g_value_init (&value, FT_TYPE_BLOCK_DRAG);
      g_value_copy (&self->value, &value);
    }
  stop (self);
  if (zone != NULL)
    ft_drop_zone_drop (zone, &value, day, minute);
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
free_cb (gpointer data, GClosure *closure)
{
  BlockMover *self = data;

  g_clear_weak_pointer (&self->block);
  g_clear_weak_pointer (&self->root);
  g_clear_weak_pointer (&self->zone);
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
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_data (calendar, "unmap", G_CALLBACK (unmap_cb), self, free_cb, 0);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (self->gesture));
}
