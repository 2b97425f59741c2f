#define G_LOG_DOMAIN "ft-test"

#include "round-trip-fixture.h"

#include <string.h>

/* --- And back --- */

static const char *
find_uid (GPtrArray *promises, gint64 id)
{
  for (guint i = 0; promises && id != 0 && i < promises->len; i++)
    if (((FtPromiseData *) promises->pdata[i])->id == id)
      return ((FtPromiseData *) promises->pdata[i])->uid;
  return "";
}

static void
assert_lead (const FtLeadData *a, const FtLeadData *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->notes, ==, b->notes);
  g_assert_cmpstr (a->street, ==, b->street);
  g_assert_cmpstr (a->uid, ==, b->uid);
  g_assert_true (ft_lead_data_equal (a, b));
}

static const char *
find_sale_uid (GPtrArray *sales, gint64 id)
{
  for (guint i = 0; sales && id != 0 && i < sales->len; i++)
    if (((FtSaleData *) sales->pdata[i])->id == id)
      return ((FtSaleData *) sales->pdata[i])->uid;
  return "";
}

static void
assert_promise (const FtPromiseData *promise, const FtPromiseData *b)
{
  g_autoptr (FtPromiseData) a = ft_promise_data_copy (promise);
  a->sale_id = b->sale_id; /* compared by uid */
  g_assert_cmpstr (a->purpose, ==, b->purpose);
  g_assert_cmpint (a->promised.minute, ==, b->promised.minute);
  g_assert_cmpstr (a->zone, ==, b->zone);
  g_assert_true (ft_promise_data_equal (a, b));
}

static void
assert_card (const FtLeadCard *card, const FtImportRow *row)
{
  g_assert_cmpstr (row->reason, ==, NULL);
  assert_lead (card->lead, row->lead);
  g_assert_cmpint (card->lead->created_at, ==, row->lead->created_at);
  g_assert_cmpuint (card->promises->len, ==, row->promises ? row->promises->len : 0);
  for (guint i = 0; i < card->promises->len; i++)
    {
      const FtPromiseData *a = card->promises->pdata[i];
      const FtPromiseData *b = row->promises->pdata[i];
      assert_promise (a, b);
      g_assert_cmpstr (find_sale_uid (card->sales, a->sale_id), ==,
                       find_sale_uid (row->sales, b->sale_id));
      g_assert_cmpint (a->promised.fold, ==, b->promised.fold);
      g_assert_cmpint (a->target.fold, ==, b->target.fold);
      g_assert_cmpint (a->cause, ==, b->cause);
      g_assert_cmpuint (a->steps, ==, b->steps);
      g_assert_cmpint (a->created_at, ==, b->created_at);
    }
  g_assert_cmpuint (card->sales->len, ==, row->sales ? row->sales->len : 0);
  for (guint i = 0; i < card->sales->len; i++)
    {
      const FtSaleData *a = card->sales->pdata[i];
      const FtSaleData *b = row->sales->pdata[i];
      g_assert_true (ft_sale_data_equal (a, b));
      g_assert_cmpint (a->created_at, ==, b->created_at);
    }
  g_assert_cmpuint (card->contacts->len, ==, row->contacts ? row->contacts->len : 0);
  for (guint i = 0; i < card->contacts->len; i++)
    {
      g_autoptr (FtContactData) a = ft_contact_data_copy (card->contacts->pdata[i]);
      FtContactData *b = row->contacts->pdata[i];
      g_assert_cmpstr (find_uid (card->promises, a->promise_id), ==,
                       find_uid (row->promises, b->promise_id));
      a->promise_id = b->promise_id;
      g_assert_true (ft_contact_data_equal (a, b));
    }
}

static GPtrArray *
new_library (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_piece_row_unref);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Piece \"%d\" & more\n", i);
      g_autoptr (FtPieceData) piece = ft_piece_data_new (name, i);
      piece->id = 100 + i;
      set_uid (&piece->uid, "piece", i);
      piece->head = i + 1;
      piece->retired = i == 2;
      piece->created_at = 1000 + i;
      g_free (piece->uri);
      piece->uri = g_strdup (i == 1 ? "https://example.com/a?b=c&d" : "");
      g_free (piece->file_hash);
      piece->file_hash = g_strdup (i == 0 ? "abc" : "");
      g_ptr_array_add (rows, ft_piece_row_new (piece, 0, 0));
    }
  return rows;
}

