#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtLateDialog:
 *
 * Running late (B7): another time in one click, and the words to send to the customer, which go to the
 * clipboard as the promise moves. A promise already missed becomes an apology.
 */
#define FT_TYPE_LATE_DIALOG (ft_late_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FtLateDialog, ft_late_dialog, FT, LATE_DIALOG, AdwWindow)

FtLateDialog *ft_late_dialog_new (GtkWindow *parent, FtDesk *desk);
/* Reads the promise, then shows itself; one that is not open any more shows nothing. */
void ft_late_dialog_open (FtLateDialog *self, gint64 lead_id, gint64 promise_id);

G_END_DECLS
