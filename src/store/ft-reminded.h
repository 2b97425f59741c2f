#pragma once

#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Which reminders were shown: of a promise at a target, so that another target is a new reminder. */
gboolean ft_reminded_get (FtDatabase *database, const FtPromiseData *promise);
/* Marks them in a transaction of its own. Those that do not exist are passed over. */
void ft_reminded_set (FtDatabase *database, const gint64 *promise_ids, guint n_ids);

G_END_DECLS
