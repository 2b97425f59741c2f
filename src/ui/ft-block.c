#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-block.h"

#include "core/ft-week-layout.h"
#include "ui/ft-calendar-text.h"

#include <glib/gi18n-lib.h>

/* A promise without an effort, and the least that can be read and grasped. */
#define SHORTEST 30
/* Target and promised time further apart than this are two blocks. */
#define NEAR 120

FtBlock *
ft_block_copy (const FtBlock *self)
{
  FtBlock *copy = g_new (FtBlock, 1);

  *copy = *self;
  g_object_ref (copy->promise);
  return copy;
}

void
ft_block_free (FtBlock *self)
{
  g_object_unref (self->promise);
  g_free (self);
}

gboolean
ft_block_is_same_piece (const FtBlock *a, const FtBlock *b)
{
  /* A block of both edges becomes the target's when they are drawn apart. */
  return ft_promise_get_id (a->promise) == ft_promise_get_id (b->promise)
         && (a->edges & FT_EDGE_TARGET) == (b->edges & FT_EDGE_TARGET);
}

gboolean
ft_block_equal (const FtBlock *a, const FtBlock *b)
{
  return a->promise == b->promise && a->edges == b->edges && a->day == b->day
         && a->start == b->start && a->duration == b->duration
         && a->promised_after == b->promised_after && a->late == b->late
         && ft_civil_compare (a->target, b->target) == 0
         && ft_civil_compare (a->promised, b->promised) == 0;
}

/* An all-day promise is kept on that day, wherever one is. */
static FtCivil
in_own_zone (FtCivil civil, const char *civil_zone, const char *zone)
{
  if (civil.minute == FT_ALL_DAY)
    return civil;
  return ft_civil_from_instant (ft_civil_to_instant (civil, civil_zone, NULL), zone);
}

static void
add_block (GPtrArray *blocks, const FtBlock *template, FtEdges edges, FtCivil at, int duration)
{
  FtBlock *block = ft_block_copy (template);

  block->edges = edges;
  block->day = at.day;
  block->start = at.minute;
  block->duration = at.minute == FT_ALL_DAY ? 0 : duration;
  g_ptr_array_add (blocks, block);
}

static void
add_promise (GPtrArray *blocks, FtPromise *promise, const char *zone, gint64 now)
{
  FtPromiseData *data = ft_promise_get_row (promise)->promise;
  FtCivil promised = in_own_zone (data->promised, data->zone, zone);
  FtCivil target
      = ft_civil_is_set (data->target) ? in_own_zone (data->target, data->zone, zone) : promised;
  FtBlock template = { .promise = promise, .target = target, .promised = promised };
  int duration = MAX (data->effort, SHORTEST);
  int apart;

  template.late = ft_promise_data_is_late (data, now);
  if (target.day == promised.day
      && (target.minute == FT_ALL_DAY) == (promised.minute == FT_ALL_DAY))
    {
      apart = promised.minute - target.minute;
      if (apart >= 0 && apart <= NEAR)
        {
          template.promised_after = apart;
          add_block (blocks, &template, FT_EDGE_TARGET | FT_EDGE_PROMISED, target,
                     MAX (duration, apart));
          return;
        }
    }
  add_block (blocks, &template, FT_EDGE_TARGET, target, duration);
  add_block (blocks, &template, FT_EDGE_PROMISED, promised, SHORTEST);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const FtBlock *one = *(const FtBlock *const *) a;
  const FtBlock *other = *(const FtBlock *const *) b;
  gint64 id_one;
  gint64 id_other;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  id_one = ft_promise_get_id (one->promise);
  id_other = ft_promise_get_id (other->promise);
  return id_one < id_other ? -1 : id_one > id_other;
}

GPtrArray *
ft_blocks_new (GListModel *promises, const char *zone, gint64 now)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ft_block_free);
  guint n = g_list_model_get_n_items (promises);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FtPromise) promise = g_list_model_get_item (promises, i);

      add_promise (blocks, promise, zone, now);
    }
  g_ptr_array_sort (blocks, compare_blocks);
  return blocks;
}

guint
ft_blocks_of_day (GPtrArray *blocks, gint32 day, guint *n_blocks)
{
  guint low = 0;
  guint high = blocks->len;
  guint end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((FtBlock *) g_ptr_array_index (blocks, middle))->day < day)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < blocks->len; end++)
    if (((FtBlock *) g_ptr_array_index (blocks, end))->day != day)
      break;
  *n_blocks = end - low;
  return low;
}

/* Inside a sentence; the names on their own are capitalised. */
static const char *
spoken_channel (FtChannel channel)
{
  switch (channel)
    {
    case FT_CHANNEL_PHONE:
      return C_ ("in a sentence", "phone");
    case FT_CHANNEL_EMAIL:
      return C_ ("in a sentence", "e-mail");
    case FT_CHANNEL_VISIT:
      return C_ ("in a sentence", "visit");
    case FT_CHANNEL_POST:
      return C_ ("in a sentence", "post");
    case FT_CHANNEL_NONE:
    default:
      return NULL;
    }
}

static char *
dup_spoken_time (FtCivil civil)
{
  g_autofree char *day = ft_calendar_text_day (civil.day);
  g_autofree char *time = NULL;

  if (civil.minute == FT_ALL_DAY)
    /* Translators: a day, and that it is meant as a whole. */
    return g_strdup_printf (_ ("%s, all day"), day);
  time = ft_calendar_text_time (civil.minute);
  /* Translators: a day and a time: "Thursday 26 November 16:00". */
  return g_strdup_printf (_ ("%s %s"), day, time);
}

char *
ft_block_dup_label (const FtBlock *self)
{
  FtPromiseRow *row = ft_promise_get_row (self->promise);
  const char *channel = spoken_channel (row->promise->channel);
  g_autoptr (GString) label = g_string_new (row->lead->name);
  g_autofree char *target = dup_spoken_time (self->target);
  g_autofree char *promised = dup_spoken_time (self->promised);

  if (channel != NULL)
    g_string_append_printf (label, ", %s", channel);
  if (self->edges == FT_EDGE_PROMISED)
    {
      g_string_append (label, ", ");
      g_string_append_printf (label, _ ("promised %s"), promised);
    }
  else
    {
      g_string_append_printf (label, ", %s", target);
      if (ft_civil_compare (self->target, self->promised) != 0)
        {
          g_string_append (label, ", ");
          g_string_append_printf (label, _ ("promised %s"), promised);
        }
    }
  if (self->late)
    g_string_append_printf (label, ", %s", _ ("late"));
  if (!row->promise->agreed)
    g_string_append_printf (label, ", %s", _ ("not agreed"));
  return g_string_free (g_steal_pointer (&label), FALSE);
}

char *
ft_block_dup_detail (const FtBlock *self)
{
  const char *purpose = ft_promise_get_row (self->promise)->promise->purpose;
  g_autofree char *target = ft_calendar_text_time (self->target.minute);
  g_autofree char *promised = ft_calendar_text_time (self->promised.minute);
  g_autofree char *times = NULL;

  if (self->edges == FT_EDGE_PROMISED)
    times = g_strdup_printf (_ ("promised %s"), promised);
  else if (self->edges == FT_EDGE_TARGET || self->promised_after == 0)
    times = g_steal_pointer (&target);
  else
    /* Translators: my own time, then the time the customer was told. */
    times = g_strdup_printf (_ ("%s, promised %s"), target, promised);

  if (*purpose == '\0')
    return g_steal_pointer (&times);
  if (*times == '\0')
    return g_strdup (purpose);
  return g_strdup_printf ("%s\n%s", times, purpose);
}
