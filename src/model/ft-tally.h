#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtTally:
 *
 * How many leads each filter has, counted again when the store changes, the clock is set, or time passes a
 * mark: a promise comes due or late, a day begins.
 *
 * Signals: "changed": the counts differ; "passed": time has passed a mark; "failed" (GError *): the leads could
 * not be counted.
 */
#define FT_TYPE_TALLY (ft_tally_get_type ())
G_DECLARE_FINAL_TYPE (FtTally, ft_tally, FT, TALLY, GObject)

FtTally *ft_tally_new (FtStore *store);
const FtCounts *ft_tally_get_counts (FtTally *self); /* borrowed */
/* Late, today and this week at this moment, on the user's clock. */
FtDayBounds ft_tally_get_bounds (FtTally *self);

G_END_DECLS
