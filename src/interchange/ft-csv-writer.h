#pragma once

#include "core/ft-records.h"

G_BEGIN_DECLS

/* For a promise whose zone is the computer's own while its lead's is another. */
#define FT_CSV_ZONE_LOCAL "local"

void ft_csv_append_cell (GString *out, const char *value, gboolean first, gboolean for_spreadsheets);
void ft_csv_append_header (GString *out);
void ft_csv_append_card (GString *out, const FtLeadCard *card, gboolean for_spreadsheets);

G_END_DECLS
