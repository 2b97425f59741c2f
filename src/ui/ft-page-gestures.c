#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-page-gestures.h"

/* A flick of the finger, in pixels a second. */
#define FLICK 200
/* A notch of a wheel is one; a touchpad's swipe is many small ones and turns one page in all. */
#define NOTCH 1.0
#define SWIPE 6.0

typedef struct
{
  double x;
  double y;
  gboolean vertical;
  gboolean turned; /* by the swipe that is going on */
} Scrolled;

static void
go (GtkEventController *controller, gboolean sideways, double along)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_activate_action (widget, "calendar.go", "i",
                              (along > 0) == !(sideways && rtl) ? 1 : -1);
}

static void
begin_cb (GtkEventControllerScroll *controller, gpointer data)
{
  Scrolled *scrolled = data;

  scrolled->x = scrolled->y = 0;
  scrolled->turned = FALSE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  Scrolled *scrolled = data;
  GtkEventController *itself = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (itself);
  gboolean smooth = event != NULL && gdk_scroll_event_get_direction (event) == GDK_SCROLL_SMOOTH
                    && gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_TOUCHPAD;
  double least = smooth ? SWIPE : NOTCH;
  gboolean sideways;

  /* Up and down the hours is not for us. */
  if (!scrolled->vertical && ABS (dy) > ABS (dx))
    return FALSE;
  scrolled->x += dx;
  scrolled->y += dy;
  sideways = ABS (scrolled->x) > ABS (scrolled->y);
  if (scrolled->turned || MAX (ABS (scrolled->x), ABS (scrolled->y)) < least)
    return TRUE;
  go (itself, sideways, sideways ? scrolled->x : scrolled->y);
  scrolled->x = scrolled->y = 0;
  scrolled->turned = smooth;
  return TRUE;
}

static void
swipe_cb (GtkGestureSwipe *gesture, double vx, double vy, gpointer data)
{
  gboolean vertical = GPOINTER_TO_INT (data);
  gboolean sideways = ABS (vx) > ABS (vy);

  if (!sideways && !vertical)
    return;
  /* What the finger pulls in comes from where it pulls to. */
  if (MAX (ABS (vx), ABS (vy)) > FLICK)
    go (GTK_EVENT_CONTROLLER (gesture), sideways, sideways ? -vx : -vy);
}

static void
free_cb (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ft_page_gestures_add (GtkWidget *widget, gboolean vertical)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  Scrolled *scrolled;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  scrolled = g_new0 (Scrolled, 1);
  scrolled->vertical = vertical;
  /* Before the hours, which would take a sideways wheel as their own. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll-begin", G_CALLBACK (begin_cb), scrolled);
  g_signal_connect_data (scroll, "scroll", G_CALLBACK (scroll_cb), scrolled, free_cb, 0);
  gtk_widget_add_controller (widget, scroll);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), GINT_TO_POINTER (vertical));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
}
