#define G_LOG_DOMAIN "ft-model"

#include "model/ft-steady-list.h"

#include "model/ft-list-diff.h"

struct _FtSteadyList
{
  GObject parent_instance;

  GListModel *source; /* owned */
  GArray *items;      /* GObject, owned */
  gboolean held;
};

static GType
ft_steady_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (FT_STEADY_LIST (model)->source);
}

static guint
ft_steady_list_get_n_items (GListModel *model)
{
  return FT_STEADY_LIST (model)->items->len;
}

static gpointer
ft_steady_list_get_item (GListModel *model, guint position)
{
  FtSteadyList *self = FT_STEADY_LIST (model);
  return position < self->items->len
             ? g_object_ref (g_array_index (self->items, GObject *, position))
             : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ft_steady_list_get_item_type;
  interface->get_n_items = ft_steady_list_get_n_items;
  interface->get_item = ft_steady_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FtSteadyList,
                               ft_steady_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- Following the source --- */

static gboolean
same_item (gconstpointer a, gconstpointer b)
{
  return *(GObject *const *) a == *(GObject *const *) b;
}

static void
clear_item (gpointer item)
{
  g_clear_object ((GObject **) item);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (GObject *));
  g_array_set_clear_func (items, clear_item);
  return items;
}

static gboolean
has_item (GArray *items, GObject *item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, GObject *, i) == item)
      return TRUE;
  return FALSE;
}

static GArray *
take_source (FtSteadyList *self)
{
  GArray *items = new_items ();
  for (guint i = 0; i < g_list_model_get_n_items (self->source); i++)
    {
      GObject *item = g_list_model_get_item (self->source, i);
      g_array_append_val (items, item);
    }
  return items;
}

static void
splice (FtSteadyList *self, GArray *items, FtListRun run)
{
  for (guint i = 0; i < run.added; i++)
    g_object_ref (g_array_index (items, GObject *, run.position + i));
  if (run.removed > 0)
    g_array_remove_range (self->items, run.position, run.removed);
  if (run.added > 0)
    g_array_insert_vals (self->items, run.position, &g_array_index (items, GObject *, run.position),
                         run.added);
  g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
}

/* A source that moves an item takes it out and puts it in again: here it moves at once, and only
 * what moved. */
static void
become_source (FtSteadyList *self)
{
  g_autoptr (GArray) items = take_source (self);
  g_autoptr (GArray) runs = ft_list_diff (self->items, items, same_item);

  for (guint i = 0; i < runs->len; i++)
    splice (self, items, g_array_index (runs, FtListRun, i));
}

static void
append_new (FtSteadyList *self)
{
  g_autoptr (GArray) items = take_source (self);
  guint before = self->items->len;

  for (guint i = 0; i < items->len; i++)
    {
      GObject *item = g_array_index (items, GObject *, i);
      if (has_item (self->items, item))
        continue;
      g_object_ref (item);
      g_array_append_val (self->items, item);
    }
  if (self->items->len > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->items->len - before);
}

static void
source_changed_cb (FtSteadyList *self)
{
  if (self->held)
    append_new (self);
  else
    become_source (self);
}

/* --- GObject --- */

static void
ft_steady_list_dispose (GObject *object)
{
  g_clear_object (&FT_STEADY_LIST (object)->source);

  G_OBJECT_CLASS (ft_steady_list_parent_class)->dispose (object);
}

static void
ft_steady_list_finalize (GObject *object)
{
  g_array_unref (FT_STEADY_LIST (object)->items);

  G_OBJECT_CLASS (ft_steady_list_parent_class)->finalize (object);
}

static void
ft_steady_list_class_init (FtSteadyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_steady_list_dispose;
  object_class->finalize = ft_steady_list_finalize;
}

static void
ft_steady_list_init (FtSteadyList *self)
{
  self->items = new_items ();
}

/**
 * ft_steady_list_new:
 * @source: a short list
 *
 * Returns: (transfer full): a list that is not held yet
 */
FtSteadyList *
ft_steady_list_new (GListModel *source)
{
  FtSteadyList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);

  self = g_object_new (FT_TYPE_STEADY_LIST, NULL);
  self->source = g_object_ref (source);
  g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self,
                           G_CONNECT_SWAPPED);
  become_source (self);
  return self;
}

void
ft_steady_list_set_held (FtSteadyList *self, gboolean held)
{
  g_return_if_fail (FT_IS_STEADY_LIST (self));

  if (self->held == held)
    return;
  self->held = held;
  if (!held)
    become_source (self);
}

gboolean
ft_steady_list_get_held (FtSteadyList *self)
{
  g_return_val_if_fail (FT_IS_STEADY_LIST (self), FALSE);
  return self->held;
}
