#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stored as these numbers, exported as the names of ft_*_to_string (): neither may ever change. */

/**
 * FtChannel:
 *
 * How a contact happens or is promised (B2, E8).
 */
typedef enum
{
  FT_CHANNEL_NONE = 0, /* no preference known */
  FT_CHANNEL_PHONE = 1,
  FT_CHANNEL_EMAIL = 2,
  FT_CHANNEL_VISIT = 3,
  FT_CHANNEL_POST = 4,
} FtChannel;

/**
 * FtLeadState:
 *
 * Only a sale or a definite no ends a lead (D5).
 */
typedef enum
{
  FT_LEAD_OPEN = 0,
  FT_LEAD_CUSTOMER = 1,
  FT_LEAD_CLOSED = 2, /* a definite no */
} FtLeadState;

/**
 * FtPromiseState:
 *
 * Whether an open promise is late, or a kept one was early or repaired, follows from its times
 * and is not stored.
 */
typedef enum
{
  FT_PROMISE_OPEN = 0,
  FT_PROMISE_KEPT = 1,
  FT_PROMISE_MOVED = 2,     /* renegotiated: another promise stands in its place */
  FT_PROMISE_CANCELLED = 3,
} FtPromiseState;

/**
 * FtPromiseKind:
 * @FT_PROMISE_CARD: a thank-you card, written by hand (B11)
 * @FT_PROMISE_DELIVERY: what was sold is with them by then
 * @FT_PROMISE_STEP: anything else that a sale brings with it
 * @FT_PROMISE_FRIENDLY: a call that wants nothing, which every customer has ahead (D8)
 *
 * What was promised: to be in touch, to send something (B12), to follow through on what was
 * delivered, in four steps (C7), or a step after a sale. No telephone call keeps a card, a delivery or a step.
 */
typedef enum
{
  FT_PROMISE_CONTACT = 0,
  FT_PROMISE_SEND = 1,
  FT_PROMISE_FOLLOW_THROUGH = 2,
  FT_PROMISE_CARD = 3,
  FT_PROMISE_DELIVERY = 4,
  FT_PROMISE_STEP = 5,
  FT_PROMISE_FRIENDLY = 6,
} FtPromiseKind;

/**
 * FtReferral:
 *
 * Who else should know: asked once it is delivered (D8).
 */
typedef enum
{
  FT_REFERRAL_NOT_ASKED = 0,
  FT_REFERRAL_NOT_YET = 1, /* asked, without an answer so far */
  FT_REFERRAL_NAMED = 2,
  FT_REFERRAL_NOBODY = 3,
} FtReferral;

/**
 * FtCause:
 *
 * Why a promise was missed (A7).
 */
typedef enum
{
  FT_CAUSE_NONE = 0,
  FT_CAUSE_TIMING = 1,
  FT_CAUSE_TECHNIQUE = 2,
  FT_CAUSE_ORGANISATION = 3,
} FtCause;

/**
 * FtAsked:
 *
 * What a contact asked for (D3).
 */
typedef enum
{
  FT_ASKED_NOTHING = 0,
  FT_ASKED_NEXT_STEP = 1,
  FT_ASKED_SALE = 2, /* the decision question: not before the fence (A3), at most weekly (B3) */
} FtAsked;

/**
 * FtAnswer:
 *
 * What came of what was asked for (D3).
 */
typedef enum
{
  FT_ANSWER_NONE = 0,
  FT_ANSWER_YES = 1,
  FT_ANSWER_NOT_YET = 2,
  FT_ANSWER_NO = 3,
} FtAnswer;

/**
 * FtLean:
 *
 * Which way they lean, as heard (A4).
 */
typedef enum
{
  FT_LEAN_UNKNOWN = 0,
  FT_LEAN_TOWARDS = 1,
  FT_LEAN_UNDECIDED = 2,
  FT_LEAN_AWAY = 3,
} FtLean;

