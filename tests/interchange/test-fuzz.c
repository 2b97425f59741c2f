#define G_LOG_DOMAIN "ft-test"

#include "fuzz.h"
#include "interchange/ft-export.h"
#include "interchange/ft-import-source.h"

#include <string.h>

/* Files as wires, disks, editors and other programs spoil them. Whatever comes: it ends, every row
 * is taken or refused with a reason and a line of the file, what is taken is text and within the
 * bounds of its record, a second reading finds the same, and what was taken can be exported and
 * read again. */

#define NOW G_GINT64_CONSTANT (1795420800)

/* --- What is spoilt --- */

static const char *const tables[] = {
  "google-1.csv",       "google-2.csv",         "hubspot.csv",        "no-header.csv",
  "ours.csv",           "outlook-de.csv",       "outlook-en.csv",     "plain-de.csv",
  "plain-es.csv",       "plain-fr.csv",         "salesforce-api.csv", "salesforce-contacts.csv",
  "thunderbird-de.csv", "salesforce-leads.csv", "thunderbird.csv"
};

static const char old_cards[]
    = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=B6=C3=9F;J="
      "\r\n"
      "=C3=BCrgen\r\nTEL;WORK;VOICE:089 123\r\nAGENT:\r\nBEGIN:VCARD\r\nN:Agent\r\nEND:VCARD\r\n"
      "ADR;WORK:;;K=F6nigstr. 1;M=FCnchen;;80331;Deutschland\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\n  Ber\n g\nitem1.TEL;TYPE=\"cell,voice\":+49 171 1\n"
      "item1.X-ABLabel:_$!<Mobile>!$_\nNOTE:One\\nTwo\\, three\\; four\\\\\nTZ:Europe/Berlin\n"
      "EMAIL;PREF=1:mailto:anna@x.example\nEND:VCARD\n";

static FtLeadCard *
new_card (int n)
{
  g_autofree char *name = g_strdup_printf ("Lead %d, \"Łukasz\"\t日本", n);
  g_autoptr (FtLeadData) lead = ft_lead_data_new (name);
  FtLeadCard *card = ft_lead_card_new (lead);
  FtPromiseData *promise = ft_promise_data_new (0, ft_civil (2026, 11, 26, 16, n),
                                                ft_zone_intern ("Europe/Berlin"), FT_CHANNEL_PHONE);
  FtSaleData *sale = ft_sale_data_new (0, NOW, "EUR");
  FtContactData *contact = ft_contact_data_new (0, NOW, FT_CHANNEL_PHONE, FT_OUTCOME_REACHED);

  g_free (lead->uid);
  lead->uid = g_strdup_printf ("lead-%d", n);
  g_free (lead->notes);
  lead->notes = g_strdup ("=1+1\n\"two\"; three\\");
  g_ptr_array_add (lead->phones, ft_reach_new ("work", "+49 30 1234567"));
  g_ptr_array_add (lead->emails, ft_reach_new ("Büro; x", "anna@x.example"));
  g_ptr_array_add (lead->facts, ft_fact_new (739000, TRUE, "two \\dogs"));
  g_free (promise->uid);
  promise->uid = g_strdup_printf ("promise-%d", n);
  promise->id = n + 1;
  contact->promise_id = n + 1;
  sale->id = n + 1;
  promise->sale_id = n + 1;
  g_ptr_array_add (card->promises, promise);
  g_ptr_array_add (card->sales, sale);
  g_ptr_array_add (card->contacts, contact);
  return card;
}

