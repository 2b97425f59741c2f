#pragma once

#include "core/ft-change-set.h"
#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* What lists, cards and the calendar show. All (transfer full). */
FtLeadRow *ft_read_row (FtDatabase *database, gint64 lead_id); /* or NULL */
GPtrArray *ft_read_rows (FtDatabase *database, const gint64 *ids, guint n_ids);
FtLeadCard *ft_read_card (FtDatabase *database, gint64 lead_id, guint n_contacts); /* or NULL */
GPtrArray *ft_read_promises (FtDatabase *database, gint64 from, gint64 to, guint limit);
GPtrArray *ft_read_calendar (FtDatabase *database, gint64 after, gint64 kept_since, guint limit);
GPtrArray *ft_read_pieces (FtDatabase *database); /* of FtPieceRow */
/* The ids of the board (gint64), rows of it (FtSaleRow or NULL), and cards to write (FtPromiseRow). */
GArray *ft_read_open_sales (FtDatabase *database);
GPtrArray *ft_read_sales (FtDatabase *database, const gint64 *ids, guint n_ids);
GPtrArray *ft_read_cards (FtDatabase *database, gint64 before, guint limit);
/* Of those that exist, with all of their leads: what a reminder tells. */
GPtrArray *ft_read_whole_rows (FtDatabase *database, const gint64 *promise_ids, guint n_ids);

/* Fills in the rows of the touched leads, or says "everything". */
void ft_read_change (FtDatabase *database, FtChangeSet *change);

G_END_DECLS
