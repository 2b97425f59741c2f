#include "ui/ft-accessible.h"
#include "ui/ft-filters.h"
#include "ui/ft-dots.h"
#include "ui/ft-icons.h"

#include <adwaita.h>
#include <locale.h>

/* The words of the filters, the dots and the icons: complete, distinct, and there. */

static void
test_words (void)
{
  for (guint i = 0; i < FT_N_FILTERS; i++)
    {
      FtFilterWords words = ft_filter_words (i);
      FtLeadFilter back = FT_N_FILTERS;
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ft_filter_from_nick (words.nick, &back));
      g_assert_cmpint (back, ==, i);
      g_assert_true (*words.label != '\0');
      g_assert_true (g_str_has_suffix (words.empty, "."));
      g_assert_true (*words.button != '\0');
      g_assert_true (g_action_parse_detailed_name (words.action, &action, &target, &error));
      g_assert_no_error (error);
      if (target != NULL)
        {
          FtLeadFilter leads_to;

          g_assert_true (ft_filter_from_nick (g_variant_get_string (target, NULL), &leads_to));
          g_assert_cmpint (leads_to, !=, i);
        }
    }
}

static void
test_unknown_nick (void)
{
  FtLeadFilter filter = FT_FILTER_WEEK;

  g_assert_false (ft_filter_from_nick ("", &filter));
  g_assert_false (ft_filter_from_nick ("good ones", &filter));
  g_assert_cmpint (filter, ==, FT_FILTER_WEEK);
}

static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  static const char *const others[] = { "ft-late-symbolic", "ft-promise-symbolic" };

  gtk_icon_theme_add_resource_path (theme, "/app/followthrough/FollowThrough/icons");
  for (guint i = FT_CHANNEL_PHONE; i <= FT_CHANNEL_POST; i++)
    {
      g_assert_true (gtk_icon_theme_has_icon (theme, ft_icon_for_channel (i)));
      g_assert_true (*ft_name_of_channel (i) != '\0');
      for (guint j = FT_CHANNEL_PHONE; j < i; j++)
        g_assert_cmpstr (ft_icon_for_channel (i), !=, ft_icon_for_channel (j));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (gtk_icon_theme_has_icon (theme, others[i]));
  g_assert_null (ft_icon_for_channel (FT_CHANNEL_NONE));
  g_assert_cmpstr (ft_name_of_channel (FT_CHANNEL_NONE), ==, "");
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer count)
{
  ++*(guint *) count;
}

static void
test_dots (void)
{
  GtkWidget *dots = g_object_ref_sink (ft_dots_new ());
  guint notified = 0;
  int minimum, natural;

  g_signal_connect (dots, "notify::count", G_CALLBACK (count_cb), &notified);
  ft_dots_set_count (FT_DOTS (dots), 0);
  g_assert_cmpuint (notified, ==, 0);
  ft_dots_set_count (FT_DOTS (dots), 3);
  ft_dots_set_count (FT_DOTS (dots), 3);
  g_assert_cmpuint (notified, ==, 1);
  g_object_set (dots, "count", 12, NULL);
  g_assert_cmpuint (ft_dots_get_count (FT_DOTS (dots)), ==, 12);
  gtk_widget_measure (dots, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, >, 0);
  g_assert_cmpint (minimum, ==, natural);
  g_assert_finalize_object (dots);
}

/* A button with a mnemonic has the name that is read on it, once. */
static void
test_names (void)
{
  static const char *const names[][2]
      = { { "_Save", "Save" },  { "E-_Mail", "E-Mail" }, { "A__B", "A_B" },
          { "Plain", "Plain" }, { "End_", "End" },       { "", "" } };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *save = gtk_button_new_with_mnemonic ("_Save");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = ft_accessible_strip (names[i][0]);
      g_assert_cmpstr (name, ==, names[i][1]);
    }

  gtk_box_append (GTK_BOX (box), save);
  ft_accessible_name_buttons (box);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (save), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Save");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (save),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_finalize_object (box);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/filters/words", test_words);
  g_test_add_func ("/filters/unknown-nick", test_unknown_nick);
  g_test_add_func ("/icons", test_icons);
  g_test_add_func ("/dots", test_dots);
  g_test_add_func ("/names", test_names);
  return g_test_run ();
}
