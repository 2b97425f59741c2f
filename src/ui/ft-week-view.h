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
 * Signals: as of ft_drop_zone_install_signals (); what is above the hours is a day as a whole.
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
/* The hours of another zone beside one's own; NULL for none. */
void ft_week_view_set_zone (FtWeekView *self, const char *own, const char *other);
/* The day that has, or last had, the focus; 0 if none. */
gint32 ft_week_view_get_focused_day (FtWeekView *self);
/* Where a slot is, or the visible place next to it; FALSE if its day is not in view. */
gboolean ft_week_view_get_slot (FtWeekView *self, gint32 day, int minute, GdkRectangle *at);
/* The focus to a day that is in view. */
void ft_week_view_focus_day (FtWeekView *self, gint32 day);
/* To now if it is in view, else to the morning. */
void ft_week_view_scroll_to_work (FtWeekView *self);

G_END_DECLS
