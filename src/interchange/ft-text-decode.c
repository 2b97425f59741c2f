#define G_LOG_DOMAIN "ft-interchange"

#include "interchange/ft-text-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file is looked at for the NUL bytes of UTF-16. */
#define PEEK 8192

#define REPLACEMENT "\357\277\275" /* U+FFFD */

static const struct
{
  const char *label;
  const char *charset; /* as iconv knows the single-byte ones */
} encodings[FT_N_ENCODINGS] = {
  [FT_ENCODING_AUTO] = { N_ ("Automatic"), NULL },
  [FT_ENCODING_UTF_8] = { N_ ("Unicode (UTF-8)"), NULL },
  [FT_ENCODING_UTF_16LE] = { N_ ("Unicode (UTF-16)"), NULL },
  [FT_ENCODING_UTF_16BE] = { N_ ("Unicode (UTF-16, big-endian)"), NULL },
  [FT_ENCODING_WINDOWS_1252] = { N_ ("Western (Windows-1252)"), "WINDOWS-1252" },
  [FT_ENCODING_WINDOWS_1250] = { N_ ("Central European (Windows-1250)"), "WINDOWS-1250" },
  [FT_ENCODING_WINDOWS_1251] = { N_ ("Cyrillic (Windows-1251)"), "WINDOWS-1251" },
  [FT_ENCODING_WINDOWS_1253] = { N_ ("Greek (Windows-1253)"), "WINDOWS-1253" },
  [FT_ENCODING_WINDOWS_1254] = { N_ ("Turkish (Windows-1254)"), "WINDOWS-1254" },
  [FT_ENCODING_MAC_ROMAN] = { N_ ("Western (Mac Roman)"), "MACINTOSH" },
  [FT_ENCODING_CP850] = { N_ ("Western (DOS, code page 850)"), "CP850" },
};

/**
 * ft_encoding_get_label:
 * @encoding: an encoding
 *
 * Returns: its name for the screen, translated
 */
const char *
ft_encoding_get_label (FtEncoding encoding)
{
  g_return_val_if_fail ((guint) encoding < FT_N_ENCODINGS, "");
  return _ (encodings[encoding].label);
}

/* Latin text in UTF-16 has a NUL beside every letter, on one side; other scripts at least beside
 * blanks, digits and line ends. A few NULs are only dirt. */
static FtEncoding
guess_utf_16 (const guint8 *data, gsize length)
{
  gsize n_pairs = MIN (length, PEEK) / 2;
  gsize nuls[2] = { 0, 0 };
  if (n_pairs == 0)
    return FT_ENCODING_AUTO;
  for (gsize i = 0; i < n_pairs * 2; i++)
    nuls[i % 2] += data[i] == 0;
  if (nuls[1] * 5 >= n_pairs && nuls[1] > nuls[0] * 8)
    return FT_ENCODING_UTF_16LE;
  if (nuls[0] * 5 >= n_pairs && nuls[0] > nuls[1] * 8)
    return FT_ENCODING_UTF_16BE;
  return FT_ENCODING_AUTO;
}

