#pragma once

#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Which reminders were shown: of a promise at a target, so that another target is a new reminder; and, where
 * the target is earlier (C6), once more before the promised time. */
typedef enum
{
  FT_REMINDED_NOT = 0,
  FT_REMINDED_ONCE = 1, /* of the target; the promised time is still to come */
  FT_REMINDED_ALL = 2,
} FtReminded;

/* The second reminder comes so many seconds before the promised time. */
#define FT_REMINDED_AHEAD (15 * 60)

FtReminded ft_reminded_get (FtDatabase *database, const FtPromiseData *promise);
/* Marks them in a transaction of its own. Those that do not exist are passed over. */
void ft_reminded_set (FtDatabase *database, const gint64 *promise_ids, guint n_ids);

G_END_DECLS
