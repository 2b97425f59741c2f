#include "ui-fixture.h"

#include "ui/ft-chart.h"
#include "ui/ft-chart-card.h"
#include "ui/ft-chart-column.h"
#include "ui/ft-score-drawing.h"
#include "ui/ft-score-figure.h"
#include "ui/ft-score-page.h"

/* The page of the score in the real window, on a real store; and what its drawings are made of. */

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
collect_type (GtkWidget *root, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_type (child, type, found);
}

static GtkWidget *
open_page (UiFixture *ui, int width)
{
  GtkWidget *page;

  ui_open (ui, width);
  ui_act (ui, "win.show-page::score");
  ui_settle (ui);
  page = find_type (GTK_WIDGET (ui->window), FT_TYPE_SCORE_PAGE);
  g_assert_nonnull (page);
  return page;
}

/* --- What is drawn --- */

static void
test_scale (void)
{
  static const struct
  {
    double most;
    double top;
    double step;
  } cases[] = { { 0, 1, 1 },     { 1, 1, 1 },      { 3, 3, 1 },       { 4, 4, 1 },
                { 5, 6, 2 },     { 9, 10, 5 },     { 24, 30, 10 },    { 80, 80, 20 },
                { 81, 100, 50 }, { 200, 200, 50 }, { 999, 1000, 500 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FtChartData) data = ft_chart_data_new (FT_CHART_BARS, FALSE, "Week");
      double top, step;

      ft_chart_data_add_series (data, "Kept", "kept");
      ft_chart_data_add_column (data, "a", "A")->values[0] = cases[i].most;
      ft_chart_data_get_scale (data, &top, &step);
      g_test_message ("most %g", cases[i].most);
      g_assert_cmpfloat (top, ==, cases[i].top);
      g_assert_cmpfloat (step, ==, cases[i].step);
    }
}

/* A title a spreadsheet would run is only text there. */
static void
test_csv (void)
{
  g_autoptr (FtChartData) data = ft_chart_data_new (FT_CHART_BARS, FALSE, "Week");
  g_autofree char *csv = NULL;
  g_autofree char *words = NULL;
  FtChartColumnData *column;

  ft_chart_data_add_series (data, "Early", "early");
  ft_chart_data_add_series (data, "=Late", "missed");
  column = ft_chart_data_add_column (data, "a", "Week of 16 Nov, 2026");
  column->values[0] = 3;
  column->values[1] = 1;
  ft_chart_data_add_column (data, "b", "+49")->unknown = TRUE;
  csv = ft_chart_data_to_csv (data);
  g_assert_cmpstr (csv, ==,
                   "Week,Early,\"'=Late\"\r\n\"Week of 16 Nov, 2026\",3,1\r\n\"'+49\",,\r\n");
  words = ft_chart_data_say (data, 0);
  g_assert_cmpstr (words, ==, "Week of 16 Nov, 2026: Early 3, =Late 1");
}

/* A bar asks for what it counted; where no lead was open there is no point to ask. */
static void
test_queries (void)
{
  g_autoptr (FtScoreData) score
      = ft_score_data_new (FT_SCORE_4_WEEKS, 0, ft_civil_all_day (2026, 11, 25).day, G_DATE_MONDAY);

  for (FtScoreFigure figure = 0; figure < FT_N_FIGURES; figure++)
    {
      g_autoptr (FtChartData) chart = ft_score_drawing_new (figure, score);
      g_autofree char *sum = ft_score_figure_sum (figure, score);

      g_assert_cmpstr (ft_score_figure_title (figure), !=, "");
      g_assert_cmpstr (ft_score_figure_rule (figure), !=, "");
      g_assert_cmpstr (sum, !=, "");
      for (guint i = 0; i < chart->columns->len; i++)
        {
          const FtChartColumnData *column = g_ptr_array_index (chart->columns, i);
          FtEntryQuery query;

          g_assert_cmpint (ft_score_figure_query (figure, score, i, -1, &query), ==,
                           column->has_list);
        }
    }
}

/* --- The page --- */

static void
test_empty (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page = open_page (ui, 1000);

  g_assert_nonnull (ui_find_label (
      page, "Your own figures stand here once you have leads and promises to them."));
  fixture_add (&ui->data, "Anna", -1, 12, 0);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "0 % kept in time: 0 of 1"));
}

