#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtGapButton:
 *
 * "Add 2 Value Contacts in Between": a promise far ahead leaves the lead to whoever shows up before (A2). One click
 * promises the contacts that belong there, one step of undo. Not seen where nothing is missing.
 */
#define FT_TYPE_GAP_BUTTON (ft_gap_button_get_type ())
G_DECLARE_FINAL_TYPE (FtGapButton, ft_gap_button, FT, GAP_BUTTON, GtkWidget)

void ft_gap_button_set_editor (FtGapButton *self, FtCardEditor *editor);
/* The promise the card shows, or NULL. */
void ft_gap_button_set_promise (FtGapButton *self, const FtPromiseData *promise);

G_END_DECLS
