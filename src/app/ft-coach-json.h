#pragma once

#include <json-glib/json-glib.h>

#include "core/ft-records.h"
#include "core/ft-settings.h"

G_BEGIN_DECLS

/* What the coach says of a lead, as members of the JSON object that is open: the same facts as the window
 * shows, so that they can be checked without it. The man page has the names. */

/* @pieces: (element-type FtPieceRow): the library */
void ft_coach_json_add_card (JsonBuilder *builder,
                             const FtLeadCard *card,
                             GPtrArray *pieces,
                             const FtSettings *settings,
                             gint64 now,
                             const char *zone);

G_END_DECLS
