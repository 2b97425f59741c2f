#pragma once

#include "remind/ft-reminder.h"

G_BEGIN_DECLS

/**
 * FtKeeper:
 *
 * "Done" in a notification: logs the contact that was promised, which keeps the promise, books the next
 * one if there is none (B1), and says so with an Undo.
 */
#define FT_TYPE_KEEPER (ft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FtKeeper, ft_keeper, FT, KEEPER, GObject)

FtKeeper *ft_keeper_new (FtReminder *reminder);
void ft_keeper_keep (FtKeeper *self, gint64 lead_id, gint64 promise_id);
/* Takes back the last "Done", unless something else was changed since. */
void ft_keeper_undo (FtKeeper *self);

/* The edit that "Done" is; NULL if @promise_id is no open promise of @card. (transfer full)
 * @next: (out) (transfer full) (nullable): what is booked with it */
FtEdit *ft_keeper_edit (const FtLeadCard *card,
                        gint64 promise_id,
                        const FtSettings *settings,
                        gint64 now,
                        const char *zone,
                        FtPromiseData **next);

G_END_DECLS
