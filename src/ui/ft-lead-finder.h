#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtLeadFinder:
 *
 * Finds out while one types whether somebody with this telephone number or e-mail address is known already,
 * however the number is written.
 *
 * Property: "lead" (notify only; use ft_lead_finder_get_lead ()).
 */
#define FT_TYPE_LEAD_FINDER (ft_lead_finder_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadFinder, ft_lead_finder, FT, LEAD_FINDER, GObject)

FtLeadFinder *ft_lead_finder_new (FtStore *store);
/* Looks for either; what was asked before is forgotten. */
void ft_lead_finder_look (FtLeadFinder *self, const char *phone, const char *email);
/* Borrowed; NULL if nobody has been found. */
FtLeadData *ft_lead_finder_get_lead (FtLeadFinder *self);

G_END_DECLS
