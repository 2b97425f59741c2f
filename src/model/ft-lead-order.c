#define G_LOG_DOMAIN "ft-model"

#include "model/ft-lead-order.h"

#include "model/ft-list-diff.h"

/* What a new query shows at once, before all of it has come. */
#define FIRST_LEADS 200

/* Beyond so many touched leads the whole list is asked for again instead. */
#define MAX_TOUCHED 200

/* What the list has yet to ask of the store. */
typedef enum
{
  WANT_NOTHING,
  WANT_AGAIN, /* the same query: all of it, as what is shown is nearly right */
  WANT_NEW,   /* another query: its first leads, then all of it */
} Want;

typedef enum
{
  JOB_FIRST,  /* the first leads of a new query */
  JOB_ALL,    /* all leads of a query */
  JOB_PLACE,  /* where touched leads belong */
  JOB_PASSED, /* what time has passed */
} JobKind;

/* A request to the store, owned by its callback. One at a time counts. */
typedef struct
{
  FtLeadOrder *order; /* borrowed, NULL when the answer is not wanted any more */
  JobKind kind;
  FtLeadQuery *query;
  GArray *ids;     /* JOB_PLACE: not changed while the store reads it */
  GArray *touched; /* JOB_PLACE */
} Job;

struct _FtLeadOrder
{
  GObject parent_instance;

  FtStore *store;
  FtLeadFilter filter;
  char *search;
  gint64 piece_id;
  gboolean truncated;
  char *error;

  GArray *ids;        /* gint64 */
  FtLeadQuery *query; /* that @ids answers, NULL before the first answer */

  Want want;
  gboolean passed;           /* time has passed since @query */
  GArray *touched;           /* gint64: to be placed */
  Job *job;                  /* borrowed */
  GCancellable *cancellable; /* of @job */
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_TRUNCATED,
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

G_DEFINE_FINAL_TYPE (FtLeadOrder, ft_lead_order, G_TYPE_OBJECT)

static void run (FtLeadOrder *self);

/* --- State --- */

static void
set_error (FtLeadOrder *self, const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
set_truncated (FtLeadOrder *self, gboolean truncated)
{
  if (self->truncated == truncated)
    return;
  self->truncated = truncated;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRUNCATED]);
}

static void
update_busy (FtLeadOrder *self)
{
  gboolean busy = self->want != WANT_NOTHING
                  || (self->job && (self->job->kind == JOB_FIRST || self->job->kind == JOB_ALL));
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static FtDayBounds
get_bounds (FtLeadOrder *self)
{
  FtClock *clock = ft_store_get_clock (self->store);
  return ft_day_bounds (ft_clock_now (clock), ft_clock_get_zone (clock), ft_first_weekday ());
}

static gboolean
is_search (const FtLeadQuery *query)
{
  return query->search && *query->search != '\0';
}

static void
touch (FtLeadOrder *self, GArray *ids)
{
  if (self->touched->len + ids->len > MAX_TOUCHED)
    {
      g_array_set_size (self->touched, 0);
      self->want = MAX (self->want, WANT_AGAIN);
      return;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint j = 0;
      while (j < self->touched->len && g_array_index (self->touched, gint64, j) != id)
        j++;
      if (j == self->touched->len)
        g_array_append_val (self->touched, id);
    }
}

/* Each run is carried out before it is told of. */
static void
carry_out (FtLeadOrder *self, FtListRun run, const gint64 *added)
{
  ft_list_splice_ids (self->ids, run, added);
  g_signal_emit (self, signals[CHANGED], 0, run.position, run.removed, run.added);
}

/* Go over to the answer of a query. */
static void
become (FtLeadOrder *self, GArray *ids)
{
  g_autoptr (GArray) runs = ft_list_diff (self->ids, ids, ft_list_same_id);

  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      carry_out (self, run, (const gint64 *) ids->data + run.position);
    }
}

static void
move_touched (FtLeadOrder *self, GArray *touched, GArray *places)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) runs = ft_list_place (self->ids, touched, places, added);
  guint done = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      carry_out (self, run, (const gint64 *) added->data + done);
      done += run.added;
    }
}

/* --- Jobs --- */

