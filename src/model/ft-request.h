#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FtRequest:
 *
 * A question to the store that may be dropped: the newest one counts, and an owner that goes away is not
 * kept alive by it. Handed to the callback, which gives it back to ft_request_finish ().
 */
typedef struct _FtRequest FtRequest;

/* Drops what @slot, a field of @owner, holds, and puts a new request there. (transfer full), to the callback */
FtRequest *ft_request_start (FtRequest **slot, GObject *owner);
GCancellable *ft_request_get_cancellable (FtRequest *self); /* borrowed */
void ft_request_drop (FtRequest **slot);
/* Frees the request. (transfer full) its owner, whose slot is empty now; NULL if it was dropped. */
gpointer ft_request_finish (FtRequest *self);

G_END_DECLS
