#pragma once

#include "store/ft-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtLeadPicker:
 *
 * Finds a lead by what is typed, and lets one be picked: by click, by arrows and Enter, or the first by Enter.
 *
 * Signal "picked" (gint64): the lead's id.
 */
#define FT_TYPE_LEAD_PICKER (ft_lead_picker_get_type ())
G_DECLARE_FINAL_TYPE (FtLeadPicker, ft_lead_picker, FT, LEAD_PICKER, GtkWidget)

GtkWidget *ft_lead_picker_new (FtStore *store);
/* Begins anew, with the focus in what is typed. */
void ft_lead_picker_start (FtLeadPicker *self);

G_END_DECLS
