#include "core/ft-money.h"

#include <locale.h>

/* Amounts as the plain locale of the tests writes them: a point, and nothing between thousands. */
static void
test_formats (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency;
    const char *text;
    const char *plain;
  } cases[] = {
    { 0, "EUR", "0.00 EUR", "0.00" },
    { 5, "EUR", "0.05 EUR", "0.05" },
    { 123450, "USD", "1234.50 USD", "1234.50" },
    { 123450, "JPY", "123450 JPY", "123450" },
    { 0, "JPY", "0 JPY", "0" },
    { 123450, "KWD", "123.450 KWD", "123.450" },
    { 7, "BHD", "0.007 BHD", "0.007" },
    { 12345, "CLF", "1.2345 CLF", "1.2345" },
    { 123450, FT_MONEY_BARE, "1234.50", "1234.50" },
    { G_MAXINT64, "EUR", "92233720368547758.07 EUR", "92233720368547758.07" },
    { -150, "EUR", "−1.50 EUR", "−1.50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ft_money_format (cases[i].minor, cases[i].currency);
      g_autofree char *plain = ft_money_format_plain (cases[i].minor, cases[i].currency);
      g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);
      g_autofree char *blank = g_strjoinv (" ", parts);
      g_assert_cmpstr (blank, ==, cases[i].text);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_parses (void)
{
  static const struct
  {
    const char *text;
    const char *usual;
    gint64 minor;
    const char *currency; /* NULL: it is refused */
  } cases[] = {
    { "1250", "EUR", 125000, "EUR" },
    { " 1250 ", "JPY", 1250, "JPY" },
    { "1250", "KWD", 1250000, "KWD" },
    { "1250.5", "EUR", 125050, "EUR" },
    { "1,250.50", "USD", 125050, "USD" },
    { "1.250,50 €", "USD", 125050, "EUR" },
    { "€1.250,50", "USD", 125050, "EUR" },
    { "CHF 1'250.05", "EUR", 125005, "CHF" },
    { "chf 1’250", "EUR", 125000, "CHF" },
    { "1 250 000,00 EUR", "USD", 125000000, "EUR" },
    { "1\u00a0250,00 zł", "USD", 125000, "PLN" },
    { "12,34,567", "INR", 123456700, "INR" },
    { "1,250", "EUR", 125000, "EUR" }, /* thousands, where the point divides */
    { "1,25", "EUR", 125, "EUR" },     /* there are no thousands of two digits */
    { "1.250", "KWD", 1250, "KWD" },   /* a dinar and a quarter */
    { "0.007", "KWD", 7, "KWD" },
    { "1.2500", "EUR", 125, "EUR" }, /* nothing is lost */
    { "1.005", "EUR", 0, NULL },     /* there is no such coin */
    { "12.5", "JPY", 0, NULL },
    { "12.0", "JPY", 12, "JPY" },
    { "0", "EUR", 0, "EUR" },
    { "$ 99", "EUR", 9900, "USD" },
    { "¥5000", "EUR", 5000, "JPY" },
    { "١٬٢٥٠٫٥", "EGP", 125050, "EGP" },
    { "92233720368547758.07", "EUR", G_MAXINT64, "EUR" },
    { "92233720368547758.08", "EUR", 0, NULL },
    { "99999999999999999999", "JPY", 0, NULL },
    { "", "EUR", 0, NULL },
    { "EUR", "EUR", 0, NULL },
    { "about 12", "EUR", 0, NULL },
    { "12 or 13", "EUR", 0, NULL },
    { "-5", "EUR", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minor = -1;
      const char *currency = NULL;
      gboolean parsed = ft_money_parse (cases[i].text, cases[i].usual, &minor, &currency);
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (parsed, ==, cases[i].currency != NULL);
      if (!parsed)
        continue;
      g_assert_cmpint (minor, ==, cases[i].minor);
      g_assert_cmpstr (currency, ==, cases[i].currency);
    }
}

/* What is shown to be edited is read back the same. */
static void
test_round_trip (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "KWD", "CLF", FT_MONEY_BARE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      const char *currency = currencies[i % G_N_ELEMENTS (currencies)];
      gint64 value = g_rand_int (rand) >> (i % 32);
      g_autofree char *text
          = i % 2 ? ft_money_format (value, currency) : ft_money_format_plain (value, currency);
      gint64 minor;
      const char *found;
      g_assert_true (ft_money_parse (text, currency, &minor, &found));
      g_assert_cmpint (minor, ==, value);
      g_assert_cmpstr (found, ==, currency);
    }
}

static void
test_currencies (void)
{
  g_assert_true (ft_money_is_currency ("EUR"));
  g_assert_false (ft_money_is_currency ("eur"));
  g_assert_false (ft_money_is_currency ("EURO"));
  g_assert_false (ft_money_is_currency (""));
  g_assert_cmpint (ft_money_get_digits ("JPY"), ==, 0);
  g_assert_cmpint (ft_money_get_digits ("EUR"), ==, 2);
  g_assert_cmpint (ft_money_get_digits ("TND"), ==, 3);
  g_assert_cmpint (ft_money_get_digits (""), ==, 2);
  g_assert_cmpstr (ft_money_get_local (), ==, FT_MONEY_BARE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/formats", test_formats);
  g_test_add_func ("/money/parses", test_parses);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/currencies", test_currencies);
  return g_test_run ();
}
