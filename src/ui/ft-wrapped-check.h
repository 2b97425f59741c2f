#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the label of a check button break into lines: a long one must not widen the card, or a pane
 * beside it would have to leave. To be called when the button has got its label. */
void ft_wrapped_check_set (GtkCheckButton *check);

G_END_DECLS
