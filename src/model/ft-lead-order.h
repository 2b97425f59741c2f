#pragma once

#include <gio/gio.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtLeadOrder:
 *
 * Which leads a query has, in its order, as ids; kept so while the store changes and time passes.
 *
 * One request to the store is under way at a time. What it answered about is put in place before the next
 * is asked, and an answer to a query that was replaced in the meantime is dropped.
 *
 * Properties, read-only: "busy", "truncated", "error", as of #FtLeadList.
 * Signal "changed" (uint position, uint removed, uint added): as items-changed, the ids first.
 */
#define FT_TYPE_LEAD_ORDER (ft_lead_order_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadOrder, ft_lead_order, FT, LEAD_ORDER, GObject)

FtLeadOrder *ft_lead_order_new (FtStore *store);
/* Borrowed until the next "changed": an array of gint64. */
GArray *ft_lead_order_get_ids (FtLeadOrder *self);
/* Another query; its ids take the place of those of the one before when they come. */
void ft_lead_order_set_query (FtLeadOrder *self, FtLeadFilter filter, const char *search);
void ft_lead_order_set_piece_query (FtLeadOrder *self, FtLeadFilter filter, const char *search, gint64 piece_id);
void ft_lead_order_renew (FtLeadOrder *self);
gboolean ft_lead_order_get_busy (FtLeadOrder *self);
gboolean ft_lead_order_get_truncated (FtLeadOrder *self);
const char *ft_lead_order_get_error (FtLeadOrder *self);

G_END_DECLS
