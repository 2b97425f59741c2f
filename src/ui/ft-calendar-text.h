#pragma once

#include "core/ft-day-off.h"
#include "core/ft-records.h"

G_BEGIN_DECLS

/* What the calendar writes, in the user's language, order and hour format (LC_TIME). Days are Julian
 * days. All strings are (transfer full). */

char *ft_calendar_text_month (gint32 day);                        /* "November 2026" */
char *ft_calendar_text_week (gint32 first_day);                   /* "Week 48" */
char *ft_calendar_text_week_number (gint32 first_day);            /* "48" */
char *ft_calendar_text_weekday (gint32 day, gboolean in_full);    /* "Thu", "Thursday" */
char *ft_calendar_text_day (gint32 day);                          /* "Thursday 26 November" */
char *ft_calendar_text_day_number (gint32 day);                   /* "26" */
char *ft_calendar_text_hour (int hour);                           /* "16:00", "4 PM" */
/* "Away", "Away: skiing", "Christmas Day". */
char *ft_calendar_text_day_off (const FtDayOffData *day_off);
/* "16:00"; "" for %FT_ALL_DAY. */
char *ft_calendar_text_time (int minute);

/* Whether the day is one on which few people work there: the two days before the first working day of
 * the locale. */
gboolean ft_calendar_is_weekend (gint32 day);

G_END_DECLS
