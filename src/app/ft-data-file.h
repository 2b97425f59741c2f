#pragma once

#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * FtDataFile:
 *
 * A database file and, while it is open, its store. What opens it first opens it for all; a restore
 * closes it, puts the backup in its place and opens that.
 *
 * Property "store" (#FtStore, NULL while closed) notifies before open and restore answer.
 */
#define FT_TYPE_DATA_FILE (ft_data_file_get_type ())
G_DECLARE_FINAL_TYPE (FtDataFile, ft_data_file, FT, DATA_FILE, GObject)

FtDataFile *ft_data_file_new (const char *path, FtClock *clock);
const char *ft_data_file_get_path (FtDataFile *self);
FtClock *ft_data_file_get_clock (FtDataFile *self);
FtStore *ft_data_file_get_store (FtDataFile *self);

/* Opens the store, making file and folder (private to the user) when there are none. Asked again while
 * it is open or opening, answers with the same. Sets #FtStoreError. */
void ft_data_file_open_async (FtDataFile *self, GAsyncReadyCallback callback, gpointer data);
gboolean ft_data_file_open_finish (FtDataFile *self, GAsyncResult *result, GError **error);

/**
 * ft_data_file_restore_async:
 * @backup: path of a copy made by a backup
 *
 * Puts a copy of @backup in the place of the database, after having opened and checked that copy: a
 * file which is no sound database changes nothing. The database before is kept under another name.
 */
void ft_data_file_restore_async (FtDataFile *self,
                                const char *backup,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* The path under which the database before was kept, "" if there was none. (transfer full) */
char *ft_data_file_restore_finish (FtDataFile *self, GAsyncResult *result, GError **error);

G_END_DECLS
