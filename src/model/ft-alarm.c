#define G_LOG_DOMAIN "ft-model"

#include "model/ft-alarm.h"

/* A timeout runs on another clock than the wall's; both are compared again at least so often. */
#define MAX_WAIT_SECONDS 3600

struct _FtAlarm
{
  GObject parent_instance;

  FtClock *clock;
  gint64 at;
  GSource *source;
};

enum
{
  RING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtAlarm, ft_alarm, G_TYPE_OBJECT)

static void
clear_source (FtAlarm *self)
{
  if (self->source)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

static void arm (FtAlarm *self);

static gboolean
timeout_cb (gpointer data)
{
  FtAlarm *self = data;

  if (ft_clock_now (self->clock) < self->at)
    {
      arm (self);
      return G_SOURCE_REMOVE;
    }
  clear_source (self);
  self->at = G_MAXINT64;
  g_signal_emit (self, signals[RING], 0);
  return G_SOURCE_REMOVE;
}

static void
arm (FtAlarm *self)
{
  gint64 wait;

  clear_source (self);
  if (self->at == G_MAXINT64)
    return;

  wait = CLAMP (self->at - ft_clock_now (self->clock), 0, MAX_WAIT_SECONDS);
  self->source = g_timeout_source_new (wait * 1000);
  g_source_set_static_name (self->source, "[ft] alarm");
  g_source_set_callback (self->source, timeout_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

static void
ft_alarm_dispose (GObject *object)
{
  FtAlarm *self = FT_ALARM (object);

  clear_source (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (ft_alarm_parent_class)->dispose (object);
}

static void
ft_alarm_class_init (FtAlarmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_alarm_dispose;

  signals[RING] = g_signal_new ("ring", FT_TYPE_ALARM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
ft_alarm_init (FtAlarm *self)
{
  self->at = G_MAXINT64;
}

FtAlarm *
ft_alarm_new (FtClock *clock)
{
  FtAlarm *self;

  g_return_val_if_fail (FT_IS_CLOCK (clock), NULL);

  self = g_object_new (FT_TYPE_ALARM, NULL);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "changed", G_CALLBACK (arm), self, G_CONNECT_SWAPPED);
  return self;
}

void
ft_alarm_set (FtAlarm *self, gint64 at)
{
  g_return_if_fail (FT_IS_ALARM (self));

  self->at = at;
  arm (self);
}
