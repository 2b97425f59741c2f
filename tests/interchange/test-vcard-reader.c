#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-vcard-reader.h"

#include <string.h>

static void
add (GString *out, const char *key, const char *value)
{
  if (*value != '\0')
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

static char *
read_cards (const char *bytes, gsize length, FtEncoding encoding)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GBytes) raw = g_bytes_new (bytes, length);
  g_autoptr (FtVcardReader) reader = ft_vcard_reader_new (raw, encoding);
  FtImportRow row = { NULL };
  while (ft_vcard_reader_next (reader, &row))
    {
      FtLeadData *lead = row.lead;
      g_string_append_printf (out, "%u:", row.line);
      if (row.reason)
        add (out, "!", row.reason);
      else
        {
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
          add (out, "zone", lead->zone);
          add (out, "uid", lead->uid);
          add (out, "notes", lead->notes);
        }
      g_string_append_c (out, '\n');
      ft_import_row_clear (&row);
    }
  g_assert_cmpfloat (ft_vcard_reader_get_fraction (reader), ==, 1.0);
  return g_string_free (out, FALSE);
}

#define CARD(lines) "BEGIN:VCARD\r\nVERSION:3.0\r\n" lines "END:VCARD\r\n"

static const struct
{
  const char *text;
  const char *rows;
} cases[] = {
  { "", "" },
  { "no card at all\n", "" },
  { CARD ("FN:Anna Berg\r\nN:Berg;Anna;Maria;Dr.;\r\nORG:Berg "
          "Roofing;Sales\r\nTITLE:Owner\r\nROLE:Boss\r\nUID:urn:uuid:1\r\n"),
    "1: name=Anna Berg company=Berg Roofing role=Owner uid=urn:uuid:1\n" },
  { CARD ("N:Berg;Anna;Maria;Dr.;\r\n"), "1: name=Anna Maria Berg\n" },
  { CARD ("ORG:Pools \\& More\\, Inc.\r\nROLE:Buyer\r\n"),
    "1: name=Pools \\& More, Inc. company=Pools \\& More, Inc. role=Buyer\n" },
  { CARD ("EMAIL:info@pools.example\r\n"),
    "1: name=info@pools.example email=info@pools.example\n" },
  { CARD ("TEL:1\r\n"), "1: !=There is no name, no company and no e-mail address.\n" },
  /* several, in odd case, with other line ends and none between */
  { "begin:vcard\nversion:4.0\nfn:A\nend:vcard\nBEGIN:VCARD\nFN:B\nEND:VCARD",
    "1: name=A\n5: name=B\n" },
  /* telephones and addresses, in all ways to say what they are */
  { CARD ("FN:A\r\nTEL;TYPE=FAX,WORK:1\r\nTEL;TYPE=work,voice:2\r\nTEL;CELL:3\r\nTEL;TYPE=\"home,"
          "pref\":4\r\nTEL;VALUE=uri:tel:+49-30-5;ext=6\r\n"
          "EMAIL;TYPE=INTERNET;TYPE=WORK:a@x.example\r\nEMAIL;PREF=1:mailto:b@x.example\r\nEMAIL:a@"
          "x.example\r\n"),
    "1: name=A phone=4(home) phone=2(work) phone=3(mobile) phone=+49-30-5 phone=1(fax) "
    "email=b@x.example email=a@x.example(work)\n" },
  { CARD ("FN:A\r\nADR;TYPE=home:;;2 Home Rd;London;;N2;UK\r\nADR;TYPE=work:PO 5;Floor 3;1 Work "
          "Rd;London;Greater London;N1;UK\r\nADR:;;;;;;\r\n"),
    "1: name=A street=1 Work Rd\nFloor 3\nPO 5 postcode=N1 city=London region=Greater London "
    "country=UK\n" },
  { CARD ("FN:A\r\nNOTE:one\\ntwo\\, three\\; "
          "\\\\four\r\nNOTE:five\r\nTZ:Europe/Berlin\r\nTZ:-0500\r\n"),
    "1: name=A zone=Europe/Berlin notes=one\ntwo, three; \\four\nfive\n" },
  /* Apple's groups: the label may come before or after */
  { CARD ("FN:A\r\nitem1.TEL:1\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nitem2.X-ABLabel:Boat\r\nitem2."
          "TEL:2\r\nitem3.TEL:3\r\nitem4.EMAIL:a@x.example\r\nitem4.X-ABLabel:Club\r\n"),
    "1: name=A phone=1(work) phone=2(Boat) phone=3 email=a@x.example(Club)\n" },
  /* folds, one of them inside of a character */
  { CARD ("FN:Anna\r\n  Berg\r\nNOTE:caf\303\r\n \251 M\303\274n\r\n\tchen\r\n"),
    "1: name=Anna Berg notes=café München\n" },
  /* version 2.1 */
  { "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J="
    "F6rg\r\n"
    "TEL;WORK;VOICE:1\r\nNOTE;QUOTED-PRINTABLE:one=0D=0Atwo "
    "=\r\nthree=3D\r\nPHOTO;JPEG;BASE64:\r\n AAAA\r\n BBBB=\r\n\r\nEND:VCARD\r\n",
    "1: name=Jörg Müller phone=1(work) notes=one\ntwo three=\n" },
  { "BEGIN:VCARD\r\nFN;CHARSET=KOI8-R:\320\322\311\327\305\324\r\nEND:VCARD\r\n",
    "1: name=привет\n" },
  { "BEGIN:VCARD\r\nFN:M\374ller\r\nEND:VCARD\r\n", "1: name=Müller\n" },
  { "\xef\xbb\xbf"
    "BEGIN:VCARD\r\nFN:Müller\r\nEND:VCARD\r\n",
    "1: name=Müller\n" },
  /* a card in a card, a group, cards that never end */
  { CARD ("FN:A\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Agent\r\nEND:VCARD\r\nORG:X\r\n"),
    "1: name=A company=X\n" },
  { CARD ("FN:Friends\r\nKIND:group\r\nMEMBER:urn:uuid:1\r\n"),
    "1: !=This card is of a group, not of a person.\n" },
  { "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n",
    "1: !=The card has no end: the file may have been cut off.\n3: name=B\n6: !=The card has no "
    "end: the file may have been cut off.\n" },
};

