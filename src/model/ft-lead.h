#pragma once

#include <glib-object.h>

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtLead:
 *
 * A row of the lead list: an #FtLeadRow that is replaced when the lead changes, with what widgets bind to.
 * There is one object per lead and list while anybody holds it; before its page has arrived it is
 * "loading" and its texts are empty.
 *
 * Properties, all read-only: "id" (int64), "loading", "name", "company", "purpose", "when" (the short
 * time of the next promise, "No promise" if an open lead has none), "channel" (FtChannel as int), "late",
 * "dots" (uint, 0 … 5 contacts, D4), "state" (FtLeadState as int), "summary" (everything in one
 * sentence for a screen reader).
 */
#define FT_TYPE_LEAD (ft_lead_get_type ())
G_DECLARE_FINAL_TYPE (FtLead, ft_lead, FT, LEAD, GObject)

gint64 ft_lead_get_id (FtLead *self);
/* NULL while loading. Borrowed. */
FtLeadRow *ft_lead_get_row (FtLead *self);

G_END_DECLS
