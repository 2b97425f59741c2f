#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtPieceAdder:
 *
 * Adds a romance piece (A5) by its name, a link or a file. What could not be saved stays typed, to be tried again.
 *
 * Signals: "adding": a piece is about to be saved; "not-added": it was not, and the window says why.
 */
#define FT_TYPE_PIECE_ADDER (ft_piece_adder_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceAdder, ft_piece_adder, FT, PIECE_ADDER, GtkWidget)

/* Before anything is added. */
void ft_piece_adder_set_desk (FtPieceAdder *self, FtDesk *desk);
/* Adds the file at @path as a piece named after it. */
void ft_piece_adder_add_file (FtPieceAdder *self, const char *path);
/* The same; one that is not on this computer is refused in words. */
void ft_piece_adder_add_g_file (FtPieceAdder *self, GFile *file);

G_END_DECLS
