#define G_LOG_DOMAIN "ft-core"

#include "core/ft-clock.h"

#include "core/ft-zone.h"

struct _FtClock
{
  GObject parent_instance;

  gboolean fixed;
  gint64 now;       /* when fixed */
  const char *zone; /* interned, when fixed */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtClock, ft_clock, G_TYPE_OBJECT)

static void
ft_clock_class_init (FtClockClass *klass)
{
  /**
   * FtClock::changed:
   *
   * The time was set or the zone changed: every time on the screen is to be read anew.
   */
  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ft_clock_init (FtClock *self)
{
  self->zone = g_intern_static_string ("");
}

/**
 * ft_clock_new:
 *
 * Returns: (transfer full): the computer's clock, in its zone
 */
FtClock *
ft_clock_new (void)
{
  return g_object_new (FT_TYPE_CLOCK, NULL);
}

static void
fix (FtClock *self, gint64 now, const char *zone)
{
  self->fixed = TRUE;
  self->now = now;
  if (zone)
    self->zone = g_intern_string (zone);
}

FtClock *
ft_clock_new_fixed (gint64 now, const char *zone)
{
  FtClock *self = ft_clock_new ();
  fix (self, now, zone);
  return self;
}

/**
 * ft_clock_now:
 *
 * Returns: seconds since 1970, UTC
 */
gint64
ft_clock_now (FtClock *self)
{
  g_return_val_if_fail (FT_IS_CLOCK (self), 0);
  return self->fixed ? self->now : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * ft_clock_get_zone:
 *
 * Returns: the user's zone, an interned IANA name, never ""
 */
const char *
ft_clock_get_zone (FtClock *self)
{
  g_return_val_if_fail (FT_IS_CLOCK (self), NULL);
  return *self->zone ? self->zone : ft_zone_local ();
}

gboolean
ft_clock_is_fixed (FtClock *self)
{
  g_return_val_if_fail (FT_IS_CLOCK (self), FALSE);
  return self->fixed;
}

/**
 * ft_clock_set:
 * @zone: (nullable): %NULL to stay where it is
 *
 * Makes the clock stand still at @now.
 */
void
ft_clock_set (FtClock *self, gint64 now, const char *zone)
{
  g_return_if_fail (FT_IS_CLOCK (self));
  fix (self, now, zone);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ft_clock_refresh:
 *
 * To be called when the system says that its time was set or that it is in another zone, and after
 * it slept.
 */
void
ft_clock_refresh (FtClock *self)
{
  g_return_if_fail (FT_IS_CLOCK (self));
  ft_zone_refresh_local ();
  g_signal_emit (self, signals[CHANGED], 0);
}

FtCivil
ft_clock_civil (FtClock *self)
{
  g_return_val_if_fail (FT_IS_CLOCK (self), FT_CIVIL_NONE);
  return ft_civil_from_instant (ft_clock_now (self), ft_clock_get_zone (self));
}
