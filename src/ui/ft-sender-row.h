#pragma once

#include "core/ft-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtSenderRow:
 *
 * One's own address as it stands on envelopes, in as many lines as it takes.
 *
 * Signal: "changed": the user has written another, and is done with it.
 */
#define FT_TYPE_SENDER_ROW (ft_sender_row_get_type ())
G_DECLARE_FINAL_TYPE (FtSenderRow, ft_sender_row, FT, SENDER_ROW, AdwPreferencesRow)

GtkWidget *ft_sender_row_new (void);
/* Shows what @settings say, unless somebody is writing in it; tells nobody. */
void ft_sender_row_show (FtSenderRow *self, const FtSettings *settings);
/* Puts what was written into @settings. */
void ft_sender_row_store (FtSenderRow *self, FtSettings *settings);

G_END_DECLS
