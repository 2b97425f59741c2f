#pragma once

#include "remind/ft-notifier.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtAnnouncer:
 *
 * Tells of what is told of once a day: in the morning what is late and due, and on the evening before days away what is
 * to be promised anew (E6). What was told of is on record; with nothing to tell, that is.
 *
 * Signals: "told": the record has changed; "refused": nobody showed it, and it is to be tried again.
 */
#define FT_TYPE_ANNOUNCER (ft_announcer_get_type ())
G_DECLARE_FINAL_TYPE (FtAnnouncer, ft_announcer, FT, ANNOUNCER, GObject)

FtAnnouncer *ft_announcer_new (FtStore *store, FtNotifier *notifier);
/* When there will be something to tell: seconds since 1970, UTC, or FT_RING_NEVER. */
gint64 ft_announcer_get_next (FtAnnouncer *self, const FtDue *due);
/* Tells what is to be told of now. */
void ft_announcer_tell (FtAnnouncer *self, const FtDue *due);
/* Takes both away. */
void ft_announcer_withdraw (FtAnnouncer *self);

G_END_DECLS