static GBytes *
export_cards (FtExportFormat format, GPtrArray *cards)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (NOW, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (format, clock, stream);

  for (guint i = 0; i < cards->len; i++)
    g_assert_true (ft_export_add (export, cards->pdata[i], NULL));
  g_assert_true (ft_export_finish (export, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
add_exports (GPtrArray *corpus, FtExportFormat format)
{
  g_autoptr (GPtrArray) cards
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);

  for (int i = 0; i < 4; i++)
    g_ptr_array_add (cards, new_card (i));
  g_ptr_array_add (corpus, export_cards (format, cards));
}

static GPtrArray *
new_corpus (FtImportKind kind)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; kind == FT_IMPORT_KIND_CSV && i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "interchange", "data", tables[i], NULL);
      char *data;
      gsize length;
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_ptr_array_add (corpus, g_bytes_new_take (data, length));
    }
  if (kind == FT_IMPORT_KIND_CSV)
    add_exports (corpus, FT_EXPORT_CSV);
  if (kind == FT_IMPORT_KIND_JSON)
    add_exports (corpus, FT_EXPORT_JSON);
  if (kind == FT_IMPORT_KIND_VCARD)
    {
      add_exports (corpus, FT_EXPORT_VCARD);
      g_ptr_array_add (corpus, g_bytes_new_static (old_cards, sizeof old_cards - 1));
    }
  return corpus;
}

/* --- How it is spoilt --- */

static const char *const tokens[] = {
  "\"",
  "\"\"",
  "\",\"",
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r",
  "\r\n",
  "\r\n ",
  "\n\t",
  "=\n",
  "=C3",
  "\\",
  "\\n",
  "\\u0000",
  "\\ud800",
  "sep=;\n",
  "sep=\"\n",
  "{",
  "}",
  "[",
  "]",
  ":",
  "null",
  "true",
  "1e999",
  "-0",
  "18446744073709551616",
  "\xff",
  "\xc3",
  "\xf0",
  "\xed\xa0\x80",
  "\xef\xbb\xbf",
  "\xff\xfe",
  "\xf4\x8f\xbf\xbf",
  " ::: ",
  "BEGIN:VCARD\r\n",
  "END:VCARD\r\n",
  ";CHARSET=UTF-16:",
  ";ENCODING=QUOTED-PRINTABLE:",
  "2026-02-30",
  "9999-12-31",
  "0000-00-00",
  "31.12.9999 24:00",
  "Mars/Olympus",
  "Europe/Berlin",
};

static gsize
random_at (GRand *rand, const GString *text)
{
  return text->len > 0 ? (gsize) g_rand_int_range (rand, 0, text->len) : 0;
}

static void
change_line_ends (GRand *rand, GString *text)
{
  static const char *const ends[] = { "\n", "\r", "\r\n", "\n\r", "\n\n" };
  g_autoptr (GString) changed = g_string_new (NULL);

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\n')
      g_string_append (changed, ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
    else if (text->str[i] != '\r')
      g_string_append_c (changed, text->str[i]);
  g_string_truncate (text, 0);
  g_string_append_len (text, changed->str, changed->len);
}

static void
change_encoding (GRand *rand, GString *text)
{
  static const char *const charsets[]
      = { "UTF-16", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "CP850", "UTF-32" };
  const char *charset = charsets[g_rand_int_range (rand, 0, G_N_ELEMENTS (charsets))];
  gsize length;
  g_autofree char *changed
      = g_convert_with_fallback (text->str, text->len, charset, "UTF-8", "?", NULL, &length, NULL);

  if (!changed)
    return;
  g_string_truncate (text, 0);
  g_string_append_len (text, changed, length);
}

static void
insert_many (GRand *rand, GString *text, char c, gsize n)
{
  g_autofree char *many = g_strnfill (n, c);

  g_string_insert_len (text, random_at (rand, text), many, n);
}

static void
spoil (GRand *rand, GString *text, GPtrArray *corpus)
{
  static const char many[] = "[{\"x ,\n\\\0=";
  gsize at = random_at (rand, text);
  gsize n = g_rand_int_range (rand, 0, 80);
  gsize length = MIN (text->len - at, n);

  switch (g_rand_int_range (rand, 0, 16))
    {
    case 0: /* a bit is lost */
      if (text->len > 0)
        text->str[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    case 1: /* some bytes are lost */
      g_string_erase (text, at, length);
      break;
    case 2: /* or come twice */
      {
        g_autofree char *copy = g_memdup2 (text->str + at, length + 1);
        g_string_insert_len (text, random_at (rand, text), copy, length);
        break;
      }
    case 3: /* or are those of another file */
      {
        gsize size;
        const char *other
            = g_bytes_get_data (corpus->pdata[g_rand_int_range (rand, 0, corpus->len)], &size);
        gsize from = g_rand_int_range (rand, 0, size);
        g_string_insert_len (text, at, other + from, MIN (size - from, 4 * n));
        break;
      }
    case 4: /* the download stopped */
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_string_truncate (text, at);
      break;
    case 5:
      change_line_ends (rand, text);
      break;
    case 6:
      if (g_rand_int_range (rand, 0, 3) == 0)
        change_encoding (rand, text);
      break;
    case 7:
      insert_many (rand, text, many[g_rand_int_range (rand, 0, sizeof many - 1)],
                   g_rand_int_range (rand, 0, 100));
      break;
    case 8: /* very long, or very deep */
      if (g_rand_int_range (rand, 0, 10) == 0)
        insert_many (rand, text, many[g_rand_int_range (rand, 0, sizeof many - 1)], 40000);
      break;
    case 9: /* a disk that never wrote */
      g_string_erase (text, at, length);
      for (gsize i = 0; i < length; i++)
        g_string_insert_c (text, at, '\0');
      break;
    default:
      g_string_insert (text, at, tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))]);
    }
}

