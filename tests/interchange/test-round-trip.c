#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-export.h"
#include "interchange/ft-import-source.h"

#include <string.h>

/* --- Random records, the same every time --- */

static char *
random_text (GRand *rand, gboolean lines)
{
  static const gunichar planes[]
      = { 0x20, 0xa0, 0x2000, 0x4e00, 0xfffd, 0x10000, 0x1f600, 0x20000, 0xe0001, 0x10fff0 };
  static const char odd[] = "\"\\/,;|:='<>&";
  GString *text = g_string_new ("x"); /* no blanks at the ends: an import takes those away */
  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 5))
      {
      case 0:
        g_string_append_c (text, odd[g_rand_int_range (rand, 0, sizeof odd - 1)]);
        break;
      case 1:
        g_string_append_unichar (text, planes[g_rand_int_range (rand, 0, G_N_ELEMENTS (planes))]
                                           + g_rand_int_range (rand, 0, 16));
        break;
      case 2:
        g_string_append_c (text, lines ? '\n' : ' ');
        break;
      default:
        g_string_append_c (text, g_rand_int_range (rand, 'a', 'z' + 1));
      }
  g_string_append_c (text, 'x');
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_truncate (text, 0);
  return g_string_free (text, FALSE);
}

static void
set_text (GRand *rand, char **field, gboolean lines)
{
  g_free (*field);
  *field = random_text (rand, lines);
}

static void
set_uid (char **field, const char *prefix, int n)
{
  g_free (*field);
  *field = g_strdup_printf ("%s-%d-\"ü\\", prefix, n);
}

static gint32
random_day (GRand *rand)
{
  return g_rand_boolean (rand)
             ? 0
             : ft_civil_all_day (2020, 1, 1).day + g_rand_int_range (rand, 0, 9000);
}

static const char *
random_zone (GRand *rand)
{
  static const char *const zones[] = { "", "Europe/Berlin", "America/New_York", "Asia/Kolkata" };
  const char *zone = ft_zone_intern (zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
  g_assert_nonnull (zone);
  return zone;
}

static void
add_reaches (GRand *rand, GPtrArray *reaches)
{
  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      g_autofree char *label = random_text (rand, FALSE);
      g_autofree char *value = g_strdup_printf ("v%d", n);
      g_ptr_array_add (reaches, ft_reach_new (label, value));
    }
}

static FtLeadData *
random_lead (GRand *rand, int n)
{
  FtLeadData *lead = ft_lead_data_new ("Lead");
  set_uid (&lead->uid, "lead", n);
  set_text (rand, &lead->name, FALSE);
  if (*lead->name == '\0')
    {
      g_free (lead->name);
      lead->name = g_strdup ("Anna Berg");
    }
  set_text (rand, &lead->company, FALSE);
  set_text (rand, &lead->role, FALSE);
  set_text (rand, &lead->street, TRUE);
  set_text (rand, &lead->postcode, FALSE);
  set_text (rand, &lead->city, FALSE);
  set_text (rand, &lead->region, FALSE);
  set_text (rand, &lead->country, FALSE);
  set_text (rand, &lead->source, FALSE);
  set_text (rand, &lead->closing_words, TRUE);
  set_text (rand, &lead->notes, TRUE);
  add_reaches (rand, lead->phones);
  add_reaches (rand, lead->emails);
  lead->channel = g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1);
  lead->state = g_rand_int_range (rand, 0, FT_LEAD_CLOSED + 1);
  lead->zone = random_zone (rand);
  lead->decision_day = random_day (rand);
  lead->not_before_day = random_day (rand);
  lead->created_at = g_rand_int (rand);
  return lead;
}

