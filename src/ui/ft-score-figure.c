#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-score-figure.h"

#include "ui/ft-score-drawing.h"

#include <glib/gi18n-lib.h>

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
  minutes = ft_score_drawing_minutes (median);
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
      query->slice.cause = ft_score_drawing_causes[column];
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
