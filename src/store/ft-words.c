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

static gboolean
is_apostrophe (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0x00b4: /* ´ */
    case 0x02bc: /* ʼ */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_of_word (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !is_apostrophe (c);
}

/* The apostrophe at @p stands between two letters. */
static gboolean
is_inside_word (const char *text, const char *p)
{
  return p > text && is_of_word (g_utf8_get_char (g_utf8_prev_char (p)))
         && is_of_word (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Most text has none, and an import looks at millions of words. */
static gboolean
may_have_apostrophe (const char *text)
{
  return strpbrk (text, "'`") || strstr (text, "\302\264") || strstr (text, "\312\274")
         || strstr (text, "\342\200\230") || strstr (text, "\342\200\231");
}

void
ft_words_append_joined (GString *out, const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) word = NULL;
  gboolean joined = FALSE;

  if (!may_have_apostrophe (text))
    return;
  valid = g_utf8_make_valid (text, -1);
  word = g_string_new (NULL);
  for (const char *p = valid;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_of_word (c))
        g_string_append_unichar (word, c);
      else if (is_apostrophe (c) && is_inside_word (valid, p))
        joined = TRUE;
      else
        {
          if (joined)
            ft_words_append (out, word->str);
          g_string_truncate (word, 0);
          joined = FALSE;
        }
      if (c == '\0')
        return;
    }
}

char *
ft_words_join (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_apostrophe (c) || !is_inside_word (valid, p))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
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
