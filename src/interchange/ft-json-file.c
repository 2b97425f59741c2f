#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-json-records.h"

#include <glib/gi18n-lib.h>

/* Read and written in parts of this size. */
#define PART (48 * 1024)

static gboolean
empty_into (GString *out, GOutputStream *stream, GError **error)
{
  gboolean written = g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);

  g_string_truncate (out, 0);
  return written;
}

static gboolean
write_content (GString *out, GInputStream *content, GOutputStream *stream, GError **error)
{
  g_autofree guchar *part = g_malloc (PART);
  /* What base64 makes of a part, of what was left of the one before it, and of the end. */
  g_autofree char *coded = g_malloc ((PART / 3 + 1) * 4 + 4 + 8);
  int state = 0, save = 0;
  gssize n;

  while ((n = g_input_stream_read (content, part, PART, NULL, error)) > 0)
    {
      gsize length = g_base64_encode_step (part, n, FALSE, coded, &state, &save);

      g_string_append_len (out, coded, length);
      if (!empty_into (out, stream, error))
        return FALSE;
    }
  if (n < 0)
    return FALSE;
  g_string_append_len (out, coded, g_base64_encode_close (FALSE, coded, &state, &save));
  return TRUE;
}

gboolean
ft_json_write_file (
    GString *out, const char *folder, const char *hash, GOutputStream *stream, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, hash, NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInputStream) content = g_file_read (file, NULL, &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return FALSE;
  if (!content)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_string_append (out, "{\"hash\":");
  ft_json_append_string (out, hash);
  g_string_append (out, ",\"content\":\"");
  if (!write_content (out, G_INPUT_STREAM (content), stream, error))
    return FALSE;
  g_string_append (out, "\"}");
  return TRUE;
}

GBytes *
ft_json_read_file (JsonObject *object, char **reason)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *hash = NULL;
  gsize length;
  guchar *decoded = g_base64_decode (ft_json_get_string (object, "content"), &length);

  content = g_bytes_new_take (decoded, length);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_str_equal (hash, ft_json_get_string (object, "hash")))
    return g_steal_pointer (&content);
  *reason = g_strdup (_ ("The file of a piece is damaged. Choose it again in the library."));
  return NULL;
}
