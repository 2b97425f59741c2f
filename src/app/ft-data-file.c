#define G_LOG_DOMAIN "ft-app"

#include "app/ft-data-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _FtDataFile
{
  GObject parent_instance;

  char *path;
  FtClock *clock;   /* owned */
  FtStore *store;   /* owned, only while it is open */
  FtStore *opening; /* owned, while it is being opened */
  GQueue waiting;   /* GTask, owned: who waits for the opening */
  gboolean restoring;
};

G_DEFINE_FINAL_TYPE (FtDataFile, ft_data_file, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_store (FtDataFile *self, FtStore *store)
{
  if (g_set_object (&self->store, store))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/* --- Open --- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtDataFile) self = data;
  g_autoptr (FtStore) store = g_steal_pointer (&self->opening);
  g_autoptr (GError) error = NULL;
  GQueue waiting = self->waiting;
  GTask *task;

  if (ft_store_open_finish (FT_STORE (source), result, &error))
    set_store (self, store);

  g_queue_init (&self->waiting);
  while ((task = g_queue_pop_head (&waiting)) != NULL)
    {
      if (error == NULL)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
}

void
ft_data_file_open_async (FtDataFile *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FT_IS_DATA_FILE (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, ft_data_file_open_async);
  if (self->store != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->restoring)
    {
      g_task_return_new_error (task, FT_STORE_ERROR, FT_STORE_ERROR_BUSY,
                               _ ("A backup is just being restored; try again in a moment"));
      return;
    }
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  if (self->opening == NULL)
    {
      self->opening = ft_store_new (self->path, self->clock);
      ft_store_open_async (self->opening, NULL, opened_cb, g_object_ref (self));
    }
}

gboolean
ft_data_file_open_finish (FtDataFile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Restore: copy, prove the copy, take its files, close, swap, open --- */

typedef struct
{
  char *backup;
  char *copy;     /* beside the database, so that a rename puts it in place */
  char *kept;     /* where the database before went, "" for nowhere */
  FtStore *store; /* owned: the copy while it is proved, then the database before */
} Restore;

static void
restore_free (Restore *restore)
{
  /* Gone already, unless the restore failed half-way. */
  static const char *const suffixes[] = { "", "-journal", ".lock" };
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (restore->copy, suffixes[i], NULL);
      g_unlink (path);
    }
  g_clear_object (&restore->store);
  g_free (restore->backup);
  g_free (restore->copy);
  g_free (restore->kept);
  g_free (restore);
}

static void
fail_restore (GTask *task, GError *error)
{
  FtDataFile *self = g_task_get_source_object (task);
  self->restoring = FALSE;
  g_task_return_error (task, error);
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Restore *restore = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ft_data_file_open_finish (FT_DATA_FILE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (restore->kept), g_free);
}

static gboolean
rename_file (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;
  int saved = errno;
  g_set_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO,
               _ ("“%s” could not be renamed to “%s”: %s. Nothing else was changed."), from, to,
               g_strerror (saved));
  return FALSE;
}

/* A rename is on disk only when its folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 || fsync (fd) != 0)
    g_warning ("The folder of “%s” could not be synchronised: %s", path, g_strerror (errno));
  if (fd >= 0)
    close (fd);
}

static char *
unused_name (const char *path)
{
  for (guint i = 1;; i++)
    {
      char *name = i == 1 ? g_strconcat (path, ".before-restore", NULL)
                          : g_strdup_printf ("%s.before-restore-%u", path, i);
      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return name;
      g_free (name);
    }
}

/* The database before steps aside with its journal, which belongs to no other: SQLite would roll it
 * back into whatever file bears the name. */
static gboolean
swap (FtDataFile *self, Restore *restore, GError **error)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  restore->kept = g_strdup ("");
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_free (restore->kept);
      restore->kept = unused_name (self->path);
      if (g_file_test (journal, G_FILE_TEST_EXISTS))
        {
          g_autofree char *kept_journal = g_strconcat (restore->kept, "-journal", NULL);
          if (!rename_file (journal, kept_journal, error))
            return FALSE;
        }
      if (!rename_file (self->path, restore->kept, error))
        return FALSE;
    }
  if (!rename_file (restore->copy, self->path, error))
    return FALSE;
  sync_folder (self->path);
  return TRUE;
}

static void
swap_and_open (GTask *task_arg)
{
  g_autoptr (GTask) task = task_arg;
  FtDataFile *self = g_task_get_source_object (task);
  Restore *restore = g_task_get_task_data (task);
  GError *error = NULL;

  if (!swap (self, restore, &error))
    {
      fail_restore (task, error);
      return;
    }
  self->restoring = FALSE;
  ft_data_file_open_async (self, reopened_cb, g_object_ref (task));
}

static void
old_closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!ft_store_close_finish (FT_STORE (source), result, &error))
    fail_restore (task, error);
  else
    swap_and_open (g_steal_pointer (&task));
}

static void
old_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (ft_store_open_finish (FT_STORE (source), result, &error))
    ft_store_close_async (FT_STORE (source), old_closed_cb, g_steal_pointer (&task));
  else if (g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_BUSY)
           || g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_NOT_ALLOWED))
    fail_restore (task, g_steal_pointer (&error));
  else /* What cannot be opened is what a restore is for. */
    swap_and_open (g_steal_pointer (&task));
}

