#include "model/ft-list-diff.h"

#include <string.h>

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

/* @now: the list as it is to become; from it the places are counted, as the store would. */
static void
assert_placed (const char *list, const char *touched_text, const char *now, const char *expected)
{
  g_autoptr (GArray) ids = ids_of (list);
  g_autoptr (GArray) touched = ids_of (touched_text);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FtPlace));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) runs = NULL;
  g_autofree char *described = NULL;
  g_autofree char *result = NULL;
  guint n_rest = 0;
  guint done = 0;

  for (const char *c = now; *c; c++)
    {
      FtPlace place = { *c, TRUE, n_rest };
      if (strchr (touched_text, *c))
        g_array_append_val (places, place);
      else
        n_rest++;
    }
  for (const char *c = touched_text; *c; c++)
    {
      FtPlace place = { *c, FALSE, 0 };
      if (!strchr (now, *c))
        g_array_append_val (places, place);
    }
  runs = ft_list_place (ids, touched, places, added);
  described = describe (runs);
  if (expected)
    g_assert_cmpstr (described, ==, expected);
  for (guint i = 0; i < runs->len; i++)
    {
      FtListRun run = g_array_index (runs, FtListRun, i);
      if (run.removed > 0)
        g_array_remove_range (ids, run.position, run.removed);
      if (run.added > 0)
        g_array_insert_vals (ids, run.position, &g_array_index (added, gint64, done), run.added);
      done += run.added;
    }
  result = text_of (ids);
  g_assert_cmpstr (result, ==, now);
}

static void
test_place (void)
{
  assert_placed ("abcd", "b", "abcd", "");
  assert_placed ("abcd", "b", "acdb", "-1+0@1 -0+1@3");
  assert_placed ("abcd", "d", "dabc", "-0+1@0 -1+0@4");
  assert_placed ("abcd", "b", "acd", "-1+0@1");
  assert_placed ("abcd", "x", "abxcd", "-0+1@2");
  assert_placed ("abcd", "bc", "acbd", "-2+2@1");
  /* Neighbours go together. */
  assert_placed ("abcdef", "bc", "adefbc", "-2+0@1 -0+2@4");
  assert_placed ("abcd", "bdx", "adxcb", "-1+2@1 -1+1@4");
  assert_placed ("", "x", "x", "-0+1@0");
  assert_placed ("ab", "ab", "", "-2+0@0");
}

static void
test_place_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) list = g_string_new (NULL);
      g_autoptr (GString) touched = g_string_new (NULL);
      g_autoptr (GString) now = NULL;
      for (char c = 'a'; c <= 'z'; c++)
        if (g_test_rand_bit ())
          g_string_insert_c (list, g_test_rand_int_range (0, list->len + 1), c);
      now = g_string_new (list->str);
      for (char c = 'a'; c <= 'z'; c++)
        if (g_test_rand_int_range (0, 5) == 0)
          {
            const char *at = strchr (now->str, c);
            g_string_append_c (touched, c);
            if (at)
              g_string_erase (now, at - now->str, 1);
            if (g_test_rand_int_range (0, 4) > 0)
              g_string_insert_c (now, g_test_rand_int_range (0, now->len + 1), c);
          }
      assert_placed (list->str, touched->str, now->str, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-diff/runs", test_runs);
  g_test_add_func ("/list-diff/little-in-common", test_little_in_common);
  g_test_add_func ("/list-diff/random", test_random);
  g_test_add_func ("/list-diff/place", test_place);
  g_test_add_func ("/list-diff/place-random", test_place_random);
  return g_test_run ();
}