/* What only the JSON export holds. */
static void
fill_lead (GRand *rand, FtLeadData *lead)
{
  set_text (rand, &lead->override_words, TRUE);
  set_text (rand, &lead->trial_close, TRUE);
  set_text (rand, &lead->trial_answer, TRUE);
  g_free (lead->notes);
  lead->notes = g_strdup ("\001\a\t\r\n\x1b\x7f\302\205\342\200\250 end ");
  lead->interval = g_rand_int_range (rand, 0, 30);
  lead->nothing_else_day = random_day (rand);
  for (int i = 0; i < FT_N_BENEFITS; i++)
    {
      lead->benefits[i].head = g_rand_int_range (rand, 0, FT_BENEFIT_EARN + 1);
      set_text (rand, &lead->benefits[i].text, TRUE);
    }
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      g_autofree char *fact = random_text (rand, TRUE);
      g_autofree char *ask = random_text (rand, TRUE);
      g_ptr_array_add (lead->facts, ft_fact_new (random_day (rand), g_rand_boolean (rand), fact));
      g_ptr_array_add (lead->asks, ft_ask_new (random_day (rand), random_day (rand), ask));
    }
}

static FtCivil
random_civil (GRand *rand)
{
  FtCivil civil
      = ft_civil (2026, 1 + g_rand_int_range (rand, 0, 12), 1 + g_rand_int_range (rand, 0, 28),
                  g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
  if (g_rand_int_range (rand, 0, 4) == 0)
    civil.minute = FT_ALL_DAY;
  return civil;
}

static FtPromiseData *
random_promise (GRand *rand, int n)
{
  FtPromiseData *promise = ft_promise_data_new (0, random_civil (rand), random_zone (rand),
                                                g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1));
  promise->id = n + 1;
  set_uid (&promise->uid, "promise", n);
  set_text (rand, &promise->purpose, FALSE);
  set_text (rand, &promise->value, FALSE);
  promise->target = random_civil (rand);
  promise->kind = g_rand_int_range (rand, 0, FT_PROMISE_FRIENDLY + 1);
  promise->agreed = g_rand_boolean (rand);
  promise->effort = g_rand_int_range (rand, 0, 300);
  return promise;
}

static void
fill_promise (GRand *rand, FtPromiseData *promise)
{
  promise->state = g_rand_int_range (rand, 0, FT_PROMISE_CANCELLED + 1);
  promise->cause = g_rand_int_range (rand, 0, FT_CAUSE_ORGANISATION + 1);
  promise->steps = g_rand_int_range (rand, 0, 16);
  promise->promised.fold = g_rand_int_range (rand, 0, 2);
  promise->target.fold = g_rand_int_range (rand, 0, 2);
  promise->done_at = promise->state != FT_PROMISE_OPEN ? g_rand_int (rand) : 0;
  promise->created_at = g_rand_int (rand);
  set_text (rand, &promise->reason, TRUE);
}

static FtSaleData *
random_sale (GRand *rand, int n)
{
  static const char *const currencies[] = { "", "EUR", "JPY", "KWD", "XXX" };
  FtSaleData *sale = ft_sale_data_new (0, g_rand_int (rand), "");
  sale->id = n + 1;
  set_uid (&sale->uid, "sale", n);
  set_text (rand, &sale->what, TRUE);
  sale->value = (gint64) g_rand_int (rand) << g_rand_int_range (rand, 0, 30);
  g_free (sale->currency);
  sale->currency = g_strdup (currencies[g_rand_int_range (rand, 0, G_N_ELEMENTS (currencies))]);
  sale->benefit.head = g_rand_int_range (rand, 0, FT_BENEFIT_EARN + 1);
  set_text (rand, &sale->benefit.text, TRUE);
  set_text (rand, &sale->checklist, FALSE);
  sale->delivery_day = random_day (rand);
  sale->delivered_at = g_rand_boolean (rand) ? g_rand_int (rand) : 0;
  sale->referral = g_rand_int_range (rand, 0, FT_REFERRAL_NOBODY + 1);
  set_text (rand, &sale->referral_words, TRUE);
  sale->created_at = g_rand_int (rand);
  return sale;
}

