#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtEntryRow:
 *
 * One line of what is behind a figure: a promise or a contact, and whose it is; or a lead, and what is
 * promised to it now.
 */
typedef struct
{
  FtLeadData *lead;       /* owned, partial as in the calendar */
  FtPromiseData *promise; /* owned; NULL for a contact, and for a lead without one */
  FtContactData *contact; /* owned; NULL for a promise, and for a lead */
  gboolean bought;        /* of a piece given: they bought then or later (A5) */
} FtEntryRow;

/* For one of both, or for the lead alone. */
FtEntryRow *ft_entry_row_new (FtLeadData *lead, FtPromiseData *promise, FtContactData *contact);
FtEntryRow *ft_entry_row_ref (FtEntryRow *row);
void ft_entry_row_unref (FtEntryRow *row);
/* Whether it reads the same. */
gboolean ft_entry_row_equal (const FtEntryRow *a, const FtEntryRow *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtEntryRow, ft_entry_row_unref)

G_END_DECLS
