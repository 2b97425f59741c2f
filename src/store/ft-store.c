#define G_LOG_DOMAIN "ft-store"

#include "store/ft-store.h"

#include "store/ft-job.h"
#include "store/ft-setting.h"
#include "store/ft-zones.h"

struct _FtStore
{
  GObject parent_instance;

  /* Owned */
  char *path;
  FtClock *clock;
  FtWorker *worker;
  char *undo_label;
  char *redo_label;
  FtSettings *settings;

  const char *zone; /* interned; in which the instants were derived */
  gboolean is_open;
};

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SETTINGS,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtStore, ft_store, G_TYPE_OBJECT)

/* --- Jobs --- */

static void
free_job (FtJob *job)
{
  if (job->free_request)
    job->free_request (job->request);
  if (job->result && job->free_result)
    job->free_result (job->result);
  g_clear_pointer (&job->change, ft_change_set_unref);
  g_free (job->undo_label);
  g_free (job->redo_label);
  g_clear_pointer (&job->settings, ft_settings_unref);
  g_clear_error (&job->error);
  g_object_unref (job->task);
  g_free (job);
}

static void
set_label (FtStore *self, char **label, const char *value, GParamSpec *property)
{
  if (g_strcmp0 (*label, value) == 0)
    return;
  g_free (*label);
  *label = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), property);
}

static void
take_settings (FtStore *self, FtSettings *settings)
{
  gboolean same = ft_settings_equal (self->settings, settings);

  if (!same)
    {
      ft_settings_unref (self->settings);
      self->settings = ft_settings_ref (settings);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTINGS]);
    }
}

void
ft_store_answer (FtJob *job)
{
  FtStore *self = g_task_get_source_object (job->task);

  if (job->has_labels)
    {
      g_object_freeze_notify (G_OBJECT (self));
      set_label (self, &self->undo_label, job->undo_label, properties[PROP_UNDO_LABEL]);
      set_label (self, &self->redo_label, job->redo_label, properties[PROP_REDO_LABEL]);
      g_object_thaw_notify (G_OBJECT (self));
    }
  if (job->settings)
    take_settings (self, job->settings);
  if (job->change)
    g_signal_emit (self, signals[CHANGED], 0, job->change);
  if (job->error)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  free_job (job);
}

static FtJob *
new_job (FtStore *self,
         gpointer tag,
         FtJobRun run,
         gpointer request,
         GDestroyNotify free_request,
         GCancellable *cancellable,
         GAsyncReadyCallback callback,
         gpointer data)
{
  FtJob *job = g_new0 (FtJob, 1);

  job->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (job->task, tag);
  job->run = run;
  job->now = ft_clock_now (self->clock);
  job->zone = ft_clock_get_zone (self->clock);
  job->request = request;
  job->free_request = free_request;
  return job;
}

void
ft_store_push (FtStore *self,
               gpointer tag,
               FtJobRun run,
               gpointer request,
               GDestroyNotify free_request,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  ft_worker_push (self->worker,
                  new_job (self, tag, run, request, free_request, cancellable, callback, data));
}

void
ft_store_push_change (FtStore *self,
                      gpointer tag,
                      FtJobRun run,
                      gpointer request,
                      GDestroyNotify free_request,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  FtJob *job = new_job (self, tag, run, request, free_request, cancellable, callback, data);
  g_task_set_check_cancellable (job->task, FALSE);
  ft_worker_push (self->worker, job);
}

