#pragma once

#include "core/ft-civil.h"

G_BEGIN_DECLS

/* The offsets of one zone through time: what civil times are turned into instants with. */
typedef struct _FtZone FtZone;

/* The zone of an IANA name, of "" and NULL the computer's own; of one this computer does not know
 * its own, too. Lives as long as the program; from any thread, and cheap to ask again. */
const FtZone *ft_zone_lookup (const char *zone);
/* Seconds to add to an instant to get what the clock shows. */
gint32 ft_zone_get_offset (const FtZone *zone, gint64 instant);
/* The first instant after @instant from which on that is another; G_MAXINT64 if there is none. */
gint64 ft_zone_next_change (const FtZone *zone, gint64 instant);
/* The instant at which the clock shows @wall (seconds since 1970, as if in UTC); @second: in its
 * second pass where it has two. */
gint64 ft_zone_to_instant (const FtZone *zone, gint64 wall, gboolean second, FtCivilKind *kind);
/* Looks again which zone the computer is in. Returns: whether it is another one. */
gboolean ft_zone_refresh_local (void);

G_END_DECLS
