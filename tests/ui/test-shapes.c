#include "ui/ft-chart-card.h"
#include "ui/ft-chart-column.h"
#include "ui/ft-dots.h"
#include "ui/ft-gauge-bar.h"
#include "ui/ft-wrap-box.h"

#include <adwaita.h>

/* What is laid out and drawn by hand: where it is, how much of it, mirrored where text is written
 * from the right; and that a drawing, its table and its CSV say the same. */

/* --- The box that wraps --- */

#define N_CHILDREN 3

static const int WIDTHS[N_CHILDREN] = { 50, 60, 70 };

static GtkWidget *
make_wrap_box (GtkWidget *children[N_CHILDREN])
{
  static const int heights[N_CHILDREN] = { 20, 30, 10 };
  GtkWidget *box = g_object_ref_sink (ft_wrap_box_new ());

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      children[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (children[i], WIDTHS[i], heights[i]);
      ft_wrap_box_append (FT_WRAP_BOX (box), children[i]);
    }
  return box;
}

/* Lays it out in @width, as high as it asks to be; that height. */
static int
lay_out (GtkWidget *box, int width)
{
  int minimum, height;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &minimum, &height, NULL, NULL);
  g_assert_cmpint (minimum, ==, height);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, height }, -1);
  return height;
}

static graphene_rect_t
get_place (GtkWidget *child, GtkWidget *box)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (child, box, &place));
  return place;
}

/* Where a line breaks, to the pixel; and nothing sticks out or lies over another. */
static void
test_wrap_widths (void)
{
  static const struct
  {
    int width;
    int n_lines;
    int line_of[N_CHILDREN];
  } cases[] = {
    { 1000, 1, { 0, 0, 0 } }, { 192, 1, { 0, 0, 0 } }, { 191, 2, { 0, 0, 1 } },
    { 116, 2, { 0, 0, 1 } },  { 115, 3, { 0, 1, 2 } }, { 70, 3, { 0, 1, 2 } },
  };
  GtkWidget *children[N_CHILDREN];
  GtkWidget *box = make_wrap_box (children);
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 70);
  g_assert_cmpint (natural, ==, 50 + 6 + 60 + 6 + 70);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        int before[N_CHILDREN] = { 0 };

        g_test_message ("%d wide, %s", cases[i].width, rtl ? "from the right" : "from the left");
        gtk_widget_set_direction (box, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        g_assert_cmpint (lay_out (box, cases[i].width), ==,
                         cases[i].n_lines * 30 + (cases[i].n_lines - 1) * 6);
        for (guint j = 0; j < N_CHILDREN; j++)
          {
            graphene_rect_t place = get_place (children[j], box);
            int line = cases[i].line_of[j];
            int x = before[line];

            before[line] += WIDTHS[j] + 6;
            if (rtl)
              x = cases[i].width - x - WIDTHS[j];
            g_assert_cmpfloat (place.origin.x, ==, x);
            g_assert_cmpfloat (place.origin.y, ==, line * 36);
            g_assert_cmpfloat (place.size.width, ==, WIDTHS[j]);
            g_assert_cmpfloat (place.size.height, ==, 30);
          }
      }
  g_assert_finalize_object (box);
}

/* What is hidden takes no room, nor the gap beside it. */
static void
test_wrap_hidden (void)
{
  GtkWidget *children[N_CHILDREN];
  GtkWidget *box = make_wrap_box (children);
  int natural;

  gtk_widget_set_visible (children[1], FALSE);
  g_object_set (box, "spacing", 12, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50 + 12 + 70);
  g_assert_cmpint (lay_out (box, 132), ==, 20);
  g_assert_cmpfloat (get_place (children[2], box).origin.x, ==, 62);
  g_assert_cmpint (lay_out (box, 131), ==, 20 + 6 + 20);
  gtk_widget_set_visible (children[0], FALSE);
  g_assert_cmpint (lay_out (box, 70), ==, 10);
  g_assert_cmpfloat (get_place (children[2], box).origin.x, ==, 0);
  gtk_widget_set_visible (children[2], FALSE);
  g_assert_cmpint (lay_out (box, 0), ==, 0);
  ft_wrap_box_remove_all (FT_WRAP_BOX (box));
  g_assert_null (gtk_widget_get_first_child (box));
  g_assert_finalize_object (box);
}

