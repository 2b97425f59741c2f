#pragma once

#include "core/ft-day-off.h"
#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* One record at a time, within a transaction that somebody else began: its rules are checked, and what breaks
 * them fails the database. What it names exists, and by the ids in the database. */

/* Whether a name is none. */
gboolean ft_write_is_blank (const char *text);

/* A new one, which gets its id, uid and times. A lead is returned as it is stored (transfer full), of the others
 * the id. */
FtLeadData *ft_write_new_lead (FtDatabase *database, const FtLeadData *lead);
gint64 ft_write_new_piece (FtDatabase *database, const FtPieceData *piece);
void ft_write_new_day_off (FtDatabase *database, const FtDayOffData *day_off);
gint64 ft_write_new_promise (FtDatabase *database,
                             const FtPromiseData *promise,
                             gint64 lead_id,
                             gint64 piece_id,
                             gint64 sale_id);
gint64 ft_write_new_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id);
gint64 ft_write_new_contact (FtDatabase *database,
                             const FtContactData *contact,
                             gint64 lead_id,
                             gint64 promise_id,
                             gint64 piece_id);

/* A known one, written if it differs. Its uid and when it was made stay what they are. */
void ft_write_lead (FtDatabase *database, const FtLeadData *lead);
void ft_write_piece (FtDatabase *database, const FtPieceData *piece);
void ft_write_day_off (FtDatabase *database, const FtDayOffData *day_off);
void ft_write_promise (FtDatabase *database,
                       const FtPromiseData *promise,
                       gint64 lead_id,
                       gint64 piece_id,
                       gint64 sale_id);
void ft_write_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id);
void ft_write_contact (FtDatabase *database,
                       const FtContactData *contact,
                       gint64 lead_id,
                       gint64 promise_id,
                       gint64 piece_id);

/* Fails the database: why, in the user's words. */
void ft_write_refuse (FtDatabase *database, const char *message);
/* The same for what names a record that is gone. */
void ft_write_refuse_missing (FtDatabase *database);

G_END_DECLS
