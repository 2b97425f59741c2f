#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtDeskLayout:
 *
 * The first child is what matters and always there; the second stands beside it when there is room for
 * both (from FT_DESK_LAYOUT_WIDE pixels on), and is otherwise neither shown nor drawn. The widget
 * never demands more than the first child does.
 */
#define FT_DESK_LAYOUT_WIDE 1100
#define FT_TYPE_DESK_LAYOUT (ft_desk_layout_get_type ())
G_DECLARE_FINAL_TYPE (FtDeskLayout, ft_desk_layout, FT, DESK_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ft_desk_layout_new (void);

G_END_DECLS
