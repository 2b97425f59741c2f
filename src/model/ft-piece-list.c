#define G_LOG_DOMAIN "ft-model"

#include "model/ft-piece-list.h"

#include "model/ft-list-diff.h"
#include "model/ft-request.h"

struct _FtPieceList
{
  GObject parent_instance;

  FtStore *store;
  GArray *items;     /* FtPiece, owned */
  GPtrArray *pieces; /* FtPieceData of @items, borrowed from them */
  FtRequest *request;
};

static GType
ft_piece_list_get_item_type (GListModel *model)
{
  return FT_TYPE_PIECE;
}

static guint
ft_piece_list_get_n_items (GListModel *model)
{
  return FT_PIECE_LIST (model)->items->len;
}

static gpointer
ft_piece_list_get_item (GListModel *model, guint position)
{
  FtPieceList *self = FT_PIECE_LIST (model);
  return position < self->items->len
             ? g_object_ref (g_array_index (self->items, FtPiece *, position))
             : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ft_piece_list_get_item_type;
  interface->get_n_items = ft_piece_list_get_n_items;
  interface->get_item = ft_piece_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FtPieceList,
                               ft_piece_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- Reading --- */

static gboolean
same_piece (gconstpointer a, gconstpointer b)
{
  return ft_piece_equal (*(FtPiece *const *) a, *(FtPiece *const *) b);
}

static void
clear_piece (gpointer item)
{
  g_clear_object ((FtPiece **) item);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FtPiece *));
  g_array_set_clear_func (items, clear_piece);
  return items;
}

static void
collect_pieces (FtPieceList *self)
{
  g_ptr_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (self->pieces, ft_piece_get_data (g_array_index (self->items, FtPiece *, i)));
}

static void
splice (FtPieceList *self, GArray *items, FtListRun run)
{
  for (guint i = 0; i < run.added; i++)
    g_object_ref (g_array_index (items, FtPiece *, run.position + i));
  if (run.removed > 0)
    g_array_remove_range (self->items, run.position, run.removed);
  if (run.added > 0)
    g_array_insert_vals (self->items, run.position, &g_array_index (items, FtPiece *, run.position),
                         run.added);
  collect_pieces (self);
  g_list_model_items_changed (G_LIST_MODEL (self), run.position, run.removed, run.added);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_pieces_finish (FT_STORE (source), result, &error);
  g_autoptr (FtPieceList) self = ft_request_finish (data);
  g_autoptr (GArray) items = new_items ();
  g_autoptr (GArray) runs = NULL;

  /* Without the library the card has no piece to propose; everything else works. */
  if (!self || !rows)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      FtPiece *piece = ft_piece_new (rows->pdata[i]);
      g_array_append_val (items, piece);
    }
  runs = ft_list_diff (self->items, items, same_piece);
  for (guint i = 0; i < runs->len; i++)
    splice (self, items, g_array_index (runs, FtListRun, i));
}

static void
read_pieces (FtPieceList *self)
{
  FtRequest *request = ft_request_start (&self->request, G_OBJECT (self));
  ft_store_read_pieces_async (self->store, ft_request_get_cancellable (request), read_cb, request);
}

static void
store_changed_cb (FtPieceList *self, FtChangeSet *change)
{
  if (change->pieces || change->everything)
    read_pieces (self);
}

/* --- GObject --- */

static void
ft_piece_list_dispose (GObject *object)
{
  FtPieceList *self = FT_PIECE_LIST (object);

  ft_request_drop (&self->request);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ft_piece_list_parent_class)->dispose (object);
}

static void
ft_piece_list_finalize (GObject *object)
{
  FtPieceList *self = FT_PIECE_LIST (object);

  g_ptr_array_unref (self->pieces);
  g_array_unref (self->items);

  G_OBJECT_CLASS (ft_piece_list_parent_class)->finalize (object);
}

static void
ft_piece_list_class_init (FtPieceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ft_piece_list_dispose;
  object_class->finalize = ft_piece_list_finalize;
}

static void
ft_piece_list_init (FtPieceList *self)
{
  self->items = new_items ();
  self->pieces = g_ptr_array_new ();
}

/**
 * ft_piece_list_new:
 * @store: an open store
 *
 * Returns: (transfer full): a library that is being read, empty until "items-changed"
 */
FtPieceList *
ft_piece_list_new (FtStore *store)
{
  FtPieceList *self;

  g_return_val_if_fail (FT_IS_STORE (store), NULL);

  self = g_object_new (FT_TYPE_PIECE_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_pieces (self);
  return self;
}

GPtrArray *
ft_piece_list_get_pieces (FtPieceList *self)
{
  g_return_val_if_fail (FT_IS_PIECE_LIST (self), NULL);
  return self->pieces;
}

FtPieceData *
ft_piece_list_find (FtPieceList *self, gint64 piece_id)
{
  g_return_val_if_fail (FT_IS_PIECE_LIST (self), NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    if (((FtPieceData *) self->pieces->pdata[i])->id == piece_id)
      return self->pieces->pdata[i];
  return NULL;
}
