#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtMonthView:
 *
 * Six weeks of promises. As many of a day as fit are there; the rest is "+4", which opens that day.
 *
 * Uses the actions "calendar.open-day" and "calendar.show-day" (a day), and "calendar.go" (by a month).
 * Signal "dropped" (GValue *, int day, int minute): something was dropped on a day; minute is -1, the
 * time of the day stays as it is.
 */
#define FT_TYPE_MONTH_VIEW (ft_month_view_get_type ())
G_DECLARE_FINAL_TYPE (FtMonthView, ft_month_view, FT, MONTH_VIEW, GtkWidget)

GtkWidget *ft_month_view_new (void);
/* The month of @day, in weeks from @first_weekday. */
void ft_month_view_set_day (FtMonthView *self, gint32 day, gint32 today, GDateWeekday first_weekday);
/* @blocks (element-type FtBlock): as of ft_blocks_new (); those of other days are left out. */
void ft_month_view_set_blocks (FtMonthView *self, GPtrArray *blocks);
/* The focus to a day that is in view. */
void ft_month_view_focus_day (FtMonthView *self, gint32 day);

G_END_DECLS
