#pragma once

#include "model/ft-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtPiecesPage:
 *
 * The library of romance pieces (A5): added by name or link, edited in place, retired.
 */
#define FT_TYPE_PIECES_PAGE (ft_pieces_page_get_type ())
G_DECLARE_FINAL_TYPE (FtPiecesPage, ft_pieces_page, FT, PIECES_PAGE, AdwPreferencesPage)

FtPiecesPage *ft_pieces_page_new (FtDesk *desk);
/* The editor of a piece; borrowed, NULL if there is none. */
GtkWidget *ft_pieces_page_get_editor (FtPiecesPage *self, gint64 piece_id);

G_END_DECLS