static gsize
bom_length (const guint8 *data, gsize length, FtEncoding encoding)
{
  if (encoding == FT_ENCODING_UTF_8 && length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return 3;
  if (encoding == FT_ENCODING_UTF_16LE && length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return 2;
  if (encoding == FT_ENCODING_UTF_16BE && length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return 2;
  return 0;
}

/* Like g_utf8_validate_len (), but a NUL is a character: it does no harm once decoded. */
static gboolean
is_utf_8 (const char *data, gsize length)
{
  const char *end = data + length;
  while (data < end && !g_utf8_validate_len (data, end - data, &data))
    {
      if (*data != '\0')
        return FALSE;
      data++;
    }
  return TRUE;
}

/**
 * ft_text_guess_encoding:
 * @bytes: the content of a text file
 *
 * By its byte order mark; else by the NULs of UTF-16; else UTF-8 if every byte of it is; else
 * Windows-1252, in which there is no wrong byte.
 *
 * Returns: the encoding, never %FT_ENCODING_AUTO
 */
FtEncoding
ft_text_guess_encoding (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  FtEncoding guess;
  for (FtEncoding marked = FT_ENCODING_UTF_8; marked <= FT_ENCODING_UTF_16BE; marked++)
    if (bom_length (data, length, marked) > 0)
      return marked;
  guess = guess_utf_16 (data, length);
  if (guess != FT_ENCODING_AUTO)
    return guess;
  return is_utf_8 ((const char *) data, length) ? FT_ENCODING_UTF_8 : FT_ENCODING_WINDOWS_1252;
}

/* What no text has any use for: it could end a C string, or make a mess of a terminal. */
static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
}

static void
append_char (GString *text, gunichar c)
{
  char utf8[6];
  if (c == '\0')
    return;
  if (is_control (c))
    g_string_append_c (text, ' ');
  else if (c < 0x80)
    g_string_append_c (text, c);
  else
    g_string_append_len (text, utf8, g_unichar_to_utf8 (c, utf8));
}

static gboolean
is_harmless (const guint8 *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_control (data[i]) && (data[i] < 0x80 || (i > 0 && data[i - 1] == 0xc2)))
      return FALSE;
  return TRUE;
}

static GString *
decode_utf_8 (const char *data, gsize length)
{
  GString *text = g_string_sized_new (length);
  const char *end = data + length;
  while (data < end)
    {
      gunichar c = g_utf8_get_char_validated (data, end - data);
      if (*data == '\0')
        data++;
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append (text, REPLACEMENT);
          data++;
        }
      else
        {
          append_char (text, c);
          data = g_utf8_next_char (data);
        }
    }
  return text;
}

static GString *
decode_utf_16 (const guint8 *data, gsize length, gboolean big_endian)
{
  GString *text = g_string_sized_new (length);
  gunichar high = 0;
  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = big_endian ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];
      gboolean is_low = unit >= 0xdc00 && unit < 0xe000;
      if (high != 0 && is_low)
        unit = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
      else if (high != 0 || is_low)
        g_string_append (text, REPLACEMENT);
      high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
      if (unit < 0xd800 || unit >= 0xe000)
        append_char (text, unit);
    }
  if (high != 0 || length % 2 != 0)
    g_string_append (text, REPLACEMENT);
  return text;
}

/* One byte, one character: looked up once, so that a byte the code page does not have cannot stop
 * the conversion of the rest. */
static GString *
decode_code_page (const guint8 *data, gsize length, const char *charset)
{
  gunichar table[256];
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *text = g_string_sized_new (length + length / 8);
  for (guint i = 0; i < 256; i++)
    {
      char byte = i;
      g_autofree char *utf8
          = i < 0x80 ? NULL : g_convert_with_iconv (&byte, 1, converter, NULL, NULL, NULL);
      table[i] = i < 0x80 ? i : utf8 && *utf8 ? g_utf8_get_char (utf8) : 0xfffd;
    }
  g_iconv_close (converter);
  for (gsize i = 0; i < length; i++)
    append_char (text, table[data[i]]);
  return text;
}

/**
 * ft_text_decode:
 * @bytes: the content of a text file
 * @encoding: what it is in, or %FT_ENCODING_AUTO to guess
 * @used: (out) (optional): what was taken
 *
 * What cannot be decoded becomes U+FFFD; NULs are removed and other control characters but tab and
 * line ends become blanks. Clean UTF-8 is not copied.
 *
 * Returns: (transfer full): the text in valid UTF-8, without byte order mark and NUL; not
 * terminated
 */
GBytes *
ft_text_decode (GBytes *bytes, FtEncoding encoding, FtEncoding *used)
{
  gsize length, skip;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GString *text;

  g_return_val_if_fail ((guint) encoding < FT_N_ENCODINGS, NULL);

  if (encoding == FT_ENCODING_AUTO)
    encoding = ft_text_guess_encoding (bytes);
  if (used)
    *used = encoding;
  skip = bom_length (data, length, encoding);
  if (encoding == FT_ENCODING_UTF_8)
    {
      if (g_utf8_validate_len ((const char *) data + skip, length - skip, NULL)
          && is_harmless (data + skip, length - skip))
        return g_bytes_new_from_bytes (bytes, skip, length - skip);
      text = decode_utf_8 ((const char *) data + skip, length - skip);
    }
  else if (encoding == FT_ENCODING_UTF_16LE || encoding == FT_ENCODING_UTF_16BE)
    text = decode_utf_16 (data + skip, length - skip, encoding == FT_ENCODING_UTF_16BE);
  else
    text = decode_code_page (data, length, encodings[encoding].charset);
  return g_string_free_to_bytes (text);
}
