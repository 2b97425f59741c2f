#pragma once

#include "model/ft-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtPieceEditor:
 *
 * A romance piece of the library (A5) to be edited in place: its name, what it is and which benefit it
 * serves, its link or file. Each change is one step of undo.
 */
#define FT_TYPE_PIECE_EDITOR (ft_piece_editor_get_type ())
G_DECLARE_FINAL_TYPE (FtPieceEditor, ft_piece_editor, FT, PIECE_EDITOR, AdwPreferencesGroup)

GtkWidget *ft_piece_editor_new (FtDesk *desk);
/* What is being typed stays. */
void ft_piece_editor_set_piece (FtPieceEditor *self, FtPiece *piece);
/* Keeps a copy of the file at @path with the piece. */
void ft_piece_editor_keep_file (FtPieceEditor *self, const char *path);

G_END_DECLS
