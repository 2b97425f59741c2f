#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtDragMove:
 *
 * Something that a pressed pointer carries through a window, onto the drop zones there (ft-drop-zone.h), until it is
 * let go or Escape gives it back. GTK's own drag and drop would take the keyboard to itself on X11, where Escape does
 * not end it, and would tell of every movement only after the next one.
 */
typedef struct _FtDragMove FtDragMove;

/* @data, of ft_drag_move_new (), is to let go of the pointer and of the move. */
typedef void (*FtDragMoveEscaped) (gpointer data);

/* How far a pointer moves before it drags: a click with an unsteady hand is still a click. */
#define FT_DRAG_MOVE_THRESHOLD 8

/* @overlay: what it can be carried over, borrowed; @picture: (transfer full): what is seen on the way, with the pointer
 * at @grasp_x, @grasp_y of it; @value: what the zones are given, copied. */
FtDragMove *ft_drag_move_new (GtkOverlay *overlay,
                              GtkWidget *picture,
                              double grasp_x,
                              double grasp_y,
                              const GValue *value,
                              FtDragMoveEscaped escaped,
                              gpointer data);
/* Gives it back. */
void ft_drag_move_free (FtDragMove *self);
/* To a point of @widget. */
void ft_drag_move_to (FtDragMove *self, GtkWidget *widget, double x, double y);
/* Lets it go there; frees @self. */
void ft_drag_move_drop (FtDragMove *self, GtkWidget *widget, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtDragMove, ft_drag_move_free)

G_END_DECLS
