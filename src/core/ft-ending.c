#define G_LOG_DOMAIN "ft-core"

#include "core/ft-ending.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ft-rhythm.h"

static gboolean
has_one_of (const char *words, const char *excuses)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_autofree char *folded_excuses = g_utf8_casefold (excuses, -1);
  g_auto (GStrv) each = g_strsplit (folded_excuses, "|", -1);
  for (char **excuse = each; *excuse; excuse++)
    if (**excuse && strstr (folded, *excuse))
      return TRUE;
  return FALSE;
}

gboolean
ft_ending_is_excuse (const char *words)
{
  static const char english[] = "time waster|time-waster|timewaster|tyre kicker|tyre-kicker|"
                                "tire kicker|tire-kicker|just looking|not serious";
  /* Translators: excuses for giving up a lead, in lower case and separated by "|". */
  return has_one_of (words, english) || has_one_of (words, _ ("time waster|tyre kicker"));
}

static gboolean
is_blank (const char *words)
{
  g_autofree char *copy = g_strdup (words);
  return *g_strstrip (copy) == '\0';
}

FtEnding
ft_ending_check (const FtLeadCard *card,
                 const FtSettings *settings,
                 const char *closing_words,
                 const char *override_words,
                 int *missing)
{
  int n = 0;
  for (guint i = 0; i < card->contacts->len; i++)
    n += ft_contact_is_attempt (card->contacts->pdata[i]);
  if (missing)
    *missing = MAX (settings->least_contacts - n, 0);

  if (!is_blank (override_words) && !ft_ending_is_excuse (override_words))
    return FT_ENDING_ALLOWED;
  if (ft_ending_is_excuse (closing_words) || ft_ending_is_excuse (override_words))
    return FT_ENDING_EXCUSE;
  if (!is_blank (closing_words))
    return FT_ENDING_ALLOWED;
  return n < settings->least_contacts ? FT_ENDING_TOO_FEW : FT_ENDING_NEEDS_WORDS;
}

char *
ft_ending_words (FtEnding ending, int missing)
{
  switch (ending)
    {
    case FT_ENDING_TOO_FEW:
      return g_strdup_printf (
          ngettext ("They have not said no, and %d contact is still to come. Write down why if you "
                    "give up all the same.",
                    "They have not said no, and %d contacts are still to come. Write down why if "
                    "you give up all the same.",
                    missing),
          missing);
    case FT_ENDING_NEEDS_WORDS:
      return g_strdup (_ ("Only a definite no ends it. What did they say, in their words?"));
    case FT_ENDING_EXCUSE:
      return g_strdup (_ ("That is our excuse, not their no. What did they say?"));
    case FT_ENDING_ALLOWED:
    default:
      return g_strdup ("");
    }
}
