#include "interchange/ft-export.h"
#include "interchange/ft-import-source.h"

#include <glib/gstdio.h>
#include <string.h>

/* What pieces have as files goes with the JSON export, and comes back the same (A5). */

#define N_PIECES 5

typedef struct
{
  char *folder;
  GPtrArray *pieces;   /* FtPieceRow */
  GBytes *contents[3]; /* a large one, an empty one, and one that is missing */
} Fixture;

static char *
hash_of (GBytes *content)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
}

static void
add_piece (Fixture *fixture, const char *name, const char *hash)
{
  g_autoptr (FtPieceData) piece = ft_piece_data_new (name, FT_PIECE_DOCUMENT);

  piece->id = fixture->pieces->len + 1;
  g_free (piece->uid);
  piece->uid = g_strdup_printf ("piece-%u", fixture->pieces->len);
  g_free (piece->file_hash);
  piece->file_hash = g_strdup (hash);
  g_ptr_array_add (fixture->pieces, ft_piece_row_new (piece, 0, 0));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  /* No part of it ends where a base64 group does. */
  gsize size = 200001;
  guint8 *large = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    large[i] = (i * 31 + i / 251) & 0xff;
  fixture->folder = g_dir_make_tmp ("ft-attachments-XXXXXX", NULL);
  fixture->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_row_unref);
  fixture->contents[0] = g_bytes_new_take (large, size);
  fixture->contents[1] = g_bytes_new ("", 0);
  fixture->contents[2] = g_bytes_new ("gone", 4);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *hash = hash_of (fixture->contents[i]);
      g_autofree char *path = g_build_filename (fixture->folder, hash, NULL);
      gsize length;
      const char *content = g_bytes_get_data (fixture->contents[i], &length);

      if (i < 2)
        g_assert_true (g_file_set_contents (path, content ? content : "", length, NULL));
      add_piece (fixture, "Brochure", hash);
    }
  {
    g_autofree char *hash = hash_of (fixture->contents[0]);
    add_piece (fixture, "The same brochure again", hash);
  }
  add_piece (fixture, "A way out",
             "../../../../../../../../../../../../../../../../../../../../etc/os");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *hash = hash_of (fixture->contents[i]);
      g_autofree char *path = g_build_filename (fixture->folder, hash, NULL);
      g_unlink (path);
      g_bytes_unref (fixture->contents[i]);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_ptr_array_unref (fixture->pieces);
  g_free (fixture->folder);
}

static GBytes *
export_all (Fixture *fixture, const char *folder)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1795420800, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (FT_EXPORT_JSON, clock, stream);
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  g_autoptr (FtLeadCard) card = ft_lead_card_new (lead);
  g_autoptr (GError) error = NULL;

  if (folder)
    ft_export_set_files (export, folder);
  ft_export_begin (export, fixture->pieces, settings, &error);
  g_assert_no_error (error);
  g_assert_true (ft_export_add (export, card, NULL));
  g_assert_true (ft_export_finish (export, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static FtImportSource *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  FtImportSource *source = ft_import_source_new ("export", bytes, FT_ENCODING_AUTO, 0,
                                                 ft_civil (2026, 11, 21, 12, 0), &error);
  g_assert_no_error (error);
  return source;
}

static void
test_a5_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = export_all (fixture, fixture->folder);
  g_autoptr (FtImportSource) source = open_bytes (bytes);

  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto (FtImportRow) row = { NULL };

      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_cmpstr (row.lead->name, ==, "Anna");
      g_assert_cmpuint (row.pieces->len, ==, N_PIECES);
      g_assert_null (row.attachment);
      /* Each once; what is missing is left out, and what leads elsewhere. */
      for (guint i = 0; i < 2; i++)
        {
          ft_import_row_clear (&row);
          g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
          g_assert_cmpstr (row.reason, ==, NULL);
          g_assert_null (row.lead);
          g_assert_true (g_bytes_equal (row.attachment, fixture->contents[i]));
        }
      ft_import_row_clear (&row);
      g_assert_false (ft_import_source_next (source, &row, NULL, NULL));
      ft_import_source_rewind (source);
    }
}

/* Nobody said where the files are: the pieces go without. */
static void
test_without_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = export_all (fixture, NULL);
  g_autoptr (FtImportSource) source = open_bytes (bytes);
  g_auto (FtImportRow) row = { NULL };

  g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
  g_assert_cmpuint (row.pieces->len, ==, N_PIECES);
  ft_import_row_clear (&row);
  g_assert_false (ft_import_source_next (source, &row, NULL, NULL));
}

/* Content that is not what its hash says is refused, and what stands around it is taken. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = {
    "{\"hash\":\"abc\",\"content\":\"AAAA\"}",
    "{\"hash\":\"abc\"}",
    "{}",
    "[]",
    "17",
    "{\"hash\":7,\"content\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("{\"format\":\"follow-through\",\"version\":1,\"files\":[\n%s,\n"
                             "{\"hash\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b"
                             "7852b855\",\"content\":\"\"}],\n\"leads\":[{\"name\":\"Anna\"}]}",
                             files[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (FtImportSource) source = open_bytes (bytes);
      g_auto (FtImportRow) row = { NULL };

      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_cmpstr (row.lead->name, ==, "Anna");
      ft_import_row_clear (&row);
      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_nonnull (row.reason);
      g_assert_null (row.attachment);
      g_assert_cmpuint (row.line, ==, 2);
      ft_import_row_clear (&row);
      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_cmpuint (g_bytes_get_size (row.attachment), ==, 0);
      ft_import_row_clear (&row);
      g_assert_false (ft_import_source_next (source, &row, NULL, NULL));
    }
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/attachments/a5-round-trip", test_a5_round_trip);
  TEST ("/attachments/without-files", test_without_files);
  TEST ("/attachments/damaged", test_damaged);
  return g_test_run ();
}
