#pragma once

#include "core/ft-change-set.h"
#include "core/ft-edit.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Carries out an edit in a transaction of its own. (transfer full), or NULL and the database has failed. */
FtChangeSet *ft_write_edit (FtDatabase *database, FtEdit *edit);

/* Whether a name is none. */
gboolean ft_write_is_blank (const char *text);

/* One record, which gets its id, uid and times. Rules are checked; what breaks them fails the database.
 * A lead is returned as it is stored (transfer full), of the others the id. */
FtLeadData *ft_write_new_lead (FtDatabase *database, const FtLeadData *lead);
gint64 ft_write_new_piece (FtDatabase *database, const FtPieceData *piece);
void ft_write_new_day_off (FtDatabase *database, const FtDayOffData *day_off);
gint64 ft_write_new_promise (FtDatabase *database, const FtPromiseData *promise, gint64 lead_id, gint64 piece_id, gint64 sale_id);
gint64 ft_write_new_sale (FtDatabase *database, const FtSaleData *sale, gint64 lead_id);
gint64 ft_write_new_contact (FtDatabase *database,
                             const FtContactData *contact,
                             gint64 lead_id,
                             gint64 promise_id,
                             gint64 piece_id);

G_END_DECLS
