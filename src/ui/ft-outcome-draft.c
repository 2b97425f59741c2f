#define G_LOG_DOMAIN "ft-ui"

#include "ui/ft-outcome-draft.h"

void
ft_outcome_draft_free (FtOutcomeDraft *draft)
{
  if (draft == NULL)
    return;
  ft_contact_data_unref (draft->contact);
  g_free (draft->purpose);
  g_free (draft->value);
  g_free (draft->time);
  g_free (draft->closing_words);
  g_free (draft->override_words);
  g_free (draft);
}

gboolean
ft_outcome_draft_is_empty (const FtOutcomeDraft *draft)
{
  const char *texts[8];
  const FtContactData *contact;

  g_return_val_if_fail (draft != NULL, TRUE);

  contact = draft->contact;
  texts[0] = contact->heard;
  texts[1] = contact->asked_for;
  texts[2] = contact->notes;
  texts[3] = draft->purpose;
  texts[4] = draft->value;
  texts[5] = draft->time;
  texts[6] = draft->closing_words;
  texts[7] = draft->override_words;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][0] != '\0')
      return FALSE;
  return draft->outcome == FT_OUTCOME_NOTE && contact->lean == FT_LEAN_UNKNOWN
         && contact->asked == FT_ASKED_NOTHING;
}
