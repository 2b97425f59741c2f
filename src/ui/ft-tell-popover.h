#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtTellPopover:
 *
 * Another promised time is a renegotiation (C3): asks, in place, whether the customer knows. "Told Them" moves
 * the promise; "Copy Message" does so too and leaves the words to send on the clipboard; "Not Yet" moves it and
 * makes telling them a promise of its own. Closing it changes nothing.
 */
#define FT_TYPE_TELL_POPOVER (ft_tell_popover_get_type ())
G_DECLARE_FINAL_TYPE (FtTellPopover, ft_tell_popover, FT, TELL_POPOVER, GtkPopover)

GtkWidget *ft_tell_popover_new (void);
/* Asks about another promised time, in the promise's own zone, at a place of its parent. */
void ft_tell_popover_ask (FtTellPopover *self,
                          FtDesk *desk,
                          FtPromise *promise,
                          FtCivil promised,
                          const GdkRectangle *at);

G_END_DECLS
