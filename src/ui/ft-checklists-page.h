#pragma once

#include "core/ft-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtChecklistsPage:
 *
 * What each kind of sale brings with it, in the preferences (B11).
 *
 * Signal: "changed": the user changed it.
 */
#define FT_TYPE_CHECKLISTS_PAGE (ft_checklists_page_get_type ())
G_DECLARE_FINAL_TYPE (FtChecklistsPage, ft_checklists_page, FT, CHECKLISTS_PAGE, AdwPreferencesPage)

GtkWidget *ft_checklists_page_new (void);
/* Shows what @settings say, and tells nobody. */
void ft_checklists_page_show (FtChecklistsPage *self, const FtSettings *settings);
/* Puts what was chosen into @settings. */
void ft_checklists_page_store (FtChecklistsPage *self, FtSettings *settings);

G_END_DECLS
