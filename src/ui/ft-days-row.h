#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtDaysRow:
 *
 * The days of the week one works, at least one of them, in the order of the user's week.
 *
 * Signal: "changed": the user chose others.
 */
#define FT_TYPE_DAYS_ROW (ft_days_row_get_type ())
G_DECLARE_FINAL_TYPE (FtDaysRow, ft_days_row, FT, DAYS_ROW, AdwActionRow)

GtkWidget *ft_days_row_new (const char *title);
/* @days: bit 0 is Monday … bit 6 Sunday. Tells nobody. */
void ft_days_row_set_days (FtDaysRow *self, int days);
int ft_days_row_get_days (FtDaysRow *self);

G_END_DECLS
