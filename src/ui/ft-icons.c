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

const char *
ft_icon_for_keeping (FtKeeping keeping)
{
  switch (keeping)
    {
    case FT_KEEPING_LATE:
      return "ft-late-symbolic";
    case FT_KEEPING_EARLY:
    case FT_KEEPING_KEPT:
      return "ft-kept-symbolic";
    case FT_KEEPING_REPAIRED:
      return "ft-repaired-symbolic";
    case FT_KEEPING_OPEN:
    case FT_KEEPING_MOVED:
    case FT_KEEPING_CANCELLED:
    default:
      return NULL;
    }
}

const char *
ft_icon_for_lean (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return "ft-towards-symbolic";
    case FT_LEAN_UNDECIDED:
      return "ft-undecided-symbolic";
    case FT_LEAN_AWAY:
      return "ft-away-symbolic";
    case FT_LEAN_UNKNOWN:
    default:
      return NULL;
    }
}

const char *
ft_color_for_lean (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return "lean_towards_color";
    case FT_LEAN_UNDECIDED:
      return "lean_undecided_color";
    case FT_LEAN_AWAY:
    case FT_LEAN_UNKNOWN:
    default:
      return "lean_away_color";
    }
}
