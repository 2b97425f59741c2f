#pragma once

#include "core/ft-records.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* Records as rows: reading and writing them whole. Nothing here begins a transaction, nor looks
 * after what is derived. */

/* (transfer full), or NULL if there is none (or the database has failed). */
FtLeadData *ft_record_read_lead (FtDatabase *database, gint64 id);
FtPromiseData *ft_record_read_promise (FtDatabase *database, gint64 id);
FtContactData *ft_record_read_contact (FtDatabase *database, gint64 id);
FtPieceData *ft_record_read_piece (FtDatabase *database, gint64 id);
FtSaleData *ft_record_read_sale (FtDatabase *database, gint64 id);

/* A promise from the columns promise.*, the first ones of @select. (transfer full) */
FtPromiseData *ft_record_column_promise (FtDatabase *database, FtStatement *select);
/* What lists and the calendar show of a lead, from FT_RECORD_PARTIAL_LEAD beginning with the column @first;
 * see ft_lead_data_new_partial (). (transfer full) */
#define FT_RECORD_PARTIAL_LEAD                                                                     \
  "lead.id, lead.uid, lead.name, lead.company, lead.zone, lead.channel, lead.state, "              \
  "lead.decision_day, lead.not_before_day, lead.interval, lead.created_at"
#define FT_RECORD_N_PARTIAL_LEAD 11
#define FT_RECORD_N_PROMISE 22
FtLeadData *ft_record_column_partial_lead (FtStatement *select, int first, gboolean with_reaches);
/* Fills in the telephone numbers and e-mail addresses. */
void ft_record_read_reaches (FtDatabase *database, FtLeadData *lead);

/* The promises of a lead by id. (transfer full) */
GPtrArray *ft_record_read_promises_of (FtDatabase *database, gint64 lead_id, gboolean only_open);
/* Its @limit (0: all) latest contacts, latest first. (transfer full) */
GPtrArray *ft_record_read_contacts_of (FtDatabase *database, gint64 lead_id, guint limit);
/* Its sales, latest first. (transfer full) */
GPtrArray *ft_record_read_sales_of (FtDatabase *database, gint64 lead_id);
/* The steps of its checklist by id. (transfer full) */
GPtrArray *ft_record_read_promises_of_sale (FtDatabase *database, gint64 sale_id);

/* New records, with the id they bring. */
void ft_record_insert_lead (FtDatabase *database, const FtLeadData *lead);
void ft_record_insert_promise (FtDatabase *database, const FtPromiseData *promise);
void ft_record_insert_contact (FtDatabase *database, const FtContactData *contact);
void ft_record_insert_piece (FtDatabase *database, const FtPieceData *piece);
void ft_record_insert_sale (FtDatabase *database, const FtSaleData *sale);

/* Records which exist. What they are called for ever, their uid, stays. @old: the lead as it is stored. */
void ft_record_update_lead (FtDatabase *database, const FtLeadData *lead, const FtLeadData *old);
void ft_record_update_promise (FtDatabase *database, const FtPromiseData *promise);
void ft_record_update_contact (FtDatabase *database, const FtContactData *contact);
void ft_record_update_piece (FtDatabase *database, const FtPieceData *piece);
void ft_record_update_sale (FtDatabase *database, const FtSaleData *sale);

/* With all that refers to them; a contact outlives the promise it was about. */
void ft_record_delete_lead (FtDatabase *database, gint64 id);
void ft_record_delete_promise (FtDatabase *database, gint64 id);
void ft_record_delete_contact (FtDatabase *database, gint64 id);
void ft_record_delete_sale (FtDatabase *database, gint64 id);

/* The instant of a civil time, "" being the zone of the computer as the running job knows it. */
gint64 ft_record_to_instant (FtDatabase *database, FtCivil civil, const char *zone);

G_END_DECLS