/* --- What must hold --- */

static guint
count_lines (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return n;
}

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_line (const char *text)
{
  assert_text (text);
  g_assert_null (strchr (text, '\n'));
}

static void
assert_lead (const FtLeadData *lead)
{
  const char *const texts[]
      = { lead->uid,         lead->company,       lead->role,   lead->street,
          lead->postcode,    lead->city,          lead->region, lead->country,
          lead->source,      lead->closing_words, lead->notes,  lead->override_words,
          lead->trial_close, lead->trial_answer };
  GPtrArray *const reaches[] = { lead->phones, lead->emails };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (texts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    for (guint k = 0; k < reaches[i]->len; k++)
      {
        const FtReach *reach = reaches[i]->pdata[k];
        assert_text (reach->label);
        assert_text (reach->value);
      }
  for (guint i = 0; i < lead->facts->len; i++)
    {
      const FtFact *fact = lead->facts->pdata[i];
      assert_text (fact->text);
      assert_day (fact->day);
    }
  assert_day (lead->decision_day);
  assert_day (lead->not_before_day);
  assert_day (lead->nothing_else_day);
  g_assert_nonnull (ft_channel_to_string (lead->channel));
  g_assert_nonnull (ft_lead_state_to_string (lead->state));
  g_assert_true (lead->zone == ft_zone_intern (lead->zone));
}

static void
assert_promise (const FtPromiseData *promise)
{
  g_assert_true (ft_civil_is_set (promise->promised));
  assert_civil (promise->promised);
  assert_civil (promise->target);
  assert_text (promise->uid);
  assert_text (promise->purpose);
  assert_text (promise->value);
  assert_text (promise->reason);
  g_assert_true (promise->zone == ft_zone_intern (promise->zone));
  g_assert_nonnull (ft_channel_to_string (promise->channel));
  g_assert_nonnull (ft_promise_kind_to_string (promise->kind));
  g_assert_nonnull (ft_promise_state_to_string (promise->state));
  g_assert_cmpint (promise->effort, >=, 0);
  g_assert_cmpint (promise->id, <=, 0);
}

static gboolean
has_promise (const FtImportRow *row, gint64 id)
{
  for (guint i = 0; row->promises && i < row->promises->len; i++)
    if (((FtPromiseData *) row->promises->pdata[i])->id == id)
      return TRUE;
  return id == 0;
}

static void
assert_row (const FtImportRow *row, FtImportKind kind)
{
  g_assert_cmpstr (row->file, ==, "file");
  if (row->reason)
    {
      assert_text (row->reason);
      g_assert_cmpstr (row->reason, !=, "");
      return;
    }
  if (!row->lead)
    {
      g_assert_cmpint (kind, ==, FT_IMPORT_KIND_JSON);
      g_assert_true (row->pieces || row->days_off || row->settings);
      return;
    }
  assert_lead (row->lead);
  g_assert_cmpstr (row->lead->name, !=, "");
  /* This program's own export is taken as it is. */
  if (kind != FT_IMPORT_KIND_JSON)
    assert_line (row->lead->name);
  else
    assert_text (row->lead->name);
  for (guint i = 0; row->promises && i < row->promises->len; i++)
    assert_promise (row->promises->pdata[i]);
  for (guint i = 0; row->contacts && i < row->contacts->len; i++)
    g_assert_true (has_promise (row, ((FtContactData *) row->contacts->pdata[i])->promise_id));
}

/* What was taken is exported and comes back. */
static void
assert_survives (const FtImportRow *row)
{
  g_autoptr (FtLeadData) lead = ft_lead_data_copy (row->lead);
  g_autoptr (GPtrArray) cards
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);
  FtLeadCard *card = ft_lead_card_new (lead);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FtImportSource) source = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (FtImportRow) back = { NULL };

  /* The store gives everybody one who has none. */
  if (*lead->uid == '\0')
    {
      g_free (lead->uid);
      lead->uid = g_strdup ("lead");
    }
  g_ptr_array_add (cards, card);
  for (guint i = 0; row->promises && i < row->promises->len; i++)
    {
      FtPromiseData *promise = ft_promise_data_copy (row->promises->pdata[i]);
      promise->piece_id = promise->sale_id = 0;
      g_ptr_array_add (card->promises, promise);
    }
  bytes = export_cards (FT_EXPORT_JSON, cards);
  source = ft_import_source_new ("file", bytes, FT_ENCODING_AUTO, 0, FT_CIVIL_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (ft_import_source_next (source, &back, NULL, NULL));
  g_assert_cmpstr (back.reason, ==, NULL);
  g_assert_cmpstr (back.lead->notes, ==, lead->notes);
  g_assert_true (ft_lead_data_equal (back.lead, lead));
  g_assert_cmpuint (back.promises ? back.promises->len : 0, ==, card->promises->len);
  for (guint i = 0; i < card->promises->len; i++)
    g_assert_true (ft_promise_data_equal (back.promises->pdata[i], card->promises->pdata[i]));
}

