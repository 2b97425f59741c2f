#pragma once

#include <gio/gio.h>

#include "core/ft-notice.h"

G_BEGIN_DECLS

/* What a service of freedesktop.org can do. */
typedef struct
{
  gboolean actions;
  gboolean body;
  gboolean markup; /* it reads the body as markup */
} FtNoticeServer;

/* "a{sv}", as org.gtk.Notifications and the portal take it. Floating. */
GVariant *ft_notice_to_gtk (const FtNotice *notice, const char *icon);
/* The arguments of org.freedesktop.Notifications.Notify. @replaces: the number of the one it takes the place of, or 0.
 * A button's key is its action with its target. Floating. */
GVariant *ft_notice_to_freedesktop (const FtNotice *notice,
                                    const FtNoticeServer *server,
                                    const char *icon,
                                    guint32 replaces,
                                    gboolean quietly);

G_END_DECLS
