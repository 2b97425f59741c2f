#define G_LOG_DOMAIN "ft-model"

#include "model/ft-call-run.h"

#include "core/ft-calling.h"
#include "model/ft-request.h"

/* Nobody calls more people in a day. */
#define MAX_LEADS 2000

struct _FtCallRun
{
  GObject parent_instance;

  FtStore *store;
  GHashTable *done; /* gint64: leads that came up, and were left, in this run */
  GArray *left;     /* gint64: the same, in that order */
  gint32 day;       /* on which it was begun */
  gint64 lead_id;   /* kept while stopped, to come back to */
  gint64 back;      /* the lead to go back to, 0 to go on */
  gboolean running;
  guint position;
  guint total;
  guint seconds;
  guint timer;
  FtRequest *request;
  FtLeadFilter asked; /* by @request: those late, then today's */
  GArray *due;        /* gint64: what they answered */
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_LEAD_ID,
  PROP_POSITION,
  PROP_TOTAL,
  PROP_SECONDS,
  N_PROPS
};

enum
{
  SHOW_LEAD,
  FINISHED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCallRun, ft_call_run, G_TYPE_OBJECT)

static void
set_uint (FtCallRun *self, guint *field, guint value, guint prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static FtDayBounds
get_bounds (FtCallRun *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  return ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());
}

/* --- The timer --- */

static gboolean
second_cb (gpointer data)
{
  FtCallRun *self = data;
  set_uint (self, &self->seconds, self->seconds + 1, PROP_SECONDS);
  return G_SOURCE_CONTINUE;
}

static void
start_timer (FtCallRun *self)
{
  if (!self->timer)
    self->timer = g_timeout_add_seconds (1, second_cb, self);
}

/* --- Going on --- */

static void
halt (FtCallRun *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  ft_request_drop (&self->request);
  if (!self->running)
    return;
  self->running = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD_ID]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
forget (FtCallRun *self)
{
  g_hash_table_remove_all (self->done);
  g_array_set_size (self->left, 0);
  self->lead_id = self->back = 0;
  set_uint (self, &self->seconds, 0, PROP_SECONDS);
  set_uint (self, &self->position, 0, PROP_POSITION);
  set_uint (self, &self->total, 0, PROP_TOTAL);
}

static void
finish (FtCallRun *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  halt (self);
  forget (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
come_to (FtCallRun *self, gint64 lead_id, guint n_left)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_uint (self, &self->position, g_hash_table_size (self->done) + 1, PROP_POSITION);
  set_uint (self, &self->total, g_hash_table_size (self->done) + n_left, PROP_TOTAL);
  if (self->lead_id != lead_id)
    {
      self->lead_id = lead_id;
      set_uint (self, &self->seconds, 0, PROP_SECONDS);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD_ID]);
    }
  g_object_thaw_notify (G_OBJECT (self));
  start_timer (self);
  g_signal_emit (self, signals[SHOW_LEAD], 0, lead_id);
}

static void
choose (FtCallRun *self)
{
  FtCalling next = ft_calling_next ((const gint64 *) self->due->data, self->due->len, self->done,
                                    self->back, self->lead_id);

  self->back = 0;
  if (next.lead_id == 0)
    finish (self);
  else
    come_to (self, next.lead_id, next.n_left);
}

static void query (FtCallRun *self, FtLeadFilter filter);

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, &error);
  g_autoptr (FtCallRun) self = ft_request_finish (data);

  if (!self)
    return;
  if (!ids)
    {
      halt (self);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_array_append_vals (self->due, ids->data, ids->len);
  if (self->asked == FT_FILTER_LATE)
    query (self, FT_FILTER_TODAY);
  else
    choose (self);
}

static void
query (FtCallRun *self, FtLeadFilter filter)
{
  g_autoptr (FtLeadQuery) query = ft_lead_query_new (filter, get_bounds (self), "");
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));

  self->asked = filter;
  ft_store_query_leads_async (self->store, query, MAX_LEADS, ft_request_get_cancellable (request),
                              query_cb, request);
}

