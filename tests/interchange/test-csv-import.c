#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-import-source.h"

#include <string.h>

/* A row as people would compare it: what is empty is left out. */
static void
add (GString *out, const char *key, const char *value)
{
  if (value && *value != '\0')
    g_string_append_printf (out, " %s=%s", key, value);
}

static void
add_reaches (GString *out, const char *key, GPtrArray *reaches)
{
  for (guint i = 0; i < reaches->len; i++)
    {
      const FtReach *reach = reaches->pdata[i];
      g_string_append_printf (out, " %s=%s", key, reach->value);
      if (*reach->label != '\0')
        g_string_append_printf (out, "(%s)", reach->label);
    }
}

static void
add_promise (GString *out, const FtPromiseData *promise)
{
  g_autofree char *promised = ft_civil_to_string (promise->promised);
  g_autofree char *target = ft_civil_to_string (promise->target);
  g_string_append_printf (out, " promise=%s by %s", promised,
                          ft_channel_to_string (promise->channel));
  add (out, "in", promise->zone);
  if (!g_str_equal (promised, target))
    add (out, "target", target);
  add (out, "purpose", promise->purpose);
}

static void
add_row (GString *out, const FtImportRow *row)
{
  FtLeadData *lead = row->lead;
  g_string_append_printf (out, "%u:", row->line);
  if (row->reason)
    {
      g_string_append_printf (out, " ! %s\n", row->reason);
      return;
    }
  add (out, "name", lead->name);
  add (out, "company", lead->company);
  add (out, "role", lead->role);
  add_reaches (out, "phone", lead->phones);
  add_reaches (out, "email", lead->emails);
  add (out, "street", lead->street);
  add (out, "postcode", lead->postcode);
  add (out, "city", lead->city);
  add (out, "region", lead->region);
  add (out, "country", lead->country);
  add (out, "channel",
       lead->channel != FT_CHANNEL_NONE ? ft_channel_to_string (lead->channel) : "");
  add (out, "zone", lead->zone);
  add (out, "source", lead->source);
  if (lead->decision_day > 0)
    {
      g_autofree char *day = ft_civil_to_string ((FtCivil){ lead->decision_day, FT_ALL_DAY, 0 });
      add (out, "decision", day);
    }
  add (out, "notes", lead->notes);
  for (guint i = 0; row->promises && i < row->promises->len; i++)
    add_promise (out, row->promises->pdata[i]);
  g_string_append_c (out, '\n');
}

static FtImportSource *
open_bytes (GBytes *bytes, GError **error)
{
  return ft_import_source_new ("list.csv", bytes, FT_ENCODING_AUTO, 0,
                               ft_civil (2026, 11, 21, 12, 0), error);
}

static FtImportSource *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FtImportSource *source = open_bytes (bytes, &error);
  g_assert_no_error (error);
  return source;
}

static char *
read_rows (FtImportSource *source)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  FtImportRow row = { NULL };
  double fraction, last = 0;
  while (ft_import_source_next (source, &row, &fraction, &error))
    {
      g_assert_cmpstr (row.file, ==, "list.csv");
      g_assert_true (fraction >= last && fraction <= 1);
      last = fraction;
      add_row (out, &row);
      ft_import_row_clear (&row);
    }
  g_assert_no_error (error);
  g_string_replace (out, "\r", "\\r", 0);
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *file;
  FtEncoding encoding;
  char delimiter;
  const char *rows;
} Product;

