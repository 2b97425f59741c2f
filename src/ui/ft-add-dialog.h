#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtAddDialog:
 *
 * The form for a new lead with its first promise: a name is enough, a promise for today stands there already (B1, E5).
 * Closing hides it with everything typed, until it is saved.
 *
 * Signal: "show-lead" (gint64): a lead already known, or the one just added, is to be shown.
 */
#define FT_TYPE_ADD_DIALOG (ft_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FtAddDialog, ft_add_dialog, FT, ADD_DIALOG, AdwWindow)

FtAddDialog *ft_add_dialog_new (GtkWindow *parent, FtDesk *desk);
/* Opens it with the draft it holds; a new one gets @name unless NULL. */
void ft_add_dialog_open (FtAddDialog *self, const char *name);

G_END_DECLS
