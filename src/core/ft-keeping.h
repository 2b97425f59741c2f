#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtKeeping:
 *
 * How a promise was kept: what history and score show (B7, C6). It follows from its times.
 */
typedef enum
{
  FT_KEEPING_OPEN,
  FT_KEEPING_LATE,      /* open, and its time is over */
  FT_KEEPING_EARLY,     /* a quarter of an hour or more before its time */
  FT_KEEPING_KEPT,      /* in time */
  FT_KEEPING_REPAIRED,  /* missed, then made good or promised anew */
  FT_KEEPING_MOVED,     /* promised anew in time */
  FT_KEEPING_CANCELLED, /* not wanted any more */
} FtKeeping;

/* @seconds: (out) (optional): how early, negative how late; 0 of an open one not yet due. */
FtKeeping ft_keeping_of (const FtPromiseData *promise, gint64 now, gint64 *seconds);
/* "3 h early", "missed, repaired", "2 days late"; "" for an open one not yet due. Transfer full. */
char *ft_keeping_words (const FtPromiseData *promise, gint64 now);
/* "open", "late", "early", …: for exports and the command line. */
const char *ft_keeping_to_string (FtKeeping keeping);
/* "Timing", "Technique", "Organisation" (A7); transfer none. */
const char *ft_cause_words (FtCause cause);

/* What to say first when a promise was missed: a simple apology, no excuses (B7). Transfer full.
 * @now: what the clock reads where the promise's zone is. */
char *ft_apology_words (const FtPromiseData *promise, FtCivil now);

G_END_DECLS
