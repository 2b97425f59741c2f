#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-score-figure.h"

#include <glib/gi18n-lib.h>

static const char *const how_styles[FT_N_SCORE_HOWS] = { "early", "kept", "repaired", "missed" };
/* The causes as they are drawn: what nobody said last. */
static const FtCause causes[FT_N_CAUSES]
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

const char *
ft_score_figure_title (FtScoreFigure figure)
{
  switch (figure)
    {
    case FT_FIGURE_AHEAD:
      return _ ("How Early");
    case FT_FIGURE_COVERAGE:
      return _ ("Coverage");
    case FT_FIGURE_SALES:
      return _ ("Contacts to a Sale");
    case FT_FIGURE_CAUSES:
      return _ ("Why Promises Were Missed");
    case FT_FIGURE_REPLIES:
      return _ ("Replies by Channel");
    case FT_FIGURE_CARDS:
      return _ ("Cards Written");
    case FT_FIGURE_PROMISES:
    default:
      return _ ("Promises");
    }
}

const char *
ft_score_figure_rule (FtScoreFigure figure)
{
  switch (figure)
    {
    case FT_FIGURE_AHEAD:
      return _ ("Of promises kept, how long before the promised time.");
    case FT_FIGURE_COVERAGE:
      return _ ("Of the leads open at that time, those that had a promise. A lead is open until it "
                "buys or says no.");
    case FT_FIGURE_SALES:
      return _ ("How many contacts each of your sales took, since the sale before.");
    case FT_FIGURE_CAUSES:
      return _ ("Of promises missed, late ones too, the cause you gave.");
    case FT_FIGURE_REPLIES:
      return _ ("Of your tries, those they answered, or came back to within a week.");
    case FT_FIGURE_CARDS:
      return _ ("Thank-you cards, by the day they were for.");
    case FT_FIGURE_PROMISES:
    default:
      return _ ("By the day they were for. Repaired: missed, then made good.");
    }
}

const char *
ft_score_period_words (FtScorePeriod period)
{
  switch (period)
    {
    case FT_SCORE_4_WEEKS:
      return C_ ("period", "4 Weeks");
    case FT_SCORE_YEAR:
      return C_ ("period", "Year");
    case FT_SCORE_ALL:
      return C_ ("period", "All");
    case FT_SCORE_QUARTER:
    default:
      return C_ ("period", "Quarter");
    }
}

/* --- What it comes to --- */

static char *
share_words (guint n, guint of)
{
  return g_strdup_printf (C_ ("share", "%.0f %%"), of > 0 ? 100.0 * n / of : 0.0);
}

static char *
minutes_words (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d min", "%d min", minutes), minutes);
  if (minutes < 2 * 1440)
    return g_strdup_printf (ngettext ("%d h", "%d h", minutes / 60), minutes / 60);
  return g_strdup_printf (ngettext ("%d day", "%d days", minutes / 1440), minutes / 1440);
}

static char *
sum_promises (const FtScoreData *score)
{
  guint n_kept;
  guint n = ft_score_count (score, &n_kept);
  g_autofree char *share = share_words (n_kept, n);

  if (n == 0)
    return g_strdup (_ ("No promise was due."));
  /* Translators: "92 % kept in time: 46 of 50" */
  return g_strdup_printf (_ ("%1$s kept in time: %2$u of %3$u"), share, n_kept, n);
}

static char *
sum_ahead (const FtScoreData *score)
{
  int median = ft_score_get_median (score);
  g_autofree char *minutes = NULL;

  if (median < 0)
    return g_strdup (_ ("No promise was kept."));
  if (median < ft_score_ahead_minutes[1])
    return g_strdup (_ ("Half of them just in time"));
  minutes = minutes_words (median);
  /* Translators: %s is "45 min", "3 h", "2 days" */
  return g_strdup_printf (_ ("Half of them at least %s early"), minutes);
}

static char *
sum_coverage (const FtScoreData *score)
{
  const FtScoreSpan *now = &score->spans[score->n_spans - 1];
  g_autofree char *share = share_words (now->n_covered, now->n_open);

  if (now->n_open == 0)
    return g_strdup (_ ("No lead is open."));
  /* Translators: "95 % now: 38 of 40" */
  return g_strdup_printf (_ ("%1$s now: %2$u of %3$u"), share, now->n_covered, now->n_open);
}

static char *
sum_sales (const FtScoreData *score)
{
  guint n = 0;
  guint sum = 0;

  for (guint i = 0; i < FT_SCORE_MOST_CONTACTS; i++)
    n += score->sales[i];
  if (n == 0)
    return g_strdup (_ ("No sale was made."));
  for (guint i = 0; i < FT_SCORE_MOST_CONTACTS; i++)
    {
      sum += score->sales[i];
      if (2 * sum >= n)
        return g_strdup_printf (ngettext ("%2$u sale, half of them after at most %1$u",
                                          "%2$u sales, half of them after at most %1$u", n),
                                i + 1, n);
    }
  g_return_val_if_reached (g_strdup (""));
}

