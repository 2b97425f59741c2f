#pragma once

#include "ui/ft-chart-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtChart:
 *
 * A drawing of numbers over columns: bars or a line, between an axis with few marks and labels as there is room
 * for. Left and right arrows go from column to column. Mirrored where text is written from the right.
 *
 * Signal "activated" (uint column, int series): series -1 for all of the column.
 */
#define FT_TYPE_CHART (ft_chart_get_type ())
G_DECLARE_FINAL_TYPE (FtChart, ft_chart, FT, CHART, GtkWidget)

GtkWidget *ft_chart_new (void);
/* @data must live until the next one is shown. */
void ft_chart_show (FtChart *self, const FtChartData *data);

G_END_DECLS
