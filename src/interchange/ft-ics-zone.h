#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* Whether a time in this zone is written in UTC: it needs no description. */
gboolean ft_ics_zone_is_utc (const char *zone);
/* What the clocks of @zone (an IANA name) do from one instant to another, by the rules this program itself
 * keeps promises by; (transfer full): a VTIMEZONE with that name. */
icalcomponent *ft_ics_zone_describe (const char *zone, gint64 from, gint64 to);
/* @instant as a clock @offset seconds ahead of UTC shows it: of no zone; with 0, of UTC if @utc. */
struct icaltimetype ft_ics_time (gint64 instant, gint32 offset, gboolean utc);

G_END_DECLS
