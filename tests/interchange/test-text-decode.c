#define G_LOG_DOMAIN "ft-test"

#include "interchange/ft-text-decode.h"

#include <string.h>

static char *
decode (const char *bytes, gsize length, FtEncoding encoding, FtEncoding *used)
{
  g_autoptr (GBytes) raw = g_bytes_new (bytes, length);
  g_autoptr (GBytes) text = ft_text_decode (raw, encoding, used);
  return g_strndup (g_bytes_get_data (text, NULL) ? g_bytes_get_data (text, NULL) : "",
                    g_bytes_get_size (text));
}

typedef struct
{
  const char *bytes;
  gsize length;
  FtEncoding expected;
  const char *text;
} Case;

#define BYTES(b) b, sizeof b - 1

static const Case cases[] = {
  { BYTES (""), FT_ENCODING_UTF_8, "" },
  { BYTES ("Name\nAnna"), FT_ENCODING_UTF_8, "Name\nAnna" },
  { BYTES ("M\303\274ller"), FT_ENCODING_UTF_8, "Müller" },
  { BYTES ("\xef\xbb\xbfM\303\274ller"), FT_ENCODING_UTF_8, "Müller" },
  { BYTES ("M\374ller 5 \200"), FT_ENCODING_WINDOWS_1252, "Müller 5 €" },
  { BYTES ("\x93quoted\x94"), FT_ENCODING_WINDOWS_1252, "“quoted”" },
  { BYTES ("\xff\xfeM\0\374\0"), FT_ENCODING_UTF_16LE, "Mü" },
  { BYTES ("\xfe\xff\0M\0\374"), FT_ENCODING_UTF_16BE, "Mü" },
  { BYTES ("N\0a\0m\0e\0\n\0"), FT_ENCODING_UTF_16LE, "Name\n" },
  { BYTES ("\0N\0a\0m\0e\0\n"), FT_ENCODING_UTF_16BE, "Name\n" },
  { BYTES ("\xff\xfe\x3d\xd8\x00\xde"), FT_ENCODING_UTF_16LE, "😀" },
  { BYTES ("\xff\xfe\x3d\xd8\x41\x00"), FT_ENCODING_UTF_16LE, "\357\277\275A" },
  { BYTES ("\xff\xfe\x41\x00\x42"), FT_ENCODING_UTF_16LE, "A\357\277\275" },
  { BYTES ("a\0b\1c\x1b[31m\x7f\td"), FT_ENCODING_UTF_8, "ab c [31m \td" },
  { BYTES ("a\302\205b"), FT_ENCODING_UTF_8, "a b" },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FtEncoding used;
      g_autofree char *text = decode (cases[i].bytes, cases[i].length, FT_ENCODING_AUTO, &used);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (used, ==, cases[i].expected);
    }
}

static void
test_forced (void)
{
  FtEncoding used;
  g_autofree char *cyrillic
      = decode (BYTES ("\xcf\xf0\xe8\xe2\xe5\xf2"), FT_ENCODING_WINDOWS_1251, &used);
  g_autofree char *mac = decode (BYTES ("M\237ller"), FT_ENCODING_MAC_ROMAN, NULL);
  g_autofree char *dos = decode (BYTES ("M\201ller"), FT_ENCODING_CP850, NULL);
  g_autofree char *wrong = decode (BYTES ("M\374ller"), FT_ENCODING_UTF_8, NULL);
  g_assert_cmpint (used, ==, FT_ENCODING_WINDOWS_1251);
  g_assert_cmpstr (cyrillic, ==, "Привет");
  g_assert_cmpstr (mac, ==, "Müller");
  g_assert_cmpstr (dos, ==, "Müller");
  g_assert_cmpstr (wrong, ==, "M\357\277\275ller");
}

/* Clean text of any size is not copied. */
static void
test_no_copy (void)
{
  g_autoptr (GBytes) raw = g_bytes_new_static ("\xef\xbb\xbf"
                                               "Name",
                                               7);
  g_autoptr (GBytes) text = ft_text_decode (raw, FT_ENCODING_AUTO, NULL);
  g_assert_true ((const char *) g_bytes_get_data (text, NULL)
                 == (const char *) g_bytes_get_data (raw, NULL) + 3);
}

static void
test_labels (void)
{
  for (guint i = 0; i < FT_N_ENCODINGS; i++)
    g_assert_cmpint (strlen (ft_encoding_get_label (i)), >, 3);
}

/* Whatever the bytes, and whatever they are said to be in: valid UTF-8 without NULs. */
static void
test_fuzz (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  for (int n = 0; n < 4000; n++)
    {
      gsize length = g_rand_int_range (rand, 0, 64);
      g_autofree char *bytes = g_malloc (length + 1);
      g_autoptr (GBytes) raw = NULL;
      g_autoptr (GBytes) text = NULL;
      FtEncoding used;
      for (gsize i = 0; i < length; i++)
        bytes[i] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 256)
                                         : "\0A\n\"\303\xff\xfe\xd8"[g_rand_int_range (rand, 0, 8)];
      raw = g_bytes_new (bytes, length);
      text = ft_text_decode (raw, g_rand_int_range (rand, 0, FT_N_ENCODINGS), &used);
      g_assert_cmpint (used, !=, FT_ENCODING_AUTO);
      g_assert_true (
          g_utf8_validate_len (g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-decode/guess", test_guess);
  g_test_add_func ("/text-decode/forced", test_forced);
  g_test_add_func ("/text-decode/no-copy", test_no_copy);
  g_test_add_func ("/text-decode/labels", test_labels);
  g_test_add_func ("/text-decode/fuzz", test_fuzz);
  return g_test_run ();
}