gpointer
ft_store_finish (FtStore *self, gpointer tag, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ft_store_finish_boolean (FtStore *self, gpointer tag, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;
  ft_store_finish (self, tag, result, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- Another zone --- */

static void
renew_zones (FtJob *job, FtDatabase **database)
{
  if (!ft_zones_renew (*database))
    return;
  job->change = ft_change_set_new ("");
  job->change->everything = TRUE;
}

/* "16:00" in the computer's own zone is another instant now. */
static void
clock_changed_cb (FtClock *clock, FtStore *self)
{
  if (!self->is_open || self->zone == ft_clock_get_zone (clock))
    return;
  self->zone = ft_clock_get_zone (clock);
  ft_store_push_change (self, clock_changed_cb, renew_zones, NULL, NULL, NULL, NULL, NULL);
}

/* --- Object --- */

static void
ft_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FtStore *self = FT_STORE (object);

  switch (id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_SETTINGS:
      g_value_set_pointer (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_store_dispose (GObject *object)
{
  FtStore *self = FT_STORE (object);

  g_clear_pointer (&self->worker, ft_worker_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (ft_store_parent_class)->dispose (object);
}

static void
ft_store_finalize (GObject *object)
{
  FtStore *self = FT_STORE (object);

  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  ft_settings_unref (self->settings);
  G_OBJECT_CLASS (ft_store_parent_class)->finalize (object);
}

static void
ft_store_class_init (FtStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_store_get_property;
  object_class->dispose = ft_store_dispose;
  object_class->finalize = ft_store_finalize;

  /**
   * FtStore:undo-label:
   *
   * What would be undone, %NULL if nothing.
   */
  properties[PROP_UNDO_LABEL]
      = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * FtStore:redo-label:
   *
   * What would be redone, %NULL if nothing.
   */
  properties[PROP_REDO_LABEL]
      = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * FtStore:settings:
   *
   * The #FtSettings in force.
   */
  properties[PROP_SETTINGS]
      = g_param_spec_pointer ("settings", NULL, NULL,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * FtStore::changed:
   * @change: (type FtChangeSet): what was touched
   *
   * A change is on disk. Emitted before the callback of the call that made it.
   */
  signals[CHANGED] = g_signal_new ("changed", FT_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FT_TYPE_CHANGE_SET);
}

static void
ft_store_init (FtStore *self)
{
  self->worker = ft_worker_new ();
  self->settings = ft_settings_new ();
}

/**
 * ft_store_new:
 * @path: of the database file; it and its folder are made when it is opened
 * @clock: what time it is and where; asked on the thread that calls the store
 *
 * Returns: (transfer full): a store that is not open yet
 */
FtStore *
ft_store_new (const char *path, FtClock *clock)
{
  FtStore *self;

  g_return_val_if_fail (path && *path, NULL);
  g_return_val_if_fail (FT_IS_CLOCK (clock), NULL);

  self = g_object_new (FT_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self, 0);
  return self;
}

const char *
ft_store_get_path (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return self->path;
}

FtClock *
ft_store_get_clock (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return self->clock;
}

FtSettings *
ft_store_get_settings (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return self->settings;
}

const char *
ft_store_get_undo_label (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return self->undo_label;
}

const char *
ft_store_get_redo_label (FtStore *self)
{
  g_return_val_if_fail (FT_IS_STORE (self), NULL);
  return self->redo_label;
}

/* --- Opening and closing --- */

static void
open_database (FtJob *job, FtDatabase **database)
{
  const char *path = job->request;

  if (*database)
    return;
  *database = ft_database_open (path, &job->error);
  if (!*database)
    return;
  ft_database_enter (*database, job->now, job->zone, NULL);
  ft_zones_renew (*database);
  ft_job_read_labels (job, *database);
  job->settings = ft_setting_read (*database);
  if (!ft_database_take (*database, &job->error))
    {
      g_clear_pointer (&job->settings, ft_settings_unref);
      g_clear_pointer (database, ft_database_close);
    }
}

/**
 * ft_store_open_async:
 *
 * Opens the file, making it if there is none. Opening an open store does nothing. The errors are
 * those of #FtStoreError; a file that is refused is not changed.
 */
void
ft_store_open_async (FtStore *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  FtJob *job;

  g_return_if_fail (FT_IS_STORE (self));

  self->is_open = TRUE;
  self->zone = ft_clock_get_zone (self->clock);
  job = new_job (self, ft_store_open_async, open_database, g_strdup (self->path), g_free,
                 cancellable, callback, data);
  job->when_closed = TRUE;
  ft_worker_push (self->worker, job);
}

gboolean
ft_store_open_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_open_async, result, error);
}

static void
close_database (FtJob *job, FtDatabase **database)
{
  g_clear_pointer (database, ft_database_close);
  job->has_labels = TRUE;
}

/**
 * ft_store_close_async:
 *
 * Finishes the jobs asked before, closes the file and gives up its lock. A closed store can be
 * opened again.
 */
void
ft_store_close_async (FtStore *self, GAsyncReadyCallback callback, gpointer data)
{
  FtJob *job;

  g_return_if_fail (FT_IS_STORE (self));

  self->is_open = FALSE;
  job = new_job (self, ft_store_close_async, close_database, NULL, NULL, NULL, callback, data);
  job->when_closed = TRUE;
  ft_worker_push (self->worker, job);
}

gboolean
ft_store_close_finish (FtStore *self, GAsyncResult *result, GError **error)
{
  return ft_store_finish_boolean (self, ft_store_close_async, result, error);
}
