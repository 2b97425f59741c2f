#pragma once

#include "core/ft-day-off.h"
#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtEdit:
 *
 * One gesture's worth of change: the records to write, and to remove, in one transaction that is
 * one step of undo. The only way anything is ever written: adding, editing, logging a call and
 * dragging make an #FtEdit, ft_store_apply_async () carries it out.
 *
 * Records are written whole. A new record has a negative id from ft_edit_new_id (), by which other
 * records of the same edit may name it; the store gives it its real one.
 */
typedef struct _FtEdit FtEdit;

/* @label: what the undo button says, translated: "Add Anna Berg". */
FtEdit *ft_edit_new (const char *label);
FtEdit *ft_edit_ref (FtEdit *self);
void ft_edit_unref (FtEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtEdit, ft_edit_unref)

gint64 ft_edit_new_id (FtEdit *self);
void ft_edit_put_lead (FtEdit *self, FtLeadData *lead);
void ft_edit_put_promise (FtEdit *self, FtPromiseData *promise);
void ft_edit_put_contact (FtEdit *self, FtContactData *contact);
void ft_edit_put_piece (FtEdit *self, FtPieceData *piece);
void ft_edit_put_day_off (FtEdit *self, FtDayOffData *day_off);
void ft_edit_put_sale (FtEdit *self, FtSaleData *sale);
/* Removes a lead with all its promises, contacts and sales. */
void ft_edit_remove_lead (FtEdit *self, gint64 id);
void ft_edit_remove_promise (FtEdit *self, gint64 id);
void ft_edit_remove_contact (FtEdit *self, gint64 id);
void ft_edit_remove_day_off (FtEdit *self, gint64 id);
/* Removes a sale with the steps of its checklist. */
void ft_edit_remove_sale (FtEdit *self, gint64 id);

const char *ft_edit_get_label (FtEdit *self);
GPtrArray *ft_edit_get_leads (FtEdit *self);    /* FtLeadData, borrowed, in the order put */
GPtrArray *ft_edit_get_promises (FtEdit *self); /* FtPromiseData, borrowed */
GPtrArray *ft_edit_get_contacts (FtEdit *self); /* FtContactData, borrowed */
GPtrArray *ft_edit_get_pieces (FtEdit *self);   /* FtPieceData, borrowed */
GPtrArray *ft_edit_get_days_off (FtEdit *self); /* FtDayOffData, borrowed */
GPtrArray *ft_edit_get_sales (FtEdit *self);    /* FtSaleData, borrowed */
GArray *ft_edit_get_removed_leads (FtEdit *self);    /* gint64, borrowed */
GArray *ft_edit_get_removed_promises (FtEdit *self); /* gint64, borrowed */
GArray *ft_edit_get_removed_contacts (FtEdit *self); /* gint64, borrowed */
GArray *ft_edit_get_removed_days_off (FtEdit *self); /* gint64, borrowed */
GArray *ft_edit_get_removed_sales (FtEdit *self);    /* gint64, borrowed */
gboolean ft_edit_is_empty (FtEdit *self);

G_END_DECLS
