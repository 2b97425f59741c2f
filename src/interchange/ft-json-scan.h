#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A scanner that knows just enough of JSON to cut it up, so that no file has to be held as a tree. A text ends at @end. */

/* From @p on, past what is blank. */
const char *ft_json_skip_space (const char *p, const char *end);
/* Behind the value that begins at @p, NULL if it never ends or is too deep. */
const char *ft_json_skip_value (const char *p, const char *end);
/* The next member of the object, or element of the array, from @p on, which stands behind the
 * bracket or behind the last one. @key: its key with quotes, or NULL for an array. Returns its
 * value, or NULL at the end or when there is none. */
const char *ft_json_next_item (const char *p, const char *end, const char **key);
/* Whether the string at @key, as it is written, is @wanted. */
gboolean ft_json_key_is (const char *key, const char *wanted);
/* A hash of the string that is the value of @wanted in the object at @p, 0 if it has none. */
guint64 ft_json_hash_member (const char *p, const char *end, const char *wanted);

/* What stands at @from, of @length bytes, as an object of @parser; NULL with @reason, translated, if it is none. */
JsonObject *ft_json_parse (JsonParser *parser, const char *from, gsize length, char **reason);

G_END_DECLS
