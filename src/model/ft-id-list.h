#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtIdList:
 *
 * A GListModel of what a question to the store answers: it holds the ids of all (8 bytes each), makes
 * an object for those that somebody looks at, one per id, and reads only their rows. When asked again
 * it is spliced, not refilled, and what stays is the same object.
 *
 * A class made from it says what is asked, what the objects are, and when to ask again.
 */
#define FT_TYPE_ID_LIST (ft_id_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (FtIdList, ft_id_list, FT, ID_LIST, GObject)

/**
 * FtIdListClass:
 * @get_item_type: of the objects
 * @new_item: (transfer full) an object that has no row yet
 * @set_row: gives an object what was read of it
 * @get_lead_id: whose the row of an object is, 0 while it has none
 * @query: asks for the ids; the callback gets @data
 * @query_finish: (transfer full): the ids
 * @read: asks for the rows of some
 * @read_finish: (transfer full): one for each id, %NULL for those that are gone
 * @answered: the ids have come, and no others are being asked for; %NULL or why they could not be read
 * @failed: rows could not be read
 */
struct _FtIdListClass
{
  GObjectClass parent_class;

  GType (*get_item_type) (void);
  gpointer (*new_item) (gint64 id);
  void (*set_row) (gpointer item, gpointer row);
  gint64 (*get_lead_id) (gpointer item);
  void (*query) (FtIdList *self,
                 FtStore *store,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data);
  GArray *(*query_finish) (FtIdList *self, FtStore *store, GAsyncResult *result, GError **error);
  void (*read) (FtIdList *self,
                FtStore *store,
                const gint64 *ids,
                guint n_ids,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data);
  GPtrArray *(*read_finish) (FtStore *store, GAsyncResult *result, GError **error);
  void (*answered) (FtIdList *self, const GError *error);
  void (*failed) (FtIdList *self, const GError *error);
};

/* To be called once, by what makes the object. */
void ft_id_list_set_store (FtIdList *self, FtStore *store);
/* Asks for the ids. What changes while they are asked for has them asked for once more. */
void ft_id_list_ask (FtIdList *self);
/* Something was touched: reads the rows it may be in again, and asks. */
void ft_id_list_follow (FtIdList *self, FtChangeSet *change);
/* Empties the list at once and drops what was asked: other ids may come. */
void ft_id_list_clear (FtIdList *self);

G_END_DECLS
