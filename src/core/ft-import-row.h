#pragma once

#include "core/ft-day-off.h"
#include "core/ft-records.h"

G_BEGIN_DECLS

/**
 * FtImportRow:
 * @file: what the user calls the file; for messages
 * @line: the line of @file on which the row begins, from 1
 * @lead: with uid "" if the source has none; promises and contacts go with it (lead_id is ignored)
 * @promises: FtPromiseData or NULL; an id, if any, is negative and serves only @contacts of this row
 * @contacts: FtContactData or NULL; promise_id is 0 or the id of one of @promises
 * @sales: FtSaleData or NULL; ids are negative, and name the sale in @promises of this row
 * @pieces: FtPieceData or NULL; ids are negative, and name the same piece in @promises and @contacts of this row
 *   and of all after it
 * @days_off: FtDayOffData or NULL
 * @whole: the file knows all about @lead: what it does not say is promised, is not
 * @settings: names and values (strings) or NULL; what is set already is not overwritten
 * @attachment: the content of a file that a piece names by its hash, or NULL; comes alone
 * @reason: why this row cannot be taken, translated; NULL if it can
 *
 * One row of an import (@lead may be NULL if it brings only pieces, days off, settings or an attachment), on its way from a file to the store. All
 * fields are owned.
 */
typedef struct
{
  char *file;
  guint line;
  FtLeadData *lead;
  GPtrArray *promises;
  GPtrArray *contacts;
  GPtrArray *sales;
  GPtrArray *pieces;
  GPtrArray *days_off;
  GHashTable *settings;
  GBytes *attachment;
  gboolean whole;
  char *reason;
} FtImportRow;

/* Frees what is in @row, which can be filled again then. */
void ft_import_row_clear (FtImportRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FtImportRow, ft_import_row_clear)

/* The next row into the cleared @row; FALSE at the end, or with @error set. Called on the database's
 * thread, and nowhere else while the import runs. @fraction: how much has been read, 0 … 1. */
typedef gboolean (*FtImportNext) (gpointer source, FtImportRow *row, double *fraction, GError **error);

G_END_DECLS
