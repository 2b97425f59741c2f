#pragma once

#include "core/ft-enums.h"
#include "ui/ft-talk-form.h"

G_BEGIN_DECLS

/**
 * FtOutcomeEnd:
 *
 * How an outcome is logged.
 */
typedef enum
{
  FT_OUTCOME_END_PROMISE, /* with the next promise: taking a time is enough */
  FT_OUTCOME_END_SALE,    /* at once: its checklist is made with it */
  FT_OUTCOME_END_NO,      /* with the customer's words (D5) */
} FtOutcomeEnd;

/* What its panel asks for beside that. */
FtTalkParts ft_outcome_parts (FtOutcome outcome);
FtOutcomeEnd ft_outcome_end (FtOutcome outcome);
/* "What did you promise next?"; (transfer none) */
const char *ft_outcome_question (FtOutcome outcome);
/* Whether there was talk to write down first. */
gboolean ft_outcome_is_talk (FtOutcome outcome);
/* Whether a try is repeated: its purpose and value stay those of the promise it was about. */
gboolean ft_outcome_is_retry (FtOutcome outcome);

G_END_DECLS
