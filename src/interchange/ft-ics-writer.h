#pragma once

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/**
 * FtIcsWriter:
 *
 * Promises as a calendar (RFC 5545) that other programs subscribe to. What it says of zones comes
 * first and is known last: so the entries are written first, elsewhere.
 */
typedef struct _FtIcsWriter FtIcsWriter;

/* @now: when it is written; @zone: of promises without one. */
FtIcsWriter *ft_ics_writer_new (gint64 now, const char *zone);
void ft_ics_writer_free (FtIcsWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtIcsWriter, ft_ics_writer_free)

/* How long a contact takes and when a day begins; without it, as the practices have it. */
void ft_ics_writer_set_settings (FtIcsWriter *self, const FtSettings *settings);
/* The entry of a promise, nothing if it has none. */
void ft_ics_writer_append_promise (FtIcsWriter *self,
                                   GString *out,
                                   const FtLeadData *lead,
                                   const FtPromiseData *promise);
/* What stands before the entries, when all of them are known, and what stands after them. */
void ft_ics_writer_append_head (FtIcsWriter *self, GString *out);
void ft_ics_writer_append_tail (FtIcsWriter *self, GString *out);

G_END_DECLS
