#pragma once

#include "core/ft-import-row.h"
#include "interchange/ft-csv-mapping.h"

G_BEGIN_DECLS

gboolean ft_csv_row_fill (FtImportRow *row, FtCsvReader *reader, const FtCsvMapping *mapping, FtCivil now);

G_END_DECLS
