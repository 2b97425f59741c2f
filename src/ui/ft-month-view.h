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
 * Signals: as of ft_drop_zone_install_signals (); the minute is %FT_ALL_DAY, the time of day stays as it is.
 */
#define FT_TYPE_MONTH_VIEW (ft_month_view_get_type ())
G_DECLARE_FINAL_TYPE (FtMonthView, ft_month_view, FT, MONTH_VIEW, GtkWidget)

GtkWidget *ft_month_view_new (void);
/* The month of @day, in weeks from @first_weekday. */
void ft_month_view_set_day (FtMonthView *self, gint32 day, gint32 today, GDateWeekday first_weekday);
/* @blocks (element-type FtBlock): as of ft_blocks_new (); those of other days are left out. */
void ft_month_view_set_blocks (FtMonthView *self, GPtrArray *blocks);
/* The day that has, or last had, the focus. */
gint32 ft_month_view_get_focused_day (FtMonthView *self);
/* Where a day is; FALSE if it is not in view. */
gboolean ft_month_view_get_day (FtMonthView *self, gint32 day, GdkRectangle *at);
/* The focus to a day that is in view. */
void ft_month_view_focus_day (FtMonthView *self, gint32 day);

G_END_DECLS
