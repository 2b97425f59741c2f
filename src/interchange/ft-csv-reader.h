#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FtCsvReader:
 *
 * Reads delimited text row by row: RFC 4180 and what real programs make of it.
 */
typedef struct _FtCsvReader FtCsvReader;

FtCsvReader *ft_csv_reader_new (GBytes *text, char delimiter);
void ft_csv_reader_free (FtCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtCsvReader, ft_csv_reader_free)

char ft_csv_reader_get_delimiter (FtCsvReader *self);
void ft_csv_reader_rewind (FtCsvReader *self);
gboolean ft_csv_reader_next (FtCsvReader *self);
guint ft_csv_reader_get_line (FtCsvReader *self);
gboolean ft_csv_reader_is_broken (FtCsvReader *self);
guint ft_csv_reader_get_n_fields (FtCsvReader *self);
const char *ft_csv_reader_get_field (FtCsvReader *self, guint i);
double ft_csv_reader_get_fraction (FtCsvReader *self);

G_END_DECLS
