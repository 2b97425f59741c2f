#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

typedef enum
{
  FT_CALENDAR_MONTH,
  FT_CALENDAR_WEEK,
  FT_CALENDAR_DAY,
} FtCalendarView;

/**
 * FtCalendar:
 *
 * The calendar of promises: its own navigation on top, month, week or day below. The third pane of the
 * desk and the full Calendar page are two of them.
 *
 * Properties: "view" (FtCalendarView as int, settable). Signal "lead-activated" (gint64): a promise was clicked.
 */
#define FT_TYPE_CALENDAR (ft_calendar_get_type ())
G_DECLARE_FINAL_TYPE (FtCalendar, ft_calendar, FT, CALENDAR, GtkWidget)

GtkWidget *ft_calendar_new (FtDesk *desk, FtCalendarView view);
void ft_calendar_set_view (FtCalendar *self, FtCalendarView view);
void ft_calendar_go_today (FtCalendar *self);
/* One view's length back (-1) or forth (+1). */
void ft_calendar_go (FtCalendar *self, int by);

G_END_DECLS