/* Reads all, returns how it went in short. */
static guint
read_all (FtImportSource *source, guint n_lines, gboolean survive, guint *n_taken)
{
  FtImportKind kind = ft_import_source_get_kind (source);
  g_autoptr (GError) error = NULL;
  double fraction, last = 0;
  guint line = 0, n_rows = 0, digest = 17;
  FtImportRow row = { NULL };

  while (ft_import_source_next (source, &row, &fraction, &error))
    {
      g_assert_true (fraction >= 0 && fraction <= 1);
      g_assert_cmpuint (row.line, >=, 1);
      g_assert_cmpuint (row.line, <=, n_lines);
      if (kind != FT_IMPORT_KIND_JSON)
        {
          g_assert_cmpfloat (fraction, >=, last);
          g_assert_cmpuint (row.line, >, line);
        }
      g_assert_cmpuint (++n_rows, <, n_lines + 1000);
      last = fraction;
      line = row.line;
      assert_row (&row, kind);
      if (row.lead && !row.reason)
        {
          if (survive && *n_taken % 5 == 0)
            assert_survives (&row);
          (*n_taken)++;
        }
      digest = digest * 31 + row.line;
      digest = digest * 31 + g_str_hash (row.reason ? row.reason : "");
      digest = digest * 31 + g_str_hash (row.lead ? row.lead->name : "");
      ft_import_row_clear (&row);
    }
  if (error)
    g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING);
  return digest;
}

