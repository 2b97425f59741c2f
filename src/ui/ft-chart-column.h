#pragma once

#include "ui/ft-chart-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtChartColumn:
 *
 * One bar of a drawing, or one point of its line: a button for the pointer, the keyboard and a screen reader.
 * Its segments are CSS nodes, so that colours and patterns follow the theme.
 *
 * Signal "activated" (int series): -1 for all of it, as the keyboard has it.
 */
#define FT_TYPE_CHART_COLUMN (ft_chart_column_get_type ())
G_DECLARE_FINAL_TYPE (FtChartColumn, ft_chart_column, FT, CHART_COLUMN, GtkWidget)

GtkWidget *ft_chart_column_new (void);
/* @data (borrowed) must live as long as the column shows it. @top: the value at its upper end. */
void ft_chart_column_show (FtChartColumn *self, const FtChartData *data, guint column, double top);
/* Where the point of a line is, from the top of the column. */
double ft_chart_column_get_point (FtChartColumn *self);

G_END_DECLS
