#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-recipients.h"

typedef struct
{
  GArray *ids;      /* owned, gint64 */
  guint next;       /* of them to be read */
  GPtrArray *leads; /* owned */
} Reading;

static void
reading_free (Reading *reading)
{
  g_array_unref (reading->ids);
  g_clear_pointer (&reading->leads, g_ptr_array_unref);
  g_free (reading);
}

static void read_next (GTask *task);

static void
card_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FtLeadCard) card = ft_store_read_card_finish (FT_STORE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (card != NULL)
    g_ptr_array_add (reading->leads, ft_lead_data_ref (card->lead));
  read_next (g_steal_pointer (&task));
}

/* @task: (transfer full) */
static void
read_next (GTask *task_arg)
{
  g_autoptr (GTask) task = task_arg;
  Reading *reading = g_task_get_task_data (task);
  FtStore *store = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (reading->next == reading->ids->len)
    {
      g_task_return_pointer (task, g_steal_pointer (&reading->leads),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  ft_store_read_card_async (store, g_array_index (reading->ids, gint64, reading->next++), 1,
                            cancellable, card_cb, g_steal_pointer (&task));
}

void
ft_recipients_read_async (FtStore *store,
                          const gint64 *ids,
                          guint n_ids,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_return_if_fail (FT_IS_STORE (store));
  g_return_if_fail (ids != NULL || n_ids == 0);

  task = g_task_new (store, cancellable, callback, data);
  g_task_set_source_tag (task, ft_recipients_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  reading->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  if (n_ids > 0)
    g_array_append_vals (reading->ids, ids, n_ids);
  reading->leads = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_lead_data_unref);
  read_next (task);
}

GPtrArray *
ft_recipients_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
