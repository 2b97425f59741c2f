#pragma once

#include <adwaita.h>

#include "model/ft-desk.h"

G_BEGIN_DECLS

/**
 * FtPages:
 *
 * The pages of a window, by their names in its stack: "desk", "calendar", "after-sale", "pieces", "score". All but the
 * desk ask the store for much, so each is made when it is first looked at.
 *
 * Signals: "show-lead" (gint64): a page wants this lead on the card; "changed": another page is shown, or the one
 * shown can go back or not any more.
 */
#define FT_TYPE_PAGES (ft_pages_get_type ())
G_DECLARE_FINAL_TYPE (FtPages, ft_pages, FT, PAGES, GObject)

/* @stack: holds an AdwBin for each of them */
FtPages *ft_pages_new (AdwViewStack *stack, FtDesk *desk);
gboolean ft_pages_is_shown (FtPages *self, const char *name);
/* In front, and with the focus if it takes it. */
void ft_pages_show (FtPages *self, const char *name);
/* What stands on the page that is shown; NULL for the desk. */
GtkWidget *ft_pages_get_content (FtPages *self);
/* Whether the page shown needs a way back from what it has opened. */
gboolean ft_pages_get_needs_back (FtPages *self);
/* FALSE if there is nothing on the page to go back from. */
gboolean ft_pages_go_back (FtPages *self);

G_END_DECLS
