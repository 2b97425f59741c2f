#pragma once

#include <gtk/gtk.h>

/* Appends to @wrong every letter that two labels below @root claim, where both can be seen and used: Alt with it
 * would go to and fro between them instead of pressing one. A popover has its letters for itself. */
void letters_check (GtkWidget *root, GString *wrong);