static const Product products[] = {
  { "google-1.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Anna Berg company=Berg Roofing role=Owner phone=+49 (30) 1234-567(work) phone=+49 171 "
    "1234567(mobile)"
    " phone=+49 171 7654321(mobile) email=anna@berg-roofing.example(work) "
    "email=anna.berg@mail.example(home)"
    " street=Dachgasse 5 postcode=10115 city=Berlin country=DE notes=Met at the fair.\nWants a "
    "slate roof.\n"
    "6: name=Łukasz Żak email=lukasz@zak.example\n"
    "7: name=Pools & More company=Pools & More phone=555 010 203(work)\n"
    "8: ! There is no name, no company and no e-mail address.\n" },
  { "google-2.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Anna Maria Berg company=Berg Roofing role=Owner phone=+49 171 1234567(mobile) "
    "phone=+49 30 1234568(fax)"
    " email=anna@berg-roofing.example(work) street=Dachgasse 5\nHinterhaus postcode=10115 "
    "city=Berlin country=DE"
    " notes=Wants a slate roof.\n"
    "4: name=info@pools.example email=info@pools.example\n" },
  { "outlook-en.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Frank Pool company=Pool Brothers, Inc. role=Builder phone=(813) 555-0100(work) "
    "phone=(813) 555-0101(mobile)"
    " phone=(813) 555-0199(fax) email=frank@poolbros.example email=fp@home.example street=1 Main "
    "St\nSuite 5"
    " postcode=33601 city=Tampa region=FL country=United States of America notes=Line one\nLine "
    "\"two\"\n\n"
    "5: name=Home Owner phone=813 555 0102(home) street=9 Elm St postcode=33770 city=Largo\n" },
  { "outlook-de.csv", FT_ENCODING_WINDOWS_1252, ';',
    "2: name=Jürgen Größmann company=Größmann & Söhne role=Geschäftsführer phone=089 123456(work)"
    " phone=0171 123456(mobile) phone=089 123457(fax) email=juergen@groessmann.example "
    "street=Königstraße 1"
    " postcode=80331 city=München country=Deutschland notes=Ruft Österreich an – 100 €\n" },
  { "hubspot.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Maria Johnson (Sample Contact) company=HubSpot role=Salesperson phone=+1 617 555 0110"
    " email=emailmaria@hubspot.example city=Brisbane zone=Australia/Brisbane source=Organic Search"
    " promise=2026-11-26 16:00 by phone in=Australia/Brisbane\n"
    "3: name=Brian Halligan email=bh@hubspot.example notes=Time Zone: us_slash_eastern\n" },
  { "salesforce-leads.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Bertha Boxer company=Farmers Coop. of Florida role=Director of Vendor Relations "
    "phone=(850) 644-4200"
    " phone=(850) 644-4201(mobile) email=bertha@fcof.example street=321 Westcott Building "
    "postcode=32306"
    " city=Tallahassee region=FL country=US source=Web notes=Called twice\n" },
  { "salesforce-contacts.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Rose Gonzalez company=Edge Communications role=SVP, Procurement phone=(512) 757-6000"
    " phone=(512) 757-9340(mobile) phone=(512) 757-9000(fax) email=rose@edge.example street=313 "
    "Constitution Place"
    " postcode=78767 city=Austin region=TX country=USA\n" },
  { "salesforce-api.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Bertha Boxer company=Farmers Coop. of Florida role=Director phone=(850) 644-4200"
    " phone=(850) 644-4201(mobile) email=bertha@fcof.example street=321 Westcott Building "
    "postcode=32306"
    " city=Tallahassee region=FL country=US source=Web notes=Called twice\n" },
  { "thunderbird.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Jane Roe company=Roe Ltd role=Buyer phone=+44 20 7946 0000(work) phone=+44 20 7946 "
    "0001(home)"
    " email=jane@roe.example email=jr@mail.example street=1 Work Rd\nFloor 3 postcode=N1 1AA "
    "city=London country=UK"
    " notes=Prefers e-mail\n" },
  { "thunderbird-de.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Jörg Weiß company=Weiß GmbH role=Einkauf phone=030 55(work) phone=0170 55(mobile)"
    " email=joerg@weiss.example street=Am Hof 1 postcode=53111 city=Bonn\n" },
  { "plain-de.csv", FT_ENCODING_UTF_16LE, '\t',
    "2: name=Anna Berg company=Berg Dächer phone=030 1234567 email=anna@berg.example "
    "postcode=10115 city=Berlin"
    " notes=nach dem Dach promise=2026-11-26 16:00 by phone purpose=Angebot besprechen\n"
    "3: name=Bernd Oz phone=0171 1 promise=2026-12-03 by phone\n"
    "4: ! The promised time “irgendwann” was not understood.\n" },
  { "plain-es.csv", FT_ENCODING_UTF_8, ';',
    "2: name=José Ibáñez company=Piscinas Sol phone=+34 91 123 45 67 phone=+34 600 123 456(mobile)"
    " email=jose@sol.example city=Madrid notes=Llamar\n" },
  { "plain-fr.csv", FT_ENCODING_WINDOWS_1252, '|',
    "3: name=Zoé Lefèvre company=Jardins Bleus phone=01 23 45 67 89 email=zoe@jardins.example "
    "postcode=75001"
    " city=Paris\n" },
  { "no-header.csv", FT_ENCODING_UTF_8, ',',
    "1: name=Anna Berg phone=+49 30 1234567 email=anna@berg.example\n"
    "2: name=Bob Oz phone=030 7654321 email=bob@oz.example\n" },
  { "ours.csv", FT_ENCODING_UTF_8, ',',
    "2: name=Anna Berg company=Berg Roofing phone=+49 30 1234567 channel=email zone=Europe/Berlin "
    "decision=2026-12-24"
    " promise=2026-11-26 16:00 by visit in=America/New_York target=2026-11-26 15:00 purpose=Offer\n"
    "3: name=Bob Oz company=Oz GmbH phone=0301234 notes=Decision Date: soon promise=2026-11-26 by "
    "phone purpose=Offer\n"
    "4: name=Cy Zap company=Zap notes=Purpose: Sample\n"
    "5: ! The time zone “Mars/Olympus” of the promise is not known to this computer.\n" },
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "interchange", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
test_product (gconstpointer data)
{
  const Product *product = data;
  g_autoptr (GBytes) bytes = load (product->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (FtImportSource) source = open_bytes (bytes, &error);
  g_autofree char *rows = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (ft_import_source_get_kind (source), ==, FT_IMPORT_KIND_CSV);
  g_assert_cmpint (ft_import_source_get_encoding (source), ==, product->encoding);
  g_assert_cmpint (ft_import_source_get_delimiter (source), ==, product->delimiter);
  rows = read_rows (source);
  g_assert_cmpstr (rows, ==, product->rows);
  ft_import_source_rewind (source);
  again = read_rows (source);
  g_assert_cmpstr (again, ==, rows);
}

/* The same list with its columns the other way round is the same list. */
static void
test_any_order (void)
{
  g_autoptr (FtImportSource) source
      = open_text ("Notes,E-mail 1 - Value,Last Name,Phone 1 - Value,First Name,E-mail 1 - "
                   "Label,Phone 1 - Label\n"
                   "n,a@b.example,Berg,12,Anna,Home,Work\n");
  g_autofree char *rows = read_rows (source);
  g_assert_cmpstr (rows, ==, "2: name=Anna Berg phone=12(work) email=a@b.example(home) notes=n\n");
}

static void
test_rejects (void)
{
  g_autoptr (FtImportSource) source
      = open_text ("Name,Phone\nAnna,1\n,2\n\n , \nBob,\"3\nCarla,4,5\nDan,6,,\nEve\n");
  g_autofree char *rows = read_rows (source);
  g_assert_cmpstr (rows, ==,
                   "2: name=Anna phone=1\n"
                   "3: ! There is no name, no company and no e-mail address.\n"
                   "6: ! A quotation mark is opened but never closed.\n"
                   "7: ! The row has 3 values for 2 columns: a value with a delimiter in it may "
                   "lack its quotation marks.\n"
                   "8: name=Dan phone=6\n"
                   "9: name=Eve\n");
}

static void
test_many_in_a_cell (void)
{
  g_autoptr (FtImportSource) source
      = open_text ("Name,E-mail,Phone,Email\n"
                   "Anna,a@x.example; b@x.example,1 ::: 2,A@x.example\n"
                   "Bob,not an address,3,\n");
  g_autofree char *rows = read_rows (source);
  g_assert_cmpstr (rows, ==,
                   "2: name=Anna phone=1 phone=2 email=a@x.example email=b@x.example\n"
                   "3: name=Bob phone=3 email=not an address\n");
}

typedef struct
{
  const char *text;
  const char *rules;
  const char *rows; /* or what the error begins with */
} Override;

static const Override overrides[] = {
  { "Wer,Was,Wo\nAnna,Dach,12\n", "name=Wer company=2 phone=wo",
    "2: name=Anna company=Dach phone=12\n" },
  { "Anna,Dach\nBob,Pool\n", "name=1 company=2",
    "1: name=Anna company=Dach\n2: name=Bob company=Pool\n" },
  { "Name,Contact\nOld,New\n", "name=Contact", "2: name=New\n" },
  { "Name,Phone\nAnna,12\n", "ignore=phone", "2: name=Anna\n" },
  { "Name,Phone\nAnna,12\n", "name=3", "There is no column “3”" },
  { "Name,Phone\nAnna,12\n", "nonsense=1", "“nonsense=1” does not say" },
  { "Name,Phone\nAnna,12\n", "name", "“name” does not say" },
};

static void
test_overrides (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (overrides); i++)
    {
      g_autoptr (FtImportSource) source = open_text (overrides[i].text);
      g_auto (GStrv) rules = g_strsplit (overrides[i].rules, " ", -1);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;
      for (guint r = 0; rules[r] && !error; r++)
        ft_csv_mapping_override (ft_import_source_get_mapping (source), rules[r], &error);
      if (error)
        {
          g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING);
          g_assert_true (g_str_has_prefix (error->message, overrides[i].rows));
          continue;
        }
      rows = read_rows (source);
      g_assert_cmpstr (rows, ==, overrides[i].rows);
    }
}