static void
free_job (Job *job)
{
  g_clear_pointer (&job->query, ft_lead_query_free);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->touched, g_array_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static Job *
start_job (FtLeadOrder *self, JobKind kind, FtLeadQuery *query)
{
  g_assert (!self->job);

  self->job = g_new0 (Job, 1);
  self->job->order = self;
  self->job->kind = kind;
  self->job->query = query;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->job;
}

static void
drop_job (FtLeadOrder *self)
{
  Job *job = g_steal_pointer (&self->job);

  if (!job)
    return;
  /* The store may go on reading these until it hears. */
  if (job->ids)
    {
      GArray *copy = g_array_copy (self->ids);
      g_array_unref (self->ids);
      self->ids = copy;
    }
  job->order = NULL;
  g_cancellable_cancel (self->cancellable);
}

/* Who waits for this answer, or NULL. (transfer full) */
static FtLeadOrder *
finish_job (Job *job)
{
  FtLeadOrder *self = job->order;

  if (!self)
    return NULL;
  g_assert (self->job == job);
  self->job = NULL;
  return g_object_ref (self);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, &error);
  g_autoptr (FtLeadOrder) self = finish_job (job);

  if (!self)
    return;

  if (ids)
    {
      gboolean all = job->kind == JOB_ALL || ids->len < FIRST_LEADS;
      gboolean truncated = is_search (job->query) && ids->len >= FT_SEARCH_LIMIT;

      g_clear_pointer (&self->query, ft_lead_query_free);
      self->query = g_steal_pointer (&job->query);
      if (!all)
        {
          FtLeadQuery *rest = ft_lead_query_copy (self->query);
          Job *next = start_job (self, JOB_ALL, rest);
          ft_store_query_leads_async (self->store, rest, 0, self->cancellable, query_cb, next);
        }
      become (self, ids);
      set_truncated (self, truncated);
      set_error (self, NULL);
    }
  else
    {
      /* Nothing is known of what is shown; the next change tries again. */
      g_clear_pointer (&self->query, ft_lead_query_free);
      set_error (self, error->message);
    }
  run (self);
}

static void
start_query (FtLeadOrder *self)
{
  JobKind kind = self->want == WANT_NEW && *self->search == '\0' ? JOB_FIRST : JOB_ALL;
  FtLeadQuery *query = ft_lead_query_new (self->filter, get_bounds (self), self->search);
  Job *job = start_job (self, kind, query);

  query->piece_id = self->piece_id;
  self->want = WANT_NOTHING;
  self->passed = FALSE;
  g_array_set_size (self->touched, 0);
  ft_store_query_leads_async (self->store, query, kind == JOB_FIRST ? FIRST_LEADS : 0,
                              self->cancellable, query_cb, job);
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ft_store_place_leads_finish (FT_STORE (source), result, &error);
  g_autoptr (FtLeadOrder) self = finish_job (job);

  if (!self)
    return;

  if (!places)
    self->want = MAX (self->want, WANT_AGAIN);
  else if (self->touched->len > 0)
    /* Others changed before the store looked: the places were counted among leads out of place. */
    touch (self, job->touched);
  else if (self->want == WANT_NOTHING)
    move_touched (self, job->touched, places);
  run (self);
}

static void
start_place (FtLeadOrder *self)
{
  Job *job = start_job (self, JOB_PLACE, ft_lead_query_copy (self->query));

  job->ids = g_array_ref (self->ids);
  job->touched = g_steal_pointer (&self->touched);
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  ft_store_place_leads_async (self->store, job->query, job->ids, job->touched, self->cancellable,
                              place_cb, job);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_promises_finish (FT_STORE (source), result, &error);
  g_autoptr (FtLeadOrder) self = finish_job (job);
  g_autoptr (GArray) ids = NULL;

  if (!self)
    return;

  if (!rows || rows->len > MAX_TOUCHED)
    self->want = MAX (self->want, WANT_AGAIN);
  else
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < rows->len; i++)
        g_array_append_val (ids, ((FtPromiseRow *) rows->pdata[i])->promise->lead_id);
      self->query->bounds = job->query->bounds;
      touch (self, ids);
    }
  run (self);
}

/* The leads whose promises came due or late since the query was asked move, nothing else does, as
 * long as it is the same day. */
static void
start_passed (FtLeadOrder *self)
{
  FtDayBounds then = self->query->bounds;
  FtDayBounds now = get_bounds (self);

  self->passed = FALSE;
  if (now.now < then.now || now.today != then.today || now.today_end != then.today_end
      || now.week_end != then.week_end)
    {
      self->want = WANT_AGAIN;
      start_query (self);
      return;
    }

  Job *job = start_job (self, JOB_PASSED, ft_lead_query_copy (self->query));
  job->query->bounds = now;
  ft_store_read_promises_async (self->store, then.now, now.now + 1, MAX_TOUCHED + 1,
                                self->cancellable, passed_cb, job);
}

