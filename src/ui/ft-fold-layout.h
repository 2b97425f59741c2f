#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtFoldLayout:
 *
 * Children in a row, each as wide as it wants to be or as narrow as it can be, and nothing between: a button shows
 * its words or its icon, never an icon in the room for words. Room goes to the first child first.
 */
#define FT_FOLD_LAYOUT_SPACING 6
#define FT_TYPE_FOLD_LAYOUT (ft_fold_layout_get_type ())
G_DECLARE_FINAL_TYPE (FtFoldLayout, ft_fold_layout, FT, FOLD_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ft_fold_layout_new (void);

G_END_DECLS
