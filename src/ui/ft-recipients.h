#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/* Reads whole leads, with their addresses, one after the other. Finish: (transfer full) GPtrArray of FtLeadData in
 * the order of @ids; those that are gone are left out. */
void ft_recipients_read_async (FtStore *store,
                               const gint64 *ids,
                               guint n_ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
GPtrArray *ft_recipients_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
