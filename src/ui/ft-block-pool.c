#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block-pool.h"

struct _FtBlockPool
{
  GtkWidget *parent;  /* borrowed */
  GPtrArray *widgets; /* FtPromiseBlock, borrowed from @parent */
  gboolean compact;
};

FtBlockPool *
ft_block_pool_new (GtkWidget *parent, gboolean compact)
{
  FtBlockPool *self = g_new0 (FtBlockPool, 1);

  self->parent = parent;
  self->compact = compact;
  self->widgets = g_ptr_array_new ();
  return self;
}

void
ft_block_pool_free (FtBlockPool *self)
{
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->widgets, i));
  g_ptr_array_unref (self->widgets);
  g_free (self);
}

/* A key of a piece, as ft_block_is_same_piece () has it. */
static gint64 *
key_of (const FtBlock *block, gint64 *key)
{
  *key = ft_promise_get_id (block->promise) * 2 + ((block->edges & FT_EDGE_TARGET) ? 1 : 0);
  return key;
}

GPtrArray *
ft_block_pool_fill (FtBlockPool *self, GPtrArray *blocks)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) free_ones = g_ptr_array_new ();
  GPtrArray *widgets = g_ptr_array_sized_new (blocks->len);
  GHashTableIter iter;
  gpointer widget;
  gint64 key;

  for (guint i = 0; i < self->widgets->len; i++)
    {
      widget = g_ptr_array_index (self->widgets, i);
      key_of (ft_promise_block_get_block (widget), &key);
      g_hash_table_insert (old, g_memdup2 (&key, sizeof key), widget);
    }

  /* First those whose piece is still there, so that no other takes their widget. */
  for (guint i = 0; i < blocks->len; i++)
    {
      key_of (g_ptr_array_index (blocks, i), &key);
      widget = g_hash_table_lookup (old, &key);
      g_hash_table_remove (old, &key);
      g_ptr_array_add (widgets, widget);
    }

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    g_ptr_array_add (free_ones, widget);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_ptr_array_index (widgets, i) == NULL)
        {
          if (free_ones->len > 0)
            {
              widgets->pdata[i] = g_ptr_array_steal_index (free_ones, free_ones->len - 1);
            }
          else
            {
              widgets->pdata[i] = ft_promise_block_new (self->compact);
              gtk_widget_set_parent (widgets->pdata[i], self->parent);
            }
        }
      ft_promise_block_set_block (widgets->pdata[i], g_ptr_array_index (blocks, i));
    }
  for (guint i = 0; i < free_ones->len; i++)
    gtk_widget_unparent (g_ptr_array_index (free_ones, i));

  g_ptr_array_unref (self->widgets);
  self->widgets = widgets;
  return widgets;
}

GPtrArray *
ft_block_pool_get_widgets (FtBlockPool *self)
{
  return self->widgets;
}
