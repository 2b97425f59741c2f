#pragma once

#include "model/ft-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtPiecesPage:
 *
 * The library of romance pieces (A5): added by name, link or file, or dropped here; one of them at a time
 * beside it, or after it where the window is narrow.
 *
 * Property "can-go-back" (boolean, read-only): the one piece hides the library. Signal "show-lead" (gint64).
 */
#define FT_TYPE_PIECES_PAGE (ft_pieces_page_get_type ())
G_DECLARE_FINAL_TYPE (FtPiecesPage, ft_pieces_page, FT, PIECES_PAGE, GtkWidget)

GtkWidget *ft_pieces_page_new (FtDesk *desk);
gboolean ft_pieces_page_get_can_go_back (FtPiecesPage *self);
void ft_pieces_page_go_back (FtPiecesPage *self);
/* Adds the file at @path as a piece named after it, and shows it. */
void ft_pieces_page_add_file (FtPiecesPage *self, const char *path);

G_END_DECLS
