#pragma once

#include "store/ft-database.h"
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

FtSortKey ft_query_get_key (FtDatabase *database, const FtLeadQuery *query, gint64 lead_id);
int ft_sort_key_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
