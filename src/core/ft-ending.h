#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtEnding:
 *
 * Whether a lead may be given up. Only a sale or a definite no ends it (D5).
 */
typedef enum
{
  FT_ENDING_ALLOWED,     /* a definite no in the customer's words, or overridden in writing */
  FT_ENDING_TOO_FEW,     /* no definite no, and less than five contacts (D4) */
  FT_ENDING_NEEDS_WORDS, /* no definite no: what did the customer say? (D5) */
  FT_ENDING_EXCUSE,      /* "time waster" is what we say, not what they said (D2) */
} FtEnding;

/* @closing_words: what the customer said, "" if they have not said no
 * @override_words: why the user gives up all the same, "" if they do not
 * @missing: (out) (optional): contacts still to make before five (D4) */
FtEnding ft_ending_check (const FtLeadCard *card,
                          const FtSettings *settings,
                          const char *closing_words,
                          const char *override_words,
                          int *missing);
/* Why not, and what to do; "" if allowed. Transfer full. */
char *ft_ending_words (FtEnding ending, int missing);
/* Whether @words are an excuse, in English or the user's language (D2). */
gboolean ft_ending_is_excuse (const char *words);

G_END_DECLS
