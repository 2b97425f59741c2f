#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtCalledPopover:
 *
 * "They called" (C1): who it was, by name or number, or somebody new; one press logs their call and promises to call
 * back within the hour.
 *
 * Signal "show-lead" (gint64): it is on disk, go to this lead.
 */
#define FT_TYPE_CALLED_POPOVER (ft_called_popover_get_type ())
G_DECLARE_FINAL_TYPE (FtCalledPopover, ft_called_popover, FT, CALLED_POPOVER, GtkPopover)

GtkWidget *ft_called_popover_new (FtDesk *desk);

G_END_DECLS
