#pragma once

#include <gtk/gtk.h>

#include "store/ft-store.h"
#include "ui/ft-block.h"

G_BEGIN_DECLS

/**
 * FtBriefTip:
 *
 * The brief of a promise that is pointed at (E9): who, when, what for, what it brings, and what they said last.
 */
#define FT_TYPE_BRIEF_TIP (ft_brief_tip_get_type ())
G_DECLARE_FINAL_TYPE (FtBriefTip, ft_brief_tip, FT, BRIEF_TIP, GObject)

/* Asks @widget, borrowed, for its tooltip again when the last words have been read. */
FtBriefTip *ft_brief_tip_new (FtStore *store, GtkWidget *widget);
/* What to show of a block now, as markup. (transfer full) */
char *ft_brief_tip_dup_markup (FtBriefTip *self, const FtBlock *block);

G_END_DECLS
