#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* Instants are derived from civil times by the rules of their zones, and rules change: a government
 * decides, a traveller arrives. What each zone meant when its promises were last derived is kept, and
 * compared when the database is opened and when the clock's zone changes. */

/* An open promise is in this zone. */
void ft_zones_see (FtDatabase *database, const char *zone);
/* Derives anew, in a transaction of its own, the instants of all open promises in zones that mean something
 * else now. Returns whether there were any. */
gboolean ft_zones_renew (FtDatabase *database);

G_END_DECLS
