#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FT_CHART_BARS, /* one on top of the other where there is more than one series */
  FT_CHART_LINE, /* of the first series */
} FtChartKind;

/**
 * FtChartData:
 *
 * What a drawing shows, its table lists and its CSV copies: series of numbers over columns.
 */
typedef struct
{
  FtChartKind kind;
  gboolean percent;    /* values are 0 … 100, and say so */
  char *what;          /* heads the column of names in the table: "Week" */
  GPtrArray *series;   /* FtChartSeries */
  GPtrArray *columns;  /* FtChartColumnData */
} FtChartData;

typedef struct
{
  char *name;
  const char *style; /* CSS class of its segments, static */
} FtChartSeries;

typedef struct
{
  char *label;    /* below the bar: "16 Nov" */
  char *name;     /* in the table: "Week of 16 November 2026" */
  char *more;     /* beside the value in words: "3 of 5"; or "" */
  double *values; /* one per series */
  gboolean unknown;  /* it has no value: the line has a gap there */
  gboolean has_list; /* there is something behind it to be listed */
} FtChartColumnData;

FtChartData *ft_chart_data_new (FtChartKind kind, gboolean percent, const char *what);
void ft_chart_data_free (FtChartData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtChartData, ft_chart_data_free)

void ft_chart_data_add_series (FtChartData *self, const char *name, const char *style);
/* After all series. Its values are 0 until they are set. */
FtChartColumnData *ft_chart_data_add_column (FtChartData *self, const char *label, const char *name);

/* "12", "92 %" (transfer full) */
char *ft_chart_data_format (const FtChartData *self, double value);
/* The same of a column; a dash where it has none. (transfer full) */
char *ft_chart_data_format_column (const FtChartData *self, const FtChartColumnData *column, guint series);
/* "Week of 16 November 2026: Early 3, Kept 5" (transfer full) */
char *ft_chart_data_say (const FtChartData *self, guint column);
/* The greatest sum of a column. */
double ft_chart_data_get_most (const FtChartData *self);
/* Where the marks of the axis are: @step apart, up to @top. */
void ft_chart_data_get_scale (const FtChartData *self, double *top, double *step);
/* For a spreadsheet: nothing in it runs there. (transfer full) */
char *ft_chart_data_to_csv (const FtChartData *self);

G_END_DECLS
