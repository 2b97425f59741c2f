#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtClosedBox:
 *
 * A lead that said no: their words (D5), why it was given up before five contacts (D4), and the way back. Not seen for
 * any other lead.
 */
#define FT_TYPE_CLOSED_BOX (ft_closed_box_get_type ())
G_DECLARE_FINAL_TYPE (FtClosedBox, ft_closed_box, FT, CLOSED_BOX, GtkWidget)

void ft_closed_box_set_editor (FtClosedBox *self, FtCardEditor *editor);
void ft_closed_box_update (FtClosedBox *self);

G_END_DECLS
