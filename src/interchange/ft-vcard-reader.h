#pragma once

#include "core/ft-import-row.h"
#include "interchange/ft-text-decode.h"

G_BEGIN_DECLS

/**
 * FtVcardReader:
 *
 * Reads address cards, versions 2.1, 3.0 and 4.0, as many as a file has.
 */
typedef struct _FtVcardReader FtVcardReader;

FtVcardReader *ft_vcard_reader_new (GBytes *bytes, FtEncoding encoding);
void ft_vcard_reader_free (FtVcardReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtVcardReader, ft_vcard_reader_free)

void ft_vcard_reader_rewind (FtVcardReader *self);
gboolean ft_vcard_reader_next (FtVcardReader *self, FtImportRow *row);
double ft_vcard_reader_get_fraction (FtVcardReader *self);

G_END_DECLS
