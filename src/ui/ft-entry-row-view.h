#pragma once

#include <gtk/gtk.h>

#include "model/ft-entry.h"
#include "core/ft-clock.h"

G_BEGIN_DECLS

/**
 * FtEntryRowView:
 *
 * A promise or a contact among those behind a figure, in two lines: whose it is and when; what about, and how
 * it went.
 */
#define FT_TYPE_ENTRY_ROW_VIEW (ft_entry_row_view_get_type ())
G_DECLARE_FINAL_TYPE (FtEntryRowView, ft_entry_row_view, FT, ENTRY_ROW_VIEW, GtkWidget)

GtkWidget *ft_entry_row_view_new (FtClock *clock);
/* For a list of FtEntry. (transfer full) */
GtkListItemFactory *ft_entry_row_view_new_factory (FtClock *clock);
void ft_entry_row_view_set_entry (FtEntryRowView *self, FtEntry *entry); /* NULL for none */

G_END_DECLS
