#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtBriefBox:
 *
 * What to know before dialling (E9): the three benefits that hit home (E2, E3), their last words as an opening
 * line (D6), the piece to bring (A5), and on which channel they answer (E8).
 */
#define FT_TYPE_BRIEF_BOX (ft_brief_box_get_type ())
G_DECLARE_FINAL_TYPE (FtBriefBox, ft_brief_box, FT, BRIEF_BOX, GtkWidget)

void ft_brief_box_set_editor (FtBriefBox *self, FtCardEditor *editor);
void ft_brief_box_update (FtBriefBox *self);

G_END_DECLS
