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

void
ft_list_splice_ids (GArray *ids, FtListRun run, const gint64 *added)
{
  if (run.removed > 0)
    g_array_remove_range (ids, run.position, run.removed);
  if (run.added > 0)
    g_array_insert_vals (ids, run.position, added, run.added);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;
  return (x > y) - (x < y);
}

/* A touched lead where it was: before which of the others. */
typedef struct
{
  gint64 id;
  guint gap;
} Was;

/* A table of the low bits tells nearly all of a long list apart without a search. */
static GArray *
find_touched (GArray *ids, GArray *touched)
{
  g_autoptr (GArray) sorted = g_array_copy (touched);
  gboolean maybe[1024] = { FALSE };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Was));
  const gint64 *list = (const gint64 *) ids->data;
  const guint n_ids = ids->len;

  g_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    maybe[(guint64) g_array_index (sorted, gint64, i) % G_N_ELEMENTS (maybe)] = TRUE;

  for (guint i = 0; i < n_ids; i++)
    if (maybe[(guint64) list[i] % G_N_ELEMENTS (maybe)]
        && g_array_binary_search (sorted, &list[i], compare_ids, NULL))
      {
        Was was = { list[i], i - found->len };
        g_array_append_val (found, was);
      }
  return found;
}

/**
 * ft_list_place:
 * @ids: the list as it was
 * @touched: (element-type gint64): the leads that are placed anew
 * @places: (element-type FtPlace): where, in list order, counted without any of them
 * @added: (element-type gint64): (inout): the ids that the runs add are appended, in order
 *
 * Between two leads that were not touched, there were some that were, and there are some now: where
 * these differ is a run. Costs one look at every id, whatever the length of the move.
 *
 * Returns: (transfer full) (element-type FtListRun): how to get to the list as it is now
 */
GArray *
ft_list_place (GArray *ids, GArray *touched, GArray *places, GArray *added)
{
  g_autoptr (GArray) found = find_touched (ids, touched);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FtListRun));
  const Was *was = (const Was *) found->data;
  const Was *was_end = was + found->len;
  const FtPlace *now = (const FtPlace *) places->data;
  const FtPlace *now_end = now + places->len;
  guint n_rest = ids->len - found->len;
  guint n_before = 0; /* touched leads before this gap now */

  for (;;)
    {
      guint n_was = 0;
      guint n_now = 0;
      guint gap;

      while (now < now_end && !now->in)
        now++;
      if (was == was_end && now == now_end)
        return runs;
      gap = MIN (was < was_end ? was->gap : n_rest,
                 now < now_end ? MIN (now->position, n_rest) : n_rest);

      FtListRun run = { gap + n_before, 0, 0 };
      g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (gint64));
      while (was + n_was < was_end && was[n_was].gap == gap)
        n_was++;
      for (; now < now_end && (!now->in || MIN (now->position, n_rest) <= gap); now++)
        if (now->in)
          {
            g_array_append_val (here, now->id);
            n_now++;
          }

      guint same = 0; /* at the start */
      while (same < n_was && same < n_now && was[same].id == g_array_index (here, gint64, same))
        same++;
      run.position += same;
      run.removed = n_was - same;
      run.added = n_now - same;
      if (run.removed > 0 || run.added > 0)
        g_array_append_val (runs, run);
      if (run.added > 0)
        g_array_append_vals (added, &g_array_index (here, gint64, same), run.added);
      was += n_was;
      n_before += n_now;
    }
}
