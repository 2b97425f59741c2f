#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/* Some forty invented leads of several trades, with promises and history around the clock's now: what
 * "demo" shows. Every open one has a promise (B1). (transfer full) */
FtEdit *ft_samples_make (FtClock *clock);

/* Puts them into an open store, as reminded of what is already due: a demo is not to start with a
 * row of bells. */
void ft_samples_fill_async (FtStore *store, GAsyncReadyCallback callback, gpointer data);
gboolean ft_samples_fill_finish (FtStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
