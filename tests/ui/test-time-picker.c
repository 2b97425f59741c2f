#include "ui/ft-channel-picker.h"
#include "ui/ft-launch.h"
#include "ui/ft-time-picker.h"
#include "ui/ft-zone-completion.h"

#include <adwaita.h>

/* Wednesday, 25 November 2026, 10:00. */
#define NOW (ft_civil (2026, 11, 25, 10, 0))

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static FtTimePicker *
new_picker (void)
{
  FtTimePicker *picker = FT_TIME_PICKER (g_object_ref_sink (ft_time_picker_new ()));
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) chips = ft_when_chips (settings, NOW);

  ft_time_picker_set_chips (picker, chips, NOW);
  return picker;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_nothing_is_chosen_at_first (void)
{
  FtTimePicker *picker = new_picker ();
  FtCivil civil;

  g_assert_false (ft_time_picker_get_civil (picker, &civil));
  g_assert_false (ft_time_picker_has_error (picker));
  g_assert_finalize_object (picker);
}

static void
test_one_chip_is_chosen (void)
{
  FtTimePicker *picker = new_picker ();
  GtkWidget *first = find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) chips = ft_when_chips (settings, NOW);
  guint changed = 0, chosen = 0;
  FtCivil civil;

  g_signal_connect_swapped (picker, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (count_cb), &chosen);
  g_signal_emit_by_name (first, "clicked");
  g_signal_emit_by_name (second, "clicked");
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (chosen, ==, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  g_assert_true (ft_time_picker_get_civil (picker, &civil));
  g_assert_cmpint (ft_civil_compare (civil, ((FtWhenChip *) chips->pdata[1])->civil), ==, 0);

  /* Again is still the same. */
  g_signal_emit_by_name (second, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (second)));
  g_assert_finalize_object (picker);
}

static void
test_typed_time_takes_the_place_of_a_chip (void)
{
  FtTimePicker *picker = new_picker ();
  GtkWidget *first = find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON);
  guint activated = 0, chosen = 0;
  FtCivil civil;

  g_signal_emit_by_name (first, "clicked");
  g_signal_connect_swapped (picker, "activated", G_CALLBACK (count_cb), &activated);
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (count_cb), &chosen);
  ft_time_picker_set_text (picker, "Thu 4pm");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  g_assert_true (ft_time_picker_get_civil (picker, &civil));
  g_assert_cmpint (ft_civil_compare (civil, ft_civil (2026, 11, 26, 16, 0)), ==, 0);
  g_assert_cmpuint (chosen, ==, 0);
  g_signal_emit_by_name (find (GTK_WIDGET (picker), GTK_TYPE_ENTRY), "activate");
  g_assert_cmpuint (activated, ==, 1);

  /* And a chip that of what is typed. */
  g_signal_emit_by_name (first, "clicked");
  g_assert_cmpstr (ft_time_picker_get_text (picker), ==, "");
  g_assert_finalize_object (picker);
}

static void
test_what_is_not_understood_is_said (void)
{
  FtTimePicker *picker = new_picker ();
  GtkWidget *entry = find (GTK_WIDGET (picker), GTK_TYPE_ENTRY);
  guint activated = 0;
  FtCivil civil;

  g_signal_connect_swapped (picker, "activated", G_CALLBACK (count_cb), &activated);
  ft_time_picker_set_text (picker, "when pigs fly");
  g_assert_true (ft_time_picker_has_error (picker));
  g_assert_false (ft_time_picker_get_civil (picker, &civil));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (activated, ==, 0);

  ft_time_picker_set_text (picker, "   ");
  g_assert_false (ft_time_picker_has_error (picker));
  g_assert_finalize_object (picker);
}

static void
test_set_time_presses_its_chip (void)
{
  FtTimePicker *picker = new_picker ();
  g_autoptr (FtSettings) settings = ft_settings_new ();
  g_autoptr (GPtrArray) chips = ft_when_chips (settings, NOW);
  FtWhenChip *chip = chips->pdata[0];
  FtCivil civil;

  ft_time_picker_set_civil (picker, chip->civil);
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (find (GTK_WIDGET (picker), GTK_TYPE_TOGGLE_BUTTON))));
  ft_time_picker_set_civil (picker, FT_CIVIL_NONE);
  g_assert_false (ft_time_picker_get_civil (picker, &civil));
  g_assert_finalize_object (picker);
}

static void
test_chips_wrap (void)
{
  FtTimePicker *picker = new_picker ();
  int narrow, wide, minimum;

  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 312); /* a 360 px window with its margins */
  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_VERTICAL, 312, &narrow, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (picker), GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  g_assert_finalize_object (picker);
}

static void
test_one_channel_is_chosen (void)
{
  FtChannelPicker *picker = FT_CHANNEL_PICKER (g_object_ref_sink (ft_channel_picker_new ()));
  GtkWidget *phone = gtk_widget_get_first_child (GTK_WIDGET (picker));
  guint changed = 0;

  g_signal_connect_swapped (picker, "changed", G_CALLBACK (count_cb), &changed);
  ft_channel_picker_set_channel (picker, FT_CHANNEL_VISIT);
  g_assert_cmpuint (changed, ==, 0);
  g_signal_emit_by_name (phone, "clicked");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpint (ft_channel_picker_get_channel (picker), ==, FT_CHANNEL_PHONE);
  g_assert_finalize_object (picker);
}

static void
test_addresses_are_escaped (void)
{
  static const struct
  {
    const char *address;
    const char *uri;
  } CASES[] = {
    { "anna@example.com", "mailto:anna@example.com" },
    { " anna@example.com ", "mailto:anna@example.com" },
    { "a?cc=b@example.com", "mailto:a%3Fcc%3Db@example.com" },
    { "a&b@example.com", "mailto:a%26b@example.com" },
    { "ünal@example.com", "mailto:%C3%BCnal@example.com" },
    { "nobody", NULL },
    { "@example.com", NULL },
    { "nobody@", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *uri = ft_mail_to_uri (CASES[i].address);

      g_assert_cmpstr (uri, ==, CASES[i].uri);
    }
}

static void
test_zones_are_found_by_city (void)
{
  g_assert_cmpstr (ft_zone_from_text ("Europe/Berlin"), ==, "Europe/Berlin");
  g_assert_cmpstr (ft_zone_from_text (" berlin "), ==, "Europe/Berlin");
  g_assert_cmpstr (ft_zone_from_text ("new york"), ==, "America/New_York");
  g_assert_null (ft_zone_from_text ("Atlantis"));
  g_assert_null (ft_zone_from_text ("Europe"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/time-picker/nothing-is-chosen-at-first", test_nothing_is_chosen_at_first);
  g_test_add_func ("/time-picker/one-chip-is-chosen", test_one_chip_is_chosen);
  g_test_add_func ("/time-picker/typed-time-takes-the-place-of-a-chip",
                   test_typed_time_takes_the_place_of_a_chip);
  g_test_add_func ("/time-picker/what-is-not-understood-is-said",
                   test_what_is_not_understood_is_said);
  g_test_add_func ("/time-picker/set-time-presses-its-chip", test_set_time_presses_its_chip);
  g_test_add_func ("/time-picker/chips-wrap", test_chips_wrap);
  g_test_add_func ("/channel-picker/one-is-chosen", test_one_channel_is_chosen);
  g_test_add_func ("/launch/addresses-are-escaped", test_addresses_are_escaped);
  g_test_add_func ("/zone-completion/found-by-city", test_zones_are_found_by_city);
  return g_test_run ();
}