static GBytes *
export_library (GPtrArray *pieces, const FtSettings *settings, GPtrArray *cards)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1795420800, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (FT_EXPORT_JSON, clock, stream);

  g_assert_true (ft_export_begin (export, pieces, settings, NULL));
  for (guint i = 0; i < cards->len; i++)
    g_assert_true (ft_export_add (export, cards->pdata[i], NULL));
  g_assert_true (ft_export_finish (export, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_library (const FtImportRow *row, GPtrArray *pieces, GPtrArray *days_off)
{
  g_assert_cmpuint (row->pieces->len, ==, pieces->len);
  for (guint i = 0; i < pieces->len; i++)
    {
      const FtPieceData *a = ((FtPieceRow *) pieces->pdata[i])->piece;
      const FtPieceData *b = row->pieces->pdata[i];
      g_assert_true (ft_piece_data_equal (a, b));
      g_assert_cmpint (a->created_at, ==, b->created_at);
      g_assert_cmpint (b->id, ==, -1 - (int) i);
    }
  g_assert_cmpuint (row->days_off->len, ==, days_off->len);
  for (guint i = 0; i < days_off->len; i++)
    g_assert_true (ft_day_off_data_equal (row->days_off->pdata[i], days_off->pdata[i]));
  g_assert_cmpuint (g_hash_table_size (row->settings), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (row->settings, "sender"), ==, "12 \"Main\" St\nAustin");
  g_assert_cmpstr (g_hash_table_lookup (row->settings, "interval"), ==, "12");
  g_assert_cmpstr (g_hash_table_lookup (row->settings, "currency"), ==, "EUR");
}

static void
add_days_off (FtSettings *settings)
{
  g_autoptr (GPtrArray) days_off = ft_days_off_new ();
  gint32 day = ft_civil_all_day (2026, 12, 24).day;

  g_ptr_array_add (days_off, ft_day_off_data_new (FT_DAY_OFF_AWAY, day, day + 9, ""));
  g_ptr_array_add (days_off,
                   ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, day + 1, day + 1, "\"Noël\""));
  set_uid (&((FtDayOffData *) days_off->pdata[0])->uid, "day", 0);
  set_uid (&((FtDayOffData *) days_off->pdata[1])->uid, "day", 1);
  ft_settings_set_days_off (settings, days_off);
}

/* A5, E6: the library, who was given what, the days off and the settings. */
static void
test_json_library (void)
{
  g_autoptr (GPtrArray) pieces = new_library ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) cards
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);
  g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna");
  FtLeadCard *card = ft_lead_card_new (lead);
  FtPromiseData *promise
      = ft_promise_data_new (0, ft_civil (2026, 11, 27, 10, 0), "", FT_CHANNEL_PHONE);
  FtContactData *contact = ft_contact_data_new (0, 1000, FT_CHANNEL_VISIT, FT_OUTCOME_REACHED);

  ft_settings_set (settings, "interval", "12");
  ft_settings_set (settings, "currency", "EUR");
  ft_settings_set (settings, "sender", "12 \"Main\" St\nAustin");
  add_days_off (settings);
  set_uid (&lead->uid, "lead", 0);
  set_uid (&promise->uid, "promise", 0);
  promise->piece_id = 101;
  contact->piece_id = 102;
  g_ptr_array_add (card->promises, promise);
  g_ptr_array_add (card->contacts, contact);

  /* Without a lead, the library comes alone. */
  for (int with_lead = 0; with_lead < 2; with_lead++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FtImportSource) source = NULL;
      if (with_lead)
        g_ptr_array_add (cards, card);
      bytes = export_library (pieces, settings, cards);
      source = open_bytes (bytes, NULL);
      for (int pass = 0; pass < 2; pass++)
        {
          g_auto (FtImportRow) row = { NULL };
          g_auto (FtImportRow) end = { NULL };
          g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
          g_assert_cmpstr (row.reason, ==, NULL);
          assert_library (&row, pieces, settings->days_off);
          if (with_lead)
            {
              g_assert_cmpint (((FtPromiseData *) row.promises->pdata[0])->piece_id, ==, -2);
              g_assert_cmpint (((FtContactData *) row.contacts->pdata[0])->piece_id, ==, -3);
            }
          else
            g_assert_null (row.lead);
          g_assert_false (ft_import_source_next (source, &end, NULL, NULL));
          ft_import_source_rewind (source);
        }
    }
}

