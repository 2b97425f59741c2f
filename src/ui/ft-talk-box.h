#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtTalkBox:
 *
 * The trial close, the line to say and what they said to it (C4), and what they asked for, until they say
 * that there is nothing else (C5).
 */
#define FT_TYPE_TALK_BOX (ft_talk_box_get_type ())
G_DECLARE_FINAL_TYPE (FtTalkBox, ft_talk_box, FT, TALK_BOX, GtkWidget)

void ft_talk_box_set_editor (FtTalkBox *self, FtCardEditor *editor);
void ft_talk_box_update (FtTalkBox *self);

G_END_DECLS
