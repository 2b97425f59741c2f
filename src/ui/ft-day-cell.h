#pragma once

#include <gtk/gtk.h>

#include "core/ft-day-off.h"

G_BEGIN_DECLS

/**
 * FtDayCell:
 *
 * A day of the month: its number, on top. What is promised on it lies over it, in the month.
 */
#define FT_TYPE_DAY_CELL (ft_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (FtDayCell, ft_day_cell, FT, DAY_CELL, GtkWidget)

GtkWidget *ft_day_cell_new (void);
/* @day: a Julian day; @outside: of another month than the one shown */
void ft_day_cell_set_day (FtDayCell *self, gint32 day, gboolean today, gboolean outside);
gint32 ft_day_cell_get_day (FtDayCell *self);
void ft_day_cell_set_n_promises (FtDayCell *self, guint n);
/* Why it is no working day: shaded, with a word beside its number; NULL if it is one. */
void ft_day_cell_set_day_off (FtDayCell *self, const FtDayOffData *day_off);
/* Something that can be dropped here is held over it. */
void ft_day_cell_set_drop (FtDayCell *self, gboolean drop);
/* How much of its top the number takes. */
int ft_day_cell_get_head (FtDayCell *self);

G_END_DECLS
