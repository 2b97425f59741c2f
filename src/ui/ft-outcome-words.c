#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-words.h"

#include <glib/gi18n-lib.h>

#define TALK (FT_TALK_HEARD | FT_TALK_ASKED | FT_TALK_ASKED_FOR | FT_TALK_PIECE)

/* By FtOutcome. */
static const struct
{
  FtTalkParts parts;
  FtOutcomeEnd end;
  const char *question;
} OUTCOMES[] = {
  [FT_OUTCOME_NOTE] = { 0, FT_OUTCOME_END_PROMISE, N_ ("What did you promise next?") },
  [FT_OUTCOME_REACHED] = { TALK, FT_OUTCOME_END_PROMISE, N_ ("What did you promise next?") },
  [FT_OUTCOME_NO_ANSWER] = { 0, FT_OUTCOME_END_PROMISE, N_ ("When will you try again?") },
  [FT_OUTCOME_THEY_WILL_CALL] = { FT_TALK_HEARD, FT_OUTCOME_END_PROMISE,
                                  N_ ("If they have not called by then, when will you call?") },
  [FT_OUTCOME_THEY_CALLED]
  = { FT_TALK_ASKED_FOR, FT_OUTCOME_END_PROMISE, N_ ("When will you call back?") },
  [FT_OUTCOME_PROPOSAL_SENT]
  = { FT_TALK_PIECE, FT_OUTCOME_END_PROMISE, N_ ("When will you ask about it?") },
  [FT_OUTCOME_DELIVERED]
  = { FT_TALK_PIECE, FT_OUTCOME_END_PROMISE, N_ ("When will you ask whether it arrived?") },
  [FT_OUTCOME_SOLD]
  = { FT_TALK_HEARD, FT_OUTCOME_END_SALE, N_ ("When will you be in touch as a friend?") },
  [FT_OUTCOME_DEFINITE_NO] = { 0, FT_OUTCOME_END_NO, N_ ("Only a definite no ends it.") },
};

FtTalkParts
ft_outcome_parts (FtOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (OUTCOMES), 0);

  return OUTCOMES[outcome].parts;
}

FtOutcomeEnd
ft_outcome_end (FtOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (OUTCOMES), FT_OUTCOME_END_PROMISE);

  return OUTCOMES[outcome].end;
}

const char *
ft_outcome_question (FtOutcome outcome)
{
  g_return_val_if_fail (outcome < G_N_ELEMENTS (OUTCOMES), "");

  return _ (OUTCOMES[outcome].question);
}

gboolean
ft_outcome_is_talk (FtOutcome outcome)
{
  return outcome == FT_OUTCOME_REACHED;
}

gboolean
ft_outcome_is_retry (FtOutcome outcome)
{
  return outcome == FT_OUTCOME_NO_ANSWER || outcome == FT_OUTCOME_THEY_WILL_CALL;
}
