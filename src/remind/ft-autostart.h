#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FtAutostart:
 *
 * Whether the program starts in the background at login, so that reminders come: a file of its own among
 * the user's autostart files; in a sandbox the portal keeps it, and the file is our record of its answer.
 *
 * Property "active" (boolean, notify only): the file as it is, whoever changed it.
 */
#define FT_TYPE_AUTOSTART (ft_autostart_get_type ())
G_DECLARE_FINAL_TYPE (FtAutostart, ft_autostart, FT, AUTOSTART, GObject)

/* @sandboxed: the portal is asked. */
FtAutostart *ft_autostart_new (const char *application_id, gboolean sandboxed);
gboolean ft_autostart_get_active (FtAutostart *self);
/* When it has been set, "active" says what the file is then. */
void ft_autostart_set_async (FtAutostart *self, gboolean active, GAsyncReadyCallback callback, gpointer data);
/* The message of @error is for the user. */
gboolean ft_autostart_set_finish (FtAutostart *self, GAsyncResult *result, GError **error);

/* Whether what an autostart file says starts a program at login. */
gboolean ft_autostart_is_active (const char *content, gsize length);

G_END_DECLS
