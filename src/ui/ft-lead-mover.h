#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the leads of @list, an ancestor of #FtLeadListRow, by the pointer to a calendar within @overlay, for a promise
 * to them there (ft-drag-move.h). A finger scrolls the list. */
void ft_lead_mover_add (GtkWidget *list, GtkOverlay *overlay);

G_END_DECLS
