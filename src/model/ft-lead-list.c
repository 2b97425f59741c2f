#define G_LOG_DOMAIN "ft-model"

#include "model/ft-lead-list.h"

#include "model/ft-lead-cache.h"
#include "model/ft-list-diff.h"

/* What a new query shows at once, before all of it has come. */
#define FIRST_LEADS 200

/* Beyond so many touched leads the whole list is asked for again instead. */
#define MAX_TOUCHED 1000

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
  FtLeadList *list; /* borrowed, NULL when the answer is not wanted any more */
  JobKind kind;
  FtLeadQuery *query;
  GArray *ids;     /* JOB_PLACE: not changed while the store reads it */
  GArray *touched; /* JOB_PLACE */
} Job;

struct _FtLeadList
{
  GObject parent_instance;

  FtStore *store;
  FtLeadFilter filter;
  char *search;
  gboolean truncated;
  char *error;

  GArray *ids;        /* gint64: what the list holds */
  FtLeadQuery *query; /* that @ids answers, NULL before the first answer */
  FtLeadCache *cache;

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
  PROP_FILTER,
  PROP_SEARCH,
  PROP_BUSY,
  PROP_TRUNCATED,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void ft_lead_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FtLeadList,
                               ft_lead_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ft_lead_list_model_init))

static void run (FtLeadList *self);

/* --- State --- */

static void
set_error (FtLeadList *self, const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
set_truncated (FtLeadList *self, gboolean truncated)
{
  if (self->truncated == truncated)
    return;
  self->truncated = truncated;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRUNCATED]);
}

static void
update_busy (FtLeadList *self)
{
  gboolean busy = self->want != WANT_NOTHING
                  || (self->job && (self->job->kind == JOB_FIRST || self->job->kind == JOB_ALL));
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static FtDayBounds
get_bounds (FtLeadList *self)
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
set_ids (FtLeadList *self, GArray *ids)
{
  g_array_ref (ids);
  g_array_unref (self->ids);
  self->ids = ids;
  ft_lead_cache_set_ids (self->cache, ids);
}

static void
touch (FtLeadList *self, GArray *ids)
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

/* Go over to other contents: each run is carried out before it is told of. */
static void
become (FtLeadList *self, GArray *ids)
{
  g_autoptr (GArray) runs = ft_list_diff (self->ids, ids, ft_list_same_id);

  if (runs->len <= 1)
    set_ids (self, ids);
  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      if (runs->len > 1)
        {
          if (run.removed > 0)
            g_array_remove_range (self->ids, run.position, run.removed);
          if (run.added > 0)
            g_array_insert_vals (self->ids, run.position,
                                 &g_array_index (ids, gint64, run.position), run.added);
        }
      g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
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
start_job (FtLeadList *self, JobKind kind, FtLeadQuery *query)
{
  g_assert (!self->job);

  self->job = g_new0 (Job, 1);
  self->job->list = self;
  self->job->kind = kind;
  self->job->query = query;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->job;
}

static void
drop_job (FtLeadList *self)
{
  Job *job = g_steal_pointer (&self->job);

  if (!job)
    return;
  /* The store may go on reading these until it hears. */
  if (job->ids)
    {
      g_autoptr (GArray) copy = g_array_copy (self->ids);
      set_ids (self, copy);
    }
  job->list = NULL;
  g_cancellable_cancel (self->cancellable);
}

/* The list that waits for this answer, or NULL. (transfer full) */
static FtLeadList *
finish_job (Job *job)
{
  FtLeadList *self = job->list;

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
  g_autoptr (FtLeadList) self = finish_job (job);

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
start_query (FtLeadList *self)
{
  JobKind kind = self->want == WANT_NEW && *self->search == '\0' ? JOB_FIRST : JOB_ALL;
  FtLeadQuery *query = ft_lead_query_new (self->filter, get_bounds (self), self->search);
  Job *job = start_job (self, kind, query);

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
  g_autoptr (FtLeadList) self = finish_job (job);

  if (!self)
    return;

  if (!places)
    self->want = MAX (self->want, WANT_AGAIN);
  else if (self->touched->len > 0)
    /* Others changed before the store looked: the places were counted among leads out of place. */
    touch (self, job->touched);
  else if (self->want == WANT_NOTHING)
    {
      g_autoptr (GArray) placed = ft_list_place (job->ids, job->touched, places);
      become (self, placed);
    }
  run (self);
}

static void
start_place (FtLeadList *self)
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
  g_autoptr (FtLeadList) self = finish_job (job);
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
start_passed (FtLeadList *self)
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
run (FtLeadList *self)
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

static void
query_anew (FtLeadList *self)
{
  drop_job (self);
  self->want = WANT_NEW;
  run (self);
}

/* --- Callbacks --- */

static void
store_changed_cb (FtLeadList *self, FtChangeSet *change)
{
  if (change->everything)
    {
      ft_lead_cache_read_again (self->cache);
      self->want = MAX (self->want, WANT_AGAIN);
    }
  else
    {
      if (change->rows)
        ft_lead_cache_take_rows (self->cache, change->rows);
      touch (self, change->leads);
    }
  if (!self->query && !self->job)
    self->want = WANT_NEW;
  run (self);
}

static void
clock_changed_cb (FtLeadList *self)
{
  ft_lead_list_renew (self);
}

static void
cache_failed_cb (FtLeadList *self, GError *error)
{
  set_error (self, error->message);
}

/* --- GListModel --- */

static GType
ft_lead_list_get_item_type (GListModel *model)
{
  return FT_TYPE_LEAD;
}

static guint
ft_lead_list_get_n_items (GListModel *model)
{
  return FT_LEAD_LIST (model)->ids->len;
}

static gpointer
ft_lead_list_get_item (GListModel *model, guint position)
{
  FtLeadList *self = FT_LEAD_LIST (model);
  return position < self->ids->len ? ft_lead_cache_get (self->cache, position) : NULL;
}

static void
ft_lead_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ft_lead_list_get_item_type;
  iface->get_n_items = ft_lead_list_get_n_items;
  iface->get_item = ft_lead_list_get_item;
}

/* --- GObject --- */

static void
ft_lead_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_int (value, self->filter);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
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
ft_lead_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      ft_lead_list_set_filter (self, g_value_get_int (value));
      break;
    case PROP_SEARCH:
      ft_lead_list_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ft_lead_list_dispose (GObject *object)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  if (self->job)
    {
      self->job->list = NULL;
      self->job = NULL;
      g_cancellable_cancel (self->cancellable);
    }
  g_clear_object (&self->cache);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_lead_list_parent_class)->dispose (object);
}

