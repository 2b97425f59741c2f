#pragma once

#include "core/ft-clock.h"
#include "core/ft-edit.h"

G_BEGIN_DECLS

/* What was sold to the sample customers, at every stage: just sold, waiting for its delivery, delivered (B11). */

/* The sale to @lead, which is not put yet and gets its postal address, with the steps it has beside the friendly
 * promise. Returns the sale's id in @edit, 0 if there is none. */
gint64 ft_sample_sales_put (FtEdit *edit, FtLeadData *lead, FtClock *clock);

G_END_DECLS
