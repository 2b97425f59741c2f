#pragma once

#include <gtk/gtk.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtLeadPane:
 *
 * The list of the desk: search, filters, leads. It follows the card: the lead shown is the one selected, and in sight.
 *
 * Signal: "picked" (gint64): the user chose this lead with the pointer or with Enter, and wants to see it; the desk
 * shows it already.
 */
#define FT_TYPE_LEAD_PANE (ft_lead_pane_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadPane, ft_lead_pane, FT, LEAD_PANE, GtkWidget)

GtkWidget *ft_lead_pane_new (void);
void ft_lead_pane_set_desk (FtLeadPane *self, FtDesk *desk);
void ft_lead_pane_focus_search (FtLeadPane *self);
/* As if @text had been typed into the search. */
void ft_lead_pane_search (FtLeadPane *self, const char *text);
/* Ends a search at once, in the entry and in the list. */
void ft_lead_pane_clear_search (FtLeadPane *self);
/* Puts the focus into the list. */
void ft_lead_pane_focus_list (FtLeadPane *self);

G_END_DECLS
