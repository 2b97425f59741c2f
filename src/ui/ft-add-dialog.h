#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtAddDialog:
 *
 * The form for a new lead with its first promise: a name is enough, a promise for today stands there already (B1, E5).
 * Its owner keeps it: a window is made for it whenever it is opened, and everything typed stays until it is saved.
 * (A window kept hidden would be a trap: GTK 4.8 breaks down when a screen reader asks for it.)
 *
 * Signal: "show-lead" (gint64): a lead already known, or the one just added, is to be shown.
 */
#define FT_TYPE_ADD_DIALOG (ft_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FtAddDialog, ft_add_dialog, FT, ADD_DIALOG, AdwBin)

FtAddDialog *ft_add_dialog_new (FtDesk *desk);
/* Opens it over @parent, or over nothing, with the draft it holds; a new one gets @name unless NULL. */
void ft_add_dialog_open (FtAddDialog *self, GtkWindow *parent, const char *name);
gboolean ft_add_dialog_is_open (FtAddDialog *self);

G_END_DECLS
