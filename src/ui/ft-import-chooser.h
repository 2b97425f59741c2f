#pragma once

#include <gtk/gtk.h>

#include "store/ft-store.h"

G_BEGIN_DECLS

/* Shows the import of @file over @parent; for NULL, asks which file first. */
void ft_import_leads (GtkWindow *parent, FtStore *store, GFile *file);

G_END_DECLS
