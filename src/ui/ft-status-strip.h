#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtStatusStrip:
 *
 * The day in one line, on every page: late, today, without a promise (B1), coverage (E1). Each is a button that
 * shows those leads (the action "win.show-filter").
 */
#define FT_TYPE_STATUS_STRIP (ft_status_strip_get_type ())
G_DECLARE_FINAL_TYPE (FtStatusStrip, ft_status_strip, FT, STATUS_STRIP, GtkWidget)

GtkWidget *ft_status_strip_new (void);
void ft_status_strip_set_desk (FtStatusStrip *self, FtDesk *desk);

/* @why: (nullable): reminders do not come, and why; NULL if they do. */
void ft_status_strip_set_silent (FtStatusStrip *self, const char *why);

G_END_DECLS