/* One piece that cannot be taken is said, with its line; the others are taken. */
static void
test_json_broken_piece (void)
{
  const char *text = "{\"format\":\"follow-through\",\"version\":1,\"leads\":[],\n"
                     "\"pieces\":[{\"name\":\"Good\"},\n{\"name\":\"\"},\n{\"name\":\"Bad\","
                     "\"kind\":\"song\"}],\"settings\":{\"hints\":true,\"interval\":[1]}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FtImportSource) source = open_bytes (bytes, NULL);
  FtImportRow row = { NULL };

  g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
  g_assert_cmpuint (row.pieces->len, ==, 1);
  ft_import_row_clear (&row);
  for (guint line = 3; line <= 4; line++)
    {
      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_nonnull (row.reason);
      g_assert_cmpuint (row.line, ==, line);
      ft_import_row_clear (&row);
    }
  g_assert_false (ft_import_source_next (source, &row, NULL, NULL));
}

static void
test_json (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) cards = random_cards (rand, 200, TRUE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_JSON, cards);
  g_autoptr (GBytes) again = export_cards (FT_EXPORT_JSON, cards);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportSource) source = open_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpint (ft_import_source_get_kind (source), ==, FT_IMPORT_KIND_JSON);
  g_assert_null (ft_import_source_get_mapping (source));
  for (int pass = 0; pass < 2; pass++)
    {
      FtImportRow row = { NULL };
      guint line = 0;
      for (guint i = 0; i < cards->len; i++)
        {
          g_assert_true (ft_import_source_next (source, &row, NULL, &error));
          g_assert_cmpuint (row.line, >, line);
          line = row.line;
          assert_card (cards->pdata[i], &row);
          ft_import_row_clear (&row);
        }
      g_assert_false (ft_import_source_next (source, &row, NULL, &error));
      g_assert_no_error (error);
      ft_import_source_rewind (source);
    }
}

/* Larger than what is held in memory: the arrays after the leads come from the disk. */
static void
test_json_spooled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) cards = random_cards (rand, 500, TRUE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_JSON, cards);
  g_autoptr (FtImportSource) source = open_bytes (bytes, NULL);
  FtImportRow row = { NULL };
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 400 * 1000);
  for (guint i = 0; i < cards->len; i++)
    {
      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      assert_card (cards->pdata[i], &row);
      ft_import_row_clear (&row);
    }
}

static void
test_csv (gconstpointer data)
{
  FtExportFormat format = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) cards = random_cards (rand, 200, FALSE);
  g_autoptr (GBytes) bytes = export_cards (format, cards);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportSource) source = open_bytes (bytes, &error);
  FtImportRow row = { NULL };
  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++)
    {
      const FtLeadCard *card = cards->pdata[i];
      guint n_rows = format == FT_EXPORT_CSV ? MAX (card->promises->len, 1) : 1;
      for (guint r = 0; r < n_rows; r++)
        {
          g_assert_true (ft_import_source_next (source, &row, NULL, &error));
          g_assert_cmpstr (row.reason, ==, NULL);
          assert_lead (card->lead, row.lead);
          g_assert_cmpuint (row.promises ? row.promises->len : 0, ==, MIN (card->promises->len, 1));
          if (row.promises)
            assert_promise (card->promises->pdata[r], row.promises->pdata[0]);
          ft_import_row_clear (&row);
        }
    }
  g_assert_false (ft_import_source_next (source, &row, NULL, &error));
  g_assert_no_error (error);
}

