#pragma once

#include "core/ft-rhythm.h"

G_BEGIN_DECLS

/**
 * FtConcernKind:
 *
 * What the coach questions about a promise or a contact before it is saved. Nothing is ever
 * forbidden: it says why, and the user decides.
 */
typedef enum
{
  FT_CONCERN_SOON,         /* sooner than the interval (B3); n: the interval */
  FT_CONCERN_DAILY,        /* the day after a contact, or the same day (E4) */
  FT_CONCERN_WEEK_FULL,    /* as many contacts that week as are welcome (B3, A6); n: how many */
  FT_CONCERN_NO_PIECE,     /* the second contact of the week comes with a piece (A6) */
  FT_CONCERN_FAR,          /* the gap belongs to whoever shows up in it (A2); n: days */
  FT_CONCERN_FENCED,       /* the decision question comes too early (A3); day: when not any more */
  FT_CONCERN_ASKED_LATELY, /* the decision question was asked lately (B3); day: from when on */
  FT_CONCERN_EMPTY_HANDED, /* no value and no piece (B5) */
  FT_CONCERN_REPEAT,       /* the same again, with nothing new (D7) */
  FT_CONCERN_SAME_PIECE,   /* they have that piece (A5); day: since when */
  FT_CONCERN_NO_PROMISE,   /* nothing promised after it (B1) */
  FT_CONCERN_NO_FALLBACK,  /* they will not call (B9) */
  FT_CONCERN_NO_ASKING,    /* a proposal, and no promise to ask about it (D1) */
  FT_CONCERN_DAY_OFF,      /* not a working day */
  FT_CONCERN_SLOT_FULL,    /* something else is promised at that time (B6, E10) */
  FT_CONCERN_DAY_FULL,     /* as many that day as fit (E10); n: how many there are */
  FT_CONCERN_TARGET_LATE,  /* the target is after the promised time (C2) */
  FT_CONCERN_NOT_AGREED,   /* they have not said yes to the time (C3) */
  FT_CONCERN_OUTSIDE_HOURS, /* before work begins or after it ends (E10) */
  FT_CONCERN_THEIR_NIGHT,  /* they sleep; n: the minute of their day */
  FT_CONCERN_AWAY,         /* the user is away (E6); day: back when */
  FT_CONCERN_HOLIDAY,      /* a public holiday (E10); name: its own */
  FT_CONCERN_SKIPPED,      /* clocks there skip that time: the rule of ft_civil_to_instant () */
  FT_CONCERN_TWICE,        /* clocks there show that time twice */
  FT_CONCERN_OVER,         /* a time that has gone by: nobody can keep it (E10) */
  FT_N_CONCERNS
} FtConcernKind;

typedef struct
{
  FtConcernKind kind;
  int n;
  gint32 day;
  const char *name; /* interned, NULL for none */
} FtConcern;

/* The most urgent first. (element-type FtConcern) (transfer full) */
GArray *ft_concerns_of_promise (const FtLeadCard *card,
                                const FtPromiseData *promise,
                                const FtSettings *settings,
                                gint64 now,
                                const char *zone);
/* Of a contact about to be logged; @next: (nullable): the promise booked with it. */
GArray *ft_concerns_of_contact (const FtLeadCard *card,
                                const FtContactData *contact,
                                const FtPromiseData *next,
                                const FtSettings *settings,
                                gint64 now,
                                const char *zone);
/* Of the room for @promise (its own is not counted). @others: (element-type FtPromiseData): the open
 * promises of all leads around it. Targets count: they are when the work is done. */
GArray *ft_concerns_of_room (const FtPromiseData *promise,
                             GPtrArray *others,
                             const FtSettings *settings,
                             const char *zone);

/* Of a contact on record, which I made and they heard: it brought nothing (B5); it brought the same as @before
 * (nullable), the one before it, and nothing new (D7). */
gboolean ft_contact_is_empty_handed (const FtContactData *contact);
gboolean ft_contact_is_repeat (const FtContactData *contact, const FtContactData *before);

/* Adds why @day is no working day, if it is none: away, a holiday, or not a day of the week to work on. */
void ft_concerns_add_day_off (GArray *concerns, const FtSettings *settings, gint32 day);

/* The one of them that says what is missing after a contact (B1, B9, D1); NULL if nothing is. Borrowed. */
const FtConcern *ft_concerns_find_missing (GArray *concerns);
gboolean ft_concerns_have (GArray *concerns, FtConcernKind kind);
/* One line that says why; transfer full. */
char *ft_concern_words (const FtConcern *concern, FtCivil now);
/* The practice it comes from, "A2". */
const char *ft_concern_practice (FtConcernKind kind);

G_END_DECLS
