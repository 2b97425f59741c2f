#pragma once

#include "model/ft-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FtScorePage:
 *
 * The user's own figures, drawn: promises, how early, coverage, contacts to a sale, causes, replies, cards. A bar
 * lists what is behind it, and each line opens its card.
 *
 * Property "can-go-back" (boolean, read-only): a list hides the drawings. Signal "show-lead" (gint64).
 */
#define FT_TYPE_SCORE_PAGE (ft_score_page_get_type ())
G_DECLARE_FINAL_TYPE (FtScorePage, ft_score_page, FT, SCORE_PAGE, GtkWidget)

GtkWidget *ft_score_page_new (FtDesk *desk);
gboolean ft_score_page_get_can_go_back (FtScorePage *self);
void ft_score_page_go_back (FtScorePage *self);

G_END_DECLS
