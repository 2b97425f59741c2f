#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtGapContact:
 * @day: a working day
 * @last_days: whether it is the one of the last days before the decision
 *
 * A contact that brings value, proposed for the time until a promise far ahead (A2).
 */
typedef struct
{
  gint32 day;
  gboolean last_days;
} FtGapContact;

/* Who waits until @promise, the next one or a new one, loses the sale to whoever shows up before: one
 * contact an interval, and one in the last days before the decision. Days near another open promise
 * of the lead are left out. Empty if the promise is near, or
 * made to a customer.
 * (element-type FtGapContact) (transfer full), ascending. */
GArray *ft_gap_contacts (const FtLeadCard *card,
                         const FtPromiseData *promise,
                         const FtSettings *settings,
                         gint32 today);

G_END_DECLS