static FtContactData *
random_contact (GRand *rand, int n, FtLeadCard *card)
{
  FtContactData *contact
      = ft_contact_data_new (0, g_rand_int (rand), g_rand_int_range (rand, 0, FT_CHANNEL_POST + 1),
                             g_rand_int_range (rand, 0, FT_OUTCOME_DEFINITE_NO + 1));
  set_uid (&contact->uid, "contact", n);
  set_text (rand, &contact->value, TRUE);
  set_text (rand, &contact->heard, TRUE);
  set_text (rand, &contact->asked_for, TRUE);
  set_text (rand, &contact->notes, TRUE);
  contact->direction = g_rand_int_range (rand, 0, 2);
  contact->asked = g_rand_int_range (rand, 0, FT_ASKED_SALE + 1);
  contact->answer = g_rand_int_range (rand, 0, FT_ANSWER_NO + 1);
  contact->lean = g_rand_int_range (rand, 0, FT_LEAN_AWAY + 1);
  contact->seconds = g_rand_int_range (rand, 0, 4000);
  if (card->promises->len > 0 && g_rand_boolean (rand))
    contact->promise_id
        = ((FtPromiseData *) card->promises->pdata[g_rand_int_range (rand, 0, card->promises->len)])
              ->id;
  return contact;
}

/* --- There --- */

static GBytes *
export_cards (FtExportFormat format, GPtrArray *cards)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FtClock) clock = ft_clock_new_fixed (1795420800, "Europe/Berlin");
  g_autoptr (FtExport) export = ft_export_new (format, clock, stream);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < cards->len; i++)
    {
      ft_export_add (export, cards->pdata[i], &error);
      g_assert_no_error (error);
    }
  ft_export_finish (export, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static FtImportSource *
open_bytes (GBytes *bytes, GError **error)
{
  return ft_import_source_new ("export", bytes, FT_ENCODING_AUTO, 0, ft_civil (2026, 11, 21, 12, 0),
                               error);
}

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
random_cards (GRand *rand, int n_cards, gboolean full)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_card_unref);
  int n = 0;
  for (int i = 0; i < n_cards; i++)
    {
      g_autoptr (FtLeadData) lead = random_lead (rand, i);
      FtLeadCard *card = ft_lead_card_new (lead);
      g_ptr_array_add (cards, card);
      if (full)
        fill_lead (rand, lead);
      for (int s = full ? g_rand_int_range (rand, 0, 3) : 0; s > 0; s--)
        g_ptr_array_add (card->sales, random_sale (rand, n++));
      for (int p = g_rand_int_range (rand, 0, 4); p > 0; p--)
        {
          FtPromiseData *promise = random_promise (rand, n++);
          if (full)
            fill_promise (rand, promise);
          if (card->sales->len > 0 && g_rand_boolean (rand))
            promise->sale_id = ((FtSaleData *) card->sales->pdata[0])->id;
          g_ptr_array_add (card->promises, promise);
        }
      for (int c = full ? g_rand_int_range (rand, 0, 4) : 0; c > 0; c--)
        g_ptr_array_add (card->contacts, random_contact (rand, n++, card));
    }
  return cards;
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
  g_ptr_array_add (days_off, ft_day_off_data_new (FT_DAY_OFF_HOLIDAY, day + 1, day + 1, "\"Noël\""));
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

/* --- JSON that is not what it should be --- */

static const struct
{
  const char *text;
  int error;           /* -1: none */
  const char *reasons; /* of the rows: "line:reason", one after the other */
} files[] = {
  { "{}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "[1,2]", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"other\",\"version\":1}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\"}", FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\",\"version\":2,\"leads\":{}}", FT_IMPORT_ERROR_NEWER, NULL },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\"}",
    FT_IMPORT_ERROR_FORMAT, NULL },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A", FT_IMPORT_ERROR_FORMAT,
    NULL },
  { "{\"format\":\"follow-through\",\"version\":1}", -1, "" },
  { "{\"version\":1,\"later\":[[1]],\"leads\":[{\"name\":\"A\",\"later\":{\"x\":1}}],\"format\":"
    "\"follow-through\"}",
    -1, "1:-" },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[\n{\"name\":\"\"},\n{\"name\":7},\n3,"
    "\n{\"name\":\"B\",\"state\":\"odd\"},"
    "\n{\"name\":\"C\",\"zone\":\"Mars/Olympus\"},\n{\"name\":\"D\",}]}",
    -1,
    "2:The lead has no name. 3:The value of “name” is not what it should be. 4:This is not valid "
    "JSON. "
    "5:The value of “state” is not what it should be. 6:The time zone “Mars/Olympus” is not known "
    "to this computer. "
    "7:This is not valid JSON." },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\",\"uid\":\"a\"}],"
    "\"promises\":["
    "\n{\"lead\":\"a\",\"promised\":\"2026-11-26 "
    "16:00\"},\n{\"lead\":\"b\",\"promised\":\"2026-11-26\"}],"
    "\"contacts\":[\n{\"lead\":null}]}",
    -1,
    "1:- 3:The lead it belongs to is not in the file. 4:The lead it belongs to is not in the "
    "file." },
  { "{\"format\":\"follow-through\",\"version\":1,\"leads\":[{\"name\":\"A\",\"uid\":\"a\"}],"
    "\"promises\":["
    "\n{\"lead\":\"a\",\"promised\":\"tomorrow\"}]}",
    -1, "2:The value of “promised” is not what it should be." },
};

