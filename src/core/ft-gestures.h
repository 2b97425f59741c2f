#pragma once

#include "core/ft-edit.h"

G_BEGIN_DECLS

/* What a gesture of the user means, as an #FtEdit: pure functions of records and the time. Each
 * returns a new edit (transfer full). @next is the promise booked in the same gesture, or NULL; its
 * id and lead are set here. */

/* A new lead with its promise (B1); @promise may be NULL. */
FtEdit *ft_gesture_add_lead (FtLeadData *lead, FtPromiseData *promise, gint64 now);

/* Fields of the lead edited in place. */
FtEdit *ft_gesture_edit_lead (FtLeadData *lead);

/* A contact was made or tried. @contact's outcome decides what becomes of @promise, the open promise
 * it was about or NULL: REACHED (and what includes it) keeps it; NO_ANSWER and THEY_WILL_CALL keep
 * it too when @next takes its place — the call was made as promised (B8, B9) — and leave it open
 * when there is no @next. */
FtEdit *ft_gesture_log_contact (FtLeadData *lead,
                                FtPromiseData *promise,
                                FtContactData *contact,
                                FtPromiseData *next,
                                gint64 now);

/* A promise made without a contact: dragged to the calendar, typed in the card. */
FtEdit *ft_gesture_add_promise (FtLeadData *lead, FtPromiseData *next, gint64 now);

/* The same promise at another target time only: free. */
FtEdit *ft_gesture_move_target (FtPromiseData *promise, FtCivil target);

/* Another promised time is another promise: the old one is kept as MOVED. */
FtEdit *ft_gesture_move_promise (FtPromiseData *promise, FtCivil promised, const char *zone, gint64 now);

/* Any field of a promise but its times. */
FtEdit *ft_gesture_edit_promise (FtPromiseData *promise);

/* The promise is not wanted any more. */
FtEdit *ft_gesture_cancel_promise (FtPromiseData *promise, gint64 now);

/* A closed lead comes back (D5): open again, what was said when it was closed stays in its notes; with
 * its promise, which may be NULL. */
FtEdit *ft_gesture_reopen_lead (FtLeadData *lead, FtPromiseData *next, gint64 now);

/* Delete what was entered by mistake, with all its promises and contacts. */
FtEdit *ft_gesture_remove_lead (FtLeadData *lead);

/* Days away (E6) or a public holiday, new or changed; they are no working days then. */
FtEdit *ft_gesture_put_day_off (FtDayOffData *day_off);
FtEdit *ft_gesture_remove_day_off (const FtDayOffData *day_off);

/* What was logged, corrected. */
FtEdit *ft_gesture_edit_contact (FtContactData *contact);

G_END_DECLS
