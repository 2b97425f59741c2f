#pragma once

#include <gtk/gtk.h>

#include "model/ft-lead.h"

G_BEGIN_DECLS

/**
 * FtLeadListRow:
 *
 * A lead in the list, in two lines of fixed height: who and when; what about and the five dots (D4).
 *
 * Property: "lead" (FtLead, settable, may be NULL).
 */
#define FT_TYPE_LEAD_LIST_ROW (ft_lead_list_row_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadListRow, ft_lead_list_row, FT, LEAD_LIST_ROW, GtkWidget)

GtkWidget *ft_lead_list_row_new (void);
void ft_lead_list_row_set_lead (FtLeadListRow *self, FtLead *lead);
FtLead *ft_lead_list_row_get_lead (FtLeadListRow *self); /* borrowed */

G_END_DECLS
