#pragma once

#include <gtk/gtk.h>

#include "core/ft-week-layout.h"

G_BEGIN_DECLS

/* Gives a child the place a layout found for it; a child that cannot be as small sticks out at its end. */
void ft_allocate_rect (GtkWidget *child, FtRect rect);
/* The pixels of a line of text in the font of @widget. */
int ft_line_height (GtkWidget *widget);
/* Adds or removes a style class. */
void ft_toggle_css_class (GtkWidget *widget, const char *name, gboolean on);

G_END_DECLS
