#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-score-drawing.h"

#include <glib/gi18n-lib.h>

static const char *const how_styles[FT_N_SCORE_HOWS] = { "early", "kept", "repaired", "missed" };
const FtCause ft_score_drawing_causes[FT_N_CAUSES]
    = { FT_CAUSE_TIMING, FT_CAUSE_TECHNIQUE, FT_CAUSE_ORGANISATION, FT_CAUSE_NONE };

static const char *
how_words (FtScoreHow how)
{
  switch (how)
    {
    case FT_SCORE_EARLY:
      return C_ ("score", "Early");
    case FT_SCORE_KEPT:
      return C_ ("score", "In Time");
    case FT_SCORE_REPAIRED:
      return C_ ("score", "Repaired");
    case FT_SCORE_LATE:
    default:
      return C_ ("score", "Late");
    }
}

static const char *
cause_words (FtCause cause)
{
  return cause == FT_CAUSE_NONE ? C_ ("cause", "Not Said") : ft_cause_words (cause);
}

char *
ft_score_drawing_minutes (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d min", "%d min", minutes), minutes);
  if (minutes < 2 * 1440)
    return g_strdup_printf (ngettext ("%d h", "%d h", minutes / 60), minutes / 60);
  return g_strdup_printf (ngettext ("%d day", "%d days", minutes / 1440), minutes / 1440);
}

static char *
format_day (gint32 day, const char *format)
{
  int year, month, of_month;
  g_autoptr (GDateTime) date = NULL;

  ft_civil_get_date ((FtCivil){ day, FT_ALL_DAY, 0 }, &year, &month, &of_month);
  date = g_date_time_new_utc (year, month, of_month, 12, 0, 0);
  return g_date_time_format (date, format);
}

static FtChartColumnData *
add_span (FtChartData *chart, const FtScoreData *score, guint i)
{
  gint32 day = score->spans[i].first_day;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  switch (score->step)
    {
    case FT_SCORE_MONTH:
      /* Translators: a month below a bar, as strftime has it */
      label = format_day (day, C_ ("chart", "%b"));
      /* Translators: a month in a table: "November 2026" */
      name = format_day (day, C_ ("chart", "%B %Y"));
      break;
    case FT_SCORE_YEAR_STEP:
      label = format_day (day, "%Y");
      name = g_strdup (label);
      break;
    case FT_SCORE_WEEK:
    default:
      /* Translators: the first day of a week below a bar: "16 Nov" */
      label = format_day (day, C_ ("chart", "%-d %b"));
      /* Translators: a week in a table, as strftime has it: "Week of 16 Nov 2026" */
      name = format_day (day, C_ ("chart", "Week of %-d %b %Y"));
      break;
    }
  return ft_chart_data_add_column (chart, label, name);
}

static const char *
span_words (const FtScoreData *score)
{
  switch (score->step)
    {
    case FT_SCORE_MONTH:
      return C_ ("chart", "Month");
    case FT_SCORE_YEAR_STEP:
      return C_ ("chart", "Year");
    case FT_SCORE_WEEK:
    default:
      return C_ ("chart", "Week");
    }
}

static FtChartData *
draw_promises (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, FALSE, span_words (score));

  for (guint how = 0; how < FT_N_SCORE_HOWS; how++)
    ft_chart_data_add_series (chart, how_words (how), how_styles[how]);
  for (guint i = 0; i < score->n_spans; i++)
    {
      FtChartColumnData *column = add_span (chart, score, i);

      for (guint how = 0; how < FT_N_SCORE_HOWS; how++)
        column->values[how] = score->spans[i].n[how];
    }
  return chart;
}

static FtChartData *
draw_ahead (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, FALSE, _ ("How Early"));

  ft_chart_data_add_series (chart, _ ("Promises"), "early");
  for (guint i = 0; i < FT_N_SCORE_AHEAD; i++)
    {
      g_autofree char *from = ft_score_drawing_minutes (ft_score_ahead_minutes[i]);
      /* Translators: %s is "15 min", "2 h", "2 days": so early or more */
      g_autofree char *label
          = i > 0 ? g_strdup_printf (C_ ("chart", "%s"), from) : g_strdup (C_ ("chart", "In Time"));
      g_autofree char *name = i > 0 ? g_strdup_printf (_ ("From %s early"), from)
                                    : g_strdup (_ ("In time, not early"));

      ft_chart_data_add_column (chart, label, name)->values[0] = score->ahead[i];
    }
  return chart;
}

