#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "core/ft-day-off.h"
#include "core/ft-records.h"

G_BEGIN_DECLS

/* The records as JSON objects, both ways and by one table: what is written is read back the same.
 * Names are those of ft-enums.h, times the civil ones with their zone and fold, instants ISO 8601 in
 * UTC, "not set" is null. A promise names its lead, its piece and its sale, a sale its lead, a contact its lead, its promise and its
 * piece, by uid. */

void ft_json_append_string (GString *out, const char *string);
void ft_json_append_lead (GString *out, const FtLeadData *lead);
void ft_json_append_piece (GString *out, const FtPieceData *piece);
void ft_json_append_day_off (GString *out, const FtDayOffData *day_off);
/* A file that a piece names by its hash, with its content in base64, which is written a part at a time. @out is
 * emptied into @stream. Returns whether all of it was written; FALSE without @error if there is no such file. */
gboolean ft_json_write_file (GString *out, const char *folder, const char *hash, GOutputStream *stream, GError **error);
/* A uid of NULL is none. */
void ft_json_append_promise (GString *out, const FtPromiseData *promise, const char *lead_uid, const char *piece_uid, const char *sale_uid);
void ft_json_append_sale (GString *out, const FtSaleData *sale, const char *lead_uid);
void ft_json_append_contact (
    GString *out, const FtContactData *contact, const char *lead_uid, const char *promise_uid, const char *piece_uid);

/* (transfer full); NULL with @reason, translated, if a member is not what it should be. A member that is not
 * there is empty, one that is not known is passed over. */
FtLeadData *ft_json_read_lead (JsonObject *object, char **reason);
FtPromiseData *ft_json_read_promise (JsonObject *object, char **reason);
FtPieceData *ft_json_read_piece (JsonObject *object, char **reason);
FtDayOffData *ft_json_read_day_off (JsonObject *object, char **reason);
FtSaleData *ft_json_read_sale (JsonObject *object, char **reason);
FtContactData *ft_json_read_contact (JsonObject *object, char **reason);
/* The content of such a file, which is what its hash says. */
GBytes *ft_json_read_file (JsonObject *object, char **reason);
/* (transfer none): a member that is a string, else "" */
const char *ft_json_get_string (JsonObject *object, const char *member);

G_END_DECLS
