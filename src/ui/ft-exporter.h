#pragma once

#include <gtk/gtk.h>

#include "interchange/ft-export.h"
#include "store/ft-store.h"

G_BEGIN_DECLS

/**
 * ft_exporter_ask_async:
 *
 * Asks for a file and writes every lead to it. What was there before is replaced only when all of it is written.
 */
void ft_exporter_ask_async (GtkWindow *parent, FtStore *store, FtExportFormat format, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* (transfer full): the name of the file for the user; NULL with @error, which is G_IO_ERROR_CANCELLED if the user chose none. */
char *ft_exporter_ask_finish (GAsyncResult *result, GError **error);

/* The same to a file already known. */
void ft_exporter_write_async (FtStore *store, FtExportFormat format, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
char *ft_exporter_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