static void
test_unknown_headers (void)
{
  g_autoptr (FtImportSource) source = open_text ("Foo,Bar\nx,y\n");
  g_autoptr (GError) error = NULL;
  FtImportRow row = { NULL };
  g_assert_false (ft_import_source_next (source, &row, NULL, &error));
  g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_MAPPING);
}

/* What a preview shows. */
static void
test_preview (void)
{
  g_autoptr (FtImportSource) source
      = open_text ("Name,Besuch am\nAnna,26/11/2026\n,\nBob,3/12/2026\nC,\nD,\n");
  FtCsvMapping *mapping = ft_import_source_get_mapping (source);
  FtCsvColumn *name = mapping->columns->pdata[0];
  FtCsvColumn *visit = mapping->columns->pdata[1];
  g_autofree char *rows = NULL;

  g_assert_true (mapping->has_header);
  g_assert_cmpstr (name->header, ==, "Name");
  g_assert_cmpint (name->field, ==, FT_FIELD_NAME);
  g_assert_cmpstr (name->samples[0], ==, "Anna");
  g_assert_cmpstr (name->samples[1], ==, "Bob");
  g_assert_cmpstr (name->samples[2], ==, "C");
  g_assert_cmpint (visit->field, ==, FT_FIELD_IGNORE);
  g_assert_cmpint (visit->order, ==, FT_DATE_ORDER_DAY_FIRST);
  g_assert_null (visit->samples[2]);
  ft_csv_mapping_set_field (mapping, 1, FT_FIELD_PROMISE);
  rows = read_rows (source);
  g_assert_cmpstr (rows, ==,
                   "2: name=Anna promise=2026-11-26 by phone\n"
                   "4: name=Bob promise=2026-12-03 by phone\n"
                   "5: name=C\n6: name=D\n");
}

