#include "core/ft-address.h"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static FtLeadData *
new_lead (const char *street,
          const char *postcode,
          const char *city,
          const char *region,
          const char *country)
{
  FtLeadData *lead = ft_lead_data_new ("Anna Berg");

  set_text (&lead->street, street);
  set_text (&lead->postcode, postcode);
  set_text (&lead->city, city);
  set_text (&lead->region, region);
  set_text (&lead->country, country);
  return lead;
}

static void
test_lines (void)
{
  static const struct
  {
    const char *street, *postcode, *city, *region, *country;
    const char *home;
    const char *lines;
  } cases[] = {
    /* before the city */
    { "Am Markt 1", "10115", "Berlin", "Berlin", "Germany", "DE", "Am Markt 1|10115 Berlin" },
    { "Am Markt 1", "10115", "Berlin", "", "", "DE", "Am Markt 1|10115 Berlin" },
    { "Am Markt 1", "10115", "Berlin", "", "Deutschland", "US",
      "Am Markt 1|10115 Berlin|DEUTSCHLAND" },
    { "Am Markt 1", "10115", "Berlin", "", "de", "US", "Am Markt 1|10115 Berlin|GERMANY" },
    { "1 rue X", "75001", "Paris", "Île-de-France", "France", "DE", "1 rue X|75001 Paris|FRANCE" },
    { "Via Roma 1", "00100", "Roma", "RM", "Italia", "IT", "Via Roma 1|00100 Roma RM" },
    { "Calle 1", "28001", "Madrid", "Madrid", "España", "DE",
      "Calle 1|28001 Madrid|Madrid|ESPAÑA" },
    /* after it */
    { "1 Main St\nApt 4", "78701", "Austin", "TX", "U.S.A.", "US",
      "1 Main St|Apt 4|Austin, TX 78701" },
    { "1 Main St", "78701", "Austin", "TX", " usa ", "DE", "1 Main St|Austin, TX 78701|USA" },
    { "1 Main St", "78701", "Austin", "", "USA", "US", "1 Main St|Austin 78701" },
    { "1 Main St", "", "Austin", "TX", "USA", "US", "1 Main St|Austin, TX" },
    { "1 King St", "M5H 1A1", "Toronto", "ON", "Canada", "US",
      "1 King St|Toronto ON  M5H 1A1|CANADA" },
    { "1 High St", "SW1A 1AA", "London", "", "England", "GB", "1 High St|London|SW1A 1AA" },
    { "1 George St", "2000", "Sydney", "NSW", "AU", "DE", "1 George St|Sydney NSW 2000|AUSTRALIA" },
    { "MG Road 5", "560001", "Bengaluru", "Karnataka", "India", "IN",
      "MG Road 5|Bengaluru 560001|Karnataka" },
    /* of a country nobody here knows, everything */
    { "Street 1", "123", "Somewhere", "Region", "Elbonia", "DE",
      "Street 1|123 Somewhere|Region|ELBONIA" },
    { "Street 1", "123", "Somewhere", "Region", "", "", "Street 1|123 Somewhere|Region" },
    { "", "", "", "", "", "DE", "" },
    { " \n ", "", "Rom", "", "", "DE", "Rom" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtLeadData) lead = new_lead (cases[i].street, cases[i].postcode, cases[i].city,
                                              cases[i].region, cases[i].country);
      g_auto (GStrv) lines = ft_address_lines (lead, cases[i].home);
      g_autofree char *joined = g_strjoinv ("|", lines);
      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

static void
test_label (void)
{
  g_autoptr (FtLeadData) lead = new_lead ("Am Markt 1", "10115", "Berlin", "", "");
  g_auto (GStrv) alone = ft_address_label (lead, "DE");
  g_autofree char *first = g_strjoinv ("|", alone);

  g_assert_cmpstr (first, ==, "Anna Berg|Am Markt 1|10115 Berlin");
  set_text (&lead->company, "Berg Roofing");
  {
    g_auto (GStrv) both = ft_address_label (lead, "DE");
    g_autofree char *second = g_strjoinv ("|", both);
    g_assert_cmpstr (second, ==, "Anna Berg|Berg Roofing|Am Markt 1|10115 Berlin");
  }
}

static void
test_complete (void)
{
  g_autoptr (FtLeadData) whole = new_lead ("Am Markt 1", "", "Berlin", "", "");
  g_autoptr (FtLeadData) nowhere = new_lead ("", "10115", "Berlin", "", "");
  g_autoptr (FtLeadData) lost = new_lead ("Am Markt 1", "10115", "", "", "");

  g_assert_true (ft_address_is_complete (whole));
  g_assert_false (ft_address_is_complete (nowhere));
  g_assert_false (ft_address_is_complete (lost));
}

static void
test_country (void)
{
  g_assert_cmpstr (ft_address_country_code ("DE"), ==, "DE");
  g_assert_cmpstr (ft_address_country_code ("deu"), ==, "DE");
  g_assert_cmpstr (ft_address_country_code ("ÖSTERREICH"), ==, "AT");
  g_assert_cmpstr (ft_address_country_code ("united states of america"), ==, "US");
  g_assert_cmpstr (ft_address_country_code (""), ==, "");
  g_assert_cmpstr (ft_address_country_code ("Elbonia"), ==, "");
  /* The tests have no locale of any place. */
  g_assert_cmpstr (ft_address_home (), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/lines", test_lines);
  g_test_add_func ("/address/label", test_label);
  g_test_add_func ("/address/complete", test_complete);
  g_test_add_func ("/address/country", test_country);
  return g_test_run ();
}
