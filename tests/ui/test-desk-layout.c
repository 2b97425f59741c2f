#include "ui/ft-desk-layout.h"
#include "ui/ft-fold-layout.h"

#include <adwaita.h>

/* How the desk divides its width: what matters is always there, the calendar only with room. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *desk;
  GtkWidget *main;
  GtkWidget *aside;
} Desk;

static void
desk_set_up (Desk *desk, gconstpointer data)
{
  desk->window = gtk_window_new ();
  desk->desk = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (desk->desk, ft_desk_layout_new ());
  desk->main = gtk_label_new ("main");
  desk->aside = gtk_label_new ("aside");
  gtk_widget_set_size_request (desk->main, 340, 100);
  gtk_widget_set_size_request (desk->aside, 300, 100);
  gtk_box_append (GTK_BOX (desk->desk), desk->main);
  gtk_box_append (GTK_BOX (desk->desk), desk->aside);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->desk);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 400, 200);
  gtk_window_present (GTK_WINDOW (desk->window));
  gtk_test_widget_wait_for_draw (desk->window);
}

static void
desk_tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
}

static void
lay_out (Desk *desk, int width)
{
  int minimum;

  gtk_widget_measure (desk->desk, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 340);
  gtk_widget_measure (desk->desk, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (desk->desk, &(GtkAllocation){ 0, 0, width, 200 }, -1);
}

static int
left_of (Desk *desk, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, desk->desk, &bounds));
  return bounds.origin.x;
}

static void
test_narrow (Desk *desk, gconstpointer data)
{
  static const int widths[] = { 340, 360, 700, FT_DESK_LAYOUT_WIDE - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      lay_out (desk, widths[i]);
      g_assert_false (gtk_widget_get_child_visible (desk->aside));
      g_assert_cmpint (gtk_widget_get_width (desk->main), ==, widths[i]);
    }
}

static void
test_wide (Desk *desk, gconstpointer data)
{
  static const int widths[] = { FT_DESK_LAYOUT_WIDE, 1280, 1920, 3840 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int main_width, aside_width;

      lay_out (desk, widths[i]);
      main_width = gtk_widget_get_width (desk->main);
      aside_width = gtk_widget_get_width (desk->aside);
      g_assert_true (gtk_widget_get_child_visible (desk->aside));
      g_assert_cmpint (main_width + aside_width, ==, widths[i]);
      g_assert_cmpint (aside_width, >=, 300);
      g_assert_cmpint (left_of (desk, desk->main), ==, 0);
      g_assert_cmpint (left_of (desk, desk->aside), ==, main_width);
    }
}

/* An aside that needs more than is left stays away rather than being cut off. */
static void
test_demanding_aside (Desk *desk, gconstpointer data)
{
  gtk_widget_set_size_request (desk->aside, 600, 100);
  lay_out (desk, 1200);
  g_assert_false (gtk_widget_get_child_visible (desk->aside));
  lay_out (desk, 1400);
  g_assert_true (gtk_widget_get_child_visible (desk->aside));
  g_assert_cmpint (gtk_widget_get_width (desk->aside), >=, 600);
}

static void
test_right_to_left (Desk *desk, gconstpointer data)
{
  gtk_widget_set_direction (desk->desk, GTK_TEXT_DIR_RTL);
  lay_out (desk, 1280);
  g_assert_cmpint (left_of (desk, desk->aside), ==, 0);
  g_assert_cmpint (left_of (desk, desk->main), ==, gtk_widget_get_width (desk->aside));
}

/* The calendar pane comes back where it was taken away. */
static void
test_back_and_forth (Desk *desk, gconstpointer data)
{
  lay_out (desk, 1280);
  lay_out (desk, 360);
  g_assert_false (gtk_widget_get_child_visible (desk->aside));
  lay_out (desk, 1280);
  g_assert_true (gtk_widget_get_child_visible (desk->aside));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/desk-layout/" path, Desk, NULL, desk_set_up, function, desk_tear_down)

/* --- Words or an icon, nothing between --- */

static int
get_x (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &bounds));
  return bounds.origin.x;
}

/* An icon of 30 pixels, or words of so many. */
static GtkWidget *
append_foldable (GtkWidget *row, int wide)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *words = gtk_label_new (NULL), *icon = gtk_label_new (NULL);

  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  gtk_widget_set_size_request (words, wide, 20);
  gtk_widget_set_size_request (icon, 30, 20);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), words);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), icon);
  gtk_box_append (GTK_BOX (row), squeezer);
  return squeezer;
}

static void
fold_to (GtkWidget *row, int width)
{
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (row, &(GtkAllocation){ 0, 0, width, 40 }, -1);
}

static void
test_fold (void)
{
  GtkWidget *window = gtk_window_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first, *second;
  int minimum, natural;

  gtk_widget_set_layout_manager (row, ft_fold_layout_new ());
  first = append_foldable (row, 120);
  second = append_foldable (row, 80);
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 30 + 6 + 30);
  g_assert_cmpint (natural, ==, 120 + 6 + 80);

  fold_to (row, natural);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 120);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 80);
  g_assert_cmpint (get_x (second), ==, 126);

  /* A pixel less, and the second gives way; it gets nothing of what is left. */
  fold_to (row, natural - 1);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 120);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 30);

  /* Words that do not fit leave their room to the next. */
  fold_to (row, 30 + 6 + 80);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 30);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 80);
  fold_to (row, minimum);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 30);
  g_assert_cmpint (get_x (second), ==, 36);

  gtk_widget_set_direction (row, GTK_TEXT_DIR_RTL);
  fold_to (row, natural);
  g_assert_cmpint (get_x (first), ==, 86);
  g_assert_cmpint (get_x (second), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("narrow", test_narrow);
  ADD ("wide", test_wide);
  ADD ("demanding-aside", test_demanding_aside);
  ADD ("right-to-left", test_right_to_left);
  ADD ("back-and-forth", test_back_and_forth);
  g_test_add_func ("/fold-layout", test_fold);
  return g_test_run ();
}
