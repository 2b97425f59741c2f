#pragma once

#include "interchange/ft-export.h"
#include "interchange/ft-import-source.h"

/* Random records, the same every time for the same @rand. @full: with what only the JSON export holds.
 * (transfer full) FtLeadCard */
GPtrArray *random_cards (GRand *rand, int n_cards, gboolean full);
/* An identifier that needs quoting everywhere. */
void set_uid (char **field, const char *prefix, int n);

/* There and back. (transfer full) */
GBytes *export_cards (FtExportFormat format, GPtrArray *cards);
FtImportSource *open_bytes (GBytes *bytes, GError **error);
