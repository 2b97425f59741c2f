#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtAllDayRow:
 *
 * What is promised for whole days, between their names and their hours: a few lines, then "+4". No higher
 * than it needs.
 */
#define FT_TYPE_ALL_DAY_ROW (ft_all_day_row_get_type ())
G_DECLARE_FINAL_TYPE (FtAllDayRow, ft_all_day_row, FT, ALL_DAY_ROW, GtkWidget)

GtkWidget *ft_all_day_row_new (void);
void ft_all_day_row_set_days (FtAllDayRow *self, gint32 first, int n_days);
/* The width of the hours below, which is left free. */
void ft_all_day_row_set_gutter (FtAllDayRow *self, int gutter);
/* @blocks (element-type FtBlock): as of ft_blocks_new (); timed ones and other days are left out. */
void ft_all_day_row_set_blocks (FtAllDayRow *self, GPtrArray *blocks);

/* Days and lines are counted from 0. */
gboolean ft_all_day_row_get_focus (FtAllDayRow *self, int *day, int *line);
/* FALSE if there is no such line that day; -1 is the last one. */
gboolean ft_all_day_row_focus_line (FtAllDayRow *self, int day, int line);

G_END_DECLS
