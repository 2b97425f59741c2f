#define G_LOG_DOMAIN "ft-core"

#include "core/ft-money.h"

#include <limits.h>
#include <locale.h>
#include <string.h>

#define USUAL_DIGITS 2

/* ISO 4217: all others have two. */
static const struct
{
  int digits;
  const char *currencies;
} unusual[] = {
  { 0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
  { 3, "BHD IQD JOD KWD LYD OMR TND" },
  { 4, "CLF UYW" },
};

/* Those that mean one currency wherever they are written. */
static const struct
{
  const char *symbol;
  const char *currency;
} symbols[] = {
  { "€", "EUR" },  { "£", "GBP" }, { "₹", "INR" }, { "₩", "KRW" }, { "₽", "RUB" },
  { "₺", "TRY" },  { "₴", "UAH" }, { "₫", "VND" }, { "₪", "ILS" }, { "₦", "NGN" },
  { "zł", "PLN" }, { "¥", "JPY" }, { "$", "USD" },
};

gboolean
ft_money_is_currency (const char *currency)
{
  return strlen (currency) == 3 && strspn (currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

int
ft_money_get_digits (const char *currency)
{
  if (ft_money_is_currency (currency))
    for (gsize i = 0; i < G_N_ELEMENTS (unusual); i++)
      if (strstr (unusual[i].currencies, currency))
        return unusual[i].digits;
  return USUAL_DIGITS;
}

const char *
ft_money_get_local (void)
{
  /* Three letters and what stands between them and the amount. */
  g_autofree char *code = g_strndup (localeconv ()->int_curr_symbol, 3);
  return ft_money_is_currency (code) ? g_intern_string (code) : FT_MONEY_BARE;
}

/* --- Formatting --- */

static const char *
first_set (const char *monetary, const char *numeric, const char *otherwise)
{
  if (*monetary)
    return monetary;
  return *numeric ? numeric : otherwise;
}

/* Digits in the groups of the locale, which are counted from the right: "\3\2" is 12,34,567. */
static char *
group_digits (const char *digits)
{
  const struct lconv *locale = localeconv ();
  const char *separator = first_set (locale->mon_thousands_sep, locale->thousands_sep, "");
  const char *grouping = *locale->mon_grouping ? locale->mon_grouping : locale->grouping;
  GString *out = g_string_new (digits);
  gsize at = out->len;

  while (*separator && *grouping > 0 && *grouping != CHAR_MAX && at > (gsize) *grouping)
    {
      at -= *grouping;
      g_string_insert (out, at, separator);
      if (grouping[1])
        grouping++;
    }
  return g_string_free (out, FALSE);
}

static char *
format_number (gint64 minor, const char *currency, gboolean grouped)
{
  const struct lconv *locale = localeconv ();
  int digits = ft_money_get_digits (currency);
  g_autofree char *all
      = g_strdup_printf ("%0*" G_GINT64_MODIFIER "u", digits + 1, (guint64) ABS (minor));
  gsize whole = strlen (all) - digits;
  g_autofree char *before = g_strndup (all, whole);
  g_autofree char *number = grouped ? group_digits (before) : g_strdup (before);
  const char *point = first_set (locale->mon_decimal_point, locale->decimal_point, ".");

  return g_strconcat (minor < 0 ? "−" : "", number, digits > 0 ? point : "", all + whole, NULL);
}

/**
 * ft_money_format:
 * @minor: in the minor unit of @currency
 * @currency: ISO 4217
 *
 * As it is written where the user lives: "1,234.50 USD", "1.234,50 €". The locale's own currency
 * has its sign, every other one its code, since "$" is many.
 *
 * Returns: (transfer full): for the screen
 */
char *
ft_money_format (gint64 minor, const char *currency)
{
  const struct lconv *locale = localeconv ();
  g_autofree char *number = format_number (minor, currency, TRUE);
  gboolean own = g_str_equal (currency, ft_money_get_local ()) && *locale->currency_symbol;
  const char *name = own ? locale->currency_symbol : currency;
  char before = own ? locale->p_cs_precedes : locale->int_p_cs_precedes;
  char space = own ? locale->p_sep_by_space : 1;

  if (g_str_equal (currency, FT_MONEY_BARE))
    return g_steal_pointer (&number);
  /* CHAR_MAX is "not said". */
  if (before == 1)
    return g_strconcat (name, space == 0 ? "" : "\u00a0", number, NULL);
  return g_strconcat (number, space == 0 ? "" : "\u00a0", name, NULL);
}

/**
 * ft_money_format_plain:
 *
 * Returns: (transfer full): the number alone, to be edited: "1234.50"
 */
char *
ft_money_format_plain (gint64 minor, const char *currency)
{
  return format_number (minor, currency, FALSE);
}

/* --- Parsing --- */

typedef struct
{
  GString *digits; /* Latin ones */
  gsize behind;    /* the digits that stand behind the last separator */
  gunichar last;   /* separator, 0 if none */
  guint n_last;    /* how often the last separator stands there */
  gboolean mixed;  /* there is another one in front of it */
} Number;

static gboolean
is_separator (gunichar c)
{
  return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == 0x66b /* Arabic decimal */
         || c == 0x66c /* Arabic thousands */;
}

static void
add_separator (Number *number, gunichar c)
{
  number->mixed = number->mixed || (number->last != 0 && number->last != c);
  number->n_last = number->last == c ? number->n_last + 1 : 1;
  number->last = c;
  number->behind = 0;
}

/* Whether what stands behind the last separator are cents. */
static gboolean
has_fraction (const Number *number)
{
  const struct lconv *locale = localeconv ();
  const char *point = first_set (locale->mon_decimal_point, locale->decimal_point, ".");

  if (number->last == 0 || number->last == '\'' || number->last == 0x2019 || number->last == 0x66c
      || number->n_last > 1)
    return FALSE;
  if (number->mixed || number->last == 0x66b || number->last == g_utf8_get_char (point))
    return TRUE;
  /* The other sign divides thousands; unless it cannot. */
  return number->behind != 3;
}

static gboolean
to_minor (const Number *number, int digits, gint64 *minor)
{
  gsize fraction = has_fraction (number) ? number->behind : 0;
  gsize n = number->digits->len;
  guint64 value;

  /* What is smaller than the smallest coin is refused, unless it is nothing. */
  for (; fraction > (gsize) digits; fraction--, n--)
    if (number->digits->str[n - 1] != '0')
      return FALSE;
  g_string_truncate (number->digits, n);
  for (; fraction < (gsize) digits; fraction++)
    g_string_append_c (number->digits, '0');
  if (!g_ascii_string_to_unsigned (number->digits->str, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *minor = value;
  return TRUE;
}

/* The currency that is written in front of or behind a number; NULL if it is none. */
static const char *
find_currency (const char *name)
{
  const struct lconv *locale = localeconv ();
  g_autofree char *code = g_ascii_strup (name, -1);

  if (ft_money_is_currency (code))
    return g_intern_string (code);
  if (*locale->currency_symbol && g_str_equal (name, locale->currency_symbol))
    return ft_money_get_local ();
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (name, symbols[i].symbol))
      return symbols[i].currency;
  return NULL;
}

/**
 * ft_money_parse:
 * @text: what was typed: "1250", "1,250.50", "1.250,50 €", "CHF 1'250"
 * @usual: the currency of a bare number
 * @minor: (out): in the minor unit
 * @currency: (out): interned or static
 *
 * Reads both ways of writing thousands and decimals; where a number could mean either, the user's
 * locale decides.
 *
 * Returns: %FALSE if it is no amount, or one that its currency has no coins for
 */
gboolean
ft_money_parse (const char *text, const char *usual, gint64 *minor, const char **currency)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  Number number = { digits, 0, 0, 0, FALSE };
  const char *found;
  gboolean ended = FALSE;

  g_return_val_if_fail (text && usual && minor && currency, FALSE);
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);
      const char *next = g_utf8_next_char (p);

      if (digit >= 0)
        {
          if (ended)
            return FALSE;
          g_string_append_c (digits, '0' + digit);
          number.behind++;
        }
      else if (is_separator (c) && digits->len > 0
               && g_unichar_digit_value (g_utf8_get_char (next)) >= 0)
        add_separator (&number, c);
      else if (!g_unichar_isspace (c) && c != 0x200e && c != 0x200f)
        {
          ended = digits->len > 0;
          g_string_append_unichar (name, c);
        }
    }
  found = name->len > 0 ? find_currency (name->str) : g_intern_string (usual);
  if (!found || digits->len == 0 || !to_minor (&number, ft_money_get_digits (found), minor))
    return FALSE;
  *currency = found;
  return TRUE;
}
