#include "core/ft-address.h"
#include "core/ft-money.h"
#include "core/ft-phone.h"
#include "core/ft-when.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* What people type and what they are shown, by chance and in many languages: what is shown can be
 * typed, and what is typed by a cat on the keyboard is refused or makes sense. */

static const char *const languages[] = { "en", "de", "fr", "es", "ar" };
static const char *const locales[]
    = { "C.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", "en_IN.UTF-8", "ja_JP.UTF-8" };

static void
speak (const char *language, const char *locale)
{
  g_assert_true (g_setenv ("LANGUAGE", language, TRUE));
  /* A change of the locale makes gettext look at LANGUAGE again. */
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (g_dpgettext2 (GETTEXT_PACKAGE, "when", "today"), ==, "today");
  g_assert_nonnull (setlocale (LC_ALL, locale));
  g_assert_cmpint (g_str_equal (g_dpgettext2 (GETTEXT_PACKAGE, "when", "today"), "today"), ==,
                   g_str_equal (language, "en"));
}

static FtCivil
random_civil (GRand *rand, FtCivil now, int days)
{
  return (FtCivil){ now.day + g_rand_int_range (rand, -days, days),
                    g_rand_int_range (rand, FT_ALL_DAY, 1440), 0 };
}

/* --- Times --- */

/* A time as the window shows it is understood in every language: the day and the minute. One that
 * is over and shows no year is not asked for: it would be next year's. */
static void
test_when_is_read_as_written (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      speak (languages[i], i % 2 ? "en_GB.UTF-8" : "de_DE.UTF-8");
      for (int n = 0; n < 200; n++)
        {
          FtCivil now = ft_civil (2024 + n % 5, 1 + n % 12, 1 + n % 28, n % 24, n % 60);
          FtCivil civil = random_civil (rand, now, 900);
          FtCivil read = FT_CIVIL_NONE;
          int year, this_year;
          g_autofree char *text = NULL;

          ft_civil_get_date (civil, &year, NULL, NULL);
          ft_civil_get_date (now, &this_year, NULL, NULL);
          if (year == this_year && ft_civil_compare (civil, now) < 0)
            continue;
          text = civil.minute == FT_ALL_DAY ? ft_when_format_date (civil, now)
                                            : ft_when_format (civil, now);
          if (!ft_when_parse (text, now, &read) || ft_civil_compare (read, civil) != 0)
            g_error ("%s: “%s” is not read as it is written", languages[i], text);
        }
    }
}

static void
test_stored_times (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  gint32 end = ft_civil_all_day (9999, 12, 31).day;

  for (int n = 0; n < 5000; n++)
    {
      FtCivil civil = { g_rand_int_range (rand, 1, end + 1), g_rand_int_range (rand, -1, 1440), 0 };
      FtCivil read = FT_CIVIL_NONE;
      g_autofree char *text = ft_civil_to_string (civil);
      g_assert_true (ft_civil_from_string (text, &read));
      g_assert_cmpint (ft_civil_compare (read, civil), ==, 0);
      /* And as text they are in the order of time. */
      if (civil.minute > 0)
        {
          g_autofree char *before = ft_civil_to_string (ft_civil_add_minutes (civil, -1));
          g_assert_cmpstr (before, <, text);
        }
    }
}

/* Words of all the languages in any order: nothing that is understood is over or out of the day. */
static void
test_any_words (void)
{
  static const char *const pieces[] = { "heute", "morgen",    "nächste",
                                        "Woche", "um",        "16",
                                        "Uhr",   "demain",    "à",
                                        "h",     "30",        "dans",
                                        "une",   "quinzaine", "mañana",
                                        "por",   "la",        "tarde",
                                        "que",   "viene",     "en",
                                        "غدًا",   "الساعة",    "٤",
                                        "مساءً",  "بعد",       "أسبوعين",
                                        "next",  "Thu",       "in",
                                        "2",     "weeks",     "noon",
                                        ":",     ".",         "/",
                                        "-",     "+",         "99999999999999999999",
                                        "\xff",  "\u202b",    "\u00a0",
                                        "in a",  "th",        "12",
                                        "am",    "pm" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  FtCivil now = ft_civil (2026, 11, 26, 14, 30);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      guint n_understood = 0;

      speak (languages[i], "en_GB.UTF-8");
      for (int n = 0; n < 600; n++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          FtCivil civil = FT_CIVIL_NONE;
          guint n_numbers = 0;

          for (int k = g_rand_int_range (rand, 1, 6); k > 0; k--)
            g_string_append_printf (text, "%s%s",
                                    pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))],
                                    g_rand_int_range (rand, 0, 4) ? " " : "");
          for (const char *p = text->str; *p; p++)
            n_numbers += g_ascii_isdigit (*p) && !g_ascii_isdigit (p[1]);
          if (!ft_when_parse (text->str, now, &civil))
            {
              g_assert_false (ft_civil_is_set (civil));
              continue;
            }
          n_understood++;
          g_assert_true (ft_civil_is_set (civil));
          g_assert_true (civil.minute >= FT_ALL_DAY && civil.minute < 1440);
          /* A year can only be typed as the third of three numbers. */
          if (n_numbers < 3)
            g_assert_cmpint (ft_civil_compare (civil, now), >=, 0);
        }
      g_assert_cmpuint (n_understood, >, 15);
    }
}

