#define G_LOG_DOMAIN "ft-model"

#include "model/ft-next-due.h"

typedef struct
{
  FtDayBounds bounds;
  gint64 leaving;
} Search;

/* The first of the list may be due another day. */
static void
row_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ft_store_read_rows_finish (FT_STORE (source), result, &error);
  const Search *search = g_task_get_task_data (task);
  FtLeadRow *row;
  gboolean due;

  if (rows == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  row = rows->pdata[0];
  due = row != NULL
        && ((row->oldest != NULL && ft_promise_data_is_late (row->oldest, search->bounds.now))
            || (row->due != NULL && row->due->target_at < search->bounds.today_end));
  g_task_return_int (task, due ? row->lead->id : 0);
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ft_store_query_leads_finish (FT_STORE (source), result, &error);
  const Search *search = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gint64 next = 0;

  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < ids->len && next == 0; i++)
    if (g_array_index (ids, gint64, i) != search->leaving)
      next = g_array_index (ids, gint64, i);
  if (next == 0)
    g_task_return_int (task, 0);
  else
    ft_store_read_rows_async (FT_STORE (source), &next, 1, cancellable, row_cb,
                              g_steal_pointer (&task));
}

void
ft_next_due_find_async (FtStore *store,
                        FtDayBounds bounds,
                        gint64 leaving,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (FtLeadQuery) query = NULL;
  GTask *task;
  Search search = { bounds, leaving };

  g_return_if_fail (FT_IS_STORE (store));

  query = ft_lead_query_new (FT_FILTER_ALL, bounds, "");
  task = g_task_new (store, cancellable, callback, data);
  g_task_set_source_tag (task, ft_next_due_find_async);
  g_task_set_task_data (task, g_memdup2 (&search, sizeof search), g_free);
  ft_store_query_leads_async (store, query, 2, cancellable, ids_cb, task);
}

gint64
ft_next_due_find_finish (FtStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
