#pragma once

#include "ui/ft-paper.h"

G_BEGIN_DECLS

/* Puts paper through GTK's print dialog; one may be under way in a window at a time. */

/**
 * FtPrinterTrouble:
 * @message: what went wrong, in the user's language
 */
typedef void (*FtPrinterTrouble) (const char *message, gpointer data);

/* Asks for the printer, and prints; remembers what was chosen for the next time while @parent lives.
 * @trouble is not called once @parent is gone. */
void ft_printer_print (FtPaper *paper, GtkWindow *parent, FtPrinterTrouble trouble, gpointer data);
/* The same into a PDF file, asking nothing. */
gboolean ft_printer_export (FtPaper *paper, GtkPageSetup *setup, const char *path, GError **error);

G_END_DECLS
