#pragma once

#include "remind/ft-reminder.h"

G_BEGIN_DECLS

/**
 * FtReminderActions:
 *
 * The reminders of a running program, and the actions their notifications name: those which need no
 * window are done here, the others are left to the application. What is pressed before the database is
 * open waits for it: a press may have started the program.
 *
 * Property "reminder" (FtReminder, notify only): while the database is open. Signal "failed" (char *message):
 * an action could not be done.
 */
#define FT_TYPE_REMINDER_ACTIONS (ft_reminder_actions_get_type ())
G_DECLARE_FINAL_TYPE (FtReminderActions, ft_reminder_actions, FT, REMINDER_ACTIONS, GObject)

/* Adds its actions to @application. */
FtReminderActions *ft_reminder_actions_new (GApplication *application);
/* @store: (nullable): open, or %NULL to ring no more */
void ft_reminder_actions_set_store (FtReminderActions *self, FtStore *store);
FtReminder *ft_reminder_actions_get_reminder (FtReminderActions *self); /* or NULL */

FtSession *ft_reminder_actions_get_session (FtReminderActions *self);

G_END_DECLS