/* --- Money --- */

/* Shown with its sign or to be edited, an amount of any size is typed back the same, in locales
 * with other points, groups and places of the sign. */
static void
test_money_is_read_as_written (void)
{
  static const char *const currencies[]
      = { "EUR", "USD", "JPY", "KWD", "CLF", "INR", "GBP", "CHF", FT_MONEY_BARE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (24);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      speak ("en", locales[i]);
      for (int n = 0; n < 1500; n++)
        {
          const char *currency = currencies[n % G_N_ELEMENTS (currencies)];
          guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
          gint64 value = bits >> g_rand_int_range (rand, 1, 64);
          g_autofree char *shown = ft_money_format (value, currency);
          g_autofree char *plain = ft_money_format_plain (value, currency);
          const char *texts[] = { shown, plain };

          for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
            {
              gint64 minor = -1;
              const char *found = NULL;
              if (!ft_money_parse (texts[k], currency, &minor, &found) || minor != value
                  || !g_str_equal (found, currency))
                g_error ("%s: “%s” is not read as it is written", locales[i], texts[k]);
            }
        }
    }
}

/* Nothing is ever rounded, made negative or wrapped around; an amount that is refused changes
 * nothing. */
static void
test_any_amount (void)
{
  static const char *const pieces[]
      = { "1", "0",   "250", "9999999999", ".",   ",",      "'",      "’", "−",
          "-", "€",   "$",   "EUR",        "kr",  " ",      "\u00a0", "٣", "٫",
          "٬", "XXX", "e9",  "%",          "١٢٣", "\u200e", "zł" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (25);
  guint n_read = 0;

  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 minor = -77;
      const char *currency = NULL;

      if (n % 1000 == 0)
        speak ("en", locales[n / 1000]);
      for (int k = g_rand_int_range (rand, 0, 8); k > 0; k--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!ft_money_parse (text->str, "EUR", &minor, &currency))
        {
          g_assert_null (currency);
          continue;
        }
      n_read++;
      g_assert_cmpint (minor, >=, 0);
      g_assert_true (ft_money_is_currency (currency));
      g_assert_null (strchr (text->str, '-'));
      g_assert_null (strchr (text->str, '%'));
      {
        g_autofree char *plain = ft_money_format_plain (minor, currency);
        const char *again = NULL;
        gint64 back = -1;
        g_assert_true (ft_money_parse (plain, currency, &back, &again));
        g_assert_cmpint (back, ==, minor);
      }
    }
  g_assert_cmpuint (n_read, >, 200);
}

/* --- Telephone numbers --- */

/* However it is spaced or said abroad, a number is the same; another digit makes another. */
static void
test_phone_written_otherwise (void)
{
  static const char *const blanks[]
      = { "", " ", "-", "/", ".", "\u00a0", "\u2011", " - ", "\u202f", "\u2013" };
  static const char *const countries[] = { "49", "1", "44", "33", "39", "966", "81", "378" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);

  for (int n = 0; n < 1500; n++)
    {
      const char *country = countries[n % G_N_ELEMENTS (countries)];
      g_autofree char *digits = g_strdup_printf ("%d%07d", g_rand_int_range (rand, 2, 999),
                                                 g_rand_int_range (rand, 0, 10000000));
      g_autofree char *plain = g_strconcat ("+", country, digits, NULL);
      g_autofree char *zeros = g_strconcat ("00", country, digits, NULL);
      g_autoptr (GString) spaced = g_string_new (NULL);
      g_autofree char *key = ft_phone_key (plain);
      g_autofree char *uri = NULL;
      g_autofree char *wanted = g_strconcat ("tel:", plain, NULL);

      g_string_append_printf (spaced, "+%s ", country);
      for (const char *p = digits; *p; p++)
        g_string_append_printf (spaced, "%c%s", *p,
                                blanks[g_rand_int_range (rand, 0, G_N_ELEMENTS (blanks))]);
      g_assert_true (ft_phone_same (plain, zeros));
      g_assert_true (ft_phone_same (plain, spaced->str));
      g_assert_true (ft_phone_same (spaced->str, plain));
      uri = ft_phone_to_uri (spaced->str);
      g_assert_cmpstr (uri, ==, wanted);
      {
        g_autofree char *other_key = ft_phone_key (spaced->str);
        g_auto (GStrv) search = ft_phone_search_keys (spaced->str);
        g_autofree char *other = g_strdup (plain);
        char *digit = &other[strlen (other) - 1];
        g_assert_cmpstr (other_key, ==, key);
        g_assert_nonnull (search);
        g_assert_nonnull (strstr (key, search[0]));
        *digit = *digit == '9' ? '0' : *digit + 1;
        g_assert_false (ft_phone_same (plain, other));
      }
    }
}

