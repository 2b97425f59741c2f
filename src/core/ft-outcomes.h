#pragma once

#include "core/ft-edit.h"
#include "core/ft-gap.h"
#include "core/ft-settings.h"
#include "core/ft-steps.h"

G_BEGIN_DECLS

/* The outcomes of a contact and what each brings with it: one gesture, one #FtEdit, one step of undo. Pure
 * functions of records, the time and the settings. */

/**
 * ft_outcome_new_promise:
 * @now: what the user's clock reads; @zone: of that
 * @channel: of the promise, as ft_channels_default () or ft_channels_other () say
 * @piece_id: what the follow-through will bring (C7), 0 for nothing
 *
 * The promise that belongs after an outcome, to be shown, changed or left out: a callback within the hour
 * (C1), asking about the proposal (D1), the four steps on the next working day (C7), a friendly call
 * three months after a sale and after each such call to a customer (D8), another slot after silence (B8), my own date when they said they would
 * call (B9), else the lead's interval (B3).
 *
 * Returns: (transfer full) (nullable): %NULL after a note, a definite no, and a call to a customer who has a
 *   friendly one ahead
 */
FtPromiseData *ft_outcome_new_promise (const FtLeadCard *card,
                                       FtOutcome outcome,
                                       FtChannel channel,
                                       gint64 piece_id,
                                       const FtSettings *settings,
                                       FtCivil now,
                                       const char *zone);

/**
 * ft_gesture_log_outcome:
 * @promise: (nullable): the open promise it was about
 * @next: (nullable): booked with it
 * @closing_words: of a definite no, what the customer said (D5); else ""
 * @override_words: why it is given up all the same (D4), "" if it need not be; ft_ending_check () is the caller's
 * @now: an instant; @zone: the user's
 *
 * As ft_gesture_log_contact (), with all that an outcome brings: who called is a contact of theirs (C1);
 * what they asked for joins the lead's list, which "nothing else" closes no more (C5); after a sale the lead
 * is a customer, and a definite no closes it and cancels its other open promises.
 *
 * Returns: (transfer full):
 */
FtEdit *ft_gesture_log_outcome (const FtLeadCard *card,
                                FtPromiseData *promise,
                                FtContactData *contact,
                                FtPromiseData *next,
                                const char *closing_words,
                                const char *override_words,
                                gint64 now,
                                const char *zone);

/* Why a promise was missed (A7). */
FtEdit *ft_gesture_set_cause (FtPromiseData *promise, FtCause cause);
/* The apology: the late promise is kept as MOVED, with why, and another time was agreed (B7). */
FtEdit *ft_gesture_repair_promise (FtPromiseData *promise,
                                   FtCivil promised,
                                   const char *zone,
                                   FtCause cause,
                                   gint64 now);

/* One of the four steps (C7). */
FtEdit *ft_gesture_tick_step (FtPromiseData *promise, FtStep step, gboolean done);

/* Several promises to a lead at once: the contacts in the gap before a far one (A2). (element-type FtPromiseData) */
FtEdit *ft_gesture_add_promises (FtLeadData *lead, GPtrArray *promises, gint64 now);
/* The same beside what else @edit does. */
void ft_gesture_also_promise (FtEdit *edit, gint64 lead_id, GPtrArray *promises, gint64 now);
/* One of them, at the time of day of @far; (transfer full). @piece_id: what it will bring, or 0. */
FtPromiseData *ft_gap_new_promise (const FtPromiseData *far, const FtGapContact *gap, gint64 piece_id);

/* A romance piece added (its id is 0) or changed (A5). */
FtEdit *ft_gesture_put_piece (FtPieceData *piece);

G_END_DECLS
