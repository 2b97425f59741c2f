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

/**
 * FtFact:
 *
 * Something personal to remember (E7); a sensitive one stands in plain sight before dialling.
 */
typedef struct
{
  gint32 day; /* when it was learned, Julian day */
  gboolean sensitive;
  char *text;
} FtFact;

FtFact *ft_fact_new (gint32 day, gboolean sensitive, const char *text);
void ft_fact_free (FtFact *fact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtFact, ft_fact_free)

/**
 * FtAsk:
 *
 * Something they asked for (C5).
 */
typedef struct
{
  gint32 day;      /* when they asked, Julian day */
  gint32 done_day; /* when they got it, 0 if not yet */
  char *text;
} FtAsk;

FtAsk *ft_ask_new (gint32 day, gint32 done_day, const char *text);
void ft_ask_free (FtAsk *ask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtAsk, ft_ask_free)

/**
 * FtBenefit:
 *
 * One of the three that hit home (E2, E3); empty if @text is "".
 */
typedef struct
{
  FtBenefitHead head;
  char *text;
} FtBenefit;

#define FT_N_BENEFITS 3

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
  char *override_words; /* why it was closed below five contacts (D4) */
  int interval;        /* days between contacts (B3), 0 for the setting */
  FtBenefit benefits[FT_N_BENEFITS];
  GPtrArray *facts;    /* FtFact, in the order entered */
  GPtrArray *asks;     /* FtAsk, in the order entered */
  gint32 nothing_else_day; /* they said "nothing else" (C5), Julian day, 0 if not */
  char *trial_close;   /* the line to say (C4) */
  char *trial_answer;  /* and what they said */
  char *notes;
  gint64 created_at;
  gint64 changed_at;  /* set by the store */
  gboolean partial;   /* of an FtLeadRow or FtPromiseRow: without what these do not show; not to be put into an edit */
} FtLeadData;

FtLeadData *ft_lead_data_new (const char *name);
/* For an FtLeadRow or FtPromiseRow: its other strings, facts and asks, and without @with_reaches phones
 * and emails, are empty and stay so. */
FtLeadData *ft_lead_data_new_partial (const char *uid, const char *name, const char *company, gboolean with_reaches);
FtLeadData *ft_lead_data_copy (const FtLeadData *lead);
FtLeadData *ft_lead_data_ref (FtLeadData *lead);
void ft_lead_data_unref (FtLeadData *lead);
/* Whether all that a user can edit is the same; ids and instants do not count. */
gboolean ft_lead_data_equal (const FtLeadData *a, const FtLeadData *b);
/* The same for phones, emails, facts and asks alone. */
gboolean ft_lead_data_lists_equal (const FtLeadData *a, const FtLeadData *b);
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
  FtCause cause;      /* why it was missed (A7) */
  gint64 piece_id;    /* the romance piece it will bring (A5), 0 for none */
  guint steps;        /* of FOLLOW_THROUGH: bit 0 … 3 for each step done (C7) */
  gint64 sale_id;     /* the sale of whose checklist it is a step (B11), 0 for none */
  char *reason;       /* why a step was skipped, "" if it was not or nothing was said */
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

/* Whether a call or another contact is what keeps it: not a card, a delivery or a step of a sale. */
gboolean ft_promise_data_is_contact (const FtPromiseData *promise);

/**
 * FtSaleData:
 *
 * A sale, which opens the relationship (B11, D8). Its checklist are the promises which name it.
 */
typedef struct
{
  gint64 id;
  char *uid;
  gint64 lead_id;
  char *what;          /* was bought, "" if not said */
  gint64 value;        /* in minor units of @currency: 1.50 EUR is 150 */
  char *currency;      /* ISO 4217, "" if the value is not known */
  FtBenefit benefit;   /* that it served (E2), empty if not said */
  char *checklist;     /* the kind of sale, as the checklist was called */
  gint64 sold_at;
  gint32 delivery_day; /* promised to them, Julian day, 0 if there is nothing to deliver */
  gint64 delivered_at; /* 0 if not yet */
  FtReferral referral;
  char *referral_words; /* whom they named, or what they said */
  gint64 created_at;
} FtSaleData;

