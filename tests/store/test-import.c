#include "store-fixture.h"

#include <string.h>

/* Rows as a test writes them: "uid|name|company|phone|email|notes", or "!reason". */
typedef struct
{
  const char *const *rows;
  guint next;
  int fail_at;               /* -1 for never */
  GCancellable *cancellable; /* to cancel at @fail_at */
  gboolean with_promise;
} Source;

static gboolean
next_row (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  Source *source = data;
  const char *text = source->rows[source->next];
  g_auto (GStrv) fields = NULL;

  if ((int) source->next == source->fail_at)
    {
      if (!source->cancellable)
        {
          g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "the stick was pulled out");
          return FALSE;
        }
      g_cancellable_cancel (source->cancellable);
    }
  if (!text)
    return FALSE;
  row->file = g_strdup ("leads.csv");
  row->line = ++source->next + 1;
  *fraction = (double) source->next / g_strv_length ((char **) source->rows);
  if (*text == '!')
    {
      row->reason = g_strdup (text + 1);
      return TRUE;
    }
  fields = g_strsplit (text, "|", 6);
  row->lead = ft_lead_data_new (fields[1]);
  g_free (row->lead->uid);
  row->lead->uid = g_strdup (fields[0]);
  g_free (row->lead->company);
  row->lead->company = g_strdup (fields[2]);
  if (*fields[3])
    g_ptr_array_add (row->lead->phones, ft_reach_new ("work", fields[3]));
  if (*fields[4])
    g_ptr_array_add (row->lead->emails, ft_reach_new ("", fields[4]));
  g_free (row->lead->notes);
  row->lead->notes = g_strdup (fields[5]);
  if (source->with_promise)
    {
      FtPromiseData *promise = new_promise (0, 10, 5);
      FtContactData *contact
          = ft_contact_data_new (0, NOW - DAY, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
      promise->id = -1;
      contact->promise_id = -1;
      row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
      row->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
      g_ptr_array_add (row->promises, promise);
      g_ptr_array_add (row->contacts, contact);
    }
  return TRUE;
}

static void
assert_import_full (Fixture *fixture,
                    Source source,
                    FtImportFlags flags,
                    guint created,
                    guint merged,
                    guint unchanged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result
      = sync_import (fixture->store, next_row, &source, flags, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->created, ==, created);
  g_assert_cmpuint (result->merged, ==, merged);
  g_assert_cmpuint (result->unchanged, ==, unchanged);
}

static void
assert_import (
    Fixture *fixture, const char *const *rows, guint created, guint merged, guint unchanged)
{
  assert_import_full (fixture, (Source){ rows, 0, -1, NULL, FALSE }, FT_IMPORT_DEFAULT, created,
                      merged, unchanged);
}

static const char *const three[]
    = { "|Anna Berg|Berg Roofing|030 1234567|anna@berg.example|met at the fair",
        "|Bert Oz|Oz Pools||bert@oz.example|", "|Carla Klein|||carla@klein.example|", NULL };

/* One row with a library, and one that names a piece of it. */
static gboolean
next_with_pieces (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  guint *n = data;
  FtPieceData *piece;
  FtContactData *contact;
  FtPromiseData *promise;

  if (++*n > 2)
    return FALSE;
  row->file = g_strdup ("leads.json");
  row->line = *n;
  if (*n == 1)
    {
      piece = ft_piece_data_new ("Case study", FT_PIECE_DOCUMENT);
      piece->id = -1;
      g_free (piece->uid);
      piece->uid = g_strdup ("piece-1");
      row->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_data_unref);
      g_ptr_array_add (row->pieces, piece);
      row->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (row->settings, g_strdup ("interval"), g_strdup ("12"));
      g_hash_table_insert (row->settings, g_strdup ("hints"), g_strdup ("7"));
      g_hash_table_insert (row->settings, g_strdup ("unknown"), g_strdup ("7"));
      return TRUE;
    }
  row->lead = ft_lead_data_new ("Anna Berg");
  contact = ft_contact_data_new (0, NOW - DAY, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);
  promise = new_promise (0, 10, 5);
  promise->id = -1;
  contact->piece_id = promise->piece_id = -1;
  row->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_promise_data_unref);
  row->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_contact_data_unref);
  g_ptr_array_add (row->promises, promise);
  g_ptr_array_add (row->contacts, contact);
  return TRUE;
}

static GPtrArray *
read_pieces (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ft_store_read_pieces_async (fixture->store, NULL, keep_result, &result);
  return ft_store_read_pieces_finish (fixture->store, await_result (&result), NULL);
}