static void
test_cards (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_cards (cases[i].text, strlen (cases[i].text), FT_ENCODING_AUTO);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_utf_16 (void)
{
  gsize length;
  g_autofree char *little
      = g_convert (CARD ("FN:Müller 😀\r\n"), -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autofree char *rows = read_cards (little, length, FT_ENCODING_AUTO);
  g_assert_cmpstr (rows, ==, "1: name=Müller 😀\n");
}

static void
test_forced (void)
{
  g_autofree char *rows
      = read_cards (CARD ("FN:\317\360\350\r\n"), strlen (CARD ("FN:\317\360\350\r\n")),
                    FT_ENCODING_WINDOWS_1251);
  g_assert_cmpstr (rows, ==, "1: name=При\n");
}

/* Pieces of cards in any order: it ends, lines go up, and what comes out is text on one line. */
static void
test_fuzz (void)
{
  static const char *const pieces[] = {
    "BEGIN:VCARD\r\n",
    "BEGIN:VCARD\n",
    "END:VCARD\r\n",
    "FN:",
    "N:",
    "TEL;TYPE=",
    "EMAIL",
    "NOTE;ENCODING=QUOTED-PRINTABLE:",
    "=\r\n",
    "=C3=BC",
    "=0A",
    ":",
    ";",
    ",",
    "\\",
    "\\n",
    "\"",
    "\r\n",
    "\n ",
    "item1.",
    "X-ABLabel:",
    "AGENT:\r\n",
    "\303",
    "\374",
    "a",
    "ü",
    "CHARSET=UTF-16:",
    "CHARSET=x:",
    "ADR:",
    "tel:+1;",
    "VALUE=uri:",
    "\001",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  for (int n = 0; n < 2500; n++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\r\n");
      g_autoptr (GBytes) raw = NULL;
      g_autoptr (FtVcardReader) reader = NULL;
      FtImportRow row = { NULL };
      guint line = 0;
      for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      raw = g_bytes_new (text->str, text->len);
      reader = ft_vcard_reader_new (raw, FT_ENCODING_AUTO);
      while (ft_vcard_reader_next (reader, &row))
        {
          g_assert_cmpuint (row.line, >, line);
          line = row.line;
          g_assert_true (row.reason || *row.lead->name != '\0');
          g_assert_true (g_utf8_validate (row.lead->name, -1, NULL));
          g_assert_true (g_utf8_validate (row.lead->notes, -1, NULL));
          g_assert_null (strchr (row.lead->name, '\n'));
          for (guint i = 0; i < row.lead->phones->len; i++)
            {
              const FtReach *reach = row.lead->phones->pdata[i];
              g_assert_true (g_utf8_validate (reach->value, -1, NULL)
                             && g_utf8_validate (reach->label, -1, NULL));
              g_assert_cmpint (reach->label[0], !=, '\001');
            }
          ft_import_row_clear (&row);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-reader/cards", test_cards);
  g_test_add_func ("/vcard-reader/utf-16", test_utf_16);
  g_test_add_func ("/vcard-reader/forced", test_forced);
  g_test_add_func ("/vcard-reader/fuzz", test_fuzz);
  return g_test_run ();
}
