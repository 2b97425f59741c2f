#define G_LOG_DOMAIN "ft-model"

#include "model/ft-tally.h"

#include "model/ft-alarm.h"
#include "model/ft-request.h"

struct _FtTally
{
  GObject parent_instance;

  FtStore *store;
  FtAlarm *alarm; /* when a count changes by time passing, at midnight at the latest */
  FtCounts counts;
  FtRequest *request;
  gboolean again; /* something changed since @request was asked */
};

enum
{
  CHANGED,
  PASSED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtTally, ft_tally, G_TYPE_OBJECT)

static gboolean
counts_equal (const FtCounts *a, const FtCounts *b)
{
  for (guint i = 0; i < FT_N_FILTERS; i++)
    if (a->n[i] != b->n[i])
      return FALSE;
  return a->n_open == b->n_open && a->n_leads == b->n_leads && a->n_cards == b->n_cards
         && a->n_forgotten == b->n_forgotten && a->next_change == b->next_change;
}

static void count (FtTally *self);

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  FtCounts counts = { 0 };
  gboolean ok = ft_store_count_finish (FT_STORE (source), result, &counts, &error);
  g_autoptr (FtTally) self = ft_request_finish (data);
  FtDayBounds bounds;

  if (!self)
    return;

  if (self->again)
    count (self);
  if (!ok)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  /* Not at this very second again: what is due then is late only after it. */
  bounds = ft_tally_get_bounds (self);
  ft_alarm_set (self->alarm, MAX (MIN (counts.next_change, bounds.today_end), bounds.now + 1));
  if (!counts_equal (&self->counts, &counts))
    {
      self->counts = counts;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
count (FtTally *self)
{
  FtRequest *request;

  self->again = self->request != NULL;
  if (self->request)
    return;
  request = ft_request_start (&self->request, G_OBJECT (self));
  ft_store_count_async (self->store, ft_tally_get_bounds (self),
                        ft_request_get_cancellable (request), count_cb, request);
}

static void
store_changed_cb (FtTally *self)
{
  count (self);
}

static void
clock_changed_cb (FtTally *self)
{
  count (self);
}

static void
alarm_ring_cb (FtTally *self)
{
  count (self);
  g_signal_emit (self, signals[PASSED], 0);
}

static void
ft_tally_dispose (GObject *object)
{
  FtTally *self = FT_TALLY (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->alarm);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_tally_parent_class)->dispose (object);
}

static void
ft_tally_class_init (FtTallyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_tally_dispose;

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_TALLY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[PASSED] = g_signal_new ("passed", FT_TYPE_TALLY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FT_TYPE_TALLY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_tally_init (FtTally *self)
{
  self->counts.next_change = G_MAXINT64;
}

/**
 * ft_tally_new:
 * @store: an open store
 *
 * Returns: (transfer full): a tally that is being counted, of nothing until "changed"
 */
FtTally *
ft_tally_new (FtStore *store)
{
  FtTally *self;
  FtClock *clock;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_TALLY, NULL);
  self->store = g_object_ref (store);
  clock = ft_store_get_clock (store);
  self->alarm = ft_alarm_new (clock);
  g_signal_connect_object (self->alarm, "ring", G_CALLBACK (alarm_ring_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  count (self);
  return self;
}

const FtCounts *
ft_tally_get_counts (FtTally *self)
{
  g_return_val_if_fail (FT_IS_TALLY (self), NULL);
  return &self->counts;
}

FtDayBounds
ft_tally_get_bounds (FtTally *self)
{
  FtClock *clock;

  g_return_val_if_fail (FT_IS_TALLY (self), (FtDayBounds){ 0 });

  clock = ft_store_get_clock (self->store);
  return ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());
}
