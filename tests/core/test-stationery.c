#include "core/ft-settings.h"
#include "core/ft-stationery.h"

#include <string.h>

/* Everything on its page, and nothing on anything else. */
static void
test_fields (void)
{
  const FtStationery *stationery;

  for (guint i = 0; (stationery = ft_stationery_get (i)); i++)
    {
      guint n = ft_stationery_get_n_fields (stationery);

      g_assert_true (ft_stationery_find (stationery->id) == stationery);
      g_assert_cmpint (*ft_stationery_words (stationery), !=, '\0');
      g_assert_cmpuint (n, ==, stationery->envelope ? 1 : stationery->columns * stationery->rows);
      for (guint a = 0; a < n; a++)
        {
          double x, y;

          ft_stationery_get_field (stationery, a, &x, &y);
          g_assert_cmpfloat (x, >=, 0);
          g_assert_cmpfloat (y, >=, 0);
          g_assert_cmpfloat (x + stationery->width, <=, stationery->page_width + 0.01);
          g_assert_cmpfloat (y + stationery->height, <=, stationery->page_height + 0.01);
          for (guint b = 0; b < a; b++)
            {
              double left, top;

              ft_stationery_get_field (stationery, b, &left, &top);
              g_assert_true (
                  x >= left + stationery->width - 0.01 || left >= x + stationery->width - 0.01
                  || y >= top + stationery->height - 0.01 || top >= y + stationery->height - 0.01);
            }
        }
    }
  g_assert_cmpuint (ft_stationery_get_n_fields (ft_stationery_find ("a4-21")), ==, 21);
  g_assert_cmpuint (ft_stationery_get_n_fields (ft_stationery_find ("letter-30")), ==, 30);
  g_assert_null (ft_stationery_find (""));
  g_assert_null (ft_stationery_find ("papyrus"));
}

static void
test_usual (void)
{
  g_assert_cmpstr (ft_stationery_usual ("US")->id, ==, "no10");
  g_assert_cmpstr (ft_stationery_usual ("DE")->id, ==, "dl");
  g_assert_cmpstr (ft_stationery_usual ("")->id, ==, "dl");
}

static void
test_settings (void)
{
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (FtSettings) copy = NULL;
  g_autofree char *sender = NULL;

  g_assert_true (ft_settings_set (settings, "stationery", "c6"));
  g_assert_false (ft_settings_set (settings, "stationery", "papyrus"));
  g_assert_cmpstr (settings->stationery, ==, "c6");
  g_assert_true (ft_settings_set (settings, "sender", "12 Main St\nAustin"));
  copy = ft_settings_copy (settings);
  g_assert_true (ft_settings_equal (copy, settings));
  g_assert_true (ft_settings_set (copy, "sender", ""));
  g_assert_false (ft_settings_equal (copy, settings));
  sender = ft_settings_get (settings, "sender");
  g_assert_cmpstr (sender, ==, "12 Main St\nAustin");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stationery/fields", test_fields);
  g_test_add_func ("/stationery/usual", test_usual);
  g_test_add_func ("/stationery/settings", test_settings);
  return g_test_run ();
}
