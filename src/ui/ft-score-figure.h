#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtScoreFigure:
 *
 * What the score draws.
 */
typedef enum
{
  FT_FIGURE_PROMISES, /* kept, early, repaired and late (B7) */
  FT_FIGURE_AHEAD,    /* how early (C6) */
  FT_FIGURE_COVERAGE, /* (E1) */
  FT_FIGURE_SALES,    /* contacts to a sale (D4) */
  FT_FIGURE_CAUSES,   /* of what was missed (A7) */
  FT_FIGURE_REPLIES,  /* by channel (E8) */
  FT_FIGURE_CARDS,    /* written by hand (B11) */
} FtScoreFigure;
#define FT_N_FIGURES (FT_FIGURE_CARDS + 1)

const char *ft_score_figure_title (FtScoreFigure figure);
/* How it is counted, in a sentence. */
const char *ft_score_figure_rule (FtScoreFigure figure);
/* What it comes to: "92 % in time: 46 of 50". (transfer full) */
char *ft_score_figure_sum (FtScoreFigure figure, const FtScoreData *score);
/* What is behind a column, or one series (-1: all) of it. FALSE if it is nothing that is listed. */
gboolean ft_score_figure_query (FtScoreFigure figure, const FtScoreData *score, guint column, int series, FtEntryQuery *query);

/* What such a list is of, and what it says when there is nothing in it. */
const char *ft_score_figure_behind (FtScoreFigure figure);
const char *ft_score_figure_none (FtScoreFigure figure);

/* "4 Weeks", "Quarter", … */
const char *ft_score_period_words (FtScorePeriod period);

G_END_DECLS