static FtChartData *
draw_coverage (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_LINE, TRUE, span_words (score));

  ft_chart_data_add_series (chart, _ ("Coverage"), "coverage");
  for (guint i = 0; i < score->n_spans; i++)
    {
      FtChartColumnData *column = add_span (chart, score, i);
      const FtScoreSpan *span = &score->spans[i];

      column->unknown = span->n_open == 0;
      column->has_list = !column->unknown;
      column->values[0] = span->n_open > 0 ? 100.0 * span->n_covered / span->n_open : 0;
      g_free (column->more);
      /* Translators: "38 of 40" */
      column->more = g_strdup_printf (C_ ("share", "%u of %u"), span->n_covered, span->n_open);
    }
  return chart;
}

static FtChartData *
draw_sales (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, FALSE, _ ("Contacts"));

  ft_chart_data_add_series (chart, _ ("Sales"), "kept");
  for (guint i = 0; i < FT_SCORE_MOST_CONTACTS; i++)
    {
      gboolean last = i + 1 == FT_SCORE_MOST_CONTACTS;
      g_autofree char *label
          = last ? g_strdup_printf (C_ ("chart", "%u+"), i + 1) : g_strdup_printf ("%u", i + 1);
      g_autofree char *name
          = last ? g_strdup_printf (_ ("%u contacts or more"), i + 1)
                 : g_strdup_printf (ngettext ("%u contact", "%u contacts", i + 1), i + 1);

      ft_chart_data_add_column (chart, label, name)->values[0] = score->sales[i];
    }
  return chart;
}

static FtChartData *
draw_causes (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, FALSE, _ ("Cause"));

  ft_chart_data_add_series (chart, _ ("Promises"), "repaired");
  for (guint i = 0; i < FT_N_CAUSES; i++)
    {
      const char *words = cause_words (ft_score_drawing_causes[i]);

      ft_chart_data_add_column (chart, words, words)->values[0]
          = score->causes[ft_score_drawing_causes[i]];
    }
  return chart;
}

static FtChartData *
draw_replies (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, TRUE, _ ("Channel"));

  ft_chart_data_add_series (chart, _ ("Answered"), "kept");
  for (FtChannel channel = FT_CHANNEL_PHONE; channel < FT_N_CHANNELS; channel++)
    {
      const FtChannelRate *rate = &score->channels[channel];
      FtChartColumnData *column = ft_chart_data_add_column (chart, ft_channel_words (channel),
                                                            ft_channel_words (channel));

      column->values[0] = rate->n_tried > 0 ? 100.0 * rate->n_answered / rate->n_tried : 0;
      g_free (column->more);
      column->more = g_strdup_printf (C_ ("share", "%u of %u"), rate->n_answered, rate->n_tried);
    }
  return chart;
}

static FtChartData *
draw_cards (const FtScoreData *score)
{
  FtChartData *chart = ft_chart_data_new (FT_CHART_BARS, FALSE, span_words (score));

  ft_chart_data_add_series (chart, _ ("Cards"), "kept");
  for (guint i = 0; i < score->n_spans; i++)
    add_span (chart, score, i)->values[0] = score->spans[i].n_cards;
  return chart;
}

FtChartData *
ft_score_drawing_new (FtScoreFigure figure, const FtScoreData *score)
{
  switch (figure)
    {
    case FT_FIGURE_AHEAD:
      return draw_ahead (score);
    case FT_FIGURE_COVERAGE:
      return draw_coverage (score);
    case FT_FIGURE_SALES:
      return draw_sales (score);
    case FT_FIGURE_CAUSES:
      return draw_causes (score);
    case FT_FIGURE_REPLIES:
      return draw_replies (score);
    case FT_FIGURE_CARDS:
      return draw_cards (score);
    case FT_FIGURE_PROMISES:
    default:
      return draw_promises (score);
    }
}