static void
test_any_phone (void)
{
  static const char *const pieces[]
      = { "+",       "00", "0", "(0)", "49", "39", "1",       "7",    "555",
          "ext. 12", "x",  ";", "#",   "*",  "٣٤", "＋",      "\xff", "\xe2\x80",
          " ",       "-",  "/", "p",   "&",  "\n", "CALL-ME", "(" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (int n = 0; n < 5000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int k = g_rand_int_range (rand, 0, 9); k > 0; k--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *key = ft_phone_key (text->str);
      g_autofree char *uri = ft_phone_to_uri (text->str);
      g_auto (GStrv) search = ft_phone_search_keys (text->str);

      g_assert_cmpuint (strspn (key, "0123456789"), ==, strlen (key));
      /* What another program is handed has nothing in it but a number. */
      if (uri)
        {
          const char *number = uri + strlen ("tel:");
          number += *number == '+';
          g_assert_true (g_str_has_prefix (uri, "tel:"));
          g_assert_cmpuint (strspn (number, "0123456789"), ==, strlen (number));
          g_assert_cmpstr (number, !=, "");
        }
      for (guint i = 0; search && search[i]; i++)
        {
          g_assert_cmpstr (search[i], !=, "");
          g_assert_nonnull (strstr (key, search[i]));
        }
      if (*key == '\0')
        g_assert_false (ft_phone_same (text->str, text->str));
    }
}

/* --- Addresses --- */

static void
set_text (GRand *rand, char **field)
{
  static const char *const pieces[]
      = { "Am Markt 1", "\n",     " ",    "Berlin", "10115", "|", "p c",       "東京都",
          "شارع",       "ß",      "%s",   ",",      "TX",    "-", "Ft. Worth", "\t",
          "Łódź",       "\u00a0", "=1+1", "Straße", "",      "" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_free (*field);
  *field = g_strdup (text->str);
}

static gboolean
contains (char **lines, const char *part)
{
  g_autofree char *all = g_strjoinv ("\n", lines);
  g_autofree char *stripped = g_strstrip (g_strdup (part));

  return strstr (all, stripped) != NULL;
}

/* B11: an envelope says everything that is known of where to, on lines that say something; abroad,
 * the country last. */
static void
test_any_address_B11 (void)
{
  static const char *const countries[] = { "",     "DE", "Germany",    "u.s.a.", "US", "Japan",
                                           "日本", "GB", "Frankreich", "Utopia", "BR", "المغرب" };
  static const char *const homes[] = { "", "DE", "US", "JP" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (28);

  for (int n = 0; n < 3000; n++)
    {
      g_autoptr (FtLeadData) lead = ft_lead_data_new ("Anna Berg");
      const char *home = homes[n % G_N_ELEMENTS (homes)];
      g_auto (GStrv) lines = NULL;
      g_auto (GStrv) label = NULL;
      const char *code;

      set_text (rand, &lead->street);
      set_text (rand, &lead->postcode);
      set_text (rand, &lead->city);
      g_free (lead->country);
      lead->country = g_strdup (countries[g_rand_int_range (rand, 0, G_N_ELEMENTS (countries))]);
      code = ft_address_country_code (lead->country);
      lines = ft_address_lines (lead, home);
      label = ft_address_label (lead, home);
      for (guint i = 0; lines[i]; i++)
        {
          g_autofree char *stripped = g_strstrip (g_strdup (lines[i]));
          g_assert_cmpstr (stripped, ==, lines[i]);
          g_assert_cmpstr (lines[i], !=, "");
          g_assert_true (g_utf8_validate (lines[i], -1, NULL));
        }
      g_assert_cmpstr (label[0], ==, "Anna Berg");
      g_assert_cmpuint (g_strv_length (label), ==, g_strv_length (lines) + 1);
      g_assert_true (contains (lines, lead->city) || strchr (lead->city, '\n'));
      /* Where it is the custom to leave it out, none is written. */
      if (!g_str_equal (code, "AE") && !strchr (lead->postcode, '\n'))
        g_assert_true (contains (lines, lead->postcode));
      if (*code != '\0' && !g_str_equal (code, home))
        {
          const char *last = lines[g_strv_length (lines) - 1];
          g_autofree char *capitals = g_utf8_strup (last, -1);
          g_assert_cmpstr (capitals, ==, last);
          g_assert_cmpstr (ft_address_country_code (last), ==, code);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FOLLOW_THROUGH_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/typed/when/as-written", test_when_is_read_as_written);
  g_test_add_func ("/typed/when/stored", test_stored_times);
  g_test_add_func ("/typed/when/any-words", test_any_words);
  g_test_add_func ("/typed/money/as-written", test_money_is_read_as_written);
  g_test_add_func ("/typed/money/any", test_any_amount);
  g_test_add_func ("/typed/phone/written-otherwise", test_phone_written_otherwise);
  g_test_add_func ("/typed/phone/any", test_any_phone);
  g_test_add_func ("/typed/address/any-B11", test_any_address_B11);
  return g_test_run ();
}
