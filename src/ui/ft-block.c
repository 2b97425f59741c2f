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
  if (copy->promise != NULL)
    g_object_ref (copy->promise);
  if (copy->lead != NULL)
    ft_lead_data_ref (copy->lead);
  if (copy->day_off != NULL)
    ft_day_off_data_ref (copy->day_off);
  return copy;
}

void
ft_block_free (FtBlock *self)
{
  g_clear_object (&self->promise);
  g_clear_pointer (&self->lead, ft_lead_data_unref);
  g_clear_pointer (&self->day_off, ft_day_off_data_unref);
  g_free (self);
}

gint64
ft_block_get_key (const FtBlock *self)
{
  switch (self->kind)
    {
    case FT_BLOCK_OF_DECISION:
      return -2 * self->lead->id;
    case FT_BLOCK_OF_DAY_OFF:
      /* On each of its days. */
      return -2 * (self->day_off->id << 24 | self->day) - 1;
    case FT_BLOCK_OF_PROMISE:
    default:
      /* A block of both edges becomes the target's when they are drawn apart. */
      return 2 * ft_promise_get_id (self->promise) + ((self->edges & FT_EDGE_TARGET) ? 1 : 0);
    }
}

gboolean
ft_block_is_same_piece (const FtBlock *a, const FtBlock *b)
{
  return ft_block_get_key (a) == ft_block_get_key (b);
}

gboolean
ft_block_equal (const FtBlock *a, const FtBlock *b)
{
  return a->kind == b->kind && a->promise == b->promise && a->lead == b->lead
         && a->day_off == b->day_off && a->edges == b->edges && a->day == b->day
         && a->start == b->start && a->duration == b->duration
         && a->promised_after == b->promised_after && a->keeping == b->keeping
         && ft_civil_compare (a->target, b->target) == 0
         && ft_civil_compare (a->promised, b->promised) == 0;
}

gint64
ft_block_get_lead_id (const FtBlock *self)
{
  switch (self->kind)
    {
    case FT_BLOCK_OF_DECISION:
      return self->lead->id;
    case FT_BLOCK_OF_DAY_OFF:
      return 0;
    case FT_BLOCK_OF_PROMISE:
    default:
      return ft_promise_get_lead_id (self->promise);
    }
}

gboolean
ft_block_is_open (const FtBlock *self)
{
  return self->kind == FT_BLOCK_OF_PROMISE
         && ft_promise_get_row (self->promise)->promise->state == FT_PROMISE_OPEN;
}

