#pragma once

#include "remind/ft-notifier.h"
#include "remind/ft-session.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtReminder:
 *
 * Reminds of every promise whose time has come (B6, C6), with the window open or closed. The database
 * is the truth, asked at start, after every change, when the next reminder comes by the wall clock,
 * when that is set or in another zone, and after the machine slept. What was shown is written down
 * only when the service has it: a notification is never the record.
 *
 * Property "next" (int64, notify only): the instant of the next reminder, %FT_RING_NEVER for none.
 */
#define FT_TYPE_REMINDER (ft_reminder_get_type ())
G_DECLARE_FINAL_TYPE (FtReminder, ft_reminder, FT, REMINDER, GObject)

/* @store must be open. */
FtReminder *ft_reminder_new (FtStore *store, FtNotifier *notifier, FtSession *session);
gint64 ft_reminder_get_next (FtReminder *self);
FtStore *ft_reminder_get_store (FtReminder *self);
FtNotifier *ft_reminder_get_notifier (FtReminder *self);
/* What a notification may say now. */
FtNoticePrivacy ft_reminder_get_privacy (FtReminder *self);

/* "10 Minutes": takes the reminder away, and rings it again then, after a restart too. */
void ft_reminder_snooze (FtReminder *self, gint64 promise_id);
/* No more mornings, nor evenings before days away: one click in the notification. */
void ft_reminder_stop_mornings (FtReminder *self);

G_END_DECLS
