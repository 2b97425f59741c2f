#pragma once

#include <gio/gio.h>

#include "core/ft-clock.h"
#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtExportFormat:
 * @FT_EXPORT_JSON: everything, imports again without loss
 * @FT_EXPORT_CSV: the leads and their open promises, to import again: every cell exactly as it is
 * @FT_EXPORT_CSV_SPREADSHEET: the same for a spreadsheet, where a cell that begins with "=" must not run
 * @FT_EXPORT_VCARD: the people, for an address book (vCard 4.0)
 * @FT_EXPORT_ICS: the promises, for a calendar (iCalendar)
 */
typedef enum
{
  FT_EXPORT_JSON,
  FT_EXPORT_CSV,
  FT_EXPORT_CSV_SPREADSHEET,
  FT_EXPORT_VCARD,
  FT_EXPORT_ICS,
} FtExportFormat;

/**
 * FtExport:
 *
 * Writes leads to a stream, one after the other: a million take no more memory than one.
 */
typedef struct _FtExport FtExport;

FtExport *ft_export_new (FtExportFormat format, FtClock *clock, GOutputStream *stream);
void ft_export_free (FtExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtExport, ft_export_free)

/* @folder: where the files of pieces are; without it they are not exported. */
void ft_export_set_files (FtExport *self, const char *folder);
/* Before the first lead; without it there is no library. @pieces: (element-type FtPieceRow). An FtExportBegin. */
gboolean ft_export_begin (gpointer self, GPtrArray *pieces, const FtSettings *settings, GError **error);
gboolean ft_export_add (gpointer self, FtLeadCard *card, GError **error);
gboolean ft_export_finish (FtExport *self, GError **error);
/* Where the calendar that is kept up to date beside a database is: "x.ics" beside "x.db". (transfer full) */
char *ft_export_dup_calendar_path (const char *database);

G_END_DECLS
