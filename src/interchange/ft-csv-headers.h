#pragma once

#include "interchange/ft-csv-mapping.h"

G_BEGIN_DECLS

char *ft_csv_header_key (const char *header);
gboolean ft_csv_header_find (const char *header, FtField *field, const char **label, int *group);

G_END_DECLS
