#define G_LOG_DOMAIN "ft-core"

#include "core/ft-month-layout.h"

#include "core/ft-civil.h"

#include <math.h>

gint32
ft_month_first_day (gint32 day, GDateWeekday first_weekday)
{
  GDate date;
  gint32 first;

  g_return_val_if_fail (g_date_valid_julian (day), 0);
  g_return_val_if_fail (g_date_valid_weekday (first_weekday), 0);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_set_day (&date, 1);
  first = g_date_get_julian (&date);
  return first - (g_date_get_weekday (&date) - first_weekday + 7) % 7;
}

int
ft_month_of (gint32 day)
{
  int year;
  int month;

  ft_civil_get_date ((FtCivil){ day, 0, 0 }, &year, &month, NULL);
  return year * 12 + month - 1;
}

int
ft_week_number (gint32 first_day, int min_days)
{
  GDate date;

  g_return_val_if_fail (min_days >= 1 && min_days <= 7, 0);

  /* The week belongs to the year of the last day that may be missing from it. */
  g_date_clear (&date, 1);
  g_date_set_julian (&date, first_day + 7 - min_days);
  return (g_date_get_day_of_year (&date) - 1) / 7 + 1;
}

static double
column_edge (const FtMonthGeometry *self, int column)
{
  return self->gutter + round ((self->width - self->gutter) * column / 7);
}

static double
row_edge (const FtMonthGeometry *self, int row)
{
  return round (self->height * row / FT_MONTH_WEEKS);
}

FtRect
ft_month_geometry_cell (const FtMonthGeometry *self, int index)
{
  double left = column_edge (self, index % 7);
  double right = column_edge (self, index % 7 + 1);
  double top = row_edge (self, index / 7);

  return (FtRect){ self->rtl ? self->width - right : left, top, right - left,
                   row_edge (self, index / 7 + 1) - top };
}

int
ft_month_geometry_hit (const FtMonthGeometry *self, double x, double y)
{
  for (int i = 0; i < FT_MONTH_CELLS; i++)
    {
      FtRect cell = ft_month_geometry_cell (self, i);

      if (x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height)
        return i;
    }
  return -1;
}

guint
ft_month_geometry_capacity (const FtMonthGeometry *self)
{
  double room = floor (self->height / FT_MONTH_WEEKS) - self->head - self->gap;

  if (room < self->line)
    return 0;
  return (guint) floor ((room + self->gap) / (self->line + self->gap));
}

FtRect
ft_month_geometry_line (const FtMonthGeometry *self, int index, guint line)
{
  FtRect cell = ft_month_geometry_cell (self, index);

  return (FtRect){ cell.x + self->gap, cell.y + self->head + line * (self->line + self->gap),
                   MAX (cell.width - 2 * self->gap, 1), self->line };
}

guint
ft_month_shown (guint n_items, guint capacity)
{
  if (n_items <= capacity)
    return n_items;
  return capacity > 0 ? capacity - 1 : 0;
}
