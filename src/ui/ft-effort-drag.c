#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-effort-drag.h"

#include "core/ft-week-layout.h"

/* A click near the edge is still a click. */
#define THRESHOLD 4

typedef struct
{
  GtkGesture *gesture; /* borrowed */
  FtEffortShow show;
  FtPromiseBlock *block; /* borrowed, alive while its edge is held: the grid keeps its widgets */
  int effort;            /* 0 before it was moved */
} EffortDrag;

static GtkWidget *
get_hours (EffortDrag *self)
{
  return gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (self->gesture));
}

static void
forget (EffortDrag *self)
{
  if (self->block != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->block), (gpointer *) &self->block);
  self->block = NULL;
  self->effort = 0;
  self->show (get_hours (self), NULL, 0);
}

static FtPromiseBlock *
find_block (GtkWidget *hours, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (hours, x, y, GTK_PICK_DEFAULT);
  GtkWidget *block
      = picked != NULL ? gtk_widget_get_ancestor (picked, FT_TYPE_PROMISE_BLOCK) : NULL;
  double block_x;
  double block_y;

  if (block == NULL || !gtk_widget_translate_coordinates (hours, block, x, y, &block_x, &block_y)
      || ft_promise_block_get_part (FT_PROMISE_BLOCK (block), block_x, block_y) != FT_BLOCK_EFFORT)
    return NULL;
  return FT_PROMISE_BLOCK (block);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  EffortDrag *self = data;

  self->block = find_block (get_hours (self), x, y);
  if (self->block == NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    g_object_add_weak_pointer (G_OBJECT (self->block), (gpointer *) &self->block);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  EffortDrag *self = data;
  int height = MAX (gtk_widget_get_height (get_hours (self)), 1);
  const FtBlock *block;

  if (self->block == NULL || (self->effort == 0 && ABS (dy) < THRESHOLD))
    return;
  if (self->effort == 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self->block));
    }
  block = ft_promise_block_get_block (self->block);
  self->effort = ft_week_snap (block->duration + (int) (dy * FT_DAY_MINUTES / height));
  self->effort = CLAMP (self->effort, FT_SLOT_MINUTES, FT_DAY_MINUTES - block->start);
  self->show (get_hours (self), self->block, self->effort);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  EffortDrag *self = data;

  if (self->block != NULL && self->effort > 0)
    gtk_widget_activate_action (
        get_hours (self), "calendar.set-effort", "(xi)",
        ft_promise_get_id (ft_promise_block_get_block (self->block)->promise), self->effort);
  forget (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  forget (data);
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer data)
{
  EffortDrag *self = data;

  if (key != GDK_KEY_Escape || self->effort == 0)
    return FALSE;
  forget (self);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
free_cb (gpointer data, GClosure *closure)
{
  EffortDrag *self = data;

  if (self->block != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->block), (gpointer *) &self->block);
  g_free (self);
}

void
ft_effort_drag_add (GtkWidget *hours, FtEffortShow show)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  EffortDrag *self;

  g_return_if_fail (GTK_IS_WIDGET (hours));
  g_return_if_fail (show != NULL);

  self = g_new0 (EffortDrag, 1);
  self->show = show;
  self->gesture = gtk_gesture_drag_new ();
  /* Before the block, which would be dragged as a whole. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->gesture),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_data (self->gesture, "drag-end", G_CALLBACK (end_cb), self, free_cb, 0);
  gtk_widget_add_controller (hours, GTK_EVENT_CONTROLLER (self->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (hours, keys);
}
