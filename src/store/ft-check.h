#pragma once

#include "store/ft-database.h"

G_BEGIN_DECLS

/* What is wrong, in words: nothing, if all is well. (transfer full) (array zero-terminated=1) */
char **ft_check (FtDatabase *database);

/* A copy of all that is committed, in a new file that only its owner may read. */
void ft_backup (FtDatabase *database, const char *path);

G_END_DECLS
