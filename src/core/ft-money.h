#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Amounts of money: whole numbers of the currency's minor unit, 150 for 1.50 EUR, 1500 for 1.500 KWD, 150 for
 * 150 JPY. Never a fraction, so that nothing is ever rounded. */

/* ISO 4217's code for "no currency": a bare number. */
#define FT_MONEY_BARE "XXX"

/* Whether it looks like a code of ISO 4217. */
gboolean ft_money_is_currency (const char *currency);
/* How many digits of an amount stand behind the decimal point: 0 to 4. */
int ft_money_get_digits (const char *currency);
/* The currency of the user's locale (LC_MONETARY), interned; FT_MONEY_BARE if it has none. */
const char *ft_money_get_local (void);

char *ft_money_format (gint64 minor, const char *currency);
char *ft_money_format_plain (gint64 minor, const char *currency);
gboolean ft_money_parse (const char *text, const char *usual, gint64 *minor, const char **currency);

G_END_DECLS