/* A long text gives way before it sticks out. */
static void
test_wrap_text (void)
{
  GtkWidget *box = g_object_ref_sink (ft_wrap_box_new ());
  GtkWidget *label
      = gtk_label_new ("A promise is kept on the day it was made for, or told in time");
  int one_line, wrapped;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  ft_wrap_box_append (FT_WRAP_BOX (box), label);
  one_line = lay_out (box, 2000);
  wrapped = lay_out (box, 150);
  g_assert_cmpint (wrapped, >, one_line);
  g_assert_cmpfloat (get_place (label, box).size.width, <=, 150);
  g_assert_finalize_object (box);
}

/* --- Dots and gauge --- */

typedef struct
{
  guint n_full;
  guint n_empty;
  float first_full; /* the leftmost, -1 if there is none */
  float highest_at; /* where the highest of the full ones begins */
  float highest;
} Drawn;

static void
count_nodes (GskRenderNode *node, Drawn *drawn)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count_nodes (gsk_container_node_get_child (node, i), drawn);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      drawn->n_full++;
      if (drawn->first_full < 0 || bounds.origin.x < drawn->first_full)
        drawn->first_full = bounds.origin.x;
      if (bounds.size.height > drawn->highest)
        {
          drawn->highest = bounds.size.height;
          drawn->highest_at = bounds.origin.x;
        }
      break;
    case GSK_BORDER_NODE:
      drawn->n_empty++;
      break;
    default:
      g_assert_not_reached ();
    }
}

static Drawn
draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  Drawn drawn = { 0, 0, -1, -1, 0 };
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  count_nodes (node, &drawn);
  gsk_render_node_unref (node);
  return drawn;
}

/* D4: five contacts; more fill no sixth dot. */
static void
test_dots (void)
{
  GtkWidget *dots = g_object_ref_sink (ft_dots_new ());
  static const guint counts[] = { 0, 1, 4, 5, 6, G_MAXUINT };

  g_assert_true (
      gtk_test_accessible_has_role (GTK_ACCESSIBLE (dots), GTK_ACCESSIBLE_ROLE_PRESENTATION));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        Drawn drawn;
        guint full = MIN (counts[i], 5);
        int width;

        gtk_widget_set_direction (dots, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        ft_dots_set_count (FT_DOTS (dots), counts[i]);
        drawn = draw (dots);
        g_test_message ("%u, %s", counts[i], rtl ? "from the right" : "from the left");
        g_assert_cmpuint (drawn.n_full, ==, full);
        g_assert_cmpuint (drawn.n_empty, ==, 5 - full);
        gtk_widget_measure (dots, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
        /* They fill from where one begins to read. */
        if (full > 0 && !rtl)
          g_assert_cmpfloat (drawn.first_full, ==, 0);
        else if (full > 0 && full < 5)
          g_assert_cmpfloat (drawn.first_full, >, 0);
      }
  g_assert_finalize_object (dots);
}

/* E4: one of four stands out, further along the less there was; the theme knows which. */
static void
test_gauge (void)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (FT_TYPE_GAUGE_BAR, NULL));

  g_assert_true (
      gtk_test_accessible_has_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_PRESENTATION));
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      float before = rtl ? G_MAXFLOAT : -1;

      gtk_widget_set_direction (bar, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (FtGauge gauge = 0; gauge <= FT_GAUGE_INVISIBLE; gauge++)
        {
          Drawn drawn;

          ft_gauge_bar_set_gauge (FT_GAUGE_BAR (bar), gauge);
          drawn = draw (bar);
          g_assert_cmpuint (drawn.n_full, ==, FT_GAUGE_INVISIBLE + 1);
          if (rtl)
            g_assert_cmpfloat (drawn.highest_at, <, before);
          else
            g_assert_cmpfloat (drawn.highest_at, >, before);
          before = drawn.highest_at;
          for (FtGauge other = 0; other <= FT_GAUGE_INVISIBLE; other++)
            g_assert_cmpint (gtk_widget_has_css_class (bar, ft_gauge_to_string (other)), ==,
                             other == gauge);
        }
    }
  g_assert_finalize_object (bar);
}

