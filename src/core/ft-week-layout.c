#define G_LOG_DOMAIN "ft-core"

#include "core/ft-week-layout.h"

#include <math.h>

/* The end of what others may not lie over. */
static int
block_end (const FtWeekBlock *block)
{
  return block->start + block->head;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const FtWeekBlock *one = a;
  const FtWeekBlock *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->duration != other->duration)
    return one->duration > other->duration ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* The first column free at the start of each block, earlier blocks first: as few columns as can be.
 */
static int
assign_columns (FtWeekBlock *blocks, guint n_blocks)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_blocks; i++)
    {
      int end = block_end (&blocks[i]);
      guint column = 0;

      while (column < ends->len && g_array_index (ends, int, column) > blocks[i].start)
        column++;
      if (column == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, int, column) = end;
      blocks[i].column = column;
    }
  return ends->len;
}

/* What stands from the last column on is folded; folded blocks that touch in time share one fold,
 * so folds never overlap each other, and nothing else stands in their column. */
static void
fold_columns (FtWeekBlock *blocks, guint n_blocks, int max_columns, GArray *folds)
{
  gboolean open = FALSE;

  for (guint i = 0; i < n_blocks; i++)
    {
      FtWeekFold *fold;

      if (blocks[i].column < max_columns - 1)
        continue;

      fold = open ? &g_array_index (folds, FtWeekFold, folds->len - 1) : NULL;
      if (fold == NULL || fold->start + fold->duration <= blocks[i].start)
        {
          FtWeekFold fresh = { blocks[i].start, blocks[i].head, max_columns - 1, max_columns, 0 };

          g_array_append_val (folds, fresh);
          fold = &g_array_index (folds, FtWeekFold, folds->len - 1);
          open = TRUE;
        }
      fold->duration = MAX (fold->start + fold->duration, block_end (&blocks[i])) - fold->start;
      fold->count++;
      blocks[i].column = -1;
      blocks[i].fold = folds->len - 1;
    }
}

static void
widen (FtWeekBlock *blocks, guint n_blocks, GArray *folds, guint first_fold, int n_columns)
{
  for (guint i = 0; i < n_blocks; i++)
    {
      FtWeekBlock *block = &blocks[i];
      int limit = n_columns;

      block->n_columns = n_columns;
      if (block->column < 0)
        continue;

      for (guint j = 0; j < n_blocks && blocks[j].start < block_end (block); j++)
        if (blocks[j].column > block->column && block_end (&blocks[j]) > block->start)
          limit = MIN (limit, blocks[j].column);
      for (guint j = first_fold; j < folds->len; j++)
        {
          const FtWeekFold *fold = &g_array_index (folds, FtWeekFold, j);

          if (fold->start < block_end (block) && fold->start + fold->duration > block->start)
            limit = MIN (limit, fold->column);
        }
      block->span = limit - block->column;
    }
}

static void
place_cluster (FtWeekBlock *blocks, guint n_blocks, int max_columns, GArray *folds)
{
  guint first_fold = folds->len;
  int n_columns = assign_columns (blocks, n_blocks);

  if (n_columns > max_columns)
    {
      fold_columns (blocks, n_blocks, max_columns, folds);
      n_columns = max_columns;
    }
  widen (blocks, n_blocks, folds, first_fold, n_columns);
}

static GArray *
place (FtWeekBlock *blocks, guint n_blocks, int max_columns, int head)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (FtWeekFold));
  guint first = 0;
  int end = 0;

  g_return_val_if_fail (max_columns >= 1, folds);

  for (guint i = 0; i < n_blocks; i++)
    {
      blocks[i].duration = CLAMP (blocks[i].duration, 1, FT_DAY_MINUTES);
      blocks[i].start = CLAMP (blocks[i].start, 0, FT_DAY_MINUTES - blocks[i].duration);
      blocks[i].column = 0;
      blocks[i].n_columns = 1;
      blocks[i].span = 1;
      blocks[i].fold = -1;
      blocks[i].head = MIN (blocks[i].duration, head);
      blocks[i].depth = 0;
    }
  if (n_blocks > 1)
    qsort (blocks, n_blocks, sizeof *blocks, compare_blocks);

  /* A cluster is a run of blocks without a moment free between them: it alone shares columns. */
  for (guint i = 0; i < n_blocks; i++)
    {
      if (i > first && blocks[i].start >= end)
        {
          place_cluster (blocks + first, i - first, max_columns, folds);
          first = i;
        }
      end = i == first ? block_end (&blocks[i]) : MAX (end, block_end (&blocks[i]));
    }
  if (n_blocks > first)
    place_cluster (blocks + first, n_blocks - first, max_columns, folds);
  return folds;
}