gboolean
ft_block_is_quiet (const FtBlock *self)
{
  FtPromiseKind kind;

  if (self->kind != FT_BLOCK_OF_PROMISE)
    return TRUE;
  kind = ft_promise_get_row (self->promise)->promise->kind;
  return kind == FT_PROMISE_CARD || kind == FT_PROMISE_DELIVERY;
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

  template.keeping = ft_keeping_of (data, now, NULL);
  template.late = template.keeping == FT_KEEPING_LATE;
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

/* Why the day is another, what is to be done on it, then what is only good to know. */
static int
get_rank (const FtBlock *block)
{
  switch (block->kind)
    {
    case FT_BLOCK_OF_DAY_OFF:
      return 0;
    case FT_BLOCK_OF_DECISION:
      return 3;
    case FT_BLOCK_OF_PROMISE:
    default:
      return ft_block_is_quiet (block) ? 2 : 1;
    }
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const FtBlock *one = *(const FtBlock *const *) a;
  const FtBlock *other = *(const FtBlock *const *) b;
  gint64 key_one;
  gint64 key_other;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (get_rank (one) != get_rank (other))
    return get_rank (one) - get_rank (other);
  key_one = ft_block_get_key (one);
  key_other = ft_block_get_key (other);
  return key_one < key_other ? -1 : key_one > key_other;
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

static FtBlock *
add_mark (GPtrArray *blocks, FtBlockKind kind, gint32 day)
{
  FtBlock *block = g_new0 (FtBlock, 1);

  block->kind = kind;
  block->day = day;
  block->start = FT_ALL_DAY;
  block->target = block->promised = (FtCivil){ day, FT_ALL_DAY, 0 };
  g_ptr_array_add (blocks, block);
  return block;
}

void
ft_blocks_add_marks (
    GPtrArray *blocks, GPtrArray *decisions, GPtrArray *days_off, gint32 first, gint32 last)
{
  for (guint i = 0; i < decisions->len; i++)
    {
      FtLeadData *lead = g_ptr_array_index (decisions, i);

      if (lead->decision_day >= first && lead->decision_day <= last)
        add_mark (blocks, FT_BLOCK_OF_DECISION, lead->decision_day)->lead = ft_lead_data_ref (lead);
    }
  for (guint i = 0; i < days_off->len; i++)
    {
      FtDayOffData *day_off = g_ptr_array_index (days_off, i);

      for (gint32 day = MAX (day_off->first_day, first); day <= MIN (day_off->last_day, last);
           day++)
        add_mark (blocks, FT_BLOCK_OF_DAY_OFF, day)->day_off = ft_day_off_data_ref (day_off);
    }
  g_ptr_array_sort (blocks, compare_blocks);
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
ft_block_dup_name (const FtBlock *self)
{
  switch (self->kind)
    {
    case FT_BLOCK_OF_DECISION:
      return g_strdup (self->lead->name);
    case FT_BLOCK_OF_DAY_OFF:
      return ft_calendar_text_day_off (self->day_off);
    case FT_BLOCK_OF_PROMISE:
    default:
      return g_strdup (ft_promise_get_row (self->promise)->lead->name);
    }
}

static char *
dup_mark_label (const FtBlock *self)
{
  g_autofree char *name = ft_block_dup_name (self);
  g_autofree char *day = ft_calendar_text_day (self->day);

  if (self->kind == FT_BLOCK_OF_DECISION)
    /* Translators: a customer's name, a day. */
    return g_strdup_printf (_ ("%s decides, %s"), name, day);
  return g_strdup_printf ("%s, %s", name, day);
}

static const char *
spoken_keeping (FtKeeping keeping)
{
  switch (keeping)
    {
    case FT_KEEPING_LATE:
      return C_ ("in a sentence", "late");
    case FT_KEEPING_EARLY:
    case FT_KEEPING_KEPT:
      return C_ ("in a sentence", "kept");
    case FT_KEEPING_REPAIRED:
      return C_ ("in a sentence", "missed, repaired");
    case FT_KEEPING_OPEN:
    case FT_KEEPING_MOVED:
    case FT_KEEPING_CANCELLED:
    default:
      return NULL;
    }
}

/* Which way they lean (A4), inside a sentence. */
static const char *
spoken_lean (FtLean lean)
{
  switch (lean)
    {
    case FT_LEAN_TOWARDS:
      return C_ ("in a sentence", "leans towards yes");
    case FT_LEAN_UNDECIDED:
      return C_ ("in a sentence", "undecided");
    case FT_LEAN_AWAY:
      return C_ ("in a sentence", "leans towards no");
    case FT_LEAN_UNKNOWN:
    default:
      return NULL;
    }
}

static void
append_part (GString *label, const char *part)
{
  if (part != NULL)
    g_string_append_printf (label, ", %s", part);
}

static char *
dup_promise_label (const FtBlock *self)
{
  FtPromiseRow *row = ft_promise_get_row (self->promise);
  const char *channel = spoken_channel (row->promise->channel);
  g_autoptr (GString) label = g_string_new (row->lead->name);
  g_autofree char *target = dup_spoken_time (self->target);
  g_autofree char *promised = dup_spoken_time (self->promised);

  append_part (label, channel);
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
  append_part (label, spoken_keeping (self->keeping));
  if (!row->promise->agreed && row->promise->state == FT_PROMISE_OPEN)
    append_part (label, _ ("not agreed"));
  append_part (label, spoken_lean (row->lean));
  return g_string_free (g_steal_pointer (&label), FALSE);
}

char *
ft_block_dup_label (const FtBlock *self)
{
  return self->kind == FT_BLOCK_OF_PROMISE ? dup_promise_label (self) : dup_mark_label (self);
}

static char *
dup_promise_detail (const FtBlock *self)
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

char *
ft_block_dup_detail (const FtBlock *self)
{
  return self->kind == FT_BLOCK_OF_PROMISE ? dup_promise_detail (self) : g_strdup ("");
}
