#define G_LOG_DOMAIN "ft-app"

#include "app/ft-calendar-file.h"

#include "interchange/ft-export.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A change seldom comes alone. */
#define DELAY_MS 1000
/* A long calendar must not keep the computer busy: the next begins after so many times what one
 * took. */
#define REST 10
#define RETRY_MS (60 * 1000)
/* Read so many at a time, so that the window's own questions come in between. */
#define SLICE 256
/* What was kept stays for so long. */
#define KEPT_SECONDS (G_GINT64_CONSTANT (60) * 86400)
/* The end of a program waits so long for the last one. */
#define PATIENCE_US (5 * G_USEC_PER_SEC)

struct _FtCalendarFile
{
  GObject parent_instance;

  FtStore *store;            /* owned */
  GFile *file;               /* owned */
  GCancellable *cancellable; /* owned, of what is written now; NULL if nothing is */
  gboolean wanted;
  gboolean deleting;
  gboolean again;  /* something changed while it was written */
  guint timer;     /* until the next writing begins */
  gint64 earliest; /* monotonic time before which it does not */
  char *complaint; /* owned, what was told last; NULL when it went well */
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FtCalendarFile, ft_calendar_file, G_TYPE_OBJECT)

static void schedule (FtCalendarFile *self, guint delay);

