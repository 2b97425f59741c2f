#define G_LOG_DOMAIN "ft-store"

#include "store/ft-keep.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/ft-store.h"

#define BUFFER_SIZE (64 * 1024)
#define HASH_LENGTH 64

char *
ft_keep_dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return g_build_filename (folder, "pieces", NULL);
}

gboolean
ft_keep_is_hash (const char *hash)
{
  return strlen (hash) == HASH_LENGTH && strspn (hash, "0123456789abcdef") == HASH_LENGTH;
}

static void
set_read_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_path_get_basename (path);
  g_set_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO,
               _ ("“%s” could not be read: %s. Nothing was added; choose the file again."), name,
               reason);
}

static void
set_write_error (GError **error, int code)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error_literal (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL,
                         _ ("There is no room on the disk to keep a copy of the file. Make room "
                            "and add it again."));
  else if (code == EFBIG)
    g_set_error_literal (error, FT_STORE_ERROR, FT_STORE_ERROR_FULL,
                         _ ("The file is larger than the system, or the disk, lets a copy of it "
                            "be. Add a link to it instead."));
  else
    g_set_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO,
                 _ ("A copy of the file could not be kept: %s. Nothing was added."),
                 g_strerror (code));
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= written;
    }
  return TRUE;
}

/* What @input has goes to @fd and, summed up, to @checksum. */
static gboolean
copy_content (GInputStream *input,
              const char *path,
              int fd,
              GChecksum *checksum,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  gssize size;
  g_autoptr (GError) failure = NULL;

  while ((size = g_input_stream_read (input, buffer, BUFFER_SIZE, cancellable, &failure)) > 0)
    {
      g_checksum_update (checksum, buffer, size);
      if (!write_all (fd, buffer, size))
        {
          set_write_error (error, errno);
          return FALSE;
        }
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (failure)
    set_read_error (error, path, failure->message);
  /* The database will say that it is there, so it has to be there after a power cut. */
  else if (fsync (fd) != 0)
    set_write_error (error, errno);
  else
    return TRUE;
  return FALSE;
}

/* Gives the copy its name. What has it already is the same. */
static gboolean
settle (const char *copy, const char *folder, const char *hash, GError **error)
{
  g_autofree char *kept = g_build_filename (folder, hash, NULL);
  int fd;

  if (g_rename (copy, kept) != 0)
    {
      set_write_error (error, errno);
      return FALSE;
    }
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      g_close (fd, NULL);
    }
  return TRUE;
}

/* (transfer full), the name of what @input has; @path: of what it is, for the words. */
static char *
keep_stream (const char *folder,
             GInputStream *input,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *copy = g_build_filename (folder, ".new-XXXXXX", NULL);
  gboolean done;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || (fd = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      set_write_error (error, errno);
      return NULL;
    }
  done = copy_content (input, path, fd, checksum, cancellable, error);
  g_close (fd, NULL);
  if (done && settle (copy, folder, g_checksum_get_string (checksum), error))
    return g_strdup (g_checksum_get_string (checksum));
  g_unlink (copy);
  return NULL;
}

char *
ft_keep_copy (const char *folder, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GError) failure = NULL;

  input = g_file_read (file, cancellable, &failure);
  if (input)
    return keep_stream (folder, G_INPUT_STREAM (input), path, cancellable, error);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_read_error (error, path, failure->message);
  return NULL;
}

char *
ft_keep_bytes (const char *folder, GBytes *content, gboolean *made, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autofree char *kept = g_build_filename (folder, hash, NULL);
  g_autoptr (GInputStream) input = NULL;

  *made = !g_file_test (kept, G_FILE_TEST_EXISTS);
  if (!*made)
    return g_steal_pointer (&hash);
  input = g_memory_input_stream_new_from_bytes (content);
  return keep_stream (folder, input, kept, NULL, error);
}

gboolean
ft_keep_take (const char *folder, const char *from, const char *hash, GError **error)
{
  g_autofree char *source = g_build_filename (from, hash, NULL);
  g_autofree char *target = g_build_filename (folder, hash, NULL);
  g_autofree char *kept = NULL;

  if (!ft_keep_is_hash (hash) || g_file_test (target, G_FILE_TEST_EXISTS)
      || !g_file_test (source, G_FILE_TEST_EXISTS))
    return TRUE;
  kept = ft_keep_copy (folder, source, NULL, error);
  return kept != NULL;
}
