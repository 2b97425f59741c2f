#pragma once

#include "core/ft-clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtStepEntry:
 *
 * A step of one's own: what, and by when. A quiet button until it is wanted.
 *
 * Signal "add" (char *text, int day): Julian day.
 */
#define FT_TYPE_STEP_ENTRY (ft_step_entry_get_type ())
G_DECLARE_FINAL_TYPE (FtStepEntry, ft_step_entry, FT, STEP_ENTRY, GtkWidget)

GtkWidget *ft_step_entry_new (FtClock *clock);

G_END_DECLS
