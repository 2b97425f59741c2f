#pragma once

#include <adwaita.h>

#include "remind/ft-autostart.h"
#include "remind/ft-reminder.h"

G_BEGIN_DECLS

/**
 * FtRemindersGroup:
 *
 * Whether reminders come, in the preferences: when the next one rings, a test that says why not, and the
 * start at login.
 */
#define FT_TYPE_REMINDERS_GROUP (ft_reminders_group_get_type ())
G_DECLARE_FINAL_TYPE (FtRemindersGroup, ft_reminders_group, FT, REMINDERS_GROUP, AdwPreferencesGroup)

/* Not visible before it is told of what. */
GtkWidget *ft_reminders_group_new (void);
/* @autostart: (nullable): NULL where it starts another database */
void ft_reminders_group_fill (FtRemindersGroup *self, FtReminder *reminder, FtAutostart *autostart);

G_END_DECLS
