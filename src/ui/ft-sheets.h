#pragma once

#include "model/ft-desk.h"
#include "ui/ft-printer.h"

G_BEGIN_DECLS

/* Reads what a day or a week holds, and prints it. */

/* The day; of today, what is late on top. */
void ft_sheets_print_day (GtkWindow *parent, FtDesk *desk, gint32 day, FtPrinterTrouble trouble, gpointer data);
/* The week of this day, as weeks begin here. */
void ft_sheets_print_week (GtkWindow *parent, FtDesk *desk, gint32 day, FtPrinterTrouble trouble, gpointer data);

/* The paper alone. Finish: (transfer full), or NULL with @error. */
void ft_sheets_read_async (FtDesk *desk, gint32 day, gboolean week, GAsyncReadyCallback callback, gpointer data);
FtPaper *ft_sheets_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
