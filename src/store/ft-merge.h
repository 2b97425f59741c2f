#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* @stored with what is new in @row, or NULL if nothing is: empty fields are filled, telephone numbers, addresses,
 * facts and asks not there yet are added, other notes are put below; nothing is ever overwritten.
 * (transfer full) (nullable) */
FtLeadData *ft_merge_lead (const FtLeadData *stored, const FtLeadData *row);

/* Whether two promises, or contacts, of one lead are the same one, come again. */
gboolean ft_merge_is_same_promise (const FtPromiseData *a, const FtPromiseData *b);
gboolean ft_merge_is_same_contact (const FtContactData *a, const FtContactData *b);

G_END_DECLS
