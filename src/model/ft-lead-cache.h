#pragma once

#include <gio/gio.h>

#include "model/ft-lead-order.h"
#include "model/ft-lead.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtLeadCache:
 *
 * The objects of an order of leads: one per lead while anybody holds it, and the last %FT_LEAD_CACHE_KEPT used
 * so that scrolling back finds them. Rows are read a page at a time, for the objects somebody still
 * holds when the reading starts: what was scrolled past is never read.
 *
 * Signal "failed" (GError *): rows could not be read; asking for the leads again tries again.
 */
#define FT_LEAD_CACHE_KEPT 256
#define FT_LEAD_CACHE_PAGE 64

#define FT_TYPE_LEAD_CACHE (ft_lead_cache_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadCache, ft_lead_cache, FT, LEAD_CACHE, GObject)

FtLeadCache *ft_lead_cache_new (FtStore *store, FtLeadOrder *order);
/* (transfer full) the lead at a position of the order */
FtLead *ft_lead_cache_get (FtLeadCache *self, guint position);
/* What a change brought, of the leads that are held. */
void ft_lead_cache_take_rows (FtLeadCache *self, GPtrArray *rows);
/* Anything may have changed: read what is held again. */
void ft_lead_cache_read_again (FtLeadCache *self);
/* Time has passed. */
void ft_lead_cache_renew (FtLeadCache *self);
/* How many objects there are. */
guint ft_lead_cache_get_n_alive (FtLeadCache *self);

G_END_DECLS
