#pragma once

#include "core/ft-concerns.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtRoom:
 *
 * Whether there is room for a promise about to be made: what else is promised that day (B6, E10). Give it the
 * promise as it is being edited; it reads the days around it, follows the store, and notifies "concerns".
 *
 * Properties: "concerns" (notify only; use ft_room_get_concerns ()).
 */
#define FT_TYPE_ROOM (ft_room_get_type ())
G_DECLARE_FINAL_TYPE (FtRoom, ft_room, FT, ROOM, GObject)

FtRoom *ft_room_new (FtStore *store);
/* @promise (nullable) is copied; its derived instants need not be right. */
void ft_room_set_promise (FtRoom *self, const FtPromiseData *promise);
/* (element-type FtConcern): of room only, empty while nothing is known. Borrowed until the next notify. */
GArray *ft_room_get_concerns (FtRoom *self);

G_END_DECLS
