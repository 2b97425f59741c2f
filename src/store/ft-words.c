#define G_LOG_DOMAIN "ft-store"

#include "store/ft-words.h"

#include <string.h>

/* Letters which Unicode does not take apart but people type without their stroke. */
static const char *
get_plain (gunichar c)
{
  switch (c)
    {
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
      return "d";
    case 0x0131: /* ı */
      return "i";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    default:
      return NULL;
    }
}

/* Written without blanks, so every character is a word of its own. */
static gboolean
is_ideograph (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_folded (GString *out, const char *text)
{
  gboolean in_word = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = get_plain (c);
      gboolean alone;

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          in_word = FALSE;
          continue;
        }
      alone = is_ideograph (c);
      if (!in_word || alone)
        g_string_append_c (out, ' ');
      if (plain)
        g_string_append (out, plain);
      else
        g_string_append_unichar (out, c);
      in_word = !alone;
    }
}

void
ft_words_append (GString *out, const char *text)
{
  gboolean in_word = FALSE;
  gsize start = out->len;

  /* Most text is ASCII, and an import folds millions of words. */
  for (const char *p = text; *p; p++)
    {
      if ((guchar) *p >= 0x80)
        {
          g_autofree char *valid = g_utf8_make_valid (text, -1);
          g_autofree char *folded = g_utf8_casefold (valid, -1);
          g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
          g_string_truncate (out, start);
          append_folded (out, apart);
          return;
        }
      if (!g_ascii_isalnum (*p))
        {
          in_word = FALSE;
          continue;
        }
      if (!in_word)
        g_string_append_c (out, ' ');
      g_string_append_c (out, g_ascii_tolower (*p));
      in_word = TRUE;
    }
}

char **
ft_words_split (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  ft_words_append (words, text);
  return g_strsplit (words->len > 0 ? words->str + 1 : "", " ", -1);
}

void
ft_words_append_digits (GString *out, const char *key)
{
  gsize length = strlen (key);

  for (gsize i = 0; i + FT_WORDS_DIGITS <= length; i++)
    {
      g_string_append (out, i == 0 ? "  #" : " #");
      g_string_append_len (out, key + i, FT_WORDS_DIGITS);
    }
}
