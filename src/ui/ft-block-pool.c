#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block-pool.h"

struct _FtBlockPool
{
  GtkWidget *parent;  /* borrowed */
  GPtrArray *widgets; /* FtPromiseBlock, borrowed from @parent */
  GPtrArray *spare; /* the same, out of sight: making one costs ten times as much as showing one */
  gboolean compact;
};

/* As many as a month on a large screen may need at its next step. */
#define MAX_SPARE 300

FtBlockPool *
ft_block_pool_new (GtkWidget *parent, gboolean compact)
{
  FtBlockPool *self = g_new0 (FtBlockPool, 1);

  self->parent = parent;
  self->compact = compact;
  self->widgets = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  return self;
}

void
ft_block_pool_free (FtBlockPool *self)
{
  for (guint i = 0; i < self->widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->widgets, i));
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spare, i));
  g_ptr_array_unref (self->widgets);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

static void
set_shown (GtkWidget *widget, gboolean shown)
{
  if (gtk_widget_get_child_visible (widget) == shown)
    return;
  gtk_widget_set_child_visible (widget, shown);
  if (shown)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN);
  else
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/* What is dragged stays what it is, out of sight too: the drag ends with its widget. */
static gpointer
take_spare (FtBlockPool *self)
{
  for (guint i = self->spare->len; i > 0; i--)
    if (!ft_promise_block_is_dragged (g_ptr_array_index (self->spare, i - 1)))
      return g_ptr_array_steal_index_fast (self->spare, i - 1);
  return NULL;
}

static void
put_spare (FtBlockPool *self, GtkWidget *widget)
{
  if (!ft_promise_block_is_dragged (FT_PROMISE_BLOCK (widget))
      && (self->spare->len >= MAX_SPARE || gtk_widget_has_focus (widget)))
    {
      gtk_widget_unparent (widget);
      return;
    }
  set_shown (widget, FALSE);
  g_ptr_array_add (self->spare, widget);
}

static void
add_old (GHashTable *old, gpointer widget)
{
  gint64 key = ft_block_get_key (ft_promise_block_get_block (widget));

  g_hash_table_insert (old, g_memdup2 (&key, sizeof key), widget);
}

GPtrArray *
ft_block_pool_fill (FtBlockPool *self, GPtrArray *blocks)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *widgets = g_ptr_array_sized_new (blocks->len);
  GHashTableIter iter;
  gpointer widget;
  gint64 key;

  for (guint i = self->spare->len; i > 0; i--)
    if (ft_promise_block_is_dragged (g_ptr_array_index (self->spare, i - 1)))
      add_old (old, g_ptr_array_steal_index_fast (self->spare, i - 1));
  for (guint i = 0; i < self->widgets->len; i++)
    add_old (old, g_ptr_array_index (self->widgets, i));

  /* First those whose piece is still there, so that no other takes their widget. */
  for (guint i = 0; i < blocks->len; i++)
    {
      key = ft_block_get_key (g_ptr_array_index (blocks, i));
      widget = g_hash_table_lookup (old, &key);
      g_hash_table_remove (old, &key);
      g_ptr_array_add (widgets, widget);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    put_spare (self, widget);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_ptr_array_index (widgets, i) == NULL)
        widgets->pdata[i] = take_spare (self);
      if (g_ptr_array_index (widgets, i) == NULL)
        {
          widgets->pdata[i] = ft_promise_block_new (self->compact);
          gtk_widget_set_parent (widgets->pdata[i], self->parent);
        }
      ft_promise_block_set_block (widgets->pdata[i], g_ptr_array_index (blocks, i));
      set_shown (widgets->pdata[i], TRUE);
    }

  g_ptr_array_unref (self->widgets);
  self->widgets = widgets;
  return widgets;
}

GPtrArray *
ft_block_pool_get_widgets (FtBlockPool *self)
{
  return self->widgets;
}
