#pragma once

#include "core/ft-civil.h"
#include "core/ft-enums.h"

G_BEGIN_DECLS

/* The records as they are stored and travel between layers: counted structs, filled once and then
 * not changed; to edit one, change a copy. Strings are never NULL, "" is "none". An id is the row's
 * in the database; 0 is "not stored yet", and a negative one is a new record of an #FtEdit. A uid is
 * the record's for ever, in exports too. Instants are seconds since 1970 in UTC, 0 is "none". */

/**
 * FtReach:
 *
 * A telephone number or an e-mail address, as written, and what it is ("work").
 */
typedef struct
{
  char *label;
  char *value;
} FtReach;

FtReach *ft_reach_new (const char *label, const char *value);
void ft_reach_free (FtReach *reach);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtReach, ft_reach_free)

typedef struct
{
  gint64 id;
  char *uid;
  char *name;
  char *company;
  char *role;
  GPtrArray *phones; /* FtReach, the first is the one to call */
  GPtrArray *emails; /* FtReach */
  char *street;
  char *postcode;
  char *city;
  char *region;
  char *country;
  FtChannel channel;  /* preferred (E8) */
  const char *zone;   /* interned IANA name, "" if not known */
  char *source;       /* where the lead came from */
  gint32 decision_day; /* A1, Julian day, 0 if not known */
  gint32 not_before_day; /* A3, Julian day, 0 for no fence */
  FtLeadState state;
  char *closing_words; /* of a definite no (D5) */
  char *notes;
  gint64 created_at;
  gint64 changed_at;  /* set by the store */
} FtLeadData;

FtLeadData *ft_lead_data_new (const char *name);
FtLeadData *ft_lead_data_copy (const FtLeadData *lead);
FtLeadData *ft_lead_data_ref (FtLeadData *lead);
void ft_lead_data_unref (FtLeadData *lead);
/* Whether all that a user can edit is the same; ids and instants do not count. */
gboolean ft_lead_data_equal (const FtLeadData *a, const FtLeadData *b);
const char *ft_lead_data_get_phone (const FtLeadData *lead); /* first one or "" */
const char *ft_lead_data_get_email (const FtLeadData *lead);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtLeadData, ft_lead_data_unref)

typedef struct
{
  gint64 id;
  char *uid;
  gint64 lead_id;
  FtPromiseKind kind;
  char *purpose;      /* one line (B4) */
  char *value;        /* what it brings them (B5) */
  FtCivil promised;   /* what they were told */
  FtCivil target;     /* mine, not later than @promised (C2) */
  const char *zone;   /* of both, interned; "" is the computer's own */
  gint64 promised_at; /* derived, filled by the store */
  gint64 target_at;   /* derived, filled by the store */
  FtChannel channel;
  gboolean agreed;    /* they said yes to the time (C3) */
  int effort;         /* minutes it will take, 0 if not known */
  FtPromiseState state;
  gint64 done_at;     /* when it was kept, moved or cancelled */
  gint64 created_at;
} FtPromiseData;

FtPromiseData *ft_promise_data_new (gint64 lead_id, FtCivil promised, const char *zone, FtChannel channel);
FtPromiseData *ft_promise_data_copy (const FtPromiseData *promise);
FtPromiseData *ft_promise_data_ref (FtPromiseData *promise);
void ft_promise_data_unref (FtPromiseData *promise);
gboolean ft_promise_data_equal (const FtPromiseData *a, const FtPromiseData *b);
gboolean ft_promise_data_is_late (const FtPromiseData *promise, gint64 now);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPromiseData, ft_promise_data_unref)

typedef struct
{
  gint64 id;
  char *uid;
  gint64 lead_id;
  gint64 promise_id;  /* the promise it kept or tried to keep, 0 for none */
  gint64 at;
  FtChannel channel;
  FtDirection direction;
  FtOutcome outcome;
  char *heard;        /* what was heard: questions, which way they lean (A4) */
  char *asked_for;    /* what they asked for (C5) */
  char *notes;
} FtContactData;

FtContactData *ft_contact_data_new (gint64 lead_id, gint64 at, FtChannel channel, FtOutcome outcome);
FtContactData *ft_contact_data_copy (const FtContactData *contact);
FtContactData *ft_contact_data_ref (FtContactData *contact);
void ft_contact_data_unref (FtContactData *contact);
gboolean ft_contact_data_equal (const FtContactData *a, const FtContactData *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtContactData, ft_contact_data_unref)

/**
 * FtLeadRow:
 *
 * What a list shows of a lead: the lead and the promise to act on next.
 */
typedef struct
{
  FtLeadData *lead;      /* owned */
  FtPromiseData *due;    /* owned, the open promise with the earliest target, or NULL (B1) */
  FtPromiseData *oldest; /* owned, the open promise with the earliest promised time, or NULL */
  gint64 last_contact_at;
  guint n_contacts;      /* the five dots (D4) */
} FtLeadRow;

FtLeadRow *ft_lead_row_new (FtLeadData *lead, FtPromiseData *due, FtPromiseData *oldest);
FtLeadRow *ft_lead_row_ref (FtLeadRow *row);
void ft_lead_row_unref (FtLeadRow *row);
/* The promise to show: the oldest if it is late by now, else the one due first. Borrowed. */
FtPromiseData *ft_lead_row_next (const FtLeadRow *row, gint64 now);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtLeadRow, ft_lead_row_unref)

/**
 * FtLeadCard:
 *
 * All there is to know about one lead.
 */
typedef struct
{
  FtLeadData *lead;    /* owned */
  GPtrArray *promises; /* FtPromiseData, open ones by target first, then done ones, latest first */
  GPtrArray *contacts; /* FtContactData, latest first */
} FtLeadCard;

FtLeadCard *ft_lead_card_new (FtLeadData *lead);
FtLeadCard *ft_lead_card_ref (FtLeadCard *card);
void ft_lead_card_unref (FtLeadCard *card);
/* The open promise to act on: the oldest late one, else the one due first; NULL if none. Borrowed. */
FtPromiseData *ft_lead_card_next (const FtLeadCard *card, gint64 now);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtLeadCard, ft_lead_card_unref)

/**
 * FtPromiseRow:
 *
 * A promise and whom it was made to: what the calendar, the reminder and the day's list show.
 */
typedef struct
{
  FtPromiseData *promise; /* owned */
  FtLeadData *lead;       /* owned */
} FtPromiseRow;

FtPromiseRow *ft_promise_row_new (FtPromiseData *promise, FtLeadData *lead);
FtPromiseRow *ft_promise_row_ref (FtPromiseRow *row);
void ft_promise_row_unref (FtPromiseRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPromiseRow, ft_promise_row_unref)

G_END_DECLS
