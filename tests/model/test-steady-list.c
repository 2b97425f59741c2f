#include "model/ft-steady-list.h"

/* What a click has changed stays where it is until it is let go. */

static void
changed_cb (GListModel *list, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static GObject *
new_item (const char *name)
{
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data (item, "name", (gpointer) name);
  return item;
}

static char *
say (gpointer list)
{
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      g_string_append (said, g_object_get_data (item, "name"));
    }
  return g_string_free (said, FALSE);
}

#define assert_says(list, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = say (list);                                                            \
    g_assert_cmpstr (said, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

#define assert_changes(log, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((log)->str, ==, expected);                                                    \
    g_string_truncate (log, 0);                                                                    \
  }                                                                                                \
  G_STMT_END

static GListStore *
new_source (const char *names)
{
  GListStore *source = g_list_store_new (G_TYPE_OBJECT);
  for (const char *name = names; *name != '\0'; name++)
    {
      g_autofree char *one = g_strndup (name, 1);
      g_autoptr (GObject) item = new_item (g_intern_string (one));
      g_list_store_append (source, item);
    }
  return source;
}

static void
move (GListStore *source, guint from, guint to)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (source), from);
  g_list_store_remove (source, from);
  g_list_store_insert (source, to, item);
}

static void
test_follows (void)
{
  g_autoptr (GListStore) source = new_source ("abc");
  FtSteadyList *list = ft_steady_list_new (G_LIST_MODEL (source));
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GObject) d = new_item ("d");
  g_autoptr (GObject) none = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), log);
  assert_says (list, "abc");
  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (list)), ==, G_TYPE_OBJECT);
  g_list_store_append (source, d);
  assert_changes (log, "3-0+1 ");
  g_list_store_remove (source, 0);
  assert_changes (log, "0-1+0 ");
  move (source, 2, 0);
  assert_says (list, "dbc");
  none = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_null (none);
  g_assert_finalize_object (list);
}

static void
test_held (void)
{
  g_autoptr (GListStore) source = new_source ("abc");
  FtSteadyList *list = ft_steady_list_new (G_LIST_MODEL (source));
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GObject) d = new_item ("d");

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), log);
  g_assert_false (ft_steady_list_get_held (list));
  ft_steady_list_set_held (list, TRUE);
  g_assert_true (ft_steady_list_get_held (list));
  move (source, 0, 2);
  g_list_store_remove (source, 0);
  assert_changes (log, "");
  assert_says (list, "abc");
  g_list_store_insert (source, 0, d);
  assert_changes (log, "3-0+1 ");
  assert_says (list, "abcd");
  /* Let go: d, c, a it is. */
  ft_steady_list_set_held (list, FALSE);
  assert_says (list, "dca");
  g_assert_cmpuint (log->len, >, 0);
  g_string_truncate (log, 0);
  ft_steady_list_set_held (list, FALSE);
  assert_changes (log, "");
  g_assert_finalize_object (list);
}

/* Held and let go with nothing changed in between: nobody hears of it. */
static void
test_held_for_nothing (void)
{
  g_autoptr (GListStore) source = new_source ("abc");
  FtSteadyList *list = ft_steady_list_new (G_LIST_MODEL (source));
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), log);
  ft_steady_list_set_held (list, TRUE);
  move (source, 0, 2);
  move (source, 2, 0);
  ft_steady_list_set_held (list, FALSE);
  assert_changes (log, "");
  assert_says (list, "abc");
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steady-list/follows", test_follows);
  g_test_add_func ("/steady-list/held", test_held);
  g_test_add_func ("/steady-list/held-for-nothing", test_held_for_nothing);
  return g_test_run ();
}
