#pragma once

#include "core/ft-civil.h"
#include "interchange/ft-csv-mapping.h"

G_BEGIN_DECLS

gboolean ft_loose_date_parse (const char *text, FtDateOrder order, const char *zone, FtCivil now, FtCivil *civil);
gboolean ft_loose_time_parse (const char *text, int *minute);

G_END_DECLS
