#pragma once

#include <gtk/gtk.h>

#include "core/ft-week-layout.h"
#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtHourGrid:
 *
 * One or more days from midnight to midnight, side by side, with the hours at the start side and a line at
 * now. Overlapping promises stand side by side or, in narrow days, over one another with an indent; those
 * without room fold to "+4", which opens that day. A block's lower edge can be dragged.
 *
 * Signals: as of ft_drop_zone_install_signals (). A click on a free slot activates "calendar.offer" (day, minute).
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
/* The hours of another zone beside one's own; NULL for none. */
void ft_hour_grid_set_zone (FtHourGrid *self, const char *own, const char *other);
/* Where a slot is; FALSE if its day is not in view. */
gboolean ft_hour_grid_get_slot (FtHourGrid *self, gint32 day, int minute, FtRect *rect);
/* The hours went up by so many pixels below what may be held over them. */
void ft_hour_grid_scrolled (FtHourGrid *self, double by);
/* The focus to the block above or below the focused one in its day (@by -1 or 1); FALSE if there is none. */
gboolean ft_hour_grid_move_focus (FtHourGrid *self, int by);
/* The focus to the block of a Julian day that is nearest to a minute; FALSE if there is none. */
gboolean ft_hour_grid_focus_day (FtHourGrid *self, gint32 day, int minute);
/* The day and minute of the focused block; FALSE if none has it. */
gboolean ft_hour_grid_get_focus (FtHourGrid *self, gint32 *day, int *minute);

G_END_DECLS
