#include "model/ft-list-diff.h"

static GArray *
ids_of (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (; *text; text++)
    {
      gint64 id = *text;
      g_array_append_val (ids, id);
    }
  return ids;
}

static char *
text_of (GArray *ids)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_c (text, g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static char *
describe (GArray *runs)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      g_string_append_printf (text, "%s-%u+%u@%u", i > 0 ? " " : "", run.removed, run.added,
                              run.position);
    }
  return g_string_free (text, FALSE);
}

static void
carry_out (GArray *from, GArray *to, GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      if (run.removed > 0)
        g_array_remove_range (from, run.position, run.removed);
      if (run.added > 0)
        g_array_insert_vals (from, run.position, &g_array_index (to, gint64, run.position),
                             run.added);
    }
}

static void
assert_diff (const char *from_text, const char *to_text, const char *expected)
{
  g_autoptr (GArray) from = ids_of (from_text);
  g_autoptr (GArray) to = ids_of (to_text);
  g_autoptr (GArray) runs = ft_list_diff (from, to, ft_list_same_id);
  g_autofree char *text = describe (runs);
  g_autofree char *result = NULL;
  g_assert_cmpstr (text, ==, expected);
  carry_out (from, to, runs);
  result = text_of (from);
  g_assert_cmpstr (result, ==, to_text);
}

static void
test_runs (void)
{
  assert_diff ("", "", "");
  assert_diff ("abc", "abc", "");
  assert_diff ("", "abc", "-0+3@0");
  assert_diff ("abc", "", "-3+0@0");
  assert_diff ("abc", "xyz", "-3+3@0");
  assert_diff ("abc", "abcd", "-0+1@3");
  assert_diff ("abcd", "abd", "-1+0@2");
  assert_diff ("abcd", "axcd", "-1+1@1");
  /* A move is a removal and an insertion, and nothing between. */
  assert_diff ("abcdef", "aefbcd", "-0+2@1 -2+0@6");
  assert_diff ("abcdef", "bcdeaf", "-1+0@0 -0+1@4");
  /* The same twice stays the same twice. */
  assert_diff ("aab", "ab", "-1+0@1");
}

static void
test_little_in_common (void)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) runs = NULL;

  for (gint64 id = 1; id <= 1000; id++)
    {
      gint64 turned = 1001 - id;
      g_array_append_val (from, id);
      g_array_append_val (to, turned);
    }
  runs = ft_list_diff (from, to, ft_list_same_id);
  g_assert_cmpuint (runs->len, <=, 32);
  carry_out (from, to, runs);
  g_assert_cmpmem (from->data, from->len * sizeof (gint64), to->data, to->len * sizeof (gint64));
}

static void
test_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) to = NULL;
      g_autoptr (GArray) runs = NULL;
      guint n = g_test_rand_int_range (0, 60);
      for (guint i = 0; i < n; i++)
        {
          gint64 id = g_test_rand_int_range (1, 100);
          g_array_append_val (from, id);
        }
      to = g_array_copy (from);
      for (int edits = g_test_rand_int_range (0, 12); edits > 0; edits--)
        {
          gint64 id = g_test_rand_int_range (1, 100);
          if (to->len > 0 && g_test_rand_bit ())
            g_array_remove_index (to, g_test_rand_int_range (0, to->len));
          else
            g_array_insert_val (to, g_test_rand_int_range (0, to->len + 1), id);
        }
      runs = ft_list_diff (from, to, ft_list_same_id);
      carry_out (from, to, runs);
      g_assert_cmpmem (from->data, from->len * sizeof (gint64), to->data,
                       to->len * sizeof (gint64));
    }
}

static void
assert_placed (
    const char *list, const char *touched_text, const FtPlace *in, guint n_in, const char *expected)
{
  g_autoptr (GArray) ids = ids_of (list);
  g_autoptr (GArray) touched = ids_of (touched_text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FtPlace));
  g_autoptr (GArray) placed = NULL;
  g_autofree char *result = NULL;
  if (n_in > 0)
    g_array_append_vals (places, in, n_in);
  placed = ft_list_place (ids, touched, places);
  result = text_of (placed);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_place (void)
{
  assert_placed ("abcd", "b", (FtPlace[]){ { 'b', TRUE, 1 } }, 1, "abcd");
  assert_placed ("abcd", "b", (FtPlace[]){ { 'b', TRUE, 3 } }, 1, "acdb");
  assert_placed ("abcd", "d", (FtPlace[]){ { 'd', TRUE, 0 } }, 1, "dabc");
  assert_placed ("abcd", "b", (FtPlace[]){ { 'b', FALSE, 0 } }, 1, "acd");
  assert_placed ("abcd", "x", (FtPlace[]){ { 'x', TRUE, 2 } }, 1, "abxcd");
  /* Positions count without any of the touched; of one position, in the order given. */
  assert_placed ("abcd", "bdx", (FtPlace[]){ { 'd', TRUE, 1 }, { 'x', TRUE, 1 }, { 'b', TRUE, 2 } },
                 3, "adxcb");
  assert_placed ("", "x", (FtPlace[]){ { 'x', TRUE, 0 } }, 1, "x");
  assert_placed ("ab", "ab", NULL, 0, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/runs", test_runs);
  g_test_add_func ("/list-diff/little-in-common", test_little_in_common);
  g_test_add_func ("/list-diff/random", test_random);
  g_test_add_func ("/list-diff/place", test_place);
  return g_test_run ();
}
