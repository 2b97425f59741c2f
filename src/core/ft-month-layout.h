#pragma once

#include "core/ft-week-layout.h"

G_BEGIN_DECLS

#define FT_MONTH_WEEKS 6
#define FT_MONTH_CELLS (7 * FT_MONTH_WEEKS)

/* The Julian day of the first of the six weeks that hold the month of @day:
 * that of the week of the first of the month. */
gint32 ft_month_first_day (gint32 day, GDateWeekday first_weekday);

/* The month a day is in, counted from the year 0: two days of the same month have the same. */
int ft_month_of (gint32 day);

/* The number of the week that begins on @first_day, where the first week of a year is the one with at
 * least @min_days of its days (4 in ISO 8601, 1 in North America). */
int ft_week_number (gint32 first_day, int min_days);

/**
 * FtMonthGeometry:
 * @gutter: the width of the column of week numbers, at the start side; 0 for none
 * @head: the height of the day's number, on top of each cell
 * @line: the height of one promise
 * @gap: between two of them, and around them
 * @rtl: the days run from right to left
 *
 * Six weeks of seven cells.
 */
typedef struct
{
  double width;
  double height;
  double gutter;
  double head;
  double line;
  double gap;
  gboolean rtl;
} FtMonthGeometry;

FtRect ft_month_geometry_cell (const FtMonthGeometry *self, int index);
/* The cell under a point, -1 in the gutter or outside. */
int ft_month_geometry_hit (const FtMonthGeometry *self, double x, double y);
/* How many lines the smallest cell has room for, 0 if none. */
guint ft_month_geometry_capacity (const FtMonthGeometry *self);
/* Line @line of a cell, in the coordinates of the month. */
FtRect ft_month_geometry_line (const FtMonthGeometry *self, int index, guint line);

/* Of @n_items, how many are shown where @capacity lines fit; the rest are counted in one more line
 * ("+4"), which takes the place of the last. */
guint ft_month_shown (guint n_items, guint capacity);

G_END_DECLS
