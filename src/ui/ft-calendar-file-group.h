#pragma once

#include "core/ft-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtCalendarFileGroup:
 *
 * Whether the promises are kept as a calendar file beside the database, and where that is, to be copied
 * into the program that reads it.
 *
 * Signal: "changed": the user switched it.
 */
#define FT_TYPE_CALENDAR_FILE_GROUP (ft_calendar_file_group_get_type ())
G_DECLARE_FINAL_TYPE (FtCalendarFileGroup, ft_calendar_file_group, FT, CALENDAR_FILE_GROUP, AdwPreferencesGroup)

/* @path: of the calendar */
FtCalendarFileGroup *ft_calendar_file_group_new (const char *path);
/* Shows what @settings say, and tells nobody. */
void ft_calendar_file_group_show (FtCalendarFileGroup *self, const FtSettings *settings);
/* Puts what was chosen into @settings. */
void ft_calendar_file_group_store (FtCalendarFileGroup *self, FtSettings *settings);

G_END_DECLS