static void
test_refused (void)
{
  static const char *const contents[] = { "", "\n\n", "PK\003\004 zip", "%PDF-1.7" };
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (contents[i], strlen (contents[i]));
      g_autoptr (GError) error = NULL;
      g_assert_null (open_bytes (bytes, &error));
      g_assert_error (error, FT_IMPORT_ERROR, FT_IMPORT_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "list.csv"));
    }
}

/* Every field has a name for the command line that reads back, and a label. */
static void
test_field_names (void)
{
  for (guint i = 0; i < FT_N_FIELDS; i++)
    {
      FtField field;
      g_assert_true (ft_field_from_string (ft_field_to_string (i), &field));
      g_assert_cmpint (field, ==, i);
      g_assert_cmpint (strlen (ft_field_get_label (i)), >, 0);
    }
}

/* Any change of a real file, byte by byte: it ends, lines go up, and what comes out is text. */
static void
test_fuzz (void)
{
  static const char noise[] = "\",;\n\r\0\xff\xfe\303=:' ";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  for (int n = 0; n < 800; n++)
    {
      g_autoptr (GBytes) bytes = load (products[n % G_N_ELEMENTS (products)].file);
      gsize length;
      char *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (FtImportSource) source = NULL;
      FtImportRow row = { NULL };
      guint line = 0;
      for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
        data[g_rand_int_range (rand, 0, length)]
            = noise[g_rand_int_range (rand, 0, sizeof noise - 1)];
      changed = g_bytes_new_take (
          data, g_rand_boolean (rand) ? length : (gsize) g_rand_int_range (rand, 0, length));
      source = open_bytes (changed, NULL);
      while (source && ft_import_source_next (source, &row, NULL, NULL))
        {
          g_assert_cmpuint (row.line, >, line);
          line = row.line;
          g_assert_true (row.lead || row.reason);
          if (row.lead)
            {
              g_assert_true (g_utf8_validate (row.lead->name, -1, NULL));
              g_assert_true (g_utf8_validate (row.lead->notes, -1, NULL));
              g_assert_null (strpbrk (row.lead->name, "\r\n"));
            }
          ft_import_row_clear (&row);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (products); i++)
    {
      g_autofree char *path = g_strconcat ("/csv-import/", products[i].file, NULL);
      g_test_add_data_func (path, &products[i], test_product);
    }
  g_test_add_func ("/csv-import/any-order", test_any_order);
  g_test_add_func ("/csv-import/rejects", test_rejects);
  g_test_add_func ("/csv-import/many-in-a-cell", test_many_in_a_cell);
  g_test_add_func ("/csv-import/overrides", test_overrides);
  g_test_add_func ("/csv-import/unknown-headers", test_unknown_headers);
  g_test_add_func ("/csv-import/preview", test_preview);
  g_test_add_func ("/csv-import/refused", test_refused);
  g_test_add_func ("/csv-import/field-names", test_field_names);
  g_test_add_func ("/csv-import/fuzz", test_fuzz);
  return g_test_run ();
}
