#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtHintLine:
 *
 * One dim line from the practices where it applies (B10). One click turns all hints off for good, and another
 * at the same place, until another lead is shown, on again.
 */
#define FT_TYPE_HINT_LINE (ft_hint_line_get_type ())
G_DECLARE_FINAL_TYPE (FtHintLine, ft_hint_line, FT, HINT_LINE, GtkWidget)

void ft_hint_line_set_desk (FtHintLine *self, FtDesk *desk);

G_END_DECLS
