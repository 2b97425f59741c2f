#pragma once

#include "core/ft-settings.h"
#include "store/ft-database.h"

G_BEGIN_DECLS

/* (transfer full), the defaults for what is not stored, or is not a value that it can have; with the days off,
 * which are records. */
FtSettings *ft_setting_read (FtDatabase *database);
/* In the open transaction: what differs from the defaults is stored, nothing else. */
void ft_setting_write (FtDatabase *database, const FtSettings *settings);

/* In the open transaction: takes those of @values (names and values) which are valid and not set yet.
 * Returns whether any was. */
gboolean ft_setting_take (FtDatabase *database, GHashTable *values);

G_END_DECLS
