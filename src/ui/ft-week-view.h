#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtWeekView:
 *
 * One day or seven: their names on top, what is promised for all day, and the hours.
 *
 * Uses the actions "calendar.open-day" and "calendar.show-day" (a day).
 * Signal "dropped" (GValue *, int day, int minute): something was dropped on a slot, or, with
 * %FT_ALL_DAY, on a day as a whole.
 */
#define FT_TYPE_WEEK_VIEW (ft_week_view_get_type ())
G_DECLARE_FINAL_TYPE (FtWeekView, ft_week_view, FT, WEEK_VIEW, GtkWidget)

GtkWidget *ft_week_view_new (void);
/* @n_days: 1 or 7, from the Julian day @first */
void ft_week_view_set_days (FtWeekView *self, gint32 first, int n_days);
/* What the wall clock reads. */
void ft_week_view_set_now (FtWeekView *self, FtCivil now);
/* @blocks (element-type FtBlock): as of ft_blocks_new (); those of other days are left out. */
void ft_week_view_set_blocks (FtWeekView *self, GPtrArray *blocks);
/* The focus to a day that is in view. */
void ft_week_view_focus_day (FtWeekView *self, gint32 day);
/* To now if it is in view, else to the morning. */
void ft_week_view_scroll_to_work (FtWeekView *self);

G_END_DECLS
