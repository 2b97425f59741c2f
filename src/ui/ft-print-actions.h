#pragma once

#include "ui/ft-window.h"

G_BEGIN_DECLS

/**
 * FtPrintActions:
 *
 * The commands of a window that put something on paper: a day, a week, envelopes and labels. What goes wrong the
 * window says.
 */
#define FT_TYPE_PRINT_ACTIONS (ft_print_actions_get_type ())
G_DECLARE_FINAL_TYPE (FtPrintActions, ft_print_actions, FT, PRINT_ACTIONS, GObject)

/* Adds them to @window, which holds what is returned as long as it is open. */
FtPrintActions *ft_print_actions_new (FtWindow *window, FtDesk *desk);

G_END_DECLS