static void
test_vcard (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GPtrArray) cards = random_cards (rand, 300, FALSE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_VCARD, cards);
  g_autoptr (FtImportSource) source = open_bytes (bytes, NULL);
  FtImportRow row = { NULL };
  g_assert_cmpint (ft_import_source_get_kind (source), ==, FT_IMPORT_KIND_VCARD);
  for (guint i = 0; i < cards->len; i++)
    {
      const FtLeadData *lead = ((FtLeadCard *) cards->pdata[i])->lead;
      g_assert_true (ft_import_source_next (source, &row, NULL, NULL));
      g_assert_cmpstr (row.lead->uid, ==, lead->uid);
      g_assert_cmpstr (row.lead->name, ==, lead->name);
      g_assert_cmpstr (row.lead->company, ==, lead->company);
      g_assert_cmpstr (row.lead->role, ==, lead->role);
      g_assert_cmpstr (row.lead->street, ==, lead->street);
      g_assert_cmpstr (row.lead->city, ==, lead->city);
      g_assert_cmpstr (row.lead->country, ==, lead->country);
      g_assert_cmpstr (row.lead->notes, ==, lead->notes);
      g_assert_cmpuint (row.lead->phones->len, ==, lead->phones->len);
      for (guint p = 0; p < lead->phones->len; p++)
        {
          const FtReach *a = lead->phones->pdata[p];
          const FtReach *b = row.lead->phones->pdata[p];
          g_assert_cmpstr (a->value, ==, b->value);
          g_assert_cmpstr (a->label, ==, b->label);
        }
      ft_import_row_clear (&row);
    }
  g_assert_false (ft_import_source_next (source, &row, NULL, NULL));
}

/* No line of a vCard is longer than 75 bytes, and none is cut inside of a character. */
static void
test_vcard_folds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) cards = random_cards (rand, 100, FALSE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_VCARD, cards);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_spreadsheet_guard (void)
{
  static const char *const dangerous[] = { "=1+1", "+49 30", "-1", "@SUM(A1)", "\tx" };
  for (gsize i = 0; i < G_N_ELEMENTS (dangerous); i++)
    {
      g_autoptr (FtLeadData) lead = ft_lead_data_new (dangerous[i]);
      g_autoptr (GPtrArray) cards
          = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);
      g_autoptr (GBytes) exact = NULL;
      g_autoptr (GBytes) guarded = NULL;
      g_autofree char *wanted = g_strconcat ("\n\"'", dangerous[i], NULL);
      g_autofree char *raw = g_strconcat ("\n", dangerous[i], NULL);
      g_autofree char *raw_quoted = g_strconcat ("\n\"", dangerous[i], NULL);
      g_ptr_array_add (cards, ft_lead_card_new (lead));
      exact = export_cards (FT_EXPORT_CSV, cards);
      guarded = export_cards (FT_EXPORT_CSV_SPREADSHEET, cards);
      g_assert_nonnull (
          g_strstr_len (g_bytes_get_data (guarded, NULL), g_bytes_get_size (guarded), wanted));
      g_assert_null (
          g_strstr_len (g_bytes_get_data (exact, NULL), g_bytes_get_size (exact), wanted));
      g_assert_true (
          g_strstr_len (g_bytes_get_data (exact, NULL), g_bytes_get_size (exact), raw)
          || g_strstr_len (g_bytes_get_data (exact, NULL), g_bytes_get_size (exact), raw_quoted));
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GBytes) json = export_cards (FT_EXPORT_JSON, none);
  g_autoptr (GBytes) csv = export_cards (FT_EXPORT_CSV, none);
  g_autoptr (GBytes) vcard = export_cards (FT_EXPORT_VCARD, none);
  g_autoptr (FtImportSource) from_json = open_bytes (json, NULL);
  g_autoptr (FtImportSource) from_csv = open_bytes (csv, NULL);
  FtImportRow row = { NULL };
  double fraction = 0;
  g_assert_false (ft_import_source_next (from_json, &row, &fraction, NULL));
  g_assert_cmpfloat (fraction, ==, 1.0);
  g_assert_false (ft_import_source_next (from_csv, &row, &fraction, NULL));
  g_assert_cmpuint (g_bytes_get_size (vcard), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/json", test_json);
  g_test_add_func ("/round-trip/json/library", test_json_library);
  g_test_add_func ("/round-trip/json/broken-piece", test_json_broken_piece);
  g_test_add_func ("/round-trip/json-spooled", test_json_spooled);
  g_test_add_data_func ("/round-trip/csv", GINT_TO_POINTER (FT_EXPORT_CSV), test_csv);
  g_test_add_data_func ("/round-trip/csv-spreadsheet", GINT_TO_POINTER (FT_EXPORT_CSV_SPREADSHEET),
                        test_csv);
  g_test_add_func ("/round-trip/spreadsheet-guard", test_spreadsheet_guard);
  g_test_add_func ("/round-trip/vcard", test_vcard);
  g_test_add_func ("/round-trip/vcard-folds", test_vcard_folds);
  g_test_add_func ("/round-trip/empty", test_empty);
  return g_test_run ();
}