GArray *
ft_week_layout_place (FtWeekBlock *blocks, guint n_blocks, int max_columns)
{
  return place (blocks, n_blocks, max_columns, FT_DAY_MINUTES);
}

GArray *
ft_week_layout_place_over (FtWeekBlock *blocks, guint n_blocks, int max_columns, int head)
{
  GArray *folds = place (blocks, n_blocks, max_columns, MAX (head, 1));

  for (guint i = 0; i < n_blocks; i++)
    for (guint j = 0; j < i; j++)
      if (blocks[j].fold < 0 && block_end (&blocks[j]) <= blocks[i].start
          && blocks[j].start + blocks[j].duration > blocks[i].start)
        blocks[i].depth = MAX (blocks[i].depth, blocks[j].depth + 1);
  return folds;
}

/* --- Geometry --- */

/* Edges are rounded, not widths: neighbours share a pixel edge and nothing drifts. */
static double
day_edge (const FtWeekGeometry *self, int day)
{
  return self->gutter + round ((self->width - self->gutter) * day / self->n_days);
}

FtRect
ft_week_geometry_day (const FtWeekGeometry *self, int day)
{
  double left = day_edge (self, day);
  double right = day_edge (self, day + 1);

  return (FtRect){ self->rtl ? self->width - right : left, 0, right - left, self->height };
}

double
ft_week_geometry_y (const FtWeekGeometry *self, int minute)
{
  return round (self->height * minute / FT_DAY_MINUTES);
}

FtRect
ft_week_geometry_rect (const FtWeekGeometry *self,
                       int day,
                       int start,
                       int duration,
                       int column,
                       int n_columns,
                       int span)
{
  return ft_week_geometry_rect_indented (self, day, start, duration, column, n_columns, span, 0);
}

FtRect
ft_week_geometry_rect_indented (const FtWeekGeometry *self,
                                int day,
                                int start,
                                int duration,
                                int column,
                                int n_columns,
                                int span,
                                double indent)
{
  FtRect cell = ft_week_geometry_day (self, day);
  double top = ft_week_geometry_y (self, start);
  double bottom = ft_week_geometry_y (self, start + duration);
  double room = MAX (cell.width - indent, 1);
  double left = indent + round (room * column / n_columns);
  double right = indent + round (room * (column + span) / n_columns);

  return (FtRect){ self->rtl ? cell.x + cell.width - right : cell.x + left, top,
                   MAX (right - left, 1), MAX (bottom - top, 1) };
}

int
ft_week_snap (int minute)
{
  int slot = (minute + FT_SLOT_MINUTES / 2) / FT_SLOT_MINUTES;

  if (minute <= 0)
    return 0;
  return MIN (slot, FT_DAY_MINUTES / FT_SLOT_MINUTES - 1) * FT_SLOT_MINUTES;
}

gboolean
ft_week_geometry_hit (const FtWeekGeometry *self, double x, double y, int *day, int *minute)
{
  int last = FT_DAY_MINUTES / FT_SLOT_MINUTES - 1;
  int slot;

  if (self->height <= 0)
    return FALSE;

  slot = (int) floor (y * FT_DAY_MINUTES / self->height / FT_SLOT_MINUTES);
  *minute = CLAMP (slot, 0, last) * FT_SLOT_MINUTES;
  for (int i = 0; i < self->n_days; i++)
    {
      FtRect cell = ft_week_geometry_day (self, i);

      if (x >= cell.x && x < cell.x + cell.width)
        {
          *day = i;
          return TRUE;
        }
    }
  return FALSE;
}