static void
test_json_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (FtImportSource) source = open_bytes (bytes, &error);
      g_autoptr (GString) reasons = g_string_new (NULL);
      FtImportRow row = { NULL };
      if (files[i].error >= 0)
        {
          g_assert_error (error, FT_IMPORT_ERROR, files[i].error);
          continue;
        }
      g_assert_no_error (error);
      while (ft_import_source_next (source, &row, NULL, NULL))
        {
          g_string_append_printf (reasons, "%s%u:%s", reasons->len > 0 ? " " : "", row.line,
                                  row.reason ? row.reason : "-");
          ft_import_row_clear (&row);
        }
      g_assert_cmpstr (reasons->str, ==, files[i].reasons);
    }
}

/* A file with a thousand brackets is refused, not followed down. */
static void
test_json_deep (void)
{
  g_autoptr (GString) text
      = g_string_new ("{\"format\":\"follow-through\",\"version\":1,\"leads\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (open_bytes (bytes, &error));
  g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT);
}

/* An export with some of its bytes changed: it is refused, or its rows are text or a reason. */
static void
test_json_fuzz (void)
{
  static const char noise[] = "\"{}[]:,\\0e-\n \xff";
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GPtrArray) cards = random_cards (rand, 3, TRUE);
  g_autoptr (GBytes) bytes = export_cards (FT_EXPORT_JSON, cards);
  for (int n = 0; n < 400; n++)
    {
      gsize length = g_bytes_get_size (bytes);
      char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (FtImportSource) source = NULL;
      FtImportRow row = { NULL };
      guint n_rows = 0;
      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        data[g_rand_int_range (rand, 0, length)]
            = noise[g_rand_int_range (rand, 0, sizeof noise - 1)];
      changed = g_bytes_new_take (data, length);
      source = open_bytes (changed, NULL);
      while (source && ft_import_source_next (source, &row, NULL, NULL))
        {
          g_assert_true (row.reason || g_utf8_validate (row.lead->name, -1, NULL));
          g_assert_cmpuint (++n_rows, <, 100);
          ft_import_row_clear (&row);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/json", test_json);
  g_test_add_func ("/round-trip/json/library", test_json_library);
  g_test_add_func ("/round-trip/json/broken-piece", test_json_broken_piece);
  g_test_add_func ("/round-trip/json-spooled", test_json_spooled);
  g_test_add_func ("/round-trip/json-files", test_json_files);
  g_test_add_func ("/round-trip/json-deep", test_json_deep);
  g_test_add_func ("/round-trip/json-fuzz", test_json_fuzz);
  g_test_add_data_func ("/round-trip/csv", GINT_TO_POINTER (FT_EXPORT_CSV), test_csv);
  g_test_add_data_func ("/round-trip/csv-spreadsheet", GINT_TO_POINTER (FT_EXPORT_CSV_SPREADSHEET),
                        test_csv);
  g_test_add_func ("/round-trip/spreadsheet-guard", test_spreadsheet_guard);
  g_test_add_func ("/round-trip/vcard", test_vcard);
  g_test_add_func ("/round-trip/vcard-folds", test_vcard_folds);
  g_test_add_func ("/round-trip/empty", test_empty);
  return g_test_run ();
}
