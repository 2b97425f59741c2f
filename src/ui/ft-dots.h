#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtDots:
 *
 * Five small dots, as many of them filled as there were contacts (D4). Draws in the text colour; says nothing
 * to a screen reader, the row or card it stands in does.
 *
 * Property: "count" (uint, settable, more than five count as five).
 */
#define FT_TYPE_DOTS (ft_dots_get_type ())
G_DECLARE_FINAL_TYPE (FtDots, ft_dots, FT, DOTS, GtkWidget)

GtkWidget *ft_dots_new (void);
void ft_dots_set_count (FtDots *self, guint count);
guint ft_dots_get_count (FtDots *self);

G_END_DECLS
