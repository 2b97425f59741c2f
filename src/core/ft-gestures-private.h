#pragma once

#include "core/ft-edit.h"

G_BEGIN_DECLS

/* What ft-gestures.c has for ft-outcomes.c. */

G_GNUC_PRINTF (1, 2) FtEdit *ft_gesture_new_edit (const char *format, ...);
/* @promise may be NULL. */
void ft_gesture_put_new_promise (FtEdit *edit, FtPromiseData *promise, gint64 lead_id, gint64 now);
void ft_gesture_put_done_promise (FtEdit *edit, FtPromiseData *promise, FtPromiseState state, gint64 at);
/* As ft_gesture_log_contact (); @changed (nullable): a copy of @lead to be written, in any case. */
FtEdit *ft_gesture_log (FtLeadData *lead,
                        FtLeadData *changed,
                        FtPromiseData *promise,
                        FtContactData *contact,
                        FtPromiseData *next,
                        gint64 now);

G_END_DECLS
