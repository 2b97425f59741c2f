#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtHistoryRow:
 *
 * One thing that happened; a contact that was logged can be corrected in place.
 */
#define FT_TYPE_HISTORY_ROW (ft_history_row_get_type ())
G_DECLARE_FINAL_TYPE (FtHistoryRow, ft_history_row, FT, HISTORY_ROW, GtkWidget)

GtkWidget *ft_history_row_new (FtCardEditor *editor, FtHistoryItem *item);

G_END_DECLS
