#pragma once

#include "core/ft-away.h"
#include "model/ft-promise.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtAwayList:
 *
 * A GListModel of #FtPromise: the promises that fall into days on which the user will be away, to be promised anew
 * before leaving (E6). It follows the store and the days.
 *
 * Property "n-items" (notify only). Signal "failed" (GError *): they could not be read.
 */
#define FT_TYPE_AWAY_LIST (ft_away_list_get_type ())
G_DECLARE_FINAL_TYPE (FtAwayList, ft_away_list, FT, AWAY_LIST, GObject)

FtAwayList *ft_away_list_new (FtStore *store);
/* The times to promise instead, in the promise's zone; see ft_away_suggest (). Returns which of its times is in the
 * absence. */
FtAway
ft_away_list_suggest (FtAwayList *self, FtPromise *promise, FtCivil *before, FtCivil *after);

G_END_DECLS