static void
read_spoilt (GBytes *bytes, FtEncoding encoding, guint *n_taken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportSource) source
      = ft_import_source_new ("file", bytes, encoding, 0, ft_civil (2026, 11, 21, 12, 0), &error);
  g_autoptr (GBytes) text = ft_text_decode (bytes, encoding, NULL);
  guint n_lines = MAX (count_lines (text), count_lines (bytes));
  guint n_again = 0;
  guint digest;

  if (!source)
    {
      g_assert_nonnull (error);
      assert_text (error->message);
      return;
    }
  g_assert_no_error (error);
  for (guint i = 0; ft_import_source_get_mapping (source)
                    && i < ft_import_source_get_mapping (source)->columns->len;
       i++)
    {
      const FtCsvColumn *column = ft_import_source_get_mapping (source)->columns->pdata[i];
      assert_text (column->header);
      assert_text (column->label);
      g_assert_cmpint (column->field, <, FT_N_FIELDS);
    }
  digest = read_all (source, n_lines, TRUE, n_taken);
  ft_import_source_rewind (source);
  g_assert_cmpuint (read_all (source, n_lines, FALSE, &n_again), ==, digest);
}

static const struct
{
  FtImportKind kind;
  const char *path;
  int rounds;
  guint
      least; /* rows that are taken all the same: it is the readers that are tried, not the door */
} kinds[] = {
  { FT_IMPORT_KIND_CSV, "/fuzz/csv", 240, 200 },
  { FT_IMPORT_KIND_VCARD, "/fuzz/vcard", 400, 250 },
  { FT_IMPORT_KIND_JSON, "/fuzz/json", 400, 50 },
};

static void
test_files (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) corpus = new_corpus (kinds[index].kind);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122 + index);
  guint n_taken = 0;

  for (int n = 0; n < rounds (kinds[index].rounds); n++)
    {
      gsize length;
      const char *whole = g_bytes_get_data (corpus->pdata[n % corpus->len], &length);
      g_autoptr (GString) text = g_string_new_len (whole, length);
      g_autoptr (GBytes) bytes = NULL;
      FtEncoding encoding = g_rand_int_range (rand, 0, 5) == 0
                                ? (FtEncoding) g_rand_int_range (rand, 0, FT_N_ENCODINGS)
                                : FT_ENCODING_AUTO;

      for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
        spoil (rand, text, corpus);
      bytes = g_bytes_new (text->str, text->len);
      g_test_message ("round %d", n);
      read_spoilt (bytes, encoding, &n_taken);
    }
  g_assert_cmpuint (n_taken, >, kinds[index].least);
}

/* What is broken in the leads ends with them: what follows is neither read as leads nor are there
 * more bytes read than there are. */
static void
test_broken_leads (void)
{
  static const char *const leads[]
      = { "{\"name\":\"A\"},:,{\"name\":\"C\"}", "{\"name\":\"A\"},,", "{\"name\":\"A\"}tru[\"x\"]",
          "{\"name\":\"A\"},n\"]\"", "{\"name\":\"A\"},{:}" };

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("{\"format\":\"follow-through\",\"version\":1,\"leads\":[%s],"
                             "\"pieces\":[{\"name\":\"B\"}],\"later\":[{\"name\":\"D\"}]}",
                             leads[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (FtImportSource) source
          = ft_import_source_new ("file", bytes, FT_ENCODING_AUTO, 0, FT_CIVIL_NONE, NULL);
      FtImportRow row = { NULL };
      double fraction;
      guint n_taken = 0, n_refused = 0;

      g_assert_nonnull (source);
      while (ft_import_source_next (source, &row, &fraction, NULL))
        {
          g_assert_true (fraction >= 0 && fraction <= 1);
          n_taken += row.reason == NULL;
          n_refused += row.reason != NULL;
          if (!row.reason)
            g_assert_cmpstr (row.lead->name, ==, "A");
          ft_import_row_clear (&row);
        }
      g_assert_cmpuint (n_taken, ==, 1);
      g_assert_cmpuint (n_refused, >=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, GUINT_TO_POINTER (i), test_files);
  g_test_add_func ("/fuzz/broken-leads", test_broken_leads);
  return g_test_run ();
}
