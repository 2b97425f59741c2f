#define G_LOG_DOMAIN "ft-remind"

#include "remind/ft-autostart.h"

#include "remind/ft-background.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _FtAutostart
{
  GObject parent_instance;

  char *application_id;
  GFile *file;
  GFileMonitor *monitor;
  GCancellable *cancellable;
  guint turn; /* of reading the file */
  gboolean sandboxed;
  gboolean active;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FtAutostart, ft_autostart, G_TYPE_OBJECT)

/* --- Reading it --- */

gboolean
ft_autostart_is_active (const char *content, gsize length)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autofree char *exec = NULL;

  if (!g_key_file_load_from_data (key_file, content, length, G_KEY_FILE_NONE, NULL))
    return FALSE;
  exec = g_key_file_get_string (key_file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC,
                                NULL);
  if (exec == NULL
      || g_key_file_get_boolean (key_file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN,
                                 NULL))
    return FALSE;
  /* What the desktops' own switches write. */
  return !g_key_file_has_key (key_file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)
         || g_key_file_get_boolean (key_file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled",
                                    NULL);
}

static void
set_active (FtAutostart *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

typedef struct
{
  FtAutostart *self; /* owned */
  guint turn;
  GTask *written; /* owned, to be returned when the file has been read, or NULL */
} Loading;

static void load_after (FtAutostart *self, GTask *written);

/* What was read before something newer was asked for may be older than what is known. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Loading *loading = data;
  g_autoptr (FtAutostart) self = loading->self;
  g_autoptr (GTask) written = loading->written;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  gboolean cancelled;

  g_file_load_contents_finish (G_FILE (source), result, &content, &length, NULL, &error);
  cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (loading->turn != self->turn && written != NULL && !cancelled)
    {
      load_after (self, g_steal_pointer (&written));
      return;
    }
  if (loading->turn == self->turn && !cancelled)
    set_active (self, content != NULL && ft_autostart_is_active (content, length));
  if (written != NULL)
    g_task_return_boolean (written, TRUE);
}

/* Takes @written. */
static void
load_after (FtAutostart *self, GTask *written)
{
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading){ g_object_ref (self), ++self->turn, written };
  g_file_load_contents_async (self->file, self->cancellable, loaded_cb, loading);
}

static void
load (FtAutostart *self)
{
  load_after (self, NULL);
}

/* --- Writing it --- */

/* As Exec= takes it: in quotes, with what is special inside them escaped, and "%" doubled. */
static char *
quote_program (const char *program)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = program; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append (quoted, "\\");
      else if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static char *
make_content (FtAutostart *self)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *quoted = quote_program (program != NULL ? program : "follow-through");
  g_autofree char *exec = g_strconcat (quoted, " --gapplication-service", NULL);

#define SET(key, value) g_key_file_set_string (key_file, G_KEY_FILE_DESKTOP_GROUP, key, value)
  SET (G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  SET (G_KEY_FILE_DESKTOP_KEY_NAME, g_get_application_name ());
  SET (G_KEY_FILE_DESKTOP_KEY_COMMENT, _ ("Reminds of promises"));
  SET (G_KEY_FILE_DESKTOP_KEY_EXEC, exec);
  SET (G_KEY_FILE_DESKTOP_KEY_ICON, self->application_id);
#undef SET
  return g_key_file_to_data (key_file, NULL, NULL);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FtAutostart *self = source;
  const char *content = data;
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *folder = g_path_get_dirname (path);
  GError *error = NULL;

  if (content == NULL)
    {
      if (g_unlink (path) != 0 && errno != ENOENT)
        g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno),
                                 _ ("The file %s could not be removed: %s"), path,
                                 g_strerror (errno));
      else
        g_task_return_boolean (task, TRUE);
      return;
    }
  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents (path, content, -1, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FtAutostart *self = FT_AUTOSTART (source);
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      load_after (self, g_steal_pointer (&task));
      return;
    }
  load (self);
  g_task_return_error (task, error);
}

/* Takes @task. */
static void
start_writing (FtAutostart *self, gboolean active, GTask *task)
{
  g_autoptr (GTask) writing = g_task_new (self, NULL, written_cb, task);

  g_task_set_task_data (writing, active ? make_content (self) : NULL, g_free);
  g_task_run_in_thread (writing, write_file);
}

/* --- The portal --- */

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FtAutostart *self = g_task_get_source_object (task);
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  GError *error = NULL;
  gboolean active;

  if (!ft_background_request_finish (result, &active, &error))
    g_task_return_error (task, error);
  else if (wanted && !active)
    {
      g_task_return_new_error (
          task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
          _ ("This desktop does not let Follow Through start at login. Allow it "
             "in the system’s settings for applications."));
      load (self);
    }
  else
    start_writing (self, active, g_steal_pointer (&task));
}

/* --- Class --- */

static void
ft_autostart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, FT_AUTOSTART (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ft_autostart_dispose (GObject *object)
{
  FtAutostart *self = FT_AUTOSTART (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (ft_autostart_parent_class)->dispose (object);
}

static void
ft_autostart_finalize (GObject *object)
{
  FtAutostart *self = FT_AUTOSTART (object);

  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self->application_id);
  G_OBJECT_CLASS (ft_autostart_parent_class)->finalize (object);
}

static void
ft_autostart_class_init (FtAutostartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ft_autostart_get_property;
  object_class->dispose = ft_autostart_dispose;
  object_class->finalize = ft_autostart_finalize;

  props[PROP_ACTIVE]
      = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ft_autostart_init (FtAutostart *self)
{
  self->cancellable = g_cancellable_new ();
}

FtAutostart *
ft_autostart_new (const char *application_id, gboolean sandboxed)
{
  FtAutostart *self = g_object_new (FT_TYPE_AUTOSTART, NULL);
  g_autofree char *name = g_strconcat (application_id, ".desktop", NULL);

  self->application_id = g_strdup (application_id);
  self->sandboxed = sandboxed;
  self->file = g_file_new_build_filename (g_get_user_config_dir (), "autostart", name, NULL);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

gboolean
ft_autostart_get_active (FtAutostart *self)
{
  g_return_val_if_fail (FT_IS_AUTOSTART (self), FALSE);
  return self->active;
}

void
ft_autostart_set_async (FtAutostart *self,
                        gboolean active,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task;

  g_return_if_fail (FT_IS_AUTOSTART (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, ft_autostart_set_async);
  if (!self->sandboxed)
    {
      start_writing (self, active, task);
      return;
    }
  g_task_set_task_data (task, GINT_TO_POINTER (active), NULL);
  ft_background_request_async (active, requested_cb, task);
}

gboolean
ft_autostart_set_finish (FtAutostart *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
