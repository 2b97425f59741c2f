#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtDetailsBox:
 *
 * How to reach the lead and what else is known, as quiet text that is edited where it stands; every
 * field is one edit of its own.
 */
#define FT_TYPE_DETAILS_BOX (ft_details_box_get_type ())
G_DECLARE_FINAL_TYPE (FtDetailsBox, ft_details_box, FT, DETAILS_BOX, GtkWidget)

void ft_details_box_set_editor (FtDetailsBox *self, FtCardEditor *editor);
void ft_details_box_update (FtDetailsBox *self);
/* A new telephone number (FT_CHANNEL_PHONE) or e-mail address (FT_CHANNEL_EMAIL), to be typed. */
void ft_details_box_add_reach (FtDetailsBox *self, FtChannel channel);

G_END_DECLS
