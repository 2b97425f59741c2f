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
 *
 * What was promised: to be in touch, or to send something (B12).
 */
typedef enum
{
  FT_PROMISE_CONTACT = 0,
  FT_PROMISE_SEND = 1,
} FtPromiseKind;

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
const char *ft_direction_to_string (FtDirection direction);
gboolean ft_direction_from_string (const char *string, FtDirection *direction);
const char *ft_outcome_to_string (FtOutcome outcome);
gboolean ft_outcome_from_string (const char *string, FtOutcome *outcome);

G_END_DECLS
