#pragma once

#include "core/ft-enums.h"

G_BEGIN_DECLS

/* The project's own symbolic icon of a channel, the same everywhere; %NULL for FT_CHANNEL_NONE. */
const char *ft_icon_for_channel (FtChannel channel);

/* What a channel is called: "Phone", "E-Mail", "Visit", "Post"; "" for FT_CHANNEL_NONE. Translated. */
const char *ft_name_of_channel (FtChannel channel);

G_END_DECLS
