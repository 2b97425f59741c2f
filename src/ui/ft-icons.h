#pragma once

#include "core/ft-enums.h"
#include "core/ft-keeping.h"

G_BEGIN_DECLS

/* The project's own symbolic icon of a channel, the same everywhere; %NULL for FT_CHANNEL_NONE. */
const char *ft_icon_for_channel (FtChannel channel);

/* What a channel is called: "Phone", "E-Mail", "Visit", "Post"; "" for FT_CHANNEL_NONE. Translated. */
const char *ft_name_of_channel (FtChannel channel);

/* How a promise stands, NULL if it is open and its time is to come. */
const char *ft_icon_for_keeping (FtKeeping keeping);
/* Which way they lean (A4): a shape, for those who do not see the colour, and a named colour. NULL if not known. */
const char *ft_icon_for_lean (FtLean lean);
const char *ft_color_for_lean (FtLean lean);

G_END_DECLS