static char *
sum_causes (const FtScoreData *score)
{
  guint n = 0;

  for (guint i = 0; i < FT_N_CAUSES; i++)
    n += score->causes[i];
  if (n == 0)
    return g_strdup (_ ("No promise was missed."));
  return g_strdup_printf (ngettext ("%u missed", "%u missed", n), n);
}

static char *
sum_replies (const FtScoreData *score)
{
  guint n = 0;
  guint of = 0;
  g_autofree char *share = NULL;

  for (guint i = 0; i < FT_N_CHANNELS; i++)
    {
      n += score->channels[i].n_answered;
      of += score->channels[i].n_tried;
    }
  if (of == 0)
    return g_strdup (_ ("Nobody was tried."));
  share = share_words (n, of);
  /* Translators: "64 % answered: 32 of 50" */
  return g_strdup_printf (_ ("%1$s answered: %2$u of %3$u"), share, n, of);
}

static char *
sum_cards (const FtScoreData *score)
{
  guint n = 0;

  for (guint i = 0; i < score->n_spans; i++)
    n += score->spans[i].n_cards;
  if (n == 0)
    return g_strdup (_ ("No card was written."));
  return g_strdup_printf (ngettext ("%u card", "%u cards", n), n);
}

char *
ft_score_figure_sum (FtScoreFigure figure, const FtScoreData *score)
{
  switch (figure)
    {
    case FT_FIGURE_AHEAD:
      return sum_ahead (score);
    case FT_FIGURE_COVERAGE:
      return sum_coverage (score);
    case FT_FIGURE_SALES:
      return sum_sales (score);
    case FT_FIGURE_CAUSES:
      return sum_causes (score);
    case FT_FIGURE_REPLIES:
      return sum_replies (score);
    case FT_FIGURE_CARDS:
      return sum_cards (score);
    case FT_FIGURE_PROMISES:
    default:
      return sum_promises (score);
    }
}

/* --- What is drawn --- */

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
      g_autofree char *from = minutes_words (ft_score_ahead_minutes[i]);
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
      const char *words = cause_words (causes[i]);

      ft_chart_data_add_column (chart, words, words)->values[0] = score->causes[causes[i]];
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
ft_score_figure_draw (FtScoreFigure figure, const FtScoreData *score)
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

/* --- What is behind it --- */

gboolean
ft_score_figure_query (
    FtScoreFigure figure, const FtScoreData *score, guint column, int series, FtEntryQuery *query)
{
  *query = (FtEntryQuery){
    .kind = FT_ENTRIES_PROMISES,
    .slice = { .first_day = ft_score_get_first_day (score),
               .end_day = score->end_day,
               .how = -1,
               .ahead = -1,
               .cause = -1 },
  };
  if (figure == FT_FIGURE_PROMISES || figure == FT_FIGURE_CARDS || figure == FT_FIGURE_COVERAGE)
    {
      g_return_val_if_fail (column < score->n_spans, FALSE);
      query->slice.first_day = score->spans[column].first_day;
      query->slice.end_day = ft_score_get_end_day (score, column);
    }
  switch (figure)
    {
    case FT_FIGURE_PROMISES:
      query->slice.how = series;
      return TRUE;
    case FT_FIGURE_CARDS:
      query->slice.cards = TRUE;
      return TRUE;
    case FT_FIGURE_AHEAD:
      query->slice.ahead = (int) column;
      return TRUE;
    case FT_FIGURE_CAUSES:
      g_return_val_if_fail (column < FT_N_CAUSES, FALSE);
      query->slice.cause = causes[column];
      return TRUE;
    case FT_FIGURE_SALES:
      query->kind = FT_ENTRIES_SALES;
      query->sale_bin = column;
      return TRUE;
    case FT_FIGURE_REPLIES:
      query->kind = FT_ENTRIES_TRIES;
      query->channel = FT_CHANNEL_PHONE + column;
      return TRUE;
    case FT_FIGURE_COVERAGE:
      query->kind = FT_ENTRIES_UNCOVERED;
      return score->spans[column].n_open > 0;
    default:
      return FALSE;
    }
}

const char *
ft_score_figure_behind (FtScoreFigure figure)
{
  return figure == FT_FIGURE_COVERAGE ? _ ("Without a Promise") : ft_score_figure_title (figure);
}

const char *
ft_score_figure_none (FtScoreFigure figure)
{
  return figure == FT_FIGURE_COVERAGE ? _ ("Every lead open then had a promise.")
                                      : _ ("There is nothing behind it.");
}
