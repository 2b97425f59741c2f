#pragma once

#include "core/ft-import-row.h"

G_BEGIN_DECLS

/**
 * FtJsonReader:
 *
 * Reads this program's own exports lead by lead, each with its promises and contacts, without
 * holding the file as a tree.
 */
typedef struct _FtJsonReader FtJsonReader;

FtJsonReader *ft_json_reader_new (GBytes *text, GError **error);
void ft_json_reader_free (FtJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtJsonReader, ft_json_reader_free)

void ft_json_reader_rewind (FtJsonReader *self);
gboolean ft_json_reader_next (FtJsonReader *self, FtImportRow *row);
double ft_json_reader_get_fraction (FtJsonReader *self);

G_END_DECLS
