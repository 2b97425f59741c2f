#define G_LOG_DOMAIN "ft-core"

#include "core/ft-address.h"

#include <langinfo.h>
#include <string.h>

/* What stands below the street: p the postcode, c the city, r the region, | a new line. What is
 * between two of them is written only where both are. A region that is not named is not written. */
#define POSTCODE_FIRST "p c"
#define POSTCODE_LAST "c p"

/* The languages of a country's own name and English; the first name is how a letter from abroad is
 * addressed where the country was typed as a code. */
static const struct
{
  const char *code;
  const char *place;
  const char *names;
} countries[] = {
  { "AE", "c|r", "United Arab Emirates|UAE|ARE|الإمارات" },
  { "AR", "p c|r", "Argentina|ARG" },
  { "AT", POSTCODE_FIRST, "Austria|Österreich|AUT|Autriche" },
  { "AU", "c r p", "Australia|AUS" },
  { "BE", POSTCODE_FIRST, "Belgium|Belgique|België|Belgien|BEL" },
  { "BG", POSTCODE_FIRST, "Bulgaria|България|BGR" },
  { "BR", "c-r|p", "Brazil|Brasil|BRA" },
  { "CA", "c r  p", "Canada|CAN|Kanada" },
  { "CH", POSTCODE_FIRST, "Switzerland|Schweiz|Suisse|Svizzera|CHE" },
  { "CL", "p c|r", "Chile|CHL" },
  { "CN", "c, r|p", "China|中国|CHN|People's Republic of China" },
  { "CO", "c, r|p", "Colombia|COL" },
  { "CZ", POSTCODE_FIRST, "Czechia|Czech Republic|Česko|Česká republika|Tschechien|CZE" },
  { "DE", POSTCODE_FIRST, "Germany|Deutschland|Allemagne|Alemania|DEU|ألمانيا" },
  { "DK", POSTCODE_FIRST, "Denmark|Danmark|Dänemark|DNK" },
  { "EE", POSTCODE_FIRST, "Estonia|Eesti|EST" },
  { "EG", "c|r|p", "Egypt|مصر|EGY" },
  { "ES", "p c|r", "Spain|España|Spanien|Espagne|ESP" },
  { "FI", POSTCODE_FIRST, "Finland|Suomi|Finnland|FIN" },
  { "FR", POSTCODE_FIRST, "France|Frankreich|Francia|FRA" },
  { "GB", "c|r|p",
    "United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|GBR" },
  { "GR", POSTCODE_FIRST, "Greece|Ελλάδα|Griechenland|GRC" },
  { "HR", POSTCODE_FIRST, "Croatia|Hrvatska|Kroatien|HRV" },
  { "HU", "c|p", "Hungary|Magyarország|Ungarn|HUN" },
  { "IE", "c|r|p", "Ireland|Éire|Irland|IRL" },
  { "IL", POSTCODE_LAST, "Israel|ישראל|ISR" },
  { "IN", "c p|r", "India|भारत|Indien|IND" },
  { "IS", POSTCODE_FIRST, "Iceland|Ísland|ISL" },
  { "IT", "p c r", "Italy|Italia|Italien|Italie|ITA" },
  { "JP", "c, r p", "Japan|日本|JPN" },
  { "KR", "c, r p", "South Korea|Korea|대한민국|KOR|Republic of Korea" },
  { "LI", POSTCODE_FIRST, "Liechtenstein|LIE" },
  { "LT", POSTCODE_FIRST, "Lithuania|Lietuva|LTU" },
  { "LU", POSTCODE_FIRST, "Luxembourg|Luxemburg|LUX" },
  { "LV", "c, p", "Latvia|Latvija|LVA" },
  { "MA", POSTCODE_FIRST, "Morocco|Maroc|المغرب|MAR" },
  { "MX", "p c, r", "Mexico|México|MEX" },
  { "NL", "p  c", "Netherlands|Nederland|The Netherlands|Holland|Niederlande|NLD" },
  { "NO", POSTCODE_FIRST, "Norway|Norge|Norwegen|NOR" },
  { "NP", POSTCODE_LAST, "Nepal|नेपाल|NPL" },
  { "NZ", POSTCODE_LAST, "New Zealand|Aotearoa|NZL" },
  { "PL", POSTCODE_FIRST, "Poland|Polska|Polen|POL" },
  { "PT", POSTCODE_FIRST, "Portugal|PRT" },
  { "RO", POSTCODE_FIRST, "Romania|România|Rumänien|ROU" },
  { "SA", POSTCODE_LAST, "Saudi Arabia|السعودية|SAU" },
  { "SE", "p  c", "Sweden|Sverige|Schweden|SWE" },
  { "SG", POSTCODE_LAST, "Singapore|SGP" },
  { "SI", POSTCODE_FIRST, "Slovenia|Slovenija|Slowenien|SVN" },
  { "SK", POSTCODE_FIRST, "Slovakia|Slovensko|Slowakei|SVK" },
  { "TR", "p c/r", "Turkey|Türkiye|Türkei|TUR" },
  { "UA", "c|r|p", "Ukraine|Україна|UKR" },
  { "US", "c, r p",
    "United States|USA|United States of America|America|Estados Unidos|États-Unis|Vereinigte "
    "Staaten" },
  { "WS", "c|r", "Samoa|WSM" },
  { "ZA", "c|p", "South Africa|Südafrika|ZAF" },
};

