#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ft_background_request_async:
 * @active: whether the program is to start in the background at login
 *
 * Asks the portal of a sandbox, which may ask the user.
 */
void ft_background_request_async (gboolean active, GAsyncReadyCallback callback, gpointer data);

/**
 * ft_background_request_finish:
 * @active: (out): whether it does from now on
 *
 * Returns: %FALSE if there is no portal, or it said nothing; the message of @error is for the user
 */
gboolean ft_background_request_finish (GAsyncResult *result, gboolean *active, GError **error);

G_END_DECLS
