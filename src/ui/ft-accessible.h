#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Save" for "_Save", "A_B" for "A__B". (transfer full) */
char *ft_accessible_strip (const char *label);

/* "A__B" for "A_B": in a label with a mnemonic, what is no part of it. (transfer full) */
char *ft_accessible_escape (const char *text);

/* The one name of a widget: what GTK says of it besides, by the label inside it, is taken back. */
void ft_accessible_set_name (GtkWidget *widget, const char *name);

/* Names every button below @root as its label reads. GTK 4.8 announces one that has a mnemonic twice, once
 * with the underscore: "_Save Save". To be called again for labels set later. */
void ft_accessible_name_buttons (GtkWidget *root);

G_END_DECLS
