#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-drag-scroll.h"

#include "ui/ft-drag-watch.h"

/* How near to the edge it begins, in pixels, and how fast it is there, in pixels a second. */
#define REACH 48
#define SPEED 600

typedef struct
{
  GtkWidget *scroller; /* borrowed */
  double speed;        /* pixels a second, down */
  guint tick;
  gint64 last; /* frame time */
} DragScroll;

static void
stop (DragScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->scroller, self->tick);
  self->tick = 0;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DragScroll *self = data;
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last == 0 ? 0 : MIN ((now - self->last) / 1e6, 0.1);

  self->last = now;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + self->speed * seconds);
  return G_SOURCE_CONTINUE;
}

static void
motion_cb (double x, double y, gpointer data)
{
  DragScroll *self = data;
  double below = y - (gtk_widget_get_height (self->scroller) - REACH);
  double above = REACH - y;

  if (above <= 0 && below <= 0)
    {
      stop (self);
      return;
    }
  self->speed = SPEED * (above > below ? -above : below) / REACH;
  if (self->tick == 0)
    {
      self->last = 0;
      self->tick = gtk_widget_add_tick_callback (self->scroller, tick_cb, self, NULL);
    }
}

static void
leave_cb (gpointer data)
{
  stop (data);
}

void
ft_drag_scroll_add (GtkScrolledWindow *scroller)
{
  DragScroll *self;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  self = g_new0 (DragScroll, 1);
  self->scroller = GTK_WIDGET (scroller);
  ft_drag_watch_add (GTK_WIDGET (scroller), motion_cb, leave_cb, self, g_free);
}
