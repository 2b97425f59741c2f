#define G_LOG_DOMAIN "ft-model"

#include "model/ft-list-diff.h"

/* How far apart the next thing in common may be, and how many runs are worth it: beyond that, one
 * large run costs a widget less than many small ones. */
#define LOOK_AHEAD 256
#define MAX_RUNS 32

typedef struct
{
  GArray *from;
  GArray *to;
  guint size;
  guint from_end; /* before what both have in common at the end */
  guint to_end;
  FtListSame same;
} Diff;

static inline gboolean
same_at (const Diff *diff, guint i, guint j)
{
  return diff->same (diff->from->data + (gsize) i * diff->size,
                     diff->to->data + (gsize) j * diff->size);
}

/* The nearest pair in common at or after i and j, by the fewest elements skipped. */
static gboolean
find_common (const Diff *diff, guint i, guint j, guint *removed, guint *added)
{
  for (guint skip = 1; skip <= LOOK_AHEAD; skip++)
    for (guint r = 0; r <= skip; r++)
      {
        guint a = skip - r;
        if (i + r < diff->from_end && j + a < diff->to_end && same_at (diff, i + r, j + a))
          {
            *removed = r;
            *added = a;
            return TRUE;
          }
      }
  return FALSE;
}

GArray *
ft_list_diff (GArray *from, GArray *to, FtListSame same)
{
  Diff diff = { from, to, g_array_get_element_size (from), from->len, to->len, same };
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FtListRun));
  guint i = 0;
  guint j = 0;

  while (i < diff.from_end && j < diff.to_end && same_at (&diff, i, j))
    i++, j++;
  while (diff.from_end > i && diff.to_end > j
         && same_at (&diff, diff.from_end - 1, diff.to_end - 1))
    diff.from_end--, diff.to_end--;

  while (i < diff.from_end || j < diff.to_end)
    {
      FtListRun run = { j, diff.from_end - i, diff.to_end - j };
      if (runs->len < MAX_RUNS - 1)
        find_common (&diff, i, j, &run.removed, &run.added);
      g_array_append_val (runs, run);
      i += run.removed;
      j += run.added;
      while (i < diff.from_end && j < diff.to_end && same_at (&diff, i, j))
        i++, j++;
    }
  return runs;
}

gboolean
ft_list_same_id (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a == *(const gint64 *) b;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* The ids without the touched ones. A table of the low bits tells nearly all of a long list apart
 * without a search. */
static GArray *
leave_out (GArray *ids, GArray *touched)
{
  g_autoptr (GArray) sorted = g_array_copy (touched);
  gboolean maybe[1024] = { FALSE };
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len + touched->len);
  guint start = 0;

  g_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    maybe[g_array_index (sorted, gint64, i) % G_N_ELEMENTS (maybe)] = TRUE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      if (!maybe[id % G_N_ELEMENTS (maybe)]
          || !g_array_binary_search (sorted, &id, compare_ids, NULL))
        continue;
      if (i > start)
        g_array_append_vals (rest, &g_array_index (ids, gint64, start), i - start);
      start = i + 1;
    }
  if (ids->len > start)
    g_array_append_vals (rest, &g_array_index (ids, gint64, start), ids->len - start);
  return rest;
}

/**
 * ft_list_place:
 * @ids: the list as it was
 * @touched: (element-type gint64): the leads that are placed anew
 * @places: (element-type FtPlace): where, in list order, counted without any of them
 *
 * Returns: (transfer full) (element-type gint64): the list as it is now
 */
GArray *
ft_list_place (GArray *ids, GArray *touched, GArray *places)
{
  g_autoptr (GArray) rest = leave_out (ids, touched);
  GArray *placed = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rest->len + places->len);
  guint done = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const FtPlace *place = &g_array_index (places, FtPlace, i);
      guint position = CLAMP (place->position, done, rest->len);
      if (!place->in)
        continue;
      if (position > done)
        g_array_append_vals (placed, &g_array_index (rest, gint64, done), position - done);
      done = position;
      g_array_append_val (placed, place->id);
    }
  if (rest->len > done)
    g_array_append_vals (placed, &g_array_index (rest, gint64, done), rest->len - done);
  return placed;
}