static void
import_pieces (Fixture *fixture, guint created, guint unchanged)
{
  guint n = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) result
      = sync_import (fixture->store, next_with_pieces, &n, FT_IMPORT_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->created, ==, created);
  g_assert_cmpuint (result->unchanged, ==, unchanged);
}

static FtLeadCard *find_card (Fixture *fixture, const char *search);

/* A5: the ledger comes along, and twice is once; settings of one's own stay. */
static void
test_library (Fixture *fixture, gconstpointer data)
{
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (FtLeadCard) card = NULL;
      FtPieceRow *row;

      import_pieces (fixture, pass == 0, pass);
      rows = read_pieces (fixture);
      card = find_card (fixture, "Anna");
      g_assert_cmpuint (rows->len, ==, 1);
      row = rows->pdata[0];
      g_assert_cmpstr (row->piece->uid, ==, "piece-1");
      g_assert_cmpuint (row->n_given, ==, 1);
      g_assert_cmpint (((FtPromiseData *) card->promises->pdata[0])->piece_id, ==, row->piece->id);
      g_assert_cmpint (((FtContactData *) card->contacts->pdata[0])->piece_id, ==, row->piece->id);
      g_assert_cmpint (ft_store_get_settings (fixture->store)->interval, ==, 12);
      g_assert_true (ft_store_get_settings (fixture->store)->hints);
    }
  {
    g_autoptr (FtChangeSet) undone = sync_undo (fixture->store, NULL);
    g_autoptr (GPtrArray) rows = read_pieces (fixture);
    g_assert_nonnull (undone);
    g_assert_cmpuint (rows->len, ==, 0);
  }
}

static FtLeadCard *
find_card (Fixture *fixture, const char *search)
{
  g_autoptr (GArray) ids
      = sync_query (fixture->store, FT_FILTER_ALL, fixture_bounds (fixture), search);
  g_assert_cmpuint (ids->len, ==, 1);
  return sync_card (fixture->store, g_array_index (ids, gint64, 0));
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  FtChangeSet *change;
  g_autoptr (FtChangeSet) undone = NULL;
  g_autoptr (FtChangeSet) redone = NULL;

  assert_import (fixture, three, 3, 0, 0);
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  change = fixture->changes->pdata[0];
  g_assert_true (change->everything);
  g_assert_cmpstr (change->label, ==, "Import");
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Anna Berg, Bert Oz, Carla Klein");
  assert_leads (fixture, FT_FILTER_ALL, "fair", "Anna Berg");

  assert_import (fixture, three, 0, 0, 3);
  /* What changed nothing is nothing to undo. */
  g_assert_cmpuint (fixture->changes->len, ==, 1);
  undone = sync_undo (fixture->store, NULL);
  g_assert_cmpuint (undone->leads->len, ==, 3);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "");
  g_assert_null (ft_store_get_undo_label (fixture->store));
  redone = sync_redo (fixture->store, NULL);
  assert_leads (fixture, FT_FILTER_WITHOUT, NULL, "Anna Berg, Bert Oz, Carla Klein");
  assert_import (fixture, three, 0, 0, 3);
}

static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[]
      = { "!a quote is not closed", "|Anna||||", "|  ||030 1||", "||Berg|||", NULL };
  Source source = { rows, 0, -1, NULL, FALSE };
  g_autoptr (FtImportResult) result
      = sync_import (fixture->store, next_row, &source, FT_IMPORT_DEFAULT, NULL, NULL);
  FtImportReject *reject;

  g_assert_cmpuint (result->created, ==, 1);
  g_assert_cmpuint (result->rejected->len, ==, 3);
  reject = result->rejected->pdata[0];
  g_assert_cmpstr (reject->file, ==, "leads.csv");
  g_assert_cmpuint (reject->line, ==, 2);
  g_assert_cmpstr (reject->reason, ==, "a quote is not closed");
  reject = result->rejected->pdata[1];
  g_assert_cmpuint (reject->line, ==, 4);
}

