#pragma once

#include "core/ft-gestures.h"
#include "core/ft-when.h"

G_BEGIN_DECLS

/* What an outcome does to a card, as data: nothing here knows a widget. */

/* The times offered for what comes next: what belongs after the outcome first (@suggested, nullable), then as usual.
 * @now: what the clock reads where the lead is. (element-type FtWhenChip) (transfer full) */
GPtrArray *ft_outcome_chips (FtOutcome outcome,
                             const FtPromiseData *suggested,
                             const FtLeadData *lead,
                             const FtSettings *settings,
                             FtCivil now);

/* The history as it will be: the next promise is judged by it, not by the one before the call.
 * @contact: (transfer full); @promise_id: what it was about, 0 for nothing. (transfer full) */
FtLeadCard *ft_outcome_card_after (FtLeadCard *card, FtContactData *contact, gint64 promise_id);

/* The kind of the next promise. A try that came to nothing is repeated for what it was to bring; a delivery is
 * followed through, and a customer is called again to no purpose but theirs (D8). */
void ft_outcome_complete_next (FtOutcome outcome,
                               FtPromiseData *next,
                               const FtPromiseData *suggested,
                               const FtPromiseData *promise);

/* One gesture: the contact, what becomes of the promise it was about, and the next one, which may be NULL, as may
 * @promise. What is delivered is the sale that waits for it, if there is one (B11). @words and @override: of a
 * definite no, else "". (transfer full) */
FtEdit *ft_outcome_edit (FtLeadCard *card,
                         FtPromiseData *promise,
                         FtContactData *contact,
                         FtPromiseData *next,
                         const char *words,
                         const char *override,
                         const FtSettings *settings,
                         gint64 now,
                         const char *zone);

G_END_DECLS
