#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-ring-timer.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* No timer is set further ahead than ten years. */
#define FAR (3650 * G_GINT64_CONSTANT (86400))

struct _FtRingTimer
{
  GObject parent_instance;

  FtClock *clock; /* owned */
  int timer;      /* timerfd of the wall clock */
  guint source;
};

enum
{
  RINGS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtRingTimer, ft_ring_timer, G_TYPE_OBJECT)

static gboolean
timer_cb (int fd, GIOCondition condition, gpointer data)
{
  FtRingTimer *self = data;
  guint64 expirations;

  if (read (fd, &expirations, sizeof expirations) > 0)
    g_signal_emit (self, signals[RINGS], 0);
  else if (errno == ECANCELED) /* The computer's clock was set. */
    ft_clock_refresh (self->clock);
  return G_SOURCE_CONTINUE;
}

static void
ft_ring_timer_dispose (GObject *object)
{
  FtRingTimer *self = FT_RING_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (ft_ring_timer_parent_class)->dispose (object);
}

static void
ft_ring_timer_finalize (GObject *object)
{
  FtRingTimer *self = FT_RING_TIMER (object);

  if (self->timer >= 0)
    close (self->timer);
  G_OBJECT_CLASS (ft_ring_timer_parent_class)->finalize (object);
}

static void
ft_ring_timer_class_init (FtRingTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_ring_timer_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_ring_timer_finalize;

  signals[RINGS] = g_signal_new ("rings", FT_TYPE_RING_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ft_ring_timer_init (FtRingTimer *self)
{
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer >= 0)
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    g_warning ("There is no timer for reminders: %s", g_strerror (errno));
}

FtRingTimer *
ft_ring_timer_new (FtClock *clock)
{
  FtRingTimer *self;

  g_return_val_if_fail (FT_IS_CLOCK (clock), NULL);

  self = g_object_new (FT_TYPE_RING_TIMER, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

void
ft_ring_timer_set (FtRingTimer *self, gint64 at)
{
  struct itimerspec spec = { 0 };

  g_return_if_fail (FT_IS_RING_TIMER (self));

  if (ft_clock_is_fixed (self->clock))
    return;
  /* Armed even with nothing to wait for: only an armed timer hears of the clock being set. */
  spec.it_value.tv_sec = MIN (at, ft_clock_now (self->clock) + FAR);
  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) == 0)
    return;
  /* The clock was set just now: the timer is armed, and says so here instead of when it is read. */
  if (errno == ECANCELED)
    ft_clock_refresh (self->clock);
  else
    g_warning ("The reminder's timer could not be set: %s", g_strerror (errno));
}