FtSaleData *ft_sale_data_new (gint64 lead_id, gint64 sold_at, const char *what);
FtSaleData *ft_sale_data_copy (const FtSaleData *sale);
FtSaleData *ft_sale_data_ref (FtSaleData *sale);
void ft_sale_data_unref (FtSaleData *sale);
gboolean ft_sale_data_equal (const FtSaleData *a, const FtSaleData *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtSaleData, ft_sale_data_unref)

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
  FtAsked asked;
  FtAnswer answer;
  FtLean lean;
  gint64 piece_id;    /* the piece given (A5), 0 for none */
  char *value;        /* what it brought them (B5); with no piece either it was empty-handed */
  guint seconds;      /* how long the call took (B4), 0 if not measured */
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
 * FtPieceData:
 *
 * A romance piece (A5): something to leave behind that helps them decide. Who got it and when follows from
 * the contacts which name it.
 */
typedef struct
{
  gint64 id;
  char *uid;
  char *name;
  FtPieceKind kind;
  FtBenefitHead head; /* the benefit it serves */
  char *uri;          /* https link, "" if none */
  char *file_hash;    /* SHA-256 of the attached file's content, under which it is kept, "" if none */
  char *file_name;    /* what the file was called */
  gboolean retired;
  gint64 created_at;
} FtPieceData;

FtPieceData *ft_piece_data_new (const char *name, FtPieceKind kind);
FtPieceData *ft_piece_data_copy (const FtPieceData *piece);
FtPieceData *ft_piece_data_ref (FtPieceData *piece);
void ft_piece_data_unref (FtPieceData *piece);
gboolean ft_piece_data_equal (const FtPieceData *a, const FtPieceData *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPieceData, ft_piece_data_unref)

/**
 * FtPieceRow:
 *
 * A piece of the library, and how often it was given.
 */
typedef struct
{
  FtPieceData *piece; /* owned */
  guint n_given;
  gint64 given_at;    /* last, 0 if never */
  guint n_leads;      /* who got it */
  guint n_bought;     /* and bought then or later: a count, no proof */
} FtPieceRow;

FtPieceRow *ft_piece_row_new (FtPieceData *piece, guint n_given, gint64 given_at);
FtPieceRow *ft_piece_row_ref (FtPieceRow *row);
void ft_piece_row_unref (FtPieceRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPieceRow, ft_piece_row_unref)

/**
 * FtLeadRow:
 *
 * What a list shows of a lead: the lead and the promise to act on next.
 */
typedef struct
{
  FtLeadData *lead;      /* owned, partial: who, how to reach them, state, days and rhythm */
  FtPromiseData *due;    /* owned, the open promise with the earliest target, or NULL (B1) */
  FtPromiseData *oldest; /* owned, the open promise with the earliest promised time, or NULL */
  gint64 last_contact_at;
  gint64 heard_at;       /* when they last heard of me, 0 if never: unanswered calls do not count (E4) */
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
  GPtrArray *sales;    /* FtSaleData, latest first */
} FtLeadCard;

FtLeadCard *ft_lead_card_new (FtLeadData *lead);
FtLeadCard *ft_lead_card_ref (FtLeadCard *card);
void ft_lead_card_unref (FtLeadCard *card);
/* The open promise to be in touch: the oldest late one, else the one due first; NULL if none. Those that no contact
 * keeps, a card to write for instance, are the checklist's. Borrowed. */
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
  FtLeadData *lead;       /* owned, partial as in a list and without telephone and address; whole in a reminder */
  FtLean lean;            /* which way they leaned when last heard (A4); known in an agenda only */
} FtPromiseRow;

FtPromiseRow *ft_promise_row_new (FtPromiseData *promise, FtLeadData *lead);
FtPromiseRow *ft_promise_row_ref (FtPromiseRow *row);
void ft_promise_row_unref (FtPromiseRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtPromiseRow, ft_promise_row_unref)

/**
 * FtSaleRow:
 *
 * A sale, whom it was made to and its checklist: a card of the board, and what an envelope needs.
 */
typedef struct
{
  FtSaleData *sale;    /* owned */
  FtLeadData *lead;    /* owned, whole */
  GPtrArray *promises; /* FtPromiseData, owned: its steps, open ones by target first, then those done */
} FtSaleRow;

FtSaleRow *ft_sale_row_new (FtSaleData *sale, FtLeadData *lead);
FtSaleRow *ft_sale_row_ref (FtSaleRow *row);
void ft_sale_row_unref (FtSaleRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtSaleRow, ft_sale_row_unref)

G_END_DECLS
