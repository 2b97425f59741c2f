#pragma once

#include "model/ft-desk.h"
#include "ui/ft-printer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtAddressDialog:
 *
 * Envelopes and labels for one lead or many (B11): what to print on, and who of them has no address, said before
 * any paper is spent. Remembers both the paper and one's own address.
 */
#define FT_TYPE_ADDRESS_DIALOG (ft_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FtAddressDialog, ft_address_dialog, FT, ADDRESS_DIALOG, AdwWindow)

/* At most so many of a list. */
#define FT_ADDRESS_MAX 1000

/* @lead: the one on the card, 0 for none; @many (element-type gint64, nullable): those of a list, and
 * @many_words, which say who they are ("The 39 leads of the list"). One of the two at least. */
GtkWidget *ft_address_dialog_new (GtkWindow *parent,
                                  FtDesk *desk,
                                  gint64 lead,
                                  GArray *many,
                                  const char *many_words,
                                  FtPrinterTrouble trouble,
                                  gpointer data);

G_END_DECLS
