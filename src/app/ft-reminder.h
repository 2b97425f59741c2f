#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtReminder:
 *
 * Reminds of every promise whose target has come (B6, C6), with the window open or closed. The database
 * is the truth, asked at start, after every change and when the next target comes by the wall clock;
 * a notification is never the record.
 *
 * It needs the action "app.open-lead" (x).
 */
#define FT_TYPE_REMINDER (ft_reminder_get_type ())
G_DECLARE_FINAL_TYPE (FtReminder, ft_reminder, FT, REMINDER, GObject)

/* @store must be open. */
FtReminder *ft_reminder_new (GApplication *application, FtStore *store);

G_END_DECLS
