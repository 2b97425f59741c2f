#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-draft.h"

void
ft_outcome_draft_free (FtOutcomeDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->heard);
  g_free (draft->asked_for);
  g_free (draft->note);
  g_free (draft->purpose);
  g_free (draft->time);
  g_free (draft);
}

gboolean
ft_outcome_draft_is_empty (const FtOutcomeDraft *draft)
{
  g_return_val_if_fail (draft != NULL, TRUE);

  return draft->outcome == FT_OUTCOME_NOTE && draft->heard[0] == '\0' && draft->asked_for[0] == '\0'
         && draft->note[0] == '\0' && draft->purpose[0] == '\0' && draft->time[0] == '\0';
}
