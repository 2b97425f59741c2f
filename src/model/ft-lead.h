#pragma once

#include <glib-object.h>

#include "core/ft-clock.h"
#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtLead:
 *
 * A row of the lead list: an #FtLeadRow that is replaced when the lead changes, with what widgets bind to.
 * There is one object per lead and list while anybody holds it; before its page has arrived it is
 * "loading" and its texts are empty.
 *
 * Properties, all read-only: "id" (int64), "loading", "name", "company", "purpose", "when" (the short
 * time of the next promise in the user's zone, with the promised time beside an earlier target; "No
 * promise" if an open lead has none), "channel" (FtChannel as int), "late", "dots" (uint, 0 … 5 contacts,
 * D4), "gauge" (FtGauge as int, from the last time they heard of me: never PEST; -1 while loading and of a
 * closed lead, E4), "state" (FtLeadState as int), "summary" (everything in one sentence for a screen reader).
 */
#define FT_TYPE_LEAD (ft_lead_get_type ())
G_DECLARE_FINAL_TYPE (FtLead, ft_lead, FT, LEAD, GObject)

FtLead *ft_lead_new (gint64 id);
gint64 ft_lead_get_id (FtLead *self);
/* NULL while loading. Borrowed. */
FtLeadRow *ft_lead_get_row (FtLead *self);
/* For the list that owns the lead: what is known of it now, and what @clock makes of it. The same row
 * again renews what time passing changes. */
void ft_lead_set_row (FtLead *self, FtLeadRow *row, FtClock *clock, const FtSettings *settings);

G_END_DECLS
