#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtWrapBox:
 *
 * Its children in a line at their natural widths, and in as many lines as the width needs: a row of
 * buttons that is still one on a narrow screen. All lines are as high as the highest child.
 *
 * Property "spacing" (int, settable): pixels between children in a line, 6 unless told.
 */
#define FT_TYPE_WRAP_BOX (ft_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (FtWrapBox, ft_wrap_box, FT, WRAP_BOX, GtkWidget)

GtkWidget *ft_wrap_box_new (void);
void ft_wrap_box_append (FtWrapBox *self, GtkWidget *child);
void ft_wrap_box_remove_all (FtWrapBox *self);

G_END_DECLS
