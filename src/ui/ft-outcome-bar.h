#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtOutcomeBar:
 *
 * The call, timed quietly (B4), and what came of it: an outcome opens its #FtOutcomePanel in place.
 *
 * Signals: "add-reach" (int FtChannel): there is no number or address to use, and the user wants to add one; "opened":
 * a panel is there to be seen.
 */
#define FT_TYPE_OUTCOME_BAR (ft_outcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (FtOutcomeBar, ft_outcome_bar, FT, OUTCOME_BAR, GtkWidget)

void ft_outcome_bar_set_editor (FtOutcomeBar *self, FtCardEditor *editor);
void ft_outcome_bar_update (FtOutcomeBar *self);
/* Opens the user's telephone or mail program (FT_CHANNEL_PHONE, FT_CHANNEL_EMAIL). */
void ft_outcome_bar_contact (FtOutcomeBar *self, FtChannel channel);
/* Opens the panel of an outcome; FT_OUTCOME_NOTE closes it. */
void ft_outcome_bar_open (FtOutcomeBar *self, FtOutcome outcome);

G_END_DECLS
