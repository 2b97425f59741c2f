#define G_LOG_DOMAIN "ft-model"

#include "model/ft-score.h"

#include "model/ft-alarm.h"
#include "model/ft-request.h"

struct _FtScore
{
  GObject parent_instance;

  FtStore *store;
  FtAlarm *alarm; /* when time alone changes the score: at midnight at the latest */
  FtScorePeriod period;
  gboolean whole;
  gboolean active;
  gboolean stale;    /* what was read is not what there is */
  FtScoreData *data; /* owned, or NULL */
  FtRequest *request;
  double fraction;
  char *error;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_FRACTION,
  PROP_ERROR,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtScore, ft_score, G_TYPE_OBJECT)

static void
set_error (FtScore *self, const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
set_fraction (FtScore *self, double fraction)
{
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

static void
set_alarm (FtScore *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  FtDayBounds bounds
      = ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());

  ft_alarm_set (self->alarm, MAX (MIN (self->data->next_change, bounds.today_end), bounds.now + 1));
}

/* --- Reading --- */

static void read_score (FtScore *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtScoreData) score = ft_store_read_score_finish (FT_STORE (source), result, &error);
  g_autoptr (FtScore) self = ft_request_finish (data);

  if (!self)
    return;

  if (score)
    {
      g_clear_pointer (&self->data, ft_score_data_free);
      self->data = g_steal_pointer (&score);
      set_alarm (self);
    }
  set_error (self, error ? error->message : NULL);
  if (self->stale && self->active)
    read_score (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  if (!error)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
progress_cb (double fraction, gpointer data)
{
  FtScore *self = data;
  set_fraction (self, fraction);
}

static void
read_score (FtScore *self)
{
  gboolean was_busy = self->request != NULL;
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));

  self->stale = FALSE;
  set_fraction (self, 0);
  ft_store_read_score_async (self->store, self->period, ft_first_weekday (), self->whole,
                             progress_cb, self, ft_request_get_cancellable (request), read_cb,
                             request);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* One reading at a time: what changes while it is under way has it begin again when it is done. */
static void
want (FtScore *self)
{
  self->stale = TRUE;
  if (self->active && !self->request)
    read_score (self);
}

/* --- GObject --- */

static void
ft_score_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtScore *self = FT_SCORE (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, ft_score_get_busy (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_score_dispose (GObject *object)
{
  FtScore *self = FT_SCORE (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->alarm);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_score_parent_class)->dispose (object);
}

static void
ft_score_finalize (GObject *object)
{
  FtScore *self = FT_SCORE (object);

  g_clear_pointer (&self->data, ft_score_data_free);
  g_free (self->error);

  G_OBJECT_CLASS (ft_score_parent_class)->finalize (object);
}

static void
ft_score_class_init (FtScoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_score_get_property;
  object_class->dispose = ft_score_dispose;
  object_class->finalize = ft_score_finalize;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_SCORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ft_score_init (FtScore *self)
{
  self->stale = TRUE;
}

/**
 * ft_score_new:
 * @store: an open store
 *
 * Returns: (transfer full): a score that is not read before ft_score_set_active ()
 */
FtScore *
ft_score_new (FtStore *store, FtScorePeriod period, gboolean whole)
{
  FtScore *self;
  FtClock *clock;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_SCORE, NULL);
  self->store = g_object_ref (store);
  clock = ft_store_get_clock (store);
  self->alarm = ft_alarm_new (clock);
  self->period = period;
  self->whole = whole;
  g_signal_connect_object (store, "changed", G_CALLBACK (want), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (want), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alarm, "ring", G_CALLBACK (want), self, G_CONNECT_SWAPPED);
  return self;
}

void
ft_score_set_period (FtScore *self, FtScorePeriod period)
{
  g_return_if_fail (FT_IS_SCORE (self));
  g_return_if_fail ((guint) period < FT_N_SCORE_PERIODS);

  if (self->period == period)
    return;
  self->period = period;
  self->stale = TRUE;
  if (self->active)
    read_score (self);
}

FtScorePeriod
ft_score_get_period (FtScore *self)
{
  g_return_val_if_fail (FT_IS_SCORE (self), FT_SCORE_QUARTER);
  return self->period;
}

void
ft_score_set_active (FtScore *self, gboolean active)
{
  g_return_if_fail (FT_IS_SCORE (self));

  self->active = active;
  if (active && self->stale && !self->request)
    read_score (self);
}

void
ft_score_renew (FtScore *self)
{
  g_return_if_fail (FT_IS_SCORE (self));
  want (self);
}

const FtScoreData *
ft_score_get_data (FtScore *self)
{
  g_return_val_if_fail (FT_IS_SCORE (self), NULL);
  return self->data;
}

gboolean
ft_score_get_busy (FtScore *self)
{
  g_return_val_if_fail (FT_IS_SCORE (self), FALSE);
  return self->request != NULL;
}

double
ft_score_get_fraction (FtScore *self)
{
  g_return_val_if_fail (FT_IS_SCORE (self), 0);
  return self->fraction;
}

const char *
ft_score_get_error (FtScore *self)
{
  g_return_val_if_fail (FT_IS_SCORE (self), NULL);
  return self->error;
}
