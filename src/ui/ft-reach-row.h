#pragma once

#include "core/ft-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtReachRow:
 *
 * A telephone number or an e-mail address: a link to the program that uses it, editable in place.
 *
 * Signals: "save" (char *value, char *label): save these, then call ft_reach_row_settle (); an empty value
 * removes it. "cancelled": editing a new one was given up.
 */
#define FT_TYPE_REACH_ROW (ft_reach_row_get_type ())
G_DECLARE_FINAL_TYPE (FtReachRow, ft_reach_row, FT, REACH_ROW, GtkWidget)

/* FT_CHANNEL_PHONE or FT_CHANNEL_EMAIL. */
GtkWidget *ft_reach_row_new (FtChannel channel);
FtChannel ft_reach_row_get_channel (FtReachRow *self);
/* What is being typed stays untouched. NULL: a new one. */
void ft_reach_row_set_reach (FtReachRow *self, const FtReach *reach);
void ft_reach_row_edit (FtReachRow *self);
gboolean ft_reach_row_get_editing (FtReachRow *self);
/* Whether it holds no saved number or address: a new one. */
gboolean ft_reach_row_get_empty (FtReachRow *self);
void ft_reach_row_settle (FtReachRow *self, const char *message);

G_END_DECLS
