#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* In the open transaction: gives the first promise to those of @leads (gint64, in the order in which they are
 * to be followed up) which are open and have none, @a_day a working day, from tomorrow on (B1, E1). It is
 * theirs to agree to: nothing was said to them yet. The place of each in the lists is put right.
 *
 * Returns: (transfer full) (element-type gint64): the leads that got one */
GArray *ft_first_promises_give (FtDatabase *database,
                                GArray *leads,
                                int a_day,
                                GCancellable *cancellable);

G_END_DECLS
