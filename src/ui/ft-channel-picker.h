#pragma once

#include <gtk/gtk.h>

#include "core/ft-enums.h"

G_BEGIN_DECLS

/**
 * FtChannelPicker:
 *
 * How to be in touch (B2): telephone, e-mail, visit or post, one of them chosen.
 *
 * Signal "changed": the user chose.
 */
#define FT_TYPE_CHANNEL_PICKER (ft_channel_picker_get_type ())
G_DECLARE_FINAL_TYPE (FtChannelPicker, ft_channel_picker, FT, CHANNEL_PICKER, GtkWidget)

GtkWidget *ft_channel_picker_new (void);
FtChannel ft_channel_picker_get_channel (FtChannelPicker *self);
/* FT_CHANNEL_NONE: none is chosen. */
void ft_channel_picker_set_channel (FtChannelPicker *self, FtChannel channel);

G_END_DECLS