/* --- Charts --- */

static FtChartData *
make_data (FtChartKind kind)
{
  FtChartData *data = ft_chart_data_new (kind, kind == FT_CHART_LINE, "Week");
  FtChartColumnData *column;

  ft_chart_data_add_series (data, "Kept <in time>", "kept");
  if (kind == FT_CHART_BARS)
    ft_chart_data_add_series (data, "Missed", "missed");
  column = ft_chart_data_add_column (data, "9 Nov", "Week of 9 Nov 2026");
  column->values[0] = kind == FT_CHART_BARS ? 3 : 60;
  if (kind == FT_CHART_BARS)
    column->values[1] = 1;
  g_free (column->more);
  column->more = g_strdup ("3 of 5");
  ft_chart_data_add_column (data, "16 Nov", "Week of 16 Nov 2026")->unknown = kind == FT_CHART_LINE;
  column = ft_chart_data_add_column (data, "23 Nov", "Week of 23 Nov 2026");
  column->values[0] = kind == FT_CHART_BARS ? 8 : 100;
  column->has_list = FALSE;
  return data;
}

static void
find_all (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static GPtrArray *
get_columns (GtkWidget *card)
{
  GPtrArray *columns = g_ptr_array_new ();

  find_all (card, FT_TYPE_CHART_COLUMN, columns);
  return columns;
}

static GPtrArray *
get_rows (GtkWidget *card)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new ();

  find_all (card, GTK_TYPE_BOX, boxes);
  for (guint i = 0; i < boxes->len; i++)
    if (gtk_widget_has_css_class (boxes->pdata[i], "line"))
      g_ptr_array_add (rows, boxes->pdata[i]);
  return rows;
}

static GtkWidget *
show_card (FtChartData *data, GtkWidget **card)
{
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());

  *card = ft_chart_card_new ("Kept", "How it is counted.");
  ft_chart_card_show (FT_CHART_CARD (*card), data, "60 %");
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 320);
  gtk_window_set_child (GTK_WINDOW (window), *card);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
}

/* Bar, row and line of the CSV: the same words and numbers. */
static void
test_chart_says_the_same (gconstpointer kind)
{
  FtChartData *data = make_data (GPOINTER_TO_UINT (kind));
  GtkWidget *card;
  GtkWidget *window = show_card (data, &card);
  g_autoptr (GPtrArray) columns = get_columns (card);
  g_autoptr (GPtrArray) rows = get_rows (card);
  g_autofree char *csv = ft_chart_data_to_csv (data);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (columns->len, ==, data->columns->len);
  g_assert_cmpuint (rows->len, ==, data->columns->len);
  g_assert_cmpuint (g_strv_length (lines), ==, data->columns->len + 2);
  for (guint i = 0; i < data->columns->len; i++)
    {
      const FtChartColumnData *column = g_ptr_array_index (data->columns, i);
      g_autofree char *words = ft_chart_data_say (data, i);
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", -1);
      GtkWidget *cell = gtk_widget_get_first_child (rows->pdata[i]);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (columns->pdata[i]),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (rows->pdata[i]),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, column->name);
      g_assert_cmpstr (cells[0], ==, column->name);
      for (guint j = 0; j < data->series->len; j++)
        {
          g_autofree char *value = ft_chart_data_format_column (data, column, j);

          cell = gtk_widget_get_next_sibling (cell);
          g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (cell)), value));
          if (column->unknown)
            g_assert_cmpstr (cells[j + 1], ==, "");
          else
            g_assert_cmpfloat (g_ascii_strtod (cells[j + 1], NULL), ==, column->values[j]);
        }
      g_assert_null (gtk_widget_get_next_sibling (cell));
      g_assert_null (cells[data->series->len + 1]);
    }
  close_window (window);
}

/* Twice as many are twice as high, what is none is not drawn, and the last week is where reading
 * ends. */
