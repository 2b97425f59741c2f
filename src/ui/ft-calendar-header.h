#pragma once

#include <gtk/gtk.h>

#include "core/ft-civil.h"

G_BEGIN_DECLS

/**
 * FtCalendarHeader:
 *
 * What the calendar shows, back and forth and to today, and month, week or day; one row where there is
 * room, else two. Everything in it is one of the actions "calendar.go", "calendar.today", "calendar.print" and
 * "calendar.view".
 */
#define FT_TYPE_CALENDAR_HEADER (ft_calendar_header_get_type ())
G_DECLARE_FINAL_TYPE (FtCalendarHeader, ft_calendar_header, FT, CALENDAR_HEADER, GtkWidget)

GtkWidget *ft_calendar_header_new (void);
/* @caption: quieter, beside the title; may be "" */
void ft_calendar_header_set_title (FtCalendarHeader *self, const char *title, const char *caption);
/* What one step back and forth is called: "Previous Week". */
void ft_calendar_header_set_steps (FtCalendarHeader *self, const char *back, const char *forth);
/* What the wall clock reads, for dates that are typed. */
void ft_calendar_header_set_now (FtCalendarHeader *self, FtCivil now);
/* Asks for a date to go to. */
void ft_calendar_header_ask_date (FtCalendarHeader *self);

G_END_DECLS
