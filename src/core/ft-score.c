#define G_LOG_DOMAIN "ft-core"

#include "core/ft-score.h"

#include <string.h>

/* More bars than these are not told apart. */
#define MOST_SPANS 60
#define DAY_MINUTES 1440
/* Minutes one by one for a day, then hours for a quarter of a year. */
#define N_MINUTES (DAY_MINUTES + 90 * 24)
#define DAYS_A_WEEK 7

const int ft_score_ahead_minutes[FT_N_SCORE_AHEAD]
    = { 0, 15, 30, 60, 120, 240, 480, DAY_MINUTES, 2 * DAY_MINUTES };

static const char *const periods[] = { "4-weeks", "quarter", "year", "all" };
static const guint weeks[] = { 4, 13, 52, 0 };

const char *
ft_score_period_to_string (FtScorePeriod period)
{
  g_return_val_if_fail ((guint) period < FT_N_SCORE_PERIODS, periods[FT_SCORE_QUARTER]);
  return periods[period];
}

gboolean
ft_score_period_from_string (const char *string, FtScorePeriod *period)
{
  for (guint i = 0; i < FT_N_SCORE_PERIODS; i++)
    if (g_strcmp0 (periods[i], string) == 0)
      {
        *period = i;
        return TRUE;
      }
  return FALSE;
}

/* --- Spans --- */

