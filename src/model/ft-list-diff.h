#pragma once

#include <glib.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtListRun:
 *
 * One items-changed: valid once those before it have been carried out.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} FtListRun;

typedef gboolean (*FtListSame) (gconstpointer a, gconstpointer b);

/* How to get from one list of @size byte elements to another, as few and as small runs as can be found
 * quickly; lists with little in common give one. (transfer full) GArray of FtListRun. */
GArray *ft_list_diff (GArray *from, GArray *to, FtListSame same);

gboolean ft_list_same_id (gconstpointer a, gconstpointer b);
/* Carries a run out on a GArray of gint64; @added: its new ids. */
void ft_list_splice_ids (GArray *ids, FtListRun run, const gint64 *added);

/* How to get to the list that placing the touched leads gives; the ids that the runs add are appended to
 * @added. (transfer full) GArray of FtListRun. */
GArray *ft_list_place (GArray *ids, GArray *touched, GArray *places, GArray *added);

G_END_DECLS
