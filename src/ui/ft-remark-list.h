#pragma once

#include "ui/ft-card-editor.h"
#include "ui/ft-remark-row.h"

G_BEGIN_DECLS

/**
 * FtRemarkList:
 *
 * What they asked for (C5), or what to remember of them (E7): a list edited in place, with a line to add to
 * it. Each change is one step of undo; a text made empty is removed.
 */
#define FT_TYPE_REMARK_LIST (ft_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (FtRemarkList, ft_remark_list, FT, REMARK_LIST, GtkWidget)

void ft_remark_list_set_editor (FtRemarkList *self, FtCardEditor *editor, FtRemarkKind kind);
void ft_remark_list_update (FtRemarkList *self);

G_END_DECLS
