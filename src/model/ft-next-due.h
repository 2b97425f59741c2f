#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/* Whom to go on to when a call is logged: the lead late longest or due first today, other than @leaving (the one
 * just called, 0 for none). */
void ft_next_due_find_async (FtStore *store,
                             FtDayBounds bounds,
                             gint64 leaving,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* The lead; 0 if all of today is done; -1 with @error. */
gint64 ft_next_due_find_finish (FtStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
