#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FT_DAY_MINUTES 1440
#define FT_SLOT_MINUTES 15

/**
 * FtWeekBlock:
 * @id: the caller's, also what decides between two blocks of the same time
 * @start: minute of the day, 0 … 1439
 * @duration: minutes it takes on the screen, at least 1
 * @column: (out): from 0 at the start side of the day, -1 when it is folded away
 * @n_columns: (out): into how many columns the day is divided where this block stands
 * @span: (out): how many columns it may take, those beside it being free
 * @fold: (out): the index of the fold that counts it, -1 when it is shown
 * @head: (out): its first minutes, over which nothing lies
 * @depth: (out): how many blocks below one another it lies over; 0 where none do
 *
 * A block in one day of a week: where it stands in time, and where it goes on the screen.
 */
typedef struct
{
  gint64 id;
  int start;
  int duration;
  int column;
  int n_columns;
  int span;
  int fold;
  int head;
  int depth;
} FtWeekBlock;

/**
 * FtWeekFold:
 *
 * Blocks for which there is no room side by side: "+4", in a column of its own.
 */
typedef struct
{
  int start;
  int duration;
  int column;
  int n_columns;
  guint count;
} FtWeekFold;

/**
 * FtRect:
 *
 * Pixels in the coordinates of the widget whose geometry it came from.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FtRect;

/* Places the blocks of one day side by side, at most @max_columns (at least 1) of them; sorts @blocks by
 * time. A block that would end after midnight is moved up to end there. No two blocks or folds overlap
 * and every block is either in a column or counted by exactly one fold. (transfer full) FtWeekFold. */
GArray *ft_week_layout_place (FtWeekBlock *blocks, guint n_blocks, int max_columns);

/* The same for days too narrow for that: blocks stand side by side only where the first @head minutes of
 * both, which hold the name, are at the same time; a later block lies over the rest of an earlier one, and
 * is to be indented by its depth. */
GArray *ft_week_layout_place_over (FtWeekBlock *blocks, guint n_blocks, int max_columns, int head);

/**
 * FtWeekGeometry:
 * @gutter: the width of the column of hours, at the start side
 * @rtl: the days run from right to left
 *
 * The whole day from midnight to midnight, @n_days of it side by side.
 */
typedef struct
{
  double width;
  double height;
  double gutter;
  int n_days;
  gboolean rtl;
} FtWeekGeometry;

FtRect ft_week_geometry_day (const FtWeekGeometry *self, int day);
/* The rectangle of a block, or fold, that was placed. Never smaller than a pixel. */
FtRect ft_week_geometry_rect (const FtWeekGeometry *self,
                              int day,
                              int start,
                              int duration,
                              int column,
                              int n_columns,
                              int span);
/* The same in a day that begins so many pixels after its start side. */
FtRect ft_week_geometry_rect_indented (const FtWeekGeometry *self,
                                       int day,
                                       int start,
                                       int duration,
                                       int column,
                                       int n_columns,
                                       int span,
                                       double indent);
double ft_week_geometry_y (const FtWeekGeometry *self, int minute);
/* The day and minute under a point, the minute rounded down to %FT_SLOT_MINUTES; a point above or below is
 * the first or last slot. FALSE in the hours or outside the days. */
gboolean ft_week_geometry_hit (const FtWeekGeometry *self, double x, double y, int *day, int *minute);
/* @minute rounded to the nearest slot of a day, never beyond it. */
int ft_week_snap (int minute);

G_END_DECLS