static void
test_recognised (Fixture *fixture, gconstpointer data)
{
  static const char *const more[]
      = { "|anna berg|BERG roofing|||",                    /* name and company */
          "|A. Berg||+49 30 1234567||",                    /* number written another way */
          "|Anna B. Berg||| ANNA@berg.example|likes wood", /* address, and something new */
          "|Bert Oz|Oz Pools|0171 5556677||",              /* a number he did not have */
          "|Dora Berg|Berg Roofing|030 1234567||",         /* at the same telephone */
          NULL };
  g_autoptr (FtLeadCard) anna = NULL;
  g_autoptr (FtLeadCard) bert = NULL;

  assert_import (fixture, three, 3, 0, 0);
  assert_import (fixture, more, 1, 2, 2);
  anna = find_card (fixture, "anna@berg");
  g_assert_cmpstr (anna->lead->name, ==, "Anna Berg");
  g_assert_cmpstr (anna->lead->company, ==, "Berg Roofing");
  g_assert_cmpstr (anna->lead->notes, ==, "met at the fair\nlikes wood");
  g_assert_cmpuint (anna->lead->phones->len, ==, 1);
  g_assert_cmpstr (ft_lead_data_get_phone (anna->lead), ==, "030 1234567");
  bert = find_card (fixture, "bert oz");
  g_assert_cmpstr (ft_lead_data_get_phone (bert->lead), ==, "0171 5556677");
  assert_import (fixture, more, 0, 0, 5);
}

static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  /* Two people, by all that is known; and one who is known by name alone. */
  static const char *const rows[]
      = { "|John Smith|||john@a.example|", "|John Smith|||smith@b.example|", "|Mary Major||||",
          "|Mary Major||030 99887766||", NULL };

  assert_import (fixture, rows, 3, 1, 0);
  assert_import (fixture, rows, 0, 0, 4);
}

static void
test_duplicates_in_file (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "|Anna Berg||030 1234567||", "|Anna Berg||030-1234567||",
                                      "|Anna Berg||0049 30 1234567|a@b.example|", NULL };
  g_autoptr (FtLeadCard) card = NULL;

  assert_import (fixture, rows, 1, 1, 1);
  card = find_card (fixture, "anna");
  g_assert_cmpuint (card->lead->phones->len, ==, 1);
  g_assert_cmpuint (card->lead->emails->len, ==, 1);
}

static void
test_uids (Fixture *fixture, gconstpointer data)
{
  /* An own export knows that these are two, and that one was renamed since. */
  static const char *const rows[] = { "u1|Anna Berg|Berg|||", "u2|Anna Berg|Berg|||", NULL };
  static const char *const renamed[] = { "u1|Anna Klein|Berg|||", "u2|Anna Berg|Berg|||", NULL };

  assert_import (fixture, rows, 2, 0, 0);
  assert_import (fixture, rows, 0, 0, 2);
  assert_import (fixture, renamed, 0, 0, 2);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Anna Berg, Anna Berg");
}

static void
test_promises (Fixture *fixture, gconstpointer data)
{
  Source source = { three, 0, -1, NULL, TRUE };
  g_autoptr (FtLeadCard) card = NULL;
  FtContactData *contact;

  assert_import_full (fixture, source, FT_IMPORT_DEFAULT, 3, 0, 0);
  assert_import_full (fixture, source, FT_IMPORT_DEFAULT, 0, 0, 3);
  card = find_card (fixture, "anna");
  g_assert_cmpuint (card->promises->len, ==, 1);
  g_assert_cmpuint (card->contacts->len, ==, 1);
  contact = card->contacts->pdata[0];
  g_assert_cmpint (contact->promise_id, ==, ((FtPromiseData *) card->promises->pdata[0])->id);
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n[FT_FILTER_TODAY], ==,
                    3);
}

/* A promise that was moved since stays where it was moved to. */
static void
test_promise_not_brought_back (Fixture *fixture, gconstpointer data)
{
  Source source = { three, 0, -1, NULL, TRUE };
  g_autoptr (FtLeadCard) card = NULL;
  g_autoptr (FtLeadCard) after = NULL;
  g_autoptr (FtPromiseData) moved = NULL;

  assert_import_full (fixture, source, FT_IMPORT_DEFAULT, 3, 0, 0);
  card = find_card (fixture, "anna");
  moved = ft_promise_data_copy (card->promises->pdata[0]);
  moved->promised = ft_civil_add_days (moved->promised, 3);
  put_promise (fixture, moved);
  assert_import_full (fixture, source, FT_IMPORT_DEFAULT, 0, 0, 3);
  after = find_card (fixture, "anna");
  g_assert_cmpuint (after->promises->len, ==, 1);
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  Source source = { three, 0, -1, NULL, TRUE };

  assert_import_full (fixture, source, FT_IMPORT_DRY_RUN, 3, 0, 0);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "");
  g_assert_null (ft_store_get_undo_label (fixture->store));
  g_assert_cmpuint (fixture->changes->len, ==, 0);
  assert_import_full (fixture, source, FT_IMPORT_DEFAULT, 3, 0, 0);
  assert_import_full (fixture, source, FT_IMPORT_DRY_RUN, 0, 0, 3);
}

