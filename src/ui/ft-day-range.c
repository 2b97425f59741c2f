#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-day-range.h"

typedef struct
{
  GtkWidget *widget;   /* borrowed */
  GtkGesture *gesture; /* borrowed */
  FtDayRangeFind find;
  FtDayRangeShow show;
  gint32 from; /* where it began, 0 when nothing is being chosen */
  gint32 to;   /* 0 before another day was reached */
} DayRange;

static void
forget (DayRange *self)
{
  if (self->to != 0)
    self->show (self->widget, 0, 0);
  self->from = self->to = 0;
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  DayRange *self = data;

  self->from = self->find (self->widget, x, y);
  self->to = 0;
  if (self->from == 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  DayRange *self = data;
  gint32 day;
  double x;
  double y;

  if (self->from == 0 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  day = self->find (self->widget, x + dx, y + dy);
  if (day == 0 || day == self->to || (self->to == 0 && day == self->from))
    return;
  if (self->to == 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->to = day;
  self->show (self->widget, MIN (self->from, day), MAX (self->from, day));
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  DayRange *self = data;
  gint32 first = MIN (self->from, self->to);
  gint32 last = MAX (self->from, self->to);

  forget (self);
  if (first != 0)
    gtk_widget_activate_action (self->widget, "calendar.away", "(ii)", first, last);
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
  DayRange *self = data;

  if (key != GDK_KEY_Escape || self->to == 0)
    return FALSE;
  forget (self);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

void
ft_day_range_add (GtkWidget *widget, FtDayRangeFind find, FtDayRangeShow show)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  DayRange *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (find != NULL && show != NULL);

  self = g_new0 (DayRange, 1);
  self->widget = widget;
  self->find = find;
  self->show = show;
  self->gesture = gtk_gesture_drag_new ();
  /* A gesture that is taken away is cancelled first. */
  g_object_set_data_full (G_OBJECT (self->gesture), "ft-day-range", self, g_free);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
}
