#include "core/ft-money.h"

#include <locale.h>

/* Money as it is written where the user lives; the locales are made for this test. */

static void
go_to (const char *locale)
{
  g_assert_nonnull (setlocale (LC_ALL, locale));
}

/* Blanks of all kinds are one. */
static void
assert_format (gint64 minor, const char *currency, const char *expected)
{
  g_autofree char *text = ft_money_format (minor, currency);
  g_autoptr (GString) plain = g_string_new (NULL);
  gint64 back;
  const char *found;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    g_string_append_unichar (plain,
                             g_unichar_isspace (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  g_assert_cmpstr (plain->str, ==, expected);
  /* What is shown can be typed. */
  g_assert_true (ft_money_parse (text, currency, &back, &found));
  g_assert_cmpint (back, ==, minor);
  g_assert_cmpstr (found, ==, currency);
}

static void
assert_parse (const char *text, gint64 minor, const char *currency)
{
  gint64 value;
  const char *found;

  g_assert_true (ft_money_parse (text, ft_money_get_local (), &value, &found));
  g_assert_cmpint (value, ==, minor);
  g_assert_cmpstr (found, ==, currency);
}

static void
test_german (void)
{
  go_to ("de_DE.UTF-8");
  g_assert_cmpstr (ft_money_get_local (), ==, "EUR");
  assert_format (123456789, "EUR", "1.234.567,89 €");
  assert_format (123450, "USD", "1.234,50 USD");
  assert_format (1234500, "JPY", "1.234.500 JPY");
  assert_format (1234500, "KWD", "1.234,500 KWD");
  assert_parse ("1.250", 125000, "EUR"); /* thousands there */
  assert_parse ("1.250,5", 125050, "EUR");
  assert_parse ("1,250", 125, "EUR");
  assert_parse ("12.50", 1250, "EUR"); /* there are no thousands of two digits */
}

static void
test_british (void)
{
  go_to ("en_GB.UTF-8");
  g_assert_cmpstr (ft_money_get_local (), ==, "GBP");
  assert_format (123450, "GBP", "£1,234.50");
  assert_format (99, "EUR", "EUR 0.99");
  assert_parse ("1,250", 125000, "GBP");
  assert_parse ("£1,250.50", 125050, "GBP");
}

/* Groups of three, then of two. */
static void
test_indian (void)
{
  go_to ("en_IN.UTF-8");
  g_assert_cmpstr (ft_money_get_local (), ==, "INR");
  assert_format (123456700, "EUR", "EUR 12,34,567.00");
  assert_parse ("12,34,567", 123456700, "INR");
}

static void
test_japanese (void)
{
  go_to ("ja_JP.UTF-8");
  g_assert_cmpstr (ft_money_get_local (), ==, "JPY");
  assert_parse ("5,000", 5000, "JPY");
  assert_format (1234567, "EUR", "EUR 12,345.67");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/local/german", test_german);
  g_test_add_func ("/money/local/british", test_british);
  g_test_add_func ("/money/local/indian", test_indian);
  g_test_add_func ("/money/local/japanese", test_japanese);
  return g_test_run ();
}