static void
ft_lead_list_finalize (GObject *object)
{
  FtLeadList *self = FT_LEAD_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->query, ft_lead_query_free);
  g_array_unref (self->ids);
  g_array_unref (self->touched);
  g_free (self->search);
  g_free (self->error);

  G_OBJECT_CLASS (ft_lead_list_parent_class)->finalize (object);
}

static void
ft_lead_list_class_init (FtLeadListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = readable | G_PARAM_WRITABLE;

  object_class->get_property = ft_lead_list_get_property;
  object_class->set_property = ft_lead_list_set_property;
  object_class->dispose = ft_lead_list_dispose;
  object_class->finalize = ft_lead_list_finalize;

  props[PROP_FILTER] = g_param_spec_int ("filter", NULL, NULL, FT_FILTER_ALL, FT_FILTER_CLOSED,
                                         FT_FILTER_ALL, settable);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", settable);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  props[PROP_TRUNCATED] = g_param_spec_boolean ("truncated", NULL, NULL, FALSE, readable);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_lead_list_init (FtLeadList *self)
{
  self->search = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * ft_lead_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a list of all open leads that is being read
 */
FtLeadList *
ft_lead_list_new (FtStore *store)
{
  FtLeadList *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_LEAD_LIST, NULL);
  self->store = g_object_ref (store);
  self->cache = ft_lead_cache_new (store);
  ft_lead_cache_set_ids (self->cache, self->ids);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (cache_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed", G_CALLBACK (clock_changed_cb),
                           self, G_CONNECT_SWAPPED);
  query_anew (self);
  return self;
}

/**
 * ft_lead_list_set_filter:
 *
 * Shows another part of the desk. What was shown stays until its leads have come.
 */
void
ft_lead_list_set_filter (FtLeadList *self, FtLeadFilter filter)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));
  g_return_if_fail (filter >= 0 && filter < FT_N_FILTERS);

  if (self->filter == filter)
    return;
  self->filter = filter;
  /* A search looks at all leads whatever the filter. */
  if (*self->search == '\0')
    query_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

FtLeadFilter
ft_lead_list_get_filter (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), FT_FILTER_ALL);
  return self->filter;
}

/**
 * ft_lead_list_set_search:
 * @search: (nullable): what to look for in all leads; "" to show the filter again
 *
 * Call it at every key: the answer to what was typed before never comes through.
 */
void
ft_lead_list_set_search (FtLeadList *self, const char *search)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));

  if (g_str_equal (self->search, search ? search : ""))
    return;
  g_free (self->search);
  self->search = g_strdup (search ? search : "");
  query_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

const char *
ft_lead_list_get_search (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), "");
  return self->search;
}

gboolean
ft_lead_list_get_busy (FtLeadList *self)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), FALSE);
  return self->busy;
}

void
ft_lead_list_renew (FtLeadList *self)
{
  g_return_if_fail (FT_IS_LEAD_LIST (self));

  ft_lead_cache_renew (self->cache);
  self->passed = TRUE;
  run (self);
}

guint
ft_lead_list_find (FtLeadList *self, gint64 lead_id)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), G_MAXUINT);

  const gint64 *ids = (const gint64 *) self->ids->data;
  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == lead_id)
      return i;
  return G_MAXUINT;
}

gint64
ft_lead_list_get_id_at (FtLeadList *self, guint position)
{
  g_return_val_if_fail (FT_IS_LEAD_LIST (self), 0);
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}
