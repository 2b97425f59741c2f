#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtCalendarFile:
 *
 * The promises as a calendar beside the database, for programs that read it again and again; kept up to
 * date while the setting says so, taken away when it no longer does. Holds what is promised, and what was
 * kept in the last weeks.
 *
 * Signal: "failed" (char *message): it could not be written; told once for the same reason.
 */
#define FT_TYPE_CALENDAR_FILE (ft_calendar_file_get_type ())
G_DECLARE_FINAL_TYPE (FtCalendarFile, ft_calendar_file, FT, CALENDAR_FILE, GObject)

/* Follows a store that is open. */
FtCalendarFile *ft_calendar_file_new (FtStore *store);
/* Writes it in a moment, if it is wanted: with what happened before this was there. */
void ft_calendar_file_update (FtCalendarFile *self);
/* Writes now what waits to be written, and waits for that, but not for long: for the end of a program. */
void ft_calendar_file_finish (FtCalendarFile *self);
/* Leaves it as it is and follows no longer: the store is being closed. */
void ft_calendar_file_stop (FtCalendarFile *self);

G_END_DECLS
