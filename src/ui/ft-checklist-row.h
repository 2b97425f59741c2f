#pragma once

#include "core/ft-checklist.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtChecklistRow:
 *
 * A step of a checklist as the preferences have it: whether it is wanted; unfolded: what it says, what it is and
 * when it is due.
 *
 * Signals: "changed": the user changed it; "remove".
 */
#define FT_TYPE_CHECKLIST_ROW (ft_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (FtChecklistRow, ft_checklist_row, FT, CHECKLIST_ROW, AdwExpanderRow)

GtkWidget *ft_checklist_row_new (const FtChecklistStep *step);
/* (transfer full) */
FtChecklistStep *ft_checklist_row_dup_step (FtChecklistRow *self);

G_END_DECLS
