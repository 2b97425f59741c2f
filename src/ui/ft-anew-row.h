#pragma once

#include "model/ft-away-list.h"
#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtAnewRow:
 *
 * A promise that falls into days away (E6), with the times to promise instead, and one click that promises one of
 * them: they were told, here is what to send to them, or not yet.
 */
#define FT_TYPE_ANEW_ROW (ft_anew_row_get_type ())
G_DECLARE_FINAL_TYPE (FtAnewRow, ft_anew_row, FT, ANEW_ROW, GtkListBoxRow)

GtkWidget *ft_anew_row_new (FtDesk *desk, FtAwayList *list, FtPromise *promise);

G_END_DECLS