/* A file, then a lead, then @fail_at. */
static gboolean
next_with_file (gpointer data, FtImportRow *row, double *fraction, GError **error)
{
  if (((Source *) data)->next > 0)
    return next_row (data, row, fraction, error);
  ((Source *) data)->next++;
  row->attachment = g_bytes_new ("a brochure", 10);
  return TRUE;
}

/* A5: what a piece has as a file is kept with the import, and not without it. */
static void
test_file_a5 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a brochure", -1);
  g_autofree char *folder = ft_store_dup_file_folder (fixture->store);
  g_autofree char *kept = g_build_filename (folder, hash, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportResult) imported = NULL;
  g_autoptr (FtImportResult) tried = NULL;
  Source dry = { three, 0, -1, NULL, FALSE };
  Source failing = { three, 0, 2, NULL, FALSE };
  Source whole = { three, 0, -1, NULL, FALSE };

  tried = sync_import (fixture->store, next_with_file, &dry, FT_IMPORT_DRY_RUN, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->created, ==, 2);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));

  g_assert_null (
      sync_import (fixture->store, next_with_file, &failing, FT_IMPORT_DEFAULT, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));

  imported = sync_import (fixture->store, next_with_file, &whole, FT_IMPORT_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imported->created, ==, 2);
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "a brochure");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Source source = { three, 0, 2, cancellable, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (
      sync_import (fixture->store, next_row, &source, FT_IMPORT_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "");
  assert_import (fixture, three, 3, 0, 0);
}

static void
test_source_fails (Fixture *fixture, gconstpointer data)
{
  Source source = { three, 0, 2, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  add_lead (fixture, "Zoe", NULL);
  g_assert_null (sync_import (fixture->store, next_row, &source, FT_IMPORT_DEFAULT, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_IO);
  assert_leads (fixture, FT_FILTER_ALL, NULL, "Zoe");
  g_assert_cmpstr (ft_store_get_undo_label (fixture->store), ==, "Zoe");
  g_assert_cmpuint (sync_count (fixture->store, fixture_bounds (fixture)).n_leads, ==, 1);
}

/* --- Progress --- */

typedef struct
{
  GThread *thread;
  double last;
  guint n;
  gboolean source_freed;
  gboolean answered;
} Watch;

static Watch *watch;

static void
progress_cb (double fraction, gpointer data)
{
  Watch *self = data;
  g_assert_true (g_thread_self () == self->thread);
  g_assert_false (self->answered);
  g_assert_cmpfloat (fraction, >=, self->last);
  self->last = fraction;
  self->n++;
}

static void
free_source (gpointer source)
{
  g_assert_true (g_thread_self () == watch->thread);
  watch->source_freed = TRUE;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rows = NULL;
  Source source = { NULL, 0, -1, NULL, FALSE };
  Watch self = { g_thread_self (), 0, 0, FALSE, FALSE };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (FtImportResult) result = NULL;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *row = g_strdup_printf ("|Lead %u||||", i);
      g_strv_builder_add (builder, row);
    }
  rows = g_strv_builder_end (builder);
  source.rows = (const char *const *) rows;
  watch = &self;
  ft_store_import_async (fixture->store, "Import", next_row, &source, free_source,
                         FT_IMPORT_DEFAULT, FT_IMPORT_NO_PROMISES, progress_cb, &self, NULL,
                         keep_result, &answer);
  result = ft_store_import_finish (fixture->store, await_result (&answer), NULL);
  self.answered = TRUE;
  g_assert_cmpuint (result->created, ==, 500);
  g_assert_cmpuint (self.n, >, 50);
  g_assert_cmpuint (self.n, <=, 101);
  g_clear_object (&answer);
  while (!self.source_freed)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/store/import/A5/library", test_library);
  FIXTURE_ADD ("/store/import/twice", test_twice);
  FIXTURE_ADD ("/store/import/rejected", test_rejected);
  FIXTURE_ADD ("/store/import/recognised", test_recognised);
  FIXTURE_ADD ("/store/import/same-name", test_same_name);
  FIXTURE_ADD ("/store/import/duplicates-in-file", test_duplicates_in_file);
  FIXTURE_ADD ("/store/import/uids", test_uids);
  FIXTURE_ADD ("/store/import/promises", test_promises);
  FIXTURE_ADD ("/store/import/promise-not-brought-back", test_promise_not_brought_back);
  FIXTURE_ADD ("/store/import/dry-run", test_dry_run);
  FIXTURE_ADD ("/store/import/A5/file", test_file_a5);
  FIXTURE_ADD ("/store/import/cancel", test_cancel);
  FIXTURE_ADD ("/store/import/source-fails", test_source_fails);
  FIXTURE_ADD ("/store/import/progress", test_progress);
  return g_test_run ();
}
