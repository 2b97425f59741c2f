#pragma once

#include <gio/gio.h>

#include "model/ft-lead.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtLeadList:
 *
 * A GListModel of #FtLead over a query. It holds the ids of all of them (8 bytes a lead) and makes objects
 * for those asked for only, reading their rows a page at a time. It follows the store by itself: a
 * change is one or two precise items-changed, never clear and refill. It follows the clock when that is
 * set; as time passes, whoever knows when a count changes calls ft_lead_list_renew ().
 *
 * Properties: "filter" (FtLeadFilter as int), "search" (string), both settable; "busy" (a query is under
 * way), "truncated" (a search found more than FT_SEARCH_LIMIT), "error" (string or NULL).
 */
#define FT_TYPE_LEAD_LIST (ft_lead_list_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadList, ft_lead_list, FT, LEAD_LIST, GObject)

FtLeadList *ft_lead_list_new (FtStore *store);
/* The open leads that have not had a piece (A5); a filter or a search is not for this one. */
FtLeadList *ft_lead_list_new_not_given (FtStore *store);
void ft_lead_list_set_piece (FtLeadList *self, gint64 piece_id);
void ft_lead_list_set_filter (FtLeadList *self, FtLeadFilter filter);
FtLeadFilter ft_lead_list_get_filter (FtLeadList *self);
void ft_lead_list_set_search (FtLeadList *self, const char *search);
const char *ft_lead_list_get_search (FtLeadList *self);
gboolean ft_lead_list_get_busy (FtLeadList *self);
/* Time has passed: what has become late, or is due on another day by now, moves. */
void ft_lead_list_renew (FtLeadList *self);
/* The position of a lead, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint ft_lead_list_find (FtLeadList *self, gint64 lead_id);
gint64 ft_lead_list_get_id_at (FtLeadList *self, guint position); /* 0 beyond the end */

G_END_DECLS
