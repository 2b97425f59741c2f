#pragma once

#include "core/ft-checklist.h"
#include "core/ft-edit.h"

G_BEGIN_DECLS

/* After the sale (B11, D8): which promises it makes, and what becomes of them. Pure functions of records, the time
 * and the settings. Each gesture is one edit, and so one step of undo: a sale undone takes its checklist with it.
 * @now: an instant; @zone: the user's. */

/**
 * ft_sale_suggest:
 *
 * The sale that can be logged without another word: sold now, with the checklist of their last sale, else the
 * first; its delivery as that has it, the value open, the benefit that stands first on the card (E3).
 *
 * Returns: (transfer full):
 */
FtSaleData *ft_sale_suggest (const FtLeadCard *card, const FtSettings *settings, gint64 now, const char *zone);

/* The lead's latest sale that waits for its delivery. Borrowed, or NULL. */
FtSaleData *ft_sale_find_undelivered (const FtLeadCard *card);
FtSaleData *ft_sale_find (const FtLeadCard *card, gint64 sale_id);

/* Until when it is promised: as the open promise says, which may have been moved elsewhere, else as was agreed at the
 * sale; 0 if there is nothing to deliver. */
gint32 ft_sale_get_delivery_day (const FtSaleData *sale, GPtrArray *promises);

/* The friendly call that a customer always has ahead (D8); (transfer full). */
FtPromiseData *ft_sale_new_friendly (const FtLeadData *lead, const FtSettings *settings, gint64 now, const char *zone);
/* Whether another than @but is open among @promises. @but may be NULL. */
gboolean ft_sale_has_friendly (GPtrArray *promises, const FtPromiseData *but);

/* The steps that come when it is delivered, of a sale that is not, but for those that are among @promises. Borrowed from @checklist, in an array of yours.
 * (element-type FtChecklistStep) */
GPtrArray *ft_sale_get_coming (const FtSaleData *sale, GPtrArray *promises, const FtChecklist *checklist);

/**
 * ft_gesture_sold:
 * @promise: (nullable): the open promise it came of
 * @contact: as for ft_gesture_log_outcome ()
 * @sale: as suggested, or changed
 *
 * Returns: (transfer full): the sale, its checklist, the contact, and the lead a customer
 */
FtEdit *ft_gesture_sold (const FtLeadCard *card,
                         FtPromiseData *promise,
                         FtContactData *contact,
                         FtSaleData *sale,
                         const FtSettings *settings,
                         gint64 now,
                         const char *zone);

/**
 * ft_gesture_delivered:
 * @lead: whose
 * @sale: which
 * @promises: (element-type FtPromiseData): the open ones of the sale among them
 * @contact: (nullable): when it was handed over; its promise is the delivery
 * @call: (nullable): the call to make after it, else as the checklist has it
 *
 * Returns: (transfer full): the delivery kept as promised, the call on the next working day and the second
 *   card made
 */
FtEdit *ft_gesture_delivered (const FtLeadData *lead,
                              FtSaleData *sale,
                              GPtrArray *promises,
                              FtContactData *contact,
                              FtPromiseData *call,
                              const FtSettings *settings,
                              gint64 now,
                              const char *zone);

/**
 * ft_gesture_tick_sale_step:
 *
 * A step is done: a card is written, a call was made (and logged), the delivery happened. A friendly call
 * books the next one (D8).
 *
 * Returns: (transfer full):
 */
FtEdit *ft_gesture_tick_sale_step (const FtLeadData *lead,
                                   FtSaleData *sale,
                                   GPtrArray *promises,
                                   FtPromiseData *step,
                                   const FtSettings *settings,
                                   gint64 now,
                                   const char *zone);

/* Ticked by mistake: it is open again. */
FtEdit *ft_gesture_untick_sale_step (FtPromiseData *step);

/**
 * ft_gesture_skip_sale_step:
 * @reason: why it will not be done
 *
 * The other arguments are those of ft_gesture_tick_sale_step (). What waits for a delivery that is skipped is due now,
 * as where nothing is to be delivered: the call and the second card do not get lost with it (B11).
 *
 * Returns: (transfer full):
 */
FtEdit *ft_gesture_skip_sale_step (const FtLeadData *lead,
                                   FtSaleData *sale,
                                   GPtrArray *promises,
                                   FtPromiseData *step,
                                   const char *reason,
                                   const FtSettings *settings,
                                   gint64 now,
                                   const char *zone);
/* A step of one's own, due on @day. */
FtEdit *ft_gesture_add_sale_step (FtSaleData *sale, const char *text, gint32 day, const FtSettings *settings, gint64 now, const char *zone);

/**
 * ft_gesture_edit_sale:
 * @sale: changed, with the id of one that is stored
 *
 * What was bought, for how much, until when. Another day of delivery moves its promise: what they were told before
 * is kept as moved, unless it was only assumed. Without a day what waits for the delivery is due now, as if it were
 * skipped.
 *
 * Returns: (transfer full):
 */
FtEdit *ft_gesture_edit_sale (const FtLeadData *lead,
                              FtSaleData *sale,
                              GPtrArray *promises,
                              const FtSettings *settings,
                              gint64 now,
                              const char *zone);
/* The checklist of another kind of sale: open steps give way to its own. */
FtEdit *ft_gesture_change_checklist (const FtLeadData *lead,
                                     FtSaleData *sale,
                                     const FtChecklist *checklist,
                                     GPtrArray *promises,
                                     const FtSettings *settings,
                                     gint64 now,
                                     const char *zone);
/* Who else should know (D8). @words: whom they named, or what they said. */
FtEdit *ft_gesture_set_referral (FtSaleData *sale, FtReferral referral, const char *words);
/* A sale that never was, with its steps; @card's lead is open again if it had no other. */
FtEdit *ft_gesture_remove_sale (const FtLeadCard *card, FtSaleData *sale);

/* What a card can begin with, to be written by hand; (transfer full). @second: after the delivery. */
char *ft_sale_card_words (const FtLeadData *lead, const FtSaleData *sale, gboolean second);

G_END_DECLS
