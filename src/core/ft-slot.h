#pragma once

#include "core/ft-concerns.h"

G_BEGIN_DECLS

/* What goes wrong at a time that is only being considered: said while something is dragged there (E10, B6). */

/* Whether nobody is to be rung at this minute of their day. */
gboolean ft_slot_is_night (int minute);

/**
 * ft_slot_concerns:
 * @promise: at the time considered, not stored
 * @others: (element-type FtPromiseData): the open promises around it
 * @zone: the user's own
 *
 * Whether there is room for the promise, whether it is in the user's working hours, and whether its
 * customer is asleep then, where their zone is another one.
 *
 * Returns: (transfer full) (element-type FtConcern): the most urgent first
 */
GArray *ft_slot_concerns (const FtPromiseData *promise,
                          GPtrArray *others,
                          const FtSettings *settings,
                          const char *zone);

/* "You have promised something else at that time.  It is 22:00 there." in one line, "" if nothing is
 * wrong; of a time that has gone by only that it has. (transfer full) */
char *ft_slot_dup_words (const FtPromiseData *promise,
                         GPtrArray *others,
                         const FtSettings *settings,
                         const char *zone,
                         gint64 now);

G_END_DECLS