/* --- Taking it away --- */

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FtCalendarFile) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *message = NULL;

  self->deleting = FALSE;
  if (g_file_delete_finish (G_FILE (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;
  message = g_strdup_printf (_ ("The calendar file “%s” could not be deleted: %s. Delete it "
                                "yourself: it names customers."),
                             name, error->message);
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* A copy of what customers said that nobody wants any longer must not lie about. */
static void
delete_file (FtCalendarFile *self)
{
  self->deleting = TRUE;
  g_file_delete_async (self->file, G_PRIORITY_DEFAULT, NULL, deleted_cb, g_object_ref (self));
}

/* --- Writing one --- */

typedef struct
{
  FtCalendarFile *file;      /* owned */
  GCancellable *cancellable; /* owned */
  char *path;                /* owned */
  char *part;                /* owned: written first, so that nobody ever reads half a calendar */
  int fd;                    /* of @part, which is there while this is not -1 */
  GOutputStream *stream;     /* owned, on @fd */
  FtExport *export;          /* owned; used on another thread while that runs */
  GPtrArray *rows;           /* owned: FtPromiseRow, the slice at hand; NULL after the last */
  gint64 kept_since;
  gint64 started;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_pointer (&writing->export, ft_export_free);
  g_clear_object (&writing->stream);
  if (writing->fd >= 0)
    {
      g_autoptr (GFile) part = g_file_new_for_path (writing->part);

      g_close (writing->fd, NULL);
      g_file_delete_async (part, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
    }
  g_clear_pointer (&writing->rows, g_ptr_array_unref);
  g_free (writing->path);
  g_free (writing->part);
  g_object_unref (writing->cancellable);
  g_object_unref (writing->file);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
complain (FtCalendarFile *self, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (self->file);
  g_autofree char *message = g_strdup_printf (_ ("The calendar file “%s” could not be brought up "
                                                 "to date: %s. It is tried again in a minute."),
                                              name, error->message);

  if (g_strcmp0 (message, self->complaint) == 0)
    return;
  g_free (self->complaint);
  self->complaint = g_strdup (message);
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* @error: (nullable) */
static void
conclude (Writing *writing, const GError *error)
{
  FtCalendarFile *self = writing->file;
  gint64 now = g_get_monotonic_time ();
  gboolean again = self->again;

  g_clear_object (&self->cancellable);
  self->again = FALSE;
  self->earliest = now + REST * (now - writing->started);
  if (self->store == NULL)
    return;
  if (!self->wanted)
    {
      delete_file (self);
      return;
    }
  if (error == NULL)
    g_clear_pointer (&self->complaint, g_free);
  else if (!g_error_matches (error, FT_STORE_ERROR, FT_STORE_ERROR_CLOSED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      complain (self, error);
      schedule (self, RETRY_MS);
      return;
    }
  if (again)
    schedule (self, DELAY_MS);
}

/* Names and numbers of people: nobody else's to read. On a thread of its own, as the next: disks
 * are slow. */
static void
open_part (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;

  g_unlink (writing->part);
  writing->fd = g_open (writing->part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (writing->fd < 0)
    {
      int saved = errno;
      g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (saved), "%s",
                               g_strerror (saved));
      return;
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
put_in_place (Writing *writing, GCancellable *cancellable, GError **error)
{
  int saved = 0;

  if (!ft_export_finish (writing->export, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (fsync (writing->fd) != 0 || g_rename (writing->part, writing->path) != 0)
    {
      saved = errno;
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s", g_strerror (saved));
      return FALSE;
    }
  g_close (writing->fd, NULL);
  writing->fd = -1;
  return TRUE;
}

static void
write_slice (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;
  gboolean done = TRUE;

  for (guint i = 0; done && writing->rows != NULL && i < writing->rows->len; i++)
    {
      const FtPromiseRow *row = writing->rows->pdata[i];
      g_autoptr (FtLeadCard) card = ft_lead_card_new (row->lead);

      g_ptr_array_add (card->promises, ft_promise_data_ref (row->promise));
      done = ft_export_add (writing->export, card, &error);
    }
  if (done && writing->rows == NULL)
    done = put_in_place (writing, cancellable, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @writing: (transfer full) */
static void
run (Writing *writing, GTaskThreadFunc work, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, writing->cancellable, callback, writing);

  g_task_set_task_data (task, writing, NULL);
  g_task_run_in_thread (task, work);
}

static void read_slice (Writing *writing, gint64 after);

static void
slice_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || writing->rows == NULL
      || writing->file->store == NULL)
    conclude (writing, error);
  else
    {
      const FtPromiseRow *last = g_ptr_array_index (writing->rows, writing->rows->len - 1);
      gint64 after = last->promise->id;
      read_slice (g_steal_pointer (&writing), after);
    }
}

static void
slice_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_calendar_finish (FT_STORE (source), result, &error);

  if (rows == NULL)
    {
      conclude (writing, error);
      return;
    }
  g_clear_pointer (&writing->rows, g_ptr_array_unref);
  if (rows->len > 0)
    writing->rows = g_steal_pointer (&rows);
  run (g_steal_pointer (&writing), write_slice, slice_written_cb);
}

/* @writing: (transfer full) */
static void
read_slice (Writing *writing, gint64 after)
{
  ft_store_read_calendar_async (FT_STORE (writing->file->store), after, writing->kept_since, SLICE,
                                writing->cancellable, slice_read_cb, writing);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  FtStore *store = writing->file->store;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || store == NULL)
    {
      conclude (writing, error);
      return;
    }
  writing->stream = g_unix_output_stream_new (writing->fd, FALSE);
  writing->export = ft_export_new (FT_EXPORT_ICS, ft_store_get_clock (store), writing->stream);
  ft_export_begin (writing->export, pieces, ft_store_get_settings (store), NULL);
  read_slice (g_steal_pointer (&writing), 0);
}

static void
begin (FtCalendarFile *self)
{
  Writing *writing = g_new0 (Writing, 1);

  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  writing->file = g_object_ref (self);
  writing->cancellable = g_object_ref (self->cancellable);
  writing->started = g_get_monotonic_time ();
  writing->kept_since = ft_clock_now (ft_store_get_clock (self->store)) - KEPT_SECONDS;
  writing->path = g_file_get_path (self->file);
  writing->part = g_strconcat (writing->path, ".part", NULL);
  writing->fd = -1;
  run (writing, open_part, opened_cb);
}

/* --- When --- */

static gboolean
timer_cb (gpointer data)
{
  FtCalendarFile *self = data;

  self->timer = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (FtCalendarFile *self, guint delay)
{
  gint64 rest = (self->earliest - g_get_monotonic_time ()) / 1000;

  if (self->cancellable != NULL)
    self->again = TRUE;
  else if (self->timer == 0)
    self->timer = g_timeout_add (CLAMP (rest, delay, G_MAXINT), timer_cb, self);
}

void
ft_calendar_file_update (FtCalendarFile *self)
{
  g_return_if_fail (FT_IS_CALENDAR_FILE (self));

  if (self->wanted)
    schedule (self, DELAY_MS);
}

static void
stop (FtCalendarFile *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
follow_settings (FtCalendarFile *self)
{
  gboolean was_wanted = self->wanted;

  self->wanted = ft_store_get_settings (self->store)->calendar_file;
  if (self->wanted)
    {
      schedule (self, was_wanted ? DELAY_MS : 0);
    }
  else if (was_wanted)
    {
      stop (self);
      if (self->cancellable == NULL)
        delete_file (self);
    }
}

static gboolean
finish_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
ft_calendar_file_finish (FtCalendarFile *self)
{
  gboolean over = FALSE;
  guint patience;

  g_return_if_fail (FT_IS_CALENDAR_FILE (self));

  patience = g_timeout_add (PATIENCE_US / 1000, finish_cb, &over);
  while (!over && (self->timer != 0 || self->cancellable != NULL || self->deleting))
    {
      /* What went wrong before would only go wrong again. */
      if (self->timer != 0 && self->complaint != NULL)
        break;
      if (self->timer != 0)
        {
          g_clear_handle_id (&self->timer, g_source_remove);
          begin (self);
        }
      self->earliest = 0;
      g_main_context_iteration (NULL, TRUE);
    }
  if (!over)
    g_source_remove (patience);
}

void
ft_calendar_file_stop (FtCalendarFile *self)
{
  g_return_if_fail (FT_IS_CALENDAR_FILE (self));

  g_object_run_dispose (G_OBJECT (self));
}

/* --- Class --- */

static void
ft_calendar_file_dispose (GObject *object)
{
  FtCalendarFile *self = FT_CALENDAR_FILE (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_calendar_file_parent_class)->dispose (object);
}

static void
ft_calendar_file_finalize (GObject *object)
{
  FtCalendarFile *self = FT_CALENDAR_FILE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_free (self->complaint);

  G_OBJECT_CLASS (ft_calendar_file_parent_class)->finalize (object);
}

static void
ft_calendar_file_class_init (FtCalendarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ft_calendar_file_dispose;
  G_OBJECT_CLASS (klass)->finalize = ft_calendar_file_finalize;

  signals[FAILED] = g_signal_new ("failed", FT_TYPE_CALENDAR_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ft_calendar_file_init (FtCalendarFile *self)
{
}

FtCalendarFile *
ft_calendar_file_new (FtStore *store)
{
  FtCalendarFile *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_CALENDAR_FILE, NULL);
  path = ft_export_dup_calendar_path (ft_store_get_path (store));
  self->store = g_object_ref (store);
  self->file = g_file_new_for_path (path);
  self->wanted = ft_store_get_settings (store)->calendar_file;
  g_signal_connect_object (store, "changed", G_CALLBACK (ft_calendar_file_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::settings", G_CALLBACK (follow_settings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ft_store_get_clock (store), "changed",
                           G_CALLBACK (ft_calendar_file_update), self, G_CONNECT_SWAPPED);
  return self;
}
