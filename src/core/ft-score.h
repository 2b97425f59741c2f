#pragma once

#include "core/ft-channels.h"
#include "core/ft-keeping.h"

G_BEGIN_DECLS

/**
 * FtScorePeriod:
 *
 * How far the score looks back: whole weeks, this one among them.
 */
typedef enum
{
  FT_SCORE_4_WEEKS,
  FT_SCORE_QUARTER, /* 13 weeks */
  FT_SCORE_YEAR,    /* 52 weeks */
  FT_SCORE_ALL,     /* by week, and where these are too many to draw by month, or by year */
} FtScorePeriod;
#define FT_N_SCORE_PERIODS (FT_SCORE_ALL + 1)

/* "4-weeks", "quarter", …: for the setting. */
const char *ft_score_period_to_string (FtScorePeriod period);
gboolean ft_score_period_from_string (const char *string, FtScorePeriod *period);

typedef enum
{
  FT_SCORE_WEEK,
  FT_SCORE_MONTH,
  FT_SCORE_YEAR_STEP,
} FtScoreStep;

/**
 * FtScoreHow:
 *
 * How a promise counts (B7, C6). What was moved in time, cancelled, or is not due yet does not count.
 */
typedef enum
{
  FT_SCORE_EARLY,
  FT_SCORE_KEPT,
  FT_SCORE_REPAIRED,
  FT_SCORE_LATE,
} FtScoreHow;
#define FT_N_SCORE_HOWS (FT_SCORE_LATE + 1)

/* How early it was (C6): in time, from ¼ h, ½ h, 1 h, 2 h, 4 h, 8 h, a day, two days. */
#define FT_N_SCORE_AHEAD 9
/* The least minutes of each. */
extern const int ft_score_ahead_minutes[FT_N_SCORE_AHEAD];

/* A sale after so many contacts or more is counted with them. */
#define FT_SCORE_MOST_CONTACTS 12
#define FT_N_CAUSES (FT_CAUSE_ORGANISATION + 1)

/**
 * FtScoreSpan:
 * @first_day: Julian day; the span ends where the next one begins
 * @n_open: leads open at its end, or now in the last one
 * @n_covered: those of them that had a promise then (E1)
 */
typedef struct
{
  gint32 first_day;
  guint n[FT_N_SCORE_HOWS];
  guint n_cards; /* thank-you cards written (B11) */
  guint n_open;
  guint n_covered;
} FtScoreSpan;

/**
 * FtScoreData:
 *
 * The user's own figures of a period. A promise belongs to the day it was promised for, wherever the user is.
 */
typedef struct
{
  FtScorePeriod period;
  FtScoreStep step;
  gint32 end_day; /* the day after the last span */
  FtScoreSpan *spans;
  guint n_spans;

  guint ahead[FT_N_SCORE_AHEAD]; /* of those kept in time or early */
  guint *minutes;                /* the same, finer: for the median */
  guint causes[FT_N_CAUSES];     /* of those missed (A7); the first: not said */
  FtChannelRate channels[FT_N_CHANNELS]; /* (E8) */
  guint sales[FT_SCORE_MOST_CONTACTS];   /* after 1, 2, … contacts (D4) */
  guint n_contacts;              /* notes do not count */
  gint64 next_change;            /* the first instant at which a promise in it counts otherwise, or G_MAXINT64 */
} FtScoreData;

FtScoreData *ft_score_data_new (FtScorePeriod period, gint32 earliest_day, gint32 today, GDateWeekday first_weekday);
void ft_score_data_free (FtScoreData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtScoreData, ft_score_data_free)

/* The span of a day, -1 if it is in none. */
int ft_score_find_span (const FtScoreData *self, gint32 day);
gint32 ft_score_get_first_day (const FtScoreData *self);
/* The day after the last of span @i. */
gint32 ft_score_get_end_day (const FtScoreData *self, guint i);

void ft_score_add_promise (FtScoreData *self, const FtPromiseData *promise, gint64 now);
/* A sale, and how many contacts it took since the sale before. */
void ft_score_add_sale (FtScoreData *self, guint n_contacts);
/* In which of the sales such a one is counted. */
guint ft_score_sale_bin (guint n_contacts);

/**
 * FtScoreInterval: from an instant until another, G_MAXINT64 if it goes on.
 */
typedef struct
{
  gint64 from;
  gint64 until;
} FtScoreInterval;

/* Whether it was open at @instant and had no promise then, by the rule of ft_score_add_lead () (E1). */
gboolean ft_score_is_uncovered (gint64 instant, FtScoreInterval open, const FtScoreInterval *promises, guint n_promises);
/* A lead, while it was open, and when it had a promise. @ends: of each span, ascending, as instants. */
void ft_score_add_lead (FtScoreData *self, const gint64 *ends, FtScoreInterval open, const FtScoreInterval *promises, guint n_promises);

/* How a promise counts; FALSE if it does not. @minutes: (out) (optional): how early it was, 0 if not. */
gboolean ft_score_judge (const FtPromiseData *promise, gint64 now, FtScoreHow *how, int *minutes);
/* The instant from which a promise counts otherwise by time alone, as it has turned late; G_MAXINT64 for never. */
gint64 ft_score_next_change (const FtPromiseData *promise, gint64 now);
/* In which of the aheads so many minutes are counted. */
guint ft_score_ahead_bin (int minutes);
/* Half of those kept were at least so many minutes early; -1 if none was kept. */
int ft_score_get_median (const FtScoreData *self);
/* How many promises count, and how many of them were kept in time or early. */
guint ft_score_count (const FtScoreData *self, guint *n_kept);

/**
 * FtScoreSlice:
 * @how: those alone, -1 for all that count
 * @ahead: kept, and counted in this of the aheads, -1 for all
 * @cause: missed, for this cause, -1 for all
 * @cards: cards written, whether they count or not
 *
 * What a bar stands for: the promises that were counted in it.
 */
typedef struct
{
  gint32 first_day;
  gint32 end_day;
  int how;
  int ahead;
  int cause;
  gboolean cards;
} FtScoreSlice;

gboolean ft_score_slice_has (const FtScoreSlice *slice, const FtPromiseData *promise, gint64 now);

G_END_DECLS
