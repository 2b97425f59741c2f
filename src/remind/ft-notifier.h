#pragma once

#include <gio/gio.h>

#include "core/ft-notice.h"

G_BEGIN_DECLS

/**
 * FtNotifier:
 *
 * Shows notices through whatever this desktop has: the portal in a sandbox, GNOME's own service, or
 * that of freedesktop.org. GNotification would do that, too, but never says whether anything was
 * shown; a reminder must know.
 *
 * Property: "problem" (string, notify only; NULL while it works): why notifications do not come, in words.
 * Signals: "action" (char *name, GVariant *target or NULL): a button was pressed, where the service
 * does not activate the application by itself; "closed" (char *id): a notice is gone, the user having
 * closed it or its time being over; "available": a service has come.
 */
#define FT_TYPE_NOTIFIER (ft_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FtNotifier, ft_notifier, FT, NOTIFIER, GObject)

/* @application_id: (nullable): NULL if no other process could start the application by it.
 * @sandboxed: the portal is all that there is to ask. */
FtNotifier *ft_notifier_new (const char *application_id, gboolean sandboxed);
/* Waits for no service any more; what was to be shown is not. */
void ft_notifier_stop (FtNotifier *self);
const char *ft_notifier_get_problem (FtNotifier *self);

/* @quietly: it takes the place of one that was shown, and is no news. Answers when the service has it. */
void ft_notifier_show_async (FtNotifier *self,
                             const FtNotice *notice,
                             gboolean quietly,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean ft_notifier_show_finish (FtNotifier *self, GAsyncResult *result, GError **error);
void ft_notifier_withdraw (FtNotifier *self, const char *id);
/* FALSE if the service that had it has gone, or never had it. */
gboolean ft_notifier_has (FtNotifier *self, const char *id);

G_END_DECLS
