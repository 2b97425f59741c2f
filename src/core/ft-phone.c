#define G_LOG_DOMAIN "ft-core"

#include "core/ft-phone.h"

#include <string.h>

/* A number as it is understood: what may be compared, not what may be dialled. */
typedef struct
{
  char *country;  /* "49", "" if it was not written */
  char *national; /* without a trunk "0", unless the country's numbers begin with one */
  gboolean trunk; /* @national was written with a "0" that was removed */
  gboolean words; /* letters, beside the digits: an extension, or a number in letters */
} Number;

static void
clear_number (Number *number)
{
  g_free (number->country);
  g_free (number->national);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Number, clear_number)

/* The ITU's country codes: 1 and 7 have one digit, these two, all others three. */
static const char two_digits[]
    = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
      "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
/* Where a first "0" is part of the number: Italy, San Marino, Ivory Coast, Gabon, Congo. */
static const char *const keeps_zero[] = { "39", "378", "225", "241", "242" };

static gsize
country_length (const char *digits)
{
  if (*digits == '1' || *digits == '7')
    return 1;
  for (const char *code = two_digits; *code; code += 3)
    if (strncmp (code, digits, 2) == 0)
      return 2;
  return MIN (strlen (digits), 3);
}

static gboolean
country_keeps_zero (const char *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keeps_zero); i++)
    if (g_str_equal (keeps_zero[i], country))
      return TRUE;
  return FALSE;
}

/* "1 555 123 4567": North America's own way of writing a number at length. */
static gboolean
is_north_american (const char *digits)
{
  return strlen (digits) == 11 && digits[0] == '1' && digits[1] >= '2' && digits[4] >= '2';
}

static gboolean
is_plus (gunichar c)
{
  return c == '+' || c == 0xff0b;
}

/* The digits of @text as ASCII, without a "(0)" after a country code; a plus in front stays. */
static char *
collect (const char *text, gboolean *words)
{
  GString *digits = g_string_new (NULL);
  *words = FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (is_plus (c) && digits->len == 0)
        g_string_append_c (digits, '+');
      else if (g_unichar_isdigit (c))
        {
          gboolean abroad = digits->str[0] == '+' || g_str_has_prefix (digits->str, "00");
          gboolean national_only = abroad && c == '0' && p > text && p[-1] == '(' && p[1] == ')';
          if (!national_only)
            g_string_append_c (digits, '0' + g_unichar_digit_value (c));
        }
      else if (g_unichar_isalpha (c) && digits->len > 0)
        *words = TRUE;
    }
  return g_string_free (digits, FALSE);
}

static const char *
skip_zeros (const char *digits)
{
  return digits + strspn (digits, "0");
}

static Number
parse (const char *text)
{
  Number number = { 0 };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *digits = collect (valid, &number.words);
  const char *p = digits;

  if (*p == '+')
    p = skip_zeros (p + 1);
  else if (g_str_has_prefix (p, "00"))
    p = skip_zeros (p);
  else if (!is_north_american (p))
    {
      number.country = g_strdup ("");
      number.national = g_strdup (skip_zeros (p));
      number.trunk = *p == '0';
      return number;
    }

  number.country = g_strndup (p, country_length (p));
  p += strlen (number.country);
  number.national = g_strdup (country_keeps_zero (number.country) ? p : skip_zeros (p));
  return number;
}

/**
 * ft_phone_key:
 * @number: as written
 *
 * Returns: (transfer full): ASCII digits, "" if there are none
 */
char *
ft_phone_key (const char *number)
{
  g_return_val_if_fail (number, g_strdup (""));
  g_auto (Number) parsed = parse (number);
  return g_strconcat (parsed.country, parsed.national, NULL);
}

/* Telephone numbers are written with these, and with spaces and dashes of all kinds. */
static gboolean
is_telephone_text (const char *text)
{
  guint n_digits = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isdigit (c))
        n_digits++;
      else if (!is_plus (c) && !g_unichar_isspace (c) && !g_utf8_strchr ("()/.", -1, c)
               && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION)
        return FALSE;
    }
  return n_digits >= 3;
}

char **
ft_phone_search_keys (const char *text)
{
  g_return_val_if_fail (text, NULL);
  if (!g_utf8_validate (text, -1, NULL) || !is_telephone_text (text))
    return NULL;

  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (Number) number = parse (text);
  g_autofree char *key = g_strconcat (number.country, number.national, NULL);
  if (!*key)
    return NULL;
  g_strv_builder_add (keys, key);
  /* Fewer digits than three would find half of all numbers. */
  const char *national = skip_zeros (number.national);
  if (*number.country && strlen (national) >= 3)
    g_strv_builder_add (keys, national);
  return g_strv_builder_end (keys);
}

static char *
letters_and_digits (const char *number)
{
  g_autofree char *valid = g_utf8_make_valid (number, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  GString *text = g_string_new (NULL);
  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || is_plus (g_utf8_get_char (p)))
      g_string_append_unichar (text, g_utf8_get_char (p));
  return g_string_free (text, FALSE);
}

/* A number in letters, or with an extension, is the same only if it is written the same. */
static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *x = letters_and_digits (a);
  g_autofree char *y = letters_and_digits (b);
  return g_str_equal (x, y);
}

gboolean
ft_phone_same (const char *a, const char *b)
{
  g_return_val_if_fail (a && b, FALSE);
  g_auto (Number) x = parse (a);
  g_auto (Number) y = parse (b);
  if (!*x.national || !*y.national)
    return FALSE;
  if (x.words || y.words)
    return same_words (a, b);

  g_autofree char *key_x = g_strconcat (x.country, x.national, NULL);
  g_autofree char *key_y = g_strconcat (y.country, y.national, NULL);
  if (g_str_equal (key_x, key_y))
    return TRUE;
  if (!*x.country == !*y.country)
    return FALSE;

  const Number *abroad = *x.country ? &x : &y;
  const Number *home = *x.country ? &y : &x;
  if (!country_keeps_zero (abroad->country))
    return g_str_equal (home->national, abroad->national);
  g_autofree char *written = g_strconcat (home->trunk ? "0" : "", home->national, NULL);
  return g_str_equal (written, abroad->national);
}

/**
 * ft_phone_to_uri:
 *
 * Returns: (transfer full) (nullable): what to hand to the user's telephone program. An extension
 *   ("ext. 12") is left out: no program can dial it.
 */
char *
ft_phone_to_uri (const char *number)
{
  g_return_val_if_fail (number, NULL);
  g_autofree char *valid = g_utf8_make_valid (number, -1);
  char *end = valid;
  gboolean begun = FALSE;
  for (; *end; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);
      if (begun && (g_unichar_isalpha (c) || strchr (";,#*", *end)))
        break;
      begun = begun || g_unichar_isdigit (c);
    }
  *end = '\0';

  gboolean words;
  g_autofree char *digits = collect (valid, &words);
  /* Of "+(0)" there is nothing left. */
  return strpbrk (digits, "0123456789") ? g_strconcat ("tel:", digits, NULL) : NULL;
}
