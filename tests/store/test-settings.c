#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
save (Fixture *fixture, const FtSettings *settings)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ft_store_save_settings_async (fixture->store, settings, NULL, keep_result, &result);
  g_assert_true (ft_store_save_settings_finish (fixture->store, await_result (&result), &error));
  g_assert_no_error (error);
}

static void
count_cb (FtStore *store, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtSettings) usual = ft_settings_new ();
  g_autoptr (FtSettings) changed = ft_settings_copy (ft_store_get_settings (fixture->store));
  guint n_notified = 0;

  g_assert_true (ft_settings_equal (ft_store_get_settings (fixture->store), usual));
  g_signal_connect (fixture->store, "notify::settings", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (ft_settings_set (changed, "interval", "10"));
  g_assert_true (ft_settings_set (changed, "hints", "0"));
  g_assert_true (ft_settings_set (changed, "currency", "EUR"));
  save (fixture, changed);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (ft_settings_equal (ft_store_get_settings (fixture->store), changed));
  save (fixture, changed);
  g_assert_cmpuint (n_notified, ==, 1);

  /* No change of records, and nothing to undo. */
  g_assert_cmpuint (fixture->changes->len, ==, 0);
  g_assert_null (ft_store_get_undo_label (fixture->store));

  fixture_reopen (fixture);
  g_assert_true (ft_settings_equal (ft_store_get_settings (fixture->store), changed));
  save (fixture, usual);
  fixture_reopen (fixture);
  g_assert_true (ft_settings_equal (ft_store_get_settings (fixture->store), usual));
}

/* Saved settings are a copy: who edits theirs on changes nothing here. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FtSettings) settings = ft_settings_copy (ft_store_get_settings (fixture->store));

  settings->interval = 9;
  save (fixture, settings);
  settings->interval = 11;
  g_assert_cmpint (ft_store_get_settings (fixture->store)->interval, ==, 9);
}

/* --- Pieces --- */

static GPtrArray *
read_pieces (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  ft_store_read_pieces_async (fixture->store, NULL, keep_result, &result);
  rows = ft_store_read_pieces_finish (fixture->store, await_result (&result), &error);
  g_assert_no_error (error);
  return rows;
}

static char *
describe_pieces (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = read_pieces (fixture);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      FtPieceRow *row = rows->pdata[i];
      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", row->piece->name, row->n_given);
    }
  return g_string_free (text, FALSE);
}

#define assert_pieces(fixture, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = describe_pieces (fixture);                                            \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static FtChangeSet *
last_change (Fixture *fixture)
{
  return fixture->changes->pdata[fixture->changes->len - 1];
}

static void
put_piece (Fixture *fixture, FtPieceData *piece)
{
  g_autoptr (FtEdit) edit = ft_edit_new ("piece");
  g_autoptr (FtChangeSet) change = NULL;

  if (piece->id == 0)
    piece->id = ft_edit_new_id (edit);
  ft_edit_put_piece (edit, piece);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
  g_assert_true (change->pieces);
  g_assert_cmpuint (change->leads->len, ==, 0);
}

static void
give (Fixture *fixture, gint64 lead_id, gint64 piece_id)
{
  g_autoptr (FtContactData) contact
      = ft_contact_data_new (lead_id, NOW, FT_CHANNEL_VISIT, FT_OUTCOME_REACHED);
  g_autoptr (FtEdit) edit = ft_edit_new ("give");
  g_autoptr (FtChangeSet) change = NULL;

  contact->id = ft_edit_new_id (edit);
  contact->piece_id = piece_id;
  ft_edit_put_contact (edit, contact);
  change = sync_apply (fixture->store, edit, NULL);
  g_assert_nonnull (change);
}

/* A5: the library and its ledger, with every step undone and made again. */
static void
test_pieces_a5 (Fixture *fixture, gconstpointer data)
{
  gint64 lead = add_lead (fixture, "Anna", NULL);
  g_autoptr (FtPieceData) study = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
  g_autoptr (FtPieceData) sample = ft_piece_data_new ("Sample", FT_PIECE_SAMPLE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (FtPieceData) retired = NULL;
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;

  study->created_at = NOW;
  sample->created_at = NOW + 1;
  g_assert_false (last_change (fixture)->pieces);
  put_piece (fixture, study);
  put_piece (fixture, sample);
  assert_pieces (fixture, "Case study 0, Sample 0");

  rows = read_pieces (fixture);
  retired = ft_piece_data_copy (((FtPieceRow *) rows->pdata[0])->piece);
  give (fixture, lead, retired->id);
  g_assert_true (last_change (fixture)->pieces);
  give (fixture, lead, 0);
  g_assert_false (last_change (fixture)->pieces);
  assert_pieces (fixture, "Case study 1, Sample 0");

  retired->retired = TRUE;
  put_piece (fixture, retired);
  assert_pieces (fixture, "Sample 0, Case study 1");
  undone = sync_undo (fixture->store, NULL);
  g_assert_true (undone->pieces);
  assert_pieces (fixture, "Case study 1, Sample 0");
  redone = sync_redo (fixture->store, NULL);
  g_assert_true (redone->pieces);
  fixture_reopen (fixture);
  assert_pieces (fixture, "Sample 0, Case study 1");
}

/* --- Attachments --- */

static char *
keep (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_keep_file_async (fixture->store, path, NULL, keep_result, &result);
  return ft_store_keep_file_finish (fixture->store, await_result (&result), error);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  g_clear_pointer (&dir, g_dir_close);
  return n;
}

static void
test_file_a5 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "brochure.pdf", NULL);
  g_autofree char *content = g_strnfill (200000, 'x');
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Brochure", FT_PIECE_DOCUMENT);
  g_autofree char *hash = NULL;
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *read = NULL;
  g_autofree char *folder = NULL;
  GStatBuf info;

  g_assert_null (ft_store_dup_piece_path (fixture->store, piece));
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  hash = keep (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  g_free (piece->file_hash);
  piece->file_hash = g_strdup (hash);
  kept = ft_store_dup_piece_path (fixture->store, piece);
  g_assert_true (g_file_get_contents (kept, &read, NULL, NULL));
  g_assert_cmpstr (read, ==, content);
  g_assert_cmpint (g_stat (kept, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  folder = g_path_get_dirname (kept);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  again = keep (fixture, path, NULL);
  g_assert_cmpstr (again, ==, hash);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_file_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "", "../../.bashrc", "ABC", "zz" };
  g_autoptr (FtPieceData) piece = ft_piece_data_new ("Brochure", FT_PIECE_DOCUMENT);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_null (keep (fixture, missing, &error));
  g_assert_error (error, FT_STORE_ERROR, FT_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "missing.pdf"));
  g_assert_null (keep (fixture, fixture->folder, &folder_error));
  g_assert_error (folder_error, FT_STORE_ERROR, FT_STORE_ERROR_IO);

  /* What an import could bring leads nowhere else. */
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_free (piece->file_hash);
      piece->file_hash = g_strdup (names[i]);
      g_assert_null (ft_store_dup_piece_path (fixture->store, piece));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/settings/kept", test_kept);
  FIXTURE_ADD ("/store/settings/copied", test_copied);
  FIXTURE_ADD ("/store/pieces/A5", test_pieces_a5);
  FIXTURE_ADD ("/store/pieces/A5/file", test_file_a5);
  FIXTURE_ADD ("/store/pieces/A5/file-refused", test_file_refused);
  return g_test_run ();
}
