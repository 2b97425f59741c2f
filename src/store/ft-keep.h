#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Attachments, kept as files named by the SHA-256 of their content, so that the same content is kept
 * once and a name says whether the content is still what it was. Any thread. */

/* Where the database at @path has its attachments. (transfer full) */
char *ft_keep_dup_folder (const char *path);
/* Copies the file at @path into @folder, made if it is missing; 0700 and 0600. (transfer full), the name, or
 * NULL with @error in the user's words. */
char *ft_keep_copy (const char *folder, const char *path, GCancellable *cancellable, GError **error);
/* Keeps @content in @folder, unless it is there. @made: whether it was not. (transfer full), the name, or NULL with
 * @error. */
char *ft_keep_bytes (const char *folder, GBytes *content, gboolean *made, GError **error);
/* Copies what @from keeps as @hash into @folder, unless it is there already, or not in @from. FALSE with @error if it
 * could not. */
gboolean ft_keep_take (const char *folder, const char *from, const char *hash, GError **error);
/* Whether this is such a name, and so can lead nowhere else. */
gboolean ft_keep_is_hash (const char *hash);

G_END_DECLS
