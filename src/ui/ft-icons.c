#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-icons.h"

#include <glib/gi18n-lib.h>

const char *
ft_icon_for_channel (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return "ft-phone-symbolic";
    case FT_CHANNEL_EMAIL:
      return "ft-email-symbolic";
    case FT_CHANNEL_VISIT:
      return "ft-visit-symbolic";
    case FT_CHANNEL_POST:
      return "ft-post-symbolic";
    case FT_CHANNEL_NONE:
    default:
      return NULL;
    }
}

const char *
ft_name_of_channel (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return _ ("Phone");
    case FT_CHANNEL_EMAIL:
      return _ ("E-Mail");
    case FT_CHANNEL_VISIT:
      return _ ("Visit");
    case FT_CHANNEL_POST:
      return _ ("Post");
    case FT_CHANNEL_NONE:
    default:
      return "";
    }
}
