#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* Running late (B7): another time, said before the promised one has passed, or a simple apology after it. */

/* The words to send. @to: the new time; @now: what the clock reads where the promise's zone is. Transfer full. */
char *ft_late_words (const char *name, const FtPromiseData *promise, FtCivil to, FtCivil now);
/* Times for one click: in a quarter of an hour, half an hour, an hour, and tomorrow. (element-type FtWhenChip)
 * (transfer full) */
GPtrArray *ft_late_chips (FtCivil now);

G_END_DECLS