static gint32
week_of (gint32 day, GDateWeekday first_weekday)
{
  GDateWeekday weekday = ft_civil_get_weekday ((FtCivil){ day, FT_ALL_DAY, 0 });
  return day - (weekday - first_weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
}

/* The first day of the step in which @day is. */
static gint32
begin_of (gint32 day, FtScoreStep step, GDateWeekday first_weekday)
{
  int year, month, of_month;

  if (step == FT_SCORE_WEEK)
    return week_of (day, first_weekday);
  ft_civil_get_date ((FtCivil){ day, FT_ALL_DAY, 0 }, &year, &month, &of_month);
  return ft_civil_all_day (year, step == FT_SCORE_MONTH ? month : 1, 1).day;
}

static gint32
next_of (gint32 begin, FtScoreStep step)
{
  int year, month, of_month;

  if (step == FT_SCORE_WEEK)
    return begin + DAYS_A_WEEK;
  ft_civil_get_date ((FtCivil){ begin, FT_ALL_DAY, 0 }, &year, &month, &of_month);
  if (step == FT_SCORE_YEAR_STEP)
    return ft_civil_all_day (year + 1, 1, 1).day;
  return ft_civil_all_day (month == 12 ? year + 1 : year, month % 12 + 1, 1).day;
}

static guint
count_spans (gint32 first, gint32 last, FtScoreStep step, GDateWeekday first_weekday)
{
  guint n = 1;
  for (gint32 day = next_of (begin_of (first, step, first_weekday), step); day <= last;
       day = next_of (day, step))
    n++;
  return n;
}

/**
 * ft_score_data_new:
 * @earliest_day: of anything there is, for %FT_SCORE_ALL; 0 if there is nothing
 * @first_weekday: the week's
 *
 * Returns: (transfer full): a score of nothing yet, its spans up to the one in which @today is
 */
FtScoreData *
ft_score_data_new (FtScorePeriod period,
                   gint32 earliest_day,
                   gint32 today,
                   GDateWeekday first_weekday)
{
  FtScoreData *self;
  gint32 first;
  gint32 day;

  g_return_val_if_fail ((guint) period < FT_N_SCORE_PERIODS, NULL);
  g_return_val_if_fail (today > 0, NULL);

  self = g_new0 (FtScoreData, 1);
  self->period = period;
  self->minutes = g_new0 (guint, N_MINUTES);
  self->next_change = G_MAXINT64;
  if (period == FT_SCORE_ALL)
    {
      first = earliest_day > 0 ? MIN (earliest_day, today) : today;
      while (self->step < FT_SCORE_YEAR_STEP
             && count_spans (first, today, self->step, first_weekday) > MOST_SPANS)
        self->step++;
    }
  else
    first = week_of (today, first_weekday) - DAYS_A_WEEK * ((gint32) weeks[period] - 1);
  self->n_spans = count_spans (first, today, self->step, first_weekday);
  self->spans = g_new0 (FtScoreSpan, self->n_spans);
  day = begin_of (first, self->step, first_weekday);
  for (guint i = 0; i < self->n_spans; i++)
    {
      self->spans[i].first_day = day;
      day = next_of (day, self->step);
    }
  self->end_day = day;
  return self;
}

void
ft_score_data_free (FtScoreData *self)
{
  g_free (self->spans);
  g_free (self->minutes);
  g_free (self);
}

gint32
ft_score_get_first_day (const FtScoreData *self)
{
  return self->spans[0].first_day;
}

gint32
ft_score_get_end_day (const FtScoreData *self, guint i)
{
  g_return_val_if_fail (i < self->n_spans, 0);
  return i + 1 < self->n_spans ? self->spans[i + 1].first_day : self->end_day;
}

int
ft_score_find_span (const FtScoreData *self, gint32 day)
{
  guint low = 0;
  guint high = self->n_spans;

  if (day < self->spans[0].first_day || day >= self->end_day)
    return -1;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (self->spans[middle].first_day <= day)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

/* --- Promises --- */

gboolean
ft_score_judge (const FtPromiseData *promise, gint64 now, FtScoreHow *how, int *minutes)
{
  gint64 seconds;

  switch (ft_keeping_of (promise, now, &seconds))
    {
    case FT_KEEPING_EARLY:
      *how = FT_SCORE_EARLY;
      break;
    case FT_KEEPING_KEPT:
      *how = FT_SCORE_KEPT;
      break;
    case FT_KEEPING_REPAIRED:
      *how = FT_SCORE_REPAIRED;
      break;
    case FT_KEEPING_LATE:
      *how = FT_SCORE_LATE;
      break;
    case FT_KEEPING_OPEN:
    case FT_KEEPING_MOVED:
    case FT_KEEPING_CANCELLED:
    default:
      return FALSE;
    }
  if (minutes)
    *minutes = (int) CLAMP (seconds / 60, 0, G_MAXINT);
  return TRUE;
}

gint64
ft_score_next_change (const FtPromiseData *promise, gint64 now)
{
  if (promise->state != FT_PROMISE_OPEN || promise->promised_at < now)
    return G_MAXINT64;
  return promise->promised_at + 1;
}

guint
ft_score_ahead_bin (int minutes)
{
  guint bin = 0;
  while (bin + 1 < FT_N_SCORE_AHEAD && ft_score_ahead_minutes[bin + 1] <= minutes)
    bin++;
  return bin;
}

static guint
minutes_bin (int minutes)
{
  guint bin = minutes < DAY_MINUTES ? (guint) minutes
                                    : DAY_MINUTES + (guint) (minutes - DAY_MINUTES) / 60;
  return MIN (bin, N_MINUTES - 1);
}

static gboolean
is_card_written (const FtPromiseData *promise)
{
  return promise->kind == FT_PROMISE_CARD && promise->state == FT_PROMISE_KEPT;
}

/**
 * ft_score_add_promise:
 * @promise: of any day; only its kind, times, zone, state and cause are looked at
 */
void
ft_score_add_promise (FtScoreData *self, const FtPromiseData *promise, gint64 now)
{
  int i = ft_score_find_span (self, promise->promised.day);
  FtScoreHow how;
  int minutes;

  if (i < 0)
    return;
  if (is_card_written (promise))
    self->spans[i].n_cards++;
  self->next_change = MIN (self->next_change, ft_score_next_change (promise, now));
  if (!ft_score_judge (promise, now, &how, &minutes))
    return;
  self->spans[i].n[how]++;
  if (how == FT_SCORE_EARLY || how == FT_SCORE_KEPT)
    {
      self->ahead[ft_score_ahead_bin (minutes)]++;
      self->minutes[minutes_bin (minutes)]++;
    }
  else if ((guint) promise->cause < FT_N_CAUSES)
    self->causes[promise->cause]++;
}

int
ft_score_get_median (const FtScoreData *self)
{
  guint n_kept;
  guint n = 0;

  ft_score_count (self, &n_kept);
  if (n_kept == 0)
    return -1;
  /* From the earliest down: the one at which half of them are at least so early. */
  for (guint i = N_MINUTES; i > 0; i--)
    {
      n += self->minutes[i - 1];
      if (2 * n >= n_kept)
        return i - 1 < DAY_MINUTES ? (int) i - 1 : DAY_MINUTES + (int) (i - 1 - DAY_MINUTES) * 60;
    }
  g_return_val_if_reached (-1);
}

guint
ft_score_count (const FtScoreData *self, guint *n_kept)
{
  guint n = 0;
  guint kept = 0;

  for (guint i = 0; i < self->n_spans; i++)
    for (guint how = 0; how < FT_N_SCORE_HOWS; how++)
      {
        n += self->spans[i].n[how];
        if (how == FT_SCORE_EARLY || how == FT_SCORE_KEPT)
          kept += self->spans[i].n[how];
      }
  if (n_kept)
    *n_kept = kept;
  return n;
}

gboolean
ft_score_slice_has (const FtScoreSlice *slice, const FtPromiseData *promise, gint64 now)
{
  FtScoreHow how;
  int minutes;
  gboolean kept;

  if (promise->promised.day < slice->first_day || promise->promised.day >= slice->end_day)
    return FALSE;
  if (slice->cards)
    return is_card_written (promise);
  if (!ft_score_judge (promise, now, &how, &minutes)
      || (slice->how >= 0 && slice->how != (int) how))
    return FALSE;
  kept = how == FT_SCORE_EARLY || how == FT_SCORE_KEPT;
  if (slice->ahead >= 0 && (!kept || ft_score_ahead_bin (minutes) != (guint) slice->ahead))
    return FALSE;
  return slice->cause < 0 || (!kept && (int) promise->cause == slice->cause);
}

/* --- Sales --- */

guint
ft_score_sale_bin (guint n_contacts)
{
  return CLAMP (n_contacts, 1, FT_SCORE_MOST_CONTACTS) - 1;
}

void
ft_score_add_sale (FtScoreData *self, guint n_contacts)
{
  self->sales[ft_score_sale_bin (n_contacts)]++;
}

/* --- Coverage --- */

static guint
first_end_from (const gint64 *ends, guint n_ends, gint64 instant)
{
  guint low = 0;
  guint high = n_ends;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (ends[middle] >= instant)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * ft_score_add_lead:
 * @ends: of the spans, the last one now
 * @open: from when it was entered until it bought or said no
 * @promises: each from when it was made until it was kept, moved or cancelled; in any order
 *
 * Coverage (E1): of the leads open at an instant, those that had a promise then. What begins and
 * ends between two ends is in neither of them.
 */
void
ft_score_add_lead (FtScoreData *self,
                   const gint64 *ends,
                   FtScoreInterval open,
                   const FtScoreInterval *promises,
                   guint n_promises)
{
  guint from = first_end_from (ends, self->n_spans, open.from);
  guint until = first_end_from (ends, self->n_spans, open.until);
  g_autofree gboolean *covered = NULL;

  if (from >= until)
    return;
  covered = g_new0 (gboolean, until - from);
  for (guint i = 0; i < n_promises; i++)
    {
      guint begin = MAX (first_end_from (ends, self->n_spans, promises[i].from), from);
      guint end = MIN (first_end_from (ends, self->n_spans, promises[i].until), until);
      for (guint j = begin; j < end; j++)
        covered[j - from] = TRUE;
    }
  for (guint j = from; j < until; j++)
    {
      self->spans[j].n_open++;
      self->spans[j].n_covered += covered[j - from];
    }
}

static gboolean
spans_instant (FtScoreInterval interval, gint64 instant)
{
  return interval.from <= instant && instant < interval.until;
}

gboolean
ft_score_is_uncovered (gint64 instant,
                       FtScoreInterval open,
                       const FtScoreInterval *promises,
                       guint n_promises)
{
  if (!spans_instant (open, instant))
    return FALSE;
  for (guint i = 0; i < n_promises; i++)
    if (spans_instant (promises[i], instant))
      return FALSE;
  return TRUE;
}
