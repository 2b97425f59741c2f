#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtUndoActions:
 *
 * "undo" and "redo" of a window, and their part of its menu, which names what they take back or do again.
 */
#define FT_TYPE_UNDO_ACTIONS (ft_undo_actions_get_type ())
G_DECLARE_FINAL_TYPE (FtUndoActions, ft_undo_actions, FT, UNDO_ACTIONS, GObject)

/* Adds them to @window, which holds what is returned as long as it is open, and fills @section. */
FtUndoActions *ft_undo_actions_new (GActionMap *window, GMenu *section, FtDesk *desk);

G_END_DECLS