static void
test_chart_bars (void)
{
  FtChartData *data = make_data (FT_CHART_BARS);
  GtkWidget *card;
  GtkWidget *window = show_card (data, &card);
  g_autoptr (GPtrArray) columns = get_columns (card);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      GtkWidget *chart = gtk_widget_get_parent (columns->pdata[0]);
      float before = rtl ? G_MAXFLOAT : -1;
      double top, step;

      gtk_widget_set_direction (chart, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gtk_test_widget_wait_for_draw (window);
      ft_chart_data_get_scale (data, &top, &step);
      for (guint i = 0; i < columns->len; i++)
        {
          const FtChartColumnData *column = g_ptr_array_index (data->columns, i);
          graphene_rect_t place = get_place (columns->pdata[i], chart);
          GtkWidget *segment = gtk_widget_get_first_child (columns->pdata[i]);

          for (guint j = 0; j < data->series->len; j++)
            {
              g_assert_cmpint (gtk_widget_get_visible (segment), ==, column->values[j] > 0);
              if (column->values[j] > 0)
                g_assert_cmpfloat_with_epsilon (get_place (segment, columns->pdata[i]).size.height,
                                                place.size.height * column->values[j] / top, 1.01);
              segment = gtk_widget_get_next_sibling (segment);
            }
          if (rtl)
            g_assert_cmpfloat (place.origin.x, <, before);
          else
            g_assert_cmpfloat (place.origin.x, >, before);
          before = place.origin.x;
        }
    }
  close_window (window);
}

static void
count_activated_cb (GtkWidget *card, guint column, int series, guint *last)
{
  g_assert_cmpint (series, ==, -1);
  *last = column;
}

/* One stop for Tab, on the newest; the one with a list behind it opens, the other does not; fewer
 * columns take none of the rest away. */
static void
test_chart_keyboard (void)
{
  GtkWidget *card;
  GtkWidget *window = show_card (make_data (FT_CHART_BARS), &card);
  g_autoptr (GPtrArray) columns = get_columns (card);
  GtkWidget *chart = gtk_widget_get_parent (columns->pdata[0]);
  FtChartData *less = ft_chart_data_new (FT_CHART_BARS, FALSE, "Week");
  g_autoptr (GPtrArray) left = NULL;
  guint last = G_MAXUINT;

  g_signal_connect (card, "activated", G_CALLBACK (count_activated_cb), &last);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (columns->pdata[2]));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (columns->pdata[0], "activated", -1);
  g_assert_cmpuint (last, ==, 0);

  g_assert_true (gtk_widget_grab_focus (columns->pdata[0]));
  ft_chart_data_add_series (less, "Kept", "kept");
  ft_chart_data_add_column (less, "30 Nov", "Week of 30 Nov 2026");
  ft_chart_card_show (FT_CHART_CARD (card), less, "");
  left = get_columns (card);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (left->pdata[0] == columns->pdata[0]);
  g_assert_true (gtk_widget_has_focus (left->pdata[0]));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (left->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Week of 30 Nov 2026: Kept 0");
  close_window (window);
}

/* What is pasted elsewhere is what is drawn. */
static void
test_chart_copy (void)
{
  FtChartData *data = make_data (FT_CHART_BARS);
  GtkWidget *card;
  GtkWidget *window = show_card (data, &card);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autofree char *csv = ft_chart_data_to_csv (data);
  g_auto (GValue) value = G_VALUE_INIT;

  find_all (card, GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy “Kept” as CSV");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (
      gdk_clipboard_get_content (gtk_widget_get_clipboard (card)), &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, csv);
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/shapes/wrap-box/widths", test_wrap_widths);
  g_test_add_func ("/shapes/wrap-box/hidden", test_wrap_hidden);
  g_test_add_func ("/shapes/wrap-box/text", test_wrap_text);
  g_test_add_func ("/shapes/D4/dots", test_dots);
  g_test_add_func ("/shapes/E4/gauge", test_gauge);
  g_test_add_data_func ("/shapes/chart/bars-say-the-same", GUINT_TO_POINTER (FT_CHART_BARS),
                        test_chart_says_the_same);
  g_test_add_data_func ("/shapes/chart/line-says-the-same", GUINT_TO_POINTER (FT_CHART_LINE),
                        test_chart_says_the_same);
  g_test_add_func ("/shapes/chart/bars", test_chart_bars);
  g_test_add_func ("/shapes/chart/keyboard", test_chart_keyboard);
  g_test_add_func ("/shapes/chart/copy", test_chart_copy);
  return g_test_run ();
}
