#pragma once

#include "ui/ft-promise-block.h"

G_BEGIN_DECLS

/**
 * FtBlockPool:
 *
 * The block widgets of one view. Filling a view again keeps the widget of every piece that is still there,
 * and with it the focus; widgets of pieces that went show others; only what is over is let go.
 */
typedef struct _FtBlockPool FtBlockPool;

/* @parent is borrowed and must outlive the pool, or clear it. */
FtBlockPool *ft_block_pool_new (GtkWidget *parent, gboolean compact);
void ft_block_pool_free (FtBlockPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtBlockPool, ft_block_pool_free)

/* The widgets of these pieces (FtBlock), in their order. Borrowed until the next call. */
GPtrArray *ft_block_pool_fill (FtBlockPool *self, GPtrArray *blocks);
/* As last filled. */
GPtrArray *ft_block_pool_get_widgets (FtBlockPool *self);

G_END_DECLS
