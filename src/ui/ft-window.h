#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"
#include "remind/ft-autostart.h"
#include "remind/ft-reminder.h"

G_BEGIN_DECLS

#define FT_TYPE_WINDOW (ft_window_get_type ())
G_DECLARE_FINAL_TYPE (FtWindow, ft_window, FT, WINDOW, AdwApplicationWindow)

/* The window on an open store. */
FtWindow *ft_window_new (GtkApplication *app, FtDesk *desk);
/* What says in the window whether reminders come. @autostart: (nullable) */
void ft_window_set_reminders (FtWindow *self, FtReminder *reminder, FtAutostart *autostart);
/* Shows this lead on the card, whatever pane is in front. */
void ft_window_show_lead (FtWindow *self, gint64 lead_id);
/* Shows a list by the name of its filter, as "late" or "all". */
void ft_window_show_filter (FtWindow *self, const char *filter);
/* Searches the list. */
void ft_window_search (FtWindow *self, const char *text);
/* Shows this lead, and asks for another time for what was promised to it (B7). */
void ft_window_run_late (FtWindow *self, gint64 lead_id, gint64 promise_id);
/* Lists what is to be promised anew before leaving (E6). */
void ft_window_promise_anew (FtWindow *self);
/* Asks who called (C1). */
void ft_window_they_called (FtWindow *self);
/* Opens the form for a new lead. */
void ft_window_add_lead (FtWindow *self);
/* Opens the import with this file; NULL asks for one. */
void ft_window_import (FtWindow *self, GFile *file);
/* Words in a toast. */
void ft_window_say (FtWindow *self, const char *message);
/* Says what went wrong, until it is dismissed. */
void ft_window_warn (FtWindow *self, const char *message);

G_END_DECLS
