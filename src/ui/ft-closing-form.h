#pragma once

#include "ui/ft-card-editor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtClosingForm:
 *
 * A definite no, in the customer's words (D5). Without one, and below five contacts, it says why the lead should not
 * be given up (D4); whoever does it all the same writes down why. An excuse is no reason (D2).
 *
 * Signal "submit": the lead may be closed, and is to be.
 */
#define FT_TYPE_CLOSING_FORM (ft_closing_form_get_type ())
G_DECLARE_FINAL_TYPE (FtClosingForm, ft_closing_form, FT, CLOSING_FORM, GtkWidget)

void ft_closing_form_set_editor (FtClosingForm *self, FtCardEditor *editor);
void ft_closing_form_start (FtClosingForm *self, const char *closing_words, const char *override_words);
/* (transfer full) */
char *ft_closing_form_dup_words (FtClosingForm *self);
/* Why it is given up without a definite no; "" where there is one. (transfer full) */
char *ft_closing_form_dup_override (FtClosingForm *self);
/* What went wrong, in words, NULL for nothing. */
void ft_closing_form_set_error (FtClosingForm *self, const char *message);

G_END_DECLS
