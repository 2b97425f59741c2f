#pragma once

#include "core/ft-records.h"
#include "core/ft-ringing.h"
#include "store/ft-database.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* Which reminders were shown and which were put off: of a promise at a target, so that another target is a new
 * reminder; and, where the target is earlier (C6), once more before the promised time. */

/* What is on record of @promise at the times it has now. @snoozed_until: (out) (optional): 0 if not put off. */
FtReminded ft_reminded_get (FtDatabase *database, const FtPromiseData *promise, gint64 *snoozed_until);
/* Marks them as shown, in a transaction of its own. Those that do not exist are passed over. */
void ft_reminded_set (FtDatabase *database, const gint64 *promise_ids, guint n_ids);
/* Shown, and to be shown again at @until, whatever else is to come. */
void ft_reminded_snooze (FtDatabase *database, gint64 promise_id, gint64 until);

/* What was shown later than now was shown while the clock was wrong: it is to come in its time. */
void ft_reminded_forget_future (FtDatabase *database);
FtDue *ft_reminded_read_due (FtDatabase *database, gint64 now);

/* The Julian day on which @what was told last, 0 for never. */
gint32 ft_announced_get (FtDatabase *database, const char *what);
void ft_announced_set (FtDatabase *database, const char *what, gint32 day);

G_END_DECLS
