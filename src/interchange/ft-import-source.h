#pragma once

#include "core/ft-import-row.h"
#include "interchange/ft-csv-mapping.h"
#include "interchange/ft-text-decode.h"

G_BEGIN_DECLS

/**
 * FtImportError:
 * @FT_IMPORT_ERROR_FORMAT: the file is not what it should be
 * @FT_IMPORT_ERROR_NEWER: written by a newer release
 * @FT_IMPORT_ERROR_MAPPING: no column is known to hold a name, or a rule names none
 *
 * The message of every one of these says in the user's language what happened and what to do.
 */
typedef enum
{
  FT_IMPORT_ERROR_FORMAT,
  FT_IMPORT_ERROR_NEWER,
  FT_IMPORT_ERROR_MAPPING,
} FtImportError;

#define FT_IMPORT_ERROR (ft_import_error_quark ())
GQuark ft_import_error_quark (void);

typedef enum
{
  FT_IMPORT_KIND_CSV,
  FT_IMPORT_KIND_VCARD,
  FT_IMPORT_KIND_JSON,
} FtImportKind;

/**
 * FtImportSource:
 *
 * A file of leads of any kind, read row by row on whichever thread has it.
 */
typedef struct _FtImportSource FtImportSource;

FtImportSource *ft_import_source_new (const char *name,
                                      GBytes *bytes,
                                      FtEncoding encoding,
                                      char delimiter,
                                      FtCivil now,
                                      GError **error);
void ft_import_source_free (FtImportSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtImportSource, ft_import_source_free)

FtImportKind ft_import_source_get_kind (FtImportSource *self);
FtEncoding ft_import_source_get_encoding (FtImportSource *self);
char ft_import_source_get_delimiter (FtImportSource *self);
FtCsvMapping *ft_import_source_get_mapping (FtImportSource *self);
void ft_import_source_rewind (FtImportSource *self);
gboolean ft_import_source_next (gpointer self, FtImportRow *row, double *fraction, GError **error);

G_END_DECLS
