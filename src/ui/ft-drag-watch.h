#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who wants to know what a pointer carries over a widget (ft-drag-move.h). */

typedef void (*FtDragMotion) (double x, double y, gpointer data);
typedef void (*FtDragLeave) (gpointer data);

/* @leave may be NULL. @free_data is called when @widget goes. */
void ft_drag_watch_add (
    GtkWidget *widget, FtDragMotion motion, FtDragLeave leave, gpointer data, GDestroyNotify free_data);

/**
 * FtDragOver:
 *
 * What something that is carried is over.
 */
typedef struct _FtDragOver FtDragOver;

FtDragOver *ft_drag_over_new (void);
/* Tells that it is over nothing any more. */
void ft_drag_over_free (FtDragOver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FtDragOver, ft_drag_over_free)
/* It is at a point of @top: over what is there, and over all that is around it. */
void ft_drag_over_move (FtDragOver *self, GtkWidget *top, double x, double y);

G_END_DECLS