static void
copy_closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FtDataFile *self = g_task_get_source_object (task);
  Restore *restore = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ft_store_close_finish (FT_STORE (source), result, &error))
    {
      fail_restore (task, error);
      return;
    }
  if (self->store != NULL)
    {
      g_set_object (&restore->store, self->store);
      set_store (self, NULL);
      ft_store_close_async (restore->store, old_closed_cb, g_steal_pointer (&task));
      return;
    }
  /* Opened for its lock: another program may be at work on it. */
  g_clear_object (&restore->store);
  restore->store = ft_store_new (self->path, self->clock);
  ft_store_open_async (restore->store, NULL, old_opened_cb, g_steal_pointer (&task));
}

static void
files_taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!ft_store_take_files_finish (FT_STORE (source), result, &error))
    fail_restore (task, error);
  else
    ft_store_close_async (FT_STORE (source), copy_closed_cb, g_steal_pointer (&task));
}

static void
copy_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_auto (GStrv) problems = ft_store_check_finish (FT_STORE (source), result, &error);
  Restore *restore = g_task_get_task_data (task);

  if (problems != NULL && problems[0] != NULL)
    g_set_error (&error, FT_STORE_ERROR, FT_STORE_ERROR_DAMAGED,
                 _ ("The backup is damaged (%s); nothing was changed. Try an older one."),
                 problems[0]);
  if (error != NULL)
    fail_restore (task, error);
  else
    ft_store_take_files_async (FT_STORE (source), restore->backup, NULL, files_taken_cb,
                               g_steal_pointer (&task));
}

static void
copy_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (!ft_store_open_finish (FT_STORE (source), result, &error))
    fail_restore (task, error);
  else
    ft_store_check_async (FT_STORE (source), NULL, copy_checked_cb, g_steal_pointer (&task));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FtDataFile *self = g_task_get_source_object (task);
  Restore *restore = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error))
    {
      g_prefix_error (&error, "%s ", _ ("The backup could not be read."));
      fail_restore (task, error);
      return;
    }
  g_chmod (restore->copy, 0600);
  restore->store = ft_store_new (restore->copy, self->clock);
  ft_store_open_async (restore->store, NULL, copy_opened_cb, g_steal_pointer (&task));
}

void
ft_data_file_restore_async (FtDataFile *self,
                            const char *backup,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = NULL;
  g_autofree char *folder = NULL;

  g_return_if_fail (FT_IS_DATA_FILE (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, ft_data_file_restore_async);
  if (self->restoring || self->opening != NULL)
    {
      g_task_return_new_error (task, FT_STORE_ERROR, FT_STORE_ERROR_BUSY,
                               _ ("The database is just being opened; try again in a moment."));
      return;
    }
  if (g_strcmp0 (backup, self->path) == 0)
    {
      g_task_return_new_error (task, FT_STORE_ERROR, FT_STORE_ERROR_INVALID,
                               _ ("That is the database itself; choose a copy of it."));
      return;
    }

  Restore *restore = g_new0 (Restore, 1);
  restore->backup = g_strdup (backup);
  restore->copy = g_strconcat (self->path, ".restoring", NULL);
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);
  self->restoring = TRUE;
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  to = g_file_new_for_path (restore->copy);
  g_file_copy_async (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                     G_PRIORITY_DEFAULT, NULL, NULL, NULL, copied_cb, g_steal_pointer (&task));
}

char *
ft_data_file_restore_finish (FtDataFile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Class --- */

static void
ft_data_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FtDataFile *self = FT_DATA_FILE (object);

  switch (id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_data_file_dispose (GObject *object)
{
  FtDataFile *self = FT_DATA_FILE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (ft_data_file_parent_class)->dispose (object);
}

static void
ft_data_file_finalize (GObject *object)
{
  FtDataFile *self = FT_DATA_FILE (object);

  g_free (self->path);
  G_OBJECT_CLASS (ft_data_file_parent_class)->finalize (object);
}

static void
ft_data_file_class_init (FtDataFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_data_file_get_property;
  object_class->dispose = ft_data_file_dispose;
  object_class->finalize = ft_data_file_finalize;

  properties[PROP_STORE]
      = g_param_spec_object ("store", NULL, NULL, FT_TYPE_STORE,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ft_data_file_init (FtDataFile *self)
{
  g_queue_init (&self->waiting);
}

FtDataFile *
ft_data_file_new (const char *path, FtClock *clock)
{
  FtDataFile *self = g_object_new (FT_TYPE_DATA_FILE, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  return self;
}

const char *
ft_data_file_get_path (FtDataFile *self)
{
  g_return_val_if_fail (FT_IS_DATA_FILE (self), NULL);
  return self->path;
}

FtClock *
ft_data_file_get_clock (FtDataFile *self)
{
  g_return_val_if_fail (FT_IS_DATA_FILE (self), NULL);
  return self->clock;
}

FtStore *
ft_data_file_get_store (FtDataFile *self)
{
  g_return_val_if_fail (FT_IS_DATA_FILE (self), NULL);
  return self->store;
}