static void
go_on (FtCallRun *self)
{
  g_array_set_size (self->due, 0);
  query (self, FT_FILTER_LATE);
}

/* --- GObject --- */

static void
ft_call_run_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtCallRun *self = FT_CALL_RUN (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_LEAD_ID:
      g_value_set_int64 (value, ft_call_run_get_lead_id (self));
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_SECONDS:
      g_value_set_uint (value, self->seconds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_call_run_dispose (GObject *object)
{
  FtCallRun *self = FT_CALL_RUN (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  ft_request_drop (&self->request);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_call_run_parent_class)->dispose (object);
}

static void
ft_call_run_finalize (GObject *object)
{
  FtCallRun *self = FT_CALL_RUN (object);

  g_hash_table_unref (self->done);
  g_array_unref (self->left);
  g_array_unref (self->due);

  G_OBJECT_CLASS (ft_call_run_parent_class)->finalize (object);
}

static void
ft_call_run_class_init (FtCallRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_call_run_get_property;
  object_class->dispose = ft_call_run_dispose;
  object_class->finalize = ft_call_run_finalize;

  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  props[PROP_LEAD_ID] = g_param_spec_int64 ("lead-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SECONDS] = g_param_spec_uint ("seconds", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SHOW_LEAD] = g_signal_new ("show-lead", FT_TYPE_CALL_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FINISHED] = g_signal_new ("finished", FT_TYPE_CALL_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", FT_TYPE_CALL_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ft_call_run_init (FtCallRun *self)
{
  self->done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->left = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->due = g_array_new (FALSE, FALSE, sizeof (gint64));
}

FtCallRun *
ft_call_run_new (FtStore *store)
{
  FtCallRun *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_CALL_RUN, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * ft_call_run_start:
 *
 * Begins, or goes on where it was stopped the same day.
 */
void
ft_call_run_start (FtCallRun *self)
{
  gint32 today;

  g_return_if_fail (FT_IS_CALL_RUN (self));

  if (self->running)
    return;
  today = get_bounds (self).today;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->day != today)
    forget (self);
  self->day = today;
  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  if (self->lead_id != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAD_ID]);
  g_object_thaw_notify (G_OBJECT (self));
  go_on (self);
}

void
ft_call_run_next (FtCallRun *self)
{
  g_return_if_fail (FT_IS_CALL_RUN (self));

  /* Pressed again before the next has come up: still the same one is left. */
  if (!self->running || self->request)
    return;
  if (self->lead_id != 0
      && g_hash_table_add (self->done, g_memdup2 (&self->lead_id, sizeof self->lead_id)))
    g_array_append_val (self->left, self->lead_id);
  go_on (self);
}

void
ft_call_run_previous (FtCallRun *self)
{
  g_return_if_fail (FT_IS_CALL_RUN (self));

  if (!self->running || self->request || self->left->len == 0)
    return;
  self->back = g_array_index (self->left, gint64, self->left->len - 1);
  g_array_set_size (self->left, self->left->len - 1);
  g_hash_table_remove (self->done, &self->back);
  go_on (self);
}

void
ft_call_run_stop (FtCallRun *self)
{
  g_return_if_fail (FT_IS_CALL_RUN (self));
  halt (self);
}

gboolean
ft_call_run_is_running (FtCallRun *self)
{
  g_return_val_if_fail (FT_IS_CALL_RUN (self), FALSE);
  return self->running;
}

gint64
ft_call_run_get_lead_id (FtCallRun *self)
{
  g_return_val_if_fail (FT_IS_CALL_RUN (self), 0);
  return self->running ? self->lead_id : 0;
}

guint
ft_call_run_get_position (FtCallRun *self)
{
  g_return_val_if_fail (FT_IS_CALL_RUN (self), 0);
  return self->position;
}

guint
ft_call_run_get_total (FtCallRun *self)
{
  g_return_val_if_fail (FT_IS_CALL_RUN (self), 0);
  return self->total;
}

guint
ft_call_run_get_seconds (FtCallRun *self)
{
  g_return_val_if_fail (FT_IS_CALL_RUN (self), 0);
  return self->seconds;
}
