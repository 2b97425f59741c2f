#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder of this process alone for a throwaway database. (transfer full) */
char *ft_demo_folder_new (void);
/* Removes the folder with all that is in it. */
void ft_demo_folder_remove (const char *path);

G_END_DECLS
