#pragma once

#include "ui/ft-chart-data.h"
#include "ui/ft-score-figure.h"

G_BEGIN_DECLS

/* A figure of the score as the bars or the line of a chart, column by column as ft_score_figure_query () takes them.
 * (transfer full) */
FtChartData *ft_score_drawing_new (FtScoreFigure figure, const FtScoreData *score);

/* The causes in the order of their bars: what nobody said last. */
extern const FtCause ft_score_drawing_causes[FT_N_CAUSES];
/* "45 min", "3 h", "2 days" (transfer full) */
char *ft_score_drawing_minutes (int minutes);

G_END_DECLS
