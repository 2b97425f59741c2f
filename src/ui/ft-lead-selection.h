#pragma once

#include <gtk/gtk.h>

#include "model/ft-lead-list.h"

G_BEGIN_DECLS

/**
 * FtLeadSelection:
 *
 * The one selected lead of a list, known by its id: so the selection survives whatever happens to the list, and
 * comes back with the lead. #GtkSingleSelection knows an item by its object and, when a list is replaced, makes
 * an object of every row to look for it: a second's wait in a million.
 *
 * When the list becomes another list (another filter, another search), a replacement is passed on as a removal and
 * an addition, or a view would look for its old place among all that is new in just that way.
 *
 * Property: "lead-id" (int64, settable, 0 for none). Signals: "picked" (gint64): the user selected this lead, or
 * selected it again; "renewed": it is another list now.
 */
#define FT_TYPE_LEAD_SELECTION (ft_lead_selection_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadSelection, ft_lead_selection, FT, LEAD_SELECTION, GObject)

FtLeadSelection *ft_lead_selection_new (FtLeadList *list);
void ft_lead_selection_set_lead_id (FtLeadSelection *self, gint64 lead_id);
gint64 ft_lead_selection_get_lead_id (FtLeadSelection *self);
/* Where the selected lead is, GTK_INVALID_LIST_POSITION if not in the list. */
guint ft_lead_selection_get_position (FtLeadSelection *self);

G_END_DECLS