static void
test_bar_lists_promises (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", -1, 12, 0);
  GtkWidget *page;
  GtkWidget *column;

  fixture_add (&ui->data, "Bert", 1, 12, 0);
  page = open_page (ui, 1000);
  /* The current week is the last bar. */
  column = gtk_widget_get_last_child (
      find_type (page, FT_TYPE_CHART_COLUMN)
          ? gtk_widget_get_parent (find_type (page, FT_TYPE_CHART_COLUMN))
          : NULL);
  g_assert_true (FT_IS_CHART_COLUMN (column));
  g_signal_emit_by_name (column, "activated", -1);
  ui_settle (ui);
  g_assert_true (ft_score_page_get_can_go_back (FT_SCORE_PAGE (page)));
  g_assert_nonnull (ui_find_label (page, "1 line"));
  g_assert_nonnull (ui_find_label (page, "Anna"));
  /* Back by the action, and to the drawings. */
  ui_act (ui, "win.back");
  ui_settle (ui);
  g_assert_false (ft_score_page_get_can_go_back (FT_SCORE_PAGE (page)));

  g_signal_emit_by_name (column, "activated", -1);
  ui_settle (ui);
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_LIST_VIEW, "What is behind it"), "activate", 0);
  ui_settle (ui);
  g_assert_cmpint (ft_card_get_lead_id (ft_desk_get_card (ui->desk)), ==, anna);
}

static GtkWidget *
find_column (GtkWidget *page, FtScoreFigure figure, guint from_last)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  GtkWidget *column;

  collect_type (page, FT_TYPE_CHART, charts);
  g_assert_cmpuint (charts->len, ==, FT_N_FIGURES);
  column = gtk_widget_get_last_child (g_ptr_array_index (charts, figure));
  while (from_last-- > 0)
    column = gtk_widget_get_prev_sibling (column);
  return column;
}

static void
drop_promise (Fixture *fixture, gint64 lead_id)
{
  g_autoptr (FtLeadCard) card = fixture_read (fixture, lead_id);
  g_autoptr (FtEdit) edit = ft_edit_new ("Drop");

  ft_edit_remove_promise (edit, ((FtPromiseData *) g_ptr_array_index (card->promises, 0))->id);
  fixture_apply (fixture, edit);
}

/* A point of coverage lists who had no promise then (E1), and follows while it is open. */
static void
test_point_lists_leads (UiFixture *ui, gconstpointer data)
{
  gint64 anna = fixture_add (&ui->data, "Anna", 1, 12, 0);
  GtkWidget *page = open_page (ui, 1000);

  g_assert_nonnull (ui_find_label (page, "100 % now: 1 of 1"));
  g_signal_emit_by_name (find_column (page, FT_FIGURE_COVERAGE, 0), "activated", 0);
  ui_settle (ui);
  g_assert_true (ft_score_page_get_can_go_back (FT_SCORE_PAGE (page)));
  g_assert_nonnull (ui_find_label (page, "Without a Promise: Week of 23 Nov 2026"));
  g_assert_nonnull (ui_find_label (page, "Every lead open then had a promise."));

  drop_promise (&ui->data, anna);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "1 line"));
  g_assert_nonnull (ui_find_label (page, "still without a promise"));
  ui_act (ui, "win.back");
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "0 % now: 0 of 1"));
  /* Before there was a lead there is no point. */
  g_signal_emit_by_name (find_column (page, FT_FIGURE_COVERAGE, 2), "activated", 0);
  ui_settle (ui);
  g_assert_false (ft_score_page_get_can_go_back (FT_SCORE_PAGE (page)));
}

static void
test_period_remembered (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page;

  fixture_add (&ui->data, "Anna", -60, 12, 0);
  page = open_page (ui, 1000);
  g_assert_nonnull (ui_find_label (page, "0 % kept in time: 0 of 1"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "4 Weeks")), TRUE);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "No promise was due."));
  g_assert_cmpint (ft_store_get_settings (ui->data.store)->score_period, ==, FT_SCORE_4_WEEKS);
}

static void
test_tables (UiFixture *ui, gconstpointer data)
{
  GtkWidget *page;

  fixture_add (&ui->data, "Anna", -1, 12, 0);
  page = open_page (ui, 360);
  g_assert_null (ui_find_label (page, "Week of 23 Nov 2026"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, "As Tables")), TRUE);
  ui_settle (ui);
  g_assert_nonnull (ui_find_label (page, "Week of 23 Nov 2026"));
}

/* In the strip, and a press opens the page. */
static void
test_strip (UiFixture *ui, gconstpointer data)
{
  fixture_add (&ui->data, "Anna", -1, 12, 0);
  ui_open (ui, 1000);
  ui_press (ui->window, "Kept 0 %");
  ui_settle (ui);
  g_assert_nonnull (find_type (GTK_WIDGET (ui->window), FT_TYPE_SCORE_PAGE));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/score/scale", test_scale);
  g_test_add_func ("/score/csv", test_csv);
  g_test_add_func ("/score/queries", test_queries);
  UI_TEST ("/score/empty", test_empty);
  UI_TEST ("/score/bar-lists-promises", test_bar_lists_promises);
  UI_TEST ("/score/E1/point-lists-leads", test_point_lists_leads);
  UI_TEST ("/score/period-remembered", test_period_remembered);
  UI_TEST ("/score/tables", test_tables);
  UI_TEST ("/score/strip", test_strip);
  return g_test_run ();
}
