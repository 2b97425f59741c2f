#pragma once

#include "store/ft-store.h"
#include "ui/ft-launch.h"

G_BEGIN_DECLS

/* A romance piece's link, which must be https, or its kept file (A5). */

gboolean ft_piece_can_open (const FtPieceData *piece);
/* @failed hears in words if it could not be; as ft_launch () has it. */
void ft_piece_open (GtkWidget *from, FtStore *store, const FtPieceData *piece, gpointer owner, FtLaunchFailed failed);
/* The link as it is to be kept: "example.com/roof" gets its "https://". NULL if it can be none: another scheme, blanks
 * in it, no host. (transfer full) */
char *ft_piece_link (const char *text);

G_END_DECLS
