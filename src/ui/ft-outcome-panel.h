#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtOutcomePanel:
 *
 * What came of a contact, in place: it asks only what the outcome needs, and taking a time logs the contact and books
 * the next promise in one edit. What was typed is kept per lead until it is saved.
 *
 * Properties: "outcome" (int FtOutcome, read-only): of the open panel, FT_OUTCOME_NOTE while it is closed. Signals:
 * "logged": the contact is on disk; "leave": what it shows is about to be hidden; "escape": the user has left it with Escape.
 */
#define FT_TYPE_OUTCOME_PANEL (ft_outcome_panel_get_type ())
G_DECLARE_FINAL_TYPE (FtOutcomePanel, ft_outcome_panel, FT, OUTCOME_PANEL, GtkWidget)

void ft_outcome_panel_set_editor (FtOutcomePanel *self, FtCardEditor *editor);
/* Follows the card: for another lead what was typed is put away, and what was typed for that one taken up again. */
void ft_outcome_panel_update (FtOutcomePanel *self);
/* FT_OUTCOME_NOTE closes it and keeps what was typed. */
void ft_outcome_panel_open (FtOutcomePanel *self, FtOutcome outcome);
/* Sold, with what was typed so far: the sale and its checklist are made at once (B11). */
void ft_outcome_panel_log_sale (FtOutcomePanel *self);
FtOutcome ft_outcome_panel_get_outcome (FtOutcomePanel *self);
/* The contact is under way: how, FT_CHANNEL_NONE if it is not known, and since when, 0 if it is not being timed (B4). */
void ft_outcome_panel_set_contact (FtOutcomePanel *self, FtChannel channel, gint64 since);

G_END_DECLS
