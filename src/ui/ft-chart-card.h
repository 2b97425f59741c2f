#pragma once

#include "ui/ft-chart-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtChartCard:
 *
 * A drawing with its title, what it comes to, what its colours mean and how it is counted; and the same as a
 * table, for a screen reader or for who likes numbers better. Both are copied as CSV.
 *
 * Signal "activated" (uint column, int series), as of #FtChart.
 */
#define FT_TYPE_CHART_CARD (ft_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (FtChartCard, ft_chart_card, FT, CHART_CARD, GtkWidget)

GtkWidget *ft_chart_card_new (const char *title, const char *rule);
/* @data (transfer full) */
void ft_chart_card_show (FtChartCard *self, FtChartData *data, const char *sum);
void ft_chart_card_set_table (FtChartCard *self, gboolean table);
const FtChartData *ft_chart_card_get_data (FtChartCard *self); /* borrowed, NULL before the first */

G_END_DECLS
