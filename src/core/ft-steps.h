#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtStep:
 *
 * Follow through: what is said on the working day after something was delivered (C7).
 */
typedef enum
{
  FT_STEP_ARRIVED, /* did it arrive? */
  FT_STEP_CLARIFY, /* here to clarify */
  FT_STEP_NEW,     /* something new: a piece not yet given */
  FT_STEP_MEET,    /* the next meeting, or the sale */
  FT_N_STEPS
} FtStep;

/* The promise of the four steps, for the edit that logs the delivery; transfer full. @piece_id: what
 * step 3 will bring, 0 for nothing. @zone: of @now. */
FtPromiseData *ft_steps_new_promise (const FtLeadData *lead,
                                     const FtSettings *settings,
                                     FtCivil now,
                                     const char *zone,
                                     FtChannel channel,
                                     gint64 piece_id);
gboolean ft_steps_is_done (const FtPromiseData *promise, FtStep step);
guint ft_steps_count_done (const FtPromiseData *promise);
/* A copy with @step ticked or not; transfer full. */
FtPromiseData *ft_steps_tick (const FtPromiseData *promise, FtStep step, gboolean done);
/* "Did it arrive?"; transfer none. */
const char *ft_step_words (FtStep step);

G_END_DECLS