/* Ask the store for the next thing, if it is not asked already: one place decides in which order.
 */
static void
run (FtLeadOrder *self)
{
  if (!self->job && self->want == WANT_NOTHING && self->query && is_search (self->query))
    {
      /* A search has no order by time, and no places to find by bisection. */
      if (self->touched->len > 0)
        self->want = WANT_AGAIN;
      self->passed = FALSE;
    }

  if (self->job)
    ;
  else if (self->want != WANT_NOTHING)
    start_query (self);
  else if (self->query && self->passed)
    start_passed (self);
  else if (self->query && self->touched->len > 0)
    start_place (self);
  update_busy (self);
}

/* --- Callbacks --- */

static void
store_changed_cb (FtLeadOrder *self, FtChangeSet *change)
{
  if (change->everything)
    self->want = MAX (self->want, WANT_AGAIN);
  else
    touch (self, change->leads);
  if (!self->query && !self->job)
    self->want = WANT_NEW;
  run (self);
}

/* --- GObject --- */

static void
ft_lead_order_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtLeadOrder *self = FT_LEAD_ORDER (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_TRUNCATED:
      g_value_set_boolean (value, self->truncated);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_order_dispose (GObject *object)
{
  FtLeadOrder *self = FT_LEAD_ORDER (object);

  if (self->job)
    {
      self->job->order = NULL;
      self->job = NULL;
      g_cancellable_cancel (self->cancellable);
    }
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_lead_order_parent_class)->dispose (object);
}

static void
ft_lead_order_finalize (GObject *object)
{
  FtLeadOrder *self = FT_LEAD_ORDER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, ft_lead_query_free);
  g_array_unref (self->ids);
  g_array_unref (self->touched);
  g_free (self->search);
  g_free (self->error);

  G_OBJECT_CLASS (ft_lead_order_parent_class)->finalize (object);
}

static void
ft_lead_order_class_init (FtLeadOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ft_lead_order_get_property;
  object_class->dispose = ft_lead_order_dispose;
  object_class->finalize = ft_lead_order_finalize;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_TRUNCATED] = g_param_spec_boolean ("truncated", NULL, NULL, FALSE, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_LEAD_ORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
ft_lead_order_init (FtLeadOrder *self)
{
  self->search = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * ft_lead_order_new:
 * @store: an open store
 *
 * Returns: (transfer full): an order that is empty until ft_lead_order_set_query ()
 */
FtLeadOrder *
ft_lead_order_new (FtStore *store)
{
  FtLeadOrder *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_LEAD_ORDER, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GArray *
ft_lead_order_get_ids (FtLeadOrder *self)
{
  g_return_val_if_fail (FT_IS_LEAD_ORDER (self), NULL);
  return self->ids;
}

/**
 * ft_lead_order_set_query:
 * @search: "" for the leads of @filter
 *
 * Asks at once, whatever else is under way.
 */
void
ft_lead_order_set_query (FtLeadOrder *self, FtLeadFilter filter, const char *search)
{
  ft_lead_order_set_piece_query (self, filter, search, 0);
}

/**
 * ft_lead_order_set_piece_query:
 * @piece_id: of %FT_FILTER_NOT_GIVEN
 */
void
ft_lead_order_set_piece_query (FtLeadOrder *self,
                               FtLeadFilter filter,
                               const char *search,
                               gint64 piece_id)
{
  g_return_if_fail (FT_IS_LEAD_ORDER (self));

  g_autofree char *old_search = g_steal_pointer (&self->search);
  self->search = g_strdup (search);
  self->filter = filter;
  self->piece_id = piece_id;
  drop_job (self);
  self->want = WANT_NEW;
  run (self);
}

/**
 * ft_lead_order_renew:
 *
 * Time has passed: what has become late or due by now moves.
 */
void
ft_lead_order_renew (FtLeadOrder *self)
{
  g_return_if_fail (FT_IS_LEAD_ORDER (self));

  self->passed = TRUE;
  run (self);
}

gboolean
ft_lead_order_get_busy (FtLeadOrder *self)
{
  g_return_val_if_fail (FT_IS_LEAD_ORDER (self), FALSE);
  return self->busy;
}

gboolean
ft_lead_order_get_truncated (FtLeadOrder *self)
{
  g_return_val_if_fail (FT_IS_LEAD_ORDER (self), FALSE);
  return self->truncated;
}

const char *
ft_lead_order_get_error (FtLeadOrder *self)
{
  g_return_val_if_fail (FT_IS_LEAD_ORDER (self), NULL);
  return self->error;
}