/**
 * FtBenefitHead:
 *
 * What is in it for them (E2).
 */
typedef enum
{
  FT_BENEFIT_NONE = 0,
  FT_BENEFIT_SAVE_MONEY = 1,
  FT_BENEFIT_SAVE_TIME = 2,
  FT_BENEFIT_CONNECT = 3, /* better connected */
  FT_BENEFIT_LOOK = 4,    /* look better */
  FT_BENEFIT_EARN = 5,    /* earn more */
} FtBenefitHead;

/**
 * FtPieceKind:
 *
 * What a romance piece is (A5).
 */
typedef enum
{
  FT_PIECE_DOCUMENT = 0,
  FT_PIECE_LINK = 1,
  FT_PIECE_SAMPLE = 2,
  FT_PIECE_PRINT = 3,
} FtPieceKind;

/**
 * FtDayOffKind:
 *
 * Why a day is none of work: away (E6), or a public holiday.
 */
typedef enum
{
  FT_DAY_OFF_AWAY = 0,
  FT_DAY_OFF_HOLIDAY = 1,
} FtDayOffKind;

typedef enum
{
  FT_DIRECTION_OUT = 0,
  FT_DIRECTION_IN = 1,
} FtDirection;

/**
 * FtOutcome:
 *
 * What came of a contact. "No answer" closes nothing (B8).
 */
typedef enum
{
  FT_OUTCOME_NOTE = 0,
  FT_OUTCOME_REACHED = 1,
  FT_OUTCOME_NO_ANSWER = 2,
  FT_OUTCOME_THEY_WILL_CALL = 3,
  FT_OUTCOME_THEY_CALLED = 4,
  FT_OUTCOME_PROPOSAL_SENT = 5,
  FT_OUTCOME_DELIVERED = 6,
  FT_OUTCOME_SOLD = 7,
  FT_OUTCOME_DEFINITE_NO = 8,
} FtOutcome;

/* The names in exports and on the command line: "phone", "no-answer", … never translated. */
const char *ft_channel_to_string (FtChannel channel);
gboolean ft_channel_from_string (const char *string, FtChannel *channel);
const char *ft_lead_state_to_string (FtLeadState state);
gboolean ft_lead_state_from_string (const char *string, FtLeadState *state);
const char *ft_promise_state_to_string (FtPromiseState state);
gboolean ft_promise_state_from_string (const char *string, FtPromiseState *state);
const char *ft_promise_kind_to_string (FtPromiseKind kind);
gboolean ft_promise_kind_from_string (const char *string, FtPromiseKind *kind);
const char *ft_referral_to_string (FtReferral referral);
gboolean ft_referral_from_string (const char *string, FtReferral *referral);
const char *ft_direction_to_string (FtDirection direction);
gboolean ft_direction_from_string (const char *string, FtDirection *direction);
const char *ft_outcome_to_string (FtOutcome outcome);
gboolean ft_outcome_from_string (const char *string, FtOutcome *outcome);
const char *ft_cause_to_string (FtCause cause);
gboolean ft_cause_from_string (const char *string, FtCause *cause);
const char *ft_asked_to_string (FtAsked asked);
gboolean ft_asked_from_string (const char *string, FtAsked *asked);
const char *ft_answer_to_string (FtAnswer answer);
gboolean ft_answer_from_string (const char *string, FtAnswer *answer);
const char *ft_lean_to_string (FtLean lean);
gboolean ft_lean_from_string (const char *string, FtLean *lean);
const char *ft_benefit_head_to_string (FtBenefitHead head);
gboolean ft_benefit_head_from_string (const char *string, FtBenefitHead *head);
const char *ft_piece_kind_to_string (FtPieceKind kind);
gboolean ft_piece_kind_from_string (const char *string, FtPieceKind *kind);
const char *ft_day_off_kind_to_string (FtDayOffKind kind);
gboolean ft_day_off_kind_from_string (const char *string, FtDayOffKind *kind);

G_END_DECLS
