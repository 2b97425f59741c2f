#pragma once

#include <gtk/gtk.h>

#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtBlockFace:
 *
 * What is drawn in a block of the calendar: how it stands and how it is to be made as icons, whom it is
 * promised to and when in as many words as there is room for, the line at the promised edge, and which way they
 * lean (A4) as a shape with a colour of its own.
 */
typedef struct _FtBlockFace FtBlockFace;

/* Draws in the font and colours of @widget, which is borrowed. @compact: one line. */
FtBlockFace *ft_block_face_new (GtkWidget *widget, gboolean compact);
void ft_block_face_free (FtBlockFace *self);
/* The font, the language or the direction has changed. */
void ft_block_face_renew (FtBlockFace *self);
/* @block: borrowed, until another is set */
void ft_block_face_set_block (FtBlockFace *self, const FtBlock *block);
/* Chooses what to say in the room there is. */
void ft_block_face_arrange (FtBlockFace *self, int width, int height);
void ft_block_face_snapshot (FtBlockFace *self, GtkSnapshot *snapshot);
/* Where the promised edge is, in pixels below the top; negative if it is not apart from the target. */
double ft_block_face_get_promised_y (FtBlockFace *self);

G_END_DECLS