/* Of a country that is not in the table: everything, so that nothing is missing. */
#define ANY_PLACE "p c|r"

/* "U.S.A." is "usa". */
static char *
simplify (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (*p != '.' && !(g_ascii_isspace (*p) && (plain->len == 0 || p[1] == '\0')))
      g_string_append_c (plain, *p);
  return g_utf8_casefold (plain->str, -1);
}

static int
find_country (const char *typed)
{
  g_autofree char *wanted = simplify (typed);

  if (*wanted == '\0')
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      g_auto (GStrv) names = g_strsplit (countries[i].names, "|", -1);

      if (g_ascii_strcasecmp (wanted, countries[i].code) == 0)
        return i;
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *name = g_utf8_casefold (names[j], -1);
          if (g_str_equal (name, wanted))
            return i;
        }
    }
  return -1;
}

const char *
ft_address_country_code (const char *typed)
{
  int found = find_country (typed);
  return found >= 0 ? countries[found].code : "";
}

const char *
ft_address_home (void)
{
  return ft_address_country_code (nl_langinfo (_NL_ADDRESS_COUNTRY_AB2));
}

gboolean
ft_address_is_complete (const FtLeadData *lead)
{
  return *lead->street != '\0' && *lead->city != '\0';
}

/* --- Lines --- */

static void
add_line (GPtrArray *lines, const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  if (*stripped != '\0')
    g_ptr_array_add (lines, g_steal_pointer (&stripped));
}

static void
add_lines (GPtrArray *lines, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    add_line (lines, parts[i]);
}

static const char *
get_part (const FtLeadData *lead, char part)
{
  switch (part)
    {
    case 'p':
      return lead->postcode;
    case 'c':
      return lead->city;
    case 'r':
      return lead->region;
    default:
      return NULL;
    }
}

static void
add_place (GPtrArray *lines, const FtLeadData *lead, const char *place)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) between = g_string_new (NULL);

  for (const char *p = place; *p != '\0'; p++)
    {
      const char *part = get_part (lead, *p);

      if (*p == '|')
        {
          add_line (lines, line->str);
          g_string_truncate (line, 0);
          g_string_truncate (between, 0);
        }
      else if (part == NULL)
        {
          g_string_append_c (between, *p);
        }
      else
        {
          if (*part != '\0' && line->len > 0)
            g_string_append (line, between->str);
          g_string_append (line, part);
          g_string_truncate (between, 0);
        }
    }
  add_line (lines, line->str);
}

static void
add_country (GPtrArray *lines, const FtLeadData *lead, int country, const char *home)
{
  g_autofree char *name = g_strdup (lead->country);
  g_autofree char *capitals = NULL;

  if (country >= 0 && g_str_equal (countries[country].code, home))
    return;
  /* Two or three letters are no name for a country on an envelope. */
  if (country >= 0 && g_utf8_strlen (name, -1) <= 3)
    {
      g_free (name);
      name = g_strndup (countries[country].names, strcspn (countries[country].names, "|"));
    }
  capitals = g_utf8_strup (name, -1);
  add_line (lines, capitals);
}

static void
add_address (GPtrArray *lines, const FtLeadData *lead, const char *home)
{
  int country = find_country (*lead->country != '\0' ? lead->country : home);

  add_lines (lines, lead->street);
  add_place (lines, lead, country >= 0 ? countries[country].place : ANY_PLACE);
  add_country (lines, lead, country, home);
}

static char **
end_lines (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

char **
ft_address_lines (const FtLeadData *lead, const char *home)
{
  GPtrArray *lines = g_ptr_array_new ();

  add_address (lines, lead, home);
  return end_lines (lines);
}

char **
ft_address_label (const FtLeadData *lead, const char *home)
{
  GPtrArray *lines = g_ptr_array_new ();

  add_line (lines, lead->name);
  add_line (lines, lead->company);
  add_address (lines, lead, home);
  return end_lines (lines);
}
