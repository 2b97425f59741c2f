#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtOutcomeDraft:
 *
 * What was typed about a contact and not saved yet.
 */
typedef struct
{
  FtOutcome outcome; /* of the open panel, FT_OUTCOME_NOTE if it is closed */
  FtChannel channel; /* of the next promise */
  FtContactData *contact; /* owned */
  char *purpose;
  char *value;
  char *time;
  char *closing_words;
  char *override_words;
} FtOutcomeDraft;

void ft_outcome_draft_free (FtOutcomeDraft *draft);
/* Whether there is nothing worth keeping. */
gboolean ft_outcome_draft_is_empty (const FtOutcomeDraft *draft);

G_END_DECLS
