#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtHourGrid:
 *
 * One or more days from midnight to midnight, side by side, with the hours at the start side and a line at
 * now. Overlapping promises stand side by side; those without room fold to "+4", which opens that day.
 *
 * Signal "dropped" (GValue *, int day, int minute): something was dropped on a slot of a Julian day.
 */
#define FT_TYPE_HOUR_GRID (ft_hour_grid_get_type ())
G_DECLARE_FINAL_TYPE (FtHourGrid, ft_hour_grid, FT, HOUR_GRID, GtkWidget)

GtkWidget *ft_hour_grid_new (void);
void ft_hour_grid_set_days (FtHourGrid *self, gint32 first, int n_days);
/* What the wall clock reads. */
void ft_hour_grid_set_now (FtHourGrid *self, FtCivil now);
/* @blocks (element-type FtBlock): as of ft_blocks_new (); all-day ones and other days are left out. */
void ft_hour_grid_set_blocks (FtHourGrid *self, GPtrArray *blocks);
/* The width of the hours, for what stands above the days. */
int ft_hour_grid_get_gutter (FtHourGrid *self);
/* Where a minute of the day is, in pixels from the top. */
double ft_hour_grid_get_y (FtHourGrid *self, int minute);
/* The focus to the block above or below the focused one in its day (@by -1 or 1); FALSE if there is none. */
gboolean ft_hour_grid_move_focus (FtHourGrid *self, int by);
/* The focus to the block of a Julian day that is nearest to a minute; FALSE if there is none. */
gboolean ft_hour_grid_focus_day (FtHourGrid *self, gint32 day, int minute);
/* The day and minute of the focused block; FALSE if none has it. */
gboolean ft_hour_grid_get_focus (FtHourGrid *self, gint32 *day, int *minute);

G_END_DECLS
