#pragma once

#include "store/ft-database.h"
#include "store/ft-index.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/* The ids of a query in its order. (transfer full) GArray of gint64 */
GArray *ft_query_leads (FtDatabase *database, const FtLeadQuery *query, guint limit);
/* (transfer full) GArray of FtPlace */
GArray *ft_query_places (FtDatabase *database, const FtLeadQuery *query, GArray *ids, GArray *touched);
FtCounts ft_query_counts (FtDatabase *database, const FtDayBounds *bounds);

/* ft-search.c: the same for a query with words. */
GArray *ft_search_leads (FtDatabase *database, const FtLeadQuery *query, guint limit);

/**
 * FtSortKey:
 *
 * A lead's place in the order of a list; leads compare by @group, @at, and id.
 */
typedef struct
{
  gint64 id;
  int group; /* -1: not in the list */
  gint64 at;
} FtSortKey;

/* The same in ALL, where closed ones come last, by where the lead stands. */
FtSortKey ft_query_get_key_in_all (const FtStanding *standing, gint64 lead_id, const FtDayBounds *bounds);
int ft_sort_key_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
