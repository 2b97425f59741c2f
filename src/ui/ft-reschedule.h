#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtReschedule:
 *
 * Another time for a promise, in place: of my target, which is free, or of what was promised, which is
 * another promise (C2).
 *
 * Signal "done": saved, or given up.
 */
#define FT_TYPE_RESCHEDULE (ft_reschedule_get_type ())
G_DECLARE_FINAL_TYPE (FtReschedule, ft_reschedule, FT, RESCHEDULE, GtkWidget)

GtkWidget *ft_reschedule_new (void);
void ft_reschedule_start (FtReschedule *self, FtCardEditor *editor, gint64 promise_id);

G_END_DECLS
