#pragma once

#include <gio/gio.h>

#include "app/ft-data-file.h"
#include "remind/ft-session.h"

G_BEGIN_DECLS

/**
 * FtSearchProvider:
 *
 * Leads in GNOME Shell's overview, by name and digits, opening the card (org.gnome.Shell.SearchProvider2).
 * Other programs hear no more than a result shows, and nothing while the screen is locked.
 *
 * It needs the actions "app.open-lead" and "app.search".
 */
#define FT_TYPE_SEARCH_PROVIDER (ft_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (FtSearchProvider, ft_search_provider, FT, SEARCH_PROVIDER, GObject)

FtSearchProvider *ft_search_provider_new (GApplication *application);
/* What it searches, before anything is asked of it. */
void ft_search_provider_set_source (FtSearchProvider *self, FtDataFile *file, FtSession *session);
gboolean ft_search_provider_export (FtSearchProvider *self,
                                    GDBusConnection *bus,
                                    const char *path,
                                    GError **error);
void ft_search_provider_unexport (FtSearchProvider *self, GDBusConnection *bus);

G_END_DECLS
