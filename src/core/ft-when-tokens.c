#define G_LOG_DOMAIN "ft-core"

#include "core/ft-when-tokens.h"

#include <string.h>

#define MAX_DIGITS 4

gboolean
ft_when_tokenize (const char *text, const FtWhenNames *names, FtWhenToken *tokens)
{
  guint n = 0;
  gboolean spaced = FALSE;
  while (*text)
    {
      gunichar c = g_utf8_get_char (text);
      FtWhenToken *token = &tokens[n];
      if (g_unichar_isspace (c))
        {
          spaced = TRUE;
          text = g_utf8_next_char (text);
          continue;
        }
      if (n == FT_WHEN_MAX_TOKENS)
        return FALSE;
      token->spaced = spaced;
      spaced = FALSE;
      if (g_unichar_isdigit (c))
        {
          token->kind = FT_WHEN_TOKEN_NUMBER;
          for (; g_unichar_isdigit (g_utf8_get_char (text)); text = g_utf8_next_char (text))
            {
              token->value = token->value * 10 + g_unichar_digit_value (g_utf8_get_char (text));
              if (++token->n_digits > MAX_DIGITS)
                return FALSE;
            }
        }
      else if (g_unichar_isalpha (c))
        {
          token->kind = FT_WHEN_TOKEN_WORD;
          text = ft_when_names_read (names, text, &token->meaning);
          if (!text)
            return FALSE;
          if (*text == '.') /* of an abbreviation */
            text++;
        }
      else if (c < 0x80 && strchr ("+:.-/,@", c))
        {
          token->kind = FT_WHEN_TOKEN_MARK;
          token->mark = c;
          text++;
        }
      else if (c == 0x060c || c == 0x3001) /* Arabic and ideographic comma */
        {
          token->kind = FT_WHEN_TOKEN_MARK;
          token->mark = ',';
          text = g_utf8_next_char (text);
        }
      else if (g_unichar_type (c) == G_UNICODE_FORMAT) /* direction marks */
        {
          text = g_utf8_next_char (text);
          *token = (FtWhenToken){ 0 };
          continue;
        }
      else
        return FALSE;
      n++;
    }
  return n > 0;
}
