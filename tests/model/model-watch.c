#include "model-watch.h"

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  if (watch->text->len > 0)
    g_string_append_c (watch->text, ' ');
  if (removed > 0)
    g_string_append_printf (watch->text, "-%u", removed);
  if (added > 0)
    g_string_append_printf (watch->text, "+%u", added);
  g_string_append_printf (watch->text, "@%u", position);

  /* Each signal comes when just this has happened. */
  watch->n_items = watch->n_items - removed + added;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watch->n_items);
}

Watch *
watch_new (gpointer model)
{
  Watch *watch = g_new0 (Watch, 1);
  watch->model = g_object_ref (model);
  watch->text = g_string_new (NULL);
  watch->n_items = g_list_model_get_n_items (model);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), watch);
  return watch;
}

void
watch_free (Watch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->model, watch);
  g_object_unref (watch->model);
  g_string_free (watch->text, TRUE);
  g_free (watch);
}

static void
count_marshal (
    GClosure *closure, GValue *value, guint n, const GValue *values, gpointer hint, gpointer data)
{
  (*(guint *) closure->data)++;
}

static void
free_count (gpointer data, GClosure *closure)
{
  g_free (data);
}

guint *
count_signal (gpointer object, const char *signal)
{
  guint *count = g_new0 (guint, 1);
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), count);
  g_closure_set_marshal (closure, count_marshal);
  g_closure_add_finalize_notifier (closure, count, free_count);
  g_signal_connect_closure (object, signal, closure, FALSE);
  return count;
}
