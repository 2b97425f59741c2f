#pragma once

#include "model/ft-desk.h"
#include "remind/ft-autostart.h"
#include "remind/ft-reminder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtPreferences:
 *
 * How this person works, and the limits of the coach. What is chosen is saved at once.
 */
#define FT_TYPE_PREFERENCES (ft_preferences_get_type ())
G_DECLARE_FINAL_TYPE (FtPreferences, ft_preferences, FT, PREFERENCES, AdwPreferencesWindow)

FtPreferences *ft_preferences_new (GtkWindow *parent, FtDesk *desk);

/* Says whether reminders come; @autostart may be NULL. */
void ft_preferences_set_reminders (FtPreferences *self, FtReminder *reminder, FtAutostart *autostart);
void ft_preferences_show_reminders (FtPreferences *self);

G_END_DECLS
