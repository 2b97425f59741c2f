#pragma once

#include "core/ft-enums.h"

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
  char *heard;
  char *asked_for;
  char *note;
  char *purpose;
  char *time;
} FtOutcomeDraft;

void ft_outcome_draft_free (FtOutcomeDraft *draft);
/* Whether there is nothing worth keeping. */
gboolean ft_outcome_draft_is_empty (const FtOutcomeDraft *draft);

G_END_DECLS
