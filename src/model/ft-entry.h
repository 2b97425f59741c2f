#pragma once

#include <glib-object.h>

#include "core/ft-entry-row.h"

G_BEGIN_DECLS

/**
 * FtEntry:
 *
 * A promise or a contact in a list of those behind a figure; one that nobody has read yet has no row.
 *
 * Signal "changed": its row came, or another one.
 */
#define FT_TYPE_ENTRY (ft_entry_get_type ())
G_DECLARE_FINAL_TYPE (FtEntry, ft_entry, FT, ENTRY, GObject)

FtEntry *ft_entry_new (gint64 id);
gint64 ft_entry_get_id (FtEntry *self);
FtEntryRow *ft_entry_get_row (FtEntry *self); /* borrowed, NULL while it is not known */
void ft_entry_set_row (FtEntry *self, FtEntryRow *row);

G_END_DECLS
