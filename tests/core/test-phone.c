#include "core/ft-phone.h"

#include <string.h>

static void
test_key (void)
{
  static const struct
  {
    const char *number;
    const char *key;
  } cases[] = {
    { "+49 (30) 1234-567", "49301234567" },
    { "+49 (0)30 1234567", "49301234567" },
    { "+49 030 1234567", "49301234567" },
    { "0049 30 1234567", "49301234567" },
    { "0049 (0) 30 1234567", "49301234567" },
    { "(030) 1234 567", "301234567" },
    { "030/1234567", "301234567" },
    { "030.123.45.67", "301234567" },
    { "tel:+49-30-1234567", "49301234567" },
    { "Tel. 030 1234567", "301234567" },
    { "+1 (555) 123-4567", "15551234567" },
    { "(555) 123-4567", "5551234567" },
    { "1-555-223-4567", "15552234567" },
    { "+7 912 345-67-89", "79123456789" },
    { "+44 (0)20 7946 0958", "442079460958" },
    { "020 7946 0958", "2079460958" },
    { "+353 1 234 5678", "35312345678" },
    { "+39 06 1234567", "39061234567" }, /* Italy keeps its zero */
    { "06 1234567", "61234567" },
    { "+225 07 01 02 03 04", "2250701020304" },
    { "＋４９ ３０ １２３", "4930123" },
    { "٠٣٠ ١٢٣٤", "301234" },
    { "+49\u00a030\u20111234567", "49301234567" },
    { "110", "110" },
    { "030 1234567 ext. 12", "30123456712" },
    { "none", "" },
    { "", "" },
    { "+", "" },
    { "000", "" },
    { "+00", "" },
    { "\xff"
      "030 12",
      "3012" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = ft_phone_key (cases[i].number);
      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

/* As the search does it: one of the keys of what was typed is inside the number's key. */
static gboolean
finds (const char *typed, const char *stored)
{
  g_autofree char *key = ft_phone_key (stored);
  g_auto (GStrv) search = ft_phone_search_keys (typed);
  if (!search)
    return FALSE;
  g_assert_cmpuint (g_strv_length (search), >=, 1);
  g_assert_cmpuint (g_strv_length (search), <=, 2);
  for (char **k = search; *k; k++)
    if (strstr (key, *k))
      return TRUE;
  return FALSE;
}

static void
test_search (void)
{
  static const struct
  {
    const char *typed;
    const char *stored;
    gboolean found;
  } cases[] = {
    { "0301234567", "+49 (30) 1234-567", TRUE },
    { "30 1234", "+49 (30) 1234-567", TRUE },
    { "234567", "+49 (30) 1234-567", TRUE },
    { "+4930", "+49 (30) 1234-567", TRUE },
    { "0049 30", "+49 (30) 1234-567", TRUE },
    { "+49 (0)30 1234", "+49 (30) 1234-567", TRUE },
    { "030-1234-567", "+49 (30) 1234-567", TRUE },
    { "49301234567", "+49 (30) 1234-567", TRUE },
    { "+49 30 1234567", "030 1234567", TRUE },
    { "+49 30 1234567", "0049 (0)30/1234567", TRUE },
    { "0301234568", "+49 (30) 1234-567", FALSE },
    { "+4931", "+49 (30) 1234-567", FALSE },
    { "+43 30 1234567", "+49 (30) 1234-567", TRUE }, /* its national part is inside */
    { "+1 555 123 4567", "(555) 123-4567", TRUE },
    { "1-555-223-4567", "(555) 223-4567", TRUE },
    { "555-1234", "+1 212 555-1234", TRUE },
    { "+39 06 1234567", "06 1234567", TRUE },
    { "06 1234567", "+39 06 1234567", TRUE },
    { "٠٣٠١٢٣", "030 1234567", TRUE },
    { "0123", "+49 30 123456", TRUE },
  };
  static const char *const not_numbers[] = { "",
                                             "12",
                                             "ab123",
                                             "Thu 123",
                                             "1 2",
                                             "+49",
                                             "anna@x.de",
                                             "000",
                                             "123#",
                                             "\xff"
                                             "123",
                                             "12,3" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (finds (cases[i].typed, cases[i].stored) != cases[i].found)
      g_error ("%s in %s", cases[i].typed, cases[i].stored);
  for (gsize i = 0; i < G_N_ELEMENTS (not_numbers); i++)
    g_assert_null (ft_phone_search_keys (not_numbers[i]));
}

static void
test_same (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "+49 (30) 1234-567", "030 1234567", TRUE },
    { "+49 (30) 1234-567", "0049301234567", TRUE },
    { "+49 (30) 1234-567", "+49 (0)30 1234567", TRUE },
    { "030/1234567", "(030) 123 45 67", TRUE },
    { "+1 555 223 4567", "(555) 223-4567", TRUE },
    { "1-555-223-4567", "(555) 223-4567", TRUE },
    { "1-555-223-4567", "+15552234567", TRUE },
    { "+39 06 1234567", "06 1234567", TRUE },
    { "+49 30 1234567", "+43 30 1234567", FALSE },
    { "+49 30 1234567", "+49 30 1234568", FALSE },
    { "+49 30 1234567", "030 123456", FALSE },
    { "+49 30 1234567", "1234567", FALSE },
    { "030 1234567", "1234567", FALSE },
    { "+1 555 223 4567", "+7 555 223 4567", FALSE },
    { "+39 0331 123456", "+39 331 123456", FALSE },
    { "+39 0331 123456", "331 123456", FALSE },
    { "+39 0331 123456", "0331 123456", TRUE },
    { "030 1234567 ext. 12", "030 1234567 ext. 13", FALSE },
    { "030 1234567 ext. 12", "0301234567 Ext 12", TRUE },
    { "030 1234567 ext. 12", "030 1234567", FALSE },
    { "1-800-FLOWERS", "1-800-CARPETS", FALSE },
    { "1-800-FLOWERS", "1 800 flowers", TRUE },
    { "", "", FALSE },
    { "none", "none", FALSE },
    { "", "030 1234567", FALSE },
    { "110", "110", TRUE },
    { "110", "+49 110", TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (ft_phone_same (cases[i].a, cases[i].b) != cases[i].same
        || ft_phone_same (cases[i].b, cases[i].a) != cases[i].same)
      g_error ("%s and %s", cases[i].a, cases[i].b);
}

static void
test_uri (void)
{
  static const struct
  {
    const char *number;
    const char *uri;
  } cases[] = {
    { "+49 (30) 1234-567", "tel:+49301234567" },
    { "+49 (0)30 1234567", "tel:+49301234567" },
    { "030 1234567", "tel:0301234567" },
    { "Tel. 030 1234567", "tel:0301234567" },
    { "tel:+49301234567", "tel:+49301234567" },
    { "030 1234567 ext. 12", "tel:0301234567" },
    { "+1 555 123 4567;ext=9", "tel:+15551234567" },
    { "030 1234567 (office)", "tel:0301234567" },
    { "++49 30 12", "tel:+493012" },
    { "+49 30+12", "tel:+493012" },
    { "٠٣٠ ١٢", "tel:03012" },
    { "110; rm -rf /", "tel:110" },
    { "030 123\nBcc: x", "tel:030123" },
    { "call me", NULL },
    { "+", NULL },
    { "+(0)", NULL },
    { "", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = ft_phone_to_uri (cases[i].number);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/key", test_key);
  g_test_add_func ("/phone/search", test_search);
  g_test_add_func ("/phone/same", test_same);
  g_test_add_func ("/phone/uri", test_uri);
  return g_test_run ();
}
