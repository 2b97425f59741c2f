#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FtApplication:
 *
 * The program with its window. It holds one database, shows a window on it when asked, reminds while
 * the window is closed, and carries out subcommands that were typed elsewhere.
 *
 * Actions: "app.about", "app.quit", "app.new-lead", "app.open-lead" (x: id of the lead).
 */
#define FT_TYPE_APPLICATION (ft_application_get_type ())
G_DECLARE_FINAL_TYPE (FtApplication, ft_application, FT, APPLICATION, AdwApplication)

/* @database: its path; NULL for a throwaway one with sample leads, gone at the end. */
FtApplication *ft_application_new (const char *id, const char *database);

G_END_DECLS
